"""Editions: one TOML file each, complete in itself, read into a Template."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, cast, get_args

from lint.forms.fields import Fields, load_toml, nearest
from lint.forms.sums import Along, SumSpec, parse_sum
from lint.forms.template import Band, Carry, CellKind, ColumnSpec, Printed, RowSpec, SectionSpec, TableSpec, Template
from lint.language.wording import CHINESE_DIGITS, numeral_value
from lint.model import Phrase

_ROMAN = re.compile(r"[IVXL]+(?:\.[A-Z](?:\.?\(?\d+\)?)?)?")
OPEN = "?"  # stands in a learnt template for what somebody must still fill in


def read_template(path: Path) -> Template:
    """Read one edition of a pack; PackError names file, table and key of any mistake, also in the file's own name."""
    template = template_of(load_toml(path), path.name)
    fields = Fields({}, path.name, "")
    if template.edition != path.stem:
        raise fields.error("edition", f"应与文件名 {path.stem} 一致", f"must be {path.stem}, as the file is named")
    if template.form != path.parent.name:
        raise fields.error(
            "form", f"应与文件夹名 {path.parent.name} 一致", f"must be {path.parent.name}, as its folder"
        )
    return template


def template_of(data: Mapping[str, Any], file: str) -> Template:
    """Return the edition that a TOML file's data describe; `file` is how errors name it."""
    fields = Fields(data, file, "")
    sections = tuple(_section(each) for each in fields.tables("section", required=False))
    keys = {section.key for section in sections}
    tables = tuple(_table(each, keys) for each in fields.tables("table", required=False))
    if not sections and not tables:
        raise fields.error("section", "既没有部分，也没有表格", "has neither a section nor a table")
    template = Template(
        form=_filled(fields, "form"),
        edition=_filled(fields, "edition"),
        since=fields.number("since", required=True) or 0,
        until=fields.number("until"),
        name=_name(fields),
        title=fields.text("title", ""),
        source=_filled(fields, "source"),
        sections=sections,
        tables=tables,
        binding=fields.number("binding"),
        former=_patterns(fields, "former"),
    )
    fields.done()
    _refuse_years(fields, template)
    fields.refuse_doubles("section", (section.key for section in sections))
    _refuse_numerals(fields, sections)
    fields.refuse_doubles("table", (table.key for table in tables))
    return template


def _filled(fields: Fields, key: str) -> str:
    """Return a text that must not be left open."""
    text = fields.text(key)
    if text == OPEN:
        raise fields.error(key, "还是问号，请填写", "is still a question mark; fill it in")
    return text


def _name(fields: Fields) -> Phrase:
    name = fields.phrase("name")
    if OPEN in name:
        raise fields.error("name", "还是问号，请填写", "is still a question mark; fill it in")
    return name


def _patterns(fields: Fields, key: str) -> tuple[str, ...]:
    """Return patterns that were tried; what they are for is seldom looked at, so they are not kept compiled."""
    for rank, text in enumerate(fields.texts(key), 1):
        try:
            re.compile(text)
        except re.error as error:
            zh, en = f"不是有效的正则表达式：{error}", f"is no valid regular expression: {error}"
            raise fields.error(f"{key}[{rank}]", zh, en) from error
    return fields.texts(key)


def _refuse_years(fields: Fields, template: Template) -> None:
    for key, year in (("since", template.since), ("until", template.until), ("binding", template.binding)):
        if year is not None and not 1990 <= year <= 2100:
            raise fields.error(key, "应为年份", "must be a year")
    for key, year in (("until", template.until), ("binding", template.binding)):
        if year is not None and year < template.since:
            raise fields.error(key, "不能早于 since", "must not be before since")


def _refuse_numerals(fields: Fields, sections: Sequence[SectionSpec]) -> None:
    """Refuse what is no number of a section, and numbers that do not follow each other; all or none have one."""
    last: int | None = None
    for spec in sections if any(spec.numeral for spec in sections) else ():
        if not _is_numeral(spec.numeral):
            raise fields.error("section.numeral", f"“{spec.numeral}”不是序号", f"“{spec.numeral}” is no number")
        value = numeral_value(spec.numeral)
        if value is not None and last is not None and value != last + 1:
            zh, en = f"“{spec.numeral}”没有紧接前一部分的序号", f"“{spec.numeral}” does not follow the number before it"
            raise fields.error("section.numeral", zh, en)
        last = value


