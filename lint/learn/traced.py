"""A table laid over the known one it is a copy of → what was done to it, cell by cell and line by line."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lint.align.labels import label
from lint.align.pieces import own_cells
from lint.align.sequence import Pairs, in_order
from lint.learn.forest import same
from lint.learn.lines import Line
from lint.learn.strips import TWO, Fit, Strip, alike, beginning, fit, strips, worded
from lint.model import Cell


class Reworded(NamedTuple):
    """A cell with another text."""

    old: Cell
    new: Cell


class Joined(NamedTuple):
    """Cells that became one."""

    old: tuple[Cell, ...]
    new: Cell


class Parted(NamedTuple):
    """A cell that became several."""

    old: Cell
    new: tuple[Cell, ...]


class Gone(NamedTuple):
    """A line (0-based) that is not there any more; `lost` are the texts that went with it, from left to right."""

    row: int
    lost: tuple[Cell, ...]


class Fresh(NamedTuple):
    """A line that is new, with the texts that begin in it; `after` is the known line above it, -1 at the top."""

    row: int
    after: int
    cells: tuple[Cell, ...]


class Narrowed(NamedTuple):
    """A grid column (0-based) that is not there any more, with the cells that stood in no other."""

    column: int
    lost: tuple[Cell, ...]


Edit = Reworded | Joined | Parted | Gone | Fresh | Narrowed


def traced(old: Sequence[Line], new: Sequence[Line]) -> tuple[Edit, ...]:
    """Return what was done to `old` to make it `new`; of lines the number of cells counts, not their widths."""
    edits = _traced(old, new)
    if len(old) == len(new) and (len(edits) > 1 or any(isinstance(edit, Joined) for edit in edits)):
        narrowed = _narrowed(old, new)
        return narrowed if narrowed and _cost(narrowed) < _cost(edits) else edits
    return edits


def _cost(edits: Sequence[Edit]) -> float:
    return sum(1.5 if isinstance(edit, Joined | Parted) else 1.0 for edit in edits)


def _narrowed(old: Sequence[Line], new: Sequence[Line]) -> tuple[Edit, ...]:
    """Return what was done if a column was taken out, () if that cannot be: the one without which most is the same."""
    texts = [[label(cell.text).folded for cell in own_cells(line)] for line in new]
    best: tuple[int, int] | None = None
    for column in range(len(old[0])):
        rest = [[label(cell.text).folded for cell in own_cells(line)] for line in _without(old, column)]
        if [len(line) for line in rest] == [len(line) for line in texts]:
            pairs = (pair for line, other in zip(rest, texts, strict=True) for pair in zip(line, other, strict=True))
            best = min(best or (len(old) * len(old[0]), column), (sum(one != other for one, other in pairs), column))
    if best is None:
        return ()
    left = _without(old, best[1])
    there = {id(cell) for line in left for cell in line}
    lost = {id(cell): cell for line in old for cell in line if cell is not None and id(cell) not in there}
    return (Narrowed(best[1], tuple(lost.values())), *_traced(left, new))


def _without(grid: Sequence[Line], column: int) -> list[Line]:
    return [(*line[:column], *line[column + 1 :]) for line in grid]


def _traced(old: Sequence[Line], new: Sequence[Line]) -> tuple[Edit, ...]:
    before, after = list(strips(old)), list(strips(new))
    pairs, fits = _pairs(before, after)
    gone, fresh = _left(len(before), {i for i, _ in pairs}), _left(len(after), {j for _, j in pairs})
    links: dict[tuple[int, int], tuple[Cell, Cell]] = {}
    for i, j in pairs:
        for p, q in fits[i, j].links:
            one, other = before[i].cells[p], after[j].cells[q]
            links.setdefault((id(one), id(other)), (one, other))
    lost = _lost({id(cell) for row in gone for cell in beginning(before[row])}, list(links.values()))
    cut = {id(cell) for row in fresh for strip in after[row : row + 2] for cell in beginning(strip)}
    edits = list(_cell_edits(list(links.values()), lost, cut))
    edits += [Gone(row, tuple(cell for cell in worded(before[row]) if id(cell) in lost)) for row in gone]
    edits += [Fresh(row, _above(pairs, row), tuple(worded(after[row]))) for row in fresh]
    return tuple(edits)


def _pairs(old: Sequence[Strip], new: Sequence[Strip]) -> tuple[Pairs, dict[tuple[int, int], Fit]]:
    """Return which lines are the same, and how they go together; those unchanged at either end need no search."""
    shorter = min(len(old), len(new))
    head = next((place for place in range(shorter) if not alike(old[place], new[place])), shorter)
    left = shorter - head
    tail = next((place for place in range(left) if not alike(old[-1 - place], new[-1 - place])), left)
    ends = len(old) - tail, len(new) - tail
    rows, columns = range(head, ends[0]), range(head, ends[1])
    fits = {(i, j): fit(old[i], new[j]) for i in rows for j in columns}
    middle = in_order(len(rows), len(columns), lambda i, j: TWO - min(fits[rows[i], columns[j]].cost, TWO))
    same_ends = [(i, i) for i in range(head)] + [(ends[0] + i, ends[1] + i) for i in range(tail)]
    fits |= {(i, j): fit(old[i], new[j]) for i, j in same_ends}
    return sorted([*same_ends, *((rows[i], columns[j]) for i, j in middle)]), fits


def _left(count: int, taken: set[int]) -> list[int]:
    return [row for row in range(count) if row not in taken]


def _above(pairs: Pairs, row: int) -> int:
    return max((i for i, j in pairs if j < row), default=-1)


def _lost(doomed: set[int], links: Sequence[tuple[Cell, Cell]]) -> set[int]:
    """Return which of the cells that began in a line that is gone are gone too, though the rest of them may be there.

    Word keeps the text of a merged cell in its first line: below, there is a blank, or the cell above goes on.
    """
    firm = {id(other) for one, other in links if id(one) not in doomed}
    return doomed - {
        id(one)
        for one, other in links
        if other.text.strip() and (id(other) not in firm or same(label(one.text), label(other.text)))
    }


def _cell_edits(links: Sequence[tuple[Cell, Cell]], lost: set[int], cut: set[int]) -> Iterator[Edit]:
    """Yield what became of cells; `lost` ones went with their line, `cut` ones begin in or below a new line."""
    partners: dict[int, list[Cell]] = {}
    for one, other in links:
        # What a new line cuts in two has its text above it, or once more below.
        rest = id(other) in cut and id(one) in partners and other.text in ("", partners[id(one)][0].text)
        if not rest:
            partners.setdefault(id(one), []).append(other)
    sources: dict[int, list[Cell]] = {}
    for one, other in links:
        if id(one) not in lost and any(other is each for each in partners[id(one)]):
            sources.setdefault(id(other), []).append(one)
    told: set[int] = set()
    for one, other in links:
        olds, news = sources.get(id(other), []), partners[id(one)]
        if not any(one is each for each in olds) or id(one) in told:
            continue
        told.update(map(id, olds))
        if len(olds) > 1:
            yield Joined(tuple(olds), other)
        elif len(news) > 1:
            yield Parted(one, tuple(news))
        elif not same(label(one.text), label(other.text)):
            yield Reworded(one, other)
