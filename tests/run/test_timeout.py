from __future__ import annotations

import time

import pytest

import lint
from lint import readers
from lint.errors import UsageError
from lint.model import Document

_REPORT = "某镇人民政府\n2021年政府信息公开工作年度报告\n一、总体情况\n总体良好。\n".encode()


def test_a_file_that_takes_too_long_is_unreadable_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(*_: object) -> Document:
        while True:
            time.sleep(0.01)

    monkeypatch.setattr(readers, "read", slow)
    report = lint.check_bytes(_REPORT, "a.txt", timeout=0.2, lang="en")
    assert report.status == "unreadable"
    (finding,) = report.findings
    assert finding.code == "IN001"
    assert "the time taken is beyond the limit of 0.2 seconds" in finding.message
    assert "timeout" in finding.advice


def test_a_file_in_time_is_checked() -> None:
    assert lint.check_bytes(_REPORT, "a.txt", timeout=30).status == "failed"


@pytest.mark.parametrize("seconds", [0, -1, float("nan")])
def test_no_time_at_all_is_refused(seconds: float) -> None:
    with pytest.raises(UsageError):
        lint.check_bytes(_REPORT, "a.txt", timeout=seconds)
