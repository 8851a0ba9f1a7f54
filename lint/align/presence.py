"""What of the form is not there to be checked, and why: missing, a picture in its place, or text run together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lint.align.sections import Sections
from lint.align.subject import Departure, SectionMatch, Subject, TableMatch
from lint.findings import Place
from lint.forms.template import TableSpec, Template
from lint.language.wording import bare
from lint.model import Document, Location, Paragraph, Phrase, Table

_OLD = Phrase("报告是旧结构，没有按格式分为各部分", "the report has the old structure, not the parts of the form")
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
        prose = bare("".join(paragraph.text for paragraph in document.paragraphs()))
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
        longest = _longest(document)
        place = Place(longest.location, text=longest.text.strip())
        names = tuple(spec.name.zh for spec in run_together)
        departures.append(Departure("run-together", place, others=names))
        unseen = [spec for spec in template.sections if spec.key not in sections.matches]
        if unseen and all(bare(spec.heading) in prose for spec in unseen):
            absent["sections"] = Phrase("标题与正文连成一片，无法分出各部分", "headings and text have run together")
            absent.update({f"section:{spec.key}": absent["sections"] for spec in unseen})
    for table in template.tables:
        if table.key not in tables:
            section = sections.matches.get(table.section)
            why, departure = _why_absent(table, section, run=table in run_together or "sections" in absent)
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


def _is_run_together(spec: TableSpec, prose: str) -> bool:
    labels = {bare(row.labels[-1]) for _, row in spec.rows() if row.labels}
    labels |= {bare(column.labels[-1]) for band in spec.bands for column in band.columns}
    longer = [label for label in labels if len(label) >= 4]
    return sum(label in prose for label in longer) > _RUN_TOGETHER * len(longer)


def _longest(document: Document) -> Paragraph:
    return max(document.paragraphs(), key=lambda paragraph: len(paragraph.text))


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
