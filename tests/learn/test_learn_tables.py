from __future__ import annotations

import pytest

from lint.forms.template import Band, Printed
from lint.learn import learn
from lint.learn.labels import kind_of, label_text, unit_of
from lint.learn.tables import Learnt, read_table, sheets
from lint.model import Table
from tests.learn.blank_forms import document, table


def _learnt(grid: Table) -> Learnt:
    (sheet,) = sheets([grid])
    read = read_table(sheet)
    assert isinstance(read, Learnt), read
    return read


def _bands(grid: Table) -> tuple[Band, ...]:
    return _learnt(grid).spec.bands


def _drawn(band: Band) -> tuple[str, str, list[tuple[str, ...]], list[tuple[str, ...]]]:
    return band.title, band.stub, [column.labels for column in band.columns], [row.labels for row in band.rows]


def _reason(grid: Table) -> str:
    (sheet,) = sheets([grid])
    read = read_table(sheet)
    assert not isinstance(read, Learnt)
    return read.zh


HEADED = ("项目", "数量", "金额")
CASES = {
    "plain": (table(HEADED, ("甲", "", ""), ("乙", "", "")), ("", "项目", [("数量",), ("金额",)], [("甲",), ("乙",)])),
    "blank corner": (table(("", "数量"), ("甲", "")), ("", "", [("数量",)], [("甲",)])),
    "no row labels": (table(("甲", "<", "乙"), ("子", "丑", "^"), ("", "", "")),
                      ("", "", [("甲", "子"), ("甲", "丑"), ("乙",)], [()])),
    "groups": (table(("项目", "<", "数量"), ("甲", "子", ""), ("^", "丑", ""), ("乙", "<", "")),
               ("", "项目", [("数量",)], [("甲", "子"), ("甲", "丑"), ("乙",)])),
    "group label beside its first row only": (table(("项目", "细目", "数量"), ("甲", "子", ""), ("", "丑", "")),
                                              ("", "项目", [("数量",)], [("甲", "子"), ("甲", "丑")])),
    "title across": (table(("第一栏", "<", "<"), HEADED, ("甲", "", "")),
                     ("第一栏", "项目", [("数量",), ("金额",)], [("甲",)])),
    "header over two places": (table(("项目", "数量", "<"), ("甲", "", "<")), ("", "项目", [("数量",)], [("甲",)])),
    "years for headers": (table(("项目", "2030", "2031"), ("甲", "", "")),
                          ("", "项目", [("2030",), ("2031",)], [("甲",)])),
    "numbered rows": (table(("序号", "项目", "数量"), ("1", "甲", ""), ("2", "乙", "")),
                      ("", "序号", [("数量",)], [("1", "甲"), ("2", "乙")])),
    "a blank header above headers": (table(("项目", "", "<", "合计"), ("^", "子", "丑", "^"), ("甲", "", "", "")),
                                     ("", "项目", [("子",), ("丑",), ("合计",)], [("甲",)])),
    "header printed again": (table(HEADED, ("甲", "", ""), HEADED, ("乙", "", "")),
                             ("", "项目", [("数量",), ("金额",)], [("甲",), ("乙",)])),
    "filled in": (table(HEADED, ("甲", "12", "0.5"), ("乙", "0", "—")),
                  ("", "项目", [("数量",), ("金额",)], [("甲",), ("乙",)])),
    "broken labels": (table(("项\n目", "法人或\n其他组织"), (" 甲\n", "\u3000")),
                      ("", "项目", [("法人或其他组织",)], [("甲",)])),
    "English": (table(("Office", "Number of\nRequests"), ("Head\noffice", "")),
                ("", "Office", [("Number of Requests",)], [("Head office",)])),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_table_of_one_band(case: str) -> None:
    grid, expected = CASES[case]
    (band,) = _bands(grid)
    assert _drawn(band) == expected


def test_each_line_across_with_a_header_below_opens_a_band() -> None:
    grid = table(("甲栏", "<", "<"), HEADED, ("子", "", ""), ("乙栏", "<", "<"), ("项目", "件数", "<"), ("丑", "", "<"))
    assert [_drawn(band) for band in _bands(grid)] == [
        ("甲栏", "项目", [("数量",), ("金额",)], [("子",)]),
        ("乙栏", "项目", [("件数",)], [("丑",)]),
    ]


def test_another_header_below_rows_opens_a_band_too() -> None:
    grid = table(HEADED, ("子", "", ""), ("项目", "件数", "人数"), ("丑", "", ""))
    assert [band.columns[0].labels for band in _bands(grid)] == [("数量",), ("件数",)]


def test_a_line_across_without_a_header_below_is_a_row_that_is_printed_throughout() -> None:
    spec = _learnt(table(HEADED, ("甲类", "<", "<"), ("子", "", ""), ("注：略", "<", "<"))).spec
    assert [row.labels for _, row in spec.rows()] == [("甲类",), ("子",), ("注：略",)]
    assert {(cell.row, cell.text) for cell in spec.printed} == {("row_01", "甲类"), ("row_03", "注：略")}


def test_what_the_form_prints_in_value_cells_is_kept() -> None:
    spec = _learnt(table(HEADED, ("甲", "", "—"), ("乙", "", ""))).spec
    assert spec.printed == (Printed("row_01", "column_2", "—"),)


def test_a_filled_in_table_prints_nothing() -> None:
    assert _learnt(CASES["filled in"][0]).spec.printed == ()


@pytest.mark.parametrize(
    ("stub", "note"),
    [
        ("（第一项加第二项等于第三项）", True),
        ("各列第一项与第二项之和，应等于第三项与第四项之和", True),
        ("项目", False),
        ("", False),
    ],
)
def test_a_corner_in_brackets_or_a_sentence_is_a_note(stub: str, note: bool) -> None:  # noqa: FBT001 - parametrized
    assert _learnt(table((stub, "数量"), ("甲", ""))).spec.note is note


@pytest.mark.parametrize(
    ("header", "kind", "unit"),
    [
        ("收费（单位：万元）", "amount", "万元"),
        ("收费(元)", "amount", "元"),
        ("数量（单位：件）", "count", "件"),
        ("面积（单位：平方米）", "amount", "平方米"),
        ("收费（单位 万元）", "amount", ""),
        ("采购总金额", "amount", ""),
        ("办结率", "amount", ""),
        ("比上年增减", "change", ""),
        ("Total amount of fees", "amount", ""),
        ("件数", "count", ""),
        ("效率高的件数", "count", ""),
    ],
)
def test_a_header_tells_what_its_cells_hold(header: str, kind: str, unit: str) -> None:
    assert (kind_of(header), unit_of(header)) == (kind, unit)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("商业\n企业", "商业企业"),
        ("1.\n属于秘密", "1.属于秘密"),
        (" \u3000其他\u200b", "其他"),
        ("合 计", "合 计"),
        ("Number of\r\nTimes", "Number of Times"),
        ("self-\nmade", "self-made"),
        ("café\nbar", "café bar"),
        ("“甲”\n“乙”", "“甲”“乙”"),
        ("\n", ""),
    ],
)
def test_a_label_is_one_line(text: str, line: str) -> None:
    assert label_text(text) == line


