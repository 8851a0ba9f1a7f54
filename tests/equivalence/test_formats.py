"""One report, the same findings in whichever format it arrives: the samples as a real LibreOffice saves them."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from lint.findings import Report
from lint.readers import read
from lint.readers.means import Means
from lint.rulebook import load_rulebook
from lint.run.job import check_loaded, options_for
from lint.run.loading import load_all
from lint.run.source import Source
from samples.exporting import write_text

SAMPLES = Path(__file__).parents[2] / "samples"
REPORTS = (
    "clean-township",
    "altered-row",
    "dropped-column",
    "missing-section",
    "unbalanced-table",
    "wrong-period",
    "tracked-changes",
)
OFFICE = shutil.which("soffice")
SAVED = {"doc": "doc", "rtf": "rtf", "odt": "odt", "fodt": "fodt", "pdf": "pdf", "html": "html"}
PLAIN = "txt:Text (encoded):UTF8"  # LibreOffice's own text: each cell on a line, no row ends
FORMATS = (*SAVED, "txt", "lines.txt")
LOST = {  # what a format cannot carry, by sample: these codes are not found
    ("html", "tracked-changes"): {"IN003"},
    ("txt", "tracked-changes"): {"IN003"},
    ("lines.txt", "tracked-changes"): {"IN003"},
}

pytestmark = pytest.mark.skipif(
    OFFICE is None and "LIBREOFFICE_REQUIRED" not in os.environ, reason="LibreOffice is not installed"
)


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every report in every format."""
    assert OFFICE is not None
    folder = tmp_path_factory.mktemp("saved")
    sources = [str(SAMPLES / f"{name}.docx") for name in REPORTS]
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for kind in SAVED.values():
        command = [OFFICE, profile, "--headless", "--convert-to", kind, "--outdir", str(folder), *sources]
        done = subprocess.run(command, capture_output=True, check=False, timeout=300)
        assert done.returncode == 0, done.stderr
    command = [OFFICE, profile, "--headless", "--convert-to", PLAIN, "--outdir", str(folder), *sources]
    assert subprocess.run(command, capture_output=True, check=False, timeout=300).returncode == 0
    for name in REPORTS:
        (folder / f"{name}.txt").rename(folder / f"{name}.lines.txt")
        document = read((SAMPLES / f"{name}.docx").read_bytes(), f"{name}.docx")
        (folder / f"{name}.txt").write_text(write_text(document), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def reports(saved: Path) -> dict[str, Report]:
    """What is found in every file, by its name; the old formats share a few starts of LibreOffice."""
    paths = [*sorted(saved.iterdir()), *(SAMPLES / f"{name}.docx" for name in REPORTS)]
    sources = [Source(path, path.name, path.name) for path in paths if path.is_file()]
    book = load_rulebook("cn-disclosure")
    options = options_for(book)
    return {
        loaded.source.name: check_loaded(loaded, book, options, Means()) for loaded in load_all(sources, Means(), None)
    }


def keyed(report: Report) -> list[tuple[str, str | None, str | None, str | None, str | None]]:
    """Code, table, row and column of every finding."""
    return sorted(
        (finding.code, finding.place.section, finding.place.table, finding.place.row, finding.place.column)
        for finding in report.findings
    )  # fmt: skip


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("name", REPORTS)
def test_the_findings_are_those_of_the_word_file(reports: dict[str, Report], name: str, kind: str) -> None:
    original, found = reports[f"{name}.docx"], reports[f"{name}.{kind}"]
    assert found.status == original.status, found.findings
    lost = LOST.get((kind, name), set())
    assert keyed(found) == [key for key in keyed(original) if key[0] not in lost]
    assert (found.body, found.year, found.edition) == (original.body, original.year, original.edition)
    assert {each.code for each in found.unchecked} == {each.code for each in original.unchecked}


@pytest.mark.parametrize("kind", FORMATS)
def test_the_figures_are_those_of_the_word_file(reports: dict[str, Report], kind: str) -> None:
    """The broken sums, which cite every figure that takes part in them."""
    original, found = reports["unbalanced-table.docx"], reports[f"unbalanced-table.{kind}"]
    assert [finding.message for finding in found.findings] == [finding.message for finding in original.findings]
    assert [[place.value for place in finding.related] for finding in found.findings] == [
        [place.value for place in finding.related] for finding in original.findings
    ]


def test_the_samples_differ(reports: dict[str, Report]) -> None:
    """What is compared is not always the same."""
    assert len({tuple(keyed(reports[f"{name}.docx"])) for name in REPORTS}) == len(REPORTS)
