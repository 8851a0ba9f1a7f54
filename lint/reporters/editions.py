"""Forms for people and programs: the editions there are, and what two of them differ in."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType
from typing import Any, NamedTuple

import lint
from lint.forms.template import TableSpec, Template
from lint.learn.changes import Change
from lint.model import Phrase
from lint.reporters.columns import hang, pad, width
from lint.reporters.style import Style


class Size(NamedTuple):
    """How many parts, tables, value cells to be filled in, and sums a form has."""

    parts: int
    tables: int
    cells: int
    sums: int


def size(template: Template) -> Size:
    """Return the size of a form (6, 3, 200 and 42 for the one in force)."""
    cells = sum(len(band.columns) * len(band.rows) for table in template.tables for band in table.bands)
    printed = sum(len(table.printed) for table in template.tables)
    sums = sum(_sums(table) for table in template.tables)
    return Size(len(template.sections), len(template.tables), cells - printed, sums)


def _sums(table: TableSpec) -> int:
    """Return how many sums are due: one in every column or row that has the terms."""
    due = 0
    for spec in table.sums:
        for band in table.bands:
            members = band.rows if spec.along == "column" else band.columns
            others = band.columns if spec.along == "column" else band.rows
            due += len(others) if any(member.key in spec.terms for member in members) else 0
    return due


_COLUMNS = (
    Phrase("表单", "form"),
    Phrase("报告年度", "years"),
    Phrase("部分", "parts"),
    Phrase("表格", "tables"),
    Phrase("数据", "figures"),
    Phrase("算式", "sums"),
    Phrase("依据", "source"),
)
_NUMBERS = range(2, 6)  # columns that hold numbers


def list_text(templates: Sequence[Template], style: Style) -> str:
    """Return one line for each edition below a line of headings."""
    rows = [[name.in_language(style.lang) for name in _COLUMNS], *(_row(template, style) for template in templates)]
    sizes = [max(width(row[place]) for row in rows) for place in range(len(_COLUMNS))]
    gap = "  " if sum(sizes) + 2 * (len(sizes) - 1) <= style.width else " "
    return "".join(f"{gap.join(_aligned(row, sizes)).rstrip()}\n" for row in rows)


def _aligned(row: Sequence[str], sizes: Sequence[int]) -> Iterator[str]:
    for place, (text, size) in enumerate(zip(row, sizes, strict=True)):
        yield " " * (size - width(text)) + text if place in _NUMBERS else pad(text, size)


def _row(template: Template, style: Style) -> list[str]:
    since, until = template.since, template.until
    due = style.say(f"{since} 起", f"{since} on") if until is None else f"{since}—{until}"
    return [f"{template.form}/{template.edition}", due, *map(str, size(template)), template.source]


def list_json(templates: Sequence[Template], style: Style) -> str:
    """Return the editions as a JSON list."""
    return _json([_edition(template, style) for template in templates])


def _edition(template: Template, style: Style) -> dict[str, Any]:
    found = size(template)
    return {
        "form": template.form,
        "edition": template.edition,
        "name": template.name.in_language(style.lang),
        "since": template.since,
        "until": template.until,
        "binding": template.binding,
        "source": template.source,
        "sections": found.parts,
        "tables": found.tables,
        "figures": found.cells,
        "sums": found.sums,
    }


class Comparison(NamedTuple):
    """What two forms differ in, and how each is called."""

    old: str
    new: str
    changes: tuple[Change, ...]


def diff_text(comparison: Comparison, style: Style) -> str:
    """Return the changes under the part or table they belong to."""
    old, new, changes = comparison
    if not changes:
        return style.say(f"{old} 与 {new} 没有不同\n", f"{old} and {new} do not differ\n")
    count = len(changes)
    head = style.say(f"{old} → {new}：{count} 处不同", f"{old} → {new}: {count} difference{'s' * (count > 1)}")
    return "\n".join([style.ink("strong", head), *_told(changes, style)]) + "\n"


def _told(changes: Sequence[Change], style: Style) -> Iterator[str]:
    for where, members in groupby(changes, key=lambda change: change.where.words):
        yield ""
        yield where.in_language(style.lang)
        for change in members:
            yield from hang("· ", change.sentence.in_language(style.lang), 2, style.width)


def diff_json(comparison: Comparison, style: Style) -> str:
    """Return the changes as a JSON object."""
    return _json(
        {
            "schema": 1,
            "tool": {"name": "reportlint", "version": lint.__version__},
            "old": comparison.old,
            "new": comparison.new,
            "changes": [_change(change, style) for change in comparison.changes],
        }
    )


def _change(change: Change, style: Style) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "part": change.where.part or None,
        "table": change.where.table,
        "where": change.where.words.in_language(style.lang),
        "message": change.sentence.in_language(style.lang),
        "old": list(change.old),
        "new": list(change.new),
    }


def _json(data: object) -> str:
    import json  # noqa: PLC0415 - text starts faster without it

    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def verdict_text(comparison: Comparison, style: Style) -> str:
    """Return whether a form is what the official file says, and what differs."""
    old, new, changes = comparison
    if not changes:
        return style.say(f"一致：{old} 与官方文件 {new} 相符\n", f"{old} is what {new} says\n")
    count = len(changes)
    head = style.say(
        f"不一致：与 {old} 相比，官方文件 {new} 有 {count} 处不同",
        f"compared with {old}, {new} has {count} difference{'s' * (count > 1)}",
    )
    return "\n".join([*hang("", head, 0, style.width), *_told(changes, style)]) + "\n"


LISTS: Mapping[str, Callable[[Sequence[Template], Style], str]] = MappingProxyType(
    {"text": list_text, "json": list_json}
)
DIFFS: Mapping[str, Callable[[Comparison, Style], str]] = MappingProxyType({"text": diff_text, "json": diff_json})
VERDICTS: Mapping[str, Callable[[Comparison, Style], str]] = MappingProxyType({"text": verdict_text, "json": diff_json})
