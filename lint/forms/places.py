"""Finds sections, rows and columns of the form in a document by their exact labels, for edits that name them by key.

This is no alignment: a label that departs from the form is not found.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from lint.errors import UsageError
from lint.forms.layout import header_depth, stub_width
from lint.forms.sheet import Sheet, sheet
from lint.forms.template import Band, SectionSpec, TableSpec, Template
from lint.language.wording import fold, split_number
from lint.model import Block, Document, Paragraph, Phrase, Table

_HEADING = re.compile(r"[一二三四五六七八九十]{1,3}[、.,:]")
_DATE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")


class UnfitEditError(UsageError):
    """An edit names what the template or the document does not have."""


def unfit(what: str) -> UnfitEditError:
    """Return the error for something that is not there."""
    return UnfitEditError(Phrase(f"没有“{what}”", f"there is no {what!r}"))


class Stretch(NamedTuple):
    """A section as it stands in `document.blocks[start:end]`; its heading is the first block."""

    start: int
    end: int


def section_spec(template: Template, key: str) -> SectionSpec:
    """Return the section of the template with this key; UnfitEditError if there is none."""
    for spec in template.sections:
        if spec.key == key:
            return spec
    raise unfit(key)


def stretch(document: Document, template: Template, key: str) -> Stretch:
    """Return where the section with this key stands; UnfitEditError if it does not."""
    spec = section_spec(template, key)
    headings = {fold(heading) for heading in (spec.heading, *spec.aliases)}
    for start, block in enumerate(document.blocks):
        if isinstance(block, Paragraph) and split_number(fold(block.text))[1] in headings:
            rest = document.blocks[start + 1 : tail(document)]
            ends = (start + 1 + offset for offset, later in enumerate(rest) if _is_heading(later, template))
            return Stretch(start, next(ends, tail(document)))
    raise unfit(spec.heading)


def tail(document: Document) -> int:
    """Return the index of the signature, one past the last block if the report is not signed."""
    blocks = document.blocks
    if blocks and isinstance(last := blocks[-1], Paragraph) and _DATE.fullmatch(fold(last.text)):
        before = blocks[-2] if len(blocks) > 1 else None
        return len(blocks) - (2 if isinstance(before, Paragraph) and not before.text.endswith("。") else 1)
    return len(blocks)


def paragraph(document: Document, containing: str) -> int:
    """Return the index of the first paragraph with these words in it; UnfitEditError if there is none."""
    for place, block in enumerate(document.blocks):
        if isinstance(block, Paragraph) and containing in block.text:
            return place
    raise unfit(containing)


def table_spec(template: Template, key: str) -> TableSpec:
    """Return the table of the template with this key; UnfitEditError if there is none."""
    for spec in template.tables:
        if spec.key == key:
            return spec
    raise unfit(key)


def table_place(document: Document, spec: TableSpec, row: str = "") -> int:
    """Return the index of the first table that bears at least two labels of the form's table and, if given, the row."""
    labels = {fold(label) for band in spec.bands for column in band.columns for label in column.labels}
    labels |= {fold(label) for _, member in spec.rows() for label in member.labels}
    for place, block in enumerate(document.blocks):
        if not isinstance(block, Table) or len(labels & {fold(cell.text) for cell in block.cells()}) < 2:
            continue
        if not row or rows_of(sheet(block), spec, row):
            return place
    raise unfit(f"{spec.key}.{row}" if row else spec.key)


def band_of(spec: TableSpec, row: str) -> Band:
    """Return the band that has the row with this key; UnfitEditError if none has."""
    for band, candidate in spec.rows():
        if candidate.key == row:
            return band
    raise unfit(row)


def rows_of(grid: Sheet, spec: TableSpec, key: str) -> list[int]:
    """Return the rows of the sheet, counted from 0, that bear the label path of this row; without labels, the last."""
    wanted = next((row.labels for _, row in spec.rows() if row.key == key), None)
    if wanted is None:
        raise unfit(key)
    if not wanted:
        return [len(grid.marks) - 1]
    path, stub = [fold(label) for label in wanted], stub_width(spec)
    return [row for row, line in enumerate(grid.marks) if _wording(grid, line[:stub]) == path]


def row_of(grid: Sheet, spec: TableSpec, key: str) -> int:
    """Return the first such row; UnfitEditError if there is none."""
    for row in rows_of(grid, spec, key):
        return row
    raise unfit(key)


def column_of(grid: Sheet, spec: TableSpec, row: str, key: str) -> int:
    """Return the column of the sheet, counted from 0, whose headers above this row are the label path of the column."""
    band = band_of(spec, row)
    path = next(([fold(label) for label in column.labels] for column in band.columns if column.key == key), None)
    if path is None:
        raise unfit(key)
    depth = header_depth(band)
    for top in range(row_of(grid, spec, row) - depth, -1, -1):
        for column in range(stub_width(spec), len(grid.marks[0])):
            if _wording(grid, grid.column(column)[top : top + depth]) == path:
                return column
    raise unfit(key)


def _wording(grid: Sheet, marks: Iterable[int]) -> list[str]:
    return [fold(grid.cells[mark].text) for mark in dict.fromkeys(marks)]


def _is_heading(block: Block, template: Template) -> bool:
    if not isinstance(block, Paragraph):
        return False
    folded = fold(block.text)
    headings = {fold(heading) for spec in template.sections for heading in (spec.heading, *spec.aliases)}
    numbered = _HEADING.match(folded) and len(folded) < 40 and not folded.endswith((".", ";"))
    return bool(numbered) or split_number(folded)[1] in headings
