from __future__ import annotations

import pytest

from lint.learn.traced import Edit, Fresh, Gone, Joined, Narrowed, Parted, Reworded, traced
from tests.learn.blank_forms import table

Rows = tuple[tuple[str, ...], ...]
OLD: Rows = (
    ("类别", "<", "数量", "金额"),
    ("甲组", "一级", "", ""),
    ("^", "二级", "", ""),
    ("乙组", "三级", "", ""),
    ("^", "四级", "", ""),
    ("合计", "<", "", ""),
)


def shown(edit: Edit) -> tuple[object, ...]:
    match edit:
        case Reworded(old, new):
            return "reworded", old.text, new.text
        case Joined(olds, new):
            return "joined", *(cell.text for cell in olds), new.text
        case Parted(old, news):
            return "parted", old.text, *(cell.text for cell in news)
        case Gone(row, lost):
            return "gone", row, *(cell.text for cell in lost)
        case Fresh(row, after, cells):
            return "fresh", row, after, *(cell.text for cell in cells)
        case Narrowed(column, lost):
            return "narrowed", column, *(cell.text for cell in lost)


def edits(new: Rows) -> list[tuple[object, ...]]:
    return [shown(edit) for edit in traced(table(*OLD).grid, table(*new).grid)]


def with_line(row: int, *line: str) -> Rows:
    return (*OLD[:row], line, *OLD[row + 1 :])


@pytest.mark.parametrize("new", [OLD, with_line(0, "类 别", "<", "数\n量", "金额")], ids=["itself", "other blanks"])
def test_leaves_alone(new: Rows) -> None:
    assert edits(new) == []


def test_other_borders_are_no_edit() -> None:
    wider = tuple((line[0], line[1], line[2], "<", line[3]) for line in OLD)
    assert edits(wider) == []


@pytest.mark.parametrize(
    ("new", "told"),
    [
        (with_line(2, "^", "次级", "", ""), ("reworded", "二级", "次级")),
        (with_line(2, "^", "", "", ""), ("reworded", "二级", "")),
        (with_line(3, "", "三级", "", ""), ("reworded", "乙组", "")),
        (with_line(5, "合计", "<", "", "—"), ("reworded", "", "—")),
        (with_line(0, "类别", "<", "数量", "<"), ("joined", "数量", "金额", "数量")),
        (with_line(5, "合计", "<", "", "<"), ("joined", "", "", "")),
        (with_line(5, "合计", "", "", ""), ("parted", "合计", "合计", "")),
        (with_line(2, "丙组", "二级", "", ""), ("parted", "甲组", "甲组", "丙组")),
        ((*OLD[:2], *OLD[3:]), ("gone", 2, "二级")),
        ((*OLD[:5],), ("gone", 5, "合计")),
        (OLD[1:], ("gone", 0, "类别", "数量", "金额")),
        ((*OLD[:3], ("", "四级", "", ""), OLD[5]), ("gone", 3, "乙组", "三级")),
        ((*OLD[:3], ("乙组", "四级", "", ""), OLD[5]), ("gone", 3, "三级")),
        ((*OLD[:3], OLD[4], OLD[5]), ("gone", 3, "乙组", "三级")),
        ((*OLD[:2], ("^", "新增", "", ""), *OLD[2:]), ("fresh", 2, 1, "新增")),
        ((*OLD[:3], OLD[3], *OLD[3:]), ("fresh", 4, 3, "乙组", "三级")),
        ((*OLD[:2], ("", "新增", "", ""), ("", "二级", "", ""), *OLD[3:]), ("fresh", 2, 1, "新增")),
        ((("总表", "<", "<", "<"), *OLD), ("fresh", 0, -1, "总表")),
    ],
    ids=lambda value: "-".join(map(str, value)) if isinstance(value[0], str) else "",
)  # fmt: skip
def test_one_thing_done_is_one_edit(new: Rows, told: tuple[object, ...]) -> None:
    assert edits(new) == [told]


def test_a_column_taken_out_is_one_edit() -> None:
    groups = tuple(
        ("类别" if row == 0 else line[0] if line[1] == "<" else line[1], *line[2:]) for row, line in enumerate(OLD)
    )
    assert edits(groups) == [("narrowed", 0, "甲组", "乙组")]


def test_a_group_that_lost_its_first_line_and_its_name_was_changed_twice() -> None:
    assert edits((*OLD[:3], ("丁组", "四级", "", ""), OLD[5])) == [("reworded", "乙组", "丁组"), ("gone", 3, "三级")]


def test_a_table_of_other_labels_is_another_table_cell_by_cell() -> None:
    other = tuple(tuple(f"{text}改" if text not in ("", "<", "^") else text for text in line) for line in OLD)
    assert len(edits(other)) == sum(text not in ("", "<", "^") for line in OLD for text in line)
