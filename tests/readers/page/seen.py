"""A page → what a test compares: its texts, its tables as lists of texts, its properties."""

from __future__ import annotations

from lint.model import Document, Paragraph, Table
from lint.readers.limits import Limits
from lint.readers.page import read_page

Shown = tuple[str, int] | tuple[tuple[tuple[str, int, int, int, int] | None, ...], ...]


def page(html: str | bytes, limits: Limits = Limits()) -> Document:  # noqa: B008 - a constant
    return read_page(html if isinstance(html, bytes) else html.encode(), "page.html", limits)


def texts(html: str | bytes) -> list[str]:
    return [block.text for block in page(html).paragraphs()]


def grid(table: Table) -> list[list[str]]:
    """The texts of a table; a covered place repeats what covers it."""
    return [["-" if cell is None else cell.text for cell in row] for row in table.grid]


def grids(html: str | bytes) -> list[list[list[str]]]:
    return [grid(table) for table in page(html).tables()]


def shown(document: Document) -> list[Shown]:
    """Everything but places in the source."""
    return [
        (block.text, block.pictures)
        if isinstance(block, Paragraph)
        else tuple(
            tuple(
                cell and (cell.text, cell.location.row, cell.location.column, cell.rowspan, cell.colspan)
                for cell in row
            )
            for row in block.grid
        )
        for block in document.blocks
    ]
