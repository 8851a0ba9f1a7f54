from __future__ import annotations

from collections.abc import Iterator

import pytest

from lint.forms import load_pack, load_template
from lint.forms.departures import Edit, departed
from lint.forms.sheet import sheet
from lint.forms.template import Template
from lint.learn.changes import Change
from lint.learn.compare import compare
from lint.model import Document, Table
from tests.learn.blank_forms import blank
from tests.learn.telling import one, told

EDITIONS = load_pack("cn-disclosure").templates
NEWEST = EDITIONS[-1]


def edited(template: Template, op: str, **options: object) -> tuple[Change, ...]:
    return told(departed(blank(template), template, [Edit(op, options)]), template)


def with_cell(document: Document, block: int, row: int, column: int, text: str) -> Document:
    blocks = list(document.blocks)
    table = blocks[block]
    assert isinstance(table, Table)
    blocks[block] = sheet(table).wording(row, column, text).table(table.location)
    return document._replace(blocks=tuple(blocks))


def every_cell(document: Document, *, labels: bool) -> Iterator[tuple[int, int, int, str]]:
    """Block, row, column and text of the cells with a label, or of those to be filled in."""
    for block, table in enumerate(document.blocks):
        if isinstance(table, Table):
            for cell in table.cells():
                if bool(cell.text.strip()) == labels:
                    yield block, cell.location.row - 1, cell.location.column - 1, cell.text


# ------------------------------------------------------------------------------------- editions, as a colleague reads


def test_what_the_authority_changed_in_2021() -> None:
    changes = compare(load_template("cn-disclosure", "2019"), load_template("cn-disclosure", "2021"))
    assert [(change.kind, change.where.words.zh) for change in changes] == [
        ("source", "整份表单"),
        ("years", "整份表单"),
        ("band-dropped", "第二部分表格"),
        ("columns-replaced", "第二部分表格“第二十条第（一）项”一栏"),
        ("row-renamed", "第二部分表格“第二十条第（一）项”一栏"),
        ("columns-replaced", "第二部分表格“第二十条第（五）项”一栏"),
        ("row-dropped", "第二部分表格“第二十条第（五）项”一栏"),
        ("columns-replaced", "第二部分表格“第二十条第（六）项”一栏"),
        ("columns-replaced", "第二部分表格“第二十条第（八）项”一栏"),
        ("row-split", "第三部分表格"),
        ("sum-changed", "第三部分表格"),
        ("hint-changed", "第六部分"),
    ]
    sentences = {change.kind: change.sentence.zh for change in changes}
    assert sentences["row-renamed"] == "“规范性文件”一行改为“行政规范性文件”"
    assert sentences["band-dropped"] == "取消“第二十条第（九）项”一栏（1 行：“政府集中采购”）"
    assert sentences["row-split"].startswith("“（六）其他处理”一行分成 3 行：“1.申请人")
    assert sentences["years"] == "适用的报告年度由 2019—2020 年（2020 年起必须执行）改为 2021 年起"


def test_the_other_way_round() -> None:
    kinds = [change.kind for change in compare(load_template("cn-disclosure", "2021"), EDITIONS[0])]
    assert {"band-added", "row-added", "row-merged"} <= set(kinds)
    assert len(kinds) == 12


@pytest.mark.parametrize("template", EDITIONS, ids=lambda template: template.edition)
def test_an_edition_does_not_differ_from_itself_nor_from_its_blank_form(template: Template) -> None:
    assert compare(template, template) == ()
    assert told(blank(template), template) == ()
    assert told(blank(template), template, like=False) == ()


# ------------------------------------------------------------------------------------- one thing done to a blank form


