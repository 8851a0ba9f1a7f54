"""Editions: one TOML file each, complete in itself, read into a Template."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import cast

from lint.forms.fields import Fields, load_toml, nearest
from lint.forms.sums import Along, SumSpec, parse_sum
from lint.forms.template import Band, CellKind, ColumnSpec, RowSpec, SectionSpec, TableSpec, Template


def read_template(path: Path) -> Template:
    """Read one edition; PackError names file, table and key of any mistake."""
    fields = Fields(load_toml(path), path.name, "")
    sections = tuple(_section(each) for each in fields.tables("section"))
    tables = tuple(_table(each, {section.key for section in sections}) for each in fields.tables("table"))
    template = Template(
        form=fields.text("form"),
        edition=fields.text("edition"),
        since=fields.number("since", required=True) or 0,
        until=fields.number("until"),
        name=fields.phrase("name"),
        title=fields.text("title"),
        source=fields.text("source"),
        sections=sections,
        tables=tables,
    )
    fields.done()
    if template.edition != path.stem:
        raise fields.error("edition", f"应与文件名 {path.stem} 一致", f"must be {path.stem}, as the file is named")
    if template.form != path.parent.name:
        raise fields.error(
            "form", f"应与文件夹名 {path.parent.name} 一致", f"must be {path.parent.name}, as its folder"
        )
    _refuse_doubles(fields, "section", (section.key for section in sections))
    _refuse_doubles(fields, "section", (section.numeral for section in sections))
    _refuse_doubles(fields, "table", (table.key for table in tables))
    return template


def _refuse_doubles(fields: Fields, key: str, names: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise fields.error(key, f"“{name}”出现两次", f"“{name}” stands twice")
        seen.add(name)


def _key(fields: Fields) -> str:
    key = fields.text("key")
    if not (key.isidentifier() and key.isascii()):
        raise fields.error("key", "应为英文标识符", "must be an ASCII identifier")
    return key


def _section(fields: Fields) -> SectionSpec:
    spec = SectionSpec(
        _key(fields), fields.text("numeral"), fields.text("heading"), fields.texts("aliases"), fields.text("hint", "")
    )
    fields.done()
    return spec


def _table(fields: Fields, sections: set[str]) -> TableSpec:
    spec = TableSpec(
        key=_key(fields),
        section=fields.text("section"),
        name=fields.phrase("name"),
        bands=tuple(_band(each) for each in fields.tables("band")),
        sums=tuple(_sum(each) for each in fields.tables("sum", required=False)),
        note=fields.flag("note"),
    )
    if spec.section not in sections:
        raise fields.error("section", f"没有“{spec.section}”这一部分", f"there is no section “{spec.section}”")
    _refuse_doubles(fields, "band", (row.key for _, row in spec.rows()))
    _refuse_doubles(fields, "sum", (each.key for each in spec.sums))
    keys = {
        "column": {row.key for _, row in spec.rows()},
        "row": {column.key for band in spec.bands for column in band.columns},
    }
    for each in spec.sums:
        for term in each.terms:
            if term not in keys[each.along]:
                near = nearest(term, sorted(keys[each.along])) or "?"
                raise fields.error(
                    f"sum.{each.key}", f"没有“{term}”，是否想写 {near}", f"there is no “{term}”; did you mean {near}"
                )
    fields.done()
    return spec


def _sum(fields: Fields) -> SumSpec:
    along = fields.text("along")
    if along not in {"row", "column"}:
        raise fields.error("along", "只能是 row 或 column", "must be row or column")
    text = fields.text("identity")
    try:
        left, right = parse_sum(text)
    except ValueError:
        zh, en = "应写成“a + b == c + d”", "must read like “a + b == c + d”"
        raise fields.error("identity", zh, en) from None
    spec = SumSpec(fields.text("key"), cast("Along", along), left, right)
    fields.done()
    return spec


def _band(fields: Fields) -> Band:
    band = Band(
        title=fields.text("title", ""),
        stub=fields.text("stub", ""),
        columns=tuple(_column(each) for each in fields.tables("columns")),
        rows=tuple(_row(each) for each in fields.tables("rows")),
        stub_aliases=fields.texts("stub_aliases"),
    )
    _refuse_doubles(fields, "columns", (column.key for column in band.columns))
    fields.done()
    return band


def _column(fields: Fields) -> ColumnSpec:
    kind = fields.text("kind", "count")
    if kind not in {"count", "amount"}:
        raise fields.error("kind", "只能是 count 或 amount", "must be count or amount")
    labels = fields.texts("labels", required=True)
    if not labels:
        raise fields.error("labels", "不能为空", "must not be empty")
    spec = ColumnSpec(_key(fields), labels, cast("CellKind", kind), fields.text("unit", ""))
    fields.done()
    return spec


def _row(fields: Fields) -> RowSpec:
    spec = RowSpec(_key(fields), fields.texts("labels", required=True))
    fields.done()
    return spec
