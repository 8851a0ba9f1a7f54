from __future__ import annotations

import tomllib

import pytest

from lint.errors import UsageError
from lint.forms.editions import template_of
from lint.learn import learn, toml_text
from lint.learn.made_up import identifier
from lint.learn.pairing import Known, pair
from lint.model import Phrase
from tests.learn.blank_forms import document, table

FIGURES = table(("项目", "数量", "金额"), ("甲", "", ""), ("乙", "", ""))
FORM = document(
    "依法行政工作年度报告（样式）", "一、概况", "（文字描述）", "二、数据", FIGURES, FIGURES, "三、其他", FIGURES
)


def test_keys_say_the_place_and_do_not_hang_together() -> None:
    template = learn(FORM).template
    assert [spec.key for spec in template.sections] == ["part_1", "part_2", "part_3"]
    assert [spec.key for spec in template.tables] == ["part_2_table", "part_2_table_2", "part_3_table"]
    for spec in template.tables:
        assert [row.key for _, row in spec.rows()] == ["row_01", "row_02"]
        assert [column.key for column in spec.bands[0].columns] == ["column_1", "column_2"]


def test_names_are_those_that_messages_speak_in() -> None:
    template = learn(FORM).template
    assert [spec.name for spec in template.tables] == [
        Phrase("第二部分第1张表格", "table 1 of part 二"),
        Phrase("第二部分第2张表格", "table 2 of part 二"),
        Phrase("第三部分表格", "the table of part 三"),
    ]
    assert template.title == template.name.zh == "依法行政工作年度报告"
    assert (template.form, template.edition, template.source) == ("form", "1", "form.docx")


def test_a_table_elsewhere_renames_nothing() -> None:
    more = document("依法行政工作年度报告", "一、概况", FIGURES, "二、数据", FIGURES, FIGURES, "三、其他", FIGURES)
    assert learn(more).template.tables[1:] == learn(FORM).template.tables


def test_the_same_header_has_the_same_key_in_every_band() -> None:
    grid = table(
        ("甲栏", "<", "<"),
        ("项目", "数量", "金额"),
        ("子", "", ""),
        ("乙栏", "<", "<"),
        ("项目", "金额", "<"),
        ("丑", "", "<"),
    )
    bands = learn(document("一、数据", grid)).template.tables[0].bands
    assert [[column.key for column in band.columns] for band in bands] == [["column_1", "column_2"], ["column_2"]]


def test_headers_alike_in_one_band_have_keys_of_their_own() -> None:
    grid = table(("项目", "数量", "数量"), ("甲", "", ""))
    columns = learn(document("一、数据", grid)).template.tables[0].bands[0].columns
    assert [column.key for column in columns] == ["column_1", "column_2"]


def test_a_learnt_template_loads_at_once() -> None:
    learned = learn(FORM)
    assert learned.open == ()
    assert template_of(tomllib.loads(toml_text(learned.template)), "form.toml") == learned.template


def test_what_is_given_stands_as_given() -> None:
    template = learn(FORM, form="own", edition="7", since=2031, name=Phrase("某表", "a form")).template
    assert template[:5] == ("own", "7", 2031, None, Phrase("某表", "a form"))


def test_a_form_without_headings_has_tables_in_no_section() -> None:
    template = learn(document("统计表", FIGURES, FIGURES)).template
    assert (template.sections, [spec.section for spec in template.tables]) == ((), ["", ""])
    assert [spec.key for spec in template.tables] == ["table", "table_2"]
    assert [spec.name.zh for spec in template.tables] == ["第1张表格", "第2张表格"]
    assert learn(document("统计表", FIGURES)).template.tables[0].name == Phrase("表格", "the table")


def test_a_table_outside_the_parts_is_left_out_and_told() -> None:
    learned = learn(document("填报单位", FIGURES, "一、概况", "二、数据", FIGURES))
    assert [spec.key for spec in learned.template.tables] == ["part_2_table"]
    assert [remark.zh for remark in learned.remarks] == ["第 2 段的表格不在任何部分之下，没有收入"]


def test_numbers_with_a_gap_are_numbered_by_place() -> None:
    learned = learn(document("一、概况", "二、数据", FIGURES, "四、其他"))
    assert [spec.numeral for spec in learned.template.sections] == ["一", "二", "三"]
    assert "已按先后编号" in learned.remarks[0].zh


def test_prose_below_a_heading_is_no_hint() -> None:
    long = "本单位认真落实各项要求" * 40 + "。"
    hints = [
        spec.hint for spec in learn(document("一、概况", long, "（文字描述）", "二、其他", "无")).template.sections
    ]
    assert hints == ["（文字描述）", "无"]


@pytest.mark.parametrize("blocks", [("一段文字。",), ("说明", table(("简称", "全称"), ("甲", "甲局")))])
def test_a_file_without_heading_and_table_teaches_nothing(blocks: tuple[str, ...]) -> None:
    with pytest.raises(UsageError) as caught:
        learn(document(*blocks, name="通知.docx"))
    assert "通知.docx" in caught.value.sentence.zh
    assert "空白的正式表单" in caught.value.sentence.zh
    assert "no form can be learnt from 通知.docx" in caught.value.sentence.en


@pytest.mark.parametrize(
    ("name", "made"),
    [("Annual Form 2.docx", "annual-form-2"), ("年度报告.docx", "form"), ("2021年.docx", "form-2021"), ("", "form")],
)
def test_a_form_is_called_after_its_file(name: str, made: str) -> None:
    assert identifier(name) == made


KNOWN = [
    Known(("甲类", "1.第一项")),
    Known(("甲类", "2.第二项"), ("2.其二",)),
    Known(("乙类", "1.其他")),
    Known(("合计",)),
]


@pytest.mark.parametrize(
    ("new", "partner"),
    [
        ([("甲类", "1.第一项"), ("甲类", "2.其二"), ("乙类", "1.其他"), ("合计",)], {0: 0, 1: 1, 2: 2, 3: 3}),
        ([("合计",), ("甲类", "1.第一项")], {0: 3, 1: 0}),
        ([("甲类", "1.第一项"), ("甲类", "2.全新"), ("甲类", "3.第二项"), ("乙类", "1.其他")], {0: 0, 2: 1, 3: 2}),
        ([("甲类", "1.第一项"), ("甲类", "2.毫不相干"), ("乙类", "1.其他"), ("合计",)], {0: 0, 1: 1, 2: 2, 3: 3}),
        ([("甲类", "1.第一项"), ("甲类", "2.天"), ("甲类", "3.地"), ("乙类", "1.其他")], {0: 0, 3: 2}),
        ([("甲类", "1.第一项"), ("甲类", "2.第二项"), ("1.其他",), ("合计",)], {0: 0, 1: 1, 3: 3}),
        ([], {}),
    ],
    ids=["alias", "moved", "inserted", "renamed", "two for one", "other depth", "nothing"],
)
def test_label_paths_are_paired_by_wording_then_by_place(new: list[tuple[str, ...]], partner: dict[int, int]) -> None:
    assert pair(new, KNOWN).partner == partner


def test_a_pair_by_place_alone_is_marked() -> None:
    assert pair([("甲类", "1.第一项"), ("甲类", "2.毫不相干"), ("乙类", "1.其他")], KNOWN[:3]).guessed == (1,)
