from __future__ import annotations

import codecs

import pytest

from lint.errors import UnreadableDocument
from lint.model import Document, Location, Paragraph, Table
from lint.readers import read
from lint.readers.limits import Limits, exceeded
from tests.readers.fragments import grid

LONG = "本报告按照条例要求编制，全文包括总体情况、主动公开政府信息情况、收到和处理申请情况等六个部分。"


def document(text: str) -> Document:
    return read(text.encode(), "报告.txt")


def shape(text: str) -> list[str | list[list[str | None]]]:
    return [block.text if isinstance(block, Paragraph) else grid(block) for block in document(text).blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("甲\n\n　　乙 \n", ["甲", "乙"], id="prose"),
        pytest.param("\ta\n\tb\n\n\tc\n\td\n", [[["a", "b"], ["c", "d"]]], id="one-cell-a-line"),
        pytest.param("\ta\n\tb\n\n\tc\n\t\n", [[["a", "b"], ["c", ""]]], id="blank-cell"),
        pytest.param("\ta\tx\n\n\tb\n\tc\n", [[["a\tx", None], ["b", "c"]]], id="tab-inside-a-cell"),
        pytest.param("\ta\n\tb\n\tc\n\n\td\n", [[["a", "b", "c"], ["d", None, None]]], id="ragged"),
        pytest.param(
            "二、情况\n\ta\n\tb\n\n\tc\n\td\n\n\n三、情况\n",
            ["二、情况", [["a", "b"], ["c", "d"]], "三、情况"],
            id="between-headings",
        ),
        pytest.param(
            "\ta\n\tb\n\n\tc\n\td\n\n\n\te\n\tf\n\n\tg\n\th\n",
            [[["a", "b"], ["c", "d"]], [["e", "f"], ["g", "h"]]],
            id="two-tables",
        ),
        pytest.param(
            "\ta\n\tb\n\n\n\tc\n\td\n\n\n\te\n\tf\n",
            [[["a", "b"], ["c", "d"], ["e", "f"]]],
            id="always-two-blank-lines",
        ),
        pytest.param(
            "\t本年收费金额\n（单位：万元）\n\tb\n\n\tc\n\td\n",
            [[["本年收费金额\n（单位：万元）", "b"], ["c", "d"]]],
            id="label-over-two-lines",
        ),
        pytest.param(
            "\ta\n\tb\n\n\tc\n\td\n三、情况\n\te\n\tf\n\n\tg\n\th\n",
            [[["a", "b"], ["c", "d"]], "三、情况", [["e", "f"], ["g", "h"]]],
            id="heading-right-between",
        ),
        pytest.param(
            "\t二、情况\n\n\ta\n\tb\n\n\tc\n\td\n\n\t三、情况\n",
            ["二、情况", [["a", "b"], ["c", "d"]], "三、情况"],
            id="indented-headings",
        ),
        pytest.param("a\tb\tc\nd\te\tf\n", [[["a", "b", "c"], ["d", "e", "f"]]], id="one-row-a-line"),
        pytest.param("\ta\tb\tc\n\td\te\t\n", [[["a", "b", "c"], ["d", "e", ""]]], id="one-row-a-line-behind-a-tab"),
        pytest.param("a\tb\tc\n\te\tf\n", [[["a", "b", "c"], ["", "e", "f"]]], id="first-cell-blank"),
        pytest.param(
            "信息内容\t数量\n行政许可\t3\n第（六）项\n信息内容\t数量\n行政处罚\t4\n",
            [[["信息内容", "数量"], ["行政许可", "3"], ["第（六）项", None], ["信息内容", "数量"], ["行政处罚", "4"]]],
            id="row-of-one-cell",
        ),
        pytest.param(
            "一、总体情况\t1\n二、主动公开\t3\n", ["一、总体情况\t1", "二、主动公开\t3"], id="contents-are-no-table"
        ),
        pytest.param(f"\t{LONG}\n\t{LONG}\n", [LONG, LONG], id="indented-prose"),
        pytest.param(
            f"\t一、总体情况\n\t{LONG}\n\n\t{LONG}\n", ["一、总体情况", LONG, LONG], id="indented-heading-and-prose"
        ),
        pytest.param("\t某镇人民政府\n\t2022年1月17日\n", ["某镇人民政府", "2022年1月17日"], id="signature"),
        pytest.param("地址：某路1号\t邮编：255000\n", ["地址：某路1号\t邮编：255000"], id="single-tabbed-line"),
        pytest.param("甲[image: 图_1]乙\n[bookmark: _GoBack]\n", ["甲乙"], id="residue"),
        pytest.param(
            "甲\r\n乙\r丙\f丁\v戊\u2028己\u2029庚", ["甲", "乙", "丙", "丁", "戊", "己", "庚"], id="line-ends"
        ),
    ],
)
def test_text_exports(text: str, expected: list[str | list[list[str | None]]]) -> None:
    assert shape(text) == expected


