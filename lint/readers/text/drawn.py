"""A table drawn with lines of signs, +---+ or box drawing → the table, its merged cells told by the lines left out."""

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from lint.model import Table
from lint.readers.limits import Limits, exceeded
from lint.readers.text.figures import is_figure
from lint.readers.text.padded import Owners, is_padded, padded, table_of
from lint.readers.text.softwrap import joined
from lint.readers.text.textgrid import Piece, Row

_BOX: Final = str.maketrans(
    {
        **dict.fromkeys("─━═╌╍┄┅┈┉╴╶╸╺", "-"),
        **dict.fromkeys("│┃║╎╏┆┇┊┋╵╷╹╻", "|"),
        **{chr(code): "+" for code in (*range(0x250C, 0x254C), *range(0x2552, 0x2570))},
        "╭": "+",
        "╮": "+",
        "╯": "+",
        "╰": "+",
    }
)
_BORDER: Final = frozenset("+-=: ")
_PART: Final = re.compile(r"\+[-=:]+\+")
_RULE: Final = re.compile(r"[-=:+]+\Z")
_WIDE: Final = ("WF", "", "WFA")  # classes of Unicode's East Asian width that take two places: UAX 11
_MAX_WIDTH: Final = 2_000  # columns of text; a drawn line is no wider
_MOST_SIGNS: Final = 1_000_000  # in all lines of a table; the largest of the form takes 20,000


def drawn_line(text: str) -> str:
    """Return a line with the signs of box drawing as +, - and |."""
    return text if text.isascii() else text.translate(_BOX)


def is_border(text: str) -> bool:
    """Tell a line that is a border of a drawn table from end to end."""
    if len(text) > _MAX_WIDTH or not any(sign in text for sign in "-=─━═"):
        return False
    line = drawn_line(text.strip())
    ruled = "--" in line or "==" in line or not text.isascii()
    return ruled and line[0] == line[-1] == "+" and _BORDER.issuperset(line)


def drawn(run: Sequence[Piece], block: int, limits: Limits) -> Table | None:
    """Return the table that begins and ends with a border; None if its lines do not meet, or run too far.

    Which signs take two places depends on the program that drew it: each manner is tried.

    Raises:
        UnreadableDocument: it has more places than the limits allow.
    """
    lines = [piece.text.rstrip() for piece in run]
    if len(lines) < 3 or max(map(len, lines)) > _MAX_WIDTH or sum(map(len, lines)) > _MOST_SIGNS:
        return None
    for wide in _WIDE:
        canvas = [_spread(line, wide) for line in lines]
        even = len(set(map(len, canvas))) == 1 and all(line[-1] in {"|", "+"} for line in canvas)
        found = _table(canvas, run, block, limits) if even else None
        if found is not None:
            return found
    return None


def _spread(line: str, wide: str) -> list[str]:
    """Return the signs of a line by place; the second place of one whose width class is in `wide` holds nothing."""
    if not wide or line.isascii():
        return list(drawn_line(line))
    places: list[str] = []
    for sign, plain in zip(line, drawn_line(line), strict=True):
        places.append(plain)
        if unicodedata.east_asian_width(sign) in wide:
            places.append("")
    return places


def _table(canvas: list[list[str]], run: Sequence[Piece], block: int, limits: Limits) -> Table | None:
    across = [number for number, line in enumerate(canvas) if _PART.search("".join(line))]
    down = sorted({place for number in across for place, sign in enumerate(canvas[number]) if sign == "+"})
    if len(across) < 2 or len(down) < 3 or across[0] != 0 or across[-1] != len(canvas) - 1:
        return None
    bands = _bands(canvas, across, down)
    if bands is None:
        return None
    if len(bands) * (len(down) - 1) > limits.table_cells:
        raise exceeded("table_cells", len(bands) * (len(down) - 1), limits.table_cells).error()
    rows: list[Row] = []
    owners: Owners = []
    for number, (top, bottom, ruled) in enumerate(bands):
        line: list[tuple[int, int]] = []
        for column, (left, right) in enumerate(pairwise(down)):
            beside = [canvas[inner][left] for inner in range(top, bottom)]
            walled = all(sign in "|+" and sign for sign in beside)
            if column and not walled:
                if any(sign in {"|", "+"} for sign in beside):
                    return None  # the wall has a gap: the drawing is out of line
                line.append(line[-1])
            elif number and ruled and not _is_rule(canvas[top - 1][left + 1 : right]):
                line.append(owners[-1][column])
            else:
                line.append((number, column))
        owners.append(line)
        rows.append([Piece("", run[top].line) for _ in line])
    _fill(rows, owners, canvas, bands, down)
    merged = any(owner != (row, column) for row, line in enumerate(owners) for column, owner in enumerate(line))
    return table_of(rows, owners, block) if merged or not is_padded(rows) else padded(rows, block)


def _is_rule(signs: list[str]) -> bool:
    return bool(_RULE.match("".join(signs)))


def _bands(canvas: list[list[str]], across: list[int], down: list[int]) -> list[tuple[int, int, bool]] | None:
    """Return the lines [top, bottom) of each row, and whether a border, whole or in part, stands above.

    Where no border parts the rows, each line that holds figures of its own is a row.
    """
    split: list[tuple[int, int, bool]] = []
    for top, bottom in ((above + 1, below) for above, below in pairwise(across) if below - above > 1):
        figures = [_figures(canvas[number], down) for number in range(top, bottom)]
        if sum(map(bool, figures)) > 1 and max(figures) == min(figure for figure in figures if figure):
            if not all(figures):
                return None  # wrapped labels among such rows: whose they are cannot be told
            split += [(number, number + 1, number == top) for number in range(top, bottom)]
        else:
            split.append((top, bottom, True))
    return split or None


def _figures(line: list[str], down: list[int]) -> int:
    return sum(is_figure("".join(line[left + 1 : right])) for left, right in pairwise(down))


def _fill(
    rows: list[Row],
    owners: Owners,
    canvas: list[list[str]],
    bands: list[tuple[int, int, bool]],
    down: list[int],
) -> None:
    """Write each cell's text at the place where it begins."""
    covered: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for number, line in enumerate(owners):
        for column, owner in enumerate(line):
            covered.setdefault(owner, []).append((number, column))
    for (number, column), places in covered.items():
        right = down[places[-1][1] + 1]
        top, bottom = bands[number][0], bands[places[-1][0]][1]
        lines = ["".join(canvas[inner][down[column] + 1 : right]).strip() for inner in range(top, bottom)]
        rows[number][column] = Piece(joined(lines), rows[number][column].line)
