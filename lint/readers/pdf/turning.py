"""A page drawn sideways without saying so, as a wide table may be → the same, most of its text upright."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from lint.readers.pdf.pages import Box, Glyph, Page

_BEYOND = 2.0  # points a character may stand beyond the edge of its page


class Upright(NamedTuple):
    """What stands on a page, most of its text upright."""

    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Box, ...]
    pictures: tuple[Box, ...]


def upright(page: Page) -> Upright:
    """Return the content of a page as it is read; what lies outside the page is left out."""
    glyphs = [glyph for glyph in page.glyphs() if _is_on(page, glyph)]
    turns = Counter(glyph.turn for glyph in glyphs)
    turn = turns.most_common(1)[0][0] if turns else 0
    rules, pictures = tuple(page.rules()), tuple(page.pictures())
    if not turn:
        return Upright(page.width, page.height, tuple(glyphs), rules, pictures)
    across, down = ((page.height, 0.0), (page.width, page.height), (0.0, page.width))[turn - 1]
    offsets = ((across, down), (-down, across), (-across, -down), (down, -across))
    width, height = (page.height, page.width) if turn % 2 else (page.width, page.height)
    return Upright(
        width,
        height,
        tuple(_moved(glyph, (glyph.turn - turn) % 4, offsets) for glyph in glyphs),
        tuple(_turned(box, turn, across, down) for box in rules),
        tuple(_turned(box, turn, across, down) for box in pictures),
    )


def _is_on(page: Page, glyph: Glyph) -> bool:
    x, y = glyph.centre
    return -_BEYOND <= x <= page.width + _BEYOND and -_BEYOND <= y <= page.height + _BEYOND


def _moved(glyph: Glyph, turn: int, offsets: Sequence[tuple[float, float]]) -> Glyph:
    along, down = offsets[turn]
    return glyph._replace(x0=glyph.x0 + along, x1=glyph.x1 + along, base=glyph.base + down, turn=turn)


def _turned(box: Box, turn: int, across: float, down: float) -> Box:
    corners = [((-y, x), (-x, -y), (y, -x))[turn - 1] for x, y in ((box.x0, box.y0), (box.x1, box.y1))]
    xs, ys = sorted(x + across for x, _ in corners), sorted(y + down for _, y in corners)
    return Box(xs[0], ys[0], xs[1], ys[1])
