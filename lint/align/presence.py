"""What of the form is not there to be checked, and why: missing, a picture in its place, or text run together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lint.align.sections import Sections
from lint.align.subject import Departure, SectionMatch, Subject, TableMatch
from lint.findings import Place
from lint.forms.template import TableSpec, Template
from lint.language.wording import bare
from lint.model import Block, Document, Location, Paragraph, Phrase, Table

_OLD = Phrase("报告是旧结构，没有按格式分为各部分", "the report has the old structure, not the parts of the form")
_ASTRAY = 2  # labels beside a table that lacks them, from which it has fallen apart
_MANY = 4  # labels in one paragraph from which it is no prose
_LONG = 4  # characters; shorter labels stand in prose, too
_RUN_TOGETHER = 0.5  # share of a table's longer labels found in running text from which it is a table run together


def absences(
    document: Document,
    template: Template,
    sections: Sections,
    tables: Mapping[str, TableMatch],
    others: Sequence[Template] = (),
) -> tuple[dict[str, Phrase], list[Departure]]:
    """Return by requirement ("section:KEY", "table:KEY", "sections", "form") why it is absent, and what shows it.

    A table that has run together may be that of one of the `others`, the form's other editions.
    """
    absent: dict[str, Phrase] = {}
    departures: list[Departure] = []
    prose = ""
    if len(tables) < len(template.tables) or len(sections.matches) < len(template.sections):
        prose = _text_beside(document.blocks, tables)
    lost = [spec for spec in template.tables if spec.key not in tables]
    twins = [each for other in others for each in other.tables]
    run_together = [
        spec
        for spec in lost
        if any(_is_run_together(each, prose) for each in (spec, *twins) if prose and each.key == spec.key)
    ]
    for spec in template.sections:
        if spec.key not in sections.matches:
            absent[f"section:{spec.key}"] = Phrase(f"缺少“{spec.title}”这一部分", f"section “{spec.title}” is missing")
    if run_together or not tables:
        absent["edition"] = Phrase("没有可供判断的表格", "there is no table to tell it by")
    if run_together:
        absent["tables"] = Phrase("表格的单元格连成了一片文字", "the cells of tables have run together into plain text")
        first = _first_of(run_together, document)
        place = Place(first.location, sections.part_of(first.location.block), text=first.text.strip())
        names = tuple(spec.name.zh for spec in run_together)
        departures.append(Departure("run-together", place, others=names))
        unseen = [spec for spec in template.sections if spec.key not in sections.matches]
        if unseen and all(bare(spec.heading) in prose for spec in unseen):
            absent["sections"] = Phrase("标题与正文连成一片，无法分出各部分", "headings and text have run together")
            absent.update({f"section:{spec.key}": absent["sections"] for spec in unseen})
    for table in template.tables:
        if table.key not in tables:
            section = sections.matches.get(table.section)
            run = table in run_together or "sections" in absent or (bool(run_together) and _is_traced(table, prose))
            why, departure = _why_absent(table, section, run=run)
            absent[f"table:{table.key}"] = why
            departures += [departure] if departure else []
    if not sections.matches and not tables and not run_together:
        absent["form"] = Phrase(
            "文中没有该表单的任何一个部分或表格", "the document has no section and no table of the form"
        )
    return absent, departures


def absences_of_old(template: Template, tables: Mapping[str, TableMatch]) -> dict[str, Phrase]:
    """Return why a report in the structure of before the form has no sections, and the tables it has not."""
    parts = (f"section:{spec.key}" for spec in template.sections)
    lacking = (f"table:{spec.key}" for spec in template.tables if spec.key not in tables)
    return dict.fromkeys(("sections", *([] if tables else ["edition"]), *parts, *lacking), _OLD)


def before_its_time(template: Template, year: int) -> Phrase:
    """Return why a report of a year before the form is not measured by it."""
    return Phrase(
        f"报告年度为 {year} 年，早于{template.name.zh}的适用年度（{template.since} 年起）",
        f"the report is on {year}; {template.name.en} is in force from {template.since} on",
    )


def not_yet_binding(template: Template, year: int) -> Phrase:
    """Return why a report of a year in which the form was only encouraged is not measured by it."""
    return Phrase(
        f"{year} 年度只是鼓励采用{template.name.zh}，这份报告没有采用",
        f"for {year}, {template.name.en} was only encouraged, and this report does not use it",
    )


def unmeasured(subject: Subject, reason: Phrase) -> Subject:
    """Return the subject with nothing of the form to be checked."""
    template = subject.template
    parts = (f"section:{spec.key}" for spec in template.sections)
    tables = (f"table:{spec.key}" for spec in template.tables)
    absent = {**subject.absent, **dict.fromkeys(("sections", "edition", *parts, *tables), reason)}
    return subject._replace(sections={}, tables={}, departures=(), absent=absent, other=None)


def fallen_apart(document: Document, sections: Sections, tables: Mapping[str, TableMatch]) -> frozenset[str]:
    """Return the keys of the tables in a text of which only a part stands there, and labels beside it."""
    if document.media != "text":
        return frozenset()
    found: set[str] = set()
    for key, table in tables.items():
        section = sections.matches.get(table.spec.section)
        within = bare("\n".join(cell.text for piece in table.pieces for cell in piece.cells()))
        lacking = [label for label in _longer_labels(table.spec) if label not in within]
        beside = _text_beside(section.body, tables) if section and lacking else ""
        astray = sum(label in beside for label in lacking)
        if astray >= _ASTRAY and astray > _RUN_TOGETHER * len(lacking):
            found.add(key)
    return frozenset(found)


def without_row_labels(departures: Sequence[Departure], specs: Sequence[TableSpec]) -> tuple[Departure, ...]:
    """Leave out the headings too many that are row labels of tables run together."""
    labels = set[str]().union(*map(_longer_labels, specs))
    return tuple(
        departure
        for departure in departures
        if departure.kind != "extra-section" or not any(label in bare(departure.found or "") for label in labels)
    )


def _text_beside(blocks: Sequence[Block], tables: Mapping[str, TableMatch]) -> str:
    """Return the text of paragraphs, bare, and of tables in a text of which nothing is known."""
    known = {piece.location for table in tables.values() for piece in table.pieces}
    texts: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            texts.append(block.text)
        elif block.ragged and block.location not in known:
            texts += [cell.text for cell in block.cells()]
    return bare("".join(texts))


def _is_run_together(spec: TableSpec, prose: str) -> bool:
    longer = _longer_labels(spec)
    return sum(label in prose for label in longer) > _RUN_TOGETHER * len(longer)


def _is_traced(spec: TableSpec, prose: str) -> bool:
    """Tell whether some long label of a table stands in running text."""
    labels = {bare(text) for band in spec.bands for column in band.columns for text in column.labels}
    return any(label in prose for label in labels | _longer_labels(spec) if len(label) > _LONG)


def _longer_labels(spec: TableSpec) -> set[str]:
    labels = {bare(row.labels[-1]) for _, row in spec.rows() if row.labels}
    labels |= {bare(column.labels[-1]) for band in spec.bands for column in band.columns}
    return {label for label in labels if len(label) >= 4}


def _first_of(lost: Sequence[TableSpec], document: Document) -> Paragraph:
    """Return where the first table that has run together begins: where labels are most of a text, or many in it."""
    labels = set[str]().union(*map(_longer_labels, lost))
    paragraphs = list(document.paragraphs())
    for paragraph in paragraphs:
        text = bare(paragraph.text)
        held = [len(label) for label in labels if label in text]
        if len(held) >= _MANY or 2 * sum(held) > len(text):
            return paragraph
    return max(paragraphs, key=lambda paragraph: len(paragraph.text))


def _why_absent(spec: TableSpec, section: SectionMatch | None, *, run: bool) -> tuple[Phrase, Departure | None]:
    if run:
        zh, en = "表格的单元格连成了一片文字，无法按表格读取", "the table's cells have run together into plain text"
        return Phrase(f"{spec.name.zh}：{zh}", f"{spec.name.en}: {en}"), None
    if section is None and spec.section:
        return Phrase(f"缺少{spec.name.zh}所在的部分", f"the section of {spec.name.en} is missing"), None
    place = Place(Location(), table=spec.key)
    if section is not None:
        place = Place(section.heading.location, section.spec.numeral, section.spec.key, spec.key)
    picture = _picture(section) if section else None
    if picture:
        departure = Departure("picture-for-table", place._replace(location=picture))
        return Phrase(f"{spec.name.zh}是图片，无法读取", f"{spec.name.en} is a picture"), departure
    return Phrase(f"缺少{spec.name.zh}", f"{spec.name.en} is missing"), Departure("missing-table", place)


def _picture(section: SectionMatch) -> Location | None:
    for block in section.body:
        if isinstance(block, Paragraph) and block.pictures:
            return block.location
        if isinstance(block, Table):
            held = next((cell.location for cell in block.cells() if cell.pictures), None)
            if held:
                return held
    return None
