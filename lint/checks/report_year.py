"""The report year: that it can be told, and that title, file name and headings agree with it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lint.align.identity import lacking
from lint.align.subject import Subject
from lint.checks.verdict import CannotTell, Fact, Hit, Verdict
from lint.findings import Place
from lint.language.names import take_apart
from lint.language.wording import fold
from lint.model import Location, Phrase

_YEAR = re.compile(r"(?<!\d)(20\d\d)年(?!\d)")


class UnknownYear(NamedTuple):
    """Holds where the report year is known."""

    @staticmethod
    def facts() -> frozenset[str]:
        """Return no facts."""
        return frozenset()

    def run(self, subject: Subject) -> Iterator[Verdict]:
        """Yield one hit where neither title, period nor signature tells the year."""
        if subject.identity.year is None:
            title = subject.identity.title
            yield Hit(subject.place(title[0].location if title else Location(min(1, len(subject.document.blocks)))))


class Years(NamedTuple):
    """Holds where title, file name and headings name the report year, or none."""

    @staticmethod
    def facts() -> frozenset[str]:
        """Return which place names which year, and the report year."""
        return frozenset({"thing", "found", "expected"})

    def run(self, subject: Subject) -> Iterator[Verdict]:
        """Yield each place that names another year than the report's."""
        identity = subject.identity
        year = identity.year
        if year is None:
            yield CannotTell(lacking(identity)["year"])
            return
        title = take_apart(identity.title_text, subject.template.title) if identity.title else None
        wrong = [found for found in title.years if found != year] if title else []
        if wrong:
            place = subject.place(identity.title[0].location, text=identity.title_text)
            yield _hit(place, Phrase("标题", "the title"), wrong[0], year)
        # A name such as 2025年报送 tells the year of submission.
        if identity.file_year not in (None, year, year + 1):
            place = Place(Location(), text=subject.document.name)
            yield _hit(place, Phrase("文件名", "the file name"), identity.file_year or 0, year)
        for section in subject.sections.values():
            # A heading on next year's plans is none of this year's.
            others = {int(figure) for figure in _YEAR.findall(fold(section.heading.text))} - {year, year + 1}
            if others:
                place = subject.place(section.heading.location, text=section.heading.text)
                wording = " ".join(section.heading.text.split())
                yield _hit(place, Phrase(f"“{wording}”这一标题", f"the heading “{wording}”"), min(others), year)


def _hit(place: Place, thing: Phrase, found: int, expected: int) -> Hit:
    facts: dict[str, Fact] = {"thing": thing, "found": str(found), "expected": str(expected)}
    return Hit(place, facts, found=str(found), expected=str(expected))
