from __future__ import annotations

import re
import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.errors import PackError
from lint.forms import load_pack
from lint.forms.editions import OPEN, template_of
from lint.forms.store import rules_folder
from lint.forms.sums import SumSpec
from lint.forms.template import Band, Carry, ColumnSpec, Printed, RowSpec, SectionSpec, TableSpec, Template
from lint.learn import toml_text
from lint.model import Phrase

EDITIONS = load_pack("cn-disclosure").templates

_keys = st.from_regex(r"k_[a-z0-9_]{0,8}", fullmatch=True)
_any = st.text(max_size=12)
_filled = _any.filter(lambda text: bool(text.strip()) and text != OPEN)
_some = st.lists(_any, max_size=3).map(tuple)
_phrases = st.builds(Phrase, _filled, _filled)


def _read(text: str) -> Template:
    return template_of(tomllib.loads(text), "made.toml")


@st.composite
def _tables(draw: st.DrawFn, key: str, section: str) -> TableSpec:
    rows = draw(st.lists(_keys, min_size=1, max_size=5, unique=True))
    cut = draw(st.integers(0, len(rows) - 1))
    bands = []
    for own in (rows[:cut], rows[cut:]):
        if own:
            keys = draw(st.lists(_keys, min_size=1, max_size=3, unique=True))
            bands.append(Band(draw(_any), draw(_any), tuple(draw(_columns(each)) for each in keys),
                              tuple(RowSpec(each, draw(_some), draw(_some)) for each in own), draw(_some)))  # fmt: skip
    columns = sorted({column.key for band in bands for column in band.columns})
    due = {"column": rows, "row": columns}
    sums = []
    for name in draw(st.lists(_filled, max_size=2, unique=True)):
        along = draw(st.sampled_from(["column", "row"]))
        terms = st.lists(st.sampled_from(due[along]), min_size=1, max_size=40).map(tuple)
        sums.append(SumSpec(name, along, draw(terms), draw(terms)))  # type: ignore[arg-type]
    row, column = st.sampled_from(rows), st.sampled_from(columns)
    carries = st.lists(st.builds(Carry, row, row), max_size=2).map(tuple)
    printed = st.lists(st.builds(Printed, row, column, _filled), max_size=2).map(tuple)
    return TableSpec(key, section, draw(_phrases), tuple(bands), tuple(sums), draw(st.booleans()), draw(carries),
                     draw(printed))  # fmt: skip


@st.composite
def _columns(draw: st.DrawFn, key: str) -> ColumnSpec:
    unit = draw(_any)
    labels = (*draw(_some), f"{draw(_any)}（单位：{unit}）")
    return ColumnSpec(key, labels, draw(st.sampled_from(["count", "amount", "change"])), unit, draw(_some))


@st.composite
def _templates(draw: st.DrawFn) -> Template:
    count = draw(st.integers(1, 4))
    keys = draw(st.lists(_keys, min_size=count, max_size=count, unique=True))
    sections = tuple(
        SectionSpec(key, "一二三四"[place], draw(_filled), draw(_some), draw(_any)) for place, key in enumerate(keys)
    )
    names = draw(st.lists(_keys, max_size=3, unique=True))
    tables = tuple(draw(_tables(name, draw(st.sampled_from(keys)))) for name in names)
    since = draw(st.integers(1990, 2050))
    until, binding = (draw(st.none() | st.integers(since, 2100)) for _ in range(2))
    former = tuple(re.escape(text) for text in draw(_some))
    texts = [draw(_filled) for _ in range(3)]
    return Template(texts[0], texts[1], since, until, draw(_phrases), draw(_any), texts[2], sections, tables, binding,
                    former)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(_templates(), st.lists(st.builds(Phrase, _any, _any), max_size=2))
def test_what_is_written_reads_as_it_was(template: Template, remarks: list[Phrase]) -> None:
    assert _read(toml_text(template, remarks)) == template


@pytest.mark.parametrize("template", EDITIONS, ids=lambda template: template.edition)
def test_the_shipped_editions_are_written_as_they_stand(template: Template) -> None:
    text = toml_text(template)
    assert _read(text) == template
    shipped = (rules_folder() / template.form / f"{template.edition}.toml").read_text(encoding="utf-8")
    spoken = [line for line in shipped.splitlines() if not line.startswith("#")]
    in_sums = r'identity = """.*?"""'
    assert (
        re.sub(in_sums, "", text, flags=re.DOTALL).split()
        == re.sub(in_sums, "", "\n".join(spoken), flags=re.DOTALL).split()
    )


@pytest.mark.parametrize(
    "text", ['say "so"', "back\\slash", "two\nlines", "tab\tbell\x07", "del\x7f", "\u3000\u200b", "\r", "𝄞"]
)
def test_every_sign_is_written_so_that_it_comes_back(text: str) -> None:
    template = EDITIONS[0]._replace(title=text)
    written = toml_text(template)
    assert _read(written).title == text
    assert all(sign.isprintable() or sign == "\n" for sign in written)


def test_the_head_says_what_to_fill_in_only_where_something_is_open() -> None:
    open_one = EDITIONS[0]._replace(source=OPEN)
    assert toml_text(EDITIONS[0]).startswith("form = ")
    assert toml_text(open_one).startswith("# 请把问号（?）换成内容后再使用")
    assert toml_text(open_one, lang="en").startswith("# Replace every question mark before use")
    assert tomllib.loads(toml_text(open_one))["source"] == OPEN
    with pytest.raises(PackError, match="question mark"):
        _read(toml_text(open_one))


def test_remarks_stand_above_as_comments_of_one_language() -> None:
    text = toml_text(EDITIONS[0], (Phrase("请核对\n两行", "check"),))
    assert text.startswith("# 请核对\n# 两行\n\nform = ")
    assert toml_text(EDITIONS[0], (Phrase("请核对", "check"),), "en").startswith("# check\n\nform = ")


def test_a_long_sum_is_broken_into_short_lines() -> None:
    assert max(len(line) for line in toml_text(EDITIONS[-1]).splitlines() if "+ refused" in line) < 120
