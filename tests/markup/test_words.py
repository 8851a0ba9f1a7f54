from __future__ import annotations

from pathlib import Path

import pytest

from lint.errors import PackError
from lint.markup.words import Piece, Words, pieces, read_words

SOUND = """
title = ["{body}", "{year}年{title}"]
preamble = ["自{year}年"]
signature = ["{next_year}年{month}月"]
[prompts]
body = "××单位"
year = "××××"
next_year = "××××"
month = "×"
"""


def _read(folder: Path, text: str) -> Words:
    (folder / "blank.toml").write_text(text, encoding="utf-8")
    return read_words(folder)


def test_a_form_without_words_has_the_usual_title_and_nothing_else(tmp_path: Path) -> None:
    assert read_words(tmp_path) == Words()
    assert Words().preamble == Words().signature == ()


def test_a_sound_file_is_read(tmp_path: Path) -> None:
    words = _read(tmp_path, SOUND)
    assert words.preamble == ("自{year}年",)
    assert words.prompts["month"] == "×"


@pytest.mark.parametrize(
    ("right", "wrong", "key"),
    [
        ("preamble =", "preambel =", "preambel"),
        ("title = [", "titel = [", "title"),
        ('"自{year}年"', '"自{yaer}年"', "preamble[1]"),
        ("{month}月", "{moon}月", "signature[1]"),
        ("{body}", "{bodies}", "title[1]"),
        ('"自{year}年"', "7", "preamble[1]"),
        ('month = "×"', 'month = ""', "prompts.month"),
        ('month = "×"', "month = 1", "prompts.month"),
        ('next_year = "××××"', "", "prompts.next_year"),
        ("[prompts]", "[prompt]", "prompts"),
    ],
)
def test_a_slip_is_named(tmp_path: Path, right: str, wrong: str, key: str) -> None:
    assert right in SOUND
    with pytest.raises(PackError) as caught:
        _read(tmp_path, SOUND.replace(right, wrong, 1))
    assert (caught.value.file, caught.value.key) == ("blank.toml", key)


def test_it_is_told_which_fields_have_a_place(tmp_path: Path) -> None:
    words = _read(tmp_path, SOUND)
    assert words.fields(titled=True) == {"body", "year", "title", "next_year", "month"}
    assert words.fields(titled=False) == {"year", "next_year", "month"}
    assert Words().fields(titled=False) == frozenset()


@pytest.mark.parametrize(
    ("line", "given", "expected"),
    [
        ("{year}年{title}", {"title": "年报"}, [Piece("××××", prompt=True), Piece("年年报")]),
        ("{year}年{title}", {"title": "年报", "year": "2020"}, [Piece("2020年年报")]),
        ("{body}", {"body": ""}, [Piece("××单位", prompt=True)]),
        ("文字", {}, [Piece("文字")]),
        ("", {}, []),
    ],
)
def test_a_line_is_taken_apart_at_its_fields(line: str, given: dict[str, str], expected: list[Piece]) -> None:
    assert pieces(line, Words(), given) == expected
