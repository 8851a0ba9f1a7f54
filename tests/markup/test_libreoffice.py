from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from lint import readers
from lint.align import align
from lint.learn import learn
from tests.markup.blanks import BLANKS, blank, template

OFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(
    OFFICE is None and "LIBREOFFICE_REQUIRED" not in os.environ, reason="LibreOffice is not installed"
)


def _name(edition: str, of: str) -> str:
    return f"{edition}-{'named' if of else 'blank'}"


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every blank form as LibreOffice saves it, and as PDF."""
    assert OFFICE is not None
    folder = tmp_path_factory.mktemp("office")
    sources = []
    for edition, of in BLANKS:
        sources.append(folder / "source" / f"{_name(edition, of)}.docx")
        sources[-1].parent.mkdir(exist_ok=True)
        sources[-1].write_bytes(blank(edition, of))
    for kind in ("docx", "pdf"):
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [OFFICE, profile, "--headless", "--convert-to", kind, "--outdir", str(folder), *map(str, sources)]
        done = subprocess.run(command, capture_output=True, check=False, timeout=300)
        assert done.returncode == 0, done.stderr
    return folder


@pytest.mark.parametrize(("edition", "of"), BLANKS)
def test_saved_by_libreoffice_it_is_still_the_form(converted: Path, edition: str, of: str) -> None:
    path = converted / f"{_name(edition, of)}.docx"
    document = readers.read(path.read_bytes(), path.name)
    original = readers.read(blank(edition, of), path.name)
    assert [block.text for block in document.paragraphs()] == [block.text for block in original.paragraphs()]
    assert not document.notes
    subject = align(document, template(edition))
    assert subject.departures == ()
    assert len(subject.tables) == 3
    assert learn(document, like=template(edition)).template == template(edition)


@pytest.mark.parametrize(("edition", "of"), BLANKS)
def test_it_is_set_on_four_pages(converted: Path, edition: str, of: str) -> None:
    pages = re.findall(rb"/Type\s*/Page\b", (converted / f"{_name(edition, of)}.pdf").read_bytes())
    assert len(pages) == 4  # up to part two, part three, part four across, the rest
