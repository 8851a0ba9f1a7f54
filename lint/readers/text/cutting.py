"""Lines of a text → runs of lines of one manner each: plain lines, rows with strokes, drawn tables, HTML tables."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

from lint.readers.text.drawn import is_border
from lint.readers.text.pipes import is_alignment, stroked, strokes
from lint.readers.text.textgrid import Piece

_TABLE: Final = re.compile(r"\s*(?:<[a-z!/][^<>]*>\s*)*<table\b", re.IGNORECASE)
_TABLE_TAG: Final = re.compile(r"<(/?)table\b", re.IGNORECASE)
_EDGES: Final = "+|┼╋╬│┃║╎┆┊├┝┞┟┠┡┢┣╞╟╠└┕┖┗╘╙╚╰┌┍┎┏╒╓╔╭"
_FOREIGN: Final = {"{|": "|}", "|===": "|==="}  # MediaWiki and AsciiDoc: their tables are not told apart
_MOST_BROKEN: Final = 6  # lines that one row may be broken over


class Run(NamedTuple):
    """Consecutive lines of one manner; blank lines stand in plain runs, as they are."""

    manner: Literal["plain", "strokes", "drawn", "html"]
    lines: list[Piece]


def cut(lines: Sequence[Piece]) -> Iterator[Run]:
    """Yield the runs in order; every line is in one of them, or part of a row that was broken over lines."""
    plain: list[Piece] = []
    at = 0
    while at < len(lines):
        run, following = _begun(lines, at)
        if run is None:
            plain.append(lines[at])
            at += 1
            continue
        if plain:
            yield Run("plain", plain)
            plain = []
        yield run
        at = following
    if plain:
        yield Run("plain", plain)


def _begun(lines: Sequence[Piece], at: int) -> tuple[Run | None, int]:
    """Return the run of another manner that begins at a line, and where it ends."""
    text = lines[at].text
    if "<" in text and _TABLE.match(text):
        return _marked_up(lines, at)
    if text.split(" ", 1)[0].rstrip() in _FOREIGN:
        return _foreign(lines, at)
    if is_border(text):
        end = at + 1
        while end < len(lines) and lines[end].text.lstrip()[:1] in _EDGES and lines[end].text.strip():
            end += 1
        while not is_border(lines[end - 1].text):
            end -= 1
        if end - at > 2:
            return Run("drawn", list(lines[at:end])), end
    return _stroked(lines, at) if strokes(text) else (None, at)


def _marked_up(lines: Sequence[Piece], at: int) -> tuple[Run, int]:
    """Return an HTML table, all the rest of the text if it is not closed."""
    depth = 0
    for end in range(at, len(lines)):
        for match in _TABLE_TAG.finditer(lines[end].text):
            depth += -1 if match.group(1) else 1
        if depth <= 0:
            return Run("html", list(lines[at : end + 1])), end + 1
    return Run("html", list(lines[at:])), len(lines)


def _foreign(lines: Sequence[Piece], at: int) -> tuple[Run, int]:
    """Return a table in the markup of another program as plain lines, its strokes taken out."""
    closing = _FOREIGN[lines[at].text.split(" ", 1)[0].rstrip()]
    last = next((n for n in range(at + 1, len(lines)) if lines[n].text.startswith(closing)), len(lines) - 1)
    return Run("plain", [piece._replace(text=piece.text.replace("|", " ")) for piece in lines[at : last + 1]]), last + 1


def _stroked(lines: Sequence[Piece], at: int) -> tuple[Run | None, int]:
    """Return rows with strokes: two in each of two rows, or a row of dashes under the first.

    Where a blank line follows each row, the rows belong together all the same.
    """
    row, end = _row(lines, at)
    spaced = end + 1 < len(lines) and not lines[end].text.strip()
    dashed = end < len(lines) and is_alignment(stroked(lines[end].text))
    if row is None or (strokes(row.text) < 2 and not dashed):
        return None, at
    run = [row]
    loose = not spaced and not stroked(row.text.lstrip()).startswith("|")
    while end + spaced < len(lines) and not (spaced and lines[end].text.strip()):
        row, following = _row(lines, end + spaced)
        if row is None and loose and _is_between(lines, end):
            row, following = lines[end], end + 1
        elif row is None or (strokes(row.text) < 2 and not dashed and not loose):
            break
        run.append(row)
        end = following
    return (Run("strokes", run), end) if len(run) > 1 + spaced else (None, at)


def _is_between(lines: Sequence[Piece], at: int) -> bool:
    """Tell a row of one cell, without a stroke of its own, right above another row."""
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    return bool(lines[at].text.strip()) and strokes(below) > 0


def _row(lines: Sequence[Piece], at: int) -> tuple[Piece | None, int]:
    """Return the row at a line, with the lines it was broken over, and the line behind it; None if it is no row."""
    first = lines[at]
    text = stroked(first.text.strip())
    if not strokes(text):
        return None, at
    if not text.startswith("|") or text.endswith("|"):
        return first, at + 1
    for end in range(at + 1, min(at + _MOST_BROKEN, len(lines))):
        going_on = stroked(lines[end].text.strip())
        if not going_on or going_on.startswith("|"):
            break
        text += f"<br>{going_on}"
        if going_on.endswith("|"):
            return first._replace(text=text), end + 1
    return first, at + 1
