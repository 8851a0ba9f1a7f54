"""The tree of a page → its lines and tables in reading order, cells with the lines and tables they hold."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Final, NamedTuple

from lxml import etree

from lint.readers.limits import Limits, exceeded
from lint.readers.page.lines import Line, LineBuilder
from lint.readers.page.ordered import Counter
from lint.readers.page.sanitising import BLOCKS, LINE
from lint.readers.page.styling import (
    Face,
    entered,
    face_of,
    is_bare,
    is_hidden,
    is_picture,
    is_shown_as_block,
    is_titled,
    leads_away,
)

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_CONTROLS: Final = frozenset(("input", "select", "textarea"))
_DEEPEST: Final = 1_000  # levels, however far the limit is raised: tables within tables are unpacked by recursion
_GROUPS: Final = frozenset(("thead", "tbody", "tfoot"))


class Box(NamedTuple):
    """A cell as written: what stands in it, and how far it spans (a row span of 0 goes to the end of its group)."""

    pieces: list[Piece]
    rowspan: int
    colspan: int
    line: int


class Group(NamedTuple):
    """A row group: "thead", "tbody" or "tfoot", "" where rows stand in none."""

    kind: str
    rows: list[list[Box]]


class Sheet(NamedTuple):
    """A table as written; its caption stands before it."""

    groups: list[Group]
    line: int
    aside: bool


Piece = Line | Sheet


class _State(NamedTuple):
    """What an element hands down to what it holds."""

    face: Face = Face()
    linked: bool = False
    deleted: bool = False
    titled: bool = False
    aside: bool = False
    verbatim: bool = False


class _Holder(NamedTuple):
    """The page or a cell, open to take in text."""

    pieces: list[Piece]
    builder: LineBuilder
    tables: int  # how many tables were open when it began


def flow(body: Element, chrome: AbstractSet[Element], limits: Limits) -> list[Piece]:
    """Return what the page shows; `chrome` are elements around the article, whose content is marked as aside.

    Raises:
        UnreadableDocument: its elements stand deeper within each other than the limits allow.
    """
    return _Flow(body, chrome, limits).run()


class _Flow:
    __slots__ = ("_body", "_chrome", "_depth", "_ends", "_holders", "_line", "_lists", "_state", "_tables")

    def __init__(self, body: Element, chrome: AbstractSet[Element], limits: Limits) -> None:
        self._body, self._chrome = body, chrome
        self._depth = min(limits.xml_depth, _DEEPEST)
        self._holders = [_Holder([], LineBuilder(), 0)]
        self._tables: list[Sheet] = []
        self._lists: list[Counter] = []
        self._state = _State()
        self._line = 1
        self._ends: list[tuple[_State, Callable[[], None] | None]] = []

    def run(self) -> list[Piece]:
        walk = etree.iterwalk(self._body, events=("start", "end"))
        for event, element in walk:
            if event == "start":
                if not self._start(element):
                    walk.skip_subtree()
            else:
                outer, closing = self._ends.pop()
                if closing is not None:
                    closing()
                self._state = outer
                self._text(element.tail)
        self._break()
        return self._holders[0].pieces

    def _start(self, element: Element) -> bool:
        """Enter an element; False if what it holds is not to be looked at."""
        tag = str(element.tag)
        self._line = int(element.get(LINE) or self._line)
        if len(self._ends) >= self._depth:
            raise exceeded("xml_depth", None, self._depth).error()
        state = self._state
        bare = is_bare(element)
        if not bare and is_hidden(element):
            self._ends.append((state, None))
            return False
        if tag in BLOCKS or (not bare and is_shown_as_block(element)):
            closing = self._block(element, tag)
        else:
            closing = None
            self._inline(element, tag)
        self._ends.append((state, closing))
        if not bare or element in self._chrome:
            self._state = self._inside(element, tag)
        if tag in _CONTROLS:
            return False
        self._text(element.text)
        return True

    def _inside(self, element: Element, tag: str) -> _State:
        state = self._state
        face = face_of(element, state.face)
        titled = state.titled or is_titled(element)
        aside = state.aside or element in self._chrome
        verbatim = state.verbatim or tag == "pre"
        linked = state.linked or leads_away(element)
        deleted = state.deleted or tag == "del"
        inside = _State(face, linked, deleted, titled, aside, verbatim)
        return state if inside == state else inside

    def _inline(self, element: Element, tag: str) -> None:
        builder = self._holders[-1].builder
        if tag == "br":
            self._break()
        elif tag == "img" and not self._state.aside and is_picture(element):
            builder.picture(self._line)
            builder.own = True
        elif tag in _CONTROLS and len(self._holders) > 1:
            self._text(entered(element))
        elif tag in {"del", "ins"} and not self._state.aside:
            builder.kinds.append("deletion" if tag == "del" else "insertion")

    def _block(self, element: Element, tag: str) -> Callable[[], None]:
        """Begin a block; return what is to be done at its end."""
        self._break()
        self._holders[-1].builder.source = self._line
        if tag == "table":
            self._tables.append(Sheet([], self._line, self._state.aside or element in self._chrome))
            return self._end_table
        if tag in {"ol", "ul"}:
            self._lists.append(Counter(element))
            return self._end_list
        if tag == "li" and self._lists:
            self._holders[-1].builder.marker = self._lists[-1].label(element)
        elif len(self._tables) > self._holders[-1].tables:
            return self._table_part(element, tag)
        return self._break

    def _table_part(self, element: Element, tag: str) -> Callable[[], None]:
        groups = self._tables[-1].groups
        if tag in _GROUPS:
            groups.append(Group(tag, []))
            return self._end_group
        if tag in {"tr", "td", "th"} and not groups:
            groups.append(Group("", []))
        if tag == "tr" or (tag in {"td", "th"} and not groups[-1].rows):
            groups[-1].rows.append([])
        if tag in {"td", "th"}:
            box = Box([], _span(element.get("rowspan"), 65_534), _span(element.get("colspan"), 1_000) or 1, self._line)
            groups[-1].rows[-1].append(box)
            self._holders.append(_Holder(box.pieces, LineBuilder(), len(self._tables)))
            self._holders[-1].builder.source = self._line
            return self._end_cell
        return self._break

    def _end_group(self) -> None:
        self._break()
        self._tables[-1].groups.append(Group("", []))

    def _end_cell(self) -> None:
        self._break()
        self._holders.pop()

    def _end_table(self) -> None:
        self._break()
        table = self._tables.pop()
        if any(group.rows for group in table.groups):
            self._holders[-1].pieces.append(table)

    def _end_list(self) -> None:
        self._break()
        self._lists.pop()
        self._holders[-1].builder.marker = ""

    def _break(self) -> None:
        """End the line; what follows is a line of its own."""
        holder = self._holders[-1]
        line = holder.builder.taken()
        if line is not None:
            holder.pieces.append(line)
        holder.builder.source = 0

    def _text(self, text: str | None) -> None:
        if not text:
            return
        state = self._state
        start = self._line + (text.count("\n", 0, len(text) - len(text.lstrip())) if "\n" in text else 0)
        if not state.deleted:
            face, builder = state.face.name, self._holders[-1].builder
            own = not (state.aside or text.isspace())
            if state.verbatim:
                for number, part in enumerate(text.split("\n")):
                    if number:
                        self._break()
                    builder.own |= own and not part.isspace()
                    builder.add_verbatim(part, face, self._line + number)
            else:
                builder.own |= own
                builder.add(text, face, start, linked=state.linked, titled=state.titled)
        self._line += text.count("\n")


def _span(text: str | None, most: int) -> int:
    """Return a span as a browser understands it (HTML, 4.9.11): 1 for what is no number."""
    digits = (text or "").strip().removeprefix("+")
    leading = digits[: len(digits) - len(digits.lstrip("0123456789"))]
    return min(int(leading[:6]), most) if leading else 1
