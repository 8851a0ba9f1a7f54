"""Edits of a document's prose: sections dropped, moved, renamed; paragraphs changed, added, hidden. All are pure."""

from __future__ import annotations

from collections.abc import Iterable

from lint.forms.places import paragraph, section_spec, stretch, tail, unfit
from lint.forms.specimen import renumbered
from lint.forms.template import Template
from lint.model import Block, Document, Location, Note, Paragraph, Table

Texts = tuple[str, ...]


def drop_section(document: Document, template: Template, *, section: str) -> Document:
    """Leave a section out, heading, prose and tables."""
    start, end = stretch(document, template, section)
    return with_blocks(document, (*document.blocks[:start], *document.blocks[end:]))


def move_section(
    document: Document, template: Template, *, section: str, before: str = "", after: str = ""
) -> Document:
    """Put a section, with its numeral, before or after another one."""
    start, end = stretch(document, template, section)
    rest = with_blocks(document, (*document.blocks[:start], *document.blocks[end:]))
    place = stretch(rest, template, before).start if before else stretch(rest, template, after).end
    return with_blocks(document, (*rest.blocks[:place], *document.blocks[start:end], *rest.blocks[place:]))


def swap_sections(document: Document, template: Template, *, section: str, other: str) -> Document:
    """Let two sections change places, each with its numeral."""
    first, second = sorted((stretch(document, template, section), stretch(document, template, other)))
    blocks = document.blocks
    between = blocks[first.end : second.start]
    swapped = (*blocks[second.start : second.end], *between, *blocks[first.start : first.end])
    return with_blocks(document, (*blocks[: first.start], *swapped, *blocks[second.end :]))


def rename_heading(document: Document, template: Template, *, section: str, to: str) -> Document:
    """Give a section another heading; its numeral stays."""
    return _headed(document, template, section, section_spec(template, section)._replace(heading=to).title)


def renumber_heading(document: Document, template: Template, *, section: str, to: str) -> Document:
    """Give a section another numeral, or none."""
    heading = section_spec(template, section).heading
    return _headed(document, template, section, f"{to}、{heading}" if to else heading)


def double_section(document: Document, template: Template, *, section: str) -> Document:
    """Let a section follow on itself once more."""
    start, end = stretch(document, template, section)
    return with_blocks(document, (*document.blocks[:end], *document.blocks[start:]))


def add_section(document: Document, template: Template, *, heading: str, text: Texts, after: str = "") -> Document:
    """Add a section after another one, or after the last; `heading` has its numeral."""
    place = stretch(document, template, after).end if after else tail(document)
    return _inserted(document, place, (heading, *text))


def set_section(document: Document, template: Template, *, section: str, text: Texts) -> Document:
    """Give a section other prose, or none; its tables stay."""
    start, end = stretch(document, template, section)
    tables = [block for block in document.blocks[start:end] if isinstance(block, Table)]
    fresh = [document.blocks[start], *map(_plain, text), *tables]
    return with_blocks(document, (*document.blocks[:start], *fresh, *document.blocks[end:]))


def drop_paragraph(document: Document, _: Template, *, containing: str) -> Document:
    """Leave out the first paragraph with these words."""
    place = paragraph(document, containing)
    return with_blocks(document, (*document.blocks[:place], *document.blocks[place + 1 :]))


def replace_text(document: Document, _: Template, *, old: str, new: str) -> Document:
    """Replace words in every paragraph that has them, tables left alone."""
    paragraph(document, old)
    return with_blocks(
        document,
        (
            block._replace(text=block.text.replace(old, new)) if isinstance(block, Paragraph) else block
            for block in document.blocks
        ),
    )


def insert_paragraph(
    document: Document, template: Template, *, text: str, section: str = "", after: str = ""
) -> Document:
    """Add a paragraph after the one with the words `after`, or at the end of a section."""
    place = paragraph(document, after) + 1 if after else stretch(document, template, section).end
    return _inserted(document, place, (text,))


def set_title(document: Document, _: Template, *, title: Texts) -> Document:
    """Give the report another title; the old one are the first paragraphs, up to the one that names the report."""
    last = paragraph(document, "报告")
    return with_blocks(document, (*map(_plain, title), *document.blocks[last + 1 :]))


def set_name(document: Document, _: Template, *, to: str) -> Document:
    """Give the file another name."""
    return document._replace(name=to)


def set_date(document: Document, _: Template, *, to: str) -> Document:
    """Give the report another date below it, or none."""
    if tail(document) == len(document.blocks):
        raise unfit("date")
    return with_blocks(document, (*document.blocks[:-1], *map(_plain, filter(None, [to]))))


def hide_text(document: Document, _: Template, *, containing: str) -> Document:
    """Make the first paragraph with these words hidden text."""
    place = paragraph(document, containing)
    return _odd(document, place, hidden=True)._replace(notes=(*document.notes, Note("hidden", Location(place + 1))))


def box_text(document: Document, _: Template, *, containing: str) -> Document:
    """Put the first paragraph with these words into a text box."""
    place = paragraph(document, containing)
    return _odd(document, place, boxed=True)._replace(notes=(*document.notes, Note("textbox", Location(place + 1))))


def add_note(
    document: Document,
    _: Template,
    *,
    kind: str,
    containing: str,
    count: int = 1,
    detail: str = "",
) -> Document:
    """Note something odd, a tracked change or a comment, at the first paragraph with these words."""
    note = Note(kind, Location(paragraph(document, containing) + 1), count, detail)
    return document._replace(notes=(*document.notes, note))


def other_document(document: Document, _: Template, *, text: Texts) -> Document:
    """Put some other writing in the report's place."""
    return with_blocks(document, map(_plain, text))


def with_blocks(document: Document, blocks: Iterable[Block]) -> Document:
    """Return the document with these blocks, counted anew."""
    return document._replace(blocks=renumbered(blocks))


def _inserted(document: Document, place: int, texts: Iterable[str]) -> Document:
    return with_blocks(document, (*document.blocks[:place], *map(_plain, texts), *document.blocks[place:]))


def _headed(document: Document, template: Template, section: str, heading: str) -> Document:
    start = stretch(document, template, section).start
    return with_blocks(document, (*document.blocks[:start], _plain(heading), *document.blocks[start + 1 :]))


def _odd(document: Document, place: int, *, hidden: bool = False, boxed: bool = False) -> Document:
    blocks = list(document.blocks)
    block = blocks[place]
    blocks[place] = block._replace(hidden=hidden, boxed=boxed) if isinstance(block, Paragraph) else block
    return with_blocks(document, blocks)


def _plain(text: str) -> Paragraph:
    return Paragraph(text, Location())
