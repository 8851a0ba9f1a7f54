"""Runs over the Word files and reports that lie beside a checkout, where they are."""

from __future__ import annotations

import io
import re
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from lint.errors import UnreadableDocument
from lint.model import Document, Paragraph
from lint.readers import read
from lint.readers.preparing import needs_preparing

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
FILES = sorted(SHARED.glob("word/*")) if SHARED.is_dir() else []
WORD = [path for path in FILES if not needs_preparing(path.read_bytes(), path.name)]  # the others: test_shared_legacy
REAL = SHARED / "real"
needs_real = pytest.mark.skipif(not REAL.is_dir(), reason="no shared folder beside this checkout")

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# Left out on purpose: deleted and moved-away content, the second copy of alternate content, the phonetic line of a
# ruby, cells that continue a merged one (Word does not show what they hold).
_OUT = {f"{_W}del", f"{_W}moveFrom", f"{_W}rt", _FALLBACK}
# Reasons that are true of the files that cannot be read, by what their names say they are.
_OTHERWISE = "damaged|empty|lock file"


def is_dropped(element: etree._Element) -> bool:
    if element.tag in _OUT:
        return True
    if element.tag == f"{_W}tr":
        return element.find(f"{_W}trPr/{_W}del") is not None
    if element.tag == f"{_W}tc":
        merge = element.find(f"{_W}tcPr/{_W}vMerge")
        return element.find(f"{_W}tcPr/{_W}cellDel") is not None or (
            merge is not None and merge.get(f"{_W}val") != "restart"
        )
    return False


def visible(element: etree._Element) -> Iterator[str]:
    """A walk of its own, knowing nothing of the reader: the text of every w:t that is not dropped."""
    if is_dropped(element):
        return
    if element.tag == f"{_W}t":
        yield element.text or ""
    for child in element.iterchildren(tag=etree.Element):
        yield from visible(child)


def main_part(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        named = [name for name in archive.namelist() if re.fullmatch(r"word.document\d*\.xml", name, re.IGNORECASE)]
        return archive.read(named[0]).replace(_STRICT, _W[1:-1].encode())


def read_or_reason(data: bytes, name: str) -> Document | str:
    try:
        return read(data, name)
    except UnreadableDocument as refused:
        return refused.reason.en


def said(document: Document) -> str:
    return " ".join(
        block.text if isinstance(block, Paragraph) else " ".join(cell.text for cell in block.cells())
        for block in document.blocks
    )


@pytest.mark.parametrize("path", WORD, ids=lambda path: path.name[-60:])
def test_every_word_file_is_read_whole_or_refused_with_reason(path: Path) -> None:
    data = path.read_bytes()
    started = time.perf_counter()
    document = read_or_reason(data, path.name)
    if isinstance(document, str):
        assert re.search("damaged" if data.startswith(b"PK") else _OTHERWISE, document)
        return
    assert time.perf_counter() - started < 5
    if document.media == "text":
        assert path.suffix == ".tsv"
        return
    root = etree.fromstring(main_part(data), etree.XMLParser(resolve_entities=False))
    runs = ["".join(text.split()) for text in visible(root)]
    squashed = "".join(said(document).split())
    everything = sum(map(len, runs))
    assert sum(len(text) for text in runs if text not in squashed) <= 0.01 * everything
    missing = Counter("".join(runs)) - Counter(squashed)  # of what stands there twice, both are there
    assert missing.total() <= 0.01 * everything, missing.most_common(5)


@needs_real
def test_the_official_form_gives_its_three_tables() -> None:
    document = read((REAL / "official-form-2021.docx").read_bytes(), "official-form-2021.docx")
    assert [(len(table.grid), len(table.grid[0])) for table in document.tables()] == [(14, 4), (28, 10), (4, 15)]
    headings = [paragraph.text for paragraph in document.paragraphs() if paragraph.text[1:2] == "、"]
    assert [heading[0] for heading in headings] == list("一二三四五六")
    applications = list(document.tables())[1]
    assert applications.grid[5][0] is applications.grid[26][0]
    assert document.notes == ()


@needs_real
def test_the_text_export_gives_its_three_tables() -> None:
    document = read((REAL / "jingzhong-2021.txt").read_bytes(), "jingzhong-2021.txt")
    disclosed, applications, disputes = document.tables()
    cells = [[sum(cell is not None for cell in row) for row in table.grid] for table in document.tables()]
    assert cells[0] == [1, 4, 4, 4, 1, 2, 2, 1, 2, 2, 2, 1, 2, 2]
    assert cells[1] == [2, 4, *[8] * 3, *[9] * 2, *[10] * 19, 9, 8]
    assert cells[2] == [2, 7, 15, 15]
    assert disclosed.grid[1][0] is not None
    assert disclosed.grid[1][0].text == "信息内容"
    assert all(cell is not None and cell.text == "0" for cell in disputes.grid[3])
    last = applications.grid[27][0]
    assert last is not None
    assert (last.text, last.location.line) == ("四、结转下年度继续办理", 350)
    assert sum(paragraph.pictures for paragraph in document.paragraphs()) == 3
    assert not any("[" in paragraph.text for paragraph in document.paragraphs())
