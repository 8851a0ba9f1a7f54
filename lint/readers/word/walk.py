"""Lines and tables → blocks and notes: places numbered, layout tables unpacked, text boxes set behind their anchor."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from lint.model import Block, Cell, Location, Note, Paragraph, Table
from lint.readers import grid
from lint.readers.word import tags
from lint.readers.word.flatten import Line, children
from lint.readers.word.rows import declared_widths, slots

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from lint.readers.limits import Limits
    from lint.readers.word.lines import LineReader
    from lint.readers.word.survey import Survey

_LAYOUT_COLUMNS: Final = 3


class Walk:
    """Collects the blocks of one document."""

    __slots__ = ("_counts", "_limits", "_lines", "_places", "_seen", "blocks")

    def __init__(self, seen: Survey, lines: LineReader, limits: Limits) -> None:
        self._seen, self._lines, self._limits = seen, lines, limits
        self.blocks: list[Block] = []
        self._counts = dict(seen.counts)
        self._places: dict[str, Location] = {}

    def notes(self) -> list[Note]:
        """Return what was odd, by first place and kind."""
        found = [Note(kind, self._places.get(kind, Location()), count) for kind, count in self._counts.items()]
        return sorted(found, key=lambda note: (note.location, note.kind))

    def read(self, container: Element, *, boxed: bool = False) -> None:
        """Take in everything in a container that stands in the flow of the body, or in a text box."""
        for piece in self._lines.pieces(container):
            if isinstance(piece, Line):
                self._paragraph(piece, boxed=boxed)
            elif piece.tag == tags.TBL:
                self._table(piece, boxed=boxed)
            else:
                self._note("embedded-document", self._here())

    def _here(self, row: int = 0, column: int = 0) -> Location:
        return Location(len(self.blocks) + 1, row, column)

    def _note(self, kind: str, place: Location) -> None:
        self._counts[kind] = self._counts.get(kind, 0) + 1
        self._places.setdefault(kind, place)

    def _remember(self, line: Line, place: Location) -> None:
        for kind in line.kinds:
            self._places.setdefault(kind, place)
        if line.hidden:
            self._note("hidden", place)

    def _paragraph(self, line: Line, *, boxed: bool) -> None:
        place = self._here()
        self._remember(line, place)
        if line.pictures or (line.text.strip() and not (line.numbered and line.bare)):
            self.blocks.append(
                Paragraph(line.text, place, line.numbered, line.hidden, boxed=boxed, pictures=line.pictures)
            )
        self._boxes(line.boxes)

    def _boxes(self, boxes: Iterable[Element]) -> None:
        for box in boxes:
            before = len(self.blocks)
            self.read(box, boxed=True)
            if len(self.blocks) > before:
                self._note("textbox", self.blocks[before].location)

    def _table(self, table: Element, *, boxed: bool) -> None:
        rows = [slots(row, self._seen) for row in children(table, tags.TR) if not self._gone(row)]
        layout = grid.lay(rows, self._limits, declared_widths(table))
        if self._is_layout(layout):
            self._unpack([area.content for area in layout.areas], boxed=boxed)
        else:
            self._data_table(layout)

    def _gone(self, row: Element) -> bool:
        """Tell whether the row is deleted; what was odd in it is then placed at the table."""
        if row not in self._seen.deleted:
            return False
        for kinds in (self._seen.anchors.get(p, []) for p in row.iter(tags.P)):
            for kind in kinds:
                self._places.setdefault(kind, self._here())
        return True

    def _is_layout(self, layout: grid.Layout[Element]) -> bool:
        """Tell a table that only arranges other content: one column, or few cells around larger tables."""
        if layout.columns <= 1:
            return True
        inner = [
            table
            for area in layout.areas
            if area.content in self._seen.complex_cells
            for table in children(area.content, tags.TBL)
        ]
        if not inner:
            return False
        return layout.columns <= _LAYOUT_COLUMNS or sum(_cells(table) for table in inner) > len(layout.areas)

    def _unpack(self, cells: Iterable[Element], *, boxed: bool) -> None:
        for cell in cells:
            self.read(cell, boxed=boxed)

    def _data_table(self, layout: grid.Layout[Element]) -> None:
        place = self._here()
        if layout.irregular or any(_has_text(cell) for cell in layout.buried):
            self._note("irregular-table", place)
        boxes: list[Element] = []
        cells = [self._cell(area, place.block, boxes) for area in layout.areas]
        lines = [
            tuple(
                [
                    cells[area] if area >= 0 else Cell("", Location(place.block, row, column))
                    for column, area in enumerate(line, 1)
                ]
            )
            for row, line in enumerate(layout.lines, 1)
        ]
        self.blocks.append(Table(tuple(lines), place))
        self._boxes(boxes)

    def _cell(self, area: grid.Area[Element], block: int, boxes: list[Element]) -> Cell:
        content, row, column, rowspan, colspan = area
        place = Location(block, row, column)
        if content not in self._seen.complex_cells:
            return Cell(self._lines.plain(content), place, rowspan, colspan)
        texts: list[str] = []
        pictures = self._cell_lines(content, place, texts, boxes)
        return Cell("\n".join(texts), place, rowspan, colspan, pictures)

    def _cell_lines(self, container: Element, place: Location, texts: list[str], boxes: list[Element]) -> int:
        """Collect the lines of a cell, those of nested tables among them; return the number of pictures."""
        pictures = 0
        for piece in self._lines.pieces(container):
            if isinstance(piece, Line):
                self._remember(piece, place)
                pictures += piece.pictures
                boxes.extend(piece.boxes)
                if piece.text:
                    texts.append(piece.text)
            elif piece.tag == tags.TBL:
                self._note("nested-table", place)
                for row in children(piece, tags.TR):
                    if not self._gone(row):
                        for slot in slots(row, self._seen):
                            pictures += self._cell_lines(slot.content, place, texts, boxes)
            else:
                self._note("embedded-document", place)
        return pictures


def _has_text(cell: Element) -> bool:
    """Tell whether a cell that Word does not show, because it continues a merged one, holds text all the same."""
    return any((text.text or "").strip() for text in cell.iter(tags.T))


def _cells(table: Element) -> int:
    return sum(1 for _ in table.iter(tags.TC))
