from __future__ import annotations

import tomllib
from typing import Any

import pytest

from lint.errors import PackError
from lint.forms.departures import OPERATIONS, Edit, departed, edit
from lint.forms.examples import Example, load_examples, read_examples
from lint.forms.places import column_of, row_of, stretch
from lint.forms.sheet import sheet
from lint.forms.specimen import renumbered, specimen
from lint.model import Document, Location, Paragraph, Table
from tests.forms.rectangle import check_rectangle

EXAMPLES = load_examples("cn-disclosure")
TEMPLATE = EXAMPLES.template
CLEAN = EXAMPLES.document()


def _table(document: Document, key: str, piece: int = 0) -> Table:
    """The tables of one section, in order."""
    start, end = stretch(document, TEMPLATE, TEMPLATE.table(key).section)
    return [block for block in document.blocks[start:end] if isinstance(block, Table)][piece]


def _change(op: str, **options: object) -> Document:
    return departed(CLEAN, TEMPLATE, [edit({"op": op, **options}, "here", "there")])


def _texts(table: Table) -> list[list[str]]:
    return [[cell.text if cell else "" for cell in line] for line in table.grid]


@pytest.mark.parametrize("example", EXAMPLES.examples, ids=lambda example: example.code)
def test_every_example_departs_and_leaves_whole_tables(example: Example) -> None:
    document = EXAMPLES.document(example)
    assert (document != CLEAN) == bool(example.edits)
    assert renumbered(document.blocks) == document.blocks
    for table in document.tables():
        check_rectangle(table)


@pytest.mark.parametrize("row", [row.key for _, row in TEMPLATE.table("applications").rows()])
def test_any_row_can_be_dropped(row: str) -> None:
    before, after = (
        _table(CLEAN, "applications"),
        _table(_change("drop-row", table="applications", row=row), "applications"),
    )
    place = row_of(sheet(before), TEMPLATE.table("applications"), row)
    assert _texts(after) == [line for number, line in enumerate(_texts(before)) if number != place]
    check_rectangle(after)


def test_the_label_of_a_group_moves_to_the_next_row() -> None:
    table = _table(_change("drop-row", table="applications", row="refused_secret"), "applications")
    group = next(cell for cell in table.cells() if cell.text == "（三）不予公开")
    assert (group.location.row, group.rowspan) == (8, 7)


@pytest.mark.parametrize(
    ("after", "group", "grown"), [("refused_inquiry", "（三）不予公开", 9), ("other_other", "（六）其他处理", 4)]
)
def test_a_group_grows_over_an_added_row(after: str, group: str, grown: int) -> None:
    table = _table(_change("add-row", table="applications", after=after, label="新增"), "applications")
    check_rectangle(table)
    assert next(cell for cell in table.cells() if cell.text == group).rowspan == grown
    added = next(cell for cell in table.cells() if cell.text == "新增")
    assert [cell.text for cell in table.cells() if cell.location.row == added.location.row] == ["新增", *["0"] * 7]


@pytest.mark.parametrize("key", ["natural", "research", "other", "total"])
def test_a_column_can_be_dropped(key: str) -> None:
    before, after = (
        _table(CLEAN, "applications"),
        _table(_change("drop-column", table="applications", column=key), "applications"),
    )
    place = column_of(sheet(before), TEMPLATE.table("applications"), "new", key)
    assert _texts(after) == [line[:place] + line[place + 1 :] for line in _texts(before)]
    check_rectangle(after)


def test_a_header_grows_over_an_added_column() -> None:
    table = _table(_change("add-column", table="applications", after="other", label="事业单位"), "applications")
    spans = {cell.text: cell.colspan for cell in table.cells() if cell.location.row < 3}
    assert (spans["申请人情况"], spans["法人或其他组织"], spans["总计"]) == (8, 6, 1)
    check_rectangle(table)


def test_a_dropped_column_narrows_the_other_bands() -> None:
    table = _table(_change("drop-column", table="disclosed", column="repealed"), "disclosed")
    assert next(cell for cell in table.cells() if cell.text == "1268").colspan == 2
    assert "本年废止件数" not in {cell.text for cell in table.cells()}


