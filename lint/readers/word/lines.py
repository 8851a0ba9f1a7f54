"""Containers (body, cell, text box) → their lines and tables in order: list numbers put in front, deleted paragraph
marks resolved.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lint.readers.word import tags
from lint.readers.word.flatten import Gatherer, Line, children
from lint.readers.word.styles import ListPlace, Styles, list_place

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from lint.readers.word.numbering import Counter
    from lint.readers.word.survey import Survey


class LineReader:
    """Reads paragraphs in reading order; list numbers and open fields carry over from one to the next."""

    __slots__ = ("_counter", "_gatherer", "_seen", "_styles")

    def __init__(self, seen: Survey, styles: Styles, gatherer: Gatherer, counter: Counter | None) -> None:
        self._seen, self._styles, self._gatherer, self._counter = seen, styles, gatherer, counter

    def plain(self, cell: Element) -> str:
        """Return the text of a cell that holds nothing but plain paragraphs."""
        if self._gatherer.instructing:
            return "\n".join(piece.text for piece in self.pieces(cell) if isinstance(piece, Line) and piece.text)
        texts = [_text(parts) for parts in self._seen.cells.get(cell, ())]
        return texts[0] if len(texts) == 1 else "\n".join(filter(None, texts))

    def pieces(self, container: Element) -> Iterator[Line | Element]:
        """Yield a line for each paragraph, and tables and embedded documents as they stand."""
        pending: list[Line] = []
        for element in children(container, tags.P, tags.TBL, tags.ALT_CHUNK):
            if element.tag != tags.P:
                if pending:
                    yield _joined(pending)
                    pending = []
                yield element
                continue
            pending.append(self._line(element))
            if element not in self._seen.joined:
                yield self._labelled(element, _joined(pending))
                pending = []
        if pending:
            yield _joined(pending)

    def _line(self, paragraph: Element) -> Line:
        seen = self._seen
        if paragraph not in seen.odd and not self._gatherer.instructing:
            return Line(_text(seen.texts.get(paragraph, [])))
        line = self._gatherer.line(paragraph, vanishing=paragraph in seen.vanishing)
        if seen.begun[0]:
            self._gatherer.forget_fields()
        kinds = tuple(seen.anchors.get(paragraph, ()))
        style = seen.styled.get(paragraph)
        hidden = line.hidden or (style in self._styles.hiding and bool(line.text.strip()))
        return line._replace(kinds=kinds, hidden=hidden) if kinds or hidden else line

    def _labelled(self, paragraph: Element, line: Line) -> Line:
        """Put the list number in front, if the paragraph or its style has one."""
        if self._counter is None:
            return line
        num_pr = self._seen.numbered.get(paragraph)
        style = self._seen.styled.get(paragraph, "")
        place = self._styles.lists.get(style)
        if num_pr is not None:
            own = list_place(num_pr)
            if own.number is None:
                place = place and place._replace(level=own.level)
            else:
                place = ListPlace(own.number, 0 if own.level is None else own.level)
        if place is None:
            return line
        label = self._counter.label(place, style)
        return line._replace(text=label + line.text, numbered=True, bare=not line.text.strip()) if label else line


def _text(parts: list[str]) -> str:
    """Join the texts of a paragraph; a raw line feed is a blank to Word."""
    return "".join(parts).replace("\n", " ")


def _joined(lines: list[Line]) -> Line:
    """Return the lines as one, which they are once the deleted marks between them are gone."""
    if len(lines) == 1:
        return lines[0]
    return Line(
        "".join(line.text for line in lines),
        sum(line.pictures for line in lines),
        any(line.hidden for line in lines),
        tuple(box for line in lines for box in line.boxes),
        kinds=tuple(kind for line in lines for kind in line.kinds),
    )
