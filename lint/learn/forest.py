"""Label paths as a forest, and two forests laid side by side: what stayed, moved, went and came."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from lint.align.labels import Label, label, likeness
from lint.align.sequence import Pairs, by_place, gaps, in_order
from lint.language.wording import numeral_value

_SAME, _RENUMBERED, _SAME_KEY, _ALIKE = 4.0, 3.0, 2.0, 0.5


class Node(NamedTuple):
    """A label and what stands under it; `place` counts from 0, outermost level first, `key` is "" for a group."""

    label: Label
    place: tuple[int, ...]
    key: str = ""
    children: tuple["Node", ...] = ()

    @property
    def text(self) -> str:
        """Return the label as it is written, in one line."""
        return " ".join(self.label.text.split())

    def leaves(self) -> Iterator["Node"]:
        """Yield the rows or columns under this label; a row or column yields itself."""
        if not self.children:
            yield self
        for child in self.children:
            yield from child.leaves()


Pair = tuple[Node, Node]  # old, new


class Laid(NamedTuple):
    """Two forests side by side.

    `pairs` holds all partners on every level, outer ones first. Those in `moved` stand elsewhere than their neighbours,
    those in `swapped` in each other's place. `regrouped` are groups whose members stand without them on the other side.
    `gone` and `fresh` have no partner; what is under them is not repeated.
    """

    pairs: tuple[Pair, ...] = ()
    moved: tuple[Pair, ...] = ()
    swapped: tuple[tuple[Pair, Pair], ...] = ()
    regrouped: tuple[tuple[tuple[Node, ...], tuple[Node, ...]], ...] = ()
    gone: tuple[Node, ...] = ()
    fresh: tuple[Node, ...] = ()


def forest(paths: Sequence[tuple[tuple[str, ...], str]], above: tuple[int, ...] = ()) -> tuple[Node, ...]:
    """Return label paths with their keys as trees; neighbours whose paths begin alike share a group."""
    nodes: list[Node] = []
    start = 0
    while start < len(paths):
        first = paths[start][0][:1]
        end = start + 1
        while end < len(paths) and paths[end][0][:1] == first != ():
            end += 1
        if not _is_group(paths[start:end]):
            end = start + 1  # rows of the same name
        place = (*above, len(nodes))
        # A path that ends where its neighbours go on is that of a member whose own label was left blank.
        inner = [(labels[1:] or ("",), key) for labels, key in paths[start:end]] if _is_group(paths[start:end]) else []
        key = "" if inner else paths[start][1]
        nodes.append(Node(label("".join(first)), place, key, forest(inner, place)))
        start = end
    return tuple(nodes)


def _is_group(paths: Sequence[tuple[tuple[str, ...], str]]) -> bool:
    return any(len(labels) > 1 for labels, _ in paths)


def same_number(old: Label, new: Label) -> bool:
    """Tell whether two list numbers are the same in the same numerals; 1. for 1、 is style, 1. for 一、 is not."""
    manners = [("(" in each.number, any(sign.isdecimal() for sign in each.number)) for each in (old, new)]
    return manners[0] == manners[1] and numeral_value(old.number) == numeral_value(new.number)


def same(old: Label, new: Label) -> bool:
    """Tell whether two labels say the same; blanks, widths, quotes and the style of numbers are set aside."""
    return old.folded == new.folded or (
        old.wording == new.wording and old.unit == new.unit and same_number(old, new) and old.number != ""
    )


def lay(old: Sequence[Node], new: Sequence[Node], *, keyed: bool = False) -> Laid:
    """Lay two forests side by side, by wording and order; `keyed` says that keys mean the same on both sides."""
    laid = _siblings(old, new, keyed=keyed)
    moved = _elsewhere(laid.gone, laid.fresh)
    below = [_siblings(one.children, other.children, keyed=keyed) for one, other in moved]
    laid = _joined([_without(laid, moved)._replace(moved=laid.moved + moved, pairs=laid.pairs + moved), *below])
    for group in (node for node in laid.gone if node.children):
        laid = _regrouped(laid, (group,), _members(group, laid.fresh))
    for group in (node for node in laid.fresh if node.children):
        laid = _regrouped(laid, _members(group, laid.gone), (group,))
    return laid


def _joined(parts: Sequence[Laid]) -> Laid:
    return Laid(*(sum(each, start=()) for each in zip(*parts, strict=True)))


def _without(laid: Laid, pairs: Sequence[Pair]) -> Laid:
    """Return what is laid without these among the gone and the fresh."""
    olds, news = {old.place for old, _ in pairs}, {new.place for _, new in pairs}
    return laid._replace(
        gone=tuple(node for node in laid.gone if node.place not in olds),
        fresh=tuple(node for node in laid.fresh if node.place not in news),
    )


def _members(group: Node, nodes: Sequence[Node]) -> tuple[Node, ...]:
    """Return those of `nodes` that stood or stand under the group, () unless they are all of it."""
    wanted = [leaf.label.wording for leaf in group.leaves()]
    found = [node for node in nodes if all(leaf.label.wording in wanted for leaf in node.leaves())]
    return tuple(found) if [leaf.label.wording for node in found for leaf in node.leaves()] == wanted else ()


def _regrouped(laid: Laid, old: tuple[Node, ...], new: tuple[Node, ...]) -> Laid:
    """Return what is laid with these told as one group dissolved or formed; as it was if either side is empty."""
    if not (old and new):
        return laid
    olds, news = ([leaf for node in side for leaf in node.leaves()] for side in (old, new))
    leaves = zip(olds, news, strict=True)
    rest = _without(laid, [(one, other) for one in old for other in new])
    return rest._replace(regrouped=(*laid.regrouped, (old, new)), pairs=(*laid.pairs, *leaves))


def _siblings(old: Sequence[Node], new: Sequence[Node], *, keyed: bool) -> Laid:
    """Lay what stands under one pair of labels side by side, and all below."""
    in_place = in_order(len(old), len(new), lambda i, j: _score(old[i], new[j], keyed=keyed))
    moved = _shifted(old, new, in_place)
    taken = {i for i, _ in moved}, {j for _, j in moved}
    renamed: Pairs = []
    for left, right in gaps(in_place, len(old), len(new)):
        free = [i for i in left if i not in taken[0]], [j for j in right if j not in taken[1]]
        pairs = by_place(*free, lambda i, j: _near(old[i], new[j]))
        renamed += [(i, j) for i, j in pairs if _may(old[i], new[j], keyed=keyed)]
    every = sorted([*in_place, *renamed, *moved])
    swaps = _swaps(every) if moved else []
    own = Laid(
        pairs=tuple((old[i], new[j]) for i, j in every),
        moved=() if swaps else tuple((old[i], new[j]) for i, j in moved),
        swapped=tuple(((old[i], new[j]), (old[k], new[m])) for (i, j), (k, m) in swaps),
        gone=_rest(old, {i for i, _ in every}),
        fresh=_rest(new, {j for _, j in every}),
    )
    both = [(old[i], new[j]) for i, j in every if old[i].children and new[j].children]
    return _joined([own, *(_siblings(one.children, other.children, keyed=keyed) for one, other in both)])


def _rest(nodes: Sequence[Node], taken: set[int]) -> tuple[Node, ...]:
    return tuple(node for index, node in enumerate(nodes) if index not in taken)


def _near(old: Node, new: Node) -> float:
    """Return how alike two labels are, by their wording or by what stands under them (0..1)."""
    alike = likeness(old.label.wording, new.label.wording)
    if old.children and new.children:
        ours, theirs = ({leaf.label.wording for leaf in node.leaves()} for node in (old, new))
        alike = max(alike, len(ours & theirs) / len(ours | theirs))
    return alike


def _score(old: Node, new: Node, *, keyed: bool) -> float:
    """Return how sure it is that two siblings are the same one; the surest outweighs any number of doubtful ones."""
    near = _near(old, new)
    if old.label.folded == new.label.folded:
        return _SAME + near
    if old.label.wording and old.label.wording == new.label.wording:
        return _RENUMBERED
    if keyed and old.key and new.key:
        return _SAME_KEY if old.key == new.key else 0.0
    return near if near >= _ALIKE else 0.0


def _may(old: Node, new: Node, *, keyed: bool) -> bool:
    """Tell whether labels in the same place may be one label reworded out of recognition."""
    other_keys = keyed and old.key != new.key
    return bool(old.children) == bool(new.children) and not other_keys


def _shifted(old: Sequence[Node], new: Sequence[Node], pairs: Pairs) -> Pairs:
    """Return the siblings without partner whose wording stands once on either side, only elsewhere."""
    left = [i for i in range(len(old)) if i not in {i for i, _ in pairs}]
    right = [j for j in range(len(new)) if j not in {j for _, j in pairs}]
    found = _elsewhere([old[i] for i in left], [new[j] for j in right])
    places = {node.place: i for i, node in enumerate(old)}, {node.place: j for j, node in enumerate(new)}
    return [(places[0][one.place], places[1][other.place]) for one, other in found]


def _elsewhere(gone: Sequence[Node], fresh: Sequence[Node]) -> tuple[Pair, ...]:
    """Return those whose wording is gone in one place and new in another, and cannot be mistaken for a third."""
    lost, found = _once(gone), _once(fresh)
    return tuple(
        (node, found[wording])
        for wording, node in lost.items()
        if wording in found and bool(node.children) == bool(found[wording].children)
    )


def _once(nodes: Sequence[Node]) -> Mapping[str, Node]:
    times = Counter(node.label.wording for node in nodes)
    return {node.label.wording: node for node in nodes if node.label.wording and times[node.label.wording] == 1}


def _swaps(pairs: Pairs) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Return the pairs that changed places, if that mends the whole order; [] if it does not."""
    stands = sorted(range(len(pairs)), key=lambda rank: pairs[rank][1])  # rank on the new side → rank on the old
    if any(stands[stands[rank]] != rank for rank in range(len(pairs))):
        return []
    return [(pairs[rank], pairs[other]) for rank, other in enumerate(stands) if rank < other]
