"""What a check may see: the document laid over the template, with every departure already found and placed."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple

from lint.findings import Place
from lint.forms.template import Band, ColumnSpec, RowSpec, SectionSpec, TableSpec, Template
from lint.language.statement import PlacedPeriod
from lint.model import Block, Document, Location, Paragraph, Phrase, Table

if TYPE_CHECKING:
    from lint.language.amounts import Number


DepartureKind = Literal[
    "missing-section",
    "section-order",
    "altered-heading",
    "misspelt-heading",
    "heading-number",
    "extra-section",
    "duplicate-section",
    "old-structure",
    "missing-table",
    "picture-for-table",
    "run-together",
    "missing-row",
    "extra-row",
    "altered-row",
    "row-order",
    "altered-header",
    "missing-column",
    "extra-column",
    "missing-band",
    "altered-note",
    "altered-unit",
    "label-style",
    "split-table",
    "merged-values",
    "duplicate-table",
]


class Departure(NamedTuple):
    """One way in which the submission departs from the template, e.g. kind "missing-row".

    `found` and `expected` are wordings; `others` are further places or wordings of the same departure.
    """

    kind: DepartureKind
    place: Place
    found: str | None = None
    expected: str | None = None
    others: tuple[str, ...] = ()
    related: tuple[Place, ...] = ()


class SectionMatch(NamedTuple):
    """A section of the form as it stands in the document.

    `heading` is the paragraph that heads it; `numeral` is as written ("" if none), `wording` the heading without it.
    `body` are the blocks up to the next heading; text running on in the heading's own paragraph comes first.
    """

    spec: SectionSpec
    heading: Paragraph
    numeral: str
    wording: str
    body: tuple[Block, ...]

    @property
    def text(self) -> str:
        """Return the prose of the section, one paragraph a line, tables left out."""
        return "\n".join(block.text for block in self.body if isinstance(block, Paragraph))


class Value(NamedTuple):
    """A value cell. `number` is None unless `state` is "number"; `styled` says the figure is oddly written."""

    place: Place
    text: str
    state: Literal["number", "blank", "words"]
    number: "Number | None" = None
    styled: bool = False


class TableMatch(NamedTuple):
    """A table of the form as found: its pieces in the document and its values by row and column key."""

    spec: TableSpec
    pieces: tuple[Table, ...]
    values: Mapping[tuple[str, str], Value]

    @property
    def location(self) -> Location:
        """Return where its first piece stands."""
        return self.pieces[0].location

    def lines(self) -> list[tuple[Band, RowSpec, ColumnSpec]]:
        """Return every value position of the form in reading order."""
        return [(band, row, column) for band, row in self.spec.rows() for column in band.columns]


class Identity(NamedTuple):
    """Who reports on which year, and what the document says of it.

    `title` are the paragraphs of the title, `preamble` those between it and the first section, `signed` the last
    paragraph that is a bare date, and `periods` the statements of the statistical period. Each year is None where
    nothing tells it; `year` is the report year (CATALOGUE, DT).
    """

    title: tuple[Paragraph, ...] = ()
    preamble: tuple[Paragraph, ...] = ()
    body: str | None = None
    year: int | None = None
    title_year: int | None = None
    period_year: int | None = None
    file_year: int | None = None
    signed: Paragraph | None = None
    signed_on: tuple[int, int, int] | None = None
    periods: tuple[PlacedPeriod, ...] = ()

    @property
    def title_text(self) -> str:
        """Return the title in one line, blanks and breaks left out."""
        return "".join("".join(paragraph.text.split()) for paragraph in self.title)


class OtherEdition(NamedTuple):
    """Tables of another edition than the one due, at `places`; `row_label` there is the title of a band."""

    due: Template
    used: Template
    places: tuple[Place, ...]


class Subject(NamedTuple):
    """A document laid over a template. `absent` says why something is not there, by requirement ("table:disclosed")."""

    document: Document
    template: Template
    sections: Mapping[str, SectionMatch]
    tables: Mapping[str, TableMatch]
    departures: tuple[Departure, ...]
    identity: Identity
    absent: Mapping[str, Phrase]
    parts: tuple[tuple[int, str], ...] = ()  # (block at which a section begins, its numeral), ascending
    other: OtherEdition | None = None

    def source_of(self, table: str | None) -> str:
        """Return what the edition rests on that a table was laid over; None stands for all that is in no table."""
        if self.other and table and any(place.table == table for place in self.other.places):
            return self.other.used.source
        return self.template.source

    def part_of(self, block: int) -> str:
        """Return the numeral of the section in which the block stands, "" before the first."""
        return next((numeral for start, numeral in reversed(self.parts) if start <= block), "")

    def place(self, location: Location, *, text: str | None = None) -> Place:
        """Return the place of a paragraph in the reader's words."""
        return Place(location, part=self.part_of(location.block), text=text)
