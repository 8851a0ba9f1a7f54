from __future__ import annotations

from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from lint import engine, readers
from lint.align import align
from lint.findings import Report
from lint.forms.layout import laid_out
from lint.forms.template import Band, ColumnSpec, Printed, RowSpec, SectionSpec, TableSpec, Template
from lint.markup.blank import blank_form
from lint.markup.words import Words
from lint.model import Document, Phrase, Table
from lint.rulebook import load_rulebook
from tests.markup.blanks import BLANKS, BODY, EDITIONS, blank, template, words
from tests.markup.wordfile import body, controls, misplaced, parts

both = pytest.mark.parametrize(("edition", "of"), BLANKS)


def _read(data: bytes, name: str = "blank.docx") -> Document:
    return readers.read(data, name)


def _checked(data: bytes) -> Report:
    book = load_rulebook("cn-disclosure")
    options = engine.Options(frozenset(rule.code for rule, _ in book.checks))
    return engine.check(_read(data), book, options, "blank.docx")


def _label_texts(made: Template) -> set[str]:
    labels = {f"{section.numeral}、{section.heading}" for section in made.sections}
    for spec in made.tables:
        labels |= {cell.text for cell in laid_out(spec, {}, "").cells() if cell.text}
    return labels


@both
def test_labels_and_headings_are_locked_and_nothing_else_is(edition: str, of: str) -> None:
    locked = {text for text, lock, _ in controls(blank(edition, of)) if lock == "sdtContentLocked"}
    title = {of, f"{edition}年政府信息公开工作年度报告"} if of else {"年政府信息公开工作年度报告"}
    assert locked == _label_texts(template(edition)) | title


@both
def test_no_label_stands_outside_a_lock(edition: str, of: str) -> None:
    outside = [
        text.text
        for text in body(blank(edition, of)).iter(qn("w:t"))
        if not any(above.tag == qn("w:sdt") for above in text.iterancestors())
    ]
    assert not _label_texts(template(edition)) & set(outside)


@both
def test_value_cells_are_empty_paragraphs_open_to_anyone(edition: str, of: str) -> None:
    open_cells = [
        cell
        for cell in body(blank(edition, of)).iter(qn("w:tc"))
        if cell.find(f".//{qn('w:sdt')}") is None and not _continues(cell)
    ]
    values = sum(len(band.columns) for spec in template(edition).tables for band, _ in spec.rows())
    assert len(open_cells) == values
    assert not any(text for cell in open_cells for text in cell.itertext())


def _continues(cell: etree._Element) -> bool:
    merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    return merge is not None and merge.get(qn("w:val")) is None


def test_prompts_give_way_to_what_is_typed() -> None:
    prompts = [text for text, lock, prompt in controls(blank("2021")) if prompt and not lock]
    hints = [section.hint for section in template("2021").sections if section.hint]
    assert prompts == [
        *("××单位", "××××", "××××", "××××"),  # title, twice in the period
        *hints,
        *("××单位", "××××", "×", "×"),  # signature
    ]
    assert all(
        control.find(f"{qn('w:sdtPr')}/{qn('w:temporary')}") is not None
        for control in body(blank("2021")).iter(qn("w:sdt"))
        if control.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}") is not None
    )


def test_what_is_given_is_no_prompt() -> None:
    prompts = [text for text, _, prompt in controls(blank("2021", BODY)) if prompt]
    assert prompts == ["（文字描述）", "（文字描述）", "（文字描述，收取信息处理费情况在此处报告。）", "×", "×"]
    texts = [paragraph.text for paragraph in _read(blank("2021", BODY)).paragraphs()]
    assert texts[:3] == [
        BODY,
        "2021年政府信息公开工作年度报告",
        "本报告中所列数据的统计期限自2021年1月1日起至2021年12月31日止。",
    ]
    assert texts[-2:] == [BODY, "2022年×月×日"]


