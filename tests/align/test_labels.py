from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from lint.align.labels import label, likeness, one_slip

WORDS = st.text("情况政府信息公开", max_size=6)


@given(WORDS, WORDS)
def test_one_slip_is_a_distance_of_one(left: str, right: str) -> None:
    assert one_slip(left, right) == (OSA.distance(left, right) <= 1)


@pytest.mark.parametrize(
    ("text", "number", "wording", "unit"),
    [
        ("1.属于国家秘密", "1.", "属于国家秘密", ""),
        ("１．属于国家秘密", "1.", "属于国家秘密", ""),
        ("（一） 予以公开", "(一)", "予以公开", ""),
        ("一、本年新收", "一、", "本年新收", ""),
        ("第二十条第（一）项", "", "第二十条第(一)项", ""),
        ("3.危及“三安全一稳定”", "3.", "危及三安全一稳定", ""),
        ("本年收费金额  （单位 ：万元）", "", "本年收费金额", "万元"),
        ("本年收费金额（元）", "", "本年收费金额", "元"),
        ("2021年", "", "2021年", ""),
        ("1.5", "", "1.5", ""),
        ("", "", "", ""),
    ],
)
def test_a_label_is_taken_apart(text: str, number: str, wording: str, unit: str) -> None:
    made = label(text)
    assert (made.number, made.wording, made.unit) == (number, wording, unit)


def test_not_granted_is_not_granted() -> None:
    assert likeness("予以公开", "不予公开") < 1
    assert likeness("", "公开") == 0
