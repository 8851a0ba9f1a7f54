"""Text that an earlier export has damaged: dates without their signs or digits. Never accused, only pointed at."""

from collections.abc import Iterator
from typing import NamedTuple

from lint.align.subject import Subject
from lint.checks.naming import begins
from lint.checks.verdict import Hit, Verdict
from lint.findings import Place
from lint.language.dates import damaged_dates
from lint.language.names import take_apart
from lint.model import Phrase

_LOST = Phrase("日期缺字，无法辨认", "digits or characters of a date are lost")
_NO_SIGN = Phrase("年份后缺“年”字", "the sign 年 is missing after the year")
_CELLS = Phrase("表格的单元格连成了一片文字，无法核对", "the cells of its tables ran together and cannot be checked")
_RUN_TOGETHER = Phrase("文字粘连或缺失", "words ran together or are lost")


class DamagedText(NamedTuple):
    """Holds where every date can be read, and the reader has noted no damaged text."""

    @staticmethod
    def facts() -> frozenset[str]:
        """Return the damaged text and what seems to be lost."""
        return frozenset({"found", "problem"})

    def run(self, subject: Subject) -> Iterator[Verdict]:
        """Yield one hit at the first damaged place with all others beside it; none where nothing looks damaged."""
        found = list(_damage(subject))
        if found:
            (place, problem), *others = found
            related = tuple(other for other, _ in others)
            yield Hit(place, {"found": place.text or "", "problem": problem}, related, found=place.text)


def _damage(subject: Subject) -> Iterator[tuple[Place, Phrase]]:
    identity = subject.identity
    stated = set()
    if identity.title and take_apart(identity.title_text, subject.template.title).signless:
        yield subject.place(identity.title[0].location, text=identity.title_text), _NO_SIGN
    for placed in identity.periods:
        if placed.statement.kind == "unreadable":
            stated.add(placed.location.block)
            yield subject.place(placed.location, text=placed.statement.text), _LOST
    for paragraph in subject.document.paragraphs():
        damaged = () if paragraph.location.block in stated else damaged_dates(paragraph.text)
        if damaged:
            yield subject.place(paragraph.location, text=damaged[0]), _LOST
    for departure in subject.departures:
        if departure.kind == "run-together":
            yield departure.place._replace(text=begins(departure.place.text or "", 40)), _CELLS
    for note in subject.document.notes:
        if note.kind == "damaged-text":
            yield subject.place(note.location, text=note.detail or None), _RUN_TOGETHER