@pytest.mark.parametrize("like", [True, False], ids=["like", "alone"])
@pytest.mark.parametrize("template", EDITIONS, ids=lambda template: template.edition)
def test_every_label_cell_changed_is_one_change(template: Template, like: bool) -> None:  # noqa: FBT001 - a parameter
    document = blank(template)
    cells = list(every_cell(document, labels=True))
    assert len(cells) > 70
    for block, row, column, text in cells:
        for fresh in (f"{text}改", "全新名称"):
            change = one(told(with_cell(document, block, row, column, fresh), template, like=like), fresh)
            assert change.kind.endswith(("-renamed", "-changed")), (text, change.kind)


@pytest.mark.parametrize("row", [row.key for _, row in NEWEST.table("applications").rows()])
def test_every_row_dropped_is_one_change(row: str) -> None:
    spec = next(spec for _, spec in NEWEST.table("applications").rows() if spec.key == row)
    assert one(edited(NEWEST, "drop-row", table="applications", row=row), spec.labels[-1]).kind == "row-dropped"


@pytest.mark.parametrize("row", [row.key for _, row in NEWEST.table("applications").rows()])
def test_a_row_added_after_any_other_is_one_change(row: str) -> None:
    change = one(edited(NEWEST, "add-row", table="applications", after=row, label="9.新增事项", value=""), "9.新增事项")
    assert change.kind == "row-added"


@pytest.mark.parametrize("column", [column.key for column in NEWEST.table("applications").bands[0].columns])
def test_every_column_dropped_or_added_is_one_change(column: str) -> None:
    label = next(spec.labels[-1] for spec in NEWEST.table("applications").bands[0].columns if spec.key == column)
    assert one(edited(NEWEST, "drop-column", table="applications", column=column), label).kind == "column-dropped"
    added = edited(NEWEST, "add-column", table="applications", after=column, label="其他组织", value="")
    assert one(added, "其他组织").kind == "column-added"


def test_two_rows_that_changed_places_are_one_change() -> None:
    change = one(
        edited(NEWEST, "swap-rows", table="applications", row="refused_secret", other="refused_inquiry"),
        "1.属于国家秘密",
        "8.属于行政查询事项",
    )
    assert change.kind == "row-swapped"
    beside_each_other = edited(NEWEST, "swap-rows", table="applications", row="granted", other="partly_granted")
    assert one(beside_each_other).kind == "row-swapped"


def test_a_row_that_moved_is_one_change() -> None:
    change = one(edited(NEWEST, "move-row", table="applications", row="rejected_petition", after="rejected_massive"))
    assert change.kind == "row-moved"
    assert change.sentence.zh == "“1.信访举报投诉类申请”一行移到“4.无正当理由大量反复申请”之后"


def test_two_columns_that_changed_places_are_one_change() -> None:
    change = one(edited(NEWEST, "swap-columns", table="applications", column="business", other="other"), "商业企业")
    assert change.kind == "column-swapped"


def test_a_group_renamed_is_told_once() -> None:
    to = {"to": "（三）不予提供", "row": "refused_secret", "level": 1}
    change = one(edited(NEWEST, "rename-group", table="applications", **to))
    assert change.kind == "row-group-renamed"
    assert change.sentence.zh == "“（三）不予公开”一组改为“（三）不予提供”"


def test_a_block_dropped_is_one_change() -> None:
    change = one(edited(NEWEST, "drop-band", table="disclosed", row="permits"), "第二十条第（五）项", "行政许可")
    assert change.kind == "band-dropped"


def test_a_section_dropped_with_its_table_is_one_change() -> None:
    assert (
        one(edited(NEWEST, "drop-section", section="problems"), "五、存在的主要问题及改进情况").kind
        == "section-dropped"
    )


def test_style_is_no_change() -> None:
    document = blank(NEWEST)
    for block, row, column, text in every_cell(document, labels=True):
        plain = text.replace("（", "(").replace("）", ")").replace("1.", "1、").replace("“", '"').replace("”", '"')
        fresh = plain.replace("第", "第 ").replace("公开", "公\n开")
        assert told(with_cell(document, block, row, column, fresh), NEWEST) == (), text
