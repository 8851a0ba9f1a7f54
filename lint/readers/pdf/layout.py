"""The pages of a PDF → a document: tables from the rules, paragraphs from the lines between them."""

import unicodedata
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from lint.model import Block, Document, Location, Note, Paragraph
from lint.readers.limits import Limits, exceeded
from lint.readers.pdf import reasons
from lint.readers.pdf.decoration import undecorated
from lint.readers.pdf.imposition import single_pages
from lint.readers.pdf.lattice import lattices
from lint.readers.pdf.line_numbers import without_line_numbers
from lint.readers.pdf.lines import Line, lines
from lint.readers.pdf.pages import Box, Page, Pages
from lint.readers.pdf.paragraphs import Column, Placed, facing_columns, paragraphs
from lint.readers.pdf.ruling import rulings
from lint.readers.pdf.running import Sheet, own_lines
from lint.readers.pdf.stitching import Piece, stitched
from lint.readers.pdf.tables import sort_out, table
from lint.readers.pdf.turning import upright

_SCAN: Final = 0.5  # of the page: a picture that covers more is the page, or lies behind it
_FEW: Final = 20  # characters: fewer on a page of pictures are a stamp or a page number
_LITTLE: Final = 200  # characters: fewer beside scanned pages are a cover
_ICON: Final = 12.0  # points: a smaller picture is a bullet
_DRAWING: Final = 100  # outlines: as many without text are text turned into outlines
_UNKNOWN: Final = 0.3  # of the characters: more of them unknown are gibberish


class Content(NamedTuple):
    """What one page holds once tables are told from prose."""

    width: float
    height: float
    lines: tuple[Line, ...]
    tables: tuple[Piece, ...]
    pictures: tuple[Box, ...]
    characters: int
    scan: bool
    struck: tuple[float, ...]
    edge: float | None = None  # where the numbers beside its lines end


class Item(NamedTuple):
    """A line, a table or a picture, where its page (0-based) shows it."""

    page: int
    top: float
    what: Line | Piece | Box


def read_pages(pages: Pages, name: str, limits: Limits) -> Document:
    """Make a document of the pages of a PDF.

    Raises:
        UnreadableDocument: it holds no text that could be checked, or a table beyond the limits.
    """
    pages = pages._replace(pages=tuple(page for sheet in pages.pages for page in single_pages(sheet)))
    contents: list[Content] = []
    cells = 0
    for page in pages.pages:
        contents.append(_content(page, limits, contents[-1].edge if contents else None))
        cells += sum(len(piece.parts) for piece in contents[-1].tables)
        if cells > limits.table_cells:
            raise exceeded("table_cells", cells, limits.table_cells).error()
    _refuse_unreadable(pages, contents)
    kept = own_lines([Sheet(content.lines, content.height) for content in contents])
    contents = [content._replace(lines=own) for content, own in zip(contents, kept, strict=True)]
    blocks, starts, irregular = _blocks(contents, limits)
    notes = [Note("irregular-table", place) for place in irregular]
    if hidden := sum(page.hidden for page, content in zip(pages.pages, contents, strict=True) if not content.scan):
        notes.append(Note("hidden", times=hidden))
    if struck := [(page, y) for page, content in enumerate(contents) for y in content.struck]:
        notes.append(Note("deletion", Location(max(bisect_right(starts, struck[0]), 1)), len(struck)))
    if pages.unread:
        notes.append(Note("unread-part", times=pages.unread))
    return Document(name, tuple(blocks), tuple(notes), media="pdf")


def _content(page: Page, limits: Limits, edge: float | None) -> Content:
    seen = upright(page)
    characters = sum(not glyph.char.isspace() for glyph in seen.glyphs)
    area = max(seen.width * seen.height, 1.0)
    shares = [(box.x1 - box.x0) * (box.y1 - box.y0) / area for box in seen.pictures]
    scan = sum(shares) > _SCAN and characters < _FEW
    pictures = [
        box
        for box, share in zip(seen.pictures, shares, strict=True)
        if share <= _SCAN and min(box.x1 - box.x0, box.y1 - box.y0) > _ICON
    ]
    words = undecorated(seen.glyphs, seen.rules)
    found = sort_out(lattices(rulings(words.rules), limits), words.glyphs, pictures)
    prose, edge = without_line_numbers([glyph for glyph in found.glyphs if not glyph.turn], edge)
    if scan:
        whole = Box(0, 0, seen.width, seen.height)
        return Content(seen.width, seen.height, (), (), (whole,), characters, scan, ())
    return Content(
        seen.width,
        seen.height,
        tuple(lines(prose)),
        tuple(found.tables),
        tuple(found.pictures),
        characters,
        scan,
        tuple(words.struck),
        edge,
    )


