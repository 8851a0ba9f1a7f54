"""An edition of a form as data: its sections, and its tables as bands of labelled rows and columns with keys."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from lint.forms.sums import SumSpec
from lint.model import Phrase

CellKind = Literal["count", "amount"]


class SectionSpec(NamedTuple):
    """A section of the form. `aliases` are further official headings; `hint` is what the blank form prints below."""

    key: str
    numeral: str  # "一"
    heading: str  # without numeral
    aliases: tuple[str, ...] = ()
    hint: str = ""


class ColumnSpec(NamedTuple):
    """A value column: its label path from the outermost header to the innermost, and what its cells hold."""

    key: str
    labels: tuple[str, ...]
    kind: CellKind = "count"
    unit: str = ""


class RowSpec(NamedTuple):
    """A value row: its label path from the outermost group to the row itself, list numbers included."""

    key: str
    labels: tuple[str, ...]


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


class TableSpec(NamedTuple):
    """A table of the form. `note` says that the stub of its band is a note (judged as such, not as a header)."""

    key: str
    section: str
    name: Phrase
    bands: tuple[Band, ...]
    sums: tuple[SumSpec, ...] = ()
    note: bool = False

    def rows(self) -> Iterator[tuple[Band, RowSpec]]:
        """Yield every value row with its band, from top to bottom."""
        return ((band, row) for band in self.bands for row in band.rows)


class Template(NamedTuple):
    """One edition, complete in itself. `since` is the first report year it applies to, `until` the last (or None)."""

    form: str
    edition: str
    since: int
    until: int | None
    name: Phrase
    title: str  # the instrument's name as it stands in a report's title
    source: str  # document number of the notice
    sections: tuple[SectionSpec, ...]
    tables: tuple[TableSpec, ...]

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
