from __future__ import annotations

import pytest

from lint import engine
from lint.errors import PackError, UnreadableDocument
from lint.findings import Report
from lint.forms.departures import departed
from lint.forms.examples import FILES, Example, Examples, load_examples
from lint.forms.specimen import specimen
from lint.model import Document
from lint.readers import read
from lint.rulebook import load_rulebook

FORM = "cn-disclosure"
EXAMPLES = load_examples(FORM)
OF_2019 = load_examples(FORM, "2019")
BOOK = load_rulebook(FORM)
CODES = frozenset(rule.code for rule in BOOK.pack.rules)


def _report(examples: Examples, example: Example | None = None, edition: str | None = None) -> Report:
    options = engine.Options(CODES, edition=edition)
    if example and example.file:
        with pytest.raises(UnreadableDocument) as problem:
            read(FILES[example.file], "report.docx")
        return engine.unreadable("report.docx", problem.value, BOOK, options)
    return engine.check(examples.document(example), BOOK, options, "report.docx")


def test_the_conforming_report_holds_every_rule() -> None:
    report = _report(EXAMPLES)
    assert report.findings == ()
    assert report.unchecked == ()
    assert report.held == len(CODES)


def test_the_conforming_report_of_2020_holds_every_rule_of_its_year() -> None:
    """Signed figures under 本年增/减, and six decimals in an amount; the length of part 一 is no rule yet."""
    report = _report(OF_2019)
    assert (report.edition, report.year) == ("2019", 2020)
    assert report.findings == ()
    assert report.unchecked == ()
    assert report.held + report.broken == len(CODES) - 1


def test_every_rule_has_an_example() -> None:
    assert {example.code for example in EXAMPLES.examples} == CODES


@pytest.mark.parametrize("example", EXAMPLES.examples, ids=lambda example: example.code)
def test_an_example_breaks_its_rule_and_no_other(example: Example) -> None:
    assert {finding.code for finding in _report(EXAMPLES, example).findings} == {example.code, *example.also}


@pytest.mark.parametrize("example", OF_2019.examples, ids=lambda example: example.code)
def test_an_example_of_2019_breaks_its_rule_and_no_other(example: Example) -> None:
    found = {finding.code for finding in _report(OF_2019, example).findings}
    assert found == {example.code, *example.also}


def _forced() -> Document:
    """The form of 2019 filled in for a year in which the examples' own dates hold."""
    return specimen(OF_2019.template, EXAMPLES.report._replace(values=OF_2019.report.values))


def _fits(example: Example) -> bool:
    if example.file:
        return False
    try:
        departed(_forced(), OF_2019.template, example.edits)
    except PackError:
        return False
    return True


ON_2019 = [example for example in EXAMPLES.examples if _fits(example) and example.code != "ST011"]


def test_nearly_every_example_fits_the_form_of_2019_too() -> None:
    of_files_and_figures_of_2021 = len(EXAMPLES.examples) - len(ON_2019)
    assert of_files_and_figures_of_2021 <= 12


@pytest.mark.parametrize("example", ON_2019, ids=lambda example: example.code)
def test_an_example_breaks_its_rule_on_the_form_of_2019_too(example: Example) -> None:
    document = departed(_forced(), OF_2019.template, example.edits)
    report = engine.check(document, BOOK, engine.Options(CODES, edition="2019"), "report.docx")
    assert {finding.code for finding in report.findings} == {example.code, *example.also}
    assert report.edition == "2019"
