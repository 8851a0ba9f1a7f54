"""Tables as they stand on their pages → whole tables: what a page break cut is joined by the x of the rules."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from lint.readers.grid import Slot
from lint.readers.pdf.lines import Line, glue, join, runs_on
from lint.readers.pdf.ruling import TOUCH, clustered

_FIGURE: Final = re.compile(r"[+\-－—/\d０-９.,，．%％\s]+\Z")
_ORDINAL: Final = re.compile(
    r"[（(]?[一二三四五六七八九十\d０-９]{1,3}\s*[）)、.．]|第[一二三四五六七八九十百\d]+[条章节项]"
)
_MOST_HEADERS: Final = 6  # rows a word processor may repeat
_ROOM_LEFT: Final = 60.0  # points besides the first row of the next page that may stay free below a cut table


class Part(NamedTuple):
    """A cell: rows [top, bottom) of its table, `x0` to `x1` on the page, the lines of its text on each page."""

    top: int
    bottom: int
    x0: float
    x1: float
    lines: tuple[tuple[Line, ...], ...]
    pictures: int = 0

    @property
    def text(self) -> str:
        """Return the whole text."""
        room = self.x1 - self.x0
        text = ""
        for page in self.lines:
            piece = join(page, room)
            text += glue(text, piece) * bool(text and piece) + piece
        return text


class Piece(NamedTuple):
    """A table, or what one page shows of it; `rows` is their number."""

    parts: tuple[Part, ...]
    rows: int
    xs: tuple[float, ...]
    top: float
    bottom: float
    first_row: float  # its height

    def row(self, number: int) -> list[Part]:
        """Return the cells that stand in a row, from left to right."""
        return sorted((part for part in self.parts if part.top <= number < part.bottom), key=lambda part: part.x0)


def stitched(upper: Piece, lower: Piece, floor: float) -> Piece | None:
    """Return both as one table if `lower`, at the top of the next page, carries `upper` on; `floor` is where text ends.

    The page break may lie between rows or within one; a header that the word processor repeated is left out.
    """
    shift = upper.xs[0] - lower.xs[0]
    if abs(upper.xs[-1] - lower.xs[-1] - shift) > TOUCH:
        return None
    moved = tuple(_near(x + shift, upper.xs) for x in lower.xs)
    if not (set(moved) <= set(upper.xs) or all(any(abs(x - y) <= TOUCH for y in moved) for x in upper.xs)):
        return None
    if floor - upper.bottom > lower.first_row + _ROOM_LEFT and not set(moved) <= set(upper.xs):
        return None
    parts = [
        part._replace(x0=_near(part.x0 + shift, upper.xs), x1=_near(part.x1 + shift, upper.xs)) for part in lower.parts
    ]
    lower = lower._replace(parts=tuple(parts), xs=moved)
    lower = _without_header(upper, lower)
    return _appended(upper, lower) if lower.rows else upper


def slots(table: Piece) -> list[list[Slot[Part]]]:
    """Return the rows of a table with the grid columns of each cell, as a word processor would write them."""
    xs = clustered(x for part in table.parts for x in (part.x0, part.x1))
    column = {x: min(range(len(xs)), key=lambda index: abs(xs[index] - x)) for x in table_xs(table)}
    rows: list[list[Slot[Part]]] = [[] for _ in range(table.rows)]
    for part in sorted(table.parts, key=lambda part: (part.x0, part.top)):
        for number in range(part.top, part.bottom):
            merge = "" if part.bottom - part.top == 1 else "restart" if number == part.top else "continue"
            rows[number].append(Slot(part, column[part.x0], column[part.x1], merge))
    return rows


def table_xs(table: Piece) -> set[float]:
    """Return every x at which a cell begins or ends."""
    return {x for part in table.parts for x in (part.x0, part.x1)}


def _near(x: float, xs: Sequence[float]) -> float:
    best = min(xs, key=lambda other: abs(other - x))
    return best if abs(best - x) <= TOUCH else x


def _shifted(part: Part, rows: int) -> Part:
    return part._replace(top=part.top + rows, bottom=part.bottom + rows)


def _without_header(upper: Piece, lower: Piece) -> Piece:
    """Leave out the first rows of the lower piece if they repeat those of the table."""
    above, below = ([part for part in piece.parts if part.top < _MOST_HEADERS] for piece in (upper, lower))
    for rows in range(min(_MOST_HEADERS, upper.rows - 1, lower.rows), 0, -1):
        head = _head(above, rows)
        if head and head == _head(below, rows):
            kept = tuple(_shifted(part, -rows) for part in lower.parts if part.top >= rows)
            return lower._replace(parts=kept, rows=lower.rows - rows)
    return lower


def _head(parts: Sequence[Part], rows: int) -> list[tuple[int, int, float, float, str]]:
    """Return the first rows to compare; nothing if cells reach beyond them, or a table could not begin so."""
    parts = [part for part in parts if part.top < rows]
    texts = [part.text for part in parts]
    first = [text for part, text in zip(parts, texts, strict=True) if part.top == 0]
    if any(part.bottom > rows for part in parts) or not any(first) or any(_FIGURE.match(text) for text in first):
        return []
    return sorted(
        (part.top, part.bottom, part.x0, part.x1, "".join(text.split()))
        for part, text in zip(parts, texts, strict=True)
    )


def _appended(upper: Piece, lower: Piece) -> Piece:
    """Set the lower rows below the upper ones; cells and a row that the page break cut become one again."""
    above = {(part.x0, part.x1): part for part in upper.parts if part.bottom == upper.rows}
    first = lower.row(0)
    cut_row = _is_one_row(above, first)
    cut_heading = _is_cut_heading(upper.rows, above, first)
    start = upper.rows - cut_row
    parts = [part for part in upper.parts if part.bottom < upper.rows]
    for part in lower.parts:
        other = above.get((part.x0, part.x1)) if part.top == 0 else None
        if other is not None and (cut_row or _is_one_cell(other, part, cut_heading=cut_heading)):
            del above[part.x0, part.x1]
            parts.append(
                other._replace(
                    bottom=part.bottom + start, lines=other.lines + part.lines, pictures=other.pictures + part.pictures
                )
            )
        else:
            parts.append(_shifted(part, start))
    parts.extend(above.values())
    rows = start + lower.rows
    xs = tuple(sorted({*upper.xs, *lower.xs}))
    return Piece(tuple(parts), rows, xs, lower.top, lower.bottom, upper.first_row)


def _is_one_cell(above: Part, below: Part, *, cut_heading: bool) -> bool:
    """Tell whether a page break cut a cell that is merged over rows: the rest is empty, or the text runs on."""
    upper, lower = above.text, below.text
    if _FIGURE.match(upper) or _FIGURE.match(lower):
        return False
    if not lower:
        return bool(upper)
    merged = (cut_heading and upper != lower) or above.bottom - above.top > 1 or below.bottom - below.top > 1
    if not upper:
        return merged
    return merged and _carries_on(above, below)


def _carries_on(above: Part, below: Part) -> bool:
    """Tell whether the text of the lower cell belongs to the full last line of the upper one."""
    upper, lower = above.lines[-1], below.lines[0]
    if not upper or not lower:
        return False
    if _ORDINAL.match(below.text) and above.text.count("（") <= above.text.count("）"):
        return False
    if all(len(line.text) == 1 for line in (*upper, *lower)):  # written downwards
        return True
    return runs_on(upper[-1], lower[0].first, above.x1 - above.x0)


def _is_cut_heading(rows: int, above: dict[tuple[float, float], Part], below: Sequence[Part]) -> bool:
    """Tell whether a page break lies within the heading of a table: no figures yet, and the columns still divide."""
    texts = [part.text for part in (*above.values(), *below)]
    divides = above.keys() != {(part.x0, part.x1) for part in below}
    return rows <= _MOST_HEADERS and divides and not any(_FIGURE.match(text) for text in texts)


def _is_one_row(above: dict[tuple[float, float], Part], below: Sequence[Part]) -> bool:
    """Tell whether a page break cut a row: the same cells, a text that runs on, and figures on one side only."""
    pairs = [(above.get((part.x0, part.x1)), part) for part in below]
    if len(pairs) != len(above):
        return False
    carried = False
    for upper, lower in pairs:
        if upper is None:
            return False
        if upper.text and lower.text:
            if upper.bottom - upper.top == lower.bottom - lower.top == 1 and not _carries_on(upper, lower):
                return False
            if _FIGURE.match(upper.text) or _FIGURE.match(lower.text):
                return False
            carried = carried or upper.bottom - upper.top == 1
    figures = (
        [bool(upper and _FIGURE.match(upper.text)) for upper, _ in pairs],
        [bool(_FIGURE.match(lower.text)) for _, lower in pairs],
    )
    return carried and not (any(figures[0]) and any(figures[1]))
