"""A text export → Document: lines behind a tab are table cells, all others paragraphs.

Two manners are known: one cell a line behind a tab with a blank line between rows, and one row a line with its cells
separated by tabs, with or without blank fields for what a merged cell covers.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from lint.model import Block, Cell, Document, Location, Note, Paragraph, Table
from lint.readers import refusals
from lint.readers.encodings import decode
from lint.readers.limits import MB, Limits, exceeded, megabytes
from lint.readers.text.padded import padded
from lint.readers.text.textgrid import Piece, Row, arrange

_BREAK: Final = re.compile("\r\n|[\n\r\v\f\u2028\u2029]")
_RESIDUE: Final = re.compile(r"\[(image|bookmark): ?[^\[\]\r\n]{0,200}\]")
_WORD: Final = re.compile(r"\w")


class Cleaned(NamedTuple):
    """A line without the residue of an export, and how many pictures it named."""

    text: str
    pictures: int


def read_plain(data: bytes, name: str, limits: Limits) -> Document:
    """Read a text export.

    Raises:
        UnreadableDocument: it is no text, blank, or too large.
    """
    if len(data) > limits.text_mb * MB:
        raise exceeded("text_mb", megabytes(len(data)), limits.text_mb).error()
    decoded = decode(data)
    if decoded is None:
        raise refusals.NOT_A_DOCUMENT.error()
    if not decoded.text.strip():
        raise refusals.BLANK.error()
    if not _WORD.search(decoded.text):
        raise refusals.NOT_A_DOCUMENT.error()
    lines = sum(map(decoded.text.count, "\n\r\t\v\f\u2028\u2029"))
    if lines > limits.text_lines:
        raise exceeded("text_lines", lines, limits.text_lines).error()
    notes = (Note("encoding", times=decoded.lost),) if decoded.lost else ()
    return Document(name=name, blocks=tuple(_blocks(decoded.text, limits)), notes=notes, media="text")


def _clean(text: str) -> Cleaned:
    if "[" not in text:
        return Cleaned(text, 0)
    pictures = sum(match.group(1) == "image" for match in _RESIDUE.finditer(text))
    return Cleaned(_RESIDUE.sub("", text), pictures)


def _blocks(text: str, limits: Limits) -> Iterator[Block]:
    block = 1
    for item in arrange(_BREAK.split(text)):
        found = _paragraph(item, block) if isinstance(item, Piece) else _table(item, block, limits)
        if found is not None:
            yield found
            block += 1


def _paragraph(piece: Piece, block: int) -> Paragraph | None:
    text, pictures = _clean(piece.text)
    text = text.strip()
    if not text and not pictures:
        return None
    return Paragraph(text, Location(block, line=piece.line), pictures=pictures)


def _table(rows: list[Row], block: int, limits: Limits) -> Table:
    width = max(len(row) for row in rows)
    if width * len(rows) > limits.table_cells:
        raise exceeded("table_cells", width * len(rows), limits.table_cells).error()
    if (whole := padded(rows, block)) is not None:
        return whole
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
    text, pictures = _clean(piece.text)
    return Cell(text.strip(), place, pictures=pictures)
