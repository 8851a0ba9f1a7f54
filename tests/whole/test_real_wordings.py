"""Wordings and layouts met in published reports and in files made by hand: what is right stays clean, what is wrong is
told once."""

from __future__ import annotations

import pytest

from lint.forms.departures import departed
from lint.forms.examples import Example
from lint.forms.specimen import renumbered
from lint.model import Block, Document, Paragraph, Table
from tests.whole.checking import all_zero, busy, checked, edited, examples, told
from tests.whole.test_harmless import after


def section(key: str, *text: str) -> Document:
    return edited(all_zero(), "set-section", section=key, text=text)


@pytest.mark.parametrize(
    "text",
    [
        "本年度未收取政府信息公开信息处理费。",
        "依申请公开政府信息全部免费提供。",
        "均未收任何费用。",
        "未收取政府信息公开申请人任何成本性费用。",
        "没有要求申请人缴费。",
        "本年度没有产生信息公开处理费。",
        "收费情况：无。",
    ],
)
def test_a_fee_statement_in_any_words(text: str) -> None:
    assert told(checked(section("other", text))) == []


@pytest.mark.parametrize(
    "text",
    [
        "存在的问题：公开意识仍需增强，内容仍需细化。改进情况：增加1名专职信息员，办理时间缩短到3个工作日。",
        "主要是宣传面窄，群众知晓率偏低。举措：每半年征集一次公众意见，据此调整公开目录。",
        "难点在于依申请公开的尺度难以把握，答复出错率较高。采取以下对策：引入第三方测评，按月通报。",
        "业务人员对条例还不熟，政策解读形式老套。与融媒体中心签订协议，制作短视频解读。",
    ],
)
def test_problems_and_measures_in_any_words(text: str) -> None:
    assert told(checked(section("problems", text))) == []


@pytest.mark.parametrize("text", ["无。", "不存在问题。", "无", "暂不存在主要问题及改进情况。"])
def test_a_thin_section_is_told(text: str) -> None:
    assert told(checked(section("problems", text))) == [("ST016", None, None)]


@pytest.mark.parametrize(
    "text",
    [
        "全年公开政府信息236条。未收到政府信息公开申请。坚持三审三校，规范审核把关。用好微信公众号。定期开展督查。",
        (
            "（一）主动公开政府信息情况\n公开236条。\n（二）依申请公开办理情况\n无申请。\n（三）强化管理，严格审查\n制度健全。\n"
            "（四）公开平台建设情况\n网站1个。\n（五）加强领导，压实责任\n培训2次。"
        ),
        "一是主动公开各类信息236条。二是依申请公开0件。三是做好信息管理。四是建好网站专栏。五是加强监督考核。",
    ],
)
def test_the_five_topics_in_any_words(text: str) -> None:
    assert told(checked(section("overview", *text.split("\n")))) == []


@pytest.mark.parametrize(
    "text",
    [
        "张××、李XX等3人提出的申请已答复。",
        "咨询电话138××××1234，传真0533-×××××××。",
        "车牌鲁C×××××的投诉已办结，案号为（2024）鲁行初××号。",
        "标题用小四号字的要求已传达。",
    ],
)
def test_masked_data_are_no_placeholders(text: str) -> None:
    assert told(checked(after("一、总体", text)(busy()))) == []


@pytest.mark.parametrize(
    "text",
    [
        "20XX年",
        "受理申请X件。",
        "（单位名称）高度重视。",
        "某某镇认真落实。",
        "（请填写）",
        "公开信息___条。",
        "【此处插入图片】",
    ],
)
def test_placeholders_are_told_once(text: str) -> None:
    assert told(checked(after("一、总体", text)(busy()))) == [("ST012", None, None)]


@pytest.mark.parametrize(
    "heads",
    [
        ("（一）主动公开政府信息情况", "（二）收到和处理政府信息公开申请情况"),
        ("1.主动公开政府信息情况", "2、收到和处理政府信息公开申请情况"),
        ("（一）总体情况",),
    ],
)
def test_sub_headings_that_read_like_sections(heads: tuple[str, ...]) -> None:
    assert told(checked(after("一、总体", *heads)(busy()))) == []


@pytest.mark.parametrize("manner", ["{n}、{h}；", "（{n}）{h}", "{h}"])
def test_the_parts_listed_line_by_line_in_the_preamble(manner: str) -> None:
    lines = [manner.format(n=spec.numeral, h=spec.heading) for spec in examples().template.sections]
    assert told(checked(after("本报告根据", *lines)(busy()))) == []


