from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.language.patterns import folded, folded_pattern, misuse, search
from lint.language.wording import fold


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        pytest.param("（文字描述）", "见( 文字 描述 )。", "( 文字 描述 )", id="full-width brackets are literal"),
        pytest.param("\\(文字描述\\)", "见（文字描述）。", "（文字描述）", id="and so are escaped ones"),
        pytest.param("国办(?:公开办)?函〔2021〕30号", "国办公开办函[2021]30号", "国办公开办函[2021]30号", id="syntax"),
        pytest.param("[（“]三公[”）]", "“三公”经费", "三公", id="quotes in a set are found in nothing"),
        pytest.param("[（“]三公[”）]", "（三公）经费", "（三公）", id="other signs of the set stay"),
        pytest.param("第[０-９]+条", "第12条", "第12条", id="full-width digits in a range"),
        pytest.param("第\\d+条", "第１２ 条", "第１２ 条", id="full-width digits in the text"),
        pytest.param("［一］", "[一]", "[一]", id="full-width square brackets"),
        pytest.param("\\[x\\]|\\{y\\}", "{Ｙ}或{y}", "{y}", id="escaped square and curly brackets, case counts"),
        pytest.param("{名称}", "{名称}", "{名称}", id="curly brackets that are no quantifier"),
        pytest.param("收取.{0, 5}费", "收取了一点儿费", "收取了一点儿费", id="a blank in a quantifier"),
        pytest.param("收 取\n费", "收取费", "收取费", id="blanks and line breaks in a pattern"),
        pytest.param("收\\s*取\\s+费", "收取费", "收取费", id="blanks by escape"),
        pytest.param("不“*收", "不收", "不收", id="a quantifier behind a quote is the quote's"),
        pytest.param("不“*收", "不不收", "不收", id="and not that of the sign before"),
        pytest.param("收[^。；\n]{0,10}费", "收1.5元工本费", "收1.5元工本费", id="a point is no full stop"),
        pytest.param("收[^。]{0,10}费", "收取。发放费", None, id="a full stop ends the sentence"),
        pytest.param("１．规章", "1.规章", "1.规章", id="a full-width point is no syntax"),
        pytest.param("＊|？", "如何?", "?", id="full-width signs of syntax"),
        pytest.param("\\uff08空\\uff09", "(空)", "(空)", id="signs by number"),
        pytest.param("[\\u3000-\\u303f]空", "[空", "[空", id="a range of signs that are folded"),
        pytest.param("[]）]完", "]完", "]完", id="a bracket first in a set"),
        pytest.param("[^“”]", "好", "好", id="anything but quotes is anything"),
        pytest.param("(?P<单位>局|委)(?P=单位)", "局局", "局局", id="a named group"),
        pytest.param("(?<=《)条例", "《条例》", "条例", id="looking back"),
        pytest.param("(?i:word)", "Ｗord", "Ｗord", id="a flag"),
        pytest.param("(?#说明（）)收费", "收费", "收费", id="a comment"),
        pytest.param("^收费$", " 收费 ", "收费", id="anchors"),
        pytest.param("[\\\\-a]", "]", "]", id="a range from a backslash"),
        pytest.param("a-b[c-]", "a—b—", "a—b—", id="dashes of all kinds"),
    ],
)
def test_finds_what_the_author_meant(pattern: str, text: str, found: str | None) -> None:
    assert search(folded_pattern(pattern), text) == found


@pytest.mark.parametrize(
    "pattern",
    [
        "(?:a+)+b",
        "(a*)*",
        "(?:收费|收取)+",
        "(?:a|ab)*c",
        "(?:a?b){2,}",
        "(?:\\d|[0-9])+",
        "(?: 建|建)*z",
        "(?:﹙a|（a)*z",
        "(?:“|甲)*z",
        "(?i)(?:ab|AB)*z",
        "(?i:ab|AB)*z",
        "(?i)(?:ıb|ib)*z",
        "(?:(?!a)x|(?!b)x)*z",
        ".*?.*?z",
        ".*甲.*乙",
        ".{0,60}甲.{0,60}乙.{0,60}丙",
        ".{0,100}甲.{0,100}乙.{0,100}丙",
        "(?x)收 费  # 说明",
        "(?P<a>收费",
        "[收费",
        "*收费",
    ],
)
def test_refuses_what_is_no_pattern_or_might_search_for_hours(pattern: str) -> None:
    assert misuse(pattern)
    with pytest.raises(re.error):
        folded_pattern(pattern)


