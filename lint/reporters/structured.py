"""The JSON report; `report-schema-1.json` beside this file describes it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import lint
from lint.findings import Finding, Place, Report
from lint.reporters.style import Style

SCHEMA_FILE = Path(__file__).with_name("report-schema-1.json")


def render(reports: Sequence[Report], _style: Style) -> str:
    """Return all reports as one JSON object, every key present."""
    import json  # noqa: PLC0415 - the other formats start faster without it

    return json.dumps(_whole(reports), ensure_ascii=False, indent=2) + "\n"


def _whole(reports: Sequence[Report]) -> dict[str, Any]:
    statuses = [report.status for report in reports]
    return {
        "schema": 1,
        "tool": {"name": "reportlint", "version": lint.__version__},
        "summary": {
            "files": len(reports),
            "passed": statuses.count("passed"),
            "failed": statuses.count("failed"),
            "unreadable": statuses.count("unreadable"),
            "error": sum(report.count("error") for report in reports),
            "warning": sum(report.count("warning") for report in reports),
            "info": sum(report.count("info") for report in reports),
            "unchecked": sum(_unchecked_rules(report) for report in reports),
        },
        "reports": [_report(report) for report in reports],
    }


def _unchecked_rules(report: Report) -> int:
    return len({entry.code for entry in report.unchecked})


def _report(report: Report) -> dict[str, Any]:
    return {
        "path": report.path,
        "status": report.status,
        "form": report.form,
        "edition": report.edition,
        "body": report.body,
        "year": report.year,
        "rules": {"held": report.held, "broken": report.broken, "unchecked": _unchecked_rules(report)},
        "findings": [_finding(finding) for finding in report.findings],
        "unchecked": [{"code": entry.code, "reason": entry.reason} for entry in report.unchecked],
        "waived": [],
        "adjusted": list(report.adjusted),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity,
        "message": finding.message,
        "basis": finding.basis,
        "advice": finding.advice,
        "location": _location(finding.place),
        "related": [{**_location(place), "value": place.value} for place in finding.related],
        "explains": list(finding.explains),
        "found": finding.found,
        "expected": finding.expected,
        "fingerprint": finding.fingerprint,
        "url": None,
    }


def _location(place: Place) -> dict[str, Any]:
    block, row, column, line = place.location
    return {
        "part": place.part if place.part or block else None,
        "block": block or None,
        "line": line or None,
        "table": place.table,
        "row": place.row,
        "row_label": place.row_label,
        "column": place.column,
        "column_label": place.column_label,
        "cell": [row, column] if row and column else None,
        "text": place.text,
    }
