"""A table → lines of text with box characters: merged cells merged, labels wrapped, as wide as asked for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from lint.model import Cell, Table
from lint.reporters.columns import visible, width, wrap

_WISHED, _LEAST, _STEP = 4, 2, 2  # columns of text; two are one Chinese character
_TORN = 3  # lines of height that it is worth to keep a word whole
# What stands in a corner, by which of the lines up, down, left and right of it are drawn.
_CORNERS = {"": " ", "LR": "─", "UD": "│", "DR": "┌", "DL": "┐", "UR": "└", "UL": "┘",
            "UDR": "├", "UDL": "┤", "DLR": "┬", "ULR": "┴", "UDLR": "┼"}  # fmt: skip
_Canvas = list[list[str]]


def drawn(table: Table, columns: int, *, left: int = 0) -> list[str]:
    """Return the table as lines of at most `columns`, or as narrow as it can be drawn where that is wider.

    Labels in the first `left` columns of the grid begin at the left, everything else is centred.
    """
    cells = list(table.cells())
    widths = _widths(cells, len(table.grid[0]), columns)
    heights = _heights(cells, len(table.grid), widths)
    tops, starts = _edges(heights), _edges(widths)
    canvas = [[" "] * (starts[-1] + 1) for _ in range(tops[-1] + 1)]
    _rule(canvas, table, tops, starts)
    for cell in cells:
        _write(canvas, cell, widths, tops, starts, centred=cell.location.column + cell.colspan - 1 > left)
    return ["".join(line) for line in canvas]


def _room(cell: Cell, widths: Sequence[int]) -> int:
    """Return how many columns of text fit into a cell."""
    first = cell.location.column - 1
    return sum(widths[first : first + cell.colspan]) + cell.colspan - 1


@lru_cache(maxsize=4096)
def _lines(text: str, room: int) -> tuple[str, ...]:
    """Return a cell's text in lines of at most `room`; what must not be broken is broken where nothing else helps."""
    lines: list[str] = []
    for line in wrap(visible(text), room):
        rest = line
        while width(rest) > room:
            cut = next((size for size in range(len(rest) - 1, 0, -1) if width(rest[:size]) <= room), 1)
            lines.append(rest[:cut])
            rest = rest[cut:]
            if len(rest) == 1:
                break
        lines.append(rest)
    return tuple(lines)


@lru_cache(maxsize=4096)
def _torn(text: str, room: int) -> int:
    """Return how often something is broken that should stay whole."""
    return len(_lines(text, room)) - len(wrap(visible(text), room))


def _heights(cells: Sequence[Cell], rows: int, widths: Sequence[int]) -> list[int]:
    """Return how many lines of text each row takes; a cell over several rows stretches the last of them."""
    heights = [1] * rows
    for cell in sorted(cells, key=lambda cell: cell.rowspan):
        first, last = cell.location.row - 1, cell.location.row + cell.rowspan - 2
        lacking = len(_lines(cell.text, _room(cell, widths))) - sum(heights[first : last + 1]) - cell.rowspan + 1
        heights[last] += max(lacking, 0)
    return heights


def _widths(cells: Sequence[Cell], count: int, columns: int) -> list[int]:
    """Return the widths of the columns: as long as there is room, the one is widened that saves most height.

    Widening one column alone may save nothing before another follows; what saved nothing to the end is taken back.
    """
    texts = [cell for cell in cells if cell.text]
    rows = max(cell.location.row + cell.rowspan for cell in cells) - 1
    room = columns - count - 1
    widths = [_WISHED if _WISHED * count <= room else _LEAST] * count

    def cost(wider: Sequence[int]) -> tuple[int, float]:
        rooms = [_room(cell, wider) for cell in texts]
        torn = sum(_torn(cell.text, room) for cell, room in zip(texts, rooms, strict=True))
        sizes = ((width(cell.text), room) for cell, room in zip(texts, rooms, strict=True))
        crowded = sum(size * size / room for size, room in sizes if size > room)
        return sum(_heights(texts, rows, wider)) + _TORN * torn, crowded

    now = cost(widths)
    good = now[0], widths
    while sum(widths) + _STEP <= room and now[1] > 0:
        wider = [[each + _STEP * (rank == place) for rank, each in enumerate(widths)] for place in range(count)]
        best, widths = min((cost(each), each) for each in wider)
        if best == now:
            break
        now = best
        if now[0] < good[0]:
            good = now[0], widths
    return good[1]


def _edges(sizes: Sequence[int]) -> list[int]:
    """Return where the lines between rows or columns of these sizes run."""
    edges = [0]
    for size in sizes:
        edges.append(edges[-1] + size + 1)
    return edges


def _write(
    canvas: _Canvas, cell: Cell, widths: Sequence[int], tops: Sequence[int], starts: Sequence[int], *, centred: bool
) -> None:
    """Write a cell's text into its place, in the middle of its height."""
    row, column = cell.location.row - 1, cell.location.column - 1
    room, height = _room(cell, widths), tops[row + cell.rowspan] - tops[row] - 1
    lines = _lines(cell.text, room)
    for rank, text in enumerate(lines, tops[row] + 1 + (height - len(lines)) // 2):
        place = starts[column] + 1 + (max(room - width(text), 0) // 2 if centred else 0)
        for sign in text:
            size = width(sign)
            if size == 0:
                canvas[rank][place - 1] += sign
                continue
            canvas[rank][place : place + size] = [sign, *[""] * (size - 1)]
            place += size


def _rule(canvas: _Canvas, table: Table, tops: Sequence[int], starts: Sequence[int]) -> None:
    """Draw the lines between cells."""

    def at(row: int, column: int) -> object:
        """Return what tells the cell at a place apart, None outside the table."""
        if not (0 <= row < len(table.grid) and 0 <= column < len(table.grid[0])):
            return None
        cell = table.grid[row][column]
        return (row, column) if cell is None else (cell.location.row - 1, cell.location.column - 1)

    for row, top in enumerate(tops):
        for column, start in enumerate(starts):
            northwest, northeast = at(row - 1, column - 1), at(row - 1, column)
            southwest, southeast = at(row, column - 1), at(row, column)
            lines = {
                "U": northwest != northeast,
                "D": southwest != southeast,
                "L": northwest != southwest,
                "R": northeast != southeast,
            }
            canvas[top][start] = _CORNERS["".join(side for side, there in lines.items() if there)]
            if lines["R"]:
                canvas[top][start + 1 : starts[column + 1]] = "─" * (starts[column + 1] - start - 1)
            if lines["D"]:
                for line in range(top + 1, tops[row + 1]):
                    canvas[line][start] = "│"
