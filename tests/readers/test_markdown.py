from __future__ import annotations

import time

import pytest

from lint.errors import UnreadableDocument
from lint.model import Document, Paragraph, Table
from lint.readers import read
from lint.readers.limits import Limits, exceeded
from lint.readers.means import Means
from tests.readers.fragments import grid

LINE = "本报告按照条例要求编制全文包括总体情况主动公开政府信息情况收到和处理申请情"


def document(text: str, name: str = "报告.md") -> Document:
    return read(text.encode(), name)


def shape(text: str, name: str = "报告.md") -> list[str | list[list[str | None]]]:
    return [block.text if isinstance(block, Paragraph) else grid(block) for block in document(text, name).blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "# 某镇报告 #\n## 一、总体情况 {#one}\n#二、其他\n", ["某镇报告", "一、总体情况", "二、其他"], id="headings"
        ),
        pytest.param(
            "某镇报告\n====\n一、总体情况\n---\n正文。\n", ["某镇报告", "一、总体情况", "正文。"], id="underlined"
        ),
        pytest.param("甲\n\n***\n\n- - -\n\n___\n乙\n", ["甲", "乙"], id="rules-across"),
        pytest.param("**重***点*与***两者***，~~删~~ __下__ `码`", ["重点与两者，删 下 码"], id="emphasis"),
        pytest.param("a_b_c 3 * 4 * 5", ["a_b_c 3 * 4 * 5"], id="no-emphasis"),
        pytest.param("1\\. 甲\\*乙\\* （一\\）\\（二）", ["1. 甲*乙* （一）（二）"], id="escapes"),
        pytest.param("> 引\n>> 文\n", ["引", "文"], id="quotes"),
        pytest.param("- 甲\n* 乙\n  + 丙\n1. 丁\n- [x] 戊\n", ["甲", "乙", "丙", "1. 丁", "戊"], id="lists"),
        pytest.param("-10 减\n*注\n", ["-10 减", "*注"], id="no-bullets"),
        pytest.param(
            '见[条例](http://a.cn/b "t")和[附件][1]。\n\n[1]: http://a.cn\n', ["见条例和[附件][1]。"], id="links"
        ),
        pytest.param(
            "<http://a.cn> &lt;通知&gt; &amp; <b>粗</b> <国务院>", ["http://a.cn <通知> & 粗 <国务院>"], id="html"
        ),
        pytest.param("甲<!-- 注\n释 -->乙\n<!-- 未完", ["甲", "乙"], id="comments"),
        pytest.param("```\n*甲* # 乙\n```\n*丙*\n", ["*甲* # 乙", "丙"], id="code-is-left"),
        pytest.param("```markdown\n# 甲\n```\n", ["甲"], id="code-that-is-markdown"),
        pytest.param("甲  \n乙\\\n丙<br>丁\n", ["甲", "乙", "丙", "丁"], id="hard-breaks"),
        pytest.param(f"{LINE}\n" * 3 + "况。\n", [LINE * 3 + "况。"], id="wrapped"),
        pytest.param(
            f"{LINE}\n" * 3 + "一、总体情况\n正文。\n", [LINE * 3, "一、总体情况", "正文。"], id="heading-below-wrapped"
        ),
        pytest.param("the first line of a text that was wrapped by an editor at eighty\nwords\n", None, id="western"),
        pytest.param("某镇人民政府\n2023年年度报告\n本报告" + LINE * 4 + "。\n", None, id="title-on-two-lines"),
    ],
)
def test_prose(text: str, expected: list[str] | None) -> None:
    # Where nothing is expected, the lines stay as they are.
    assert shape(text) == (text.split("\n")[:-1] if expected is None else expected)


def test_plain_text_keeps_its_signs_and_lines() -> None:
    lines = ["# 号 **和** * 号", "- 甲", *[f"{LINE}。"] * 4, "> 乙 &lt; [丙](丁)"]
    assert shape("\n".join(lines), "报告.txt") == lines


