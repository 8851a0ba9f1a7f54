"""Two sequences laid side by side in order: dynamic programming over likeness, then what is left over by its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

Likeness = Callable[[int, int], float]
Pairs = list[tuple[int, int]]


def in_order(rows: int, columns: int, likeness: Likeness) -> Pairs:
    """Return the pairs (i, j), both ascending, with the greatest total likeness; pairs of likeness 0 are never made."""
    scores = [[likeness(i, j) for j in range(columns)] for i in range(rows)]
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        line, below, own = best[i], best[i + 1], scores[i]
        for j in range(columns - 1, -1, -1):
            line[j] = max(below[j + 1] + own[j] if own[j] > 0 else 0.0, below[j], line[j + 1])
    pairs: Pairs = []
    i = j = 0
    while i < rows and j < columns:
        if scores[i][j] > 0 and best[i][j] == best[i + 1][j + 1] + scores[i][j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def gaps(pairs: Pairs, rows: int, columns: int) -> list[tuple[list[int], list[int]]]:
    """Return, for each stretch between two pairs, the indices left over on either side, where both sides have some."""
    found = []
    edge_i = edge_j = 0
    for i, j in [*pairs, (rows, columns)]:
        left, right = list(range(edge_i, i)), list(range(edge_j, j))
        if left and right:
            found.append((left, right))
        edge_i, edge_j = i + 1, j + 1
    return found


def by_place(left: Sequence[int], right: Sequence[int], likeness: Likeness) -> Pairs:
    """Pair what is left over between two sure pairs: in order if the counts agree, else the likest, order kept."""
    if len(left) == len(right):
        return list(zip(left, right, strict=True))
    # A small constant lets unlike members pair too: a label reworded out of recognition is still that row renamed.
    pairs = in_order(len(left), len(right), lambda i, j: likeness(left[i], right[j]) + 0.01)
    return [(left[i], right[j]) for i, j in pairs]
