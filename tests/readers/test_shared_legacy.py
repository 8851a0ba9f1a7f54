"""Old and foreign formats that lie beside a checkout: read whole through LibreOffice, or refused for a true reason."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from lint.errors import UnreadableDocument
from lint.model import Document
from lint.readers import read
from lint.readers.means import Means
from lint.readers.preparing import needs_preparing, prepare
from tests.readers.test_shared_files import FILES, said

LEGACY = [path for path in FILES if needs_preparing(path.read_bytes(), path.name)]
REFUSED = {  # what LibreOffice cannot read either, by what the name says
    "clusterfuzz": "damaged",
}
OFFICE = shutil.which("soffice")
pytestmark = [
    pytest.mark.skipif(not FILES, reason="no shared folder beside this checkout"),
    pytest.mark.skipif(
        OFFICE is None and "LIBREOFFICE_REQUIRED" not in os.environ, reason="LibreOffice is not installed"
    ),
]


@pytest.fixture(scope="module")
def found() -> dict[str, Document | str]:
    """Every file by name: the document, or why there is none."""
    files = [(path.read_bytes(), path.name) for path in LEGACY]
    documents: dict[str, Document | str] = {}
    for (data, name), prepared in zip(files, prepare(files, Means()), strict=True):
        try:
            documents[name] = read(data, name, Means(), prepared)
        except UnreadableDocument as refused:
            documents[name] = refused.reason.en
    return documents


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the text that LibreOffice itself exports from every file."""
    assert OFFICE is not None
    folder = tmp_path_factory.mktemp("exported")
    command = [OFFICE, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to"]
    command += ["txt:Text (encoded):UTF8", "--outdir", str(folder), *map(str, LEGACY)]
    subprocess.run(command, capture_output=True, check=True, timeout=300)
    return folder


def test_there_are_all_kinds() -> None:
    assert {path.suffix for path in LEGACY} >= {".doc", ".wps", ".rtf"}
    assert len(LEGACY) >= 23


@pytest.mark.parametrize("path", LEGACY, ids=lambda path: path.name[-60:])
def test_nothing_of_its_text_is_lost(path: Path, found: dict[str, Document | str], exported: Path) -> None:
    document = found[path.name]
    if isinstance(document, str):
        reason = next((reason for mark, reason in REFUSED.items() if mark in path.name), "password")
        assert re.search(reason, document)
        return
    wanted = "".join((exported / f"{path.stem}.txt").read_text("utf-8-sig").split())
    missing = Counter(wanted) - Counter("".join(said(document).split()))
    # An optional hyphen does not show, and the marks of footnotes are not read, as in Word files.
    assert missing.total() <= max(2, 0.01 * len(wanted)), missing.most_common(5)
