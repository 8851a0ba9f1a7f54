"""Figures as they are written in a table cell: read exactly, with a remark on how they are written."""

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from lint.language.wording import compact, fold

if TYPE_CHECKING:
    from decimal import Decimal

    Number = int | Decimal

_LONGEST = 15  # digits; what is longer is no figure of such a report
_FIGURE = re.compile(r"[+-]?\d+(?:\.\d+)?")
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")


class Figure(NamedTuple):
    """A cell's content. `number` only if `state` is "number"; `styled`: full-width, grouped, padded or blank inside."""

    state: Literal["number", "blank", "words"]
    number: "Number | None" = None
    styled: bool = False


# What an unfilled content control shows.
_PROMPTS = (
    "单击此处输入",
    "点击此处输入",
    "单击或点击此处输入",
    "单击或点按此处输入",
    "Clickhereto",
    "Clickortaphereto",
)
_BLANK = Figure("blank")
_WORDS = Figure("words")


def read_figure(text: str) -> Figure:
    """Read one cell. Dashes, units and words are "words"; 0.00 is the number 0, oddly written."""
    plain = text.strip()
    if plain.isascii() and plain.isdigit() and len(plain) <= _LONGEST:
        return Figure("number", int(plain), styled=len(plain) > 1 and plain[0] == "0")
    folded = fold(text)
    if not folded or folded.startswith(_PROMPTS):
        return _BLANK
    if len(folded) > 2 * _LONGEST:
        return _WORDS
    if _GROUPED.fullmatch(folded):
        return Figure("number", _number(folded.replace(",", "")), styled=True)
    if not _FIGURE.fullmatch(folded):
        return _WORDS
    digits = folded.lstrip("+-")
    padded = len(digits) > 1 and digits[0] == "0" and digits[1] != "."
    whole_with_decimals = "." in digits and not digits.partition(".")[2].strip("0")
    styled = plain != folded or compact(plain) != plain or padded or folded[0] == "+" or whole_with_decimals
    return Figure("number", _number(folded), styled)


def _number(text: str) -> "Number":
    """Return a figure exactly; whole numbers need no decimals, which cost 5 ms to import."""
    whole, _, decimals = text.partition(".")
    if not decimals.strip("0"):
        return int(whole)
    from decimal import Decimal  # noqa: PLC0415 - see above

    return Decimal(text)
