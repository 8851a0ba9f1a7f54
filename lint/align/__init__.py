"""Document × template → Subject: everything is found and compared once, before any check looks at it."""

from __future__ import annotations

from collections.abc import Mapping

from lint.align.headings import heading_names
from lint.align.identity import identify, lacking
from lint.align.labels import Labels
from lint.align.pieces import Pieces, find_pieces
from lint.align.presence import absences
from lint.align.sections import Sections, find_sections
from lint.align.subject import Departure, Identity, SectionMatch, Subject, TableMatch
from lint.align.tables import match_table
from lint.forms.template import Template
from lint.language.wording import bare, compact
from lint.model import Document, Paragraph

_CAPTION = 45  # characters of a paragraph that may be a table's title or note


def align(document: Document, template: Template, year: int | None = None) -> Subject:
    """Lay a document over a template; `year` is the report year if the user names it."""
    sections = find_sections(document, template)
    labels = Labels()
    pieces = find_pieces(list(document.tables()), template.tables, labels)
    tables, departures = _tables(document, template, pieces, sections, labels)
    absent, more = absences(document, template, sections, tables)
    overview = sections.matches.get(template.sections[0].key)
    identity = identify(
        document,
        template,
        first_heading=None if sections.first is None else document.blocks[sections.first].location.block,
        overview=overview.body if overview else (),
        year=year,
    )
    return Subject(
        document,
        template,
        {key: _without_signature(match, identity) for key, match in sections.matches.items()},
        tables,
        (*sections.departures, *departures, *more),
        identity,
        {**absent, **lacking(identity)},
        sections.parts,
    )


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


def _tables(
    document: Document, template: Template, pieces: Mapping[str, Pieces], sections: Sections, labels: Labels
) -> tuple[dict[str, TableMatch], list[Departure]]:
    tables: dict[str, TableMatch] = {}
    departures: list[Departure] = []
    captions = frozenset(bare(text) for text in (p.text for p in document.paragraphs()) if len(text) <= _CAPTION)
    headings = frozenset(name for names in heading_names(template).values() for name in names)
    for spec in template.tables:
        found = pieces[spec.key]
        if found.found:
            part = sections.part_of(found.found[0].location.block)
            matched = match_table(spec, found, part, labels, captions, headings)
            tables[spec.key] = matched.table
            # A table in a section that stands twice is part of that one defect.
            departures += [
                departure
                for departure in matched.departures
                if departure.kind != "duplicate-table"
                or not any(departure.place.location.block in blocks for blocks in sections.doubled)
            ]
    return tables, departures
