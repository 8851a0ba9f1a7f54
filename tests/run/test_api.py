from __future__ import annotations

from pathlib import Path

import pytest

import lint
from lint.errors import UsageError

REPORT = "某镇人民政府\n2021年政府信息公开工作年度报告\n一、总体情况\n总体良好。\n".encode()


def test_bytes_and_file_give_the_same_report(tmp_path: Path) -> None:
    path = tmp_path / "甲镇.txt"
    path.write_bytes(REPORT)
    from_bytes = lint.check_bytes(REPORT, "甲镇.txt")
    assert from_bytes.status == "failed"
    assert from_bytes.year == 2021
    assert lint.check_file(path)._replace(path="甲镇.txt") == from_bytes


def test_options_are_those_of_the_command() -> None:
    report = lint.check_bytes(REPORT, "甲镇.txt", select=["ST"], ignore=["ST001"], lang="en", year=2022, edition="2021")
    assert {finding.code[:2] for finding in report.findings} <= {"ST"}
    assert "ST001" not in {finding.code for finding in report.findings}
    assert report.year == 2022


def test_what_cannot_be_read_is_a_report_too() -> None:
    report = lint.check_bytes(b"", "甲镇.docx")
    assert report.status == "unreadable"
    assert [finding.code for finding in report.findings] == ["IN001"]


def test_a_missing_file_is_the_callers_mistake(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        lint.check_file(tmp_path / "gone.docx")


@pytest.mark.parametrize("options", [{"form": "nothing"}, {"edition": "1999"}, {"lang": "fr"}, {"select": ["QQ"]}])
def test_what_there_is_not_is_refused(options: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        lint.check_bytes(REPORT, "甲镇.txt", **options)  # type: ignore[arg-type]  # one option of several types


def test_load_form() -> None:
    assert [template.edition for template in lint.load_form("cn-disclosure", "2021").templates] == ["2021"]
    assert lint.load_form("cn-disclosure").rules
    with pytest.raises(UsageError, match="2021"):
        lint.load_form("cn-disclosure", "1999")


def test_no_other_name_appears() -> None:
    with pytest.raises(AttributeError, match="nothing"):
        lint.nothing  # noqa: B018 - asking is the test


def test_codes_may_be_given_as_one_text() -> None:
    as_list = lint.check_bytes(REPORT, "甲镇.txt", select=["ST", "TB"], ignore=["ST001"])
    assert lint.check_bytes(REPORT, "甲镇.txt", select="ST,TB", ignore="ST001") == as_list
