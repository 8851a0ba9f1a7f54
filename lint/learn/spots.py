"""A table as laid out → what stands in each of its places: a title, a corner, a header, a row's label or a figure."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from lint.forms.layout import drawn_lines, header_depth, laid_out, stub_width
from lint.forms.template import Band, ColumnSpec, RowSpec, TableSpec
from lint.learn.words import BAND, COLUMN, COLUMNS, ROW, ROWS, Words
from lint.model import Cell

Kind = Literal["title", "corner", "column", "row", "value"]


class Spot(NamedTuple):
    """What stands in a place: the block it belongs to, and what it is called.

    `words` are how a label is spoken of; `row` and `column` name the row and column of a figure.
    """

    kind: Kind
    band: Band
    name: str
    words: Words = ROW
    row: str = ""
    column: str = ""


class Plan(NamedTuple):
    """A table as laid out, without figures; `lines` tell of each line its block, and its row (None above the rows)."""

    spec: TableSpec
    grid: tuple[tuple[Cell | None, ...], ...]
    lines: tuple[tuple[Band, RowSpec | None], ...]

    def spot(self, cell: Cell) -> Spot:
        """Return what stands where this cell of the table as laid out begins."""
        line, place = cell.location.row - 1, cell.location.column - 1
        band, row = self.lines[line]
        stub = stub_width(self.spec)
        column = band.columns[min(max(place - stub, 0), len(band.columns) - 1)]
        if row is None:
            return self._above_rows(cell, band, column, in_corner=place < stub)
        name = row_name(self.spec, row)
        if place < stub:
            own = place >= len(row.labels) - 1
            return Spot("row", band, name if own else cell.text, ROW if own else ROWS, name)
        return Spot("value", band, "·".join(filter(None, (name, band.name(column)))), ROW, name, band.name(column))

    def _above_rows(self, cell: Cell, band: Band, column: ColumnSpec, *, in_corner: bool) -> Spot:
        level = self.level(cell.location.row - 1)
        if level < 0:
            return Spot("title", band, cell.text, BAND)
        if in_corner:
            return Spot("corner", band, cell.text)
        own = level >= len(column.labels) - 1
        return Spot("column", band, band.name(column) if own else cell.text, COLUMN if own else COLUMNS)

    def level(self, line: int) -> int:
        """Return which line of a header this line (0-based) is, the outermost being 0; -1 for the title of a block."""
        band = self.lines[line][0]
        first = next(place for place, (other, _) in enumerate(self.lines) if other is band)
        return line - first - bool(band.title)

    def name(self, line: int) -> str:
        """Return what a line is called: its row, or the first words in it."""
        row = self.lines[line][1]
        return row_name(self.spec, row) if row is not None else self.words(line)[0]

    def words(self, line: int) -> tuple[str, ...]:
        """Return the labels in a line, "" if there is none."""
        texts = dict.fromkeys(cell.text for cell in self.grid[line] if cell is not None and cell.text)
        return tuple(texts) or ("",)


def plan(spec: TableSpec) -> Plan | None:
    """Return a table as laid out; None if its labels cannot be laid out as a table."""
    lines = tuple(drawn_lines(spec))
    blank = not all(row.labels for _, row in spec.rows())
    if not lines or (blank and stub_width(spec)) or any(header_depth(band) < 1 for band in spec.bands):
        return None
    try:
        return Plan(spec, laid_out(spec, {}, "").grid, lines)
    except ValueError:  # labels alike that do not stand together
        return None


def row_name(spec: TableSpec, row: RowSpec) -> str:
    """Return a row's own label, its group before it where the table has the label more than once; "" without one."""
    if not row.labels:
        return ""
    leaf = row.labels[-1]
    again = sum(_own(other.labels) == leaf for _, other in spec.rows()) > 1
    return f"{row.labels[-2]}·{leaf}" if again and len(row.labels) > 1 else leaf


def _own(labels: Sequence[str]) -> str:
    return labels[-1] if labels else ""
