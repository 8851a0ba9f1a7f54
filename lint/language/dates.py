"""Dates in Chinese text, in every manner seen: found in a text of equal widths and no blanks, quoted from the original.

A date keeps what stands there, also when it cannot be; `fault` tells what is wrong with it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Literal, NamedTuple

Fault = Literal["", "year", "month", "day", "sign"]

_SAME_WIDTH = str.maketrans(
    {
        **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
        **dict.fromkeys("—–―－‐‑‒−﹣─ー", "-"),
        **dict.fromkeys("～〜∼˜﹏", "~"),
        **dict.fromkeys("．﹒·", "."),
        **dict.fromkeys("，﹐､", ","),
        **dict.fromkeys("：∶﹕︰", ":"),
        **dict.fromkeys("〔【［[", "("),
        **dict.fromkeys("〕】］]", ")"),
        **dict.fromkeys("⁄∕", "/"),
        "｡": "。",
        **dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\xad", " "),
    }
)
_BLANKS = re.compile(r"\s+")

_DIGITS = {sign: str(value) for value, sign in enumerate("零一二三四五六七八九")} | dict.fromkeys("〇○OoО", "0")

YEAR = r"(?:\d[\dOo〇○]{0,8}|\d \d \d \d|[一二][〇零○OoО0一二三四五六七八九]{1,7})"
_NUMBER = r"(?:\d \d(?!\d)|\d{1,3}|[一二三四五六七八九十廿元正]{1,3})"
_DATE = re.compile(
    # 2017年1月1日, 1月1日, 2017年1月, 12月31(止), and the first half of 2017年1-12月
    rf"(?<![\d.])(?:(?P<y>{YEAR})年{{1,2}}度?)?(?:(?<=[年度])|(?<![\d.]))(?P<m>{_NUMBER})"
    rf"(?:月份?(?:(?P<d>{_NUMBER})[日号]|(?P<bare>\d{{1,2}})(?=[起始止至到截期,、。;.)~-]|$))?|(?=[至到~-]\d{{1,2}}月))"
    # 2017.1.1, 2017-01-01, 2017/1/1
    r"|(?<![\d./])(?P<Y>\d{4,8})(?P<dot>[./-])(?P<M>\d{1,3})(?P=dot)(?P<D>\d{1,3})日?(?!\d)"
)


class Date(NamedTuple):
    """A date as written: parts that are not given are None; `start` and `end` are offsets into the original text."""

    year: int | None
    month: int
    day: int | None
    fault: Fault = ""
    text: str = ""
    start: int = 0
    end: int = 0


class Mark(NamedTuple):
    """A date and its place in the plain text of a reading; `dotted`: written with dots, dashes or slashes."""

    date: Date
    start: int
    end: int
    dotted: bool


class Reading(NamedTuple):
    """A text as dates are read in it (`plain`), with the way back to the original."""

    original: str
    plain: str
    cuts: tuple[tuple[int, int], ...] = ()  # (position in `plain` from which on, this many characters were dropped)

    def offset(self, position: int) -> int:
        """Return the offset in the original of a position in `plain`."""
        index = bisect_right(self.cuts, position, key=lambda cut: cut[0])
        return position + (self.cuts[index - 1][1] if index else 0)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the original offsets of a stretch of `plain`."""
        return self.offset(start), (self.offset(end - 1) + 1 if end > start else self.offset(start))

    def quote(self, start: int, end: int) -> str:
        """Return the original wording of a stretch of `plain`, in one line."""
        first, last = self.span(start, end)
        return " ".join(self.original[first:last].split())


def reading(text: str) -> Reading:
    """Return `text` in half width and without blanks, apart from one between two digits. Linear in its length."""
    same = text.translate(_SAME_WIDTH)
    pieces: list[str] = []
    cuts: list[tuple[int, int]] = []
    last = length = dropped = 0
    for match in _BLANKS.finditer(same):
        start, end = match.span()
        # Between two digits one blank stays, lest "附件1 2017年" become the year 12017.
        between = "0" <= same[start - 1 : start] <= "9" and "0" <= same[end : end + 1] <= "9"
        pieces.append(same[last:start] + (" " if between else ""))
        length += start - last + between
        dropped += end - start - between
        cuts.append((length, dropped))
        last = end
    if not cuts:
        return Reading(text, same)
    pieces.append(same[last:])
    return Reading(text, "".join(pieces), tuple(cuts))


