"""Ordered lists → the numbers that a browser shows in front of their items."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lint.readers.numerals import numeral

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_STYLE: Final = re.compile(r"(?<![-\w])list-style(?:-type)?\s*:\s*(?:(?:inside|outside)\s+)?([\w-]+)", re.IGNORECASE)
_TYPES: Final = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_FORMATS: Final = {  # CSS Counter Styles 3 → the same format in Word, and what stands behind the number
    "decimal": ("decimal", "."),
    "decimal-leading-zero": ("decimalZero", "."),
    "lower-alpha": ("lowerLetter", "."),
    "lower-latin": ("lowerLetter", "."),
    "upper-alpha": ("upperLetter", "."),
    "upper-latin": ("upperLetter", "."),
    "lower-roman": ("lowerRoman", "."),
    "upper-roman": ("upperRoman", "."),
    "cjk-decimal": ("ideographDigital", "、"),
    "cjk-ideographic": ("chineseCountingThousand", "、"),
    "simp-chinese-informal": ("chineseCountingThousand", "、"),
    "trad-chinese-informal": ("chineseCountingThousand", "、"),
    "japanese-informal": ("japaneseCounting", "、"),
    "simp-chinese-formal": ("chineseLegalSimplified", "、"),
    "trad-chinese-formal": ("ideographLegalTraditional", "、"),
    "cjk-heavenly-stem": ("ideographTraditional", "、"),
    "cjk-earthly-branch": ("ideographZodiac", "、"),
}
_MOST: Final = 9_999


class Counter:
    """Counts the items of one list."""

    __slots__ = ("_number", "_step", "_style")

    def __init__(self, element: Element) -> None:
        numbered = element.tag == "ol"
        self._style = _style(element) or ("decimal" if numbered else "")
        self._step = -1 if numbered and element.get("reversed") is not None else 1
        first = sum(1 for _ in element.iterchildren("li")) if self._step < 0 else 1
        self._number = _integer(element.get("start"), first) - self._step

    def label(self, item: Element) -> str:
        """Return what stands in front of the next item, "" for a bullet or nothing."""
        self._number = _integer(item.get("value"), self._number + self._step)
        style, behind = _FORMATS.get(_style(item) or self._style, ("", ""))
        return f"{numeral(self._number, style)}{behind}" if style else ""


def _style(element: Element) -> str:
    match = _STYLE.search(element.get("style") or "")
    return match.group(1).lower() if match else _TYPES.get(element.get("type") or "", "")


def _integer(text: str | None, otherwise: int) -> int:
    text = (text or "").strip()
    digits = text.removeprefix("-")
    good = digits.isascii() and digits.isdecimal() and len(digits) <= 4
    return max(min(int(text) if good else otherwise, _MOST), -_MOST)
