"""A template as one reads the form on paper: headings, hints, and each table drawn."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from lint.forms.layout import laid_out, stub_width
from lint.forms.sums import SumSpec
from lint.forms.template import SectionSpec, TableSpec, Template
from lint.learn.compare import years
from lint.model import Phrase
from lint.reporters.columns import hang, visible, width, wrap
from lint.reporters.drawing import drawn
from lint.reporters.style import Style


class Page(NamedTuple):
    """What is to be shown of a form: all of it, or one table by its key; with or without the keys rules speak in."""

    template: Template
    name: str  # what people call it
    table: str | None = None
    keys: bool = False
    learnt: bool = False  # years and source are made up


def as_text(page: Page, style: Style) -> str:
    """Return the form for a terminal."""
    template = page.template
    tables = [spec for spec in template.tables if page.table in (None, spec.key)]
    lines: list[str] = [] if page.table else list(_head(page, style))
    if page.table:
        lines += [style.ink("strong", spec.name.in_language(style.lang)) for spec in tables]
    for section in () if page.table else template.sections:
        lines += ["", *_section(section, page, style)]
        lines += _drawn([spec for spec in tables if spec.section == section.key], page, style)
    if page.table or not template.sections:
        lines += _drawn(tables, page, style)
    return "".join(f"{line}\n" for line in lines)


def _head(page: Page, style: Style) -> Iterator[str]:
    name, title = visible(page.name), page.template.name.in_language(style.lang)
    beside = width(name) + 2 + width(title) <= style.width
    yield style.ink("strong", name) + (f"  {visible(title)}" if beside else "")
    if not beside:
        yield from hang("", title, 2, style.width)
    if not page.learnt:
        zh, en = years(page.template)
        source = page.template.source
        facts = style.say(f"报告年度：{zh}；依据：{source}", f"report years: {en}; source: {source}")
        yield from hang("", facts, 2, style.width)


def _section(section: SectionSpec, page: Page, style: Style) -> Iterator[str]:
    number = f"{section.numeral}、" if section.numeral else ""
    mark = f"  [{section.key}]" if page.keys else ""
    first, *rest = wrap(visible(f"{number}{section.heading}"), style.width - width(mark))
    yield style.ink("strong", first) + (style.ink("faint", mark) if not rest else "")
    yield from (style.ink("strong", line) for line in rest)
    if rest and mark:
        yield style.ink("faint", mark)
    if section.hint:
        yield from hang("", section.hint, 4, style.width)


def _drawn(tables: Sequence[TableSpec], page: Page, style: Style) -> Iterator[str]:
    for spec in tables:
        yield ""
        values = {row.key: {column.key: "" for column in band.columns} for band, row in spec.rows()}
        for cell in spec.printed:
            values[cell.row][cell.column] = cell.text
        yield from drawn(laid_out(spec, values), style.width, left=stub_width(spec))
        if page.keys:
            yield from _keys(spec, style)


def _keys(spec: TableSpec, style: Style) -> Iterator[str]:
    """Yield the keys of a table with the labels they stand for: columns first, then rows."""
    columns = {column.key: column.labels for band in spec.bands for column in band.columns}
    rows = {row.key: row.labels for _, row in spec.rows()}
    yield style.say(f"  表 [{spec.key}]", f"  table [{spec.key}]")
    for name, paths in ((Phrase("列", "columns"), columns), (Phrase("行", "rows"), rows)):
        yield f"  {name.in_language(style.lang)}"
        size = max(width(key) for key in paths) + 2
        for key, labels in paths.items():
            path = " › ".join(labels) or style.say("（无名称）", "(no label)")
            yield from hang(f"{key}{' ' * (size - width(key))}", path, 4, style.width)


def as_toml(page: Page, style: Style) -> str:
    """Return the form as a template file."""
    from lint.learn.writing import toml_text  # noqa: PLC0415 - the other formats do without it

    return toml_text(page.template, lang=style.lang)


def as_json(page: Page, _style: Style) -> str:
    """Return the form as a JSON object, with the field names of the template."""
    import json  # noqa: PLC0415 - the other formats start faster without it

    template = page.template
    if page.table:
        template = template._replace(tables=tuple(spec for spec in template.tables if spec.key == page.table))
    return json.dumps(_plain(template), ensure_ascii=False, indent=2) + "\n"


def _plain(value: object) -> Any:  # noqa: ANN401 - JSON holds anything
    """Return a value of a template as JSON has it."""
    if isinstance(value, re.Pattern):
        return value.pattern
    if isinstance(value, SumSpec):
        return {"key": value.key, "along": value.along, "identity": " == ".join(map(" + ".join, value[2:]))}
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {key: _plain(each) for key, each in value._asdict().items()}
    return [_plain(each) for each in value] if isinstance(value, tuple) else value


FORMATS: Mapping[str, Callable[[Page, Style], str]] = MappingProxyType(
    {"text": as_text, "toml": as_toml, "json": as_json}
)
