"""A page that keeps its article out of sight until scripts run or readers ask → the article shown, and weighed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lint.readers.page.weights import Weight, weigh, weight_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_MOST_LEVELS: Final = 3  # boxes out of sight within each other
_MANY_TIMES: Final = 4  # so much more than what is shown, and it is the article; a second copy of it is not


def unfolded(body: Element) -> dict[Element, Weight]:
    """Return the weights of what is shown; a box out of sight that alone holds the article is shown from now on."""
    weights, folded = weigh(body)
    for _ in range(_MOST_LEVELS):
        hidden = {box: weight_of(box) for box in folded}
        shown = weights.get(body) or Weight()
        largest = max(hidden, key=lambda box: _amount(hidden[box]), default=None)
        if largest is None or not _outweighs(_amount(hidden[largest]), _amount(shown)):
            break
        for name in ("style", "hidden"):
            largest.attrib.pop(name, "")
        weights, folded = weigh(body)
    return weights


def _amount(weight: Weight) -> tuple[int, int]:
    return weight.keys, weight.sentences


def _outweighs(hidden: tuple[int, int], shown: tuple[int, int]) -> bool:
    keys, sentences = hidden
    return keys > _MANY_TIMES * shown[0] if keys else sentences > _MANY_TIMES * shown[1] and not shown[0]