def _refuse_unreadable(pages: Pages, contents: Sequence[Content]) -> None:
    text = "".join(page.text for page, content in zip(pages.pages, contents, strict=True) if not content.scan)
    shown = "".join(text.split())
    if len(shown) < _LITTLE and any(content.scan for content in contents):
        raise reasons.SCANNED.error()
    if len(shown) < _FEW and sum(page.drawn for page in pages.pages) >= _DRAWING:
        raise reasons.DRAWN.error()
    if len(shown) < _FEW and any(content.pictures for content in contents):
        raise reasons.SCANNED.error()
    if not shown:
        raise reasons.BLANK.error()
    unknown = sum(char == "\ufffd" or unicodedata.category(char) in {"Co", "Cn", "Cc"} for char in shown)
    if unknown > _UNKNOWN * len(shown):
        raise reasons.NO_CHARACTERS.error()


def _blocks(contents: Sequence[Content], limits: Limits) -> tuple[list[Block], list[tuple[int, float]], list[Location]]:
    """Return the blocks, on which page and how far down each begins, and where tables have rows of unequal width."""
    columns = _columns(contents)
    blocks: list[Block] = []
    starts: list[tuple[int, float]] = []
    irregular: list[Location] = []
    for run in _runs(contents):
        if isinstance(run, Item):
            if isinstance(run.what, Piece):
                made, uneven = table(run.what, len(blocks) + 1, limits)
                blocks.append(made)
                starts.append((run.page, run.top))
                irregular.extend([made.location] if uneven else [])
        else:
            for text, start in _prose(run, columns):
                blocks.append(Paragraph(text, Location(len(blocks) + 1), pictures=int(not text)))
                starts.append((start.page, start.top))
    return blocks, starts, irregular


def _columns(contents: Sequence[Content]) -> list[Column]:
    """Return the column of prose on each page; pages of one size share theirs, left and right ones if mirrored."""
    sizes = [(round(content.width), round(content.height)) for content in contents]
    found: dict[tuple[int, int], tuple[Column, Column]] = {}
    for size in dict.fromkeys(sizes):
        odd, even = (
            [
                line
                for own, content in zip(sizes[side::2], contents[side::2], strict=True)
                if own == size
                for line in content.lines
            ]
            for side in (0, 1)
        )
        found[size] = facing_columns(odd, even, size[0])
    return [found[size][page % 2] for page, size in enumerate(sizes)]


def _runs(contents: Sequence[Content]) -> Iterator[Item | list[Item]]:
    """Yield whole tables, where they begin, and the lines and pictures between them."""
    floor = max((bottom for content in contents for bottom in _bottoms(content)), default=0.0)
    loose: list[Item] = []
    whole: Item | None = None
    last = -1
    for item in _items(contents):
        if not isinstance(item.what, Piece):
            if whole is not None:
                yield whole
                whole = None
            loose.append(item)
            continue
        if loose:
            yield loose
            loose = []
        upper = whole.what if whole is not None and item.page == last + 1 else None
        longer = stitched(upper, item.what, floor) if isinstance(upper, Piece) else None
        if whole is not None and longer is None:
            yield whole
        whole = whole._replace(what=longer) if whole is not None and longer is not None else item
        last = item.page
    if whole is not None:
        yield whole
    if loose:
        yield loose


def _bottoms(content: Content) -> Iterator[float]:
    yield from (line.base for line in content.lines)
    yield from (piece.bottom for piece in content.tables)


def _items(contents: Sequence[Content]) -> Iterator[Item]:
    for page, content in enumerate(contents):
        items = [Item(page, line.base - line.size, line) for line in content.lines]
        items += [Item(page, piece.top, piece) for piece in content.tables]
        items += [Item(page, box.y1, box) for box in content.pictures]  # where its line stands, as high as it may reach
        yield from sorted(items, key=lambda item: item.top)


def _prose(run: Sequence[Item], columns: Sequence[Column]) -> Iterator[tuple[str, Item]]:
    """Yield the text of each paragraph and where it begins; no text for a picture, behind what it stands in."""
    lines: list[Item] = []
    pictures: deque[tuple[int, Item]] = deque()  # and the number of lines in front
    for item in run:
        if isinstance(item.what, Line):
            lines.append(item)
        else:
            pictures.append((len(lines), item))
    placed = [Placed(item.what, item.page) for item in lines if isinstance(item.what, Line)]
    count = 0
    for text, length in paragraphs(placed, columns):
        while pictures and pictures[0][0] <= count:
            yield "", pictures.popleft()[1]
        yield text, lines[count]
        count += length
    for _, item in pictures:
        yield "", item
