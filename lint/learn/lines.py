"""The lines of a blank form's table told apart: lines across the whole width, header lines, lines to be filled in."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from lint.align.pieces import own_cells
from lint.learn.labels import Print, is_year, print_of
from lint.model import Cell

Role = Literal["whole", "header", "value"]
Line = tuple[Cell | None, ...]  # a grid row: a merged cell stands, as one object, in every place it covers


class Lines(NamedTuple):
    """A table's grid, the role of each of its rows, and the first grid column (0-based) of its value cells.

    `filled`: most value cells hold figures, so the table is that of a filled-in report.
    """

    grid: tuple[Line, ...]
    roles: tuple[Role, ...]
    edge: int
    filled: bool

    @property
    def width(self) -> int:
        """Return the number of grid columns."""
        return len(self.grid[0]) if self.grid else 0

    def own(self, row: int) -> list[Cell]:
        """Return the distinct cells of a row from left to right."""
        return own_cells(self.grid[row])


def read_lines(grid: Sequence[Line]) -> Lines:
    """Tell the lines of a table apart; the grid may be that of several pieces one below the other."""
    prints = [[print_of(cell.text) for cell in own_cells(line)] for line in grid]
    figures = sum(line[1:].count("figure") for line in prints)
    filled = figures > sum(line[1:].count("blank") for line in prints)
    value: frozenset[Print] = frozenset({"blank", "sign", "figure"} if filled else {"blank", "sign"})
    roles: list[Role] = []
    for row, line in enumerate(prints):
        if len(line) == 1 and line[0] != "blank" and len(grid[row]) > 1:
            roles.append("whole")
        elif "header" not in roles and "value" not in roles and _is_first_header(prints, row, grid):
            roles.append("header")
        else:
            roles.append(_role(line, value, begun="value" in roles))
    return Lines(tuple(grid), tuple(roles), _edge(grid, roles, value), filled)


def _is_first_header(prints: Sequence[Sequence[Print]], row: int, grid: Sequence[Line]) -> bool:
    """Tell a first line with a blank header in it, or with years for headers, from a line to be filled in."""
    cells = own_cells(grid[row])
    if len(cells) > 1 and all(is_year(cell.text) for cell in cells[1:]):
        return True
    if row + 1 == len(grid):
        return False
    reach_down = [cell for cell in cells[1:] if any(cell is under for under in grid[row + 1])]
    if any(print_of(cell.text) == "words" for cell in reach_down):
        return True
    below, words = prints[row + 1], prints[row].count("words")
    return len(below) > 1 and words > 1 and words > max(below.count("words"), len(prints[row]) - words)


def _role(line: Sequence[Print], value: frozenset[Print], *, begun: bool) -> Role:
    """Return the role of a line of several cells; `begun`: a line to be filled in stands above."""
    start = next((place for place, kind in enumerate(line) if kind != "blank"), len(line))
    rest = line[start + 1 :]
    if start == len(line) or any(kind in value for kind in rest):
        return "value"
    return "header" if not begun or "words" in rest else "value"


def _edge(grid: Sequence[Line], roles: Sequence[Role], value: frozenset[Print]) -> int:
    """Return where the row labels end: the columns from the left that hold words in most lines to be filled in."""
    lines = [line for line, role in zip(grid, roles, strict=True) if role == "value"]
    width = len(lines[0]) if lines else 0
    prints = [[print_of(line[column].text if line[column] else "") for line in lines] for column in range(width)]  # type: ignore[union-attr]

    def is_label(column: int) -> bool:
        return 2 * sum(kind not in value for kind in prints[column]) >= len(lines)

    edge = 0
    while edge < width:
        leads = edge + 1 < width and is_label(edge + 1)
        # A group's label may stand beside its first row only, and list numbers may have a column of their own.
        group = leads and "words" in prints[edge]
        numbers = leads and edge == 0 and "blank" not in prints[0] and _counts_up(lines)
        if not (is_label(edge) or group or numbers):
            break
        edge += 1
    return edge


def _counts_up(lines: Sequence[Line]) -> bool:
    """Tell whether the first column numbers the lines."""
    figures = [cell.text.strip().rstrip(".．、") for cell in (line[0] for line in lines) if cell is not None]
    return len(figures) > 1 and figures == [str(number) for number in range(1, len(figures) + 1)]
