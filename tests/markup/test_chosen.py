from __future__ import annotations

from pathlib import Path

import pytest

from lint.errors import UsageError
from lint.forms.template import Template
from lint.learn import toml_text
from lint.markup.blank import blank_form
from lint.markup.chosen import chosen
from lint.markup.words import Words
from tests.markup.blanks import BODY, EDITIONS, blank, template, words

HOME = "cn-disclosure"
pytestmark = pytest.mark.usefixtures("folder")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _put(data: bytes, name: str = "official.docx") -> str:
    Path(name).write_bytes(data)
    return name


def _changed(own: Template) -> Template:
    first, *rest = own.sections
    return own._replace(sections=(first._replace(heading="工作概况"), *rest))


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("of", ["", BODY])
def test_an_edition_on_paper_is_that_edition_with_its_words_and_carries(edition: str, of: str) -> None:
    found = chosen(_put(blank(edition, of)), HOME, None)
    assert (found.template, found.words) == (template(edition), words())
    assert any(spec.carries for spec in found.template.tables)
    assert [other.edition for other in found.others] == [other for other in EDITIONS if other != edition]


def test_paper_with_a_difference_is_a_form_of_its_own() -> None:
    found = chosen(_put(blank_form(_changed(template("2021")), words())), HOME, None)
    assert found.template.sections[0].heading == "工作概况"
    assert found.words == Words()
    assert found.others == ()


def test_form_data_keep_the_words_of_their_form() -> None:
    Path("mine.toml").write_text(toml_text(_changed(template("2021")), lang="zh"), encoding="utf-8")
    assert chosen("mine.toml", HOME, None).words == words()


@pytest.mark.parametrize(
    ("word", "year", "edition"),
    [(HOME, 2020, "2019"), (HOME, None, "2021"), ("2019", 2024, "2019"), (f"{HOME}/2019", None, "2019")],
)
def test_a_form_without_its_edition_is_that_of_the_year(word: str, year: int | None, edition: str) -> None:
    assert chosen(word, HOME, year).template.edition == edition


@pytest.mark.parametrize(
    ("word", "due"), [("2020", "2019"), ("2022", "2021"), (f"{HOME}/2020", "2019"), (f"{HOME}/2022", "2021")]
)
def test_a_year_in_which_no_form_was_published_is_told_its_edition(word: str, due: str) -> None:
    with pytest.raises(UsageError) as caught:
        chosen(word, HOME, None)
    zh, en = caught.value.sentence
    assert f"{word[-4:]} 年度用 {due} 年版" in zh
    assert f"请写 {HOME}/{due}" in zh
    assert f"that of {due} is for {word[-4:]}" in en


def test_a_year_before_the_first_form_has_none() -> None:
    with pytest.raises(UsageError) as caught:
        chosen("2018", HOME, None)
    assert "2018 年度用" not in caught.value.sentence.zh
