"""Dates that cannot be: in the title, the statement of the period, the signature and the prose, each once."""

from collections.abc import Iterator
from typing import NamedTuple

from lint.align.subject import Subject
from lint.checks.verdict import Hit, Verdict
from lint.language.dates import Date, dates, impossible_dates
from lint.language.names import take_apart
from lint.language.statement import PeriodStatement
from lint.model import Paragraph, Phrase

_TWO_ENDS = Phrase("只写了起始日期，没有写截止日期", "it gives a start date and no end date")
_CUT_OFF = Phrase("话没有说完，缺少起止日期", "the sentence breaks off before its dates")


class MalformedDate(NamedTuple):
    """Finds month 13, 2月30日, 201717年, 12月31止 and a statement of the period that breaks off."""

    @staticmethod
    def facts() -> frozenset[str]:
        """Return the date as written and what is wrong with it."""
        return frozenset({"found", "problem"})

    def run(self, subject: Subject) -> Iterator[Verdict]:
        """Yield every date that cannot be; what was lost in an export is not accused."""
        identity = subject.identity
        seen: dict[int, list[tuple[int, int]]] = {}
        for placed in identity.periods:
            statement = placed.statement
            if statement.running:
                continue
            seen.setdefault(placed.location.block, []).append((statement.start, statement.end))
            if statement.defect in ("truncated", "malformed"):
                yield _hit(subject, placed.location.block, statement.text, _statement_problem(statement))
        title = take_apart(identity.title_text, subject.template.title)
        if identity.title and title.odd_year:
            yield _hit(subject, identity.title[0].location.block, title.odd_year, _year_problem(title.odd_year))
        skipped = {paragraph.location.block for paragraph in identity.title} if title.odd_year else set()
        if identity.signed is not None:
            skipped.add(identity.signed.location.block)
            for date in dates(identity.signed.text)[-1:]:
                if date.fault:
                    yield _hit(subject, identity.signed.location.block, date.text, date_problem(date))
        for paragraph in subject.document.paragraphs():
            if paragraph.location.block not in skipped:
                yield from _in_prose(subject, paragraph, seen.get(paragraph.location.block, []))


def date_problem(date: Date) -> Phrase:
    """Return what is wrong with a date that cannot be."""
    match date.fault:
        case "year":
            return _year_problem(date.text)
        case "month":
            return Phrase(f"没有{date.month}月", f"there is no month {date.month}")
        case "sign":
            return Phrase(f"“{date.text}”后面缺“日”字", f"the sign 日 is missing after “{date.text}”")
        case _:
            year = f"{date.year}年" if date.year and (date.month, date.day) == (2, 29) else ""
            return Phrase(f"{year}{date.month}月没有{date.day}日", f"there is no {year}{date.month}月{date.day}日")


def _year_problem(text: str) -> Phrase:
    figure = text.partition("年")[0]
    return Phrase(f"“{figure}年”不是四位数的年份", f"“{figure}年” is no year of four digits")


def _statement_problem(statement: PeriodStatement) -> Phrase:
    if statement.malformed:
        return date_problem(statement.malformed[0])
    return _TWO_ENDS if statement.first else _CUT_OFF


def _in_prose(subject: Subject, paragraph: Paragraph, stated: list[tuple[int, int]]) -> Iterator[Hit]:
    for date in impossible_dates(paragraph.text):
        if not any(start < date.end and date.start < end for start, end in stated):
            yield _hit(subject, paragraph.location.block, date.text, date_problem(date))


def _hit(subject: Subject, block: int, found: str, problem: Phrase) -> Hit:
    location = next(item.location for item in subject.document.blocks if item.location.block == block)
    return Hit(subject.place(location, text=found), {"found": found, "problem": problem}, found=found)
