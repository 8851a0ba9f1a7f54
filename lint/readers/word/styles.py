"""The styles part → which styles bring a list number or hide their text, through basedOn."""

from typing import Final, NamedTuple

from lxml.etree import _Element as Element

from lint.readers.word import tags
from lint.readers.word.attributes import integer

_STYLE, _STYLE_ID, _BASED_ON = tags.w("style"), tags.w("styleId"), tags.w("basedOn")
_MAX_CHAIN: Final = 64


class ListPlace(NamedTuple):
    """Where a paragraph stands in the lists: the number definition, and the level if one is said."""

    number: str | None = None
    level: int | None = None


class Styles(NamedTuple):
    """Styles that matter to reading. `lists` gives a place of its own or an inherited one."""

    lists: dict[str, ListPlace]
    hiding: frozenset[str]

    @property
    def notable(self) -> frozenset[str]:
        """Return the styles for which paragraphs and runs must be looked at."""
        return self.hiding | self.lists.keys()


def list_place(num_pr: Element) -> ListPlace:
    """Read a w:numPr."""
    number, level = None, None
    for item in num_pr.iterchildren(tags.NUM_ID, tags.ILVL):
        value = item.get(tags.VAL, "")
        if item.tag == tags.NUM_ID:
            number = value
        else:
            level = integer(value, 0)
    return ListPlace(number, level)


def read_styles(root: Element) -> Styles:
    """Resolve list numbers and hidden text of every style in the styles part."""
    own: dict[str, tuple[ListPlace | None, bool | None, str]] = {}
    for style in root.iterchildren(_STYLE):
        num_pr = style.find(f"{tags.PPR}/{tags.NUM_PR}")
        vanish = style.find(f"{tags.RPR}/{tags.VANISH}")
        based_on = style.find(_BASED_ON)
        own[style.get(_STYLE_ID, "")] = (
            None if num_pr is None else list_place(num_pr),
            None if vanish is None else vanish.get(tags.VAL) not in tags.OFF,
            "" if based_on is None else based_on.get(tags.VAL, ""),
        )
    lists: dict[str, ListPlace] = {}
    hiding: set[str] = set()
    for name in own:
        place, hidden = _resolved(own, name)
        if place.number is not None:
            lists[name] = place
        if hidden:
            hiding.add(name)
    return Styles(lists, frozenset(hiding))


def _resolved(own: dict[str, tuple[ListPlace | None, bool | None, str]], name: str) -> tuple[ListPlace, bool]:
    """Follow basedOn: the nearest statement of each kind counts."""
    number: str | None = None
    level: int | None = None
    hidden: bool | None = None
    for _ in range(_MAX_CHAIN):
        if name not in own:
            break
        place, hides, name = own[name]
        if place is not None:
            number = place.number if number is None else number
            level = place.level if level is None else level
        hidden = hides if hidden is None else hidden
    return ListPlace(number, level), bool(hidden)
