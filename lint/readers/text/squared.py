"""Rows of unequal width → rows of one width, where the places that merged cells cover from above were left out.

Converters that know no rowspan write a row without the cells that reach into it; what fills rows up at their end
instead is taken off. Rows of which nothing tells how wide their cells are stay as they are.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from lint.readers.text.padded import first_figure, is_stretched, value_edge
from lint.readers.text.textgrid import Piece, Row

_MOSTLY: Final = 0.8  # of the rows of figures that must agree

Segment = tuple[int, int]  # columns [start, end) of one cell


def squared(rows: Sequence[Row]) -> list[Row] | None:
    """Return rows of one width where blanks or repetitions tell how wide the cells are, None if they do not add up.

    Rows without such signs are returned as they are, less what fills them up at their end.
    """
    trimmed = _restored(rows) or _trimmed(rows)
    width = max(map(len, trimmed))
    edge = value_edge([row for row in trimmed if len(row) == width])
    headers = [first_figure(row) is None for row in trimmed]
    outside = [row if header else row[:edge] for row, header in zip(trimmed, headers, strict=True) if len(row) == width]
    if edge is None:
        return trimmed
    early = _ends_early(trimmed, edge)
    if early or not any(map(is_stretched, outside)):
        filled = early or trimmed != list(rows)
        return [
            (_stripped(row) or row[:1]) if filled and header else row
            for row, header in zip(trimmed, headers, strict=True)
        ]
    whole: list[Row] = []
    above: list[Segment] = []
    for number, row in enumerate(trimmed):
        if headers[number] and number and not headers[number - 1]:
            above = []  # a header does not reach into the figures above it
        own = _unfilled(row, above, edge) if headers[number] else row
        covered = _covered(own, above, width, edge)
        if covered is None:
            return None
        cells = iter(own)
        whole.append([Piece("", row[0].line) if column in covered else next(cells) for column in range(width)])
        above = _segments(whole[-1], above, covered)
    return whole


def _restored(rows: Sequence[Row]) -> list[Row] | None:
    """Give rows back the blanks at their end that an editor took off; None if nothing tells that it did."""
    width = max(map(len, rows))
    edge = value_edge(rows)
    if edge is None or all(len(row) == width for row in rows) or not all(row[-1].text.strip() for row in rows):
        return None
    if any(first is not None and first < edge for first in map(first_figure, rows)):
        return None
    outside = (row if first_figure(row) is None else row[:edge] for row in rows)
    if not any("" in [piece.text.strip() for piece in row][_begun(row) :] for row in outside):
        return None
    return [row + [Piece("", row[0].line)] * (width - len(row)) for row in rows]


def _begun(row: Row) -> int:
    return next((column for column, piece in enumerate(row) if piece.text.strip()), len(row))


def _trimmed(rows: Sequence[Row]) -> list[Row]:
    """Take blanks off the row ends where rows of fewer cells were filled up: figures begin early by as many places."""
    ends = [len(row) - len(_stripped(row)) for row in rows]
    firsts = [first_figure(row) for row in rows]
    sums = Counter(first + end for first, end in zip(firsts, ends, strict=True) if first is not None)
    if not sums or len(set(map(len, rows))) > 1:
        return list(rows)
    usual, times = sums.most_common(1)[0]
    shifts = {first for first, end in zip(firsts, ends, strict=True) if first is not None and first + end == usual}
    if len(shifts) < 2 or times < _MOSTLY * sums.total():
        return list(rows)
    trimmed: list[Row] = []
    before = 0
    for row, first, end in zip(rows, firsts, ends, strict=True):
        if first is None:
            trimmed.append(row)
            continue
        shift = max(usual - first, 0)
        if first + end > usual and shift + 1 == before and not row[first - 1].text.strip():
            shift = before  # its first figure was left blank
        trimmed.append(row[: len(row) - shift])
        before = shift
    return trimmed


def _ends_early(rows: Sequence[Row], edge: int) -> bool:
    """Tell whether headers were filled up at their end: nothing else in them is blank, and figures stand below that."""
    heads = [row for row in rows if first_figure(row) is None]
    last = max((number for number, row in enumerate(rows) if first_figure(row) is None), default=-1)
    if last < 0 or last + 1 == len(rows) or any(not piece.text.strip() for row in heads for piece in _stripped(row)):
        return False
    figures = rows[last + 1][max(len(_stripped(rows[last])), edge) :]
    return sum(bool(piece.text.strip()) for piece in figures) > 0


def _unfilled(row: Row, above: Sequence[Segment], edge: int) -> Row:
    """Take the filling off a header row that begins where a cell from above should stand."""
    filling = len(row) - len(_stripped(row))
    columns = _reaching_down(above, edge)
    return _stripped(row) if 0 in columns and len(columns) == filling and row[0].text.strip() else row


def _stripped(row: Row) -> Row:
    end = len(row)
    while end and not row[end - 1].text.strip():
        end -= 1
    return row[:end]


def _reaching_down(above: Sequence[Segment], edge: int) -> frozenset[int]:
    """Return the columns of header cells that may reach down: a wide one heads others, unless it is the corner."""
    cells = [(start, end) for start, end in above if end - start == 1 or (start, end) == (0, edge)]
    return frozenset(column for start, end in cells for column in range(start, end))


def are_stretched(rows: Sequence[Row]) -> bool:
    """Tell whether in several rows blanks or repetitions stand between a label and all its figures."""
    firsts = [(row, first) for row in rows if (first := first_figure(row)) is not None]
    if not firsts:
        return False
    usual = Counter(len(row) - first for row, first in firsts).most_common(1)[0][0]
    return sum(len(row) - first == usual and is_stretched(row[:first]) for row, first in firsts) > 1


def _covered(row: Row, above: Sequence[Segment], width: int, edge: int) -> frozenset[int] | None:
    """Return the columns that cells from above cover in a row, None if that cannot be told."""
    lacking = width - len(row)
    if not lacking:
        return frozenset()
    first = first_figure(row)
    values = row[max(edge - lacking, 0) :]
    if first is not None or not any(piece.text.strip() for piece in values):
        begins = {start for start, _ in above} | {edge}
        fits = lacking < edge and lacking in begins and (first is None or first + lacking >= edge)
        return frozenset(range(lacking)) if fits else None
    columns = _reaching_down(above, edge)
    corner = frozenset(range(edge))
    return next((chosen for chosen in (columns, columns & corner) if len(chosen) == lacking), None)


def _segments(row: Row, above: Sequence[Segment], covered: frozenset[int]) -> list[Segment]:
    """Return the cells of a row that is whole again: covered ones as above, else a text with the blanks behind it."""
    starts = {start for start, _ in above if start in covered}
    last = ""
    for column, piece in enumerate(row):
        text = piece.text.strip()
        if column in covered:
            last = ""
            continue
        if column - 1 in covered or not column or (text and text != last):
            starts.add(column)
            last = text
    return list(pairwise([*sorted(starts), len(row)]))