def _value(figure: str, *, year: bool = False) -> int:
    if year or figure.replace(" ", "").isdigit():
        digits = "".join(_DIGITS.get(sign, sign) for sign in figure if sign != " ")
        return int(digits) if digits.isdigit() else 0
    if figure in ("元", "正"):
        return 1
    tens, found, ones = figure.replace("廿", "二十").partition("十")
    digit = int("".join(_DIGITS.get(sign, "") for sign in (ones if found else tens)) or 0)
    return digit + (10 * int(_DIGITS.get(tens, "1")) if found else 0)


def _days(year: int | None, month: int) -> int:
    """Return how many days a month has; a February without a year may have 29."""
    leap = year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    return (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def _fault(year: int | None, month: int, day: int | None, *, signed: bool) -> Fault:
    if year is not None and not 1900 <= year <= 2099:
        return "year"
    if not 1 <= month <= 12:
        return "month"
    # A date without its year may belong to a leap year.
    if day is not None and not 1 <= day <= _days(year, month):
        return "day"
    return "" if signed else "sign"


def marks(source: Reading, start: int = 0, end: int | None = None) -> list[Mark]:
    """Return every date in a stretch of a reading, also those that cannot be, in order."""
    stop = len(source.plain) if end is None else end
    return [_mark(match, source) for match in _DATE.finditer(source.plain, start, stop)]


def _mark(match: re.Match[str], source: Reading) -> Mark:
    dotted = match["Y"] is not None
    raw = match["Y"] or match["y"]
    year = _value(raw, year=True) if raw else None
    if raw and len(raw) == 2 and year is not None and year < 100:
        year += 2000
    written = match["D"] or match["d"] or match["bare"]
    day = _value(written) if written else None
    month = _value(match["M"] or match["m"])
    fault = _fault(year, month, day, signed=match["bare"] is None)
    text = source.quote(*match.span())
    return Mark(Date(year, month, day, fault, text, *source.span(*match.span())), match.start(), match.end(), dotted)


def dates(text: str) -> tuple[Date, ...]:
    """Return every date of a short text (a title, a signature), also those that cannot be, in order."""
    return tuple(mark.date for mark in marks(reading(text)))


# Only what no reading can rescue: other numbers before 年 and 月 are lists, labels or quantities run together.
_IMPOSSIBLE = re.compile(
    r"(?<![\d.图表件第号)-])(?P<year>20\d{3,5})年(?=\d{1,2}月|度)"
    r"|(?<![\d.])(?:(?P<y>(?:19|20)\d\d)年)?(?<![\d.])(?<!\d )(?P<m>\d{1,2}|[一二三四五六七八九十]{1,2})月"
    r"(?P<d>\d{1,2}|[一二三四五六七八九十]{1,3})(?:日|号(?![文令楼函公通]))"
    r"|(?<![\d.])(?:19|20)\d\d年(?P<month>\d\d)月(?!\d)"
)


_PERHAPS = re.compile(r"月|\d{5}\s*年")
_DAMAGED = r"(?<![\d.])(?:19|20)\d{2}(?:\d{2,4}日|\d{1,2}月(?:\d{1,2}日)?)"

_PERHAPS_DAMAGED = re.compile(r"\d{5}\s*[月日]")


def damaged_dates(text: str) -> tuple[str, ...]:
    """Return the dates in prose that have lost 年 or 月, as in 201711日 and 20171月1日, as they stand there."""
    if not _PERHAPS_DAMAGED.search(text):
        return ()
    source = reading(text)
    return tuple(source.quote(*match.span()) for match in re.finditer(_DAMAGED, source.plain))


def impossible_dates(text: str) -> Iterator[Date]:
    """Yield the dates in prose that cannot be (month 13, 2月30日, 201717年), passing over all that may be none."""
    if not _PERHAPS.search(text):
        return
    source = reading(text)
    for match in _IMPOSSIBLE.finditer(source.plain):
        span = source.span(*match.span())
        quote = source.quote(*match.span())
        if match["year"]:
            yield Date(int(match["year"]), 0, None, "year", quote, *span)
            continue
        year = int(match["y"]) if match["y"] else None
        month = _value(match["month"] or match["m"])
        day = _value(match["d"]) if match["d"] else None
        fault = _fault(year, month, day, signed=True)
        worded = not (match["month"] or match["m"]).isdigit()
        if fault and not (fault == "month" and worded):  # 二三月 is two months
            yield Date(year, month, day, fault, quote, *span)
