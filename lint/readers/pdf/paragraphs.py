"""Lines of prose → paragraphs: a full line runs on unless the next is indented or begins anew."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from lint.readers.pdf.lines import Line, glue

_INDENT: Final = 0.8  # of the size: less is no indent
_SLACK: Final = 0.6  # of the size by which a full line may fall short of what it could hold
_ENOUGH: Final = 3  # lines that end at one place before it counts as the margin
_MANY: Final = 6  # lines, where that is far from where the other margin lets expect it
_WIDER: Final = 1.6  # times the usual distance of lines: a blank line stands between
_RESIZED: Final = 0.12  # of the size
_MOVED: Final = 6.0  # points: the margins of left and right pages differ by less if they are the same
_HANGING: Final = "，。、；：！？"  # may stand beyond the margin
_LEAST_SIGN, _WIDEST_SIGN = 0.3, 1.2  # of the size
_LEADER: Final = re.compile(r"[.…·．]{6}\s*\d{1,4}\Z")  # an entry in a table of contents
_LEADER_END: Final = 20  # characters: where it is looked for
_END: Final = re.compile(r"[。！？.!?][”’」』）)]*\Z")
_ORDINAL: Final = re.compile(
    r"[（(]?[一二三四五六七八九十]{1,3}\s*[）)、．]|[（(]?\d{1,2}\s*[）)、．]|第[一二三四五六七八九十百]+[条章节]"
)


class Placed(NamedTuple):
    """A line and the page it stands on (0-based)."""

    line: Line
    page: int


class Column(NamedTuple):
    """Where the lines of prose begin and end, and how far apart they stand, in points."""

    left: float
    right: float
    pitch: float
    size: float


def column(lines: Sequence[Line], width: float) -> Column:
    """Return the margins of the prose on pages `width` points wide."""
    if not lines:
        return Column(0, width, 0, 0)
    starts = Counter(round(line.x0) for line in lines)
    size = Counter(round(line.size) for line in lines).most_common(1)[0][0]
    usual = [start for start, times in starts.items() if times > 1] or list(starts)
    left = min(usual)
    ends = Counter(round(line.x1) for line in lines)
    near = {end: sum(ends[other] for other in range(end - 2, end + 3)) for end in ends}
    # A few short lines may end alike by chance, as in a list.
    margins = [end for end, times in near.items() if times >= (_ENOUGH if end > width - left - 3 * size else _MANY)]
    right = max(margins, default=width - left)
    if margins and all(line.text[-1] in _HANGING for line in lines if line.x1 > right - _LEAST_SIGN * size):
        right = max((end for end in margins if _LEAST_SIGN * size < right - end <= _WIDEST_SIGN * size), default=right)
    steps = Counter(round(after.base - before.base) for before, after in pairwise(lines))
    pitch = next((step for step, _ in steps.most_common() if step > size), 2 * size)
    return Column(left, right, pitch, size)


def facing_columns(odd: Sequence[Line], even: Sequence[Line], width: float) -> tuple[Column, Column]:
    """Return the margins of odd and of even pages: one and the same unless they are moved, for binding."""
    first, second = column(odd, width), column(even, width)
    moved = first.left - second.left
    if odd and even and abs(moved) > _MOVED and abs(moved - first.right + second.right) <= _MOVED:
        return first, second
    both = column([*odd, *even], width)
    return both, both


def paragraphs(lines: Sequence[Placed], columns: Sequence[Column]) -> list[tuple[str, int]]:
    """Return the text of each paragraph and the number of its lines; `columns` is the column of each page."""
    made: list[list[Placed]] = []
    for placed in lines:
        if made and _carries_on(made[-1], placed, columns):
            made[-1].append(placed)
        else:
            made.append([placed])
    return [(_text(paragraph), len(paragraph)) for paragraph in made]


def _text(paragraph: Sequence[Placed]) -> str:
    text = ""
    for line, _ in paragraph:
        text += glue(text, line.text) * bool(text) + line.text
    return text


def _carries_on(paragraph: Sequence[Placed], after: Placed, columns: Sequence[Column]) -> bool:
    line, page = paragraph[-1]
    own, next_own = columns[page], columns[after.page]
    if _is_resized(line.size, after.line.size) and _is_resized(line.ends[1], after.line.ends[0]):
        return False
    if _LEADER.search(line.text[-_LEADER_END:]):
        return False
    if page == after.page and after.line.base - line.base > _WIDER * max(own.pitch, 1.2 * line.size):
        return False
    if _is_even(line, own) and _is_even(after.line, next_own):
        return _is_full(line, after.line, own) and not _begins_anew(line, after.line, own, next_own)
    if line.x1 + after.line.first + _SLACK * line.size <= own.right:
        return False
    if after.line.x0 - next_own.left > _INDENT * line.size and not _continues_block(paragraph, after, columns):
        return False
    return not (_END.search(line.text) and _ORDINAL.match(after.line.text))


def _is_resized(size: float, after: float) -> bool:
    return abs(size - after) > _RESIZED * size


def _is_even(line: Line, own: Column) -> bool:
    """Tell whether a line stands as far from the left margin as from the right one: centred, or full."""
    return abs((line.x0 - own.left) - (own.right - line.x1)) <= line.size


def _is_full(line: Line, after: Line, own: Column) -> bool:
    return line.x1 - line.x0 + after.first + _SLACK * line.size > own.right - own.left


def _begins_anew(line: Line, after: Line, own: Column, next_own: Column) -> bool:
    """Tell whether what follows a full line is a heading; a centred line carries on only what is centred or a title."""
    if after.x0 - next_own.left <= _INDENT * line.size:
        return bool(_END.search(line.text) and _ORDINAL.match(after.text))
    centred, large = line.x0 - own.left > _INDENT * line.size, line.size > (1 + _RESIZED) * own.size
    return bool(_END.search(line.text)) or not (centred or large)


def _continues_block(paragraph: Sequence[Placed], after: Placed, columns: Sequence[Column]) -> bool:
    """Tell whether an indented line carries on a paragraph that is indented as a whole."""
    line, page = paragraph[-1]
    indent, next_indent = line.x0 - columns[page].left, after.line.x0 - columns[after.page].left
    if abs(next_indent - indent) > _INDENT * line.size:
        return False
    return len(paragraph) > 1 or not (_END.search(line.text) or _ORDINAL.match(after.line.text))
