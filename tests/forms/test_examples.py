from __future__ import annotations

import pytest

from lint import engine
from lint.errors import UnreadableDocument
from lint.findings import Report
from lint.forms.examples import FILES, Example, load_examples
from lint.readers import read

FORM = "cn-disclosure"
EXAMPLES = load_examples(FORM)
BOOK = engine.load_rulebook(FORM)
CODES = frozenset(rule.code for rule in BOOK.pack.rules)
OPTIONS = engine.Options(CODES)


def _report(example: Example | None = None) -> Report:
    if example and example.file:
        with pytest.raises(UnreadableDocument) as problem:
            read(FILES[example.file], "report.docx")
        return engine.unreadable("report.docx", problem.value, BOOK, OPTIONS)
    return engine.check(EXAMPLES.document(example), BOOK, OPTIONS, "report.docx")


def test_the_conforming_report_holds_every_rule() -> None:
    report = _report()
    assert report.findings == ()
    assert report.unchecked == ()
    assert report.held == len(CODES)


def test_every_rule_has_an_example() -> None:
    assert {example.code for example in EXAMPLES.examples} == CODES


@pytest.mark.parametrize("example", EXAMPLES.examples, ids=lambda example: example.code)
def test_an_example_breaks_its_rule_and_no_other(example: Example) -> None:
    assert {finding.code for finding in _report(example).findings} == {example.code, *example.also}