def test_places_count_lines() -> None:
    found = document("\n甲[image: a][image: b]\n\n\ta\n\tb\n\n\tc\n\td[image: x]\n")
    prose, table = found.blocks
    assert isinstance(table, Table)
    assert prose == Paragraph("甲", Location(1, line=2), pictures=2)
    assert (table.location, table.ragged) == (Location(2, line=4), True)
    assert [cell.location for cell in table.cells()] == [
        Location(2, 1, 1, 4),
        Location(2, 1, 2, 5),
        Location(2, 2, 1, 7),
        Location(2, 2, 2, 8),
    ]
    assert [cell.pictures for cell in table.cells()] == [0, 0, 0, 1]
    assert found.media == "text"


def test_a_picture_alone_is_a_paragraph() -> None:
    assert document("甲\n[image: 表格截图]\n").blocks[1] == Paragraph("", Location(2, line=2), pictures=1)


@pytest.mark.parametrize(
    "data",
    [
        "年度报告\n一、总体情况\n".encode(),
        codecs.BOM_UTF8 + "年度报告\n一、总体情况\n".encode(),
        "年度报告\n一、总体情况\n".encode("utf-16"),
        codecs.BOM_UTF16_BE + "年度报告\n一、总体情况\n".encode("utf-16-be"),
        "年度报告\n一、总体情况\n".encode("utf-16-le"),
        "年度报告\n一、总体情况\n".encode("utf-32"),
        "年度报告\n一、总体情况\n".encode("gb18030"),
    ],
    ids=["utf-8", "utf-8-mark", "utf-16-mark", "utf-16-be-mark", "utf-16-le", "utf-32", "gb18030"],
)
def test_encodings(data: bytes) -> None:
    found = read(data, "a.txt")
    assert [paragraph.text for paragraph in found.paragraphs()] == ["年度报告", "一、总体情况"]
    assert found.notes == ()


def test_a_text_cut_inside_a_character_is_read_with_a_note() -> None:
    found = read(("年度报告" * 50).encode()[:-1], "a.txt")
    assert [(note.kind, note.times) for note in found.notes] == [("encoding", 1)]
    assert next(iter(found.paragraphs())).text.startswith("年度报告年度报告")


def test_content_decides_before_the_name() -> None:
    assert read("年度报告".encode(), "a.docx").media == "text"


def test_a_text_with_zeros_in_it_is_read_without_them_and_noted() -> None:
    found = read(("年度报告" * 50).encode() + b"\0" + "一、总体情况\n".encode(), "a.txt")
    assert next(iter(found.paragraphs())).text.endswith("报告一、总体情况")
    assert [(note.kind, note.times) for note in found.notes] == [("encoding", 1)]


@pytest.mark.parametrize("unit", [b"a\n", b"a\tb\n", b"\n", b"1\t", "甲\u2028".encode()])
def test_more_lines_and_cells_than_any_report_has_are_refused_at_once(unit: bytes) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read(b"a" + unit * (Limits().text_lines + 1), "a.txt")
    lines = 400_001 * sum(map(unit.decode().count, "\n\t\u2028"))
    assert caught.value.reason == exceeded("text_lines", lines, 400_000).reason