@pytest.mark.parametrize(
    ("grid", "why"),
    [
        (table(("说明",), ("",)), "只有一列"),
        (table(("简称", "全称"), ("甲", "甲局")), "没有可填写的格子"),
        (table(("姓名", "", "性别", ""), ("电话", "", "邮箱", "")), "没有表头"),
        (table(("姓名", "件数"), ("", ""), ("", "")), "清单"),
        (
            table(("姓名", "", "性别", "", "照片"), ("电话", "", "邮箱", "", "^"), ("住址", "", "<", "<", "<")),
            "一格内容",
        ),
        (table(("甲", "乙", "丙"), ("说明", "第一段文字", ""), ("再说明", "第二段文字", "第三段文字")), "文字"),
    ],
    ids=["one column", "words only", "no header", "a list", "names and blanks", "text"],
)
def test_what_is_no_table_for_figures_is_left_out_with_the_reason(grid: Table, why: str) -> None:
    assert why in _reason(grid)


def test_what_cannot_be_told_is_said() -> None:
    merged = _learnt(table(HEADED, ("甲", "", "<"), ("乙", "", "")))
    assert [remark.zh for remark in merged.remarks] == ["有数据格合并在一起，请看是否应当分开"]
    nameless = _learnt(table(HEADED, ("甲", "", ""), ("", "", "")))
    assert [remark.zh for remark in nameless.remarks] == ["有 1 行没有行名称，没有收入"]
    above = _learnt(table(("甲表", "<", "<"), ("单位：件", "<", "<"), HEADED, ("甲", "", "")))
    assert [remark.zh for remark in above.remarks] == ["表格上方的“甲表”没有收入"]


def test_a_text_file_tells_no_merged_cells_and_the_remark_says_so() -> None:
    grid = table(HEADED, ("甲", "", ""))._replace(ragged=True)
    assert "文字文件" in _learnt(grid).remarks[0].zh


def test_a_table_without_a_header_right_below_one_of_its_width_goes_on_with_it() -> None:
    learned = learn(document("一、数据", table(HEADED, ("甲", "", "")), table(("乙", "", ""), ("丙", "", ""))))
    (spec,) = learned.template.tables
    assert [row.labels for _, row in spec.rows()] == [("甲",), ("乙",), ("丙",)]
