"""The tree of a page → how much its elements weigh: words, links, and what only an article has."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from lxml import etree

from lint.readers.page.labels import name_of
from lint.readers.page.lines import BLANKS
from lint.readers.page.sanitising import BLOCKS
from lint.readers.page.styling import is_bare, is_hidden, leads_away

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

ORDINAL: Final = re.compile(
    r"[（(]\s*[一二三四五六七八九十]{1,3}\s*[）)]|[一二三四五六七八九十]{1,3}\s*[、．.]|第[一二三四五六七八九十]{1,3}(?:部分|章)"
)
_NUMERALS: Final = tuple("一二三四五六七八九十")
_LINES: Final = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "hr", "pre", "caption", "legend"))
CONTAINERS: Final = BLOCKS - _LINES
_FEWEST_CELLS: Final = 6  # with fewer a table says nothing of an article
_FEWEST_PARTICULARS: Final = 2
_ROOM: Final = 12  # characters of a line in which its ordinal stands


class Weight:
    """Of one element with all that it holds; `tables` are those of data, `keys` they and ordinals.

    `marks` has a bit for each ordinal of the uppermost level, `first` the one of the first of them.
    """

    __slots__ = (
        "cells",
        "first",
        "inner",
        "keys",
        "linked",
        "marks",
        "particulars",
        "rows",
        "sentences",
        "tables",
        "words",
    )

    def __init__(self) -> None:
        self.words = self.linked = 0  # characters outside links and in them
        self.keys = self.tables = self.sentences = 0
        self.marks = self.first = 0
        self.cells = self.rows = self.inner = self.particulars = 0  # of a table itself

    @property
    def dense(self) -> bool:
        """Tell whether it is mostly links."""
        return self.linked > self.words

    @property
    def is_data(self) -> bool:
        """Tell a table of data; one of an article's particulars is none."""
        few = self.cells < _FEWEST_CELLS or self.inner > 0 or 0 < self.rows >= self.cells
        return not few and self.particulars < _FEWEST_PARTICULARS and not self.dense


def weigh(body: Element) -> tuple[dict[Element, Weight], list[Element]]:
    """Return the weights of the containers, and of all other elements that hold a key, and the hidden containers.

    Nothing hidden is weighed.
    """
    scales = _Scales(body, is_hidden)
    return scales.weighed, scales.folded


def weight_of(box: Element) -> Weight:
    """Return the weight of a container as if nothing in it were hidden."""
    return _Scales(box, lambda _: False).weighed.get(box) or Weight()


class _Scales:
    __slots__ = ("_head", "_links", "_stack", "_tables", "folded", "weighed")

    def __init__(self, body: Element, hides: Callable[[Element], bool]) -> None:
        self.weighed: dict[Element, Weight] = {}
        self.folded: list[Element] = []
        self._stack: list[Weight] = [Weight()]
        self._tables: list[Weight] = []
        self._head = ""
        self._links = 0
        walk = etree.iterwalk(body, events=("start", "end"))
        passed: Element | None = None  # the hidden element whose end is next
        for event, element in walk:
            if event == "start":
                if element is not body and not is_bare(element) and hides(element):
                    if element.tag in CONTAINERS and len(element):
                        self.folded.append(element)
                    self._stack.append(Weight())
                    walk.skip_subtree()
                    passed = element
                else:
                    self._start(element)
            else:
                self._end(element, hidden=element is passed)

    def _start(self, element: Element) -> None:
        tag = element.tag
        if tag in BLOCKS or tag == "br":
            self._end_line()
        self._stack.append(Weight())
        if tag == "table":
            if self._tables:
                self._tables[-1].inner += 1
            self._tables.append(self._stack[-1])
        elif tag in {"td", "th"} and self._tables:
            self._tables[-1].cells += 1
        elif tag == "tr" and self._tables:
            self._tables[-1].rows += 1
        if leads_away(element):
            self._links += 1
        self._text(element.text)

    def _end(self, element: Element, *, hidden: bool) -> None:
        tag = element.tag
        if tag in BLOCKS:
            self._end_line(cell=tag in {"td", "th"})
        weight = self._stack.pop()
        outer = self._stack[-1]
        if not hidden:
            if tag == "table":
                self._tables.pop()
                weight.tables += weight.is_data
                weight.keys += weight.is_data
            if leads_away(element):
                self._links -= 1
            if tag in CONTAINERS or weight.keys or tag == "body":
                self.weighed[element] = weight
            outer.words += weight.words
            outer.linked += weight.linked
            outer.keys += weight.keys
            outer.sentences += weight.sentences
            outer.tables += weight.tables
            outer.marks |= weight.marks
            outer.first = outer.first or weight.first
        self._text(element.tail)

    def _text(self, text: str | None) -> None:
        words = (text or "").strip(BLANKS)
        if not words:
            return
        weight = self._stack[-1]
        if self._links:
            weight.linked += len(words)
            self._head = self._head or "-"
            return
        weight.words += len(words)
        weight.sentences += words.count("。")
        if len(self._head) < _ROOM:
            self._head += words[:_ROOM]

    def _end_line(self, *, cell: bool = False) -> None:
        if self._head:
            if (match := ORDINAL.match(self._head)) is not None:
                weight = self._stack[-1]
                weight.keys += 1
                mark = _mark(match.group())
                weight.marks |= mark
                weight.first = weight.first or mark
            if (
                self._tables
                and (cell or self._head[-1] in ":：")
                and name_of(self._head.partition("：")[0]) is not None
            ):
                self._tables[-1].particulars += 1
            self._head = ""


def _mark(ordinal: str) -> int:
    """Return the bit of an ordinal of the uppermost level, 0 for one in brackets or above ten."""
    numeral = ordinal.lstrip("第").rstrip("、．.部分章 \t\u3000")
    return 1 << _NUMERALS.index(numeral) if numeral in _NUMERALS else 0
