"""Two pages printed side by side on one sheet → each for itself."""

from array import array
from collections.abc import Iterable, Sequence
from typing import Final

from lint.readers.pdf.pages import Box, Glyph, Page

_BROAD: Final = 1.2  # times as wide as high: a sheet that may hold two pages
_GUTTER: Final = 18.0  # points on either side of the middle that no page fills
_FOLD: Final = 20.0  # times as high as broad: an upright line
_ENOUGH: Final = 20  # characters: fewer are no page


def single_pages(sheet: Page) -> list[Page]:
    """Return the two pages of a sheet, or the sheet itself if anything crosses its middle or one half holds no text."""
    if sheet.width < _BROAD * sheet.height:
        return [sheet]
    glyphs, rules, middle = list(sheet.glyphs()), list(sheet.rules()), sheet.width / 2
    if any(_is_between(box, middle) for box in rules):
        return [sheet]
    sides: tuple[list[Glyph], list[Glyph]] = ([], [])
    for glyph in glyphs:
        x = glyph.centre[0]
        if abs(x - middle) < _GUTTER + glyph.size / 2 and not glyph.char.isspace():
            return [sheet]
        sides[x > middle].append(glyph)
    if min(map(len, sides)) < _ENOUGH:
        return [sheet]
    return [_half(sheet, sides[0], rules, 0.0), _half(sheet, sides[1], rules, middle)]


def _is_between(box: Box, middle: float) -> bool:
    """Tell whether part of a rule runs into the gutter; an upright line there may mark the fold."""
    upright = box.y1 - box.y0 > _FOLD * (box.x1 - box.x0)
    return box.x0 < middle + _GUTTER and box.x1 > middle - _GUTTER and not upright


def _half(sheet: Page, glyphs: Sequence[Glyph], rules: Sequence[Box], left: float) -> Page:
    """Return the half that begins at `left`; what is counted only is counted with the first."""
    numbers = array("f")
    for _, x0, x1, base, size, turn in glyphs:
        along, down = ((left, 0.0), (0.0, left), (-left, 0.0), (0.0, -left))[turn]
        numbers.extend((x0 - along, x1 - along, base - down, size, turn))
    right, first = left + sheet.width / 2, not left
    return sheet._replace(
        width=sheet.width / 2,
        text="".join(glyph.char for glyph in glyphs),
        numbers=numbers,
        strokes=_within(rules, left, right),
        images=_within(sheet.pictures(), left, right),
        drawn=sheet.drawn * first,
        hidden=sheet.hidden * first,
    )


def _within(boxes: Iterable[Box], left: float, right: float) -> "array[float]":
    """Return the boxes whose middle lies between two x, moved to the left."""
    found = array("f")
    for x0, y0, x1, y1 in boxes:
        if left <= (x0 + x1) / 2 < right:
            found.extend((x0 - left, y0, x1 - left, y1))
    return found
