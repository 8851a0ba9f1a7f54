"""Tables: the rectangle that HTML forms of them, and tables that only arrange other content."""

# ruff: noqa: E501 - markup is read best as it stands in a page
from __future__ import annotations

import pytest

from lint.errors import UnreadableDocument
from lint.model import Location
from lint.readers.limits import Limits
from lint.readers.page import read_table
from tests.readers.page.seen import grid, grids, page, texts

GRIDS = {
    "rows and cells": (
        "<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>",
        [["1", "2"], ["3", "4"]],
    ),
    "nothing closed": ("<table><tr><td>1<td>2<tr><td>3<td>4", [["1", "2"], ["3", "4"]]),
    "unclosed inline elements": (
        "<table><tr><td><b><font>1<td><b>2<tr><td><i>3<td>4</table>",
        [["1", "2"], ["3", "4"]],
    ),
    "colspan": ("<table><tr><td colspan=2>1<tr><td>2<td>3</table>", [["1", "1"], ["2", "3"]]),
    "rowspan": ("<table><tr><td rowspan=2>1<td>2<tr><td>3</table>", [["1", "2"], ["1", "3"]]),
    "both": (
        "<table><tr><td rowspan=2 colspan=2>1<td>2<tr><td>3<tr><td>4<td>5<td>6</table>",
        [["1", "1", "2"], ["1", "1", "3"], ["4", "5", "6"]],
    ),
    "a first row that an editor made a head, through a cell that reaches below it": (
        "<table><thead><tr><th rowspan=2>1<th>2</thead><tbody><tr><td>3<tr><td>4<td>5</tbody></table>",
        [["1", "2"], ["1", "3"], ["4", "5"]],
    ),
    "a row span between others": (
        "<table><tr><td>1<td rowspan=2>2<td>3<tr><td>4<td>5</table>",
        [["1", "2", "3"], ["4", "2", "5"]],
    ),
    "rowspan 0 goes to the end": (
        "<table><tr><td rowspan=0>1<td>2<tr><td>3<tr><td>4</table>",
        [["1", "2"], ["1", "3"], ["1", "4"]],
    ),
    "rowspan 0 ends with its group": (
        "<table><tbody><tr><td rowspan=0>1<td>2<tr><td>3</tbody><tbody><tr><td>4<td>5</tbody></table>",
        [["1", "2"], ["1", "3"], ["4", "5"]],
    ),
    "a row span beyond the table": ("<table><tr><td rowspan=99>1<td>2<tr><td>3</table>", [["1", "2"], ["1", "3"]]),
    "a row span beyond its group": (
        "<table><thead><tr><th rowspan=9>1<th>2</thead><tbody><tr><td>3<td>4</tbody></table>",
        [["1", "2"], ["3", "4"]],
    ),
    "a column span beyond the table": ("<table><tr><td>1<td>2<tr><td colspan=500>3</table>", [["1", "2"], ["3", "3"]]),
    "columns without a cell of their own": (
        "<table><tr><td colspan=3>1<td colspan=2>2<tr><td colspan=3>3<td colspan=2>4</table>",
        [["1", "2"], ["3", "4"]],
    ),
    "spans that are no numbers": (
        "<table><tr><td colspan=x>1<td rowspan='-2'>2<tr><td colspan='1.5'>3<td colspan=' 1 px'>4</table>",
        [["1", "2"], ["3", "4"]],
    ),
    "overlapping cells": (
        "<table><tr><td>1<td rowspan=2>2<td>3<tr><td colspan=2>4<td>5</table>",
        [["1", "2", "3"], ["4", "2", "5"]],
    ),
    "rows of unequal width": ("<table><tr><td>1<td>2<td>3<tr><td>4</table>", [["1", "2", "3"], ["4", "", ""]]),
    "cells without a row": ("<table><td>1<td>2<tr><td>3<td>4</table>", [["1", "2"], ["3", "4"]]),
    "rows without a cell": ("<table><tr></tr><tr><td>1<td>2<tr></tr><tr><td>3<td>4</table>", [["1", "2"], ["3", "4"]]),
    "a row below which all cells go on": (
        "<table><tr><td rowspan=2>1<td rowspan=2>2<tr></tr><tr><td>3<td>4</table>",
        [["1", "2"], ["3", "4"]],
    ),
    "head and foot in any order": (
        "<table><tfoot><tr><td>5<td>6</tfoot><tbody><tr><td>3<td>4</tbody><thead><tr><th>1<th>2</thead></table>",
        [["1", "2"], ["3", "4"], ["5", "6"]],
    ),
    "a form around the rows": (
        "<table><form><tr><td>1<td>2</tr><tr><td>3<td>4</tr></form></table>",
        [["1", "2"], ["3", "4"]],
    ),
    "hidden rows and cells": (
        "<table><tr style='display:none'><td>0<td>0<tr><td>1<td hidden>0<td>2<tr><td>3<td>4<td style='display:none'>0</table>",
        [["1", "2"], ["3", "4"]],
    ),
    "columns declared": (
        "<table><colgroup><col><col></colgroup><tr><td>1<td>2<tr><td>3<td>4</table>",
        [["1", "2"], ["3", "4"]],
    ),
    "paragraphs in cells": (
        "<table><tr><td><p><span>&nbsp;1 </span></p><td><p>2</p><p>3</p><tr><td>4<br>5<td><div>6</div></table>",
        [["1", "2\n3"], ["4\n5", "6"]],
    ),
    "fields filled in": (
        "<table><tr><td>1<td><input value=2><tr><td><select><option>0<option selected>3</select><td><textarea>4</textarea></table>",
        [["1", "2"], ["3", "4"]],
    ),
    "fields that hold nothing to read": (
        "<table><tr><td>1<td>2<input type=hidden value=0><tr><td>3<input type=button value=0><td>4</table>",
        [["1", "2"], ["3", "4"]],
    ),
    "deleted text": ("<table><tr><td>1<del>0</del><td>2<tr><td>3<td><ins>4</ins></table>", [["1", "2"], ["3", "4"]]),
    "a heading typed into a cell is not cut": (
        "<table><tr><td><b>（三）不予公开</b>信息的情形有以下几种<td>2<tr><td>3<td>4</table>",
        [["（三）不予公开信息的情形有以下几种", "2"], ["3", "4"]],
    ),
}


