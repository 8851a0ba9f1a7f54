"""Pages drawn for tests: as the reader gets them from the child process, and as the bytes of a real PDF."""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lint.model import Document, Table
from lint.readers.limits import Limits
from lint.readers.pdf import Pages, read_pages
from lint.readers.pdf.pages import Page

WIDTH, HEIGHT = 595.0, 842.0
LEFT, RIGHT = 90.0, 505.0
PADDING = 5.4


class Cell(NamedTuple):
    """Text in grid columns [left, right), `rows` rows tall; "/" breaks its lines, "|" is a blank that was typed."""

    text: str
    left: int
    right: int
    rows: int = 1


def advance(char: str, size: float) -> float:
    return size / 2 if char.isascii() else size


class Drawing:
    """One page under construction; y runs downwards from the top of the page."""

    def __init__(self, width: float = WIDTH, height: float = HEIGHT) -> None:
        self.width, self.height = width, height
        self.shown: list[tuple[str, float, float, float, int]] = []  # char, x0, base, size, quarter turns
        self.strokes: list[tuple[float, float, float, float]] = []
        self.images: list[tuple[float, float, float, float]] = []
        self.drawn = self.hidden = 0

    def text(self, x: float, base: float, text: str, size: float = 16, turn: int = 0) -> Drawing:
        """Draw text from `x` on the base line; both in the page turned upright."""
        for char in text:
            self.shown.append((" " if char == "|" else char, x, base, size, turn))
            x += advance(char, size)
        return self

    def prose(self, base: float, lines: Iterable[str], size: float = 16, pitch: float = 28) -> Drawing:
        """Draw lines at the left margin; a full-width blank in front is an indent."""
        for line in lines:
            indent = (len(line) - len(line.lstrip("　"))) * size
            self.text(LEFT + indent, base, line.strip("　"), size)
            base += pitch
        return self

    def centred(self, base: float, text: str, size: float = 22) -> Drawing:
        width = sum(advance(char, size) for char in text)
        return self.text((LEFT + RIGHT - width) / 2, base, text, size)

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> Drawing:
        self.strokes.append((x0, y0, x1, y1))
        return self

    def picture(self, x0: float, y0: float, x1: float, y1: float) -> Drawing:
        self.images.append((x0, y0, x1, y1))
        return self

    def table(
        self, top: float, xs: Sequence[float], rows: Sequence[Sequence[Cell]], *, height: float = 20, size: float = 9
    ) -> Drawing:
        """Draw a table, each cell with a border of its own; rows are `height` tall, or as tall as the lines in them."""
        tall = [
            max([height, *(12.0 * (cell.text.count("/") + 1) + 4 for cell in row if cell.rows == 1)]) for row in rows
        ]
        ys = [top + sum(tall[:number]) for number in range(len(rows) + 1)]
        for number, row in enumerate(rows):
            for cell in row:
                box = (xs[cell.left], ys[number], xs[cell.right], ys[number + cell.rows])
                self.frame(*box)
                for line, text in enumerate(cell.text.split("/")):
                    self.text(box[0] + PADDING, box[1] + 12 + 12 * line, text, size)
        return self

    def frame(self, x0: float, y0: float, x1: float, y1: float) -> Drawing:
        return self.rule(x0, y0, x1, y0).rule(x0, y1, x1, y1).rule(x0, y0, x0, y1).rule(x1, y0, x1, y1)

    def page(self) -> Page:
        numbers = array("f")
        for char, x, base, size, turn in self.shown:
            numbers.extend((x, x + advance(char, size), base, size, turn))
        strokes, images = array("f", sum(self.strokes, ())), array("f", sum(self.images, ()))
        text = "".join(char for char, *_ in self.shown)
        return Page(self.width, self.height, text, numbers, strokes, images, self.drawn, self.hidden)

    def content(self) -> str:
        """Return the page as PDF operators."""
        parts = []
        for char, x, base, size, turn in self.shown:
            place = ((x, base), (base, -x), (-x, -base), (-base, x))[turn]
            matrix = ("1 0 0 1", "0 1 -1 0", "-1 0 0 -1", "0 -1 1 0")[turn]
            parts.append(
                f"BT /F {size} Tf {matrix} {place[0]:.3f} {self.height - place[1]:.3f} Tm <{ord(char):04x}> Tj ET"
            )
        for x0, y0, x1, y1 in self.strokes:
            parts.append(f"{x0} {self.height - y0} m {x1} {self.height - y1} l S")
        return "\n".join(parts)


def document(*drawings: Drawing, limits: Limits | None = None) -> Document:
    return read_pages(Pages(tuple(drawing.page() for drawing in drawings)), "report.pdf", limits or Limits())


def paragraphs(*drawings: Drawing) -> list[str]:
    return [paragraph.text for paragraph in document(*drawings).paragraphs()]


def tables(*drawings: Drawing) -> list[Table]:
    return list(document(*drawings).tables())


def rows(table: Table) -> list[list[str | None]]:
    """Return the texts of a table, None where a cell begun further up or left covers the place."""
    return [
        [
            cell.text if cell is not None and cell.location[1:3] == (row, column) else None
            for column, cell in enumerate(line, 1)
        ]
        for row, line in enumerate(table.grid, 1)
    ]


_FONT = (  # not embedded: the code of each character is its Unicode value
    b"<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font"
    b"/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 5>>/DW 1000"
    b"/W[1 95 500 814 939 500]/FontDescriptor<</Type/FontDescriptor/FontName/SimSun/Flags 4/FontBBox[0 -200 1000 900]"
    b"/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 800/StemV 80>>>>]>>"
)


def pdf(
    contents: Sequence[str | bytes], *, extra: str = "", box: str = "0 0 595 842", count: int | None = None
) -> bytes:
    """Return a PDF with these page contents; `extra` goes into each page, `count` is what the page tree claims."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(contents)))
    made: list[bytes] = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(contents) if count is None else count}>>".encode(),
        _FONT,
    ]
    for number, content in enumerate(contents):
        made.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[{box}]{extra}/Resources<</Font<</F 3 0 R>>>>"
            f"/Contents {5 + 2 * number} 0 R>>".encode()
        )
        made.append(_stream(content.encode() if isinstance(content, str) else content))
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, item in enumerate(made, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out) + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (len(made) + 1, table, len(made) + 1, len(out))
    )


def _stream(data: bytes) -> bytes:
    packed = zlib.compress(data)
    return b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed)
