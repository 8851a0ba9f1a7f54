"""Template → a blank form in Word to be filled in: what the form says is locked, what is asked for stays open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from itertools import groupby
from typing import NamedTuple

from docx.oxml.ns import qn

from lint.forms.layout import Values
from lint.forms.template import SectionSpec, TableSpec, Template
from lint.markup.controls import add_prompt_style, locked, number_controls, prompt
from lint.markup.elements import Element, made, paragraph_properties, run
from lint.markup.package import begun, in_chinese, numbered_pages, packed, turned
from lint.markup.setting import SETTINGS, Role
from lint.markup.tables import blank_table, wants_landscape
from lint.markup.words import Words, pieces

_AROUND = 160  # space around a heading, in twentieths of a point
_APART = 560  # space above the signature


class _Stretch(NamedTuple):
    """Paragraphs and tables that belong on pages of one orientation."""

    landscape: bool
    content: list[Element]


def blank_form(
    template: Template,
    words: Words | None = None,
    *,
    body: str = "",
    year: int | None = None,
    figures: Mapping[str, Values] | None = None,
) -> bytes:
    """Return the bytes of a Word file; the same arguments give the same bytes.

    Title, preamble and signature are filled in with `body` and `year` where they are given. `figures` are those known
    already, by table, row and column key.
    """
    words = words or Words()
    given = {"title": template.title, "body": body}
    if year is not None:
        given |= {"year": str(year), "next_year": str(year + 1)}
    matters = [
        _Stretch(
            any(map(wants_landscape, tables)),
            [*_headed(section, in_words=not tables), *_tabled(tables, figures or {})],
        )
        for section, tables in _matters(template)
    ]
    front = [_title(line, words, given) for line in words.title if template.title]
    front += [_open(line, words, given, "body") for line in words.preamble]
    back = [
        _open(line, words, given, "signature", before=_APART if rank == 0 else 0)
        for rank, line in enumerate(words.signature)
    ]
    stretches = [
        _Stretch(matters[0].landscape, front),
        *matters,
        _Stretch(matters[-1].landscape, back),
    ]
    word = begun()
    in_chinese(word)
    numbered_pages(word)
    add_prompt_style(word)
    _lay(word.element.body, stretches)
    return packed(word)


def _matters(template: Template) -> Iterator[tuple[SectionSpec | None, Sequence[TableSpec]]]:
    """Yield each section with its tables, then the tables that stand in none."""
    for section in template.sections:
        yield section, [spec for spec in template.tables if spec.section == section.key]
    known = {section.key for section in template.sections}
    for spec in template.tables:
        if spec.section not in known:
            yield None, [spec]


def _headed(section: SectionSpec | None, *, in_words: bool) -> Iterator[Element]:
    """Yield a section's heading, then its hint, or an empty line where there is neither hint nor table."""
    if section is None:
        return
    setting, body = SETTINGS["heading"], SETTINGS["body"]
    words = locked([run(section.title, setting)])
    yield made("w:p", {}, paragraph_properties(setting, before=_AROUND, after=_AROUND, outline=True), words)
    if section.hint:
        yield made("w:p", {}, paragraph_properties(body), prompt(section.hint, body))
    elif in_words:
        yield made("w:p", {}, paragraph_properties(body))


def _tabled(tables: Sequence[TableSpec], figures: Mapping[str, Values]) -> Iterator[Element]:
    for rank, spec in enumerate(tables):
        if rank:
            yield _spacer()  # else Word would make one table of two
        yield blank_table(spec, figures.get(spec.key, {}))


def _title(line: str, words: Words, given: Mapping[str, str]) -> Element:
    """Return a line of the title: locked but for its prompts."""
    setting = SETTINGS["title"]
    paragraph = made("w:p", {}, paragraph_properties(setting))
    for piece in pieces(line, words, given):
        paragraph.append(prompt(piece.text, setting) if piece.prompt else locked([run(piece.text, setting)]))
    return paragraph


def _open(line: str, words: Words, given: Mapping[str, str], role: Role, before: int = 0) -> Element:
    """Return a line that may be changed, with prompts for what is not given; `before` is the space above it."""
    setting = SETTINGS[role]
    paragraph = made("w:p", {}, paragraph_properties(setting, before=before))
    for piece in pieces(line, words, given):
        paragraph.append(prompt(piece.text, setting) if piece.prompt else run(piece.text, setting))
    return paragraph


def _lay(body: Element, stretches: Sequence[_Stretch]) -> None:
    """Put everything into the body; where the orientation changes, a new page begins."""
    upright = body[-1]
    body.remove(upright)
    page = upright
    for landscape, joined in groupby(stretches, lambda stretch: stretch.landscape):
        if len(body):
            body.append(_spacer(page))
        page = turned(upright) if landscape else deepcopy(upright)
        for stretch in joined:
            body.extend(stretch.content)
    if body[-1].tag == qn("w:tbl"):
        body.append(_spacer())  # Word wants a paragraph behind the last table
    body.append(page)
    number_controls(body)


def _spacer(page: Element | None = None) -> Element:
    """Return an empty line that takes no room, the last of its page if it bears the page's measures."""
    spacing = {"w:before": "0", "w:after": "0", "w:line": "20", "w:lineRule": "exact"}
    properties = made("w:pPr", {}, made("w:spacing", spacing), made("w:rPr", {}, made("w:sz", {"w:val": "2"})))
    if page is not None:
        properties.append(page)
    return made("w:p", {}, properties)
