"""The text of cells and paragraphs: what is one line, one word, one paragraph, and what belongs to the page only."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.readers.pdf.drawn import HEIGHT, LEFT, RIGHT, WIDTH, Cell, Drawing, document, paragraphs, rows, tables

FULL = "全镇认真贯彻落实上级部署和政府信息公开条例各项规定"  # as many characters as fit on a line, less one
START = "　　" + FULL[:23]


def cell(drawing: Drawing) -> str:
    """Return the text of the upper left cell."""
    (table,) = tables(drawing)
    found = rows(table)[0][0]
    assert found is not None
    return found


def box(width: float) -> Drawing:
    return Drawing().table(
        100, (90, 90 + width, 400), [[Cell("", 0, 1), Cell("", 1, 2)], [Cell("", 0, 1), Cell("1", 1, 2)]], height=100
    )


CELLS: dict[str, tuple[float, Sequence[tuple[float, float, str]], str]] = {
    "a label broken over lines": (60, [(0, 12, "要求提供"), (0, 24, "公开出版"), (0, 36, "物")], "要求提供公开出版物"),
    "one character a line": (
        20,
        [(0, 11 * n, char) for n, char in enumerate("三、本年度办理结果", 1)],
        "三、本年度办理结果",
    ),
    "a number broken over lines": (24, [(0, 12, "12"), (0, 24, "34")], "1234"),
    "two numbers, one below the other": (90, [(0, 12, "12"), (0, 24, "34")], "12\n34"),
    "Latin words broken over lines": (60, [(0, 12, "Requests"), (0, 24, "granted")], "Requests granted"),
    "a word broken at its hyphen": (60, [(0, 12, "in-"), (0, 24, "force")], "in-force"),
    "characters stretched to the width": (90, [(0, 12, "规"), (60, 12, "章")], "规章"),
    "a blank that was typed": (90, [(0, 12, "规|章")], "规 章"),
    "a typed blank that was closed up": (90, [(0, 12, "规|"), (9.5, 12, "章")], "规章"),
    "figures beside Chinese": (90, [(0, 12, "第"), (11, 12, "12"), (22.5, 12, "条")], "第12条"),
    "a footnote mark a little higher": (90, [(0, 12, "合计"), (18, 9, "①")], "合计①"),
    "bold made by drawing twice": (90, [(0, 12, "总计"), (0.4, 12, "总计")], "总计"),
    "doubled characters": (90, [(0, 12, "天天"), (18, 12, "11")], "天天11"),
    "radicals for characters": (90, [(0, 12, "⼈⺠政府⻔户")], "人民政府门户"),
    "vertical writing in two columns": (
        60,
        [(20, 12 + 9 * n, char) for n, char in enumerate("三、本年度办")]
        + [(8, 25 + 9 * n, char) for n, char in enumerate("理结果")],
        "三、本年度办理结果",
    ),
    "characters stretched, line below line": (
        60,
        [(0, 12, "规"), (30, 12, "章"), (0, 24, "名"), (30, 24, "称")],
        "规章名称",
    ),
    "punctuation at the beginning of a line": (60, [(0, 12, "（二）部"), (0, 24, "分，其他")], "（二）部分，其他"),
}


@pytest.mark.parametrize("what", CELLS)
def test_text_of_a_cell(what: str) -> None:
    width, lines, expected = CELLS[what]
    drawing = box(width)
    for x, y, text in lines:
        drawing.text(95 + x, 100 + y, text, 9)
    assert cell(drawing) == expected


@pytest.mark.parametrize(("turn", "x", "base"), [(1, -190, 100), (3, 105, -100)], ids=["upwards", "downwards"])
def test_a_label_turned_by_a_quarter(turn: int, x: float, base: float) -> None:
    drawing = box(40).prose(300, [START]).text(x, base, "本年度", 9, turn).text(x, base + 11, "办理", 9, turn)
    assert cell(drawing) == "本年度办理"


def test_signs_turned_among_upright_characters_written_downwards() -> None:
    drawing = box(40).text(95, 112, "三", 9).text(95, 136, "本", 9)
    drawing.text(115, -97, "、", 9, turn=3)
    assert cell(drawing) == "三、本"


PROSE: dict[str, tuple[list[str], list[str]]] = {
    "lines that fill the width run on": ([START, FULL, "结束。"], [START.strip() + FULL + "结束。"]),
    "a short line ends a paragraph": (["情况如下。", FULL, "结束。"], ["情况如下。", FULL + "结束。"]),
    "an indent begins one": ([START, FULL, "　　" + FULL[:23], "末。"], [START.strip() + FULL, FULL[:23] + "末。"]),
    "a heading begins one behind a full line": (
        [START, FULL[:24] + "。", "二、工作情况", START, "末。"],
        [START.strip() + FULL[:24] + "。", "二、工作情况", START.strip() + "末。"],
    ),
    "an ordinal within a sentence does not": (
        [START, FULL[:24] + "，", "二、工作情况和要求。"],
        [START.strip() + FULL[:24] + "，二、工作情况和要求。"],
    ),
    "what cannot be broken leaves the line short": (
        [START, FULL[:22] + "于", "2024年12月31日。"],
        [START.strip() + FULL[:22] + "于2024年12月31日。"],
    ),
    "Latin words keep their blank": (
        ["The report was written by the general office for", "county offices and towns."],
        ["The report was written by the general office for county offices and towns."],
    ),
}


@pytest.mark.parametrize("what", PROSE)
def test_lines_become_paragraphs(what: str) -> None:
    lines, expected = PROSE[what]
    found = paragraphs(Drawing().prose(120, [*lines, *[""], START, FULL, FULL, "末段。"]))
    assert found[: len(expected)] == expected


def test_a_title_on_two_lines_and_one_that_wraps() -> None:
    two = (
        Drawing()
        .centred(100, "青溪县人民政府")
        .centred(130, "2024年政府信息公开工作年度报告")
        .prose(200, [START, FULL, FULL])
    )
    assert paragraphs(two)[:2] == ["青溪县人民政府", "2024年政府信息公开工作年度报告"]
    wraps = (
        Drawing()
        .centred(100, "青溪县自然资源和规划局二〇二四年政府")
        .centred(130, "信息公开年报")
        .prose(200, [START, FULL, FULL])
    )
    assert paragraphs(wraps)[0] == "青溪县自然资源和规划局二〇二四年政府信息公开年报"


def test_a_paragraph_goes_on_over_a_page_break() -> None:
    first, second = Drawing().prose(120, [START, FULL]), Drawing().prose(80, [FULL, "末。", "三、其他"])
    for number, page in enumerate((first, second), 1):
        page.text(280, 800, f"-|{number}|-", 10)
    assert paragraphs(first, second) == [START.strip() + FULL + FULL + "末。", "三、其他"]


def test_a_blank_line_parts_paragraphs() -> None:
    drawing = Drawing().prose(120, [START, FULL, FULL]).prose(260, ["乙方说明"])
    assert paragraphs(drawing) == [START.strip() + FULL + FULL, "乙方说明"]


NUMBERS = ("1", "- 1 -", "—1—", "– 1 –", "第 1 页", "第1页 共5页", "1/5", "第1页/共5页", "Page 1 of 5", "iv", "·1·")


@pytest.mark.parametrize("number", NUMBERS)
def test_a_page_number_is_no_text(number: str) -> None:
    drawing = Drawing().prose(120, [START, FULL]).text(280, 810, number.replace(" ", "|"), 10)
    assert paragraphs(drawing) == [START.strip() + FULL]


@pytest.mark.parametrize("line", ["2025年1月20日", "0件", "一", "第一条", "1.", "1、"])
def test_a_last_line_that_is_no_page_number_stays(line: str) -> None:
    assert paragraphs(Drawing().prose(120, ["情况如下"]).text(280, 810, line, 10))[-1] == line


def test_running_heads_and_feet_are_left_out() -> None:
    pages = [
        Drawing().text(200, 45, "青溪县政府信息公开", 9).prose(120, [f"第{name}段"]).text(90, 805, f"{n}年报第{n}页", 9)
        for n, name in enumerate("甲乙丙", 1)
    ]
    assert paragraphs(*pages) == ["第甲段", "第乙段", "第丙段"]


def test_what_stands_once_or_far_from_the_edge_stays() -> None:
    pages = [Drawing().text(200, 45, f"第{name}册", 9).prose(300, ["同样的一行"]) for name in "甲乙"]
    assert paragraphs(*pages) == ["第甲册", "同样的一行", "第乙册", "同样的一行"]


def test_a_watermark_turned_by_a_quarter_is_no_prose() -> None:
    drawing = Drawing().prose(120, ["正文"] * 3).text(-700, 40, "内部资料", 30, turn=1)
    assert paragraphs(drawing) == ["正文"] * 3


def test_words_struck_out_are_left_out_and_noted() -> None:
    drawing = Drawing().prose(120, ["保留的文字删去的文字"]).rule(LEFT + 80, 114.5, LEFT + 160, 114.5)
    read = document(drawing)
    assert [each.text for each in read.paragraphs()] == ["保留的文字"]
    assert [(note.kind, note.times) for note in read.notes] == [("deletion", 1)]


def test_what_lies_beyond_the_edge_of_the_page_is_not_shown() -> None:
    assert paragraphs(
        Drawing().prose(120, ["正文"]).text(WIDTH + 20, 120, "外", 10).text(90, HEIGHT + 40, "下", 10)
    ) == ["正文"]


def test_words_of_another_size_within_a_line_do_not_end_a_paragraph() -> None:
    url = "www.example.gov.cn/zfxxgk/department/notices/annual.html"
    drawing = Drawing().prose(120, [START]).text(LEFT, 148, "见网址", 16).text(LEFT + 48, 148, url, 11)
    drawing.text(LEFT + 48 + 5.5 * len(url), 148, "，欢迎", 16).text(LEFT, 176, "查阅。", 16)
    (text, *_) = paragraphs(drawing.prose(232, ["另一段。"]))
    assert text == f"{START.strip()}见网址{url}，欢迎查阅。"


def test_a_picture_taller_than_its_line_stands_below_what_it_reaches_up_to() -> None:
    drawing = Drawing().prose(120, ["第一段。", "第二段。"]).prose(204, [START]).picture(LEFT, 90, RIGHT, 170)
    found = [(each.text, each.pictures) for each in document(drawing).paragraphs()]
    assert found == [("第一段。", 0), ("第二段。", 0), ("", 1), (START.strip(), 0)]


def test_a_picture_stands_behind_the_paragraph_it_interrupts() -> None:
    drawing = Drawing().prose(120, [START, FULL]).prose(300, ["末段"]).picture(LEFT, 180, RIGHT, 260)
    found = [(each.text, each.pictures) for each in document(drawing).paragraphs()]
    assert found == [(START.strip() + FULL, 0), ("", 1), ("末段", 0)]
