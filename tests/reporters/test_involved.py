from __future__ import annotations

from lint.findings import Place
from lint.model import Location
from lint.reporters.columns import width
from lint.reporters.involved import involved
from lint.reporters.style import Style


def _cell(row: str, column: str, value: str | None = None) -> Place:
    return Place(Location(4, 1, 1), "二", "disclosed", "disclosed", "r", row, "c", column, value=value)


def test_nothing_is_nothing() -> None:
    assert list(involved((), 2, Style())) == []


def test_figures_stand_to_the_right_in_one_column() -> None:
    assert list(involved([_cell("新收", "总计", "12"), _cell("上年结转申请", "总计", "1,000")], 0, Style())) == [
        "涉及（总计）：",
        "  新收             12",
        "  上年结转申请  1,000",
    ]


def test_a_label_that_all_share_is_told_once() -> None:
    row = [_cell("新收", "自然人", "1"), _cell("新收", "总计", "2")]
    assert list(involved(row, 0, Style())) == ["涉及（新收）：", "  自然人  1", "  总计    2"]
    mixed = [_cell("新收", "自然人", "1"), _cell("办结", "总计", "2")]
    assert list(involved(mixed, 0, Style())) == ["涉及：", "  新收 · 自然人  1", "  办结 · 总计    2"]


def test_cells_without_figures_are_gathered_by_row() -> None:
    cells = [_cell("规章", "制发"), _cell("规章", "废止"), _cell("行政许可", "数量")]
    assert list(involved(cells, 0, Style())) == ["涉及：", "  规章：制发、废止", "  行政许可：数量"]


def test_words_in_a_figures_place_stand_below_the_label() -> None:
    assert list(involved([_cell("规章", "制发", "无" * 30)], 0, Style(width=60))) == [
        "涉及：",
        "  规章 · 制发",
        "    " + "无" * 28,
        "    " + "无" * 2,
    ]


def test_a_long_label_hangs_and_fits() -> None:
    lines = list(involved([_cell("申请人无正当理由逾期不补正" * 3, "总计", "7")], 0, Style(width=40)))
    assert lines[2].startswith("    ")
    assert lines[-1].endswith("  7")
    assert max(map(width, lines)) <= 40


def test_what_is_left_out_is_counted_and_can_be_had() -> None:
    cells = [_cell(f"第{number}行", "总计", "0") for number in range(40)]
    assert list(involved(cells, 0, Style()))[-1] == "  ……另有 10 项，加 -v 全部列出"
    assert len(list(involved(cells, 0, Style(verbose=True)))) == 41


def test_a_place_without_labels_is_told_by_its_part() -> None:
    place = Place(Location(9, line=3), "一", text="统计期限自2021年1月1日起")
    assert list(involved([place], 0, Style(lang="en")))[1].strip().startswith("part 一 (line 3)")


def test_a_long_shared_label_is_wrapped() -> None:
    label = "（涉及商业秘密、个人隐私等的第三方意见）"
    lines = list(involved([_cell(label, "自然人"), _cell(label, "总计")], 7, Style(width=40)))
    assert all(width(line) <= 40 for line in lines)


def test_a_table_that_nobody_filled_in_is_not_spelt_out() -> None:
    cells = [_cell(f"第{rank}行", "总计") for rank in range(25)]
    lines = list(involved(cells, 0, Style()))
    assert len(lines) == 10
    assert "17" in lines[-1]
    assert len(list(involved(cells, 0, Style(verbose=True)))) == 26
