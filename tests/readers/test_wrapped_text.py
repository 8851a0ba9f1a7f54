"""Plain text whose lines were broken at a width, or cut into cells by a program that takes blanks for columns."""

from __future__ import annotations

import pytest

from lint.model import Paragraph
from lint.readers import read
from lint.readers.text.figures import is_figure

SENTENCE = "本机关按时编制年度报告并向社会公布，主动公开目录按季度更新，依申请公开流程保持畅通，办理结果及时登记归档。"


def shape(text: str, name: str = "报告.txt") -> list[tuple[str, int | None]]:
    return [
        (block.text, block.location.line) for block in read(text.encode(), name).blocks if isinstance(block, Paragraph)
    ]


def wrapped(text: str, width: int = 28, first: str = "") -> list[str]:
    text = first + text
    return [text[at : at + width] for at in range(0, len(text), width)]


def test_lines_broken_at_a_width_are_whole_again() -> None:
    lines = ["某局年度报告", *wrapped(SENTENCE), "一、总体情况", *wrapped(SENTENCE * 2), "某局"]
    found = shape("\n".join(lines))
    assert found == [("某局年度报告", 1), (SENTENCE, 2), ("一、总体情况", 4), (SENTENCE * 2, 5), ("某局", 9)]


def test_a_line_that_is_set_in_or_numbered_begins_a_paragraph() -> None:
    full = SENTENCE[:28]
    lines = ["某局", *wrapped(SENTENCE, first="　　"), full, f"　　{full[:26]}", f"（一）{full[:25]}", "完。"]
    texts = [text for text, _ in shape("\n".join(lines))]
    assert texts == ["某局", SENTENCE, full, full[:26], f"（一）{full[:25]}完。"]


def test_a_blank_line_behind_each_line_parts_nothing() -> None:
    lines = ["某局", "", *"\n\n".join(wrapped(SENTENCE * 3)).split("\n"), "", "一、总体情况", "", *wrapped(SENTENCE)]
    assert [text for text, _ in shape("\n".join(lines))][:3] == ["某局", SENTENCE * 3, "一、总体情况"]


def test_blanks_beside_figures_do_not_hide_the_width() -> None:
    lines = [*wrapped(SENTENCE * 2), SENTENCE[:12] + " 2024 年 1 月 1 日至 2024 年 12 月 31", "日。"]
    assert shape("\n".join(lines))[-1][0].endswith("12 月 31日。")


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([SENTENCE * 2, SENTENCE[:30], SENTENCE[:30], SENTENCE * 3], id="paragraphs-on-one-line-each"),
        pytest.param([f"{SENTENCE[:27]}。"] * 6, id="ended-lines"),
        pytest.param(["规章", "行政许可", "行政处罚"] * 9, id="short-lines"),
    ],
)
def test_lines_that_were_not_broken_stay(lines: list[str]) -> None:
    assert [text for text, _ in shape("\n".join(lines))] == lines


def test_a_dump_that_cuts_lines_into_cells_has_no_tables() -> None:
    cut = ["| 全年公开信息 |     | 486 | 条，其中政策 |", "| --- | --- | --- | --- |"]
    lines = [*wrapped(SENTENCE * 3), *(line for _ in range(5) for line in (*cut, SENTENCE[:26]))]
    document = read("\n".join(lines).encode(), "a.md")
    assert not list(document.tables())
    assert "全年公开信息 486 条，其中政策" in [text for text, _ in shape("\n".join(lines), "a.md")]


@pytest.mark.parametrize(
    "text", ["0", "12", " 3 ", "1,234", "１，２３４", "1 234", "-5", "＋5", "36.85", "3件", "0 项", "2.5万元"]
)
def test_figures(text: str) -> None:
    assert is_figure(text)


@pytest.mark.parametrize("text", ["", "无", "/", "-", "1.规章", "3.其他", "第20条", "2024年", "20" * 40])
def test_no_figures(text: str) -> None:
    assert not is_figure(text)
