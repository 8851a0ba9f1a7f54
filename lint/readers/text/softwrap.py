"""Lines broken at a width, not by their writer → whole paragraphs; Chinese is joined without a blank."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

_ENDED: Final = "。！？!?"
_CLOSED: Final = "。！？!?；;：:…”』」）)"
_WIDEST: Final = 120  # columns; a file with longer lines was not wrapped by an editor
_FEWEST: Final = 3  # lines of nearly that width, from which a file was wrapped
_SLACK: Final = 6  # columns a wrapped line may stay short: a wide sign and punctuation that begins no line
_LONG: Final = 72  # columns from which an unfinished line goes on in the next


class Wrapping(NamedTuple):
    """The width in columns at which a file's lines were broken, 0 if they were not."""

    width: int = 0

    def goes_on(self, line: str) -> bool:
        """Tell whether the paragraph of a line goes on in the line right below."""
        columns, last = columns_of(line), line.rstrip()[-1:]
        wrapped = self.width > 0 and columns >= self.width - _SLACK and last not in _ENDED
        return wrapped or (columns >= _LONG and last not in _CLOSED)


def wrapping(lines: Iterable[str]) -> Wrapping:
    """Return how the lines of a file were wrapped; many of nearly the greatest width tell it."""
    widths = [columns_of(line) for line in lines]
    width = max(widths, default=0)
    near = sum(columns >= width - _SLACK for columns in widths)
    return Wrapping(width if width <= _WIDEST and near >= _FEWEST and width >= _LONG // 2 else 0)


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
