from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.errors import UsageError
from lint.forms import load_template
from lint.forms.editions import template_of
from lint.learn import Learned, from_file, learn, toml_text
from lint.model import Table
from lint.readers.preparing import needs_preparing
from tests.learn.blank_forms import SHARED, document, table

FOREIGN = sorted((SHARED / "foia").glob("*.docx"))
FILES = sorted(path for path in (SHARED / "word").glob("*") if path.suffix != ".tsv")
WORD = [path for path in FILES if not needs_preparing(path.read_bytes(), path.name)]


def _learnt(path: Path) -> Learned | UsageError:
    try:
        return from_file(path)
    except UsageError as error:
        return error


@pytest.mark.skipif(not FILES, reason="the Word files lie beside the project")
def test_any_word_file_is_learnt_or_refused_in_a_sentence() -> None:
    learnt = 0
    for path in WORD:
        learned = _learnt(path)
        if isinstance(learned, UsageError):
            assert path.name in learned.sentence.zh
            assert path.name in learned.sentence.en
        else:
            learnt += 1
            assert learned.template.sections or learned.template.tables
            assert tomllib.loads(toml_text(learned.template, learned.remarks))["since"]
    assert learnt > 20


@pytest.mark.parametrize("path", FOREIGN, ids=lambda path: path.name)
def test_a_report_in_english_gives_something_usable(path: Path) -> None:
    learned = from_file(path)
    received = learned.template.table("table_3").bands[0]
    assert (received.stub, received.rows[0].labels) == ("Agency / Component", ("Antitrust",))
    assert received.columns[1].labels == ("Number of Requests Received in Fiscal Year",)
    assert "a filled-in report" in learned.remarks[0].en


_texts = st.sampled_from(
    ["", "甲", "乙", "一、甲", "第一部分 乙", "1.甲", "2.乙", "12", "—", "（单位：元）", "甲，乙。", "\n", "<", "^"]
)


@st.composite
def _tables(draw: st.DrawFn) -> Table:
    width = draw(st.integers(1, 4))
    rows = draw(st.lists(st.lists(_texts, min_size=width, max_size=width), min_size=1, max_size=5))
    # A cell goes on to the left or upwards only where a rectangle comes of it: in one direction a table.
    sign, other = draw(st.sampled_from([("<", "^"), ("^", "<")]))
    for place, line in enumerate(rows):
        for column, text in enumerate(line):
            edge = column == 0 if sign == "<" else place == 0
            line[column] = "甲" if text == other or (text == sign and edge) else text
    made = table(*rows)
    if draw(st.booleans()):  # a text export: rows of their own length
        holes = tuple((*line[: draw(st.integers(1, width))], *[None] * width)[:width] for line in made.grid)
        made = made._replace(grid=holes, ragged=True)
    return made


@settings(max_examples=300, deadline=None)
@given(st.lists(_texts | _tables(), max_size=8))
def test_whatever_is_learnt_is_written_and_is_like_itself(blocks: list[str | Table]) -> None:
    made = document(*blocks)
    try:
        learned = learn(made)
    except UsageError:
        return
    template = learned.template
    if all(spec.section for spec in template.tables):
        assert template_of(tomllib.loads(toml_text(template)), "made.toml") == template
    assert learn(made, like=template).template == template


def test_the_same_file_gives_the_same_bytes(tmp_path: Path) -> None:
    sample = Path(__file__).parents[2] / "samples" / "clean-bureau.docx"
    copy = tmp_path / sample.name
    copy.write_bytes(sample.read_bytes())
    assert toml_text(from_file(copy).template) == toml_text(from_file(sample).template)


def test_a_file_that_is_not_there_is_said_to_be_so(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        from_file(tmp_path / "none.docx")
    assert "none.docx" in caught.value.sentence.zh
    assert "请核对路径" in caught.value.sentence.zh


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04broken", b"%PDF-1.4", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_a_file_that_cannot_be_read_is_refused_with_reason_and_advice(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "form.docx"
    path.write_bytes(data)
    with pytest.raises(UsageError) as caught:
        from_file(path, load_template("cn-disclosure", "2021"))
    assert "form.docx”无法读取" in caught.value.sentence.zh
    assert "cannot be read" in caught.value.sentence.en


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        from_file(tmp_path)
