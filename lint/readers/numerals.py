"""A number in one of Word's number formats (ST_NumberFormat, ECMA-376 part 1, 17.18.59) → its text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_PLACES: Final = ("", "十", "百", "千")
_LEGAL_PLACES: Final = ("", "拾", "佰", "仟")
_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES: Final = "子丑寅卯辰巳午未申酉戌亥"
_SILENT: Final = frozenset({"none", "bullet"})
_MOST: Final = 9_999  # the counting systems below are written out up to here


def numeral(number: int, style: str) -> str:
    """Return `number` as Word shows it in the format `style`; formats unknown here are shown as decimal."""
    if style in _SILENT:
        return ""
    convert = _FORMATS.get(style)
    if convert is None or number < 0:
        return str(number)
    return convert(number) or str(number)


def _decimal(number: int) -> str:
    return str(number)


def _roman(number: int) -> str:
    if not 0 < number <= _MOST:
        return ""
    text = ""
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        text += sign * times
    return text


def _letter(number: int) -> str:
    """Word repeats the letter after z: aa, bb, cc."""
    return _LETTERS[(number - 1) % 26] * ((number - 1) // 26 + 1) if 0 < number <= 780 else ""


def _upper(convert: Callable[[int], str]) -> Callable[[int], str]:
    return lambda number: convert(number).upper()


def _from(signs: str) -> Callable[[int], str]:
    """Return a format of single signs, the first for 1, that has no more than these."""
    return lambda number: signs[number - 1] if 0 < number <= len(signs) else ""


def _digits(signs: str) -> Callable[[int], str]:
    """Return a positional format with these signs for 0 to 9."""
    return lambda number: "".join(signs[int(digit)] for digit in str(number))


def _counting(
    digits: str, places: tuple[str, ...], *, ten: bool, one_before: bool = True, most: int = _MOST
) -> Callable[[int], str]:
    """Return a counting format: `ten` writes 十一 rather than 一十一; `one_before` keeps 一 before 百 and 千."""

    def convert(number: int) -> str:
        if number == 0:
            return digits[0]
        if number > most:
            return _digits(digits)(number)
        text, gap = "", False
        for power in range(3, -1, -1):
            digit = number // 10**power % 10
            if digit == 0:
                gap = bool(text)
                continue
            text += (digits[0] if gap and one_before else "") + _written(digit, power, text)
            gap = False
        return text

    def _written(digit: int, power: int, before: str) -> str:
        bare = digit == 1 and power > 0 and ((ten and power == 1 and not before) or not one_before)
        return ("" if bare else digits[digit]) + places[power]

    return convert


def _ordinal(number: int) -> str:
    if number % 100 in {11, 12, 13}:
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def _sexagenary(number: int) -> str:
    return _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12] if 0 < number <= 60 else ""


_CHINESE: Final = "〇一二三四五六七八九"
_COUNTING: Final = _counting("○一二三四五六七八九", _PLACES, ten=True, most=99)
_THOUSAND: Final = _counting("零一二三四五六七八九", _PLACES, ten=True)
_CIRCLED: Final = _from("".join(map(chr, [*range(0x2460, 0x2474), *range(0x3251, 0x3260), *range(0x32B1, 0x32C0)])))
_FULL_WIDTH: Final = _digits("０１２３４５６７８９")

_FORMATS: Final[dict[str, Callable[[int], str]]] = {
    "decimal": _decimal,
    "decimalHalfWidth": _decimal,
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": _FULL_WIDTH,
    "decimalFullWidth2": _FULL_WIDTH,
    "decimalEnclosedCircle": _CIRCLED,
    "decimalEnclosedCircleChinese": _CIRCLED,
    "decimalEnclosedParen": _from("".join(map(chr, range(0x2474, 0x2488)))),
    "decimalEnclosedFullstop": _from("".join(map(chr, range(0x2488, 0x249C)))),
    "numberInDash": lambda number: f"- {number} -",
    "lowerRoman": _roman,
    "upperRoman": _upper(_roman),
    "lowerLetter": _letter,
    "upperLetter": _upper(_letter),
    "ordinal": _ordinal,
    "hex": lambda number: f"{number:X}",
    "chineseCounting": _COUNTING,
    "taiwaneseCounting": _COUNTING,
    "chineseCountingThousand": _THOUSAND,
    "taiwaneseCountingThousand": _THOUSAND,
    "japaneseCounting": _counting("〇一二三四五六七八九", _PLACES, ten=True, one_before=False),
    "chineseLegalSimplified": _counting("零壹贰叁肆伍陆柒捌玖", _LEGAL_PLACES, ten=False),
    "ideographLegalTraditional": _counting("零壹貳參肆伍陸柒捌玖", _LEGAL_PLACES, ten=False),
    "japaneseLegal": _counting("〇壱弐参四伍六七八九", ("", "拾", "百", "阡"), ten=False),
    "ideographDigital": _digits(_CHINESE),
    "japaneseDigitalTenThousand": _digits(_CHINESE),
    "taiwaneseDigital": _digits("○一二三四五六七八九"),
    "koreanDigital": _digits("영일이삼사오육칠팔구"),
    "koreanDigital2": _digits("零一二三四五六七八九"),
    "koreanCounting": _counting("영일이삼사오육칠팔구", ("", "십", "백", "천"), ten=True, one_before=False),
    "ideographTraditional": _from(_STEMS),
    "ideographZodiac": _from(_BRANCHES),
    "ideographZodiacTraditional": _sexagenary,
    "ideographEnclosedCircle": _from("".join(map(chr, range(0x3280, 0x328A)))),
}
