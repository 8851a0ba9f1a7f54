"""Rows of one width → a table with its merged cells, told from the blanks or the repetitions they leave.

Spreadsheets and converters write a merged cell as its text and, for every further place it covers, a blank or the text
again; the one along a row and the other down a column also occurs.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from lint.model import Cell, Location, Table
from lint.readers.text.figures import is_figure
from lint.readers.text.residue import cleaned
from lint.readers.text.textgrid import Row

_NO_FIGURE: Final = re.compile(r"(?:[-—－–/／\\]*|无)\Z")  # what stands where no figure is given
_NARROWEST: Final = 3  # columns; with fewer there is nothing to pad

Owners = list[list[tuple[int, int]]]  # for each place the row and column at which the cell that covers it begins


class Manner(NamedTuple):
    """How the places that a merged cell covers were written: `across` and `down` tell that its text is repeated."""

    edge: int
    across: bool
    down: bool


def first_figure(row: Row) -> int | None:
    """Return the 0-based place of the first figure."""
    return next((column for column, piece in enumerate(row) if is_figure(piece.text)), None)


def value_edge(rows: Sequence[Row]) -> int | None:
    """Return the 0-based column at which most rows' figures begin, None if no row has any."""
    counted = Counter(first for first in map(first_figure, rows) if first is not None)
    return counted.most_common(1)[0][0] if counted else None


def is_stretched(row: Row) -> bool:
    """Tell whether behind some text of the row comes a blank or the same again."""
    texts = [piece.text.strip() for piece in row]
    return any(left and (not right or right == left) for left, right in pairwise(texts))


def is_padded(rows: Sequence[Row]) -> bool:
    """Tell whether the rows are of one width and something outside the figures tells of merged cells."""
    edge = value_edge(rows)
    width = len(rows[0])
    if edge is None or width < _NARROWEST or any(len(row) != width for row in rows):
        return False
    return any(map(is_stretched, _labels(rows, _headers(rows, edge), edge)))


def _labels(rows: Sequence[Row], headers: Sequence[bool], edge: int) -> list[Row]:
    return [row if header else row[:edge] for row, header in zip(rows, headers, strict=True)]


def padded(rows: Sequence[Row], block: int) -> Table | None:
    """Return the table of rows that are padded, None if its cells would be no rectangles."""
    edge = value_edge(rows) or 0
    headers = _headers(rows, edge)
    labels = _labels(rows, headers, edge)
    manner = _manner(labels, headers, edge)
    owners: Owners = []
    leaves: list[tuple[int, int]] | None = None
    for number, header in enumerate(headers):
        upper = owners[-1] if owners and headers[number - 1] == header else None
        if header:
            owners.append(_header(rows, number, upper, manner))
            leaves = owners[-1]
        else:
            owners.append(_values(rows, number, upper, leaves, manner))
    return table_of(rows, owners, block)


def _headers(rows: Sequence[Row], edge: int) -> list[bool]:
    """Tell the rows that head columns: words right of the labels and no figure, or a title of its own above such a row.

    A label alone elsewhere is a row left blank.
    """
    headers = [
        first_figure(row) is None and any(not _NO_FIGURE.match(piece.text.strip()) for piece in row[edge:])
        for row in rows
    ]
    for number, row in enumerate(rows[:-1]):
        alone = bool(row[0].text.strip()) and not any(piece.text.strip() for piece in row[1:])
        below = {piece.text.strip() for piece in rows[number + 1]} - {""}
        headers[number] |= alone and edge > 0 and headers[number + 1] and len(below) > 1
    return headers


def _manner(labels: Sequence[Row], headers: Sequence[bool], edge: int) -> Manner:
    """Return how merged cells were written, by what stands outside the figures."""
    texts = [[piece.text.strip() for piece in row] for row in labels]
    blanks_across = blanks_down = twins_across = twins_down = False
    for number, (line, header) in enumerate(zip(texts, headers, strict=True)):
        first = not number or headers[number - 1] != header
        begun = next((column for column, text in enumerate(line) if text), len(line))
        if first or not header:
            blanks_across |= "" in line[begun:]
        twins_across |= any(left and left == right for left, right in pairwise(line))
        if not first:
            blanks_down |= 0 < begun < len(line)
            twins_down |= any(one and one == other for one, other in zip(line, texts[number - 1], strict=False))
    return Manner(edge, twins_across and not blanks_across, twins_down and not blanks_down)


def _header(
    rows: Sequence[Row], number: int, upper: list[tuple[int, int]] | None, manner: Manner
) -> list[tuple[int, int]]:
    """Return who covers each place of a header row: a blank belongs to what begins right above it, else to its left."""
    line: list[tuple[int, int]] = []
    for column, piece in enumerate(rows[number]):
        text = piece.text.strip()
        above = upper[column] if upper else None
        fits = above is not None and (above[1] == column or (column > 0 and line[-1] == above))
        if above is not None and fits and (not text or (manner.down and text == _text(rows, above))):
            line.append(above)
        elif column and (not text or (manner.across and line[-1][0] == number and text == _text(rows, line[-1]))):
            line.append(line[-1])
        else:
            line.append((number, column))
    return line


def _text(rows: Sequence[Row], place: tuple[int, int]) -> str:
    return rows[place[0]][place[1]].text.strip()


def _values(
    rows: Sequence[Row],
    number: int,
    upper: list[tuple[int, int]] | None,
    leaves: list[tuple[int, int]] | None,
    manner: Manner,
) -> list[tuple[int, int]]:
    """Return who covers each place of a row of figures: blanks behind its label are its, blanks before a group's.

    Under one cell of the header stands one figure, unless two were written.
    """
    line: list[tuple[int, int]] = []
    labelled = False
    for column, piece in enumerate(rows[number]):
        text = piece.text.strip()
        left = line[-1] if column and line[-1][0] == number else None
        again = left is not None and manner.across and text == _text(rows, left)
        above = upper[column] if upper else None
        if column >= manner.edge:
            joined = column > manner.edge and leaves is not None and leaves[column] == leaves[column - 1]
            line.append(left if joined and left and (again or not text) else (number, column))
        elif text:
            group = above is not None and upper is not None and upper[manner.edge - 1] != above
            goes_on = above is not None and (above[1] == column or (column > 0 and line[-1] == above))
            if above is not None and group and goes_on and manner.down and text == _text(rows, above):
                line.append(above)
            else:
                line.append(left if again and left else (number, column))
            labelled = labelled or not (manner.down and line[-1][0] != number)
        elif labelled:
            line.append(line[-1])
        else:
            follows = above is not None and (above[1] == column or (column > 0 and line[-1] == above))
            line.append(above if above is not None and follows else (number, column))
    return line


def table_of(rows: Sequence[Row], owners: Owners, block: int) -> Table | None:
    """Return the table, None if a cell would be no rectangle."""
    places: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for row, line in enumerate(owners):
        for column, owner in enumerate(line):
            places.setdefault(owner, []).append((row, column))
    cells: dict[tuple[int, int], Cell] = {}
    for (row, column), covered in places.items():
        bottom, right = covered[-1]
        rowspan, colspan = bottom - row + 1, right - column + 1
        if (row, column) not in covered or len(covered) != rowspan * colspan:
            return None
        piece = rows[row][column]
        location = Location(block, row + 1, column + 1, piece.line)
        text, pictures = cleaned(piece.text)
        cells[row, column] = Cell(text.strip(), location, rowspan, colspan, pictures)
    grid = tuple(tuple(cells[owner] for owner in line) for line in owners)
    return Table(grid, Location(block, line=rows[0][0].line))
