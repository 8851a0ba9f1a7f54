from __future__ import annotations

import pytest

from lint.forms.template import Template
from lint.markup.carried import Carried
from lint.markup.chosen import Chosen
from lint.markup.remarks import remarks
from lint.markup.words import Words
from lint.model import Phrase
from tests.markup.blanks import BODY, template, words

FORM = Chosen(template("2021"), words())
BARE: Template = template("2021")._replace(title="")
NOWHERE = Chosen(BARE._replace(form="other"), Words())  # neither title nor anything else around the parts


def _said(form: Chosen, carried: Carried | None, body: str = "", year: int | None = None) -> list[str]:
    return [sentence.zh for sentence in remarks(form, carried, body, year)]


def test_nothing_is_said_where_all_is_well() -> None:
    assert _said(FORM, None) == _said(FORM, None, BODY, 2024) == []
    assert _said(FORM, Carried({}, BODY, 2023), "", 2024) == []
    assert _said(NOWHERE, None) == []


def test_what_a_file_was_learnt_with_is_passed_on() -> None:
    assert _said(FORM._replace(remarks=(Phrase("有修订", "changes"),)), None) == ["有修订"]


@pytest.mark.parametrize(
    ("carried", "body", "year", "words"),
    [
        (None, BODY, None, ["单位名称没有地方可填"]),
        (None, "", 2024, ["年度没有地方可填"]),
        (Carried({}, BODY, 2023), "", 2024, ["单位名称没有地方可填", "年度没有地方可填"]),
        (Carried({}), "", None, []),
    ],
)
def test_what_has_no_place_in_the_form_is_told(
    carried: Carried | None, body: str, year: int | None, words: list[str]
) -> None:
    said = _said(NOWHERE, carried, body, year)
    assert len(said) == len(words)
    assert all(word in sentence for word, sentence in zip(words, said, strict=True))


def test_what_last_year_does_not_tell_is_asked_for() -> None:
    body, year = _said(FORM, Carried({}))
    assert "看不出单位名称" in body
    assert "看不出年度" in year
    assert _said(FORM, Carried({}), BODY, 2024) == []


def test_a_form_that_carries_nothing_over_says_so() -> None:
    tables = tuple(spec._replace(carries=()) for spec in template("2021").tables)
    (said,) = _said(FORM._replace(template=template("2021")._replace(tables=tables)), Carried({}, BODY, 2023), "", 2024)
    assert "没有写明哪些数字从上一年结转" in said


@pytest.mark.parametrize("carried", [None, Carried({}, "青溪县红领巾", 2023)])
def test_a_name_that_a_check_may_not_tell_is_named(carried: Carried | None) -> None:
    (said,) = _said(FORM, carried, "" if carried else "青溪县红领巾", 2024)
    assert said.startswith("检查时可能认不出“青溪县红领巾”这个单位名称")


@pytest.mark.parametrize(("edition", "year"), [("2019", 2024), ("2021", 2020)])
def test_an_edition_that_is_not_in_force_is_told(edition: str, year: int) -> None:
    (said,) = _said(Chosen(template(edition), words()), None, "", year)
    assert f"不适用于 {year} 年度" in said
