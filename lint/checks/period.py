"""The statement of the statistical period: there, once, for the whole report year. One wrong statement is one hit."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from lint.align.identity import lacking
from lint.align.subject import Subject
from lint.checks.verdict import CannotTell, Hit, Verdict
from lint.findings import Place
from lint.language.statement import PlacedPeriod
from lint.model import Location, Phrase

_UNREADABLE = Phrase("统计期限中的日期缺字，无法辨认", "digits or signs of the dates in the period are lost")


class Period(NamedTuple):
    """One way in which the statement may be wrong; `fault` chooses which."""

    fault: Literal["missing", "wrong-year", "partial", "reversed", "conflicting", "open", "repeated"]

    @staticmethod
    def facts() -> frozenset[str]:
        """Return the statement found and the one expected."""
        return frozenset({"found", "expected"})

    def run(self, subject: Subject) -> Iterator[Verdict]:
        """Yield the statements that have this fault."""
        identity = subject.identity
        spoken = [placed for placed in identity.periods if not placed.statement.running]
        if any(placed.statement.kind == "unreadable" for placed in spoken):
            yield CannotTell(_UNREADABLE)
            return
        if self.fault == "missing":
            if not identity.periods:
                anchor = [*identity.preamble[:1], *identity.title[-1:]]
                location = anchor[0].location if anchor else Location(min(1, len(subject.document.blocks)))
                yield _hit(subject, Place(location, part=subject.part_of(location.block)), "")
            return
        if self.fault == "wrong-year" and identity.year is None:
            yield CannotTell(lacking(identity)["year"])
            return
        for first, *others in _groups(self.fault, spoken, identity.year):
            related = tuple(_place(subject, other) for other in others)
            yield _hit(subject, _place(subject, first), first.statement.text, related)


def _groups(fault: str, spoken: list[PlacedPeriod], year: int | None) -> list[list[PlacedPeriod]]:
    """Return, for each hit, the statement it stands at and those that take part."""
    clashing = _clash(spoken, year)
    calm = [placed for placed in spoken if placed not in clashing]
    match fault:
        case "conflicting":
            return [clashing + calm] if clashing else []
        case "wrong-year":
            wrong = [placed for placed in _judged(calm) if placed.statement.year not in (None, year)]
            return [wrong] if wrong else []
        case "open" | "repeated" if any(placed.statement.year not in (None, year) for placed in spoken) and year:
            return []  # the wrong year is told, and that is enough
        case "open":
            return [spoken[:1]] if spoken and {placed.statement.defect for placed in spoken} == {"open"} else []
        case "repeated":
            sound = [placed for placed in spoken if placed.statement.defect in ("", "open")]
            agreed = len({placed.statement.year for placed in sound}) == 1 and not clashing
            return [[*sound[1:], sound[0]]] if agreed and len(sound) > 1 else []
        case _:
            return [[placed] for placed in calm if placed.statement.defect == fault]


def _judged(spoken: list[PlacedPeriod]) -> list[PlacedPeriod]:
    return [placed for placed in spoken if placed.statement.defect in ("", "open", "partial")]


def _clash(spoken: list[PlacedPeriod], year: int | None) -> list[PlacedPeriod]:
    """Return the statements that contradict one that is right; without a year, those that contradict the first."""
    judged = _judged(spoken)
    sound = [placed for placed in judged if placed.statement.defect != "partial"]
    right = [placed for placed in sound if placed.statement.year == (year or sound[0].statement.year)]
    if not right:
        return []
    return [
        placed
        for placed in judged
        if placed.statement.defect == "partial" or placed.statement.year not in (None, right[0].statement.year)
    ]


def _place(subject: Subject, placed: PlacedPeriod) -> Place:
    return subject.place(placed.location, text=placed.statement.text)


def _hit(subject: Subject, place: Place, found: str, related: tuple[Place, ...] = ()) -> Hit:
    year = subject.identity.year
    expected = f"{year}年1月1日至{year}年12月31日" if year else "××××年1月1日至××××年12月31日"
    return Hit(place, {"found": found, "expected": expected}, related, found or None, expected)