def test_a_row_of_dashes_tells_markdown_whatever_the_name() -> None:
    assert shape("**甲**\n\n|a|b|\n|-|-|\n|c|d|\n", "报告.txt") == ["甲", [["a", "b"], ["c", "d"]]]


@pytest.mark.parametrize(
    "picture", ["![图](a.png)", "![图](a.png){width=50%}", '<img src="a.png" alt="x">', "![图][1]"]
)
def test_pictures_are_counted(picture: str) -> None:
    found = document(f"甲{picture}乙\n\n{picture}\n\n|甲|{picture}|\n|-|-|\n|1|2|\n")
    prose, alone, table = found.blocks
    assert isinstance(prose, Paragraph)
    assert isinstance(alone, Paragraph)
    assert isinstance(table, Table)
    assert (prose.text, prose.pictures, alone.text, alone.pictures) == ("甲乙", 1, "", 1)
    assert [cell.pictures for cell in table.cells()] == [0, 1, 0, 0]


def test_pictures_are_counted_where_cells_are_merged() -> None:
    (table,) = document("|甲||![图](a.png)|\n|-|-|-|\n|乙|1|2|\n|丙|3|4|\n").tables()
    assert [(cell.text, cell.colspan, cell.pictures) for cell in table.cells()][:2] == [("甲", 2, 0), ("", 1, 1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("|a|b|\n|:-|-:|\n|c|d|\n", [[["a", "b"], ["c", "d"]]], id="framed"),
        pytest.param("a | b\n--|--\nc | d\n后文\n", [[["a", "b"], ["c", "d"]], "后文"], id="not-framed"),
        pytest.param("a | b | c\n| | d\n", [[["a", "b", "c"], ["", "", "d"]]], id="not-framed-first-blank"),
        pytest.param(
            "|a\\|b|c|\n|-|-|\n|d<br>e|f|\n", [[["a|b", "c"], ["d\ne", "f"]]], id="strokes-and-breaks-in-cells"
        ),
        pytest.param("| | |\n|-|-|\n|a|b|\n|c|d|\n", [[["a", "b"], ["c", "d"]]], id="blank-head"),
        pytest.param("|0|1|\n|-|-|\n|a|b|\n|c|d|\n", [[["a", "b"], ["c", "d"]]], id="counted-head"),
        pytest.param("| |0|1|\n|-|-|-|\n|0|a|b|\n|1|c|d|\n", [[["a", "b"], ["c", "d"]]], id="counted-rows"),
        pytest.param(
            "|a|a.1|Unnamed: 2|\n|-|-|-|\n|b|c|d|\n", [[["a", "a", ""], ["b", "c", "d"]]], id="counted-repeats"
        ),
        pytest.param("|a|b|\n|c|d|\n|-|-|\n|e|f|\n", [[["a", "b"], ["c", "d"], ["e", "f"]]], id="dashes-further-down"),
        pytest.param(
            "|a|b|\n|-|-|\n|c|d|\n|e|f|\n|-|-|\n|g|h|\n",
            [[["a", "b"], ["c", "d"]], [["e", "f"], ["g", "h"]]],
            id="two-without-a-blank-line",
        ),
        pytest.param("|a|b|\n\n|c|d|\n\n|e|f|\n", [[["a", "b"], ["c", "d"], ["e", "f"]]], id="blank-lines-between"),
        pytest.param("|a|b|\n|c|d|\n\n|e|f|\n|g|h|\n", [[["a", "b"], ["c", "d"]], [["e", "f"], ["g", "h"]]], id="two"),
        pytest.param("|a|b|\n|-|-|\n|c\nd|e|\n", [[["a", "b"], ["c\nd", "e"]]], id="cell-over-two-lines"),
        pytest.param("│ a ┃ b │\n｜c｜d｜\n", [[["a", "b"], ["c", "d"]]], id="other-strokes"),
        pytest.param("首页 | 公开 | 指南\n", ["首页 | 公开 | 指南"], id="one-line-is-no-table"),
        pytest.param("甲|乙\n丙|丁\n", ["甲|乙", "丙|丁"], id="one-stroke-is-no-table"),
    ],
)
def test_tables_with_strokes(text: str, expected: list[str | list[list[str | None]]]) -> None:
    assert shape(text) == expected


