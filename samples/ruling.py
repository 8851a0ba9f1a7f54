"""Table → the XML of a ruled Word table: gridSpan across, vMerge down, cells centred both ways."""

from __future__ import annotations

from typing import Any, TypeAlias

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from lint.model import Cell, Table

Element: TypeAlias = Any  # python-docx's elements are lxml's, and hardly typed
_WIDTH = 8840  # twentieths of a point between the margins


def table_element(table: Table) -> Element:
    """Return the `w:tbl` element of a table."""
    columns = len(table.grid[0])
    widths = _widths(columns)
    element = OxmlElement("w:tbl")
    element.append(_properties())
    grid = OxmlElement("w:tblGrid")
    for width in widths:
        grid.append(_made("w:gridCol", **{"w:w": str(width)}))
    element.append(grid)
    size = 24 if columns < 8 else 18 if columns < 12 else 15
    for number, line in enumerate(table.grid, 1):
        row, properties = OxmlElement("w:tr"), OxmlElement("w:trPr")
        properties.append(_made("w:cantSplit"))
        properties.append(_made("w:trHeight", **{"w:val": "397" if columns < 8 else "300", "w:hRule": "atLeast"}))
        properties.append(_made("w:jc", **{"w:val": "center"}))
        row.append(properties)
        place = 1
        while place <= columns:
            cell = line[place - 1] or Cell("", table.location._replace(row=number, column=place))
            row.append(_cell(cell, number, sum(widths[place - 1 : place - 1 + cell.colspan]), size))
            place += cell.colspan
        element.append(row)
    return element


def _cell(cell: Cell, row: int, width: int, size: int) -> Element:
    element, properties = OxmlElement("w:tc"), OxmlElement("w:tcPr")
    properties.append(_made("w:tcW", **{"w:w": str(width), "w:type": "dxa"}))
    if cell.colspan > 1:
        properties.append(_made("w:gridSpan", **{"w:val": str(cell.colspan)}))
    if cell.rowspan > 1:
        properties.append(_made("w:vMerge", **({"w:val": "restart"} if cell.location.row == row else {})))
    properties.append(_made("w:vAlign", **{"w:val": "center"}))
    element.append(properties)
    for text in (cell.text if cell.location.row == row else "").split("\n"):
        element.append(_paragraph(text, size, keep=row < 4))
    return element


def _paragraph(text: str, size: int, *, keep: bool) -> Element:
    paragraph, properties = OxmlElement("w:p"), OxmlElement("w:pPr")
    if keep:
        properties.append(_made("w:keepNext"))  # headers stay on the page of their first figures
    properties.append(_made("w:spacing", **{"w:before": "0", "w:after": "0"}))
    properties.append(_made("w:jc", **{"w:val": "center"}))
    paragraph.append(properties)
    if text:
        run, setting, words = OxmlElement("w:r"), OxmlElement("w:rPr"), OxmlElement("w:t")
        setting.append(_made("w:rFonts", **{"w:eastAsia": "仿宋_GB2312", "w:hint": "eastAsia"}))
        setting.append(_made("w:sz", **{"w:val": str(size)}))
        words.text = text
        words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        run.append(setting)
        run.append(words)
        paragraph.append(run)
    return paragraph


def _properties() -> Element:
    properties, borders = OxmlElement("w:tblPr"), OxmlElement("w:tblBorders")
    properties.append(_made("w:tblW", **{"w:w": str(_WIDTH), "w:type": "dxa"}))
    properties.append(_made("w:jc", **{"w:val": "center"}))
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(_made(f"w:{side}", **{"w:val": "single", "w:sz": "4", "w:space": "0", "w:color": "000000"}))
    properties.append(borders)
    properties.append(_made("w:tblLayout", **{"w:type": "fixed"}))
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margins.append(_made(f"w:{side}", **{"w:w": "60", "w:type": "dxa"}))
    properties.append(margins)
    return properties


def _widths(columns: int) -> list[int]:
    """Return the width of each column; the label columns of the wide table with groups are wider."""
    shares = [6, 8, 16, *[6] * (columns - 3)] if 9 <= columns <= 12 else [1] * columns
    return [_WIDTH * share // sum(shares) for share in shares]


def _made(tag: str, **attributes: str) -> Element:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(name), value)
    return element
