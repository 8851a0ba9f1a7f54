"""The date under the report: there, after the period's end, and within the deadline of the body's level."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from lint.align.identity import lacking
from lint.align.subject import Subject
from lint.checks.verdict import CannotTell, Hit, Verdict
from lint.language.names import body_name
from lint.language.wording import fold
from lint.model import Location, Paragraph, Phrase

_OPEN_DATE = re.compile(r"年[Xx×╳]{1,2}月[Xx×╳]{1,2}日$")
_ODD_DATE = Phrase("落款日期不完整或有误", "the date under the report is incomplete or wrong")


class Unsigned(NamedTuple):
    """Holds where the report ends with a date, or with one still to be filled in (×月×日)."""

    @staticmethod
    def facts() -> frozenset[str]:
        """Return no facts."""
        return frozenset()

    def run(self, subject: Subject) -> Iterator[Verdict]:
        """Yield one hit at the last block where there is no date."""
        blocks = subject.document.blocks
        last = next(
            (fold(each.text) for each in reversed(blocks) if isinstance(each, Paragraph) and fold(each.text)), ""
        )
        if subject.identity.signed is None and not _OPEN_DATE.search(last):
            yield Hit(subject.place(blocks[-1].location if blocks else Location()))


class SignedOn(NamedTuple):
    """Compares the date with the year after the report year.

    `levels` holds, for each deadline as month and day, the endings of names of bodies it applies to, blank in between
    ("02-20 县 县人民政府"); the longest ending that fits decides, else `otherwise`. `fault` chooses what is looked for.
    """

    fault: Literal["early", "late"]
    levels: tuple[str, ...] = ()
    otherwise: str = "03-31"

    @staticmethod
    def facts() -> frozenset[str]:
        """Return the date, the year or day it should keep to, and the body."""
        return frozenset({"found", "expected", "body"})

    def misfit(self) -> str:
        """Return the option that is no day with endings behind it, "" if all are."""
        if _day(self.otherwise, 2023) is None:
            return "otherwise"
        sound = all(len(level.split()) > 1 and _day(level.split()[0], 2023) for level in self.levels)
        return "" if sound else "levels"

    def run(self, subject: Subject) -> Iterator[Verdict]:
        """Yield one hit where the date is too early (or years off), or after the deadline."""
        identity = subject.identity
        if identity.year is None or identity.signed is None or identity.signed_on is None:
            reasons = lacking(identity)
            yield CannotTell(reasons.get("year") or reasons.get("signature") or _ODD_DATE)
            return
        signed = date(*identity.signed_on)
        due = identity.year + 1
        expected: str
        if signed.year != due:
            if self.fault == "late":
                return
            expected = f"{due}年"
        else:
            deadline = self._deadline(due, identity.body)
            if self.fault == "early" or signed <= deadline:
                return
            expected = _in_words(deadline)
        found = _in_words(signed)
        body = Phrase(identity.body, identity.body) if identity.body else Phrase("本机关", "the body")
        place = subject.place(identity.signed.location, text=" ".join(identity.signed.text.split()))
        yield Hit(place, {"found": found, "expected": expected, "body": body}, found=found, expected=expected)

    def _deadline(self, year: int, body: str | None) -> date:
        name, best, longest = body_name(body or ""), self.otherwise, 0
        for level in self.levels:
            day, *endings = level.split()
            for ending in endings:
                if name.endswith(ending) and len(ending) > longest:
                    best, longest = day, len(ending)
        return _day(best, year) or date(year, 12, 31)


def _day(text: str, year: int) -> date | None:
    """Return the day written as month and day ("01-31"), None if it is none."""
    try:
        return date.fromisoformat(f"{year}-{text}")
    except ValueError:
        return None


def _in_words(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
