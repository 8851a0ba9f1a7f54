"""Rows of a text export that are padded to one width → a table with its merged cells, told from the blanks they leave.

Spreadsheets and converters write a merged cell as its text and a blank field for every further place it covers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from lint.model import Cell, Location, Table
from lint.readers.text.textgrid import Row

_FIGURE: Final = re.compile(r"\s*[+-]?\d[\d.,]*\s*\Z")
_NARROWEST: Final = 3  # columns; with fewer there is nothing to pad

Owners = list[list[tuple[int, int]]]  # for each place the row and column at which the cell that covers it begins


def padded(rows: Sequence[Row], block: int) -> Table | None:
    """Return the table; None if the rows are not of one width, or no blank in its header tells that they are padded."""
    width = len(rows[0])
    if width < _NARROWEST or any(len(row) != width or row[0].line != row[-1].line for row in rows):
        return None
    firsts = [_first_figure(row) for row in rows]
    counted = Counter(first for first in firsts if first is not None)
    if not counted or not any(_has_gap(row) for row, first in zip(rows, firsts, strict=True) if first is None):
        return None
    edge = counted.most_common(1)[0][0]
    # Words right of the labels and no figure: the head of the columns. A label alone may be a row left blank.
    headers = [
        first is None and any(piece.text.strip() for piece in row[edge:])
        for row, first in zip(rows, firsts, strict=True)
    ]
    owners: Owners = []
    for number, row in enumerate(rows):
        upper = owners[-1] if owners and headers[number - 1] == headers[number] else None
        owners.append(_header(row, number, upper) if headers[number] else _values(row, number, upper, edge))
    return _table(rows, owners, block)


def _first_figure(row: Row) -> int | None:
    return next((column for column, piece in enumerate(row) if _FIGURE.match(piece.text)), None)


def _has_gap(row: Row) -> bool:
    return any(not piece.text.strip() for piece in row)


def _header(row: Row, number: int, upper: list[tuple[int, int]] | None) -> list[tuple[int, int]]:
    """Return who covers each place of a header row: a blank belongs to what begins right above it, else to its left."""
    line: list[tuple[int, int]] = []
    for column, piece in enumerate(row):
        above = upper[column] if upper else None
        if piece.text.strip():
            line.append((number, column))
        elif above is not None and (above[1] == column or (column and line[-1] == above)):
            line.append(above)
        else:
            line.append(line[-1] if column else (number, column))
    return line


def _values(row: Row, number: int, upper: list[tuple[int, int]] | None, edge: int) -> list[tuple[int, int]]:
    """Return who covers each place of a row of figures: blanks behind its label are its, blanks before a group's."""
    line: list[tuple[int, int]] = []
    labelled = False
    for column, piece in enumerate(row):
        above = upper[column] if upper else None
        if piece.text.strip() or column >= edge:
            line.append((number, column))
            labelled = True
        elif labelled:
            line.append(line[-1])
        else:
            line.append(above if above is not None and above[1] == column else (number, column))
    return line


def _table(rows: Sequence[Row], owners: Owners, block: int) -> Table | None:
    """Return the table, None if a cell would be no rectangle."""
    places: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for row, line in enumerate(owners):
        for column, owner in enumerate(line):
            places.setdefault(owner, []).append((row, column))
    cells: dict[tuple[int, int], Cell] = {}
    for (row, column), covered in places.items():
        bottom, right = covered[-1]
        rowspan, colspan = bottom - row + 1, right - column + 1
        if (row, column) not in covered or len(covered) != rowspan * colspan:
            return None
        piece = rows[row][column]
        location = Location(block, row + 1, column + 1, piece.line)
        cells[row, column] = Cell(piece.text.strip(), location, rowspan, colspan)
    grid = tuple(tuple(cells[owner] for owner in line) for line in owners)
    return Table(grid, Location(block, line=rows[0][0].line))
