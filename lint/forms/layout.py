"""Lays a table of a template out as the official Word form does: label paths become spans, nothing is drawn by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from lint.forms.sheet import Sheet
from lint.forms.template import Band, RowSpec, TableSpec
from lint.model import Cell, Location, Table

_Item = TypeVar("_Item")
Values = Mapping[str, Mapping[str, str]]  # row key → column key → figure as written


def laid_out(spec: TableSpec, values: Values, otherwise: str = "0") -> Table:
    """Return the table with these figures; its block location is left open.

    Where `values` has none, the cell holds what the form itself prints there, or else `otherwise`.
    """
    stub = stub_width(spec)
    width = stub + max(len(band.columns) for band in spec.bands)
    printed = {(cell.row, cell.column): cell.text for cell in spec.printed}

    def figure(row: str, column: str) -> str:
        return values.get(row, {}).get(column, printed.get((row, column), otherwise))

    lines = [line for number, band in enumerate(spec.bands) for line in _band(number, band, stub, width, figure)]
    marks: dict[tuple[object, ...], int] = {}
    cells: list[Cell] = []
    for line in lines:
        for identity, text in line:
            if identity not in marks:
                marks[identity] = len(cells)
                cells.append(Cell(text, Location()))
    return Sheet(tuple(tuple(marks[identity] for identity, _ in line) for line in lines), tuple(cells)).table()


def drawn_lines(spec: TableSpec) -> list[tuple[Band, RowSpec | None]]:
    """Return what each line of the table as laid out is: its band, and its row (None for a title or header)."""
    lines: list[tuple[Band, RowSpec | None]] = []
    for band in spec.bands:
        lines += [(band, None)] * (bool(band.title) + header_depth(band))
        lines += [(band, row) for row in band.rows]
    return lines


def value_places(spec: TableSpec) -> frozenset[tuple[int, int]]:
    """Return the places (row and column, from 1) at which the value cells of the table as laid out begin.

    Cells in which the form itself prints something are none of them.
    """
    printed = {(cell.row, cell.column) for cell in spec.printed}
    return frozenset(
        (number, stub_width(spec) + rank)
        for number, (band, row) in enumerate(drawn_lines(spec), 1)
        for rank, column in enumerate(band.columns, 1)
        if row is not None and (row.key, column.key) not in printed
    )


def stub_width(spec: TableSpec) -> int:
    """Return how many columns the row labels take."""
    return max(len(row.labels) for _, row in spec.rows())


def header_depth(band: Band) -> int:
    """Return how many rows the column labels of a band take, its title not counted."""
    return max(len(column.labels) for column in band.columns)


_Line = list[tuple[tuple[object, ...], str]]  # per grid column: what tells the cell apart, and its text


def _band(number: int, band: Band, stub: int, width: int, figure: Callable[[str, str], str]) -> Iterator[_Line]:
    if band.title:
        yield [((number, "title"), band.title)] * width
    depth = header_depth(band)
    heads = _runs([column.labels for column in band.columns])
    paths = [
        _path((number, "header"), column.labels, depth, runs) for column, runs in zip(band.columns, heads, strict=True)
    ]
    headers = _spread(paths, width - stub)
    for level in range(depth):
        yield [((number, "stub"), band.stub)] * stub + [path[level] for path in headers]
    groups = _runs([row.labels for row in band.rows])
    for row, runs in zip(band.rows, groups, strict=True):
        labels = _path((number, "label"), row.labels, stub, runs) if stub else []
        line = [((number, row.key, column.key), figure(row.key, column.key)) for column in band.columns]
        yield labels + _spread(line, width - stub)


def _path(start: tuple[object, ...], labels: Sequence[str], length: int, runs: Sequence[int] = ()) -> _Line:
    """Return a label path drawn out to `length`: its last label covers what is left."""
    drawn: _Line = []
    identity = start
    for level in range(length):
        if level < len(labels):
            identity = (*identity, labels[level], runs[level] if runs else 0)
        drawn.append((identity, labels[min(level, len(labels) - 1)]))
    return drawn


def _runs(paths: Sequence[Sequence[str]]) -> list[list[int]]:
    """Number each label so that equal labels are one cell only where they follow each other in one group."""
    numbered: list[list[int]] = []
    for place, path in enumerate(paths):
        before = paths[place - 1] if place else ()
        shared = 0
        while shared < min(len(path), len(before)) - 1 and path[shared] == before[shared]:
            shared += 1
        numbered.append([numbered[-1][level] if level < shared else place for level in range(len(path))])
    return numbered


def _spread(items: Sequence[_Item], width: int) -> list[_Item]:
    """Return the items, the last of them repeated up to `width`."""
    return [*items, *[items[-1]] * (width - len(items))]
