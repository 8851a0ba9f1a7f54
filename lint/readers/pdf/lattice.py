"""Rules that hang together → the cells between them: the smallest rectangles, larger where inner rules are absent."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, NamedTuple

from lint.readers.limits import Limits, exceeded
from lint.readers.pdf.ruling import TOUCH, Rule, Ruling, clustered

_MOST_TABLES: Final = 100  # on one page
_COVER: Final = 0.6  # of a cell's side: less is no border


class Place(NamedTuple):
    """A cell between rules: rows [top, bottom) and columns [left, right) of its lattice."""

    top: int
    bottom: int
    left: int
    right: int


class Lattice(NamedTuple):
    """Cells between the horizontal rules at `ys` and the vertical ones at `xs`."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    places: tuple[Place, ...]

    def holds(self, other: "Lattice") -> bool:
        """Tell whether another lattice lies within this one."""
        return (
            self.xs[0] - TOUCH <= other.xs[0]
            and other.xs[-1] <= self.xs[-1] + TOUCH
            and self.ys[0] - TOUCH <= other.ys[0]
            and other.ys[-1] <= self.ys[-1] + TOUCH
        )


def lattices(found: Sequence[Ruling], limits: Limits) -> list[Lattice]:
    """Return the tables on a page from top to bottom.

    What has one column only frames other content; a table within a cell of another belongs to that cell.

    Raises:
        UnreadableDocument: a table has more cells than the limits allow.
    """
    made = [lattice for ruling in found if (lattice := _lattice(ruling, limits)) is not None]
    tables = [lattice for lattice in made if len({(place.left, place.right) for place in lattice.places}) > 1]
    if len(tables) > _MOST_TABLES:
        tables = sorted(tables, key=lambda lattice: -len(lattice.places))[:_MOST_TABLES]
    tables.sort(key=lambda lattice: (lattice.ys[0], lattice.xs[0], -lattice.ys[-1]))
    return [lattice for lattice in tables if not any(other is not lattice and other.holds(lattice) for other in tables)]


def _lattice(ruling: Ruling, limits: Limits) -> Lattice | None:
    ys = clustered(rule.at for rule in ruling.across)
    xs = clustered(rule.at for rule in ruling.down)
    rows, columns = len(ys) - 1, len(xs) - 1
    if rows < 1 or columns < 1:
        return None
    if rows * columns > limits.table_cells:
        raise exceeded("table_cells", rows * columns, limits.table_cells).error()
    across = _borders(ruling.across, ys, xs)
    down = _borders(ruling.down, xs, ys)
    places = [place for place in _places(across, down, rows, columns) if _is_framed(place, down, columns)]
    return Lattice(tuple(xs), tuple(ys), tuple(places)) if places else None


def _borders(rules: Sequence[Rule], lines: Sequence[float], crossing: Sequence[float]) -> list[list[bool]]:
    """Return for each line whether a rule runs along it between crossing lines n and n + 1."""
    borders = [[False] * (len(crossing) - 1) for _ in lines]
    for at, start, end in rules:
        line = borders[_nearest(lines, at)]
        for index in range(_nearest(crossing, start), min(_nearest(crossing, end) + 1, len(line))):
            near, far = crossing[index], crossing[index + 1]
            line[index] = line[index] or min(end, far) - max(start, near) >= _COVER * (far - near)
    return borders


def _nearest(lines: Sequence[float], value: float) -> int:
    index = bisect_left(lines, value)
    if index and (index == len(lines) or value - lines[index - 1] <= lines[index] - value):
        return index - 1
    return index


def _places(across: list[list[bool]], down: list[list[bool]], rows: int, columns: int) -> list[Place]:
    """Cover the lattice with cells, each grown to the right and then downwards until a rule ends it."""
    taken = [[False] * columns for _ in range(rows)]
    places: list[Place] = []
    for top in range(rows):
        for left in range(columns):
            if taken[top][left]:
                continue
            right = left + 1
            while right < columns and not down[right][top] and not taken[top][right]:
                right += 1
            bottom = top + 1
            while bottom < rows and not _ends(across, down, bottom, left, right):
                bottom += 1
            for row in range(top, bottom):
                taken[row][left:right] = [True] * (right - left)
            places.append(Place(top, bottom, left, right))
    return places


def _ends(across: list[list[bool]], down: list[list[bool]], row: int, left: int, right: int) -> bool:
    """Tell whether a cell that covers [left, right) ends above `row`: by a rule, or since that row is divided there."""
    return any(across[row][left:right]) or any(down[line][row] for line in range(left + 1, right))


def _is_framed(place: Place, down: list[list[bool]], columns: int) -> bool:
    """Tell a cell from the corner that a row shorter than the others leaves."""
    rows = range(place.top, place.bottom)
    if place.left == 0 and not any(down[0][row] for row in rows):
        return False
    return not (place.right == columns and not any(down[columns][row] for row in rows))
