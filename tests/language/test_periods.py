from __future__ import annotations

import time

import pytest

from lint.language.periods import find_periods
from lint.language.statement import PeriodStatement
from tests.language.stated_periods import Stated, stated

STATED = stated()


def _reading(statement: PeriodStatement) -> str:
    if statement.running:
        return "running"
    return {"": "range", "open": "end"}.get(statement.defect, statement.defect)


def test_all_150_numbers_are_there() -> None:
    assert {item.number for item in STATED} == set(range(1, 151))


@pytest.mark.parametrize("item", STATED, ids=lambda item: f"{item.number}-{item.year}")
def test_a_statement_seen_in_a_published_report_is_read_as_it_stands(item: Stated) -> None:
    found = find_periods(item.text, preamble=item.preamble)
    assert tuple(map(_reading, found)) == item.readings
    lost = {"unreadable", "truncated"}
    assert all(statement.year == item.year for statement in found if statement.kind not in lost)
    assert all("".join(statement.text.split()) in "".join(item.text.split()) for statement in found)


@pytest.mark.parametrize("item", [item for item in STATED if item.readings == ("range",)], ids=lambda item: item.number)
def test_blanks_widths_and_what_stands_around_do_not_matter(item: Stated) -> None:
    wide = item.text.translate({code: code + 0xFEE0 for code in range(0x30, 0x3A)})
    spaced = "".join(f"{sign}\u3000" if sign in "年月日自至" else sign for sign in item.text)
    around = f"根据《条例》和〔2021〕30号文件要求，编制本报告。{item.text}\n欢迎监督。"
    for text in (wide, spaced, around):
        found = find_periods(text, preamble=item.preamble)
        assert [(_reading(statement), statement.year) for statement in found] == [("range", item.year)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("本报告所列数据统计期限为2021.1.1—2021.12.31。", id="dotted"),
        pytest.param("统计期限为2021.1.1-12.31", id="dotted-year-dropped"),
        pytest.param("统计期限为2021-01-01至2021-12-31", id="iso"),
        pytest.param("统计期限为2021/1/1至2021/12/31", id="slashes"),
        pytest.param("统计期限自２０２１年１月１日起至２０２１年１２月３１日止", id="full-width"),
        pytest.param("统计期限自二〇二一年一月一日起至二〇二一年十二月三十一日止", id="chinese"),
        pytest.param("统计期限自二○二一年元月一日起至十二月三十一日止", id="chinese-circle-year-dropped"),
        pytest.param("统计期限自二O二一年一月一日起至二O二一年十二月三十一日止", id="chinese-letter-o"),
        pytest.param("统计期限自 2021 年 1 月 1 日起至 2021 年 1 2 月 3 1 日止", id="blanks-inside-numbers"),
        pytest.param("统计期限为2021年1月—12月", id="no-days"),
        pytest.param("统计期限为2021年1-12月", id="no-days-one-month-sign"),
        pytest.param("统计期限为2021年1月1日截止2021年12月31日", id="截止-for-至"),
        pytest.param("统计期限为2021年1月1号到12月31号", id="号"),
        pytest.param("统计期限为2021年1月1日～2021年12月31日", id="tilde"),
        pytest.param("统计期限为2021年1月1日一2021年12月31日", id="numeral-one-for-a-dash"),
        pytest.param("统计期限为2021年度。", id="year-only"),
        pytest.param("2021年1月1日至12月31日为本报告数据的统计期限。", id="noun-behind"),
    ],
)
def test_other_manners_of_a_whole_year(text: str) -> None:
    assert [(_reading(item), item.year) for item in find_periods(text, preamble=True)] == [("range", 2021)]


