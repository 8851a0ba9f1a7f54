"""Lines under and through words are told from the rules of tables by where they begin and end: at a character."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

from lint.readers.pdf.pages import Box, Glyph

_BELOW: Final = 0.35  # of the size: how far below the base line an underline may run
_ABOVE: Final = (0.15, 0.5)  # of the size: between these heights above the base line words are struck out
_EXACT: Final = 1.2  # points by which a line may miss the character it begins or ends at
_MOST_LOOKS: Final = 1_000_000  # at a character, on one page; a dense one takes 50,000
_PIECES: Final = 6.0  # points between the pieces in which one run is struck out
_LARGEST: Final = 60.0  # points: no larger type is looked for


class Undecorated(NamedTuple):
    """What is left without lines under and through words; `struck` are the heights at which words are struck out."""

    glyphs: list[Glyph]
    rules: list[Box]
    struck: list[float]


def undecorated(glyphs: Sequence[Glyph], rules: Sequence[Box]) -> Undecorated:
    """Take the lines of words away, and with them the words struck out, as a tracked deletion is printed."""
    upright = sorted((glyph for glyph in glyphs if not glyph.turn), key=lambda glyph: glyph.base)
    bases = [glyph.base for glyph in upright]
    gone: set[Glyph] = set()
    kept: list[Box] = []
    struck: list[Box] = []
    looks = 0
    for box in rules:
        y = (box.y0 + box.y1) / 2
        if box.x1 - box.x0 < 2 * (box.y1 - box.y0):
            kept.append(box)
            continue
        first, last = bisect_left(bases, y - _BELOW * _LARGEST), bisect_right(bases, y + _ABOVE[1] * _LARGEST)
        looks += last - first
        near = upright[first:last] if looks <= _MOST_LOOKS else []
        row = [glyph for glyph in near if -_ABOVE[1] * glyph.size <= y - glyph.base <= _BELOW * glyph.size]
        if not _spans(box, row):
            kept.append(box)
        elif through := [
            glyph
            for glyph in row
            if _ABOVE[0] * glyph.size <= glyph.base - y and box.x0 <= (glyph.x0 + glyph.x1) / 2 <= box.x1
        ]:
            if not gone.issuperset(through):
                struck.append(box)
            gone.update(through)
    shown = [glyph for glyph in glyphs if glyph not in gone] if gone else list(glyphs)
    return Undecorated(shown, kept, _runs(struck))


def _runs(struck: Sequence[Box]) -> list[float]:
    """Return the height of each run of words struck out; its line may be drawn in pieces."""
    found: list[Box] = []
    for box in sorted(struck, key=lambda box: (round(box.y0), box.x0)):
        if found and abs(box.y0 - found[-1].y0) <= _EXACT and box.x0 - found[-1].x1 <= _PIECES:
            found[-1] = found[-1]._replace(x1=box.x1)
        else:
            found.append(box)
    return [box.y0 for box in found]


def _spans(box: Box, row: Sequence[Glyph]) -> bool:
    """Tell whether a line begins with one character and ends with one."""
    begins = any(abs(glyph.x0 - box.x0) <= _EXACT for glyph in row)
    return begins and any(abs(glyph.x1 - box.x1) <= _EXACT for glyph in row)