@both
def test_controls_are_numbered_apart(edition: str, of: str) -> None:
    numbers = [number.get(qn("w:val")) for number in body(blank(edition, of)).iter(qn("w:id"))]
    assert len(numbers) == len(set(numbers)) > 40
    assert all(0 < int(number) < 2**31 for number in numbers)


@both
def test_elements_stand_in_the_order_of_the_schema(edition: str, of: str) -> None:
    found = parts(blank(edition, of))
    for name in ("word/document.xml", "word/footer1.xml"):
        assert not misplaced(etree.fromstring(found[name])), name
    styles = etree.fromstring(found["word/styles.xml"])
    assert not misplaced(next(style for style in styles if style.get(qn("w:styleId")) == "PlaceholderText"))


def test_the_order_is_really_looked_at() -> None:
    for tag, child in (("w:tcPr", "w:tcW"), ("w:p", "w:pPr"), ("w:sdtPr", "w:id"), ("w:tc", "w:tcPr")):
        root = body(blank("2021"))
        element = next(root.iter(qn(tag)))
        element.append(element.find(qn(child)))  # moved to the end
        assert misplaced(root), tag
    root = body(blank("2021"))
    next(root.iter(qn("w:p"))).insert(0, etree.Element(qn("w:pPr")))
    assert misplaced(root)


@both
def test_the_same_arguments_give_the_same_bytes(edition: str, of: str) -> None:
    year = int(edition) if of else None
    assert blank_form(template(edition), words(), body=of, year=year) == blank(edition, of)


@both
def test_word_libraries_open_it(edition: str, of: str) -> None:
    word = docx.Document(BytesIO(blank(edition, of)))
    assert len(word.tables) == 3
    assert not word.core_properties.author
    assert not word.core_properties.last_modified_by


def test_only_the_wide_table_lies_across() -> None:
    root = body(blank("2021"))
    sizes = [tuple(int(size.get(qn(f"w:{side}"))) for side in "wh") for size in root.iter(qn("w:pgSz"))]
    assert sizes == [(11906, 16838), (16838, 11906), (11906, 16838)]
    margins = [sum(int(page.get(qn(f"w:{side}"))) for side in ("left", "right")) for page in root.iter(qn("w:pgMar"))]
    widths = [int(width.get(qn("w:w"))) for width in root.iter(qn("w:tblW"))]
    for page, width in zip((0, 0, 1), widths, strict=True):
        assert abs(sizes[page][0] - margins[page] - width) <= 20


def test_headers_come_again_on_each_page_and_rows_stay_whole() -> None:
    tables = list(body(blank("2021")).iter(qn("w:tbl")))
    repeated = [len(list(table.iter(qn("w:tblHeader")))) for table in tables]
    assert repeated == [0, 3, 3]  # the bands of the first have a header each
    for table in tables:
        assert len(list(table.iter(qn("w:cantSplit")))) == len(list(table.iter(qn("w:tr"))))


@both
def test_it_departs_from_the_form_in_nothing(edition: str, of: str) -> None:
    subject = align(_read(blank(edition, of)), template(edition))
    assert subject.departures == ()
    assert len(subject.tables) == 3
    assert {value.state for match in subject.tables.values() for value in match.values.values()} == {"blank"}


@both
def test_unfilled_it_is_told_what_is_to_be_filled_in_and_nothing_of_labels(edition: str, of: str) -> None:
    report = _checked(blank(edition, of))
    codes = {finding.code for finding in report.findings}
    assert {"ST012", "TB010"} <= codes  # prompts, the date among them, and blank cells
    nameless = {"IN005", "PB001", "DT001"}  # no year told
    assert not codes - {"ST012", "TB010", "ST010"} - (set() if of else nameless)


