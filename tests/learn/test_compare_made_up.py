from __future__ import annotations

import pytest

from lint.forms.template import Band, Carry, ColumnSpec, Printed, RowSpec, SectionSpec, TableSpec, Template
from lint.learn.compare import compare
from lint.model import Phrase
from tests.learn.telling import one


def form(*tables: TableSpec, sections: tuple[SectionSpec, ...] = (), name: str = "a") -> Template:
    return Template(name, "1", 2020, None, Phrase("表", "form"), "", "", sections, tables)


def table(*rows: tuple[str, ...], columns: tuple[ColumnSpec, ...] = (), **more: object) -> TableSpec:
    specs = tuple(RowSpec(f"row_{place}", labels) for place, labels in enumerate(rows))
    heads = columns or (ColumnSpec("count", ("数量",)), ColumnSpec("sum", ("合计",)))
    spec = TableSpec("t", "", Phrase("表格", "the table"), (Band("", "项目", heads, specs),))
    return spec._replace(**more)  # type: ignore[arg-type]


A, B, C, D = ("甲类事项",), ("乙级单位",), ("丙号文件",), ("丁种机构",)


@pytest.mark.parametrize(
    ("old", "new", "kind", "zh"),
    [
        ((A, B), (A, C, B), "row-added", "新增“丙号文件”一行，列在“甲类事项”之后"),
        ((A, B), (C, A, B), "row-added", "新增“丙号文件”一行，列在最前面"),
        ((A, B, C), (A, C), "row-dropped", "取消“乙级单位”一行"),
        ((A, B, C, D), (B, C, D, A), "row-moved", "“甲类事项”一行移到“丁种机构”之后"),
        ((A, B, C, D), (D, B, C, A), "row-swapped", "“甲类事项”、“丁种机构”互换了位置"),
        (
            (("1.甲事项",), ("2.乙事项",), ("3.丙事项",)),
            (("2.甲事项",), ("3.乙事项",), ("4.丙事项",)),
            "row-renumbered",
            "3 行只改了序号：“1.甲事项”改为“2.”、“2.乙事项”改为“3.”、“3.丙事项”改为“4.”",
        ),
        ((("1.甲事项",), B), (("2.甲事项",), B), "row-renumbered", "“1.甲事项”一行改为“2.甲事项”"),
        ((A, B), (A, (*B, "小类"), (*B, "大类")), "row-split", "“乙级单位”一行分成 2 行：“小类”、“大类”"),
        (
            (("总类", *A), ("总类", *B), C),
            (A, B, C),
            "row-group-dissolved",
            "取消“总类”这一层，“甲类事项”、“乙级单位”直接列出",
        ),
        ((A, B, C), (("总类", *A), ("总类", *B), C), "row-group-formed", "“甲类事项”、“乙级单位”归入新增的“总类”"),
        (
            (("上", *A), ("上", *B), ("下", *C)),
            (("上", *B), ("下", *C), ("下", *A)),
            "row-moved",
            "“甲类事项”一行移到“丙号文件”之后",
        ),
        ((("上", *A), ("上", *B), C), (C,), "row-group-dropped", "取消“上”一组（2 行：“甲类事项”、“乙级单位”）"),
        ((A, B), (("",), B), "row-renamed", "“甲类事项”一行的名称没有了"),
        ((("上", *A), ("上", *B)), (("上",), ("上", *B)), "row-renamed", "“甲类事项”一行的名称没有了"),
    ],
    ids=lambda value: value if isinstance(value, str) and value.isascii() else "",
)  # fmt: skip
def test_rows(old: tuple[tuple[str, ...], ...], new: tuple[tuple[str, ...], ...], kind: str, zh: str) -> None:
    change = one(compare(form(table(*old)), form(table(*new), name="b")))
    assert (change.kind, change.sentence.zh) == (kind, zh)


def test_units_and_what_is_due() -> None:
    old = table(A, columns=(ColumnSpec("fee", ("收费（单位：万元）",), "amount", "万元"), ColumnSpec("n", ("件数",))))
    new = table(
        A, columns=(ColumnSpec("fee", ("收费（单位：元）",), "amount", "元"), ColumnSpec("n", ("件数",), "change"))
    )
    changes = compare(form(old), form(new))
    assert [change.sentence.zh for change in changes] == [
        "“收费（单位：万元）”一列的单位由“万元”改为“元”",
        "“件数”一列原填件数，现填增减数",
    ]
    assert [change.kind for change in compare(form(old), form(new), learnt=True)] == ["column-unit"]


def test_keys_tell_what_wording_cannot() -> None:
    old, new = (
        table(A, B, columns=(ColumnSpec("n", (text,)), ColumnSpec("s", ("合计",)))) for text in ("件数", "发文量")
    )
    assert one(compare(form(old), form(new)), "发文量").kind == "column-renamed"
    other = new._replace(
        bands=(new.bands[0]._replace(columns=(ColumnSpec("m", ("发文量",)), new.bands[0].columns[1])),)
    )
    assert [change.kind for change in compare(form(old), form(other))] == ["column-dropped", "column-added"]
    assert one(compare(form(old), form(other, name="b")), "发文量").kind == "column-renamed"


def test_printed_cells_and_carries() -> None:
    old = table(A, B, carries=(Carry("row_0", "row_1"),))
    new = old._replace(printed=(Printed("row_1", "sum", "—"),), carries=(Carry("row_1", "row_0"),))
    changes = compare(form(old), form(new))
    assert [change.sentence.zh for change in changes] == [
        "“乙级单位”一行“合计”一格原来空着，现在印有“—”",
        "跨年衔接由本年“乙级单位”接上年“甲类事项”改为本年“甲类事项”接上年“乙级单位”",
    ]


def test_sections() -> None:
    old = tuple(SectionSpec(key, numeral, heading) for key, numeral, heading in
                (("a", "一", "总的情况"), ("b", "二", "收件数量"), ("c", "三", "其他事项")))  # fmt: skip
    gone = (old[0], old[2]._replace(numeral="二"))
    assert [change.sentence.zh for change in compare(form(sections=old), form(sections=gone))] == [
        "标题“三、其他事项”改为“二、其他事项”",
        "取消“二、收件数量”这一部分",
    ]
    hinted = (old[0]._replace(hint="（文字描述）"), *old[1:])
    assert one(compare(form(sections=old), form(sections=hinted))).sentence.zh == "标题下新增提示“（文字描述）”"


def test_tables_added_dropped_and_moved() -> None:
    sections = tuple(SectionSpec(key, numeral, key * 3) for key, numeral in (("a", "一"), ("b", "二")))
    first, other = (
        table(A, B, section="a"),
        table(C, D, columns=(ColumnSpec("x", ("金额合计",)),), key="u", section="a"),
    )
    both, alone = form(first, other, sections=sections), form(first, sections=sections)
    assert one(compare(both, alone), "金额合计").kind == "table-dropped"
    assert one(compare(alone, both), "金额合计").kind == "table-added"
    moved = form(first, other._replace(section="b"), sections=sections)
    assert one(compare(both, moved)).kind == "table-moved"
