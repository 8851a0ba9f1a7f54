"""Checks over what the alignment found: one kind of departure from the template, told in the reader's words."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from lint.align.subject import Departure, DepartureKind, Subject
from lint.checks.naming import listed, written
from lint.checks.verdict import CannotTell, Fact, Hit, Verdict
from lint.model import Phrase


class Departs(NamedTuple):
    """Departures of one kind. `over` = "tables": a table that is not there leaves the rule without a verdict."""

    kind: DepartureKind
    over: Literal["", "tables"] = ""

    @staticmethod
    def facts() -> frozenset[str]:
        """Return the facts: the wordings found and expected, all names concerned, and where it belongs."""
        return frozenset({"found", "expected", "names", "count", "should", "text", "more"})

    def run(self, subject: Subject) -> Iterator[Verdict]:
        """Yield a hit for each departure of the kind."""
        for departure in subject.departures:
            if departure.kind == self.kind:
                yield Hit(departure.place, _facts(departure), departure.related, departure.found, departure.expected)
        if self.over == "tables":
            for spec in subject.template.tables:
                reason = subject.absent.get(f"table:{spec.key}")
                if reason:
                    yield CannotTell(reason)


def _facts(departure: Departure) -> dict[str, Fact]:
    names = departure.others or ((departure.expected,) if departure.expected else ())
    return {
        "found": written(departure.found),
        "expected": written(departure.expected),
        "names": listed(names),
        "count": len(names),
        "should": _should(departure),
        "text": written(departure.place.text),
        "more": _more(len(departure.others) - 1),
    }


def _more(count: int) -> Phrase:
    """Return how many others have the same fault, nothing for none."""
    return Phrase(f"，另有 {count} 处也不对", f"; {count} others are wrong too") if count > 0 else Phrase("", "")


def _should(departure: Departure) -> Phrase:
    """Return where something out of order belongs."""
    if departure.others:
        other = departure.others[0]
        return Phrase(f"与“{other}”的位置对调了", f"has changed places with “{other}”")
    if departure.expected:
        return Phrase(f"应紧接在“{departure.expected}”之后", f"belongs right after “{departure.expected}”")
    return Phrase("应排在最前面", "belongs first")
