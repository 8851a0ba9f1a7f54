from __future__ import annotations

import time

import pytest

from lint.model import Location, Paragraph
from tests.readers.fragments import (
    document,
    kinds,
    p,
    paragraph,
    part,
    run,
    table,
    tbl,
    tc,
    texts,
    tr,
)

FIELD = '<w:r><w:fldChar w:fldCharType="{0}"/></w:r>'
INSTRUCTION = "<w:r><w:instrText>PAGE</w:instrText></w:r>"
BOX = "<w:txbxContent>{0}</w:txbxContent>"
SHAPE = (
    "<mc:AlternateContent><mc:Choice Requires='{0}'><w:drawing><wps:txbx>{1}</wps:txbx></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><v:textbox>{1}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
)
PICTURE = "<w:r><w:drawing><wp:inline><a:blip r:embed='r1'/></wp:inline></w:drawing></w:r>"


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        pytest.param(run("2021") + run("年度") + run("报告"), "2021年度报告", id="runs-split-anywhere"),
        pytest.param("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>", "甲\t乙", id="tab"),
        pytest.param(
            "<w:pPr><w:tabs><w:tab w:val='left' w:pos='9'/></w:tabs></w:pPr>" + run("甲"), "甲", id="tab-stop"
        ),
        pytest.param(
            "<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:cr/><w:t>丙</w:t></w:r>", "甲\n乙\n丙", id="soft-breaks"
        ),
        pytest.param("<w:r><w:t>甲</w:t><w:br w:type='page'/><w:t>乙</w:t></w:r>", "甲乙", id="page-break"),
        pytest.param("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>b</w:t></w:r>", "a-b", id="hyphens"),
        pytest.param("<w:r><w:t>甲</w:t><w:ptab/><w:t>乙</w:t></w:r>", "甲\t乙", id="ptab"),
        pytest.param("<w:r><w:t>甲\n   乙</w:t></w:r>", "甲    乙", id="raw-line-feed-is-a-blank"),
        pytest.param("<w:r><w:sym w:font='Wingdings' w:char='F0FE'/></w:r>", "☑", id="wingdings-box"),
        pytest.param("<w:r><w:sym w:font='Symbol' w:char='F0B3'/></w:r>", "≥", id="symbol-font"),
        pytest.param("<w:r><w:sym w:font='仿宋' w:char='2460'/></w:r>", "①", id="own-character"),
        pytest.param(
            "<w:r><w:sym w:font='x' w:char='D800'/><w:sym w:char='zz'/></w:r>" + run("甲"), "甲", id="no-such-char"
        ),
        pytest.param(f"<w:hyperlink>{run('网址')}</w:hyperlink>", "网址", id="hyperlink"),
        pytest.param(
            f"<w:smartTag><w:customXml>{run('甲')}</w:customXml></w:smartTag>", "甲", id="smart-tag-custom-xml"
        ),
        pytest.param(f"<w:sdt><w:sdtPr/><w:sdtContent>{run('甲')}</w:sdtContent></w:sdt>", "甲", id="inline-control"),
        pytest.param(f"<w:dir><w:bdo>{run('甲')}</w:bdo></w:dir>", "甲", id="direction"),
        pytest.param(f"<xx:new>{run('甲')}</xx:new>", "甲", id="unknown-wrapper"),
        pytest.param(f"<w:fldSimple w:instr='DATE'>{run('3月')}</w:fldSimple>", "3月", id="simple-field"),
        pytest.param(
            FIELD.format("begin") + INSTRUCTION + FIELD.format("separate") + run("7") + FIELD.format("end") + run("页"),
            "7页",
            id="field-result",
        ),
        pytest.param(
            FIELD.format("begin")
            + INSTRUCTION
            + FIELD.format("begin")
            + run("指令")
            + FIELD.format("separate")
            + run("指令")
            + FIELD.format("end")
            + FIELD.format("separate")
            + run("7")
            + FIELD.format("end"),
            "7",
            id="field-inside-an-instruction",
        ),
        pytest.param(FIELD.format("begin") + INSTRUCTION + FIELD.format("end") + run("甲"), "甲", id="field-no-result"),
        pytest.param(
            FIELD.format("end") + FIELD.format("separate") + run("甲"), "甲", id="field-ends-without-beginning"
        ),
        pytest.param(
            f"<w:r><w:ruby><w:rubyPr/><w:rt>{run('jing')}</w:rt><w:rubyBase>{run('敬')}</w:rubyBase></w:ruby></w:r>",
            "敬",
            id="ruby-base",
        ),
        pytest.param("<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>", "a+b", id="math"),
        pytest.param("<w:r><w:footnoteReference w:id='2'/></w:r>" + run("甲"), "甲", id="footnote-mark"),
        pytest.param(
            f"<mc:AlternateContent><mc:Choice Requires='wps'>{run('新')}</mc:Choice>"
            f"<mc:Fallback>{run('旧')}</mc:Fallback></mc:AlternateContent>",
            "新",
            id="first-choice",
        ),
        pytest.param(
            f"<mc:AlternateContent><mc:Choice Requires='xx'>{run('新')}</mc:Choice>"
            f"<mc:Fallback>{run('旧')}</mc:Fallback></mc:AlternateContent>",
            "旧",
            id="fallback-of-an-unknown-choice",
        ),
    ],
)
def test_text_of_a_paragraph(inner: str, text: str) -> None:
    assert texts(f"<w:p>{inner}</w:p>") == [text]


