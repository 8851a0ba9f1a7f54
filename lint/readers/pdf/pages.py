"""What is drawn on the pages of a PDF: glyphs, rules and pictures, as the child process found them.

All coordinates are points from the upper left corner of the page as it is shown, x to the right and y downwards.
"""

import base64
import struct
from array import array
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

HEADER: Final = struct.Struct(
    "<QQQ"
)  # to the child, before the bytes of a PDF: their number, most pages, most elements
END_MARK: Final = b'{"end"'  # from the child: how the last line of its answer begins
GLYPH_FIELDS: Final = 5
BOX_FIELDS: Final = 4


class Glyph(NamedTuple):
    """A character: `x0` and `x1` along its line, `base` the base line, `size` of the font.

    `turn` counts the quarter turns against the clock that the text is rotated by; x and base are then those of the page
    turned upright, so that a rotated line reads like any other.
    """

    char: str
    x0: float
    x1: float
    base: float
    size: float
    turn: int

    @property
    def centre(self) -> tuple[float, float]:
        """Return where the middle of its em box stands on the page as shown."""
        x, y = (self.x0 + self.x1) / 2, self.base - RISE * self.size
        if not self.turn:
            return x, y
        return ((x, y), (y, -x), (-x, -y), (-y, x))[self.turn]


class Box(NamedTuple):
    """A rectangle: a picture, or something drawn so thin that it may be part of a rule."""

    x0: float
    y0: float
    x1: float
    y1: float


RISE: Final = 0.38  # of the size: how far the middle of a Chinese character stands above the base line


class Page(NamedTuple):
    """One page. The numbers are kept flat, five for each character of `text` (Glyph) and four for each box."""

    width: float
    height: float
    text: str
    numbers: "array[float]"
    strokes: "array[float]"
    images: "array[float]"
    drawn: int = 0  # outlines filled or stroked that are no rules
    hidden: int = 0  # characters that are not shown, such as those laid under a scan

    def glyphs(self) -> Iterator[Glyph]:
        """Return the glyphs in the order in which they are drawn."""
        numbers = self.numbers
        fields = (numbers[field::GLYPH_FIELDS] for field in range(GLYPH_FIELDS - 1))
        return map(Glyph, self.text, *fields, map(int, numbers[GLYPH_FIELDS - 1 :: GLYPH_FIELDS]))

    def rules(self) -> Iterator[Box]:
        """Yield what is drawn as thin as a rule."""
        return _boxes(self.strokes)

    def pictures(self) -> Iterator[Box]:
        """Yield the boxes of the pictures."""
        return _boxes(self.images)


class Pages(NamedTuple):
    """A whole PDF; `unread` pages were damaged and are left out."""

    pages: tuple[Page, ...]
    unread: int = 0


def page_from(message: dict[str, Any]) -> Page:
    """Return a page from the child's message.

    Raises:
        ValueError, KeyError, TypeError: it is no such message.
    """
    text, numbers = str(message["text"]), _numbers(message["glyphs"])
    if len(numbers) != GLYPH_FIELDS * len(text):
        raise ValueError("glyphs and characters do not match")
    return Page(
        float(message["width"]), float(message["height"]), text, numbers, _numbers(message["rules"]),
        _numbers(message["pictures"]), int(message["drawn"]), int(message["hidden"]),
    )  # fmt: skip


def _boxes(numbers: "array[float]") -> Iterator[Box]:
    for at in range(0, len(numbers), BOX_FIELDS):
        yield Box(*numbers[at : at + BOX_FIELDS])


def _numbers(packed: str) -> "array[float]":
    numbers = array("f")
    numbers.frombytes(base64.b64decode(packed))
    return numbers
