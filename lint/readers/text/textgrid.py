"""Lines of a text export → runs of tabbed lines taken apart into rows of cells, and the prose between them.

The form is not known here: a run counts as a table by its shape alone, and prose indented by a tab stays prose.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from lint.readers.text.figures import is_figure


class Piece(NamedTuple):
    """A paragraph's or a cell's text and its 1-based line."""

    text: str
    line: int


Row = list[Piece]

_MAX_WIDTH: Final = 200  # cells in a row; a wider one is no row of a form
_SENTENCE: Final = 40  # characters from which a text with a full stop is prose, not a label
_HEADING: Final = re.compile(r"\s*[一二三四五六七八九十]{1,3}\s*[、，．.]")


def arrange(lines: Sequence[Piece]) -> Iterator[Piece | list[Row]]:
    """Yield paragraphs and tables in order; blank lines are left out."""
    run: list[Piece] = []
    for place, piece in enumerate(lines, 1):
        text = piece.text
        following = lines[place].text if place < len(lines) else ""
        below = bool(run) and run[-1].line == piece.line - 1
        if "\t" in text and (text[0] == "\t" or "\t" in text.strip() or _is_title(text, following, below=below)):
            run.append(piece)
        elif text.strip():
            if below and _goes_on(text, following):
                run.append(piece)
                continue
            yield from _settled(run)
            run = []
            yield piece
    yield from _settled(run)


def _is_title(text: str, following: str, *, below: bool) -> bool:
    """Tell a row with text in its first cell alone, right below a row or above one of as many cells."""
    tabs = text.count("\t")
    with_rows = (tabs > 1 and tabs == following.count("\t")) or (below and not _is_sentence(text))
    return with_rows and bool(text.strip()) and not _HEADING.match(text)


def _goes_on(text: str, following: str) -> bool:
    """Tell whether a line without a tab, right between tabbed ones, is part of the table around it."""
    return "\t" in following and not _HEADING.match(text) and not _is_sentence(text)


def _is_sentence(text: str) -> bool:
    return "。" in text and len(text.strip()) >= _SENTENCE


def _settled(run: list[Piece]) -> Iterator[Piece | list[Row]]:
    """Take a run of tabbed lines apart: one row a line where most lines hold several cells, else one cell a line."""
    if not run:
        return
    several = sum("\t" in piece.text.strip() for piece in run)
    gaps = {after.line - before.line == 1 for before, after in pairwise(run)}
    # A tab inside a cell that has its own line parts two paragraphs; rows are then parted by blank lines.
    spaced = len(gaps) == 2 and all(piece.text.startswith("\t") for piece in run)
    if several * 2 > len(run) and not spaced:
        yield from _rows_as_lines(run)
    else:
        yield from _cells_as_lines(run)


def _rows_as_lines(run: list[Piece]) -> Iterator[Piece | list[Row]]:
    lead = all(piece.text.startswith("\t") for piece in run)
    trail = all(piece.text.endswith("\t") for piece in run)  # as word processors end each cell
    rows: list[Row] = []
    for piece in run:
        if _is_sentence(piece.text):
            yield from _judged(rows)
            rows = []
            yield piece
            continue
        text = piece.text[lead : len(piece.text) - trail]
        rows.append([Piece(cell, piece.line) for cell in text.split("\t")])
    yield from _judged(rows)


def _cells_as_lines(run: list[Piece]) -> Iterator[Piece | list[Row]]:
    """Rows are parted by as many blank lines as part the closest two; more of them part two tables."""
    gaps = [after.line - before.line for before, after in pairwise(run)]
    usual = min((gap for gap in gaps if gap > 1), default=1)
    rows: list[Row] = []
    last = 0
    for piece in run:
        gap = piece.line - last if last else 0
        last = piece.line
        if _is_sentence(piece.text) or gap > usual:
            yield from _judged(rows)
            rows = []
        if _is_sentence(piece.text):
            yield piece
        elif not piece.text.startswith("\t") and rows:
            before = rows[-1][-1]
            rows[-1][-1] = Piece(f"{before.text}\n{piece.text}", before.line)
        elif gap == 1 and rows:
            rows[-1].append(Piece(piece.text[1:], piece.line))
        else:
            rows.append([Piece(piece.text.removeprefix("\t"), piece.line)])
    yield from _judged(rows)


def _judged(rows: list[Row]) -> Iterator[Piece | list[Row]]:
    """Yield the rows as a table if they have its shape, else as paragraphs; headings at its edges are none of it."""
    first, last = 0, len(rows)
    while first < last and _is_heading(rows[first]):
        first += 1
    while last > first and _is_heading(rows[last - 1]):
        last -= 1
    inner = rows[first:last]
    for row in rows[:first]:
        yield from row
    if _is_table(inner):
        yield inner
    else:
        for row in inner:
            yield Piece("\t".join(piece.text for piece in row), row[0].line) if _on_one_line(row) else row[0]
            if not _on_one_line(row):
                yield from row[1:]
    for row in rows[last:]:
        yield from row


def _on_one_line(row: Row) -> bool:
    return row[0].line == row[-1].line


def _is_heading(row: Row) -> bool:
    return len(row) == 1 and _HEADING.match(row[0].text) is not None


def _is_table(rows: list[Row]) -> bool:
    """Tell a table by its shape, and not a list of page numbers from it.

    Two rows or more, one of them of several cells; a single row counts where each cell has its own line and the last is
    a figure, as when a page break leaves one row of a table over.
    """
    width = max(map(len, rows), default=0)
    if width < 2 or width > _MAX_WIDTH:
        return False
    figures = all(is_figure(row[-1].text) for row in rows)
    if all(_on_one_line(row) for row in rows):
        return len(rows) > 1 and (width > 2 or not figures)
    return len(rows) > 1 or figures
