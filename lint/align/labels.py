"""Labels as they are compared: a list number apart from the wording, and how alike two wordings are."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from lint.language.wording import fold, split_number

_UNIT = re.compile(r"\((?:单位:?([^()]{0,6})|([百千万亿]{0,2}元))\)$")
_AGAIN = ("(续)", "(续表)", "(接上页)")  # what a group label gets when a page break repeats it


class Label(NamedTuple):
    """A label taken apart. `folded` is the whole in folded form, `wording` the part after the list number."""

    text: str
    folded: str
    number: str
    wording: str
    unit: str = ""
    is_alias: bool = False  # another accepted wording; `wording` is the form's own


def label(text: str) -> Label:
    """Take a label apart; blanks, widths, brackets and quotes are set aside."""
    folded = fold(text)
    number, wording = split_number(folded)
    unit = ""
    if wording.endswith(")"):
        wording = wording.removesuffix(next((mark for mark in _AGAIN if wording.endswith(mark)), ""))
        match = _UNIT.search(wording)
        if match:
            unit = match.group(1) or match.group(2) or ""
            wording = wording[: match.start()]
    return Label(text, folded, number, wording, unit)


class Labels(dict[str, Label]):
    """Labels taken apart once per distinct text; of accepted further wordings, those of the form are given."""

    def __init__(self, aliases: Mapping[str, Label] = MappingProxyType({})) -> None:
        super().__init__()
        self._aliases = aliases  # by their wording

    def __missing__(self, text: str) -> Label:
        """Take the text apart and keep it."""
        made = label(text)
        own = self._aliases.get(made.wording) if self._aliases else None
        if own is not None:
            made = made._replace(wording=own.wording, unit=made.unit or own.unit, is_alias=True)
        self[text] = made
        return made


def likeness(left: str, right: str) -> float:
    """Return the plain ratio (0..1) of two wordings; token scorers would call "granted" and "not granted" equal."""
    if left == right:
        return 1.0
    if not left or not right:
        return 0.0
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - 15 ms at start-up, needed for altered labels only

    return float(Indel.normalized_similarity(left, right))


def one_slip(left: str, right: str) -> bool:
    """Tell whether one character at most was lost, added, replaced or exchanged with its neighbour."""
    start = next((i for i, (one, other) in enumerate(zip(left, right, strict=False)) if one != other), None)
    if start is None:
        return abs(len(left) - len(right)) <= 1
    one, other = left[start:], right[start:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    return (len(one) <= 1 and len(other) <= 1) or (len(one) == 2 and one == other[::-1])
