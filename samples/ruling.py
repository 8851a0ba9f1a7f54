"""Table → a ruled Word table, cells centred both ways."""

from __future__ import annotations

from lint.markup.elements import Element, made
from lint.markup.ruling import Measures, ruled
from lint.model import Cell, Table

_WIDTH = 8840  # twentieths of a point between the margins


def table_element(table: Table) -> Element:
    """Return the `w:tbl` element of a table."""
    columns = len(table.grid[0])
    size = 24 if columns < 8 else 18 if columns < 12 else 15
    measures = Measures(_WIDTH, _widths(columns), 397 if columns < 8 else 300)

    def fill(cell: Cell, row: int) -> list[Element]:
        text = cell.text if cell.location.row == row else ""
        return [_paragraph(line, size, keep=row < 4) for line in text.split("\n")]

    return ruled(table, measures, fill)


def _paragraph(text: str, size: int, *, keep: bool) -> Element:
    properties = made("w:pPr")
    if keep:
        properties.append(made("w:keepNext"))  # headers stay on the page of their first figures
    properties.append(made("w:spacing", {"w:before": "0", "w:after": "0"}))
    properties.append(made("w:jc", {"w:val": "center"}))
    paragraph = made("w:p", {}, properties)
    if text:
        fonts = made("w:rFonts", {"w:eastAsia": "仿宋_GB2312", "w:hint": "eastAsia"})
        words = made("w:t", {"xml:space": "preserve"})
        words.text = text
        paragraph.append(made("w:r", {}, made("w:rPr", {}, fonts, made("w:sz", {"w:val": str(size)})), words))
    return paragraph


def _widths(columns: int) -> tuple[int, ...]:
    """Return the width of each column; the label columns of the wide table with groups are wider."""
    shares = [6, 8, 16, *[6] * (columns - 3)] if 9 <= columns <= 12 else [1] * columns
    return tuple(_WIDTH * share // sum(shares) for share in shares)
