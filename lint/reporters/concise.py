"""One line per finding, `path:block:row:column: CODE message`; 0 where a position does not apply."""

from __future__ import annotations

from collections.abc import Sequence

from lint.findings import Finding, Report
from lint.reporters.columns import visible
from lint.reporters.style import Style


def render(reports: Sequence[Report], style: Style) -> str:
    """Return the findings of all reports, nothing for a clean file."""
    return "".join(
        f"{visible(report.path)}:{_position(finding)}: {style.ink(finding.severity, finding.code)} "
        f"{visible(finding.message)}\n"
        for report in reports
        for finding in style.shown(report)
    )


def _position(finding: Finding) -> str:
    block, row, column, _ = finding.place.location
    return f"{block}:{row}:{column}"