@pytest.mark.parametrize(
    "wrapper",
    [
        "<w:sdt><w:sdtPr/><w:sdtContent>{0}</w:sdtContent></w:sdt>",
        "<w:customXml>{0}</w:customXml>",
        "<w:sdt><w:sdtContent><w:sdt><w:sdtContent>{0}</w:sdtContent></w:sdt></w:sdtContent></w:sdt>",
        "<mc:AlternateContent><mc:Choice Requires='wps'>{0}</mc:Choice><mc:Fallback/></mc:AlternateContent>",
        "<w:ins>{0}</w:ins>",
    ],
)
def test_wrapped_blocks_stand_in_order(wrapper: str) -> None:
    found = document(p("一") + wrapper.format(p("二") + tbl(tr("a", "b"))) + p("三"))
    assert [block.text if isinstance(block, Paragraph) else "table" for block in found.blocks] == [
        "一",
        "二",
        "table",
        "三",
    ]
    assert [block.location.block for block in found.blocks] == [1, 2, 3, 4]


def test_paragraphs_without_text_are_left_out_but_pictures_count() -> None:
    found = document(p("甲") + p() + p("  ") + p(inner=PICTURE) + p("乙"))
    assert [(item.text, item.pictures, item.location.block) for item in found.paragraphs()] == [
        ("甲", 0, 1),
        ("", 1, 2),
        ("乙", 0, 3),
    ]


def test_an_unbalanced_field_does_not_swallow_the_document() -> None:
    assert texts(p("甲", inner=FIELD.format("begin") + INSTRUCTION) + p("乙") + p("丙")) == ["甲", "乙", "丙"]


def test_a_field_over_several_paragraphs_gives_its_result() -> None:
    body = p(inner=FIELD.format("begin") + INSTRUCTION) + p("指令") + p(inner=FIELD.format("separate") + run("目录"))
    assert texts(body + p("一、总体情况", inner=FIELD.format("end")) + p("正文")) == ["目录", "一、总体情况", "正文"]


@pytest.mark.parametrize(
    ("box", "count"),
    [
        (f"<w:r>{SHAPE.format('wps', BOX.format(p('框内')))}</w:r>", 1),
        (f"<w:r><w:pict><v:textbox>{BOX.format(p('框内'))}</v:textbox></w:pict></w:r>", 1),
        (f"<w:r>{SHAPE.format('xx', BOX.format(p('框内')))}</w:r>", 1),
    ],
    ids=["drawing", "vml", "fallback-of-an-unknown-choice"],
)
def test_text_boxes_follow_their_anchor_once(box: str, count: int) -> None:
    found = document(p("甲") + p("乙", inner=box + run("尾")) + p("丙"))
    assert [(item.text, item.boxed) for item in found.paragraphs()] == [
        ("甲", False),
        ("乙尾", False),
        ("框内", True),
        ("丙", False),
    ]
    assert kinds(found) == {"textbox": count}
    assert found.notes[0].location == Location(3)