def test_rows_change_places_with_their_figures() -> None:
    table = _table(
        _change("swap-rows", table="applications", row="refused_secret", other="refused_law"), "applications"
    )
    lines = [[cell.text for cell in line if cell] for line in table.grid[7:9]]
    assert [line[2:4] for line in lines] == [["2.其他法律行政法规禁止公开", "1"], ["1.属于国家秘密", "0"]]


def test_rows_of_different_groups_cannot_change_places() -> None:
    with pytest.raises(PackError):
        _change("swap-rows", table="applications", row="refused_secret", other="new")


def test_a_moved_row_keeps_its_figures() -> None:
    table = _table(
        _change("move-row", table="applications", row="refused_secret", after="refused_process"), "applications"
    )
    labels = [line[2] for line in _texts(table)[7:15]]
    assert [label[0] for label in labels] == list("23456178")


def test_a_band_goes_with_title_and_header() -> None:
    table = _table(_change("drop-band", table="disclosed", row="coercion"), "disclosed")
    assert len(table.grid) == 10
    assert not {"第二十条第（六）项", "行政处罚", "行政强制"} & {cell.text for cell in table.cells()}


def test_a_cut_table_gives_back_all_rows() -> None:
    document = _change("split-table", table="applications", row="unable_creation")
    first, second = _table(document, "applications"), _table(document, "applications", 1)
    assert len(first.grid) + len(second.grid) == 28
    assert _texts(second)[0][:3] == ["", "", "2.没有现成信息需要另行制作"]
    check_rectangle(second)


def test_a_page_break_repeats_headers_and_groups() -> None:
    document = _change("split-table", table="applications", row="unable_creation", repeat=True)
    first, second = _table(document, "applications"), _table(document, "applications", 1)
    assert _texts(second)[:3] == _texts(first)[:3]
    assert _texts(second)[3][:3] == ["三、本年度办理结果", "（四）无法提供", "2.没有现成信息需要另行制作"]
    check_rectangle(second)


def test_bands_become_tables_of_their_own() -> None:
    document = _change("split-bands", table="disclosed")
    assert [len(_table(document, "disclosed", piece).grid) for piece in range(4)] == [4, 3, 4, 3]


def test_values_are_merged() -> None:
    table = _table(
        _change("merge-values", table="disclosed", row="rules", columns=["made", "in_force"], to="0"), "disclosed"
    )
    assert [(cell.text, cell.colspan) for cell in table.cells() if cell.location.row == 3] == [("规章", 1), ("0", 3)]


def test_only_the_header_of_the_band_is_renamed() -> None:
    table = _table(
        _change("rename-column", table="disclosed", row="coercion", column="decisions", to="数量"), "disclosed"
    )
    headers = [cell.text for cell in table.cells() if cell.location.row in {6, 9} and cell.location.column == 2]
    assert headers == ["本年处理决定数量", "数量"]


def test_a_picture_takes_the_place_of_a_table() -> None:
    document = _change("picture-for-table", table="disputes")
    place = stretch(document, TEMPLATE, "disputes").start + 1
    assert document.blocks[place] == Paragraph("", Location(place + 1), pictures=1)


@pytest.mark.parametrize(
    ("op", "options", "numerals"),
    [
        ("drop-section", {"section": "problems"}, "一二三四六"),
        ("move-section", {"section": "problems", "after": "other"}, "一二三四六五"),
        ("move-section", {"section": "disputes", "before": "disclosed"}, "一四二三五六"),
        ("swap-sections", {"section": "disclosed", "other": "disputes"}, "一四三二五六"),
        ("renumber-heading", {"section": "other", "to": "五"}, "一二三四五五"),
        ("double-section", {"section": "problems"}, "一二三四五五六"),
        ("add-section", {"heading": "七、其他", "text": ["无。"]}, "一二三四五六七"),
    ],
)
def test_sections_carry_their_numerals(op: str, options: dict[str, Any], numerals: str) -> None:
    document = _change(op, **options)
    headings = [text for text in (paragraph.text for paragraph in document.paragraphs()) if text[1:2] == "、"]
    assert "".join(heading[0] for heading in headings) == numerals
    assert [paragraph.text for paragraph in document.paragraphs()][-2:] == ["青溪县市场监督管理局", "2025年1月16日"]