@pytest.mark.parametrize(("year", "codes"), [("2024年", []), ("2024年度", []), ("2023年", ["DT008"])])
def test_a_year_in_a_heading(year: str, codes: list[str]) -> None:
    document = edited(busy(), "rename-heading", section="overview", to=f"{year}总体情况")
    assert [code for code, _, _ in told(checked(document))] == codes


def test_a_caption_like_the_heading() -> None:
    assert told(checked(after("二、主动公开", "主动公开政府信息情况")(busy()))) == []


def test_a_heading_across_the_first_row_of_its_table() -> None:
    document = busy()
    blocks: list[Block] = []
    for block in document.blocks:
        last = blocks[-1] if blocks else None
        if isinstance(block, Table) and isinstance(last, Paragraph) and last.text.startswith("二、"):
            grid = edited(document, "rename-header", table="disclosed", label="第二十条第（一）项", to=last.text)
            top = next(grid.tables()).grid[0]
            lower = tuple(
                tuple(
                    cell and cell._replace(location=cell.location._replace(row=cell.location.row + 1)) for cell in row
                )
                for row in block.grid
            )
            blocks[-1] = block._replace(grid=(top, *lower))
        else:
            blocks.append(block)
    assert told(checked(document._replace(blocks=renumbered(blocks)), "word")) == []


def test_words_in_all_cells_of_the_last_table() -> None:
    keys = [column.key for column in examples().template.table("disputes").bands[0].columns]
    filled = edited(all_zero(), "set-values", table="disputes", values={"cases": dict.fromkeys(keys, "无")})
    assert [code for code, _, _ in told(checked(filled))] == ["TB011"]


@pytest.mark.parametrize("value", ["1.5", "-1"])
def test_a_figure_that_cannot_be_is_told_and_not_its_sums(value: str) -> None:
    document = edited(all_zero(), "set-value", table="applications", row="granted", column="natural", to=value)
    code = "TB012" if value == "1.5" else "TB013"
    assert told(checked(document)) == [(code, "granted", "natural")]


@pytest.mark.parametrize("column", ["natural", "business", "total"])
def test_a_defect_in_a_repeated_header_is_told_once(column: str) -> None:
    document = edited(all_zero(), "rename-column", table="applications", column=column, to="预算数")
    document = edited(document, "split-table", table="applications", row="refused_internal", repeat=True)
    assert told(checked(document)) == [("TB005", None, column)]


def test_a_table_that_nobody_filled_in_is_told_once() -> None:
    """An unfilled content control shows its prompt."""
    template = examples().template
    values = {
        row.key: {column.key: "单击此处输入文字。" for column in band.columns}
        for band, row in template.table("applications").rows()
    }
    report = checked(edited(all_zero(), "set-values", table="applications", values=values))
    assert [finding.code for finding in report.findings] == ["TB010"]


@pytest.mark.parametrize("table", ["disclosed", "applications", "disputes"])
def test_a_blank_column_for_remarks_is_told_once(table: str) -> None:
    last = examples().template.table(table).bands[0].columns[-1].key
    document = edited(all_zero(), "add-column", table=table, after=last, label="备注", value="")
    assert [code for code, _, _ in told(checked(document))] == ["TB018"]


@pytest.mark.parametrize("manner", ["{n}、{h}", "（{c}）{h}", "{h}"])
def test_another_manner_of_numbering_is_one_defect(manner: str) -> None:
    document = busy()
    for rank, spec in enumerate(examples().template.sections, 1):
        heading = f"{spec.numeral}、{spec.heading}"
        new = manner.format(n=rank, c=spec.numeral, h=spec.heading)
        document = edited(document, "rename-heading", section=spec.key, to="?")
        document = edited(document, "replace-text", old=f"{spec.numeral}、?", new=new)
        assert heading not in {paragraph.text for paragraph in document.paragraphs()}
    assert [code for code, _, _ in told(checked(document))] == ["ST005"]


def test_a_report_named_after_the_year_it_was_sent_in() -> None:
    assert told(checked(edited(busy(), "set-name", to="终稿2025年.docx"))) == []


def test_every_example_of_the_rules_is_told_in_word_too() -> None:
    for example in examples().examples[::9]:
        if not example.file and not _noted(example):
            made = examples()
            document = departed(made.document(), made.template, example.edits)
            codes = {finding.code for finding in checked(document, "word").findings}
            assert codes == {example.code, *example.also}, example.code


def _noted(example: Example) -> bool:
    return any(step.op in {"add-note", "set-name"} for step in example.edits)
