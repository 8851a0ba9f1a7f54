"""A statement of the statistical period as written, and what is wrong with it whatever the report year."""

from typing import Literal, NamedTuple

from lint.language.dates import Date
from lint.model import Location

Defect = Literal["", "malformed", "truncated", "unreadable", "reversed", "partial", "open"]


class PeriodStatement(NamedTuple):
    """A statement as written; `start` and `end` are offsets into the text.

    `running`: a whole year in running text, which serves as a statement where there is no other, and is never accused.
    """

    kind: Literal["range", "end", "truncated", "unreadable"]
    text: str
    start: int
    end: int
    first: Date | None = None
    last: Date | None = None
    running: bool = False

    @property
    def year(self) -> int | None:
        """Return the one year it speaks of, from its sound dates; None if there is none, or two."""
        years = {date.year for date in (self.first, self.last) if date and date.year and date.fault != "year"}
        return years.pop() if len(years) == 1 else None

    @property
    def malformed(self) -> tuple[Date, ...]:
        """Return its dates that cannot be."""
        return tuple(date for date in (self.first, self.last) if date and date.fault)

    @property
    def defect(self) -> Defect:
        """Return what is wrong with it whatever the report year; one defect, the gravest."""
        if self.kind in ("truncated", "unreadable"):
            return self.kind
        if self.malformed:
            return "malformed"
        return _order(self.first, self.last) or ("open" if self.kind == "end" else "")


def _order(first: Date | None, last: Date | None) -> Literal["", "reversed", "partial"]:
    start = (first.month, first.day or 1) if first else (1, 1)
    end = (last.month, last.day or 31) if last else (12, 31)
    years = {date.year for date in (first, last) if date and date.year}
    if len(years) == 2 or start > end:
        return "reversed"
    return "" if (start, end) == ((1, 1), (12, 31)) else "partial"


class PlacedPeriod(NamedTuple):
    """A statement and the paragraph it stands in."""

    statement: PeriodStatement
    location: Location
