"""Table × page → widths of its columns, size of its type, and whether the page must be turned for it."""

from collections.abc import Iterator
from typing import NamedTuple

from lint.model import Cell, Table

PORTRAIT, LANDSCAPE = 8844, 12754  # twentieths of a point between the margins of GB/T 9704, either way
_HEADING = 1400  # room that the heading above the table takes, in twentieths of a point
_NARROWEST = 620  # of a column of figures: five digits in small type
_MARGINS = 120  # left and right in a cell, together
_SMALL, _LARGE, _LARGEST = 18, 24, 28  # half-points: 小五, 小四, 四号
_HEIGHTS = {_SMALL: 360, _LARGE: 420, _LARGEST: 560}  # least height of a row
_LONGEST = 14  # characters in a line, however long the text
_FEW = 6  # columns that leave room for large type


class Fitting(NamedTuple):
    """Widths of the columns and the least height of a row in twentieths of a point, size of the type in half-points.

    `whole`: the table finds room on one page.
    """

    columns: tuple[int, ...]
    height: int
    size: int
    landscape: bool
    whole: bool


def fitted(table: Table, stub: int) -> Fitting:
    """Fit a table whose first `stub` columns hold labels."""
    columns = len(table.grid[0])
    landscape = columns * _NARROWEST > PORTRAIT
    size = _LARGEST if landscape else _LARGE if columns <= _FEW else _SMALL
    width, height = (LANDSCAPE, PORTRAIT) if landscape else (PORTRAIT, LANDSCAPE)
    whole = len(table.grid) * _HEIGHTS[size] <= height - _HEADING
    return Fitting(_widths(table, stub, width), _HEIGHTS[size], size, landscape, whole)


def _widths(table: Table, stub: int, width: int) -> tuple[int, ...]:
    """Share the width out by how many characters a line of each column should hold."""
    needs = [_need(table, column, labels=column < stub and stub > 1) for column in range(len(table.grid[0]))]
    room = max(width - _MARGINS * len(needs), sum(needs))
    shares = [_MARGINS + room * need // sum(needs) for need in needs]
    shares[max(stub - 1, 0)] += max(width - sum(shares), 0)
    return tuple(shares)


def _need(table: Table, column: int, *, labels: bool) -> int:
    """Return how long a line of this column should be: that of its longest text, over its rows, headers in halves."""
    least, lines = (5, 1) if labels else (3, 2)
    lengths = [-(-len(cell.text) // max(lines, cell.rowspan)) for cell in _alone(table, column)]
    return min(max([*lengths, least]), _LONGEST)


def _alone(table: Table, column: int) -> Iterator[Cell]:
    """Yield the cells that stand in this column alone."""
    return (cell for cell in table.cells() if cell.colspan == 1 and cell.location.column == column + 1)
