from __future__ import annotations

import subprocess
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from lint.model import Document, Paragraph
from lint.readers import read
from samples.make import FOLDER, Sample, samples

SAMPLES = {sample.name: sample for sample in samples()}
WORD = [sample for sample in SAMPLES.values() if sample.name.endswith(".docx")]
STATUS = {
    "clean-bureau": 0,
    "clean-township": 0,
    "tracked-changes": 0,
    "altered-row": 1,
    "dropped-column": 1,
    "missing-section": 1,
    "unbalanced-table": 1,
    "wrong-period": 1,
}


def _name(value: object) -> str:
    return value.name if isinstance(value, Sample) else str(value)


def _check(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    command: Sequence[str] = (sys.executable, "-m", "lint", "check", "--isolated", *arguments)
    return subprocess.run(command, cwd=FOLDER.parent, capture_output=True, check=False)


def _parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_samples_are_those_that_are_promised() -> None:
    assert {Path(sample.name).stem for sample in WORD} == set(STATUS)


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=_name)
def test_a_sample_is_made_the_same_every_time(sample: Sample) -> None:
    assert sample.content() == sample.content()


@pytest.mark.parametrize("sample", WORD, ids=_name)
def test_the_stored_word_file_is_what_would_be_made(sample: Sample, tmp_path: Path) -> None:
    fresh = tmp_path / sample.name
    fresh.write_bytes(sample.content())
    stored, made = _parts(FOLDER / sample.name), _parts(fresh)
    for part in ("word/document.xml", "docProps/core.xml"):  # styles and packing depend on the versions installed
        assert stored[part] == made[part], part


def test_the_stored_text_export_is_what_would_be_made() -> None:
    sample = SAMPLES["clean-township.txt"]
    assert (FOLDER / sample.name).read_bytes().replace(b"\r\n", b"\n") == sample.content()


def _accepted(document: Document) -> list[str | tuple[object, ...]]:
    """What is read from a file: texts, and cells with places and spans."""
    return [
        block.text if isinstance(block, Paragraph) else tuple((cell.text, *cell[1:]) for cell in block.cells())
        for block in document.blocks
    ]


@pytest.mark.parametrize("sample", WORD, ids=_name)
def test_reading_a_word_file_gives_back_the_document(sample: Sample) -> None:
    document = read(sample.content(), sample.name)
    assert _accepted(document) == _accepted(sample.document)
    kinds = {note.kind for note in sample.document.notes}
    assert {note.kind for note in document.notes} == kinds


@pytest.mark.parametrize("sample", WORD, ids=_name)
def test_no_person_is_named_in_the_properties(sample: Sample, tmp_path: Path) -> None:
    path = tmp_path / sample.name
    path.write_bytes(sample.content())
    properties = _parts(path)["docProps/core.xml"]
    assert b"<dc:creator></dc:creator>" in properties
    assert b"<cp:lastModifiedBy></cp:lastModifiedBy>" in properties


@pytest.mark.parametrize("stem", sorted(STATUS))
def test_a_sample_has_the_findings_beside_it(stem: str) -> None:
    done = _check(f"samples/{stem}.docx")
    assert done.stderr == b""
    expected = (FOLDER / f"{stem}.findings.txt").read_text(encoding="utf-8")
    assert done.stdout.decode().replace("\r\n", "\n") == expected
    assert done.returncode == STATUS[stem]


def test_word_and_text_export_of_one_report_have_the_same_findings() -> None:
    word, text = (_check("--output-format", "concise", f"samples/clean-township.{kind}") for kind in ("docx", "txt"))
    assert word.stdout.replace(b".docx", b".txt") == text.stdout
    assert (word.returncode, text.returncode) == (0, 0)


def test_the_folder_holds_nothing_else_that_would_be_checked() -> None:
    listed = _check("--show-files", "samples").stdout.decode().split()
    assert sorted(Path(name).name for name in listed) == sorted(SAMPLES)
