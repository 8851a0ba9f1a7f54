"""Thin boxes → rules: pieces on one line joined (dashes, dots, borders drawn cell by cell), double lines taken once."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from lint.readers.pdf.pages import Box

TOUCH: Final = 3.5  # points by which rules that meet may miss each other
_DOUBLE: Final = 3.0  # points between the two lines of a double line
_BROADEST: Final = 4.5  # points over all that is taken for one line
_BREAK: Final = 4.0  # points between two dashes
_SHORTEST: Final = 6.0  # points
_MOST: Final = 300  # rules of either direction on one page; a form has 60


class Rule(NamedTuple):
    """A straight line: `at` is its y (horizontal) or x (vertical), `start` and `end` its extent."""

    at: float
    start: float
    end: float


class Ruling(NamedTuple):
    """Rules that hang together."""

    across: tuple[Rule, ...]
    down: tuple[Rule, ...]


def rulings(boxes: Iterable[Box]) -> list[Ruling]:
    """Return the groups of rules that cross or meet, from top to bottom; loose ones, as under words, are left out."""
    across: list[Rule] = []
    down: list[Rule] = []
    for x0, y0, x1, y1 in boxes:
        broad, tall = x1 - x0, y1 - y0
        if broad >= tall or broad <= _BREAK:
            across.append(Rule((y0 + y1) / 2, x0, x1))
        if tall >= broad or tall <= _BREAK:
            down.append(Rule((x0 + x1) / 2, y0, y1))
    return _groups(_joined(across), _joined(down))


def clustered(values: Iterable[float]) -> list[float]:
    """Return the values in order, those that are one line wide taken together at their mean."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][-1] <= _DOUBLE and value - groups[-1][0] <= _BROADEST:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [sum(group) / len(group) for group in groups]


def _joined(rules: list[Rule]) -> list[Rule]:
    rules.sort()
    made: list[Rule] = []
    begin = 0
    for index in range(1, len(rules) + 1):
        if index < len(rules) and (
            rules[index].at - rules[index - 1].at <= _DOUBLE and rules[index].at - rules[begin].at <= _BROADEST
        ):
            continue
        made.extend(_on_one_line(rules[begin:index]))
        begin = index
    if len(made) > _MOST:
        made = sorted(made, key=lambda rule: (rule.start - rule.end, rule))[:_MOST]
    return made


def _on_one_line(rules: Sequence[Rule]) -> list[Rule]:
    runs: list[tuple[float, float, list[float]]] = []
    for at, start, end in sorted(rules, key=lambda rule: (rule.start, rule)):
        if runs and start - runs[-1][1] <= _BREAK:
            begin, reached, places = runs[-1]
            places.append(at)
            runs[-1] = (begin, max(reached, end), places)
        else:
            runs.append((start, end, [at]))
    return [Rule(sum(places) / len(places), start, end) for start, end, places in runs if end - start >= _SHORTEST]


def _meet(across: Rule, down: Rule) -> bool:
    return across.start - TOUCH <= down.at <= across.end + TOUCH and down.start - TOUCH <= across.at <= down.end + TOUCH


def _groups(across: list[Rule], down: list[Rule]) -> list[Ruling]:
    """Group rules by what they meet; a group needs at least two of either direction or a table would have no cell."""
    owner = list(range(len(across) + len(down)))

    def root(index: int) -> int:
        while owner[index] != index:
            owner[index] = owner[owner[index]]
            index = owner[index]
        return index

    for first, rule in enumerate(across):
        for second, other in enumerate(down, len(across)):
            if _meet(rule, other):
                owner[root(first)] = root(second)
    members: dict[int, list[int]] = {}
    for index in range(len(owner)):
        members.setdefault(root(index), []).append(index)
    found = [
        Ruling(
            tuple(across[index] for index in group if index < len(across)),
            tuple(down[index - len(across)] for index in group if index >= len(across)),
        )
        for group in members.values()
    ]
    closed = [_closed(ruling) for ruling in found if len(ruling.across) + len(ruling.down) >= 3]
    return [ruling for ruling in closed if len(ruling.across) > 1 and len(ruling.down) > 1]


def _closed(ruling: Ruling) -> Ruling:
    """Cut off loose ends, and add a border that is missing: at the edge of a page or the open side of a table."""
    across, down = ruling
    across = across + _borders(down, across)
    down = down + _borders(across, down)
    return Ruling(_trimmed(across, down), _trimmed(down, across))


def _borders(crossing: Sequence[Rule], along: Sequence[Rule]) -> tuple[Rule, ...]:
    """Return the rules that several crossing ones ask for, since they end together beyond the last along them."""
    if not along:
        return ()
    first, last = min(rule.at for rule in along), max(rule.at for rule in along)
    found: list[Rule] = []
    for ends in ([rule.start for rule in crossing], [rule.end for rule in crossing]):
        beyond = [
            (end, rule.at)
            for end, rule in zip(ends, crossing, strict=True)
            if end < first - 2 * TOUCH or end > last + 2 * TOUCH
        ]
        if beyond:
            outermost = max(beyond, key=lambda pair: max(first - pair[0], pair[0] - last))[0]
            places = [at for end, at in beyond if abs(end - outermost) <= TOUCH]
            if len(places) > 1:
                found.append(Rule(outermost, min(places), max(places)))
    return tuple(found)


def _trimmed(rules: Sequence[Rule], crossing: Sequence[Rule]) -> tuple[Rule, ...]:
    """Return the rules from the first to the last that each meets; what meets fewer than two bounds nothing."""
    kept: list[Rule] = []
    for rule in rules:
        met = [
            other.at
            for other in crossing
            if rule.start - TOUCH <= other.at <= rule.end + TOUCH
            and other.start - TOUCH <= rule.at <= other.end + TOUCH
        ]
        if len(met) > 1 and max(met) - min(met) > TOUCH:
            kept.append(Rule(rule.at, min(met), max(met)))
    return tuple(kept)