@pytest.mark.parametrize(
    ("text", "preamble"),
    [
        ("截至2021年12月31日，我局共主动公开政府信息120条。", True),
        ("截至2021年12月31日，统计局共主动公开政府信息120条。", False),
        ("12月10日更新了《信息公开指南》。", False),
        ("2021年3月1日至5月31日开展专项行动。", False),
        ("自2021年3月1日起至2021年5月31日止开展专项行动。", True),
        ("公示期限为2021年3月1日至2021年3月10日。", False),
        ("意见征集时限为2021年3月1日至2021年3月10日。", False),
        ("均在法定期限内答复。", False),
        ("根据2021年政务公开工作要点，2022年将进一步加强统计数据管理。", True),
        ("国办公开办函〔2021〕30号", True),
        ("我局于2022年1月5日至1月20日编制本报告。", True),
        ("网站数据统计期限内共访问2021次。", False),
        ("涉及信息为2021条。", True),
        ("", True),
    ],
)
def test_leaves_other_dates_alone(text: str, preamble: bool) -> None:  # noqa: FBT001 - a column of the table above
    assert find_periods(text, preamble=preamble) == ()


@pytest.mark.parametrize(
    ("text", "defect"),
    [
        ("统计期限为2021年1月1日至2021年12月30日", "partial"),
        ("统计期限为2021年2月1日至2021年12月31日", "partial"),
        ("统计期限为2021年1月—11月", "partial"),
        ("统计数据截止2021年11月30日", "partial"),
        ("自2021年2月1日起至2021年12月31日止", "partial"),
        ("统计期限为2021年1月1日至2021年11月31日", "malformed"),
        ("统计期限为2021年1月1日至2021年13月31日", "malformed"),
        ("统计期限为2021年1月1日至2021年12月32日", "malformed"),
        ("统计期限为201年1月1日至2021年12月31日", "malformed"),
        ("统计期限为2021年1月1日至2021年2月29日", "malformed"),
        ("统计期限为2021年1月1日至2月29日", "malformed"),
        ("统计期限为2021年12月31日至2021年1月1日", "reversed"),
        ("自2021年12月31日起至2021年1月1日止", "reversed"),
        ("统计期限为2020年1月1日至2021年12月31日", "reversed"),
        ("统计期限为2021年1月1日至2020年12月31日", "reversed"),
        ("统计期限自2021年1月1日起。", "truncated"),
        ("统计期限为：", "truncated"),
        ("统计期限为202111日至20211231日", "unreadable"),
        ("统计期限为2012 1 1日-12 31日", "unreadable"),
        ("统计期限自2024 1月1日起至2024 12月31日止", "unreadable"),
    ],
)
def test_names_one_defect(text: str, defect: str) -> None:
    assert [statement.defect for statement in find_periods(text, preamble=True)] == [defect]


def test_quotes_the_original_and_its_offsets() -> None:
    text = "说明。统计期限为　２０２１年 1月1日 至\n12月31日。"
    (statement,) = find_periods(text, preamble=True)
    assert text[statement.start : statement.end] == "统计期限为　２０２１年 1月1日 至\n12月31日"
    assert statement.text == "统计期限为 ２０２１年 1月1日 至 12月31日"


@pytest.mark.parametrize("preamble", [True, False])
@pytest.mark.parametrize(
    "unit",
    [
        *("1", "1 ", " ", "一", ",", "截止", "年月日", "统计期限", "统计期限1", "统计数据的", "统计期限为2021年1月"),
        *("2021年1月1日", "自2021年1月1日起至", "自2021年3月1日起至5月1日,"),
    ],
)
def test_long_texts_take_time_in_proportion(unit: str, preamble: bool) -> None:  # noqa: FBT001 - parametrized
    def seconds(length: int) -> float:
        text = "统计期限为" + unit * (length // len(unit))
        start = time.perf_counter()
        find_periods(text, preamble=preamble)
        return time.perf_counter() - start

    # The best of three: what else the machine does at the moment must not count.
    assert min(seconds(100_000) for _ in range(3)) < 40 * max(min(seconds(10_000) for _ in range(3)), 0.005)
