"""Rows of cells of a text → a table: whole where its merged cells can be told, else ragged."""

from collections.abc import Sequence

from lint.model import Cell, Location, Table
from lint.readers.limits import Limits, exceeded
from lint.readers.text.padded import is_padded, padded
from lint.readers.text.residue import cleaned
from lint.readers.text.squared import are_stretched, squared
from lint.readers.text.textgrid import Piece, Row


def laid(rows: Sequence[Row], block: int, limits: Limits) -> Table | None:
    """Return the table whose ordinal in the document is `block`; None if how its cells are merged cannot be told.

    Raises:
        UnreadableDocument: it has more places than the limits allow.
    """
    width = max(map(len, rows))
    if width * len(rows) > limits.table_cells:
        raise exceeded("table_cells", width * len(rows), limits.table_cells).error()
    if all(row[0].line == row[-1].line for row in rows):
        whole = squared(rows)
        if whole is None or is_padded(whole):
            return None if whole is None else padded(whole, block)
        if are_stretched(whole):
            return None
        rows, width = whole, max(map(len, whole))
    return Table(
        tuple(
            tuple(_cell(piece, Location(block, number, column, piece.line)) for column, piece in enumerate(row, 1))
            + (None,) * (width - len(row))
            for number, row in enumerate(rows, 1)
        ),
        Location(block, line=rows[0][0].line),
        ragged=True,
    )


def _cell(piece: Piece, place: Location) -> Cell:
    text, pictures = cleaned(piece.text)
    return Cell(text.strip(), place, pictures=pictures)
