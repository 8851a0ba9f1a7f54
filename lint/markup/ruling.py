"""Table → the XML of a ruled Word table: gridSpan across, vMerge down, each row whole on one page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from lint.markup.elements import Element, made
from lint.model import Cell, Location, Table

Fill = Callable[[Cell, int], Sequence[Element]]  # cell, 1-based row → its paragraphs, one at the least


class Measures(NamedTuple):
    """Widths and height in twentieths of a point. `headers` rows are repeated at the top of each further page."""

    width: int
    columns: tuple[int, ...]
    height: int
    headers: int = 0


def ruled(table: Table, measures: Measures, fill: Fill, shade: Callable[[Cell], str] = lambda _: "") -> Element:
    """Return the `w:tbl` element of a table; `shade` gives the colour behind a cell as RRGGBB, "" for none."""
    element = made("w:tbl", {}, _properties(measures.width))
    element.append(made("w:tblGrid", {}, *(made("w:gridCol", {"w:w": str(width)}) for width in measures.columns)))
    for number, line in enumerate(table.grid, 1):
        row = made("w:tr", {}, _row_properties(measures, number))
        place = 0
        while place < len(line):
            cell = line[place] or Cell("", Location(table.location.block, number, place + 1))
            width = sum(measures.columns[place : place + cell.colspan])
            properties = _cell_properties(cell, number, width, shade(cell))
            row.append(made("w:tc", {}, properties, *fill(cell, number)))
            place += cell.colspan
        element.append(row)
    return element


def _row_properties(measures: Measures, number: int) -> Element:
    height = {"w:val": str(measures.height), "w:hRule": "atLeast"}
    properties = made("w:trPr", {}, made("w:cantSplit"), made("w:trHeight", height))
    if number <= measures.headers:
        properties.append(made("w:tblHeader"))
    properties.append(made("w:jc", {"w:val": "center"}))
    return properties


def _cell_properties(cell: Cell, row: int, width: int, shade: str) -> Element:
    properties = made("w:tcPr", {}, made("w:tcW", {"w:w": str(width), "w:type": "dxa"}))
    if cell.colspan > 1:
        properties.append(made("w:gridSpan", {"w:val": str(cell.colspan)}))
    if cell.rowspan > 1:
        properties.append(made("w:vMerge", {"w:val": "restart"} if cell.location.row == row else {}))
    if shade:
        properties.append(made("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": shade}))
    properties.append(made("w:vAlign", {"w:val": "center"}))
    return properties


def _properties(width: int) -> Element:
    borders = made("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(made(f"w:{side}", {"w:val": "single", "w:sz": "4", "w:space": "0", "w:color": "000000"}))
    margins = (made(f"w:{side}", {"w:w": "60", "w:type": "dxa"}) for side in ("left", "right"))
    return made(
        "w:tblPr",
        {},
        made("w:tblW", {"w:w": str(width), "w:type": "dxa"}),
        made("w:jc", {"w:val": "center"}),
        borders,
        made("w:tblLayout", {"w:type": "fixed"}),
        made("w:tblCellMar", {}, *margins),
    )
