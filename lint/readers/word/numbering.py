"""The numbering part → the list numbers Word shows in front of paragraphs, counted in reading order."""

import re
from typing import Final, NamedTuple

from lxml.etree import _Element as Element

from lint.readers.numerals import numeral
from lint.readers.word import tags
from lint.readers.word.attributes import integer
from lint.readers.word.styles import ListPlace

LEVELS: Final = 9
MAX_PATTERN: Final = 60  # characters of a level's pattern; each placeholder may become thirty letters
_ABSTRACT, _ABSTRACT_ID, _NUM, _NUM_ID = tags.w("abstractNum"), tags.w("abstractNumId"), tags.w("num"), tags.w("numId")
_LVL, _OVERRIDE, _START_OVERRIDE = tags.w("lvl"), tags.w("lvlOverride"), tags.w("startOverride")
_STYLE_LINK, _NUM_STYLE_LINK = tags.w("styleLink"), tags.w("numStyleLink")
_START, _NUM_FMT, _LVL_TEXT, _SUFF = tags.w("start"), tags.w("numFmt"), tags.w("lvlText"), tags.w("suff")
_RESTART, _IS_LGL = tags.w("lvlRestart"), tags.w("isLgl")
_PLACEHOLDER: Final = re.compile(r"%([1-9])")
_CLOSED: Final = frozenset("、。，．）)：:")


class Level(NamedTuple):
    """How one level of a list counts and looks. `restart` is the 1-based level that restarts it, None for any above."""

    start: int = 1
    style: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    legal: bool = False
    restart: int | None = None
    paragraph_style: str = ""


class List(NamedTuple):
    """A w:num: the counters it shares with others of the same definition, its levels, and where it starts anew."""

    definition: str
    levels: dict[int, Level]
    starts: dict[int, int]


class Counter:
    """Gives the number of one paragraph after the other; lists of the same definition count on together."""

    __slots__ = ("_begun", "_lists", "_values")

    def __init__(self, lists: dict[str, List]) -> None:
        self._lists = lists
        self._values: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def label(self, place: ListPlace, style: str = "") -> str:
        """Count one paragraph and return what Word shows before it, "" for bullets; `style` is its paragraph style."""
        known = self._lists.get(place.number or "0")
        if known is None or place.number == "0":
            return ""
        level = place.level
        if level is None:
            level = next((n for n, item in known.levels.items() if style and item.paragraph_style == style), 0)
        shape = known.levels.get(level)
        if shape is None or level >= LEVELS:
            return ""
        self._count(known, place.number or "", level, shape)
        return self._shown(known, level, shape)

    def _count(self, known: List, number: str, level: int, shape: Level) -> None:
        values = self._values.setdefault(known.definition, [None] * LEVELS)
        current = values[level]
        if level in known.starts and (number, level) not in self._begun:
            values[level] = known.starts[level]
        else:
            values[level] = known.starts.get(level, shape.start) if current is None else current + 1
        self._begun.add((number, level))
        for deeper in range(level + 1, LEVELS):
            restart = known.levels[deeper].restart if deeper in known.levels else None
            if restart is None or level < restart:
                values[deeper] = None

    def _shown(self, known: List, level: int, shape: Level) -> str:
        if shape.style == "bullet" or not shape.text:
            return ""
        values = self._values[known.definition]

        def figure(match: re.Match[str]) -> str:
            n = int(match.group(1)) - 1
            item = known.levels.get(n, Level())
            value = values[n] if n <= level else None
            value = known.starts.get(n, item.start) if value is None else value
            return numeral(value, "decimal" if shape.legal and item.style != "none" else item.style)

        text = _PLACEHOLDER.sub(figure, shape.text)
        if not text.strip():
            return ""
        return text if shape.suffix == "nothing" or _is_closed(text) else text + " "


def read_numbering(root: Element) -> dict[str, List]:
    """Return the lists of the numbering part by their number."""
    abstracts = {item.get(_ABSTRACT_ID, ""): item for item in root.iterchildren(_ABSTRACT)}
    linked = {
        link.get(tags.VAL, ""): name
        for name, item in abstracts.items()
        if (link := next(item.iterchildren(_STYLE_LINK), None)) is not None
    }
    lists: dict[str, List] = {}
    levels: dict[str, dict[int, Level]] = {}
    for num in root.iterchildren(_NUM):
        reference = next(num.iterchildren(_ABSTRACT_ID), None)
        definition = "" if reference is None else reference.get(tags.VAL, "")
        pointer = next(abstracts[definition].iterchildren(_NUM_STYLE_LINK), None) if definition in abstracts else None
        if pointer is not None:
            definition = linked.get(pointer.get(tags.VAL, ""), definition)
        if definition not in abstracts:
            continue
        if definition not in levels:
            levels[definition] = _levels(abstracts[definition])
        lists[num.get(_NUM_ID, "")] = _list(num, definition, levels[definition])
    return lists


def _list(num: Element, definition: str, levels: dict[int, Level]) -> List:
    """Apply the overrides of one w:num to the levels of its definition."""
    own: dict[int, Level] = {}
    starts: dict[int, int] = {}
    for override in num.iterchildren(_OVERRIDE):
        level = integer(override.get(tags.ILVL), -1)
        own.update(_levels(override))
        start = next(override.iterchildren(_START_OVERRIDE), None)
        if start is not None and level >= 0:
            starts[level] = integer(start.get(tags.VAL), 1)
    return List(definition, {**levels, **own} if own else levels, starts)


def _levels(owner: Element) -> dict[int, Level]:
    return {integer(item.get(tags.ILVL), 0): _level(item) for item in owner.iterchildren(_LVL)}


def _level(item: Element) -> Level:
    # Word keeps custom formats in mc:AlternateContent; the plain one stands last, in the fallback.
    formats = [fmt.get(tags.VAL, "decimal") for fmt in item.iter(_NUM_FMT)]
    found = {child.tag: child.get(tags.VAL) for child in item.iterchildren()}
    vanish = item.find(f"{tags.RPR}/{tags.VANISH}")
    hidden = vanish is not None and vanish.get(tags.VAL) not in tags.OFF
    restart = found.get(_RESTART)
    return Level(
        start=integer(found.get(_START), 0 if _START not in found else 1),
        style=formats[-1] if formats else "decimal",
        text="" if hidden else (found.get(_LVL_TEXT) or "")[:MAX_PATTERN],
        suffix=found.get(_SUFF) or "tab",
        legal=_IS_LGL in found and found[_IS_LGL] not in tags.OFF,
        restart=None if restart is None else integer(restart, 0),
        paragraph_style=found.get(tags.P_STYLE) or "",
    )


def _is_closed(label: str) -> bool:
    """Tell whether a list number needs no blank behind it: it ends in a mark, a blank or a Chinese character."""
    last = label[-1:]
    return last in _CLOSED or last.isspace() or "\u3400" <= last <= "\u9fff"
