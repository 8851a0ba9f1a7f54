"""What a reader makes of a file: paragraphs and tables in reading order.

Value types are NamedTuples: immutable, compared by value, and cheaper to define at start-up than dataclasses.
"""

from collections.abc import Iterator
from typing import NamedTuple


class Phrase(NamedTuple):
    """A piece of wording in both languages, for what a message cannot know beforehand."""

    zh: str
    en: str

    def in_language(self, lang: str) -> str:
        """Return the wording in `lang` ("zh" or "en")."""
        return self.en if lang == "en" else self.zh


class Location(NamedTuple):
    """A place in the document as submitted; 0 means "does not apply". Sorts in document order.

    `block` is the 1-based ordinal of the paragraph or table in reading order, `row` and `column` are 1-based grid
    positions in a table, `line` is the 1-based line of the input where the input has lines.
    """

    block: int = 0
    row: int = 0
    column: int = 0
    line: int = 0


class Paragraph(NamedTuple):
    """One paragraph: its visible text (list number included, soft breaks as newlines) and what was odd about it."""

    text: str
    location: Location
    numbered: bool = False  # the list number in front was made by the word processor
    hidden: bool = False  # some of its text is hidden
    boxed: bool = False  # it stands in a text box or shape, outside the flow of the body
    pictures: int = 0


class Cell(NamedTuple):
    """One cell; `location` is its upper left grid position, its paragraphs are joined by newlines."""

    text: str
    location: Location
    rowspan: int = 1
    colspan: int = 1
    pictures: int = 0


class Table(NamedTuple):
    """A rectangle of cells: a merged cell stands, as the same object, in every place it covers.

    `ragged`: the input does not tell spans (text exports); each row holds its own cells from the left, and short
    rows are filled up with `None`.
    """

    grid: tuple[tuple[Cell | None, ...], ...]
    location: Location
    ragged: bool = False

    def cells(self) -> Iterator[Cell]:
        """Yield each cell once, row by row."""
        for row, line in enumerate(self.grid, 1):
            for column, cell in enumerate(line, 1):
                if cell is not None and cell.location.row == row and cell.location.column == column:
                    yield cell


Block = Paragraph | Table


class Note(NamedTuple):
    """Something odd about the file, told without judging.

    `kind` is one of: insertion, deletion, move, reformatting, comment, hidden, textbox, nested-table, irregular-table,
    embedded-document, unread-part, damaged-text, encoding.
    """

    kind: str
    location: Location = Location()
    times: int = 1
    detail: str = ""


class Document(NamedTuple):
    """A submission as read. `name` is the file's name without folders.

    `media`: "word", "office" (converted to Word by LibreOffice), "pdf", "html" or "text". `properties`, where the file
    tells them: "title", "published" and "written" (YYYY-MM-DD), "source".
    """

    name: str
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()
    properties: tuple[tuple[str, str], ...] = ()
    media: str = "word"

    def paragraphs(self) -> Iterator[Paragraph]:
        """Yield the paragraphs of the body in reading order."""
        return (block for block in self.blocks if isinstance(block, Paragraph))

    def tables(self) -> Iterator[Table]:
        """Yield the tables of the body in reading order."""
        return (block for block in self.blocks if isinstance(block, Table))
