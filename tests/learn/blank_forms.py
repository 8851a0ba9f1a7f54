"""Blank forms for the tests: the shipped editions laid out without figures, and small documents made by hand."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lint.forms.specimen import SpecimenText, specimen
from lint.forms.template import Template
from lint.model import Block, Cell, Document, Location, Paragraph, Table

SHARED = Path(__file__).parents[3] / "shared"


def blank(template: Template, figure: str = "") -> Document:
    """Lay out an edition with its hints, every value cell blank (or holding `figure`)."""
    values = {
        table.key: {row.key: {column.key: figure for column in band.columns} for band, row in table.rows()}
        for table in template.tables
    }
    for table in template.tables:
        for cell in table.printed:
            values[table.key][cell.row][cell.column] = cell.text
    hints = {spec.key: tuple(spec.hint.split("\n")) for spec in template.sections if spec.hint}
    return specimen(template, SpecimenText("", 0, (f"{template.title}格式",), sections=hints, values=values))


def table(*rows: Sequence[str], block: int = 1) -> Table:
    """Make a table of texts: "<" goes on with the cell to the left, "^" with the cell above."""
    marks: list[list[tuple[int, int]]] = []
    for row, line in enumerate(rows):
        marks.append([])
        for column, text in enumerate(line):
            mark = marks[row][column - 1] if text == "<" else marks[row - 1][column] if text == "^" else (row, column)
            marks[row].append(mark)
    cells = {}
    for mark in {mark for line in marks for mark in line}:
        places = [(r, c) for r, line in enumerate(marks) for c, other in enumerate(line) if other == mark]
        (top, left), (bottom, right) = min(places), max(places)
        location = Location(block, top + 1, left + 1)
        cells[mark] = Cell(rows[top][left], location, bottom - top + 1, right - left + 1)
    return Table(tuple(tuple(cells[mark] for mark in line) for line in marks), Location(block))


def document(*blocks: str | Table, name: str = "form.docx") -> Document:
    """Make a document of paragraphs and tables, numbered in reading order."""
    made: list[Block] = []
    for number, block in enumerate(blocks, 1):
        if isinstance(block, str):
            made.append(Paragraph(block, Location(number)))
        else:
            anchors = {id(cell): cell for line in block.grid for cell in line if cell is not None}
            moved = {key: cell._replace(location=cell.location._replace(block=number)) for key, cell in anchors.items()}
            grid = tuple(tuple(moved[id(cell)] if cell is not None else None for cell in line) for line in block.grid)
            made.append(Table(grid, Location(number), block.ragged))
    return Document(name, tuple(made))
