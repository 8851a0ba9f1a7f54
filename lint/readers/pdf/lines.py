"""Glyphs → lines of text: sorted by base line, blanks told from the gaps, characters drawn twice taken once."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from lint.readers.pdf.pages import RISE, Glyph

_SAME_LINE: Final = 0.4  # of the size: base lines closer than that are one line
_TWICE: Final = 0.12  # of the size: bold is faked by drawing a character again that much further
_ABREAST: Final = 0.1  # of the size: characters of one column stand no farther apart sideways, or along it
_BESIDE: Final = 1.15  # of the size: from one column to the next
_WORD_GAP: Final = 0.2  # of the size: a gap between Latin words
_REAL_GAP: Final = 0.12  # of the size: a blank that was typed leaves at least that much
_PADDING: Final = 12.0  # points left and right of the text of a cell, at most, together
_FULL_WIDTH: Final = 0x2E80  # from here on a character takes the whole size and needs no blank beside it

# Radicals that stand for the character itself in what some producers write; Unicode does not say they are the same.
_RADICALS: Final = dict(
    zip(
        "⺁⺈⺊⺎⺕⺗⺝⺟⺠⺩⺫⺮⺶⺷⺻⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳⻅⻏⻖⻗⻑⻐",
        "厂刀卜兀彐心月母民王目竹羊羊聿虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟见阝阝雨長钅",
        strict=True,
    )
)


class Line(NamedTuple):
    """A line of text: where it begins and ends, its base line and size, and how wide what cannot be broken off is.

    `first` is the width of its first word: had the line above had so much room, it would stand there. `size` is that of
    most of its characters, `ends` are those of the first and the last.
    """

    text: str
    x0: float
    x1: float
    base: float
    size: float
    first: float
    ends: tuple[float, float]

    @property
    def middle(self) -> float:
        """Return the height at which the line stands."""
        return self.base - RISE * self.size


def lines(glyphs: Iterable[Glyph], *, spaced: bool = True) -> list[Line]:
    """Return the lines from top to bottom; `spaced` if a wide gap between Chinese characters is a blank."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: (glyph.base, glyph.x0)):
        near = _SAME_LINE * max(glyph.size, rows[-1][0].size) if rows else 0
        if rows and glyph.base - rows[-1][0].base <= near:
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    found = (_line(sorted(row, key=lambda glyph: glyph.x0), spaced=spaced) for row in rows)
    return [line for line in found if line is not None]


def cell_lines(glyphs: Sequence[Glyph]) -> list[Line]:
    """Return the lines of a cell: text turned as a whole is read along its own lines, vertical writing sign by sign."""
    if len({glyph.turn for glyph in glyphs}) > 1:
        glyphs = [_upright(glyph) for glyph in glyphs]
    columns = _columns([glyph for glyph in glyphs if not glyph.char.isspace()])
    if columns is not None:
        return [line for column in columns for glyph in column for line in lines([glyph])]
    return lines(glyphs, spaced=False)


def join(found: Sequence[Line], room: float) -> str:
    """Return the text of a cell `room` points wide: lines run on, two figures apart where one line would hold both."""
    text = ""
    before: Line | None = None
    for line in found:
        if before is not None:
            text += _between(before, line, room)
        text += line.text
        before = line
    return text


def runs_on(line: Line, first: float, room: float) -> bool:
    """Tell whether a cell's line is full: a word of `first` points would not have had room behind it."""
    return line.x1 - line.x0 + first + _PADDING > room


def is_wide(char: str) -> bool:
    """Tell a Chinese character or full-width sign, which needs no blank beside it."""
    return ord(char) >= _FULL_WIDTH or char in "“”‘’—…·"


def plain(char: str) -> str:
    """Return the usual character for a radical or a compatibility form some producers write in its place."""
    if char < "\u2e80":
        return "-" if char in "\u00ad\u2010\u2011" else " " if char == "\u00a0" else char
    if char in _RADICALS:
        return _RADICALS[char]
    if "\u2e80" <= char < "\u2fe0" or "\uf900" <= char < "\ufb10":
        return unicodedata.normalize("NFKC", char)
    return char


