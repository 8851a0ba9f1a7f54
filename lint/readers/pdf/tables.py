"""The lattices of a page and its glyphs → tables with the text of their cells, and the glyphs that stand outside."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from lint.model import Cell, Location, Table
from lint.readers import grid
from lint.readers.limits import Limits
from lint.readers.pdf.lattice import Lattice
from lint.readers.pdf.lines import Line, cell_lines
from lint.readers.pdf.pages import Box, Glyph
from lint.readers.pdf.stitching import Part, Piece, slots

_CENTRED: Final = 3.0  # points by which centred text may miss the middle of its cell
_OFF: Final = 4 * _CENTRED


class Sorted(NamedTuple):
    """Tables, and what belongs to none of them."""

    tables: list[Piece]
    glyphs: list[Glyph]
    pictures: list[Box]


def sort_out(found: Sequence[Lattice], glyphs: Iterable[Glyph], pictures: Iterable[Box]) -> Sorted:
    """Give each glyph and picture to the cell its centre stands in; what has no text is no table but a drawing."""
    held: list[dict[int, list[Glyph]]] = [{} for _ in found]
    shown: list[dict[int, list[Box]]] = [{} for _ in found]
    index = [_index(lattice) for lattice in found]
    outside: list[Glyph] = []
    for glyph in glyphs:
        where = _find(found, index, *glyph.centre)
        if where is None:
            outside.append(glyph)
        else:
            held[where[0]].setdefault(where[1], []).append(glyph)
    free: list[Box] = []
    for box in pictures:
        where = _find(found, index, (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2)
        if where is None or not held[where[0]]:
            free.append(box)
        else:
            shown[where[0]].setdefault(where[1], []).append(box)
    tables = [
        _piece(lattice, texts, boxes)
        for lattice, texts, boxes in zip(found, held, shown, strict=True)
        if any(not glyph.char.isspace() for cell in texts.values() for glyph in cell)
    ]
    return Sorted(tables, outside, free)


def table(piece: Piece, block: int, limits: Limits) -> tuple[Table, bool]:
    """Return a whole table in the manner of the Word reader, and whether its rows are of unequal width.

    Raises:
        UnreadableDocument: it has more cells than the limits allow.
    """
    layout = grid.lay(slots(piece), limits)
    cells = [_cell(area, block) for area in layout.areas]
    lines = [
        tuple(
            cells[area] if area >= 0 else Cell("", Location(block, row, column)) for column, area in enumerate(line, 1)
        )
        for row, line in enumerate(layout.lines, 1)
    ]
    return Table(tuple(lines), Location(block)), layout.irregular


def _cell(area: grid.Area[Part], block: int) -> Cell:
    part, row, column, rowspan, colspan = area
    return Cell(part.text, Location(block, row, column), rowspan, colspan, part.pictures)


def _index(lattice: Lattice) -> dict[tuple[int, int], int]:
    """Return the number of the cell that covers each place."""
    return {
        (row, column): number
        for number, place in enumerate(lattice.places)
        for row in range(place.top, place.bottom)
        for column in range(place.left, place.right)
    }


def _find(
    found: Sequence[Lattice], index: Sequence[dict[tuple[int, int], int]], x: float, y: float
) -> tuple[int, int] | None:
    """Return the numbers of the lattice and of its cell at a point."""
    for number, lattice in enumerate(found):
        if lattice.xs[0] <= x < lattice.xs[-1] and lattice.ys[0] <= y < lattice.ys[-1]:
            cell = index[number].get((bisect_right(lattice.ys, y) - 1, bisect_right(lattice.xs, x) - 1))
            if cell is not None:
                return number, cell
    return None


def _piece(lattice: Lattice, texts: dict[int, list[Glyph]], boxes: dict[int, list[Box]]) -> Piece:
    parts = tuple(
        Part(
            place.top,
            place.bottom,
            lattice.xs[place.left],
            lattice.xs[place.right],
            (tuple(cell_lines(texts.get(number, []))),),
            len(boxes.get(number, [])),
        )
        for number, place in enumerate(lattice.places)
    )
    ys = lattice.ys
    return Piece(_without_strays(parts), len(ys) - 1, lattice.xs, ys[0], ys[-1], ys[1] - ys[0])


def _without_strays(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Join a cell with the empty one beside it if its words stand in the middle of both and not in its own.

    Editing a PDF can leave a rule within a merged cell.
    """
    at = {(part.top, part.bottom, part.x0): part for part in parts}
    for part in parts:
        left = at.get((part.top, part.bottom, part.x0))
        right = at.get((part.top, part.bottom, part.x1)) if left is not None else None
        if left is None or right is None or left.pictures or right.pictures:
            continue
        (texts,), (others,) = left.lines, right.lines
        lines = texts or others
        if not (texts and others) and lines and not _is_centred(lines, left if texts else right, _OFF):
            whole = left._replace(x1=right.x1, lines=(lines,))
            if _is_centred(lines, whole, _CENTRED) and len(whole.text) > 1 and not whole.text.isdigit():
                del at[right.top, right.bottom, right.x0]
                at[left.top, left.bottom, left.x0] = whole
    return tuple(at.values())


def _is_centred(lines: Sequence[Line], part: Part, tolerance: float) -> bool:
    middle = (part.x0 + part.x1) / 2
    return all(abs((line.x0 + line.x1) / 2 - middle) <= tolerance for line in lines)