@pytest.mark.parametrize("edition", EDITIONS)
def test_filled_in_it_has_no_error(edition: str) -> None:
    word = docx.Document(BytesIO(blank(edition, BODY)))
    for cell in word.element.body.iter(qn("w:tc")):
        if cell.find(f".//{qn('w:sdt')}") is None and not _continues(cell):
            run = etree.SubElement(cell.find(qn("w:p")), qn("w:r"))
            etree.SubElement(run, qn("w:t")).text = "0"
    texts = iter(
        ("全年主动公开信息120条。", "存在的问题是更新不及时；已改进制度，每月通报。", "未收取信息处理费。", "1", "14")
    )
    for control in word.element.body.iter(qn("w:sdt")):
        if control.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}") is not None:
            next(control.iter(qn("w:t"))).text = next(texts)
    filled = BytesIO()
    word.save(filled)
    report = _checked(filled.getvalue())
    assert [finding for finding in report.findings if finding.severity == "error"] == []
    assert [finding for finding in report.findings if finding.code.startswith(("TB", "AR", "IN"))] == []
    assert (report.body, report.year) == (BODY, int(edition))


def test_figures_known_already_stand_in_their_cells() -> None:
    data = blank_form(template("2021"), figures={"applications": {"carried_in": {"natural": "3", "total": "4"}}})
    values = align(_read(data), template("2021")).tables["applications"].values
    assert {key: value.text for key, value in values.items() if value.state == "number"} == {
        ("carried_in", "natural"): "3",
        ("carried_in", "total"): "4",
    }
    assert "3" not in {text for text, lock, _ in controls(data) if lock}


def _form(*tables: TableSpec, sections: tuple[SectionSpec, ...] = (), title: str = "") -> Template:
    return Template("f", "1", 2020, None, Phrase("表", "form"), title, "令", sections, tables)


def _spec(key: str, section: str = "", printed: tuple[Printed, ...] = ()) -> TableSpec:
    columns = (ColumnSpec("a", ("甲",)), ColumnSpec("b", ("乙",)))
    band = Band("", "项目", columns, (RowSpec("x", ("一组", "其一")), RowSpec("y", ("一组", "其二"))))
    return TableSpec(key, section, Phrase("表", "table"), (band,), printed=printed)


def test_a_form_may_have_only_tables() -> None:
    blocks = _read(blank_form(_form(_spec("p"), _spec("q")))).blocks
    assert [type(block) for block in blocks] == [Table, Table]
    assert not misplaced(body(blank_form(_form(_spec("p"), _spec("q")))))


def test_a_form_may_have_only_sections() -> None:
    sections = (SectionSpec("s", "一", "情况"), SectionSpec("t", "二", "问题", hint="（请写）"))
    data = blank_form(_form(sections=sections, title="年报"), Words(), body="某局", year=2020)
    texts = [paragraph.text for paragraph in _read(data).paragraphs()]
    assert texts == ["某局", "2020年年报", "一、情况", "二、问题", "（请写）"]
    empty = [paragraph for paragraph in docx.Document(BytesIO(data)).paragraphs if not any(paragraph._p.itertext())]
    assert len(empty) == 1  # to write under the heading that has no hint


@pytest.mark.parametrize(("rows", "kept"), [(20, 20), (60, 1)])
def test_a_table_stays_on_one_page_if_a_page_can_hold_it(rows: int, kept: int) -> None:
    spec = _spec("p")
    (band,) = spec.bands
    many = tuple(RowSpec(f"r{number}", (f"第{number}项",)) for number in range(rows))
    data = blank_form(_form(spec._replace(bands=(band._replace(rows=many),))))
    lines = list(body(data).iter(qn("w:tr")))
    keeping = [next(line.iter(qn("w:p"))).find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None for line in lines]
    assert keeping == [True] * kept + [False] * (rows + 1 - kept)


def test_what_the_form_prints_in_a_value_cell_is_locked() -> None:
    data = blank_form(_form(_spec("p", printed=(Printed("x", "b", "—"),))))
    assert ("—", "sdtContentLocked", False) in list(controls(data))
