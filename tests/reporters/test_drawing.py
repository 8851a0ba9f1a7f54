from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.forms import load_pack
from lint.forms.layout import laid_out, stub_width
from lint.forms.sheet import Sheet
from lint.forms.template import TableSpec
from lint.model import Cell, Location, Table
from lint.reporters.columns import width
from lint.reporters.drawing import drawn

TABLES = [
    pytest.param(table, id=f"{template.edition}-{table.key}")
    for template in load_pack("cn-disclosure").templates
    for table in template.tables
]


def made(marks: str, *texts: str) -> Table:
    """A table drawn with one letter for each cell, its rows apart by blanks."""
    letters = sorted({letter for letter in marks if letter != " "})
    grid = tuple(tuple(letters.index(letter) for letter in line) for line in marks.split())
    return Sheet(grid, tuple(Cell(text, Location()) for text in texts)).table()


def test_cells_beside_and_below_each_other() -> None:
    assert drawn(made("ab cd", "甲", "乙", "丙", "丁"), 40, left=1) == [
        "┌────┬────┐",
        "│甲  │ 乙 │",
        "├────┼────┤",
        "│丙  │ 丁 │",
        "└────┴────┘",
    ]


def test_merged_cells_are_one() -> None:
    assert drawn(made("aab cdb cef", "上", "右", "左", "中", "一", "二"), 40) == [
        "┌─────────┬────┐",
        "│   上    │    │",
        "├────┬────┤ 右 │",
        "│    │ 中 │    │",
        "│ 左 ├────┼────┤",
        "│    │ 一 │ 二 │",
        "└────┴────┴────┘",
    ]


def test_a_long_label_widens_its_column_and_wraps_where_there_is_no_more_room() -> None:
    table = made("ab", "本年收到的申请数量", "件数")
    assert drawn(table, 80, left=1)[1] == "│本年收到的申请数量│件数│"
    assert drawn(table, 18, left=1)[1:-1] == ["│本年收到的│件数│", "│申请数量  │    │"]


def test_a_word_is_broken_only_where_nothing_else_helps() -> None:
    table = made("ab", "Exemptions applied", "Total")
    assert "Exemptions" in drawn(table, 30, left=1)[1]
    assert max(map(width, drawn(table, 12, left=1))) <= 12


@pytest.mark.parametrize("spec", TABLES)
@pytest.mark.parametrize("columns", [80, 60, 48, 100])
def test_every_table_of_the_form_fits_and_keeps_its_labels(spec: TableSpec, columns: int) -> None:
    table = laid_out(spec, {row.key: {column.key: "" for column in band.columns} for band, row in spec.rows()})
    lines = drawn(table, columns, left=stub_width(spec))
    assert {width(line) for line in lines} == {width(lines[0])}
    assert width(lines[0]) <= columns
    signs = sorted(sign for line in lines for sign in line if not "─" <= sign <= "╿" and sign != " ")
    assert signs == sorted(sign for cell in table.cells() for sign in cell.text)


def test_the_widest_table_is_not_torn_apart_where_it_cannot_fit() -> None:
    lines = drawn(made("abcdefghij", *"甲乙丙丁戊己庚辛壬癸"), 20)
    assert lines[1] == "│甲│乙│丙│丁│戊│己│庚│辛│壬│癸│"


@given(st.lists(st.text(max_size=12), min_size=4, max_size=4), st.integers(9, 60))
def test_whatever_the_texts_the_lines_are_equally_long(texts: list[str], columns: int) -> None:
    lines = drawn(made("aab cdb", *texts), columns)
    assert len({width(line) for line in lines}) == 1
    assert all(line[0] in "┌│├└" and line[-1] in "┐│┤┘" for line in lines)
