"""Forests laid side by side → changes in plain words, one for each thing that was done to the form."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from lint.align.labels import Label
from lint.learn.forest import Laid, Node, Pair, same
from lint.learn.words import Words, counted, listed, one_of, quoted
from lint.model import Phrase


class Where(NamedTuple):
    """Where a change belongs: in words, by the numeral of the section ("" for the whole form), by the table's key."""

    words: Phrase
    part: str = ""
    table: str | None = None


class Change(NamedTuple):
    """One difference between two templates.

    `kind` is a name for programs, such as "row-renamed"; `old` and `new` are the labels or wordings concerned.
    """

    kind: str
    where: Where
    sentence: Phrase
    old: tuple[str, ...] = ()
    new: tuple[str, ...] = ()


class Sides(NamedTuple):
    """Two forests, how their labels are spoken of, and where a change of a label belongs (old or new may be None)."""

    old: tuple[Node, ...]
    new: tuple[Node, ...]
    words: Callable[[Node], Words]
    where: Callable[[Node | None, Node | None], Where]


def named(forest: Sequence[Node], node: Node) -> str:
    """Return a label, its group before it where the forest has the label more than once."""
    again = sum(other.text == node.text for other in _all(forest)) > 1
    above = node_at(forest, node.place[:-1]) if again and len(node.place) > 1 else None
    return f"{above.text}·{node.text}" if above and above.text else node.text


def node_at(forest: Sequence[Node], place: tuple[int, ...]) -> Node:
    """Return the node that stands at this place."""
    node = forest[place[0]]
    for index in place[1:]:
        node = node.children[index]
    return node


def _all(forest: Sequence[Node]) -> Iterator[Node]:
    for node in forest:
        yield node
        yield from _all(node.children)


def told(laid: Laid, sides: Sides) -> Iterator[Change]:
    """Yield what became of the labels, one change for each thing that was done."""
    elsewhere = {node.place for _, node in laid.moved} | {new.place for both in laid.swapped for _, new in both}
    renumbered: dict[tuple[int, ...], list[Pair]] = {}
    for old, new in laid.pairs:
        if bool(old.children) != bool(new.children):
            yield _parted(old, new, sides)
        elif same(old.label, new.label):
            continue
        elif old.label.wording == new.label.wording != "" and old.label.unit == new.label.unit:
            if new.place not in elsewhere:  # what moves takes the number of its new place
                renumbered.setdefault(new.place[:-1], []).append((old, new))
        else:
            yield _renamed(old, new, sides)
    for pairs in renumbered.values():
        yield _renumbered(pairs, sides)
    yield from (_swapped(one, other, sides) for one, other in laid.swapped)
    yield from (_moved(old, new, sides) for old, new in laid.moved)
    yield from (_regrouped(olds, news, sides) for olds, news in laid.regrouped)
    yield from (_gone(node, sides) for node in laid.gone)
    yield from (_fresh(node, sides) for node in laid.fresh)


def _renamed(old: Node, new: Node, sides: Sides) -> Change:
    return renamed(sides.words(old), sides.where(old, new), (old.label, new.label), (named(sides.old, old), new.text))


def renamed(words: Words, where: Where, labels: tuple[Label, Label], names: tuple[str, str]) -> Change:
    """Return the change of one label, its unit or its whole wording; `names` are how its two forms are spoken of."""
    old, new = labels
    if old.wording == new.wording and old.number == new.number:
        one, units = one_of(words, names[0]), [each.unit for each in labels]
        zh, en = ([quoted(unit) if unit else none for unit in units] for none in ("（不注明）", "none"))
        sentence = Phrase(
            f"{one.zh}的单位由{zh[0]}改为{zh[1]}", f"the unit of {one.en} changed from {en[0]} to {en[1]}"
        )
        return Change(f"{words.kind}-unit", where, sentence, (names[0],), (names[1],))
    if not new.folded:
        mark = quoted(names[0])
        sentence = Phrase(words.blanked.zh.format(mark), words.blanked.en.format(mark))
        return Change(f"{words.kind}-renamed", where, sentence, (names[0],))
    marks = [quoted(name) for name in names]
    sentence = Phrase(words.renamed.zh.format(*marks), words.renamed.en.format(*marks))
    return Change(f"{words.kind}-renamed", where, sentence, (names[0],), (names[1],))


def _renumbered(pairs: Sequence[Pair], sides: Sides) -> Change:
    if len(pairs) == 1:
        return _renamed(*pairs[0], sides)._replace(kind=f"{sides.words(pairs[0][0]).kind}-renumbered")
    words, where = sides.words(pairs[0][0]), sides.where(*pairs[0])
    numbers = [(quoted(old.text), new.label.number) for old, new in pairs]
    count = counted(words, len(pairs))
    zh = "、".join(f"{name}改为{quoted(sign)}" if sign else f"{name}去掉了序号" for name, sign in numbers)
    en = ", ".join(f"{name} is now {quoted(sign)}" if sign else f"{name} has none now" for name, sign in numbers)
    sentence = Phrase(f"{count.zh}只改了序号：{zh}", f"{count.en} have another number only: {en}")
    old, new = (tuple(pair[side].text for pair in pairs) for side in (0, 1))
    return Change(f"{words.kind}-renumbered", where, sentence, old, new)


