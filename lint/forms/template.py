"""An edition of a form as data: its sections, and its tables as bands of labelled rows and columns with keys."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from lint.forms.sums import SumSpec
from lint.model import Phrase

# A change may be below zero; a number may be anything that is one, where a form does not say; words are not judged.
CellKind = Literal["count", "amount", "change", "number", "words"]


class SectionSpec(NamedTuple):
    """A section of the form. `aliases` are further official headings; `hint` is what the blank form prints below."""

    key: str
    numeral: str  # "一"
    heading: str  # without numeral
    aliases: tuple[str, ...] = ()
    hint: str = ""

    @property
    def title(self) -> str:
        """Return the heading as the form prints it, with its number."""
        if not self.numeral or self.numeral[-1] in "）)":
            return f"{self.numeral}{self.heading}"
        if self.numeral.isascii():
            return f"{self.numeral}. {self.heading}"
        return f"{self.numeral}{' ' if self.numeral[0] == '第' else '、'}{self.heading}"


class ColumnSpec(NamedTuple):
    """A value column: its label path from the outermost header to the innermost, and what its cells hold."""

    key: str
    labels: tuple[str, ...]
    kind: CellKind = "count"
    unit: str = ""
    aliases: tuple[str, ...] = ()  # further accepted wordings of the innermost header


class RowSpec(NamedTuple):
    """A value row: its label path from the outermost group to the row itself, list numbers included."""

    key: str
    labels: tuple[str, ...]
    aliases: tuple[str, ...] = ()  # further accepted wordings of the row's own label


class Band(NamedTuple):
    """A stretch of rows under one header. `title` is the line across the top, `stub` the cell above the row labels.

    Both are "" where the form has none; `stub_aliases` are further accepted wordings of the stub.
    """

    title: str
    stub: str
    columns: tuple[ColumnSpec, ...]
    rows: tuple[RowSpec, ...]
    stub_aliases: tuple[str, ...] = ()

    def name(self, column: ColumnSpec) -> str:
        """Return a column's header, its group before it where several columns of the band have the same header."""
        leaf = column.labels[-1]
        alone = sum(other.labels[-1] == leaf for other in self.columns) == 1
        return leaf if alone or len(column.labels) == 1 else f"{column.labels[-2]}·{leaf}"


class Carry(NamedTuple):
    """A row that takes over, column by column, what another row of last year's report ended with."""

    source: str  # row key in last year's report
    target: str  # row key in this year's


class Printed(NamedTuple):
    """A value cell in which the blank form itself prints something ("—"): nothing is to be filled in there."""

    row: str
    column: str
    text: str


class TableSpec(NamedTuple):
    """A table of the form. `note` says that the stub of its band is a note (judged as such, not as a header)."""

    key: str
    section: str
    name: Phrase
    bands: tuple[Band, ...]
    sums: tuple[SumSpec, ...] = ()
    note: bool = False
    carries: tuple[Carry, ...] = ()
    printed: tuple[Printed, ...] = ()

    def rows(self) -> Iterator[tuple[Band, RowSpec]]:
        """Yield every value row with its band, from top to bottom."""
        return ((band, row) for band in self.bands for row in band.rows)


class Template(NamedTuple):
    """One edition, complete in itself. `since` is the first report year it applies to, `until` the last (or None).

    `binding` is the first report year that must keep to it; before, it was only encouraged. `former` are patterns over
    bare headings that tell a report built in the manner of the time before the form.
    """

    form: str
    edition: str
    since: int
    until: int | None
    name: Phrase
    title: str  # the instrument's name as it stands in a report's title, "" if the form has none
    source: str  # what it rests on: the document number of the notice
    sections: tuple[SectionSpec, ...]
    tables: tuple[TableSpec, ...]
    binding: int | None = None
    former: tuple[str, ...] = ()

    def in_words(self) -> tuple[str, ...]:
        """Return the keys of the sections in which the form has no table."""
        tabled = {spec.section for spec in self.tables}
        return tuple(spec.key for spec in self.sections if spec.key not in tabled)

    def section(self, key: str) -> SectionSpec:
        """Return the section with this key; KeyError if the form has none."""
        for spec in self.sections:
            if spec.key == key:
                return spec
        raise KeyError(key)

    def table(self, key: str) -> TableSpec:
        """Return the table with this key; KeyError if the form has none."""
        for spec in self.tables:
            if spec.key == key:
                return spec
        raise KeyError(key)
