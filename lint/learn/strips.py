"""Two lines of tables laid side by side, cell by cell: what differs, and which cells were joined or parted."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lint.align.labels import Label, label
from lint.align.pieces import own_cells
from lint.learn.forest import same
from lint.learn.lines import Line
from lint.model import Cell

TWO = 2.0  # what it costs to take two lines for different ones
_DEAREST = 1.9  # what it costs at most to take two lines of one shape for the same


class Strip(NamedTuple):
    """The cells of a line from left to right, their labels, and which of them begin in it; `words` are those said."""

    cells: tuple[Cell, ...]
    labels: tuple[Label, ...]
    begins: tuple[bool, ...]
    words: frozenset[str]


class Fit(NamedTuple):
    """How two lines go together: what differs, and which cells stand in each other's place."""

    cost: float
    links: tuple[tuple[int, int], ...]


def strips(grid: Sequence[Line]) -> Iterator[Strip]:
    """Yield the lines of a table's grid."""
    above: set[int] = set()
    for line in grid:
        cells = tuple(own_cells(line))
        labels = tuple(label(cell.text) for cell in cells)
        begins = tuple(id(cell) not in above for cell in cells)
        words = {each.folded for each, own in zip(labels, begins, strict=True) if own} - {""}
        yield Strip(cells, labels, begins, frozenset(words))
        above = {id(cell) for cell in cells}


def beginning(strip: Strip) -> list[Cell]:
    """Return the cells that begin in a line."""
    return [cell for cell, begins in zip(strip.cells, strip.begins, strict=True) if begins]


def worded(strip: Strip) -> list[Cell]:
    """Return the cells that begin in a line and say something."""
    return [cell for cell in beginning(strip) if cell.text.strip()]


def alike(old: Strip, new: Strip) -> bool:
    """Tell whether two lines have the same cells with the same wordings."""
    return old.begins == new.begins and all(map(same, old.labels, new.labels))


def fit(old: Strip, new: Strip) -> Fit:
    """Return how two lines go together; cells may have been joined or parted in one place of the line."""
    more = len(old.cells) - len(new.cells)
    if more == 0:
        links = tuple((place, place) for place in range(len(old.cells)))
        return Fit(min(_differing(old, new, links), _DEAREST), links)
    fits = [Fit(TWO, ())]
    if (old.words or new.words) and not old.words & new.words:
        return fits[0]
    for start in range(min(len(old.cells), len(new.cells))):
        links = tuple(_linked(start, more, max(len(old.cells), len(new.cells))))
        run = [(p, q) for p, q in links if (q if more > 0 else p) == start]
        if _is_joint(old, new, run):
            rest = _differing(old, new, [link for link in links if link not in run])
            fits.append(Fit(1 + 0.5 * rest + 0.01 * _skew(old, new, run), links))
    return min(fits, key=lambda each: each.cost)


def _linked(start: int, more: int, width: int) -> Iterator[tuple[int, int]]:
    """Yield the cells in each other's place where `abs(more) + 1` cells from `start` on stand against one."""
    for place in range(width):
        other = place if place <= start else max(start, place - abs(more))
        yield (place, other) if more > 0 else (other, place)


def _is_joint(old: Strip, new: Strip, run: Sequence[tuple[int, int]]) -> bool:
    """Tell whether one cell may have become these, or these one: no text is lost but for that of a further cell."""
    sides = {old.labels[p].folded for p, _ in run} - {""}, {new.labels[q].folded for _, q in run} - {""}
    return sides[0] == sides[1] or bool(sides[0] & sides[1]) or "".join(sorted(sides[0])) == "".join(sorted(sides[1]))


def _skew(old: Strip, new: Strip, run: Sequence[tuple[int, int]]) -> int:
    """Return how far the widths in grid columns are from those of cells joined or parted here."""
    edges = [
        [sum(cell.colspan for cell in strip.cells[:end]) for end in (run[0][side], run[-1][side] + 1)]
        for side, strip in enumerate((old, new))
    ]
    return min(abs(edges[0][0] - edges[1][0]) + abs(edges[0][1] - edges[1][1]), 10)


def _differing(old: Strip, new: Strip, links: Sequence[tuple[int, int]]) -> int:
    return sum((old.begins[p] or new.begins[q]) and not same(old.labels[p], new.labels[q]) for p, q in links)
