"""A table as a rectangle of marks, in which cutting and adding rows and columns cannot tear a merged cell.

Every place of the rectangle bears the mark of the cell that covers it; spans and places are worked out at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from lint.model import Cell, Location, Table


class Sheet(NamedTuple):
    """`marks[row][column]`, counted from 0, is the place in `cells` of the cell that stands there; a table to edit."""

    marks: tuple[tuple[int, ...], ...]
    cells: tuple[Cell, ...]

    def cell(self, row: int, column: int) -> Cell:
        """Return the cell that covers this place."""
        return self.cells[self.marks[row][column]]

    def column(self, column: int) -> tuple[int, ...]:
        """Return the marks of one column from top to bottom."""
        return tuple(line[column] for line in self.marks)

    def wording(self, row: int, column: int, text: str) -> Sheet:
        """Return the sheet with another text in the cell that covers this place."""
        mark = self.marks[row][column]
        fresh = self.cells[mark]._replace(text=text)
        return self._replace(cells=(*self.cells[:mark], fresh, *self.cells[mark + 1 :]))

    def turned(self) -> Sheet:
        """Return the sheet with rows and columns exchanged, so that one function serves both ways."""
        return self._replace(marks=tuple(zip(*self.marks, strict=True)))

    def without_rows(self, rows: Sequence[int]) -> Sheet:
        """Return the sheet without these rows; a merged cell that loses a row shrinks and keeps its text."""
        return self._replace(marks=tuple(line for row, line in enumerate(self.marks) if row not in rows))

    def with_row(self, at: int, text: Callable[[int], str]) -> Sheet:
        """Return the sheet with a new row at `at`; `text` gives the wording of a new cell by column.

        A cell of the row above that covers several rows grows over the new one; beside it, cells as wide as those
        above are made anew.
        """
        cells, line, fresh = list(self.cells), list[int](), dict[int, int]()
        for column, mark in enumerate(self.marks[at - 1]):
            if sum(mark == other for other in self.column(column)) > 1:
                line.append(mark)
                continue
            if mark not in fresh:
                fresh[mark] = len(cells)
                cells.append(Cell(text(column), Location()))
            line.append(fresh[mark])
        return Sheet((*self.marks[:at], tuple(line), *self.marks[at:]), tuple(cells))

    def merged(self, row: int, columns: Sequence[int]) -> Sheet:
        """Return the sheet with the cells at these columns of one row made one; the first keeps its text."""
        line, mark = self.marks[row], self.marks[row][columns[0]]
        fresh = tuple(mark if column in columns else old for column, old in enumerate(line))
        return self._replace(marks=(*self.marks[:row], fresh, *self.marks[row + 1 :]))

    def split(self, at: int, *, repeat: bool) -> tuple[Sheet, Sheet]:
        """Return the rows above and those from `at` on. A cell cut in two keeps its text below only with `repeat`."""
        above, below = self.marks[:at], self.marks[at:]
        if repeat:
            return self._replace(marks=above), self._replace(marks=below)
        seen = {mark for line in above for mark in line}
        cells = tuple(cell._replace(text="") if mark in seen else cell for mark, cell in enumerate(self.cells))
        return self._replace(marks=above), Sheet(below, cells)

    def table(self, location: Location = Location()) -> Table:  # noqa: B008 - an immutable value
        """Return the table, with spans and places worked out; ValueError if a cell is no rectangle."""
        places: dict[int, list[tuple[int, int]]] = {}
        for row, line in enumerate(self.marks, 1):
            for column, mark in enumerate(line, 1):
                places.setdefault(mark, []).append((row, column))
        made = {mark: _placed(self.cells[mark], found, location) for mark, found in places.items()}
        return Table(tuple(tuple(made[mark] for mark in line) for line in self.marks), location)


def sheet(table: Table) -> Sheet:
    """Return a table as a sheet; places that hold nothing become blank cells of their own."""
    marks: list[tuple[int, ...]] = []
    cells: list[Cell] = []
    known: dict[tuple[int, int], int] = {}
    for row, line in enumerate(table.grid, 1):
        fresh: list[int] = []
        for column, cell in enumerate(line, 1):
            anchor = (cell.location.row, cell.location.column) if cell is not None else (row, column)
            if anchor not in known:
                known[anchor] = len(cells)
                cells.append(cell if cell is not None else Cell("", Location()))
            fresh.append(known[anchor])
        marks.append(tuple(fresh))
    return Sheet(tuple(marks), tuple(cells))


def _placed(cell: Cell, places: Sequence[tuple[int, int]], location: Location) -> Cell:
    (top, left), (bottom, right) = min(places), max(places)
    rows, columns = bottom - top + 1, right - left + 1
    if len(places) != rows * columns or any(not left <= column <= right for _, column in places):
        raise ValueError(f"the cell {cell.text!r} would be no rectangle")
    return cell._replace(location=location._replace(row=top, column=left), rowspan=rows, colspan=columns)
