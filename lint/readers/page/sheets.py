"""Tables as written → rectangles as HTML forms them; tables that only arrange other content are unpacked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from lint.model import Cell, Location, Note, Table
from lint.readers import grid
from lint.readers.grid import Layout, Slot
from lint.readers.limits import Limits, exceeded
from lint.readers.page.flow import Box, Group, Piece, Sheet
from lint.readers.page.lines import Line

_LAYOUT_COLUMNS: Final = 3
_LAYOUT_CELLS: Final = 20
_LONG_PROSE: Final = 200  # characters of sentences in one cell, which no table of figures has


class Laid(NamedTuple):
    """A table of data, laid out."""

    layout: Layout[Box]
    line: int
    aside: bool


class _Going(NamedTuple):
    """A cell in its row, and for how many rows it goes on, this one counted."""

    slot: Slot[Box]
    rows: int


def unpacked(pieces: Sequence[Piece], limits: Limits) -> Iterator[Line | Laid]:
    """Yield lines and tables of data in reading order.

    Raises:
        UnreadableDocument: a table has more places than the limits allow.
    """
    for piece in pieces:
        if isinstance(piece, Line):
            yield piece
            continue
        layout = lay(piece, limits)
        if _is_layout(layout):
            for area in layout.areas:
                yield from unpacked(area.content.pieces, limits)
        else:
            yield Laid(layout, piece.line, piece.aside)


def lay(sheet: Sheet, limits: Limits) -> Layout[Box]:
    """Lay a table out (HTML, 4.9.12, forming a table); rows in which no cell begins have no height and are left out.

    Editors that make the first row a head cut through the cells that reach below it; where only that leaves gaps, the
    table is laid out as it was before.
    """
    groups = _in_order(sheet.groups)
    layout = _laid(groups, limits)
    if layout.irregular and len(groups) > 1:
        uncut = _laid([Group("", [row for group in groups for row in group.rows])], limits)
        return layout if uncut.irregular else uncut
    return layout


def _laid(groups: Sequence[Group], limits: Limits) -> Layout[Box]:
    rows: list[list[Slot[Box]]] = []
    slots = 0
    for group in groups:
        going: list[_Going] = []
        for number, boxes in enumerate(group.rows):
            begun = _begun(boxes, [each.slot for each in going], len(group.rows) - number)
            row = sorted((each.slot for each in (*going, *begun)), key=lambda slot: slot.start)
            slots += len(row)
            if slots > limits.table_cells:
                raise exceeded("table_cells", None, limits.table_cells).error()
            if boxes:
                rows.append(row)
            going = [
                _Going(each.slot._replace(merge="continue"), each.rows - 1)
                for each in (*going, *begun)
                if each.rows > 1
            ]
            going.sort(key=lambda each: each.slot.start)
    return grid.lay(rows, limits)


def _in_order(groups: Sequence[Group]) -> list[Group]:
    """Return the row groups as they are shown: the first head on top, the first foot at the bottom."""
    groups = [group for group in groups if group.rows]
    head = next((group for group in groups if group.kind == "thead"), None)
    foot = next((group for group in groups if group.kind == "tfoot"), None)
    between = [group for group in groups if group is not head and group is not foot]
    return [group for group in (head, *between, foot) if group is not None]


def _begun(boxes: Sequence[Box], taken: Sequence[Slot[Box]], left: int) -> list[_Going]:
    """Place the cells of a row beside those from above; of two that overlap the upper one keeps its place."""
    found: list[_Going] = []
    at = following = 0
    for box in boxes:
        while following < len(taken) and taken[following].start <= at:
            at = max(at, taken[following].end)
            following += 1
        end = at + box.colspan
        if following < len(taken):
            end = min(end, taken[following].start)
        rows = min(box.rowspan or left, left)
        found.append(_Going(Slot(box, at, end, "restart" if rows > 1 else ""), rows))
        at += box.colspan
    return found


def _is_layout(layout: Layout[Box]) -> bool:
    """Tell a table that only arranges other content: one column, or few cells around larger tables or long prose."""
    if layout.columns <= 1:
        return True
    boxes = [area.content for area in layout.areas]
    inner = [piece for box in boxes for piece in box.pieces if isinstance(piece, Sheet)]
    if inner:
        return layout.columns <= _LAYOUT_COLUMNS or sum(_cells(sheet) for sheet in inner) > len(boxes)
    return layout.columns <= _LAYOUT_COLUMNS and len(boxes) <= _LAYOUT_CELLS and any(map(_is_prose, boxes))


def _cells(sheet: Sheet) -> int:
    return sum(len(row) for group in sheet.groups for row in group.rows)


def _is_prose(box: Box) -> bool:
    texts = [piece.text for piece in box.pieces if isinstance(piece, Line)]
    sentences = [text for text in texts if "。" in text]
    return len(texts) > 2 and len(sentences) > 1 and sum(map(len, sentences)) >= _LONG_PROSE


def table(laid: Laid, block: int, notes: list[Note]) -> Table:
    """Return the table whose ordinal in the document is `block`; what is odd about it is added to the notes."""
    layout = laid.layout
    place = Location(block, line=laid.line)
    if layout.irregular:
        notes.append(Note("irregular-table", place))
    cells = [_cell(area, block, notes) for area in layout.areas]
    lines = [
        tuple(
            cells[area] if area >= 0 else Cell("", Location(block, row, column, laid.line))
            for column, area in enumerate(line, 1)
        )
        for row, line in enumerate(layout.lines, 1)
    ]
    return Table(tuple(lines), place)


def _cell(area: grid.Area[Box], block: int, notes: list[Note]) -> Cell:
    box, row, column, rowspan, colspan = area
    place = Location(block, row, column, box.line)
    lines = list(_lines(box.pieces, place, notes))
    notes.extend(Note(kind, place) for line in lines for kind in line.kinds)
    text = "\n".join(line.text for line in lines if line.runs)
    return Cell(text, place, rowspan, colspan, sum(line.pictures for line in lines))


def _lines(pieces: Sequence[Piece], place: Location, notes: list[Note]) -> Iterator[Line]:
    """Yield the lines of a cell, those of tables inside it among them."""
    for piece in pieces:
        if isinstance(piece, Line):
            yield piece
            continue
        notes.append(Note("nested-table", place))
        for group in _in_order(piece.groups):
            for row in group.rows:
                for box in row:
                    yield from _lines(box.pieces, place, notes)
