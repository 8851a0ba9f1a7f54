"""How often each rule is broken, in place of the findings themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from lint.findings import SEVERITIES, Report
from lint.reporters.columns import pad, width
from lint.reporters.style import SEVERITY_WORDS, Style

FORMATS = frozenset({"text", "concise"})


def render(reports: Sequence[Report], style: Style) -> str:
    """Return one line per rule, the most frequent first: count, code, severity, name."""
    told = [finding for report in reports for finding in style.shown(report)]
    counts = Counter((finding.code, finding.severity, finding.name) for finding in told)
    digits = max((len(str(count)) for count in counts.values()), default=0)
    words = {level: SEVERITY_WORDS[level].in_language(style.lang) for level in SEVERITIES}
    room = max(map(width, words.values()))
    return "".join(
        f"{count:>{digits}}  {code}  {style.ink(level, pad(words[level], room))}  {name}\n"
        for (code, level, name), count in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
    )
