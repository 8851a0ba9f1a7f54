"""The figures of a matched table, by row and column key, each with its place in the reader's words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lint.align.columns import Column, Columns
from lint.align.layout import Line
from lint.align.lines import Submitted
from lint.align.subject import Departure, Value
from lint.findings import Place
from lint.forms.template import CellKind, ColumnSpec, TableSpec
from lint.language.amounts import Figure, read_figure
from lint.language.wording import fold
from lint.model import Cell, Location

_ZERO = read_figure("0")


def cells_under(line: Submitted, column: Column, *, by_grid: bool) -> list[Cell]:
    """Return the distinct cells of a line under a column; empty if the line is too short."""
    if not by_grid:
        return [line.values[column.first]] if 0 <= column.first < len(line.values) else []
    row = line.table.grid[line.row]
    cells: list[Cell] = []
    for cell in row[column.first : column.last + 1]:
        if cell is not None and (not cells or cell is not cells[-1]):
            cells.append(cell)
    return cells


def one_cell(cells: list[Cell]) -> Cell | None:
    """Return the cell that holds the figure: the only one that is not blank, else the first."""
    written = [cell for cell in cells if cell.text.strip()]
    if len(written) > 1:
        return None
    return written[0] if written else cells[0] if cells else None


class ValueCells:
    """Reads the values of one table and notes the cells that are merged with one another."""

    def __init__(self, spec: TableSpec, part: str) -> None:
        self.spec, self.part = spec, part
        self.values: dict[tuple[str, str], Value] = {}
        self._names = {
            (index, column.key): band.name(column) for index, band in enumerate(spec.bands) for column in band.columns
        }
        self._printed = {(cell.row, cell.column): ("", fold(cell.text)) for cell in spec.printed}
        self._seen: dict[int, list[tuple[Cell, Place]]] = {}

    def place(self, line: Line, column: ColumnSpec | None, location: Location, text: str | None = None) -> Place:
        """Return the place of a line (and column) of the form at a location of the document."""
        row = line.row
        return Place(
            location,
            self.part,
            self.spec.section,
            self.spec.key,
            row.key if row else None,
            row.labels[-1] if row and row.labels else None,
            column.key if column else None,
            self._names[line.band, column.key] if column else None,
            text,
        )

    def read(self, line: Line, own: Submitted, band: tuple[ColumnSpec, ...], columns: Columns) -> None:
        """Read the figures of one line."""
        for index, spec in enumerate(band):
            column = columns.matched.get(index)
            cells = cells_under(own, column, by_grid=columns.by_grid) if column else []
            if not cells or line.row is None:
                continue
            cell = one_cell(cells)
            if cell and fold(cell.text) in self._printed.get((line.row.key, spec.key), ()):
                continue  # as the blank form has it: nothing is to be filled in
            text = cell.text if cell else " / ".join(part.text.strip() for part in cells)
            figure = _figure(text, spec.kind) if cell else Figure("words")
            location = (cell or cells[0]).location
            place = self.place(line, spec, location, text)
            self.values[line.row.key, spec.key] = Value(place, text, figure.state, figure.number, figure.styled)
            if cell and (cell.rowspan > 1 or cell.colspan > 1):
                self._seen.setdefault(id(cell), []).append((cell, place))

    def merged(self) -> Iterator[Departure]:
        """Yield one departure per cell that stands in several value places; its figures are taken out of the values."""
        for places in self._seen.values():
            if len(places) < 2:
                continue
            for _, place in places:
                self.values.pop((place.row or "", place.column or ""), None)
            cell, first = places[0]
            labels = tuple(f"{place.row_label or ''}／{place.column_label or ''}".strip("／") for _, place in places)
            yield Departure("merged-values", first, found=cell.text.strip(), others=labels)


def _figure(text: str, kind: CellKind) -> Figure:
    if text == "0":
        return _ZERO
    if kind == "change" and text.strip().startswith("+"):  # a change may say that it is one
        return read_figure(text.strip()[1:])
    return read_figure(text)


def figures_per_line(lines: list[Submitted]) -> int:
    """Return how many figures most lines hold."""
    counts = Counter(len(line.values) for line in lines)
    return counts.most_common(1)[0][0] if counts else 0