def test_text_boxes_of_a_cell_follow_the_table_and_may_hold_tables() -> None:
    box = f"<w:r>{SHAPE.format('wps', BOX.format(p('框内') + tbl(tr('1', '2'))))}</w:r>"
    found = document(tbl(tr(tc(inner=p("a", inner=box)), "b")))
    assert [type(block).__name__ for block in found.blocks] == ["Table", "Paragraph", "Table"]
    assert next(iter(found.tables())).grid[0][0].text == "a"  # type: ignore[union-attr]  # the grid has no gaps


def test_an_empty_text_box_is_no_note() -> None:
    assert kinds(document(p("甲", inner=f"<w:r>{SHAPE.format('wps', BOX.format(p()))}</w:r>"))) == {}


@pytest.mark.parametrize(
    ("body", "hidden"),
    [
        pytest.param(p(inner=run("藏", "<w:vanish/>")), True, id="run"),
        pytest.param(p(inner=run("现", '<w:vanish w:val="0"/>')), False, id="switched-off"),
        pytest.param(p("甲", properties="<w:rPr><w:vanish/></w:rPr>"), False, id="only-the-mark"),
        pytest.param(p("甲", inner="<w:r><w:rPr><w:vanish/></w:rPr></w:r>"), False, id="nothing-in-it"),
        pytest.param(p(inner=run("藏", '<w:rStyle w:val="H"/>')), True, id="character-style"),
        pytest.param(p("藏", properties='<w:pStyle w:val="B"/>'), True, id="paragraph-style-based-on-one"),
        pytest.param(p("现", properties='<w:pStyle w:val="N"/>'), False, id="other-style"),
    ],
)
def test_hidden_text_is_kept_and_flagged(body: str, hidden: bool) -> None:  # noqa: FBT001 - a column of the case table
    styles = part(
        "styles",
        '<w:style w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:styleId="B"><w:basedOn w:val="H"/></w:style>'
        '<w:style w:styleId="N"><w:basedOn w:val="H"/><w:rPr><w:vanish w:val="false"/></w:rPr></w:style>',
    )
    found = document(body, styles=styles)
    (only,) = found.paragraphs()
    assert only.hidden is hidden
    assert only.text
    assert ("hidden" in kinds(found)) is hidden


def test_pictures_are_counted_but_text_boxes_and_lines_are_not() -> None:
    line = "<w:r><w:pict><v:line/></w:pict></w:r>"
    old = "<w:r><w:object><v:shape><v:imagedata r:id='r2'/></v:shape></w:object></w:r>"
    assert paragraph(p("甲", inner=PICTURE + old + line)).pictures == 2
    assert table(tbl(tr(tc(inner=p(inner=PICTURE)), "b"))).grid[0][0].pictures == 1  # type: ignore[union-attr]  # no gaps


def test_embedded_documents_are_noted() -> None:
    assert kinds(document(p("甲") + '<w:altChunk r:id="r9"/>')) == {"embedded-document": 1}


def test_fields_within_fields_take_time_in_proportion() -> None:
    opened = (FIELD.format("begin") + FIELD.format("separate")) * 20_000
    started = time.process_time()
    assert texts(p(inner=opened + run("甲") * 20_000 + FIELD.format("end") * 20_000) + p("乙")) == ["甲" * 20_000, "乙"]
    assert time.process_time() - started < 2


def test_a_field_inside_an_instruction_hides_its_result_too() -> None:
    inner = FIELD.format("begin") + FIELD.format("separate") + run("内") + FIELD.format("end")
    outer = FIELD.format("begin") + inner + FIELD.format("separate") + run("外") + FIELD.format("end") + run("后")
    assert texts(p(inner=outer)) == ["外后"]
