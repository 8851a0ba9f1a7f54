"""A text, exported, pasted or written as Markdown → Document: tables told by tabs, strokes, drawn lines or HTML.

A file is Markdown if its name says so, or the row of dashes does that Markdown puts into a table.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from lint.model import Block, Document, Location, Note, Paragraph, Table
from lint.readers import refusals
from lint.readers.encodings import decode
from lint.readers.limits import MB, Limits, exceeded, megabytes
from lint.readers.text.cutting import Run, cut
from lint.readers.text.drawn import drawn, drawn_line, is_border
from lint.readers.text.dumped import without_cuts
from lint.readers.text.heading_lines import has_title, head_of
from lint.readers.text.laying import laid
from lint.readers.text.markdown import paragraphs, without_asides
from lint.readers.text.pipes import is_alignment, tables
from lint.readers.text.quoted import unquoted
from lint.readers.text.residue import cleaned
from lint.readers.text.softwrap import Wrapping, spaced_out, unwrapped, wrapping
from lint.readers.text.textgrid import Piece, Row, arrange

_BREAK: Final = re.compile("\r\n|[\n\r\v\f\u2028\u2029]")
_WORD: Final = re.compile(r"\w")
_TAG: Final = re.compile(r"<[^<>]*>")
_NAMES: Final = (".md", ".markdown")


class Manner(NamedTuple):
    """How a text is written: `code` are the numbers of lines that are left as they are."""

    markdown: bool = False
    wrapping: Wrapping = Wrapping()
    code: frozenset[int] = frozenset()


def read_plain(data: bytes, name: str, limits: Limits) -> Document:
    """Read a text.

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
    lines = sum(map(decoded.text.count, "\n\r\t\v\f\u2028\u2029|│┃║｜"))
    if lines > limits.text_lines:
        raise exceeded("text_lines", lines, limits.text_lines).error()
    notes = (Note("encoding", times=decoded.lost),) if decoded.lost else ()
    blocks, properties = _read(_BREAK.split(decoded.text), name, limits)
    return Document(name, blocks, notes, properties, media="text")


def _read(lines: list[str], name: str, limits: Limits) -> tuple[tuple[Block, ...], tuple[tuple[str, str], ...]]:
    head = head_of(lines)
    lines = ["" if number < head.lines else line for number, line in enumerate(lines)]
    pieces = [Piece(line, number) for number, line in enumerate(lines, 1)]
    marked = name.lower().endswith(_NAMES) or any(is_alignment(line) for line in lines)
    code: frozenset[int] = frozenset()
    if marked:
        told = list(without_asides(lines))
        pieces = [Piece(line, number) for number, (line, _) in enumerate(told, 1)]
        code = frozenset(number for number, (_, is_code) in enumerate(told, 1) if is_code)
    pieces, left_out = without_cuts(pieces) or (pieces, frozenset())
    first = next((piece.line for piece in pieces if piece.text.strip()), 0)
    wraps = wrapping(piece.text for piece in pieces)._replace(first=first)
    wraps = wraps._replace(left_out=left_out | spaced_out(pieces, wraps))
    manner = Manner(marked, wraps, code)
    blocks: list[Block] = []
    if head.title is not None and not has_title(lines):
        blocks.append(Paragraph(head.title.text, Location(1, line=head.title.line)))
    for run in cut(pieces):
        blocks.extend(_blocks(run, len(blocks) + 1, manner, limits))
    return tuple(blocks), head.properties


def _blocks(run: Run, block: int, manner: Manner, limits: Limits) -> Iterator[Block]:
    """Yield the blocks of a run; `block` is the ordinal of the first."""
    items: Iterable[Piece | list[Row]]
    if run.manner == "drawn" and (whole := drawn(run.lines, block, limits)) is not None:
        yield whole
        return
    if run.manner == "html" and (whole := _marked_up(run, block, limits)) is not None:
        yield whole
        return
    if run.manner == "plain":
        items = _prose(run.lines, manner)
    elif run.manner == "strokes":
        items = tables(run.lines)
    else:
        items = _as_text(run)
    for item in items:
        table = None if isinstance(item, Piece) else laid(item, block, limits)
        if table is not None:
            yield table
            block += 1
            continue
        # The rows of a table that cannot be told are text that has run together.
        for piece in [item] if isinstance(item, Piece) else map(_run_together, item):
            paragraph = _paragraph(piece, block)
            if paragraph is not None:
                yield paragraph
                block += 1


def _prose(lines: Sequence[Piece], manner: Manner) -> Iterator[Piece | list[Row]]:
    held: list[Piece] = []
    told = paragraphs if manner.markdown else unwrapped
    for item in arrange(unquoted(lines)):
        if isinstance(item, Piece) and item.line not in manner.code:
            held.append(item)
            continue
        yield from told(held, manner.wrapping)
        held = []
        yield item
    yield from told(held, manner.wrapping)


def _run_together(row: Row) -> Piece:
    return Piece(" ".join(piece.text.strip() for piece in row), row[0].line)


def _marked_up(run: Run, block: int, limits: Limits) -> Table | None:
    from lint.readers.page import read_table  # noqa: PLC0415 - lxml is slow to load and seldom needed here

    return read_table("\n".join(piece.text for piece in run.lines), block, run.lines[0].line, limits)


def _as_text(run: Run) -> Iterator[Piece | list[Row]]:
    """Yield what stands in a table that cannot be told as one: rows if each has its line, else the bare words."""
    parts = [is_border(piece.text) for piece in run.lines]
    rows = [piece for piece, border in zip(run.lines, parts, strict=True) if not border]
    if run.manner == "drawn" and all(one or other for one, other in pairwise(parts)):
        yield from tables(rows)
    elif run.manner == "drawn":
        yield from (piece._replace(text=drawn_line(piece.text).replace("|", " ").strip()) for piece in rows)
    else:
        yield from (piece._replace(text=_TAG.sub(" ", piece.text)) for piece in rows)


def _paragraph(piece: Piece, block: int) -> Paragraph | None:
    text, pictures = cleaned(piece.text)
    text = text.strip()
    return Paragraph(text, Location(block, line=piece.line), pictures=pictures) if text or pictures else None