def _is_numeral(text: str) -> bool:
    """Tell whether a text is a number as sections bear it: 一, （一）, 第一部分, 1, IV, XII.D."""
    plain = text.removeprefix("第").removesuffix("部分").removesuffix("章")
    plain = plain[1:-1] if plain[:1] + plain[-1:] == "（）" else plain
    return bool(plain) and (
        plain.isdecimal() or all(sign in CHINESE_DIGITS for sign in plain) or _ROMAN.fullmatch(plain) is not None
    )


def _key(fields: Fields) -> str:
    key = _filled(fields, "key")
    if not (key.isidentifier() and key.isascii()):
        raise fields.error("key", "应为英文标识符", "must be an ASCII identifier")
    return key


def _section(fields: Fields) -> SectionSpec:
    spec = SectionSpec(
        key=_key(fields),
        numeral=fields.text("numeral", ""),
        heading=fields.text("heading"),
        aliases=fields.texts("aliases"),
        hint=fields.text("hint", ""),
    )
    fields.done()
    return spec


def _table(fields: Fields, sections: set[str]) -> TableSpec:
    spec = TableSpec(
        key=_key(fields),
        section=fields.text("section") if sections else fields.text("section", ""),
        name=fields.phrase("name"),
        bands=tuple(_band(each) for each in fields.tables("band")),
        sums=tuple(_sum(each) for each in fields.tables("sum", required=False)),
        note=fields.flag("note"),
        carries=tuple(_carry(each) for each in fields.tables("carry", required=False)),
        printed=tuple(_printed(each) for each in fields.tables("printed", required=False)),
    )
    if spec.section not in sections and (sections or spec.section):
        raise fields.error("section", f"没有“{spec.section}”这一部分", f"there is no section “{spec.section}”")
    fields.refuse_doubles("band", (row.key for _, row in spec.rows()))
    fields.refuse_doubles("sum", (each.key for each in spec.sums))
    keys = {
        "column": {row.key for _, row in spec.rows()},
        "row": {column.key for band in spec.bands for column in band.columns},
    }
    for each in spec.sums:
        for term in each.terms:
            _refuse_unknown(fields, f"sum.{each.key}", term, keys[each.along])
    for carry in spec.carries:
        for key in carry:
            _refuse_unknown(fields, "carry", key, keys["column"])
    for cell in spec.printed:
        _refuse_unknown(fields, "printed.row", cell.row, keys["column"])
        _refuse_unknown(fields, "printed.column", cell.column, keys["row"])
    fields.done()
    return spec


def _refuse_unknown(fields: Fields, key: str, word: str, known: set[str]) -> None:
    if word not in known:
        near = nearest(word, sorted(known)) or "?"
        raise fields.error(key, f"没有“{word}”，是否想写 {near}", f"there is no “{word}”; did you mean {near}")


def _carry(fields: Fields) -> Carry:
    carry = Carry(source=fields.text("from"), target=fields.text("to"))
    fields.done()
    return carry


def _printed(fields: Fields) -> Printed:
    cell = Printed(fields.text("row"), fields.text("column"), fields.text("text"))
    fields.done()
    return cell


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
    fields.refuse_doubles("columns", (column.key for column in band.columns))
    fields.done()
    return band


def _column(fields: Fields) -> ColumnSpec:
    kind = fields.text("kind", "count")
    if kind not in get_args(CellKind):
        known = ", ".join(get_args(CellKind))
        raise fields.error("kind", f"只能是其中之一：{known}", f"must be one of {known}")
    labels = fields.texts("labels", required=True)
    if not labels:
        raise fields.error("labels", "不能为空", "must not be empty")
    unit = fields.text("unit", "")
    if unit and not any(f"{start}{unit}{end}" in labels[-1] for start in "：:（(" for end in "）)"):
        raise fields.error("unit", f"“{unit}”不在表头“{labels[-1]}”里", f"“{unit}” is not in the header “{labels[-1]}”")
    spec = ColumnSpec(_key(fields), labels, cast("CellKind", kind), unit, fields.texts("aliases"))
    fields.done()
    return spec


def _row(fields: Fields) -> RowSpec:
    spec = RowSpec(_key(fields), fields.texts("labels", required=True), fields.texts("aliases"))
    fields.done()
    return spec