@pytest.mark.parametrize(("html", "expected"), GRIDS.values(), ids=GRIDS)
def test_a_table_is_the_rectangle_that_is_shown(html: str, expected: list[list[str]]) -> None:
    assert grids(html) == [expected]
    assert texts(html) == []


def test_a_merged_cell_is_one_and_knows_its_extent() -> None:
    (table,) = page("<p>甲</p><table><tr><td>1<td rowspan=2 colspan=2>2<tr><td>3<tr><td>4<td>5<td>6</table>").tables()
    assert table.grid[0][1] is table.grid[1][2]
    assert [(cell.text, cell.location[:3], cell.rowspan, cell.colspan) for cell in table.cells()] == [
        ("1", (2, 1, 1), 1, 1),
        ("2", (2, 1, 2), 2, 2),
        ("3", (2, 2, 1), 1, 1),
        ("4", (2, 3, 1), 1, 1),
        ("5", (2, 3, 2), 1, 1),
        ("6", (2, 3, 3), 1, 1),
    ]


def test_text_between_rows_and_the_caption_stand_before_the_table() -> None:
    html = "<p>甲</p><table><caption>乙</caption><tr><td>1<td>2</tr>丙<tr><td>3<td>4</tr></table><p>丁</p>"
    assert [type(block).__name__ for block in page(html).blocks] == ["Paragraph"] * 3 + ["Table", "Paragraph"]
    assert texts(html) == ["甲", "乙", "丙", "丁"]


def test_two_tables_stay_two() -> None:
    assert len(grids("<table><tr><td>1<td>2</table><table><tr><td>3<td>4</table>")) == 2


DATA = "<table><tr><td>1<td>2<tr><td>3<td>4<tr><td>5<td>6</table>"
LONG = "<p>" + "本年度主动公开政府信息。" * 10 + "</p>"
LAYOUTS = {
    "one column": (f"<table><tr><td>甲<tr><td>{DATA}<tr><td>乙</table>", ["甲", "乙"]),
    "few cells around a larger table": (f"<table><tr><td>甲<td>{DATA}</table>", ["甲"]),
    "three deep": (f"<table><tr><td><table><tr><td><table><tr><td>甲{DATA}</table></table></table>", ["甲"]),
    "two columns": (
        f"<table><tr><td>甲<td><p>乙</p>{LONG}{LONG}<p>丙</p></table>{DATA}",
        ["甲", "乙", LONG[3:-4], LONG[3:-4], "丙"],
    ),
}


@pytest.mark.parametrize(("html", "expected"), LAYOUTS.values(), ids=LAYOUTS)
def test_a_table_that_only_arranges_is_unpacked(html: str, expected: list[str]) -> None:
    assert texts(html) == expected
    assert grids(html) == [[["1", "2"], ["3", "4"], ["5", "6"]]]


def test_a_table_inside_a_cell_of_data_is_read_as_its_text() -> None:
    inner = "<table><tr><td>4a<td>4b</table>"
    document = page(f"<table><tr><td>1<td>2<td>3<td>0<tr><td>{inner}<td>5<td>6<td>7</table>")
    assert [grid(table) for table in document.tables()] == [[["1", "2", "3", "0"], ["4a\n4b", "5", "6", "7"]]]
    assert [(note.kind, note.location) for note in document.notes] == [("nested-table", Location(1, 2, 1, 1))]


def test_rows_of_unequal_width_are_noted() -> None:
    assert [note.kind for note in page("<table><tr><td>1<td>2<tr><td>3</table>").notes] == ["irregular-table"]
    assert page("<table><tr><td>1<td rowspan=2>2<tr><td>3</table>").notes == ()


def test_a_fragment_in_a_text_is_a_table() -> None:
    table = read_table("<div><table>\n<tr><td>1</td>\n<td>2</td></tr></table></div>", 5, 40, Limits())
    assert table is not None
    assert table.location == Location(5, line=40)
    assert [cell.location for cell in table.cells()] == [Location(5, 1, 1, 41), Location(5, 1, 2, 42)]


@pytest.mark.parametrize("html", ["", "<table></table>", "<table><tr><td>1</td></tr></table>", "<p>1</p>"])
def test_a_fragment_without_a_table_of_data_is_none(html: str) -> None:
    assert read_table(html, 1, 1, Limits()) is None


def test_a_table_beyond_the_limit_says_so() -> None:
    html = "<table>" + "<tr><td>1<td>2" * 60
    assert len(page(html, Limits(table_cells=120)).blocks) == 1
    with pytest.raises(UnreadableDocument, match="cells in one table"):
        page(html, Limits(table_cells=119))
