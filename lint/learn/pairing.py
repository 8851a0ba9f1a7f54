"""Label paths of a new form laid beside those of a known one: which is which, by wording first, then by likeness."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from lint.align.labels import label, likeness
from lint.align.sequence import Pairs, gaps, in_order
from lint.language.wording import bare, fold

Path = tuple[str, ...]
_LIKE = 0.6


class Known(NamedTuple):
    """A label path of the known form; `aliases` are further accepted wordings of its innermost label."""

    path: Path
    aliases: tuple[str, ...] = ()

    def paths(self) -> list[Path]:
        """Return every accepted path."""
        return [self.path, *((*self.path[:-1], alias) for alias in self.aliases)]


class Pairing(NamedTuple):
    """`partner`: place among the new → place among the known. `guessed` new ones are paired by their place alone."""

    partner: dict[int, int]
    guessed: tuple[int, ...] = ()


def pair(new: Sequence[Path], known: Sequence[Known]) -> Pairing:
    """Pair each new path with at most one known: exact wordings wherever they stand, then likeness between them."""
    partner: dict[int, int] = {}
    for worded in (_folded, _worded, _bared):
        _pair_exactly(new, known, partner, worded)
    fixed = in_order(len(new), len(known), lambda i, j: float(partner.get(i) == j))
    for left, right in gaps(fixed, len(new), len(known)):
        mine = [i for i in left if i not in partner]
        theirs = [j for j in right if j not in partner.values()]
        partner.update(_alike(new, known, mine, theirs))
    fixed = in_order(len(new), len(known), lambda i, j: float(partner.get(i) == j))
    guessed = [
        (left[0], right[0])
        for left, right in gaps(fixed, len(new), len(known))
        if len(left) == len(right) == 1 and _may_be_renamed(new, known, partner, left[0], right[0])
    ]
    partner.update(guessed)
    return Pairing(partner, tuple(i for i, _ in guessed))


def _folded(path: Path) -> Path:
    return tuple(map(fold, path))


def _worded(path: Path) -> Path:
    return tuple(label(text).wording for text in path)


def _bared(path: Path) -> Path:
    return tuple(bare(label(text).wording) for text in path)


def _pair_exactly(
    new: Sequence[Path], known: Sequence[Known], partner: dict[int, int], worded: Callable[[Path], Path]
) -> None:
    """Add the pairs whose paths are the same when worded so; of several alike the first goes with the first."""
    places: dict[Path, list[int]] = {}
    taken = set(partner.values())
    for j, each in enumerate(known):
        if j not in taken:
            for path in dict.fromkeys(map(worded, each.paths())):
                places.setdefault(path, []).append(j)
    for i, path in enumerate(new):
        if i not in partner:
            free = [j for j in places.get(worded(path), ()) if j not in partner.values()]
            if free:
                partner[i] = free[0]


def _alike(new: Sequence[Path], known: Sequence[Known], mine: Sequence[int], theirs: Sequence[int]) -> Pairs:
    def score(i: int, j: int) -> float:
        return _likeness(new[mine[i]], known[theirs[j]])

    return [(mine[i], theirs[j]) for i, j in in_order(len(mine), len(theirs), score)]


def _likeness(path: Path, known: Known) -> float:
    """Return how alike two paths of one depth are, 0 if they are hardly; the innermost label counts most."""
    if len(path) != len(known.path) or not path:
        return 0.0
    own = label(path[-1]).wording
    leaf = max(likeness(own, label(other[-1]).wording) for other in known.paths())
    if leaf < _LIKE:
        return 0.0
    groups = [likeness(one, other) for one, other in zip(_worded(path[:-1]), _worded(known.path[:-1]), strict=True)]
    return 0.8 * leaf + 0.2 * (sum(groups) / len(groups) if groups else 1.0)


def _may_be_renamed(
    new: Sequence[Path], known: Sequence[Known], partner: dict[int, int], mine: int, theirs: int
) -> bool:
    """Tell whether a label reworded out of recognition may still be that one: the only one left in its place."""
    if mine in partner or theirs in partner.values() or len(new[mine]) != len(known[theirs].path):
        return False
    siblings = [i for i in partner if new[i][:-1] == new[mine][:-1]]
    groups = {known[partner[i]].path[:-1] for i in siblings}
    return known[theirs].path[:-1] in groups or (
        not siblings and _folded(new[mine][:-1]) == _folded(known[theirs].path[:-1])
    )
