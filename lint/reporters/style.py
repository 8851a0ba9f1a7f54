"""How a report is to be written, and the words and colours that all formats for people share."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from lint.findings import Finding, Report, Severity
from lint.model import Phrase

SEVERITY_WORDS: Mapping[Severity, Phrase] = MappingProxyType(
    {"error": Phrase("错误", "error"), "warning": Phrase("警告", "warning"), "info": Phrase("提示", "info")}
)
STATUS_WORDS: Mapping[str, Phrase] = MappingProxyType(
    {
        "passed": Phrase("通过", "passed"),
        "failed": Phrase("未通过", "failed"),
        "unreadable": Phrase("无法读取", "unreadable"),
    }
)
_INKS: Mapping[str, str] = MappingProxyType(
    {
        "error": "1;31",
        "warning": "1;33",
        "info": "36",
        "passed": "32",
        "failed": "1;31",
        "unreadable": "1;31",
        "strong": "1",
        "faint": "2",
    }
)


class Style(NamedTuple):
    """Language, colour (ANSI sequences or none), width in columns, and how much is said.

    `quiet` leaves out everything but errors and warnings, `verbose` adds the codes of the rules without a verdict.
    Formats for programs look at none of these.
    """

    lang: str = "zh"
    color: bool = False
    width: int = 80
    quiet: bool = False
    verbose: bool = False

    def say(self, zh: str, en: str) -> str:
        """Return the wording in the language of the report."""
        return en if self.lang == "en" else zh

    def ink(self, name: str, text: str) -> str:
        """Return `text` in the colour for a severity, a status, "strong" or "faint"; unchanged without colour."""
        return f"\x1b[{_INKS[name]}m{text}\x1b[0m" if self.color and text else text

    def shown(self, report: Report) -> tuple[Finding, ...]:
        """Return the findings of the report that are to be told."""
        return tuple(finding for finding in report.findings if not (self.quiet and finding.severity == "info"))
