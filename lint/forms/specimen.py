"""Template + texts and figures → a conforming Document; what the examples and the samples depart from."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from lint.forms.layout import Values, laid_out
from lint.forms.sheet import sheet
from lint.forms.template import Template
from lint.model import Block, Document, Location, Paragraph


class SpecimenText(NamedTuple):
    """What a body fills into the form. `{body}`, `{year}` and `{next_year}` in its texts are filled in.

    `sections` are paragraphs by section key, `values` figures as written by table, row and column key (0 where there
    is none), `date` the bare date below the report ("" for none, then there is no signature either).
    """

    body: str
    year: int
    title: tuple[str, ...]
    preamble: tuple[str, ...] = ()
    sections: Mapping[str, tuple[str, ...]] = {}
    date: str = ""
    values: Mapping[str, Values] = {}
    name: str = "{body}{year}.docx"


def specimen(template: Template, report: SpecimenText) -> Document:
    """Return the report as a document laid out like the official form: prose of a section first, its tables after."""
    blocks: list[Block] = [_paragraph(report, text) for text in (*report.title, *report.preamble)]
    for section in template.sections:
        blocks.append(_paragraph(report, section.title))
        blocks += [_paragraph(report, text) for text in report.sections.get(section.key, ())]
        tables = (spec for spec in template.tables if spec.section == section.key)
        blocks += [laid_out(spec, report.values.get(spec.key, {})) for spec in tables]
    if report.date:
        blocks += [_paragraph(report, report.body), _paragraph(report, report.date)]
    return Document(_filled(report, report.name), renumbered(blocks))


def renumbered(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the blocks with their ordinals in this order; a merged cell stays one object in all its places."""
    return tuple(
        block._replace(location=block.location._replace(block=number))
        if isinstance(block, Paragraph)
        else sheet(block).table(block.location._replace(block=number))
        for number, block in enumerate(blocks, 1)
    )


def _paragraph(report: SpecimenText, text: str) -> Paragraph:
    return Paragraph(_filled(report, text), Location())


def _filled(report: SpecimenText, text: str) -> str:
    for name, value in (("body", report.body), ("next_year", report.year + 1), ("year", report.year)):
        text = text.replace(f"{{{name}}}", str(value))
    return text
