"""Lines broken at a width, not by their writer → whole paragraphs; Chinese is joined without a blank."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from lint.readers.text.textgrid import Piece

_ENDED: Final = "。！？!?"
_CLOSED: Final = "。！？!?；;：:…”』」）)"
_WIDEST: Final = 120  # columns; a file with longer lines was not wrapped by an editor
_FEWEST: Final = 3  # lines of nearly that width, from which a file was wrapped
_SLACK: Final = 6  # columns a wrapped line may stay short: a wide sign and punctuation that begins no line
_COLUMNS: Final = ("   ", "\t", "|")  # what stands between columns, not in prose
_FEW: Final = 4  # times as many lines of nearly the width as wider ones
_SET_IN: Final = 2  # columns by which a line that begins a paragraph stands further right
_LIST: Final = re.compile(r"\s*(?:[（(第]?[一二三四五六七八九十百\d]{1,4}(?:[、）)]|\.(?!\d)|部分|章)|[①-⑳])")
_NEARLY: Final = 0.8
_LONG: Final = 72  # columns from which an unfinished line goes on in the next


class Wrapping(NamedTuple):
    """The width in columns at which a file's lines were broken, 0 if they were not.

    `first` is the number of the first line, a title that never goes on; the lines `left_out` part nothing.
    """

    width: int = 0
    first: int = 0
    left_out: frozenset[int] = frozenset()

    def goes_on(self, line: str) -> bool:
        """Tell whether the paragraph of a line goes on in the line right below."""
        columns, last = columns_of(line), line.rstrip()[-1:]
        return self.is_full(line) or (columns >= _LONG and last not in _CLOSED)

    def follows(self, line: int, last: int) -> bool:
        """Tell whether no blank line stands between two lines."""
        return all(between in self.left_out for between in range(last + 1, line))

    def is_full(self, line: str) -> bool:
        """Tell whether a line was broken where the width of the file ends."""
        return self.width > 0 and _filled(line) >= self.width - _SLACK and line.rstrip()[-1:] not in _ENDED


def wrapping(lines: Iterable[str]) -> Wrapping:
    """Return how the lines of a file were wrapped; many of nearly the greatest width tell it, rows of tables aside."""
    widths = sorted(_filled(line) for line in lines if not any(sign in line.strip() for sign in _COLUMNS))
    for rank in range(len(widths) - 1, -1, -1):
        width, wider = widths[rank], len(widths) - 1 - rank
        near = rank + 1 - bisect_left(widths, width - _SLACK)
        if width < _LONG // 2:
            break
        if width <= _WIDEST and near >= max(_FEWEST, wider * _FEW):
            return Wrapping(width)
    return Wrapping()


def spaced_out(pieces: Sequence[Piece], wrapping: Wrapping) -> frozenset[int]:
    """Return the numbers of the blank lines behind full lines, if nearly every full line has one: they part nothing."""
    full = [rank for rank, piece in enumerate(pieces[:-1]) if wrapping.is_full(piece.text)]
    blank = frozenset(pieces[rank + 1].line for rank in full if not pieces[rank + 1].text.strip())
    return blank if len(blank) > _NEARLY * len(full) else frozenset()


def unwrapped(pieces: Sequence[Piece], wrapping: Wrapping) -> Iterator[Piece]:
    """Yield the paragraphs of a plain text: a full line goes on in the next, unless that is set in or numbered."""
    held: list[str] = []
    first = last = 0
    for piece in pieces:
        text = piece.text
        begins = bool(held) and (_set_in(text) >= _set_in(held[-1]) + _SET_IN or bool(_LIST.match(text)))
        if held and (
            begins or not wrapping.follows(piece.line, last) or not wrapping.is_full(held[-1]) or last == wrapping.first
        ):
            yield Piece(joined(held), first)
            held = []
        first = first if held else piece.line
        last = piece.line
        held.append(text)
    if held:
        yield Piece(joined(held), first)


def _filled(line: str) -> int:
    """Return how much of a line is filled: what programs put between figures and Chinese is not counted."""
    return columns_of("".join(line.split()))


def _set_in(text: str) -> int:
    return columns_of(text[: len(text) - len(text.lstrip())])


def columns_of(text: str) -> int:
    """Return how many columns of a terminal a text takes, where all but ASCII takes two."""
    return 2 * len(text) - len(text.encode("ascii", "ignore"))


def joined(lines: Sequence[str]) -> str:
    """Return lines as one text: a blank between western words, none beside Chinese; blank lines part paragraphs."""
    text = ""
    for line in lines:
        piece = line.strip()
        if not piece:
            text += "" if text.endswith("\n") or not text else "\n"
            continue
        between = " " if text and _western(text[-1]) and _western(piece[0]) else ""
        text += between + piece
    return text.rstrip("\n")


def _western(sign: str) -> bool:
    return sign.isascii() and not sign.isspace()
