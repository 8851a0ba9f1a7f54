"""The edition used: that the tables are those of the report year's form."""

from collections.abc import Iterator
from typing import NamedTuple

from lint.align.subject import OtherEdition, Subject
from lint.checks.naming import joined, quoted
from lint.checks.verdict import Hit, Verdict
from lint.model import Phrase


class WrongEdition(NamedTuple):
    """Tables of another edition than the one due; one finding, whatever the number of tables."""

    @staticmethod
    def facts() -> frozenset[str]:
        """Return the facts: the tables, the form used and the form due."""
        return frozenset({"names", "found", "expected"})

    def run(self, subject: Subject) -> Iterator[Verdict]:
        """Yield one hit at the first such table."""
        other = subject.other
        if other is None:
            return
        tables = dict.fromkeys(place.table or "" for place in other.places)
        names = joined([_name(table, other) for table in tables])
        first = other.places[0]
        yield Hit(
            first._replace(row_label=None),
            {"names": names, "found": other.used.name, "expected": other.due.name},
            related=other.places if len(other.places) > 1 else (),
            found=other.used.edition,
            expected=other.due.edition,
            source=other.due.source,
        )


def _name(table: str, other: OtherEdition) -> Phrase:
    """Return a table's name, with the titles of its blocks where only those are meant."""
    name = other.used.table(table).name
    titles = [quoted(place.row_label) for place in other.places if place.table == table and place.row_label]
    if not titles:
        return name
    return Phrase(f"{name.zh}的{''.join(titles)}", f"{', '.join(titles)} in {name.en}")
