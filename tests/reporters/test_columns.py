from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.reporters.columns import hang, pad, visible, width, wrap


@pytest.mark.parametrize(
    ("text", "columns"), [("abc", 3), ("总计", 4), ("（一）", 6), ("é", 1), ("e\u0301", 1), ("", 0)]
)
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns


def test_pad_counts_columns() -> None:
    assert pad("总计", 6) == "总计  "


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        pytest.param("一二三四五六", 6, ["一二三", "四五六"], id="breaks between Chinese characters"),
        pytest.param("查 ledger 表", 8, ["查", "ledger", "表"], id="keeps an ASCII word whole"),
        pytest.param("见reportlint说明", 8, ["见", "reportlint", "说明"], id="lets a long word stick out"),
        pytest.param("一二三，四", 6, ["一二", "三，四"], id="no closing mark at the beginning"),
        pytest.param("一二（三四）", 6, ["一二", "（三", "四）"], id="no opening mark at the end"),
        pytest.param("", 6, [""], id="empty"),
        pytest.param("“", 6, ["“"], id="a lone mark"),
    ],
)
def test_wrap(text: str, columns: int, lines: list[str]) -> None:
    assert wrap(text, columns) == lines


@pytest.mark.parametrize("columns", [20, 33, 80])
def test_wrap_loses_no_word(columns: int) -> None:
    text = "第三部分表格（applications）“自然人”列：新收 12 件，total 为 1,203 件……详见《通知》。"
    lines = wrap(text, columns)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(width(line) <= columns for line in lines)


@given(st.text(alphabet="一二三，。（）“”ab1 …é", max_size=60), st.integers(8, 40))
def test_wrapped_lines_fit_and_say_the_same(text: str, columns: int) -> None:
    lines = wrap(visible(text), columns)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(width(line) <= columns or len(wrap(line, 1)) == 1 for line in lines)


def test_hang_indents_later_lines_below_the_text() -> None:
    first, second, *_ = hang("改法：", "一" * 40, 4, 60)
    assert first.startswith("    改法：一")
    assert second.startswith(" " * 10 + "一")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("一\n二\t三", "一 二 三"),
        ("a\x1b[31mb", "a\ufffd[31mb"),
        ("a\u202eb", "a\ufffdb"),
        ("a\udc80b", "a\ufffdb"),
        ("一\u3000二", "一 二"),
    ],
)
def test_visible_disarms(text: str, shown: str) -> None:
    assert visible(text) == shown