def glue(before: str, after: str) -> str:
    """Return what stands between two lines that run on: a blank between Latin words, nothing in Chinese."""
    letters = before[-1:].isascii() and after[:1].isascii() and (before[-1:].isalpha() or after[:1].isalpha())
    sign = before[-1:] in ",;:)" and after[:1].isascii()
    return " " if (letters and before[-1:] != "-" and before[-1:] != "(" and after[:1] not in ",.;:)") or sign else ""


def _between(before: Line, after: Line, room: float) -> str:
    if before.text[-1:].isdigit() and after.text[:1].isdigit() and not runs_on(before, after.first, room):
        return "\n"
    return glue(before.text, after.text)


def _columns(glyphs: Sequence[Glyph]) -> list[list[Glyph]] | None:
    """Return the columns of vertical writing, from right to left; None for other text.

    In either direction characters stand close to each other along their line, and farther from those of the next.
    """
    columns: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: (-glyph.x0, glyph.base)):
        if not is_wide(glyph.char):
            return None
        if columns and columns[-1][0].x0 - glyph.x0 < _ABREAST * glyph.size:
            columns[-1].append(glyph)
        elif not columns or columns[-1][0].x0 - glyph.x0 > _BESIDE * glyph.size:
            columns.append([glyph])
        else:
            return None
    if len(columns) < 2:  # a single one is read like any lines
        return None
    made = [sorted(column, key=lambda glyph: glyph.base) for column in columns]
    steps = [(after.base - before.base) / after.size for column in made for before, after in pairwise(column)]
    return made if steps and all(1 - _ABREAST < step < 1 + _ABREAST for step in steps) else None


def _upright(glyph: Glyph) -> Glyph:
    x, y = glyph.centre
    half = (glyph.x1 - glyph.x0) / 2
    return glyph._replace(x0=x - half, x1=x + half, base=y + RISE * glyph.size, turn=0)


def _line(row: list[Glyph], *, spaced: bool) -> Line | None:
    parts: list[str] = []
    last: Glyph | None = None
    first = 0.0
    blank = False
    for glyph in row:
        char = plain(glyph.char)
        if char.isspace():
            blank = True
            continue
        if last is not None:
            if glyph.char == last.char and abs(glyph.x0 - last.x0) <= _TWICE * glyph.size:
                continue
            gap = _gap(last, glyph, typed=blank, spaced=spaced)
            parts.append(gap)
            first = first or _first_word(row[0], last, glyph, gap)
        parts.append(char)
        last, blank = glyph, False
    if last is None:
        return None
    shown = [glyph for glyph in row if not glyph.char.isspace()]
    sizes = [round(glyph.size, 1) for glyph in shown]
    size = sizes[0] if sizes.count(sizes[0]) * 2 > len(sizes) else Counter(sizes).most_common(1)[0][0]
    x0, x1 = shown[0].x0, max(glyph.x1 for glyph in shown)
    return Line("".join(parts), x0, x1, shown[0].base, size, first or x1 - x0, (sizes[0], sizes[-1]))


def _first_word(begin: Glyph, last: Glyph, glyph: Glyph, gap: str) -> float:
    """Return the width of the first word if it ends before `glyph`, else 0; closing signs do not begin a line."""
    closing = unicodedata.category(glyph.char) in {"Pe", "Pf", "Po"} and not glyph.char.isascii()
    opening = unicodedata.category(last.char) in {"Ps", "Pi"}
    word = last.char.isascii() and glyph.char.isascii() and not gap
    return 0.0 if closing or opening or word else last.x1 - begin.x0


def _gap(before: Glyph, after: Glyph, *, typed: bool, spaced: bool) -> str:
    """Return the blank between two characters of a line, if there is one."""
    gap = (after.x0 - before.x1) / max(before.size, after.size)
    wide = is_wide(before.char), is_wide(after.char)
    if typed and gap >= _REAL_GAP:
        return " "
    if not any(wide):
        return " " if gap > _WORD_GAP else ""
    if spaced:
        return " " if gap > (1.0 if all(wide) else 0.6) else ""
    return ""
