from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.language.dates import damaged_dates, dates, impossible_dates, reading


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021年1月1日", (2021, 1, 1)),
        ("2021 年 1 月 1 日", (2021, 1, 1)),
        ("2021\u3000年\u200b1\xa0月1日", (2021, 1, 1)),
        ("２０２１年１２月３１日", (2021, 12, 31)),
        ("2021.1.1", (2021, 1, 1)),
        ("2021-01-05", (2021, 1, 5)),
        ("2021/1/5", (2021, 1, 5)),
        ("二〇二一年一月一日", (2021, 1, 1)),
        ("二○二一年十二月三十一日", (2021, 12, 31)),
        ("二零二一年元月二十日", (2021, 1, 20)),
        ("二О二一年十月廿一日", (2021, 10, 21)),
        ("12月31号", (None, 12, 31)),
        ("2021年12月", (2021, 12, None)),
        ("21年1月5日", (2021, 1, 5)),
        ("附件1 2021年1月5日", (2021, 1, 5)),
        ("2 0 2 1年1 2月3 1日", (2021, 12, 31)),
    ],
)
def test_reads_every_manner(text: str, expected: tuple[int | None, int, int | None]) -> None:
    (date,) = dates(text)
    assert (date.year, date.month, date.day) == expected
    assert date.fault == ""
    assert date.text.split() == text[date.start : date.end].split()


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("202020年12月31日", "year"),
        ("202年1月17日", "year"),
        ("2022年13月17日", "month"),
        ("2022年0月17日", "month"),
        ("2022年1月32日", "day"),
        ("2021年2月29日", "day"),
        ("2月30日", "day"),
        ("2022.2.30", "day"),
        ("2022年1月17", "sign"),
        ("12月31止", "sign"),
    ],
)
def test_tells_what_cannot_be(text: str, fault: str) -> None:
    assert [date.fault for date in dates(text)] == [fault]


@pytest.mark.parametrize(
    "text",
    [
        "国办公开办函〔2021〕30号",
        "2024年2月29日",
        "2月29日召开会议",  # the year may be a leap year
        "电话0533-7882021",
        "版本2.13.31",
        "第2.30节",
        "二三月份组织培训",
        "2021年12月42号文件",
        "表12021年12月",
        "图202021年1月",
        "历时13个月",
        "共办理202021件",
        "有2 13月5日",
        "2021年1—12月",
        "投资2021.5万元",
        "",
    ],
)
def test_prose_leaves_what_may_be_no_date_alone(text: str) -> None:
    assert list(impossible_dates(text)) == []


@pytest.mark.parametrize(
    ("text", "quoted", "fault"),
    [
        ("2021年2月30日，组织培训。", "2021年2月30日", "day"),
        ("于 6 月 31 日召开会议", "6 月 31 日", "day"),
        ("2023年2月29日公布", "2023年2月29日", "day"),
        ("13月1日", "13月1日", "month"),
        ("2021年13月召开", "2021年13月", "month"),
        ("截至202020年12月31日", "202020年", "year"),
        ("二月三十日", "二月三十日", "day"),
        ("11月31号前", "11月31号", "day"),
    ],
)
def test_prose_names_what_cannot_be(text: str, quoted: str, fault: str) -> None:
    assert [(date.text, date.fault) for date in impossible_dates(text)] == [(quoted, fault)]
    assert [text[date.start : date.end] for date in impossible_dates(text)] == [quoted]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2021年1月1日，2021年度，20211231", ()),
        ("共2021日", ()),
        ("自202411日起", ("202411日",)),
        ("20211月1日至202112月31日", ("20211月1日", "202112月31日")),
    ],
)
def test_damage_is_what_lost_its_signs(text: str, found: tuple[str, ...]) -> None:
    assert damaged_dates(text) == found


@given(st.text(alphabet="2021年1月日 \u3000\u200b１至。ab", max_size=60))
def test_every_position_leads_back_to_the_original(text: str) -> None:
    source = reading(text)
    spots = [source.offset(position) for position in range(len(source.plain))]
    assert spots == sorted(set(spots))
    for position, spot in enumerate(spots):
        same = text[spot].translate({0xFF11: "1"})
        assert source.plain[position] == same or (
            source.plain[position] == " " and not text[spot].strip(" \u3000\u200b")
        )
    assert not any(sign in source.plain for sign in "\u3000\u200b")


@given(st.dates().filter(lambda day: 1900 <= day.year <= 2099))
def test_a_real_date_has_no_fault_in_any_manner(day: object) -> None:
    year, month, number = (int(part) for part in str(day).split("-"))
    signs = "〇一二三四五六七八九"
    chinese = "".join(signs[int(digit)] for digit in str(year))
    for text in (
        f"{year}年{month}月{number}日",
        f"{year}.{month}.{number}",
        str(day),
        f"{chinese}年{month}月{number}日",
    ):
        assert [(item.year, item.month, item.day, item.fault) for item in dates(text)] == [(year, month, number, "")]
        assert list(impossible_dates(text)) == []
        assert damaged_dates(text) == ()


@pytest.mark.parametrize(
    "unit", ["1", "1 ", "11111 ", " ", "一", "月", "年月日", "2021年1月", "2021.1.1-", "20211231日"]
)
def test_long_texts_take_time_in_proportion(unit: str) -> None:
    def seconds(length: int) -> float:
        text = unit * (length // len(unit))
        start = time.perf_counter()
        dates(text)
        damaged_dates(text)
        assert all(date.fault for date in impossible_dates(text))
        return time.perf_counter() - start

    assert seconds(100_000) < 40 * max(seconds(10_000), 0.005)
