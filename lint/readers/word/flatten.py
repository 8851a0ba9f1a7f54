"""Wrappers away: a container's paragraphs, tables, rows or cells without controls, tags and deleted content,
and a paragraph's text with fields, symbols, breaks and pictures resolved.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from lxml.etree import _Element as Element

from lint.readers.word import tags
from lint.readers.word.symbols import symbol

_TEXT: Final = frozenset({tags.T, tags.MATH_TEXT})
_SIGNS: Final = {tags.TAB: "\t", tags.PTAB: "\t", tags.CR: "\n", tags.NO_BREAK_HYPHEN: "-"}
_IMAGES: Final = frozenset({tags.BLIP, tags.IMAGE_DATA})
_NO_LINE: Final = frozenset({"page", "column"})
_KNOWN_EXTENSIONS: Final = ("http://schemas.microsoft.com/office/", "http://schemas.openxmlformats.org/")


class Line(NamedTuple):
    """One paragraph's own content; `boxes` are the text boxes anchored in it."""

    text: str = ""
    pictures: int = 0
    hidden: bool = False
    boxes: tuple[Element, ...] = ()
    numbered: bool = False
    bare: bool = False  # nothing but the list number
    kinds: tuple[str, ...] = ()


def chosen(alternate: Element) -> Element | None:
    """Return the branch of mc:AlternateContent that is shown: the first we understand, else the fallback."""
    fallback = None
    for branch in alternate.iterchildren():
        if branch.tag == tags.CHOICE:
            names = (branch.get("Requires") or "").split()
            spaces = [branch.nsmap.get(name) or "" for name in names]
            if len(branch) and all(space.startswith(_KNOWN_EXTENSIONS) for space in spaces):
                return branch
        elif branch.tag == tags.FALLBACK:
            fallback = branch
    return fallback


def children(container: Element, *wanted: str) -> Iterator[Element]:
    """Yield the descendants of the wanted kinds that stand in `container` but for wrappers, in order."""
    stack = [container.iterchildren()]
    while stack:
        for child in stack[-1]:
            tag = child.tag
            if tag in wanted:
                yield child
            elif tag == tags.ALTERNATE:
                branch = chosen(child)
                if branch is not None:
                    stack.append(branch.iterchildren())
                    break
            elif tag not in tags.SKIPPED and tag != tags.P and len(child):
                stack.append(child.iterchildren())
                break
        else:
            stack.pop()


class Gatherer:
    """Reads paragraphs one after the other; fields may stay open from one to the next."""

    __slots__ = ("_boxes", "_fields", "_hidden", "_hiding_styles", "_parts", "_pictures", "_unbegun")

    def __init__(self, hiding_styles: frozenset[str]) -> None:
        self._fields: list[bool] = []  # of each open field: whether its result has begun
        self._unbegun = 0  # how many of them have not
        self._hiding_styles = hiding_styles
        self._parts: list[str] = []
        self._boxes: list[Element] = []
        self._pictures = 0
        self._hidden = False

    @property
    def instructing(self) -> bool:
        """Tell whether the next text is part of a field's instruction."""
        return self._unbegun > 0

    def forget_fields(self) -> None:
        """Take all fields as closed, where a broken one would swallow the rest of the document."""
        self._fields, self._unbegun = [], 0

    def line(self, paragraph: Element, *, vanishing: bool) -> Line:
        """Read one paragraph; `vanishing` says that its runs must be looked at for hidden text."""
        self._parts, self._boxes, self._pictures, self._hidden = [], [], 0, False
        self._gather(paragraph, vanishing=vanishing)
        return Line("".join(self._parts), self._pictures, self._hidden, tuple(self._boxes))

    def _gather(self, element: Element, *, vanishing: bool) -> None:
        for child in element.iterchildren():
            tag = child.tag
            if tag in tags.SKIPPED:
                continue
            if tag in _TEXT:
                self._add((child.text or "").replace("\n", " "))
            elif tag == tags.R and vanishing and self._vanishes(child):
                before = len(self._parts)
                self._gather(child, vanishing=vanishing)
                self._hidden = self._hidden or any(part.strip() for part in self._parts[before:])
            elif not self._sign(child, tag):
                self._gather(child, vanishing=vanishing)

    def _add(self, text: str) -> None:
        if text and not self._unbegun:
            self._parts.append(text)

    def _sign(self, child: Element, tag: str) -> bool:
        """Take in an element that stands for itself; False if its content is to be read."""
        if tag in _SIGNS:
            self._add(_SIGNS[tag])
        elif tag == tags.BR:
            self._add("" if child.get(tags.TYPE) in _NO_LINE else "\n")
        elif tag == tags.FLD_CHAR:
            self._field(child.get(tags.FLD_CHAR_TYPE))
        elif tag == tags.SYM:
            self._add(symbol(child.get(tags.FONT, ""), child.get(tags.CHAR, "")))
        elif tag == tags.TXBX:
            self._boxes.append(child)
        elif tag == tags.ALTERNATE:
            branch = chosen(child)
            if branch is not None:
                self._gather(branch, vanishing=False)
        else:
            self._pictures += tag in _IMAGES
            return False
        return True

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(False)
            self._unbegun += 1
        elif kind == "separate" and self._fields:
            self._unbegun -= not self._fields[-1]
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._unbegun -= not self._fields.pop()

    def _vanishes(self, run: Element) -> bool:
        properties = next(run.iterchildren(tags.RPR), None)
        if properties is None:
            return False
        style = False
        for item in properties.iterchildren(tags.VANISH, tags.R_STYLE):
            if item.tag == tags.VANISH:
                return item.get(tags.VAL) not in tags.OFF
            style = item.get(tags.VAL) in self._hiding_styles
        return style
