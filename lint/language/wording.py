"""Wording as it is compared: blanks, widths, brackets, quotes and list numbers set aside, nothing else.

Two labels are the same wording when `fold` of both is equal: half-width brackets, 1、 for 1. and blanks inside a label
do not alter a form.
"""

from __future__ import annotations

import re

_BLANKS = "\t\n\v\f\r \x1c\x1d\x1e\x1f\x85\xa0\xad\u1680\u180e\u2028\u2029\u202f\u205f\u2060\u3000\ufeff" + "".join(
    map(chr, [*range(0x2000, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
)
_QUOTES = "\"'`´“”„‟‘’‚‛«»「」『』〝〞〟＂＇"
_SAME = {
    **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    **dict.fromkeys("〔【［[｛{〖﹝﹙", "("),
    **dict.fromkeys("〕】］]｝}〗﹞﹚", ")"),
    **dict.fromkeys("．。·•・﹒｡", "."),
    **dict.fromkeys("，﹐､", ","),
    **dict.fromkeys("：∶﹕︰", ":"),
    **dict.fromkeys("；﹔", ";"),
    **dict.fromkeys("—–―－‐‑‒−﹣ー─", "-"),
    **dict.fromkeys("～〜∼˜", "~"),
    **dict.fromkeys(_BLANKS, ""),
    **dict.fromkeys(_QUOTES, ""),
}
_FOLD = str.maketrans(_SAME)
_MARKS = "()、,.;:-~/"
_BARE = str.maketrans(
    {**dict.fromkeys(_MARKS, ""), **{sign: "" if plain in _MARKS else plain for sign, plain in _SAME.items()}}
)
_NO_BLANKS = str.maketrans(dict.fromkeys(_BLANKS, ""))

CHINESE_DIGITS = "〇零一二三四五六七八九十百"
# Sets of Chinese characters are slow to compile, which is felt at every start: one numeral stands for all of them here.
_PROBE = str.maketrans({**dict.fromkeys(CHINESE_DIGITS, "一"), "、": ","})
_NUMBER = re.compile(r"(\(|第|)(一{1,4}|\d{1,2})(\)[.,:]?|(?:部分|章)[.,:]*|[.,:]+)")


def compact(text: str) -> str:
    """Return `text` without blanks of any width."""
    return text.translate(_NO_BLANKS)


def fold(text: str) -> str:
    """Return `text` without blanks and quotes, in half-width forms: equal for wordings that differ only in style."""
    return text.translate(_FOLD)


def bare(text: str) -> str:
    """Return the folded text without any punctuation, for headings."""
    return text.translate(_BARE)


def split_number(folded: str) -> tuple[str, str]:
    """Split a folded label into its list number ("" if none) and its wording: "1.规章" → ("1.", "规章")."""
    if folded and "①" <= folded[0] <= "⑳":
        return folded[0], folded[1:]
    match = _NUMBER.match(folded[:16].translate(_PROBE))
    if match is None or match.end() == len(folded) or not _is_number(match, folded[match.end()]):
        return "", folded
    return folded[: match.end()], folded[match.end() :]


def _is_number(match: re.Match[str], following: str) -> bool:
    """Tell a list number from a figure: （一）, 第一部分, 一、, 1. and 1) are numbers, the 1. of 1.5 is none."""
    lead, figure, tail = match.groups()
    if lead:
        return (tail[0] == ")") if lead == "(" else tail[0] in "部章"
    if tail[0] == ")":
        return figure.isdigit()
    return tail[0] not in "部章" and not (figure.isdigit() and tail[-1] == "." and following.isdigit())


_UNITS = {"十": 10, "百": 100}


def numeral_value(text: str) -> int | None:
    """Return the value of a Chinese or Arabic list number inside `text` ("（十一）" → 11), None if there is none."""
    if text and "①" <= text[0] <= "⑳":
        return ord(text[0]) - 0x245F
    figure = ""
    for sign in fold(text):
        if (sign.isdigit() and (not figure or figure[-1].isdigit())) or (
            sign in CHINESE_DIGITS and (not figure or not figure[-1].isdigit())
        ):
            figure += sign
        elif figure:
            break
    if not figure:
        return None
    if figure.isdigit():
        return int(figure[:9])
    total, digit = 0, 0
    for sign in figure:
        if sign in _UNITS:
            total, digit = total + (digit or 1) * _UNITS[sign], 0
        else:
            digit = digit * 10 + max("零一二三四五六七八九".find(sign), 0)
    return total + digit
