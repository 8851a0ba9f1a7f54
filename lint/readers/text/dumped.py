"""Lines that a dump of a PDF has cut into cells by their blanks → the lines as they were.

Such dumps give many lines of prose a table of their own, a row of dashes under each; real tables are torn likewise, so
that none of the file's can be told.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from lint.readers.text.pipes import is_alignment, strokes
from lint.readers.text.textgrid import Piece

_FEWEST: Final = 5  # tables of nothing but a head, from which a file is such a dump


def without_cuts(pieces: Sequence[Piece]) -> tuple[list[Piece], frozenset[int]] | None:
    """Return the lines without strokes and the numbers of those left out, None if the file is no such dump."""
    dashes = {piece.line for piece in pieces if is_alignment(piece.text)}
    alone = sum(before.line in dashes and not strokes(after.text) for before, after in pairwise(pieces))
    if alone < _FEWEST or 3 * alone < len(dashes):
        return None
    kept = [piece for piece in pieces if piece.line not in dashes]
    return [piece._replace(text=" ".join(piece.text.replace("|", " ").split())) for piece in kept], frozenset(dashes)
