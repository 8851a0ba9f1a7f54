"""Glyphs of prose → the same without the numbers that a word processor sets beside the lines of a page."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from lint.readers.pdf.pages import Glyph

_APART: Final = 4.0  # points between a number and the text, at least
_ALIGNED: Final = 1.0  # points by which the right ends of the numbers may differ
_ENOUGH: Final = 5  # numbers that follow each other on one page
_LONGEST: Final = 5  # digits


def without_line_numbers(glyphs: Sequence[Glyph], edge: float | None) -> tuple[list[Glyph], float | None]:
    """Return the glyphs of a page without line numbers, and the x at which these end, None if there are none.

    `edge` is that x on the page before: a page of tables may have fewer lines than tell a numbering.
    """
    shown = [glyph for glyph in glyphs if not glyph.char.isspace()]
    left = min((glyph.x0 for glyph in shown if not glyph.char.isdecimal()), default=0.0)
    beside = [glyph for glyph in shown if glyph.char.isdecimal() and glyph.x1 < left - _APART]
    edge = _edge(beside) or edge
    if edge is None or not beside:
        return list(glyphs), edge
    gone = {glyph for number in _numbers(beside) if abs(number[-1].x1 - edge) <= _ALIGNED for glyph in number}
    return [glyph for glyph in glyphs if glyph not in gone], edge


def _edge(beside: Sequence[Glyph]) -> float | None:
    """Return where numbers end that count the lines of a page."""
    numbers = _numbers(beside)
    if len(numbers) < _ENOUGH or max(map(len, numbers)) > _LONGEST:
        return None
    values = [int("".join(glyph.char for glyph in number)) for number in numbers]
    ends = [number[-1].x1 for number in numbers]
    steps = {after - before for before, after in pairwise(values)}
    return ends[0] if len(steps) == 1 and steps.pop() > 0 and max(ends) - min(ends) <= _ALIGNED else None


def _numbers(beside: Sequence[Glyph]) -> list[list[Glyph]]:
    """Return the glyphs of each number, from top to bottom."""
    numbers: list[list[Glyph]] = []
    for glyph in sorted(beside, key=lambda glyph: (glyph.base, glyph.x0)):
        if numbers and glyph.base == numbers[-1][-1].base:
            numbers[-1].append(glyph)
        else:
            numbers.append([glyph])
    return numbers
