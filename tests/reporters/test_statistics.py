from __future__ import annotations

from lint.reporters.statistics import render
from lint.reporters.style import Style
from tests.reporters.made_up import FAILED, REPORTS


def test_most_frequent_first_then_by_code() -> None:
    assert render([*REPORTS, FAILED], Style()).splitlines() == [
        "2  AR001  错误  column-balance",
        "2  ST003  警告  altered-heading",
        "2  TB016  提示  split-table",
        "1  IN001  错误  unreadable-file",
    ]


def test_english_words_line_up() -> None:
    assert "1  ST003  warning  altered-heading" in render(REPORTS, Style(lang="en"))
    assert "1  AR001  error    column-balance" in render(REPORTS, Style(lang="en"))