def cells(text: str) -> list[tuple[str, int, int, int, int]]:
    (table,) = document(text).tables()
    return [(cell.text, *cell.location[1:3], cell.rowspan, cell.colspan) for cell in table.cells()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "+---+-------+\n| a | b     |\n|   +---+---+\n|   | c | d |\n+---+---+---+\n",
            [("a", 1, 1, 2, 1), ("b", 1, 2, 1, 2), ("c", 2, 2, 1, 1), ("d", 2, 3, 1, 1)],
            id="merged",
        ),
        pytest.param(
            "+------+---+\n| 总情 | 1 |\n| 况   |   |\n+======+===+\n| 其他 | 2 |\n+------+---+\n",
            [("总情况", 1, 1, 1, 1), ("1", 1, 2, 1, 1), ("其他", 2, 1, 1, 1), ("2", 2, 2, 1, 1)],
            id="wrapped-label-wide-signs",
        ),
        pytest.param(
            "+--+--+\n|甲|1 |\n+--+--+\n|乙|2 |\n+--+--+\n".replace("甲", "甲甲").replace("乙", "乙乙"),
            [("甲甲", 1, 1, 1, 1), ("1", 1, 2, 1, 1), ("乙乙", 2, 1, 1, 1), ("2", 2, 2, 1, 1)],
            id="wide-signs-counted-once",
        ),
        pytest.param(
            "┌──┬──┐\n│甲│乙│\n├──┼──┤\n│丙│丁│\n└──┴──┘\n",
            [("甲", 1, 1, 1, 1), ("乙", 1, 2, 1, 1), ("丙", 2, 1, 1, 1), ("丁", 2, 2, 1, 1)],
            id="box",
        ),
        pytest.param(
            "┌─┬─┐\n│甲│乙│\n├─┼─┤\n│丙│丁│\n└─┴─┘\n",
            [("甲", 1, 1, 1, 1), ("乙", 1, 2, 1, 1), ("丙", 2, 1, 1, 1), ("丁", 2, 2, 1, 1)],
            id="box-of-wide-signs",
        ),
        pytest.param(
            "+---+---+\n| n | v |\n+---+---+\n| a | 1 |\n| b | 2 |\n+---+---+\n",
            [
                ("n", 1, 1, 1, 1),
                ("v", 1, 2, 1, 1),
                ("a", 2, 1, 1, 1),
                ("1", 2, 2, 1, 1),
                ("b", 3, 1, 1, 1),
                ("2", 3, 2, 1, 1),
            ],
            id="rows-without-borders",
        ),
    ],
)
def test_drawn_tables(text: str, expected: list[tuple[str, int, int, int, int]]) -> None:
    assert cells(text) == expected


def test_a_drawing_out_of_line_is_read_by_its_strokes_where_each_row_has_its_line() -> None:
    assert shape("+---+---+\n| 甲 | 1 |\n+---+---+\n| 乙乙 | 2 |\n+---+---+\n") == [[["甲", "1"], ["乙乙", "2"]]]
    assert shape("+---+---+\n| 甲 | 1 |\n| 乙 |\n+---+---+\n") == ["甲   1", "乙"]


def test_html_tables_stand_among_markdown() -> None:
    rows = "<tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr>"
    text = f"甲\n\n<html><body><table>{rows}</table></body></html>\n\n乙"
    for name in ("a.md", "a.txt"):
        assert shape(text, name) == ["甲", [["a", "b"], ["c", "d"]], "乙"]


