"""An outline → a template whose keys are made up: ASCII, by the number of the part and the place in the table."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from lint.forms.template import SectionSpec, TableSpec, Template
from lint.language.wording import fold, numeral_value
from lint.learn.labels import COUNTED
from lint.learn.outline import Outline
from lint.learn.paper import Drawn, Paper
from lint.learn.tables import read_table, sheets
from lint.learn.titles import report_title
from lint.model import Document, Phrase, Table
from lint.readers.numerals import numeral

EARLIEST = 1990  # the first report year a template may name: it is for reports of any year
_BRACKETED = re.compile(r"\(.*\)")
_HINT = 300  # characters below a heading from which they are somebody's text, no hint


class Draft(NamedTuple):
    """A template with made-up keys, the paper it was read from, and what a person should look at."""

    template: Template
    remarks: tuple[Phrase, ...]
    paper: Paper


def draft(document: Document, found: Outline, *, with_gaps: bool = False) -> Draft:
    """Return the template that the outline of a document makes; without sections or tables if it has none.

    `with_gaps`: see `numbered`.
    """
    remarks: list[Phrase] = []
    numerals = numbered([part.numeral for part in found.parts], remarks, with_gaps=with_gaps)
    loose = _loose(found)
    remarks += loose
    specs, drawn = _parts(found, numerals, remarks)
    learnt = [each.learnt for each in drawn if each.learnt is not None]
    figures, cells = (sum(getattr(each, name) for each in learnt) for name in ("figures", "cells"))
    filled = 2 * figures > cells
    tables = [each.spec._replace(printed=()) if filled else each.spec for each in learnt]
    if not any(COUNTED.search(label) for spec in tables for label in _labels(spec)):
        tables = [_uncounted(spec) for spec in tables]
    sections = [
        spec._replace(hint=_hint(part.lines, filled=filled)) for spec, part in zip(specs, found.parts, strict=True)
    ]
    if filled:
        zh, en = "这是一份填好的报告，数字没有收入", "this is a filled-in report; its figures were left out"
        remarks.insert(0, Phrase(zh, en))
        loose.insert(0, Phrase(zh, en))
    title = report_title(found.front)
    name = title or document.name.rpartition(".")[0] or document.name or "form"
    template = Template(
        form=identifier(document.name),
        edition="1",
        since=EARLIEST,
        until=None,
        name=Phrase(name, name),
        title=title,
        source=document.name or "form",
        sections=tuple(sections),
        tables=tuple(tables),
    )
    unnumbered = frozenset(spec.key for spec, part in zip(specs, found.parts, strict=True) if not part.numeral)
    numbers = tuple((spec.key, part.numeral) for spec, part in zip(specs, found.parts, strict=True) if part.numeral)
    paper = Paper(found.front, tuple(drawn), unnumbered, numbers, filled, tuple(loose))
    return Draft(template, tuple(remarks), paper)


def _labels(spec: TableSpec) -> Iterator[str]:
    for band in spec.bands:
        yield from (label for column in band.columns for label in column.labels)
        yield from (label for row in band.rows for label in row.labels)


def _uncounted(spec: TableSpec) -> TableSpec:
    """Return the table of a form that says nowhere that it counts: any number will do where whole ones were assumed."""
    bands = []
    for band in spec.bands:
        columns = (column._replace(kind="number") if column.kind == "count" else column for column in band.columns)
        bands.append(band._replace(columns=tuple(columns)))
    return spec._replace(bands=tuple(bands))


def identifier(name: str) -> str:
    """Return an ASCII identifier made of a file's name, "form" if nothing of it is ASCII."""
    words = re.findall(r"[a-z0-9]+", name.rpartition(".")[0].lower() or name.lower())
    made = "-".join(words)
    return made if made[:1].isalpha() else f"form-{made}".rstrip("-")