@pytest.mark.parametrize(
    "pattern", ["", " ", "\\s", "“", "x*", "a{0,100000}", "(?:甲)?", "甲|", "^", "\\s*", "(?!甲)", "$"]
)
def test_refuses_what_matches_where_nothing_is_written(pattern: str) -> None:
    why = misuse(pattern)
    assert why is not None
    assert "什么都不写也符合" in why.zh
    assert "matches even where nothing is written" in why.en


@pytest.mark.parametrize("pattern", ["甲{99999999999}", "(" * 3000 + "甲" + ")" * 3000])
def test_refuses_what_python_cannot_compile(pattern: str) -> None:
    assert misuse(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        ".*[甲乙]z",
        "[“《]+甲",
        ".{0,60}甲.{0,60}乙",
        "(?:甲|乙|丙)*丁",
        "(?:甲+|乙){0,1}甲",
        "(?:，|,)*z",
        "(?:１|1)+z",
        "(?:（|【|〔)*z",
        "(?:：|:)+z",
        "(?:—|-)*z",
        "(?:a|ａ)*b",
        "(?i)(?:a|Ａ)*b",
        "收\\s*取\\s+费.*",
    ],
)
@pytest.mark.parametrize("text", ["甲", "《", "甲乙", "，", "1", "【", "：", "—", "a", "aA"])
def test_what_is_taken_ends_soon(pattern: str, text: str) -> None:
    started = time.perf_counter()
    search(folded_pattern(pattern), (text * 5000)[:5000])
    assert time.perf_counter() - started < 2


def test_signs_in_other_dress_are_one_alternative() -> None:
    assert search(folded_pattern("报告(?:，|,|、)以下"), "报告,以下") == "报告,以下"
    assert folded_pattern("(?:，|,|、)*z").pattern.count(",") == 1


PARTS = (
    "甲",
    "乙",
    "ａ",
    "a",
    "A",
    "，",
    ",",
    "“",
    ".",
    "[甲a]",
    "\\s",
    "(?:",
    "(?i:",
    "|",
    ")",
    "*",
    "+?",
    "{0,9}",
    "?",
)


@settings(max_examples=500, deadline=2000)
@given(st.lists(st.sampled_from(PARTS), min_size=2, max_size=10).map("".join))
def test_no_pattern_that_is_taken_searches_for_long(text: str) -> None:
    if misuse(text + "z"):
        return
    pattern = folded_pattern(text + "z")
    for sign in ("甲", "a", ",", "a甲", "aA"):
        search(pattern, sign * 1000)


def test_a_long_text_is_searched_to_its_end() -> None:
    for length in (0, 499, 500, 501, 999, 1000, 1001, 1499, 2600):
        assert search(folded_pattern("甲乙丙"), "丁" * length + "甲 乙丙") == "甲 乙丙"
        assert search(folded_pattern("^丁"), "戊" * length + "丁") == ("丁" if length == 0 else None)


SIGNS = "收费取（）()[]［］{}〔〕，,。.；;：:“”\"'‘’「」—-－ 　\t\n１1ＡA*＊+?？|\\^$~～《》"
TEXTS = st.text(st.sampled_from(SIGNS), max_size=30)


@given(TEXTS)
def test_a_text_as_a_pattern_finds_itself_in_any_dress(text: str) -> None:
    if not folded(text):
        assert misuse(re.escape(text))
        return
    pattern = folded_pattern(re.escape(text))
    assert pattern.fullmatch(folded(text))
    dressed = text.translate(str.maketrans("（），１Ａ", "(),1A"))
    assert pattern.fullmatch(folded(f" “{dressed}” "))


@given(st.text(st.sampled_from("收费取。;,甲乙1aA.|*+?()"), max_size=12))
def test_a_pattern_of_plain_signs_stays_as_it_is(text: str) -> None:
    try:
        re.compile(text)
    except re.error:
        assert misuse(text)
        return
    if not misuse(text):
        assert re.sub(r"\\([;,])", r"\1", folded_pattern(text).pattern) == text


PIECES = (*SIGNS, "[^", "\\d", "\\s", "(?:", "{0,3}", "{ 1 , 2 }", "a-z", "０-９", "\\]", "\\u3000", "[[", "--", "(?i)")


@settings(max_examples=1000)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_any_pattern_is_taken_or_refused(text: str) -> None:
    if not misuse(text):
        search(folded_pattern(text), "收取（费）。" * 50)


@given(TEXTS)
def test_only_full_stops_make_a_difference_to_folding(text: str) -> None:
    assert fold(folded(text)) == fold(text)
    assert folded(text).count("。") == text.count("。")
