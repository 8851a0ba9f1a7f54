"""Document × template → Subject: everything is found and compared once, before any check looks at it."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from lint.align.editions import Fit, fit
from lint.align.headings import heading_names
from lint.align.identity import identify, lacking
from lint.align.labels import Labels
from lint.align.pieces import Pieces, find_pieces
from lint.align.presence import absences, absences_of_old, fallen_apart, without_row_labels
from lint.align.sections import Sections, find_sections
from lint.align.subject import Departure, Identity, OtherEdition, SectionMatch, Subject, TableMatch
from lint.align.tables import Found, match_table
from lint.findings import Place
from lint.forms.template import TableSpec, Template
from lint.language.wording import bare, compact
from lint.model import Document, Paragraph

_CAPTION = 45  # characters of a paragraph that may be a table's title or note


def align(document: Document, template: Template, year: int | None = None, others: Sequence[Template] = ()) -> Subject:
    """Lay a document over a template; `year` is the report year if the user names it.

    Where the tables are those of one of the `others`, they are laid over that edition.
    """
    if document.media == "text":
        from lint.align.relaying import relaid  # noqa: PLC0415 - few runs meet a text

        document = relaid(document, (template, *others))
    sections = find_sections(document, template)
    labels = Labels()
    submitted = list(document.tables())
    pieces = find_pieces(submitted, template.tables, labels, sections.holding)
    bench = _Bench.of(document, template, sections, labels)
    tables, departures = _tables(bench, template, pieces)
    fitting = Fit(template)
    if departures or len(tables) < len(template.tables):  # what keeps to the edition due is of no other
        fitting = fit(submitted, template, others, labels, lambda spec, found: len(bench.match(spec, found).departures))
    if fitting.wrong:
        pieces = find_pieces(submitted, fitting.template.tables, labels, sections.holding)
        tables, departures = _tables(bench, fitting.template, pieces)
    fallen = fallen_apart(document, sections, tables) if departures else frozenset()
    if fallen:
        tables = {key: table for key, table in tables.items() if key not in fallen}
        departures = [departure for departure in departures if departure.place.table not in fallen]
    more: list[Departure] = []
    if sections.former:
        sections, absent = sections.old(), absences_of_old(fitting.template, tables)
    else:
        absent, more = absences(document, fitting.template, sections, tables, (template, *others))
        if "tables" in absent:
            sections = sections._replace(departures=without_row_labels(sections.departures, fitting.template.tables))
    overview = sections.matches.get(template.sections[0].key) if template.sections else None
    identity = identify(
        document,
        template,
        first_heading=None if sections.first is None else document.blocks[sections.first].location.block,
        overview=overview.body if overview else (),
        year=year,
    )
    return Subject(
        document,
        fitting.template,
        {key: _without_signature(match, identity) for key, match in sections.matches.items()},
        tables,
        (*sections.departures, *departures, *more),
        identity,
        {**absent, **lacking(identity)},
        sections.parts,
        _other_edition(fitting, template, tables, sections),
    )


def _other_edition(
    fitting: Fit, due: Template, tables: Mapping[str, TableMatch], sections: Sections
) -> OtherEdition | None:
    places: list[Place] = []
    for key, titles in fitting.wrong.items():
        if key in tables:
            location = tables[key].location
            place = Place(location, sections.part_of(location.block), tables[key].spec.section, key)
            places += [place._replace(row_label=title or None) for title in titles or ("",)]
    return OtherEdition(due, fitting.other, tuple(places)) if fitting.other and places else None


def _without_signature(match: SectionMatch, identity: Identity) -> SectionMatch:
    """Return the section without the name and date under the report, which stand in the last section's blocks."""
    signed = identity.signed
    if signed is None or signed not in match.body:
        return match
    body = list(match.body[: match.body.index(signed)])
    while body and isinstance(body[-1], Paragraph) and not compact(body[-1].text):
        body.pop()
    name = compact(identity.body or "")
    if body and isinstance(body[-1], Paragraph) and name:
        signer = compact(body[-1].text)
        if signer.endswith(name) or name.endswith(signer):
            body.pop()
    return match._replace(body=tuple(body))


class _Bench(NamedTuple):
    """What matching a table of this document needs beside the table."""

    sections: Sections
    labels: Labels
    captions: frozenset[str]
    headings: frozenset[str]

    @classmethod
    def of(cls, document: Document, template: Template, sections: Sections, labels: Labels) -> "_Bench":
        """Gather the short paragraphs and the form's headings, bare."""
        captions = frozenset(bare(text) for text in (p.text for p in document.paragraphs()) if len(text) <= _CAPTION)
        headings = frozenset(name for names in heading_names(template).values() for name in names)
        return cls(sections, labels, captions, headings)

    def match(self, spec: TableSpec, found: Pieces) -> Found:
        """Match the pieces found for one table of the form."""
        part = self.sections.part_of(found.found[0].location.block)
        return match_table(spec, found, part, self.labels, self.captions, self.headings)


def _tables(
    bench: _Bench, template: Template, pieces: Mapping[str, Pieces]
) -> tuple[dict[str, TableMatch], list[Departure]]:
    tables: dict[str, TableMatch] = {}
    departures: list[Departure] = []
    for spec in template.tables:
        found = pieces[spec.key]
        if found.found:
            matched = bench.match(spec, found)
            tables[spec.key] = matched.table
            # A table in a section that stands twice is part of that one defect.
            departures += [
                departure
                for departure in matched.departures
                if departure.kind != "duplicate-table"
                or not any(departure.place.location.block in blocks for blocks in bench.sections.doubled)
            ]
    return tables, departures
