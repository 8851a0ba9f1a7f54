"""What watches the checks notices each way in which one may change its subject."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from lint import engine
from lint.align.subject import Subject
from lint.checks.verdict import Verdict
from lint.rulebook import Rulebook
from tests.fuzz.watching import watched
from tests.whole.checking import busy, rulebook


class _Meddling:
    def __init__(self, meddle: Callable[[Any], object]) -> None:
        self._meddle = meddle

    @staticmethod
    def facts() -> frozenset[str]:
        return frozenset()

    def run(self, subject: Subject) -> Iterator[Verdict]:
        self._meddle(subject)
        return iter(())


def _checked(book: Rulebook) -> None:
    codes = frozenset(rule.code for rule, _ in book.checks)
    engine.check(busy(), watched(book), engine.Options(codes), "a.docx")


@pytest.mark.parametrize(
    "meddle",
    [
        pytest.param(lambda subject: subject.tables.clear(), id="emptied"),
        pytest.param(lambda subject: subject.absent.update(x=1), id="added"),
        pytest.param(
            lambda subject: subject.sections.update({key: match._replace() for key, match in subject.sections.items()}),
            id="replaced-by-an-equal",
        ),
        pytest.param(lambda subject: subject.tables["disclosed"].values.popitem(), id="deep-inside"),
    ],
)
def test_a_change_is_noticed(meddle: Callable[[Any], object]) -> None:
    (rule, _), *others = rulebook().checks
    with pytest.raises(AssertionError, match=f"{rule.code} changed its subject"):
        _checked(rulebook()._replace(checks=((rule, _Meddling(meddle)), *others)))


def test_the_checks_as_they_are_change_nothing() -> None:
    _checked(rulebook())