def test_hidden_text_is_noted_where_it_stands() -> None:
    document = _change("hide-text", containing="除上述内容外")
    (note,) = document.notes
    block = document.blocks[note.location.block - 1]
    assert isinstance(block, Paragraph)
    assert block.hidden
    assert block.text.startswith("除上述内容外")


def test_edits_leave_the_document_they_start_from_alone() -> None:
    before = specimen(TEMPLATE, EXAMPLES.report)
    _change("set-value", table="disclosed", row="permits", column="decisions", to="1")
    assert before == CLEAN


@pytest.mark.parametrize(
    ("item", "key"),
    [
        ({"op": "drop-rows"}, "op"),
        ({"op": "drop-row", "table": "disclosed"}, "row"),
        ({"op": "drop-row", "table": "disclosed", "row": "permits", "rows": "x"}, "rows"),
        ({"op": "set-section", "section": "other", "text": "无。"}, "text"),
        ({"op": "add-note", "kind": "comment", "containing": "x", "count": True}, "count"),
    ],
)
def test_a_mistake_in_an_edit_is_refused_by_key(item: dict[str, Any], key: str) -> None:
    with pytest.raises(PackError) as problem:
        edit(item, "examples.toml", "TB001 edit 1")
    assert (problem.value.file, problem.value.where, problem.value.key) == ("examples.toml", "TB001 edit 1", key)


@pytest.mark.parametrize(
    ("op", "options"),
    [
        ("drop-row", {"table": "disclosed", "row": "refusd_law"}),
        ("drop-row", {"table": "disclosd", "row": "permits"}),
        ("drop-column", {"table": "applications", "column": "naturel"}),
        ("drop-section", {"section": "problem"}),
        ("replace-text", {"old": "没有这句话", "new": ""}),
    ],
)
def test_an_edit_of_what_is_not_there_is_refused(op: str, options: dict[str, Any]) -> None:
    with pytest.raises(PackError) as problem:
        departed(CLEAN, TEMPLATE, [Edit(op, options, "examples.toml", "TB001 edit 1")])
    assert problem.value.where == "TB001 edit 1"


_REPORT = '[report]\nedition="2021"\nbody="甲"\nyear=2024\nname="x"\ntitle=["t"]\npreamble=[]\ndate=""\n'
_SECTIONS = "[report.sections]\n"
_EXAMPLE = "[[example]]\ncode='ST001'\n"


@pytest.mark.parametrize(
    ("text", "where", "key"),
    [
        (_EXAMPLE, "", "report"),
        (_REPORT.replace("year", "yaer") + _SECTIONS, "", "report.year"),
        (_REPORT + "boddy=1\n" + _SECTIONS, "", "report.boddy"),
        (_REPORT + _SECTIONS + "problem=['']\n", "", "report.sections.problem"),
        (_REPORT + "values={disclosed={rules={maed=1}}}\n" + _SECTIONS, "", "report.values.disclosed.rules.maed"),
        (_REPORT + "values={disclosed={rules=1}}\n" + _SECTIONS, "", "report.values.disclosed.rules"),
        (_REPORT + _SECTIONS + _EXAMPLE, "ST001", "edit"),
        (_REPORT + _SECTIONS + _EXAMPLE + "file='nothing'\n", "ST001", "file"),
        (_REPORT + _SECTIONS + _EXAMPLE + "file='empty'\nedits=[]\n", "ST001", "edits"),
        (_REPORT + _SECTIONS + _EXAMPLE + "edit=[{op='drop'}]\n", "ST001 edit 1", "op"),
    ],
)
def test_a_mistake_in_the_examples_is_refused_by_place(text: str, where: str, key: str) -> None:
    with pytest.raises(PackError) as problem:
        read_examples(tomllib.loads(text), "examples.toml", TEMPLATE)
    assert (problem.value.where, problem.value.key) == (where, key)


def test_every_operation_says_what_it_does() -> None:
    assert [name for name, operation in OPERATIONS.items() if not operation.__doc__] == []
