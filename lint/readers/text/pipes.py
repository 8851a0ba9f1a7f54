"""Lines with upright strokes between their cells, as in Markdown → rows of cells.

The row of dashes that Markdown puts under the first line, and a first line that was made up for it, are left out.
"""

import re
from collections.abc import Sequence
from typing import Final

from lint.readers.text.inline import plain_text
from lint.readers.text.textgrid import Piece, Row

_STROKES: Final = re.compile(r"(?<!\\)\|")
_ALIGNMENT: Final = re.compile(r"\|?(?::?-+:?\|)+(?::?-+:?)?\Z")
_ALIGNING: Final = frozenset("|:- \t")
_BOX: Final = str.maketrans(dict.fromkeys("│┃║｜", "|"))
_UNNAMED: Final = re.compile(r"(?:unnamed: ?\d+(?:_level_\d+)?|列\d+|col(?:umn)?[ _]?\d*)?\Z", re.IGNORECASE)
_COUNTED: Final = re.compile(r"\.\d{1,3}\Z")
_MAX_WIDTH: Final = 200  # cells in a row; a wider one is no row of a form
_BOXES: Final = "│┃║｜"


def stroked(text: str) -> str:
    """Return a line with every kind of upright stroke as |."""
    return text if text.isascii() else text.translate(_BOX)


def strokes(text: str) -> int:
    """Return how many strokes part a line's cells, 0 if none may."""
    count = text.count("|")
    if not text.isascii():
        count += sum(map(text.count, _BOXES))
    return count


def is_alignment(text: str) -> bool:
    """Tell the row of dashes that Markdown puts under the first row of a table."""
    if "-" not in text or "|" not in text or not _ALIGNING.issuperset(text):
        return False
    return bool(_ALIGNMENT.match("".join(text.split())))


def tables(run: Sequence[Piece]) -> list[list[Row]]:
    """Return the tables of a run of stroked lines; a second row of dashes begins a table with the line above it."""
    found: list[list[Row]] = [[]]
    dashed = False
    lines = [piece._replace(text=stroked(piece.text).strip()) for piece in run]
    frame = _frame([piece.text for piece in lines if not is_alignment(piece.text)])
    for piece in lines:
        if not is_alignment(piece.text):
            found[-1].append(_row(piece, frame))
            continue
        if dashed and len(found[-1]) > 1:
            found.append([found[-1].pop()])
        dashed = True
    return [_named(rows, dashed=dashed) for rows in found if rows]


def _frame(lines: Sequence[str]) -> tuple[bool, bool]:
    """Tell whether strokes stand before the first cells and behind the last; else those that do bound a blank cell."""
    even = len({len(_STROKES.findall(line)) for line in lines}) == 1
    least = len(lines) if even else len(lines) / 2
    before = sum(line.startswith("|") for line in lines) >= least
    behind = sum(line.endswith("|") for line in lines) >= least
    return before, behind


def _row(piece: Piece, frame: tuple[bool, bool]) -> Row:
    text = piece.text.removeprefix("|") if frame[0] else piece.text
    if frame[1] and text.endswith("|") and not text.endswith("\\|"):
        text = text[:-1]
    return [piece._replace(text=plain_text(cell.replace("\\|", "|")).strip()) for cell in _STROKES.split(text)]


def _is_made_up(row: Row) -> bool:
    """Tell a first row that a converter made up because Markdown wants one: blank, or columns counted."""
    texts = [piece.text for piece in row]
    if all(_UNNAMED.match(text) for text in texts):
        return True
    figures = [text for text in texts if text]
    return len(figures) > 1 and figures == [str(int(figures[0] == "1") + rank) for rank in range(len(figures))]


def _named(rows: list[Row], *, dashed: bool) -> list[Row]:
    """Undo what was made up for the first row: the row itself, names that count columns, and the rows' own count."""
    if len(rows) < 2 or not dashed:
        return rows
    head, counted = rows[0], [row[0].text for row in rows[1:]]
    if len(counted) > 1 and not head[0].text and counted == [str(rank) for rank in range(len(counted))]:
        rows = [row[1:] for row in rows]  # the index of a data frame
        head = rows[0]
    if not head or _is_made_up(head):
        return rows[1:]
    texts = [piece.text for piece in head]
    named: Row = []
    for piece, before in zip(head, ["", *texts], strict=False):
        stem = _COUNTED.sub("", piece.text)
        again = stem != piece.text and stem == _COUNTED.sub("", before)  # a data frame counts what is repeated
        unnamed = piece.text.lower().startswith("unnamed:")
        named.append(piece._replace(text="" if unnamed else stem if again else piece.text))
    return [named, *rows[1:]]
