"""Statements of the statistical period, found in a preamble or an overview.

Outside the preamble only a clause that speaks of the report's own figures is a statement: 截至12月31日 in running
text is none.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from lint.language.dates import YEAR, Date, Fault, Mark, Reading, marks, reading
from lint.language.statement import PeriodStatement

_SPAN = r"(?:起止)?(?:期限|时限|期间|周期|区间|时段|时间段?|起止时间|时间跨度|截止(?:时间|日期|日))"
_STRONG = (
    rf"统计(?:数据|信息)?的?{_SPAN}|(?:数据|信息)的?(?:统计)?的?{_SPAN}|核定时间|内容涵盖|时间跨度|起止时间"
    rf"|(?:报告|年报)的?(?:统计)?{_SPAN}"
)
_NOUN = re.compile(
    rf"{_STRONG}|(?:所列|所涉及?|列出|使用|采用)的?(?:各项)?(?:统计)?(?:数据|信息)|(?:报告|年报)(?:中|内)?的?(?:统计)?数据"
    r"|统计数据|期限|时限|周期|时间段|截止(?:时间|日期|日)"
)
# What may stand before the noun in a clause that speaks of the report's own figures.
_OWN_SIGNS = frozenset(
    "本该年度报告文中内所列出使采用涉及的数据信息统计各项有关相除特别说明外注编制以上述如无殊()一二三四五六七八九十、,:.0123456789"
)
_LONGEST = 2_000  # characters of a sentence; what goes on beyond states no period
_SENTENCE = re.compile(r"[^。;!?]+")
_BETWEEN = re.compile(r"(?:之日)?(?:开始|起|始)?(?P<join>,?(?:截?至|截止(?:至|到)?|直?到)|,?-{1,4}|~{1,3}|一{1,2})?")
_TAILS = ("为止", "止", "期间", "之间", "间")
_OTHER_MATTERS = (
    *("公示", "有效期", "征求意见", "整改", "报送", "办理期限", "答复期限", "公开期限", "任期", "实施期", "规划期"),
    *("建设期", "收取", "缴纳"),
)
_PERHAPS = re.compile(r"月|统\s*计|[期时]\s*限")  # spares most paragraphs of the overview a closer look
_REACH = 90  # characters between the noun and its dates, as in 内容涵盖…

# Seldom needed, so compiled when first met.
_ENDING = r"(?:截止(?:时间|日期|日)?|截至|止于)[到至于为是:]{0,3}$"
_SHORT = r"(?:之日)?起?,?(?:至|到|-{1,2}|~)(\d{1,2})[./](\d{1,2})日?(?![\d.])"
_WHOLE = rf"[为是:自在]{{0,2}}(?P<y>{YEAR})年(?:度|全年|整年|全年度)?(?=$|[,)、])"
_CUT = r"(?:截止)?[为是自从:于在到至]{1,3}$"
_LOST = (
    r"\d{5,8}[月日号]|(?<!\d)\d{4} \d{1,2}月|(?<!\d)\d{4}\d{1,4}(?:起|始|至|到|止|-|~|$)"
    r"|(?<![\d元正一二三四五六七八九十])月(?:\d{0,2})[日号]|年(?:\d{1,2})?[日号]|年月|(?<!\d)\d{1,2}月\d{4,}"
    r"|[为自从]起?[至到]止?$|[为自从]起[至到]|年 ?\d{1,2} \d{1,2}日|(?<!\d)\d{4} \d{1,2} ?\d{0,2}日"
)
_YEAR_AND_MORE = r"[为是自从:在于]{1,3}(?:19|20)\d\d(?:年|[ \d]{2}|$)"
_LOST_BARE = (
    r"[自从]年?月日(?:起|始)?,?[至到]年?月日|[自从]\d{5,8}日(?:起|始)?,?[至到]\d{5,8}日|自起,?[至到]止"
    r"|[自从](?:19|20)\d\d ?\d{1,2}月\d{1,2}日(?:起|始)?,?[至到](?:19|20)\d\d"
)


class _Sentence(NamedTuple):
    """A sentence with the dates in it; all positions count from its start."""

    source: Reading
    base: int
    text: str
    marks: list[Mark]

    def statement(
        self, kind: Literal["range", "end", "truncated", "unreadable"], start: int, end: int,
        first: Date | None = None, last: Date | None = None,
    ) -> PeriodStatement:  # fmt: skip
        spot = self.base + start, self.base + end
        return PeriodStatement(kind, self.source.quote(*spot), *self.source.span(*spot), first, last)


class _Range(NamedTuple):
    first: Date
    last: Date
    start: int
    end: int
    led: bool  # 自 or 从 stands before it
    joined: bool  # 至 or the like stands between its dates


def find_periods(text: str, *, preamble: bool) -> tuple[PeriodStatement, ...]:
    """Return the statements of the period in a paragraph, in order. `preamble`: it stands before the first section.

    Linear in the length of the text. Where nothing is found although a noun is there, nothing is said.
    """
    if not (preamble or _PERHAPS.search(text)):
        return ()
    source = reading(text)
    found = []
    for match in _SENTENCE.finditer(source.plain):
        base, end = match.start(), min(match.end(), match.start() + _LONGEST)
        placed = [mark._replace(start=mark.start - base, end=mark.end - base) for mark in marks(source, base, end)]
        statement = _statement(_Sentence(source, base, source.plain[base:end], placed), preamble=preamble)
        # 统计时限为1月至10月的调查 is the period of something else.
        if statement is not None and (preamble or text[statement.end : statement.end + 1] != "的"):
            found.append(statement)
    return tuple(found)


def _statement(sentence: _Sentence, *, preamble: bool) -> PeriodStatement | None:
    noun = _noun(sentence, preamble=preamble)
    if noun is None:
        return _bare(sentence, preamble=preamble)
    start, after = noun
    for span in _ranges(sentence):
        if span.start <= after + _REACH:
            return sentence.statement("range", min(start, span.start), span.end, span.first, span.last)
    return _end(sentence, start, after) or _unsaid(sentence, start, after)


def _ranges(sentence: _Sentence) -> Iterator[_Range]:
    """Yield the pairs of dates with nothing but 起, 至 and the like between them."""
    text, taken = sentence.text, -1
    for index, mark in enumerate(sentence.marks):
        following = sentence.marks[index + 1] if index + 1 < len(sentence.marks) else None
        if mark.start < taken:
            continue
        first, last, end, joined = mark.date, None, 0, True
        if following is not None and following.start - mark.end <= 12:
            between = _BETWEEN.fullmatch(text, mark.end, following.start)
            if between is not None:
                last, end, joined = _in_year(following.date, first.year), following.end, between["join"] is not None
        if last is None and mark.dotted:
            short = re.compile(_SHORT).match(text, mark.end)
            if short is not None:
                month, day = int(short[1]), int(short[2])
                last, end = Date(first.year, month, day, "" if month <= 12 and day <= 31 else "day"), short.end()
        if last is not None:
            taken = end
            end += next((len(tail) for tail in _TAILS if text.startswith(tail, end)), 0)
            led = text[mark.start - 1 : mark.start] in ("自", "从")
            yield _Range(first, last, mark.start - led, end, led, joined)


def _end(sentence: _Sentence, start: int, after: int) -> PeriodStatement | None:
    """Return a statement that gives only its end, or its start, or a whole year by its figure."""
    text = sentence.text
    if re.search(_LOST, text[after : after + _REACH]):
        return None
    for mark in sentence.marks:
        if not start <= mark.start <= after + 30:
            continue
        if re.search(_ENDING, text[max(start, mark.start - 12) : mark.start]):
            return sentence.statement("end", start, mark.end + text.startswith("止", mark.end), last=mark.date)
        lead, tail = text[after : mark.start], text[mark.end :]
        if len(lead) <= 3 and set(lead) <= set("为是:自从在"):
            if tail in ("", "止"):
                return sentence.statement("end", start, len(text), last=mark.date)
            if tail in ("起", "始", "开始", "之日起"):
                return sentence.statement("truncated", start, len(text), first=mark.date)
    whole = re.compile(_WHOLE).match(text, after)
    if whole is None:
        return None
    figure = whole["y"]
    year = int(figure) if figure.isdigit() else None
    fault: Fault = "" if year is None or 1900 <= year <= 2099 else "year"
    return sentence.statement("range", start, whole.end(), Date(year, 1, 1, fault, f"{figure}年"), Date(year, 12, 31))


def _unsaid(sentence: _Sentence, start: int, after: int) -> PeriodStatement | None:
    """Return a statement whose dates are lost or were never written; None where the noun states nothing."""
    tail = sentence.text[after : after + _REACH]
    end = after + min(len(tail), 40)
    if re.search(_LOST, tail) or re.match(_YEAR_AND_MORE, tail):
        return sentence.statement("unreadable", start, end)
    return sentence.statement("truncated", start, end) if re.fullmatch(_CUT, tail) else None


def _noun(sentence: _Sentence, *, preamble: bool) -> tuple[int, int] | None:
    """Return where the noun of the list stands that makes the sentence a statement; the last before a figure."""
    text, best = sentence.text, None
    for match in _NOUN.finditer(text):
        if best is not None and any(sign.isdigit() for sign in text[best[1] : match.start()]):
            break
        best = match.span()
    if best is None:
        return None
    clause = max(text.rfind(",", 0, best[0]), 0)
    if _on_other_matters(text[clause : best[1] + 1]):
        return None
    return best if preamble or _OWN_SIGNS.issuperset(text[clause : best[0]]) else None


def _on_other_matters(text: str) -> bool:
    return any(word in text for word in _OTHER_MATTERS)


def _bare(sentence: _Sentence, *, preamble: bool) -> PeriodStatement | None:
    """Return a statement without a noun: a full range, or in the preamble a sentence that ends with its end date."""
    text = sentence.text
    for span in _ranges(sentence):
        clause = max(text.rfind(",", 0, span.start), 0)
        if not span.joined or _on_other_matters(text[clause : span.start] + text[span.end : span.end + 8]):
            continue
        statement = sentence.statement("range", span.start, span.end, span.first, span.last)
        if not statement.defect and statement.year:
            return statement if preamble else statement._replace(running=True)
        if preamble and _meant(span):
            return statement
    if not preamble:
        return None
    if sentence.marks and text[sentence.marks[-1].end :] in ("", "止"):
        last = sentence.marks[-1]
        lead = re.search(_ENDING, text[max(0, last.start - 12) : last.start])
        if lead is not None and _OWN_SIGNS.issuperset(text[: last.start - len(lead.group())]):
            return sentence.statement("end", last.start - len(lead.group()), len(text), last=last.date)
    lost = re.search(_LOST_BARE, text)
    return None if lost is None else sentence.statement("unreadable", *lost.span())


def _meant(span: _Range) -> bool:
    """Tell whether a faulty range without a noun is the period: it names a year, and one of its ends is near right."""
    first, last = span.first, span.last
    opens = (first.month, first.day or 1) == (1, 1)
    swapped = first.month == 12 and (last.month, last.day or 1) == (1, 1)
    near = (opens and span.led) or (last.month == 12 and (span.led or (last.day or 31) >= 30)) or swapped
    return near and bool(first.year or last.year)


def _in_year(date: Date, year: int | None) -> Date:
    """Return a date without a year as one of `year`: 2月29日 is sound in leap years only."""
    leap = year is not None and (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    impossible = date.year is None and (date.month, date.day) == (2, 29) and year is not None and not leap
    return date._replace(fault="day") if impossible else date
