"""Exit statuses, and which one a run has earned."""

from __future__ import annotations

from collections.abc import Sequence

from lint.findings import SEVERITIES, Report, Severity

CLEAN = 0
FINDINGS = 1
CANNOT = 2
BUG = 3
INTERRUPTED = 130


def earned(reports: Sequence[Report], fail_on: Severity, *, problems: bool, bugs: bool) -> int:
    """Return the status of a run: a bug outweighs a path that could not be followed, that outweighs findings."""
    if bugs:
        return BUG
    if problems:
        return CANNOT
    grave = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    failed = any(not report.readable or any(report.count(level) for level in grave) for report in reports)
    return FINDINGS if failed else CLEAN
