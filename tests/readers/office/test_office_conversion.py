"""What LibreOffice itself makes of files: the same document, nothing fetched, nothing left behind."""

from __future__ import annotations

import base64
import io
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from lint import engine
from lint.model import Document
from lint.readers.limits import Limits, exceeded
from lint.readers.means import Means
from lint.readers.office import convert, reasons
from lint.readers.refusals import Refusal
from lint.readers.word import read_word
from tests.whole.checking import rulebook, told

OFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(
    OFFICE is None and "LIBREOFFICE_REQUIRED" not in os.environ, reason="LibreOffice is not installed"
)

ROOT = Path(__file__).parents[3]
SAMPLES = sorted(ROOT.glob("samples/*.docx"))
LEGACY = sorted(path for path in ROOT.parent.glob("shared/word/*") if path.suffix in {".doc", ".wps", ".rtf"})
FORMATS = ("doc", "rtf", "odt", "ott", "fodt")
_PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def saved(sources: list[Path], kind: str, folder: Path) -> list[bytes]:
    """The files as LibreOffice saves them in another format."""
    assert OFFICE is not None
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [OFFICE, profile, "--headless", "--convert-to", kind, "--outdir", str(folder), *map(str, sources)]
    subprocess.run(command, capture_output=True, check=True, timeout=300)
    return [(folder / f"{source.stem}.{kind}").read_bytes() for source in sources]


def read(made: bytes | Refusal, name: str) -> Document:
    assert isinstance(made, bytes), made
    return read_word(made, name, Limits())


def found(document: Document) -> list[tuple[str, str | None, str | None]]:
    codes = frozenset(rule.code for rule, _ in rulebook().checks)
    return told(engine.check(document, rulebook(), engine.Options(codes), document.name))


@pytest.mark.parametrize("kind", FORMATS)
def test_a_report_comes_back_as_it_was(kind: str, tmp_path: Path) -> None:
    everything = convert(saved(SAMPLES, kind, tmp_path), Means())
    for path, made in zip(SAMPLES, everything, strict=True):
        original, document = read_word(path.read_bytes(), path.name, Limits()), read(made, path.name)
        assert document.blocks == original.blocks, path.name
        assert {note.kind for note in document.notes} == {note.kind for note in original.notes}, path.name
        assert found(document) == found(original), path.name


def linking(to: str) -> bytes:
    spaces = {"office": "office", "text": "text", "draw": "drawing", "svg": "svg-compatible"}
    declared = " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for prefix, name in spaces.items()
    )
    shown = 'xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"'
    frame = '<draw:frame svg:width="2cm" svg:height="2cm" text:anchor-type="as-char">'
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {declared} xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>
<text:p>甲{frame}<draw:image xlink:href="{to}.png" {shown}/></draw:frame></text:p>
<text:p>{frame}<draw:object xlink:href="{to}.odt" {shown}/></draw:frame></text:p>
<text:section text:name="S"><text:section-source xlink:href="{to}.txt" {shown}/><text:p>乙</text:p></text:section>
</office:text></office:body></office:document>""".encode()


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """The address of a listener, and what it was asked for."""
    paths: list[str] = []

    class Listener(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            paths.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(_PICTURE)

        do_GET = do_HEAD = do_OPTIONS = do_PROPFIND = _answer  # noqa: N815 - names of the standard library

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Listener) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/linked", paths
        server.shutdown()
        thread.join()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files to wait at")
def test_nothing_that_a_document_links_to_is_fetched(asked: tuple[str, list[str]], tmp_path: Path) -> None:
    address, paths = asked
    local = tmp_path / "linked"
    for suffix in (".png", ".odt", ".txt"):
        os.mkfifo(local.with_suffix(suffix))  # whoever opens one waits until the time is up
    rtf = b'{\\rtf1 a{\\field{\\*\\fldinst INCLUDEPICTURE "%s.png" \\\\d}{\\fldrslt b}}}' % address.encode()
    for made in convert([linking(address), linking(local.as_uri()), rtf], Means(Limits(timeout=20))):
        assert isinstance(made, bytes)
        with zipfile.ZipFile(io.BytesIO(made)) as package:
            assert not [name for name in package.namelist() if "media" in name or "embed" in name]
    assert paths == []


def test_it_works_in_a_folder_of_any_name_and_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "临时 文件"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.setenv("LC_ALL", "C")
    with ThreadPoolExecutor(2) as pool:
        both = list(pool.map(lambda text: convert([b"{\\rtf1 %s}" % text], Means()), (b"one", b"two")))
    assert [[block.text for block in read(made, "a.rtf").paragraphs()] for (made,) in both] == [["one"], ["two"]]
    assert list(folder.iterdir()) == []


def pipes() -> set[Path]:
    return set(Path("/tmp").glob("OSL_PIPE_*"))  # noqa: S108 - where LibreOffice puts them


def test_out_of_time_it_is_ended_and_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    before = pipes()
    long = b"{\\rtf1 %s}" % (b"a\\par " * 500_000)
    assert convert([long], Means(Limits(timeout=2))) == [exceeded("timeout", None, 2)]
    assert list(tmp_path.iterdir()) == []
    left, until = pipes() - before, time.monotonic() + 30
    while (left := left & pipes()) and time.monotonic() < until:  # another LibreOffice removes its own when it ends
        time.sleep(0.1)
    assert not left


def test_what_it_cannot_open_is_told() -> None:
    assert convert([b"{\\rtf1 {\\b"], Means()) == [reasons.not_converted(reasons.RTF)]


@pytest.mark.skipif(not LEGACY, reason="no shared folder beside this checkout")
def test_every_old_file_is_converted_or_refused_with_reason() -> None:
    made = convert([path.read_bytes() for path in LEGACY], Means())
    refused = [path.name for path, one in zip(LEGACY, made, strict=True) if isinstance(one, Refusal)]
    assert [name for name in refused if "clusterfuzz" not in name] == []
    for path, one in zip(LEGACY, made, strict=True):
        if isinstance(one, bytes):
            assert read(one, path.name).blocks, path.name
        else:
            assert one == reasons.not_converted(reasons.WORD)