@pytest.mark.parametrize(
    ("text", "properties", "texts"),
    [
        pytest.param(
            "标题: 某镇报告\n发布时间: 2022年1月2日 08:30\n来源：某镇\n原文链接: https://a.cn\n"
            "==== 正文 ====\n本报告按照要求编制。\n",
            {"title": "某镇报告", "published": "2022-01-02", "source": "某镇"},
            ["某镇报告", "本报告按照要求编制。"],
            id="named-lines",
        ),
        pytest.param(
            "标题：某镇报告\n栏目：公开年报\n\n某镇年度报告\n正文。\n",
            {"title": "某镇报告"},
            ["某镇年度报告", "正文。"],
            id="own-title",
        ),
        pytest.param("发布时间：2022-13-40\n来源：某镇\n正文。\n", {"source": "某镇"}, ["正文。"], id="no-such-day"),
        pytest.param(
            '---\ntitle: "某镇报告"\ndate: 2022-01-02\ntags:\n  - 甲\n---\n\n正文。\n',
            {"title": "某镇报告", "published": "2022-01-02"},
            ["某镇报告", "正文。"],
            id="front-matter",
        ),
        pytest.param("标题：甲\n正文。\n", {}, ["标题：甲", "正文。"], id="one-named-line-is-text"),
        pytest.param(
            "某镇报告\n发布时间：2022-01-02\n来源：甲\n",
            {},
            ["某镇报告", "发布时间：2022-01-02", "来源：甲"],
            id="below",
        ),
        pytest.param("联系人：张三\n电话：123\n", {}, ["联系人：张三", "电话：123"], id="other-names"),
    ],
)
def test_what_stands_above_a_report(text: str, properties: dict[str, str], texts: list[str]) -> None:
    for name in ("a.txt", "a.md"):
        found = document(text, name)
        assert dict(found.properties) == properties
        assert [paragraph.text for paragraph in found.paragraphs()] == texts


def test_lines_are_counted_as_in_the_file() -> None:
    found = document("标题: 甲\n来源: 乙\n\n# 丙\n<!-- 丁\n-->\n戊\n\n|a|b|\n|-|-|\n|c|d|\n")
    assert [block.location.line for block in found.blocks] == [4, 7, 9]
    (table,) = found.tables()
    assert [cell.location.line for cell in table.cells()] == [9, 9, 11, 11]


HOSTILE = {
    "stars": "**",
    "stars-and-words": "*a ",
    "pictures": "![](a",
    "spans": "[](a",
    "tags": "<a",
    "comments": "甲<!--",
    "escapes": "甲\\",
    "quotes": ">",
    "heads": "#",
    "rules": "=",
    "entities": "甲&#",
    "code": "`a",
    "struck": "~~a",
    "references": "[a]:",
    "blanks": "甲          ",
}


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE)
def test_time_is_bounded(unit: str) -> None:
    data = ("甲" + unit * (1_000_000 // len(unit)) + "x").encode()
    started = time.process_time()
    read(data, "a.md")
    assert time.process_time() - started < 5


@pytest.mark.parametrize("unit", ["|a\n", "|a|b|\n\n", "+--+--+\n|a |b |\n", "甲\n<!--\n", "a:b\n", "> \n"])
def test_time_is_bounded_over_many_lines(unit: str) -> None:
    started = time.process_time()
    read(("甲\n" + unit * 30_000).encode(), "a.md")
    assert time.process_time() - started < 5


def test_more_strokes_than_any_report_has_are_refused_at_once() -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read(b"a" + b"|" * 400_001, "a.md")
    assert caught.value.reason == exceeded("text_lines", 400_001, 400_000).reason


@pytest.mark.parametrize("text", ["|a|b|c|\n|1|2|3|\n", "+--+--+--+\n|a |b |c |\n+--+--+--+\n|1 |2 |3 |\n+--+--+--+\n"])
def test_the_limit_of_a_table_holds(text: str) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read(text.encode(), "a.md", Means(limits=Limits(table_cells=5)))
    assert caught.value.reason == exceeded("table_cells", 6, 5).reason