def _loose(found: Outline) -> list[Phrase]:
    """Return a remark for each table that stands in no part of a form that has parts."""
    return [
        Phrase(
            f"第 {table.block} 段的表格不在任何部分之下，没有收入",
            f"the table in block {table.block} stands in no part and was left out",
        )
        for table in (sheets(found.tables) if found.parts else ())
    ]


def _parts(found: Outline, numerals: Sequence[str], remarks: list[Phrase]) -> tuple[list[SectionSpec], list[Drawn]]:
    specs = [
        SectionSpec(f"part_{numeral_value(sign) or place}", sign, part.heading)
        for place, (sign, part) in enumerate(zip(numerals, found.parts, strict=True), 1)
    ]
    drawn: list[Drawn] = []
    if not found.parts:
        drawn += _tables(SectionSpec("", "", ""), found.tables, remarks)
    for spec, part in zip(specs, found.parts, strict=True):
        drawn += _tables(spec, part.tables, remarks)
    return specs, drawn


def numbered(numerals: Sequence[str], remarks: list[Phrase], *, with_gaps: bool = False) -> list[str]:
    """Return the numbers of parts as printed, "" for all if none is; where they do not follow each other, by place.

    `with_gaps`: numbers that go up are left as they are, though some may be skipped.
    """
    values = [numeral_value(sign) or 0 for sign in numerals]
    steps = {after - one if one else 0 for one, after in pairwise(values)}
    if not any(numerals) or (all(values) and steps <= {1}):
        return list(numerals)
    if with_gaps and all(values) and min(steps) > 0:
        zh, en = "各部分标题的序号有跳号，请核对", "the numbers of the headings leave some out; check them"
        remarks.append(Phrase(zh, en))
        return list(numerals)
    zh, en = "标题的序号不连续，已按先后编号", "the headings are not numbered in order; they were numbered by place"
    remarks.append(Phrase(zh, en))
    style = "decimal" if any(sign.isascii() and sign for sign in numerals) else "chineseCountingThousand"
    return [numeral(place, style) for place in range(1, len(numerals) + 1)]


def _tables(section: SectionSpec, tables: Sequence[Table], remarks: list[Phrase]) -> list[Drawn]:
    """Return the tables of a part; those of which nothing can be learnt are told in a remark."""
    whole = sheets(tables)
    drawn: list[Drawn] = []
    for place, sheet in enumerate(whole, 1):
        table = read_table(sheet)
        name = table_name(section, place if len(whole) > 1 else 0)
        notes = (table,) if isinstance(table, Phrase) else table.remarks
        told = [Phrase(f"{name.zh}：{note.zh}", f"{name.en}: {note.en}") for note in notes]
        remarks += told
        learnt = None
        if not isinstance(table, Phrase):
            key = "_".join(filter(None, (section.key, "table", str(place) if place > 1 else "")))
            learnt = table._replace(spec=table.spec._replace(key=key, section=section.key, name=name))
        drawn.append(Drawn(section.key, sheet.grid, learnt, tuple(told), sheet.ragged))
    return drawn


def table_name(section: SectionSpec, place: int) -> Phrase:
    """Return what a table is called in messages; `place` is 0 for the only one of its part."""
    if not section.key:
        return Phrase(f"第{place}张表格", f"table {place}") if place else Phrase("表格", "the table")
    part = Phrase(f"第{section.numeral}部分", f"part {section.numeral}")
    if not section.numeral:
        part = Phrase(f"“{section.heading}”部分", f"“{section.heading}”")
    if place:
        return Phrase(f"{part.zh}第{place}张表格", f"table {place} of {part.en}")
    return Phrase(f"{part.zh}表格", f"the table of {part.en}")


def _hint(lines: Sequence[str], *, filled: bool) -> str:
    """Return the lines below a heading that the form prints; of somebody's text only those in brackets."""
    text = "\n".join(lines)
    if filled or len(text) > _HINT:
        return "\n".join(line for line in lines if _BRACKETED.fullmatch(fold(line)))
    return text