def _parted(old: Node, new: Node, sides: Sides) -> Change:
    """Tell of one row or column that became a group of several, or the reverse."""
    words, where = sides.words(old if not old.children else new), sides.where(old, new)
    whole = [tuple(leaf.text for leaf in node.leaves()) for node in (old, new)]
    if new.children:
        count, names = counted(words, len(whole[1])), listed(whole[1])
        one = one_of(words, named(sides.old, old))
        zh, en = f"{one.zh}分成 {count.zh}：{names.zh}", f"{one.en} became {count.en}: {names.en}"
        return Change(f"{words.kind}-split", where, Phrase(zh, en), whole[0], whole[1])
    count, names = counted(words, len(whole[0])), listed(whole[0])
    one = one_of(words, named(sides.new, new))
    zh = f"{quoted(old.text)}下的 {count.zh}（{names.zh}）合成{one.zh}"
    en = f"the {count.en} under {quoted(old.text)} ({names.en}) became one, {one.en}"
    return Change(f"{words.kind}-merged", where, Phrase(zh, en), whole[0], whole[1])


def _swapped(one: Pair, other: Pair, sides: Sides) -> Change:
    words = sides.words(one[0])
    names = [named(sides.old, pair[0]) for pair in (one, other)]
    both = listed(names)
    sentence = Phrase(f"{both.zh}互换了位置", f"{both.en} changed places")
    return Change(f"{words.kind}-swapped", sides.where(*one), sentence, tuple(names), tuple(reversed(names)))


def _moved(old: Node, new: Node, sides: Sides) -> Change:
    words = sides.words(old)
    one, behind = one_of(words, named(sides.old, old)), _behind(new, sides)
    sentence = Phrase(f"{one.zh}移到{behind.zh}", f"{one.en} moved {behind.en}")
    return Change(f"{words.kind}-moved", sides.where(old, new), sentence, (old.text,), (new.text,))


def _regrouped(olds: Sequence[Node], news: Sequence[Node], sides: Sides) -> Change:
    group, formed = (olds[0], False) if olds[0].children and not news[0].children else (news[0], True)
    words, where = sides.words(group), sides.where(olds[0], news[0])
    names = listed(node.text for node in (olds if formed else news))
    mark = quoted(group.text)
    if formed:
        sentence = Phrase(f"{names.zh}归入新增的{mark}", f"{names.en} now stand under the new label {mark}")
    else:
        sentence = Phrase(f"取消{mark}这一层，{names.zh}直接列出", f"the label {mark} above {names.en} is gone")
    texts = tuple(node.text for node in olds), tuple(node.text for node in news)
    return Change(f"{words.kind}-{'formed' if formed else 'dissolved'}", where, sentence, *texts)


def _gone(node: Node, sides: Sides) -> Change:
    words, inner = sides.words(node), _inner(node, sides)
    one = one_of(words, named(sides.old, node))
    sentence = Phrase(f"取消{one.zh}{inner.zh}", f"{one.en} is gone{inner.en}")
    return Change(f"{words.kind}-dropped", sides.where(node, None), sentence, old=(node.text,))


def _fresh(node: Node, sides: Sides) -> Change:
    words, inner, behind = sides.words(node), _inner(node, sides), _behind(node, sides)
    one = one_of(words, named(sides.new, node))
    sentence = Phrase(f"新增{one.zh}{inner.zh}，列在{behind.zh}", f"{one.en} is new{inner.en}, {behind.en}")
    return Change(f"{words.kind}-added", sides.where(None, node), sentence, new=(node.text,))


def _inner(node: Node, sides: Sides) -> Phrase:
    """Return what stands under a label, nothing for a row or column."""
    if not node.children:
        return Phrase("", "")
    leaves = list(node.leaves())
    count, names = counted(sides.words(leaves[0]), len(leaves)), listed(leaf.text for leaf in leaves)
    return Phrase(f"（{count.zh}：{names.zh}）", f" ({count.en}: {names.en})")


def _behind(node: Node, sides: Sides) -> Phrase:
    """Return where a label of the new side stands among those of its group."""
    rank = node.place[-1]
    if rank:
        mark = quoted(node_at(sides.new, (*node.place[:-1], rank - 1)).text)
        return Phrase(f"{mark}之后", f"after {mark}")
    above = node_at(sides.new, node.place[:-1]).text if len(node.place) > 1 else ""
    if above:
        return Phrase(f"{quoted(above)}的最前面", f"first under {quoted(above)}")
    return Phrase("最前面", "first")
