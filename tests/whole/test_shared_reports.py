"""Real reports that lie beside the project, where they do."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint.align import align
from lint.forms import load_template
from lint.model import Document
from lint.readers import read
from samples.exporting import write_text
from samples.writing import docx_bytes
from tests.whole.checking import checked, told

REAL = Path(__file__).parents[3] / "shared" / "real"
STRUCTURE = {"ST001", "ST002", "ST003", "ST004", "ST005", "ST008", "ST017", *(f"TB{n:03}" for n in range(1, 10))}

pytestmark = pytest.mark.skipif(not REAL.is_dir(), reason="the real reports lie beside the project, not in it")


def real(name: str) -> Document:
    return read((REAL / name).read_bytes(), name)


def test_a_real_township_report_has_no_error_and_no_warning() -> None:
    report = checked(real("jingzhong-2021.txt"))
    assert report.status == "passed"
    assert told(report) == []
    assert report.unchecked == ()
    assert (report.body, report.year) == ("临淄区敬仲镇人民政府", 2021)
    assert {finding.code for finding in report.findings} <= {"ST007", "ST013", "TB015"}


def test_the_blank_official_form_is_the_form() -> None:
    document = real("official-form-2021.docx")
    template = load_template("cn-disclosure", "2021")
    subject = align(document, template)
    assert [len(table.grid) for table in document.tables()] == [14, 28, 4]
    assert {key: len(match.values) for key, match in subject.tables.items()} == {
        "disclosed": 10,
        "applications": 175,
        "disputes": 15,
    }
    codes = {finding.code for finding in checked(document).findings}
    assert not codes & STRUCTURE
    assert "ST012" in codes


@pytest.mark.parametrize("way", ["word", "text"])
def test_a_real_report_gives_the_same_codes_however_it_is_saved(way: str) -> None:
    document = checked(real("official-form-2021.docx"))
    again = real("official-form-2021.docx")
    saved = docx_bytes(again) if way == "word" else write_text(again).encode()
    report = checked(read(saved, "official-form-2021.docx" if way == "word" else "official-form-2021.txt"))
    assert {finding.code for finding in report.findings} - {"TB015"} == {
        finding.code for finding in document.findings
    } - {"TB015"}


def test_a_page_whose_cells_ran_together_is_not_accused() -> None:
    report = checked(real("pingtan-haitan-2021-flattened.txt"))
    assert [finding.code for finding in report.findings] == ["IN006"]
    unchecked = {each.code for each in report.unchecked}
    assert {"ST001", "ST008", "TB001", "AR001", "AR004"} <= unchecked
