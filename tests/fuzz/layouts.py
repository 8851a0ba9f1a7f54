"""Rectangles of merged cells at random → a table in a Word package and in a web page, and the grid both must give."""

from __future__ import annotations

from html import escape
from random import Random
from typing import NamedTuple

from tests.readers.fragments import docx, p, tbl, tc, tr

Grid = list[list[str]]


class Area(NamedTuple):
    """A cell: its text, 0-based upper left place and extent."""

    text: str
    row: int
    column: int
    rows: int
    columns: int


class Layout(NamedTuple):
    """A table of `rows` by `columns` places, each covered by one area; areas in reading order."""

    rows: int
    columns: int
    areas: tuple[Area, ...]

    def grid(self) -> Grid:
        """Return the text in every place, columns left out in which no cell begins: no reader can see them."""
        places = [[""] * self.columns for _ in range(self.rows)]
        for text, row, column, rows, columns in self.areas:
            for line in places[row : row + rows]:
                line[column : column + columns] = [text] * columns
        begun = sorted({area.column for area in self.areas})
        return [[line[column] for column in begun] for line in places]


def layout(rng: Random) -> Layout:
    """Cut a rectangle into cells, large ones among them; a cell begins in every row, else a page would not show it."""
    made = _cut(rng)
    while len({area.row for area in made.areas}) < made.rows:
        made = _cut(rng)
    return made


def _cut(rng: Random) -> Layout:
    rows, columns = rng.randrange(2, 9), rng.randrange(2, 9)
    free = {(row, column) for row in range(rows) for column in range(columns)}
    bold = rng.random()
    areas: list[Area] = []
    for row, column in sorted(free):
        if (row, column) not in free:
            continue
        width = height = 1
        while rng.random() < bold * 0.6 and (row, column + width) in free:
            width += 1
        while rng.random() < bold * 0.6 and all((row + height, column + n) in free for n in range(width)):
            height += 1
        free -= {(row + down, column + right) for down in range(height) for right in range(width)}
        areas.append(Area(_text(rng, len(areas)), row, column, height, width))
    return Layout(rows, columns, tuple(areas))


def _text(rng: Random, number: int) -> str:
    return rng.choice([f"格{number}", str(number), f"第{number}格", f"{number}件"])


def in_word(made: Layout) -> str:
    """Return the table in WordprocessingML: gridSpan and vMerge."""
    rows: list[list[tuple[int, str]]] = [[] for _ in range(made.rows)]
    for text, row, column, height, width in made.areas:
        spanned = f'<w:gridSpan w:val="{width}"/>' if width > 1 else ""
        for down in range(height):
            merge = "" if height == 1 else '<w:vMerge w:val="restart"/>' if down == 0 else "<w:vMerge/>"
            rows[row + down].append((column, tc("" if down else text, spanned + merge)))
    return tbl(*(tr(*(cell for _, cell in sorted(row))) for row in rows), columns=[900] * made.columns)


def in_html(made: Layout) -> str:
    """Return the table in HTML: rowspan and colspan."""
    rows = [""] * made.rows
    for text, row, _, height, width in made.areas:
        spans = (f' rowspan="{height}"' if height > 1 else "") + (f" colspan={width}" if width > 1 else "")
        rows[row] += f"<td{spans}><p><span>{escape(text)}</span></p></td>"
    return f"<table border=1>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def word_file(made: Layout) -> bytes:
    """Return a Word package with the table between two paragraphs."""
    return docx(p("表前") + in_word(made) + p("表后"))


def page_file(made: Layout) -> bytes:
    """Return a web page with the table between two paragraphs."""
    return f"<!DOCTYPE html><html><body><p>表前</p>{in_html(made)}<p>表后</p></body></html>".encode()
