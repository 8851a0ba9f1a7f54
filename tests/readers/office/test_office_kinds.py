"""Which files are handed to LibreOffice, as what, and what is said of the others."""

from __future__ import annotations

import random
import struct

import pytest

from lint.readers import refusals
from lint.readers.limits import Limits, exceeded
from lint.readers.means import Means
from lint.readers.office import convert, reasons
from lint.readers.office.compound import open_compound
from lint.readers.office.kinds import Convertible, convertible
from lint.readers.refusals import Refusal
from lint.readers.word import read_word
from tests.readers.fragments import DECLARED, p, tbl, tc, tr, zipped

_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_TEXT = "application/vnd.oasis.opendocument.text"


def entry(name: str, kind: int, *, child: int = _FREE, right: int = _FREE, start: int = _END, size: int = 0) -> bytes:
    raw = name.encode("utf-16-le").ljust(64, b"\0") + struct.pack("<HB", 2 * len(name) + 2, kind) + b"\1"
    return raw + struct.pack("<3I", _FREE, right, child) + b"\0" * 36 + struct.pack("<3I", start, size, 0)


def compound(*names: str, inside: str = "", head: bytes = b"\xec\xa5") -> bytes:
    """A compound file with streams, the first beginning with `head`; `inside` is a stream in a storage of its own."""
    streams = [
        entry(name, 2, right=number + 2 if number + 1 < len(names) or inside else _FREE, start=8, size=4_096)
        for number, name in enumerate(names)
    ]
    stored = [entry("ObjectPool", 1, child=len(names) + 2), entry(inside, 2)] if inside else []
    directory = [entry("Root Entry", 5, child=1), *streams, *stored]
    directory += [entry("", 0)] * (-len(directory) % 4)
    sectors = b"".join(directory)
    used = len(sectors) // 512
    table = [_TABLE, *range(2, used + 1), _END]
    table += [_FREE] * (8 - len(table)) + [*range(9, 16), _END]
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<5H6x", 62, 3, 0xFFFE, 9, 6)
    header += struct.pack("<9I", 0, 1, 1, 0, 4_096, _END, 0, _END, 0) + struct.pack("<109I", 0, *[_FREE] * 108)
    body = struct.pack("<128I", *table, *[_FREE] * (128 - len(table))) + sectors
    return header + body.ljust(8 * 512, b"\0") + head.ljust(4_096, b"\0")


def locked(head: bytes) -> bytes:
    return head + b"\0" * 8 + b"\0\1"


def odt(content: str = "<a/>", manifest: str = "<a/>", kind: str = _TEXT) -> bytes:
    return zipped({"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest})


def fodt(kind: str = _TEXT) -> str:
    return f'<office:document xmlns:office="urn" office:mimetype="{kind}"><office:body/></office:document>'


LAUGHS = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha">]>' + fodt()
WORD_2003 = '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>'


@pytest.mark.parametrize(
    ("data", "suffix"),
    [
        pytest.param(compound("WordDocument", "1Table"), ".doc", id="doc"),
        pytest.param(compound("WORDDOCUMENT"), ".doc", id="doc-in-capitals"),
        pytest.param(compound("WordDocument", "WpsCustomData"), ".doc", id="wps-writer"),
        pytest.param(compound("WordDocument", inside="Workbook"), ".doc", id="doc-with-a-sheet-embedded"),
        pytest.param(compound("WordDocument", head=b"\xdc\xa5"), ".doc", id="word-6"),
        pytest.param(compound("MatOST", "MM"), ".wps", id="works-4"),
        pytest.param(compound("CONTENTS"), ".wps", id="works-2000"),
        pytest.param(b"{\\rtf1 a}", ".rtf", id="rtf"),
        pytest.param(b"\xef\xbb\xbf \r\n{\\rtf1 a}", ".rtf", id="rtf-after-a-mark-and-blanks"),
        pytest.param(odt(), ".odt", id="odt"),
        pytest.param(odt(kind=f"{_TEXT}-template"), ".odt", id="odt-template"),
        pytest.param(fodt().encode(), ".fodt", id="flat-odt"),
        pytest.param(f'<?xml version="1.0" encoding="UTF-16"?>{fodt()}'.encode("utf-16"), ".fodt", id="flat-in-utf-16"),
        pytest.param(f"\n {fodt()}".encode(), ".fodt", id="flat-after-blanks"),
    ],
)
def test_what_libreoffice_is_given(data: bytes, suffix: str) -> None:
    found = convertible(data, Limits())
    assert isinstance(found, Convertible)
    assert found.suffix == suffix
    if suffix == ".rtf":
        assert found.data == b"{\\rtf1 a}"
    elif suffix == ".fodt":
        assert found.data.startswith(b"<?xml")
        assert b"UTF-16" not in found.data
    else:
        assert found.data == data


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        pytest.param(compound("WordDocument", head=locked(b"\xec\xa5")), refusals.OLD_ENCRYPTED, id="doc-password"),
        pytest.param(compound("EncryptionInfo", "EncryptedPackage"), refusals.ENCRYPTED, id="docx-password"),
        pytest.param(compound("Workbook"), refusals.OLD_EXCEL, id="xls"),
        pytest.param(compound("Workbook", inside="WordDocument"), refusals.OLD_EXCEL, id="xls-with-a-doc-embedded"),
        pytest.param(compound("PowerPoint Document"), refusals.OLD_SLIDES, id="ppt"),
        pytest.param(compound("VisioDocument"), reasons.OTHER_COMPOUND, id="other-program"),
        pytest.param(compound("WordDocument")[:900], reasons.DAMAGED_COMPOUND, id="doc-cut-off"),
        pytest.param(compound("WordDocument")[:100], reasons.DAMAGED_COMPOUND, id="doc-only-a-beginning"),
        pytest.param(b"\xdb\xa5" + b"\0" * 90, reasons.TOO_OLD, id="word-2"),
        pytest.param(odt(manifest="<encryption-data/>"), refusals.ENCRYPTED, id="odt-password"),
        pytest.param(odt(kind="application/vnd.oasis.opendocument.spreadsheet"), reasons.NO_TEXT_DOCUMENT, id="ods"),
        pytest.param(odt(LAUGHS), refusals.ENTITIES, id="odt-entities"),
        pytest.param(odt()[:-30], refusals.TRUNCATED, id="odt-cut-off"),
        pytest.param(odt(" " * 20_000_000), exceeded("ratio", 1028, 200), id="odt-bomb"),
        pytest.param(LAUGHS.encode(), refusals.ENTITIES, id="flat-entities"),
        pytest.param(LAUGHS.encode("utf-16"), refusals.ENTITIES, id="flat-entities-in-utf-16"),
        pytest.param(
            fodt("application/vnd.oasis.opendocument.presentation").encode(), reasons.NO_TEXT_DOCUMENT, id="flat-odp"
        ),
        pytest.param(WORD_2003.encode(), reasons.WORD_2003, id="word-2003-xml"),
        pytest.param(b"<feed/>", refusals.OTHER_XML, id="other-xml"),
        pytest.param(b"{\\rtf1 " + b" " * 2**20, exceeded("file_mb", 1.1, 1), id="too-large"),
    ],
)
def test_what_is_refused_says_why(data: bytes, refusal: Refusal) -> None:
    assert convertible(data, Limits(file_mb=1)) == refusal


def test_a_damaged_directory_ends() -> None:
    chance = random.Random(3)  # noqa: S311 - the same damage every time
    whole = compound("WordDocument", "1Table", inside="Workbook")
    for _ in range(2_000):
        data = bytearray(whole)
        for _ in range(chance.choice([1, 4, 16])):
            data[chance.randrange(28, 2_600)] = chance.randrange(256)
        open_compound(bytes(data[: chance.randrange(512, len(data))]))


def flat_package(body: str) -> str:
    word, package = "http://schemas.openxmlformats.org/officeDocument/2006/relationships", "<pkg:part pkg:name="
    return (
        '<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
        '<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">'
        f'{package}"/_rels/.rels"><pkg:xmlData><Relationships '
        'xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r" Type="{word}/officeDocument" Target="word/document.xml"/></Relationships>'
        f'</pkg:xmlData></pkg:part>{package}"/word/document.xml"><pkg:xmlData>'
        f"<w:document {DECLARED}><w:body>{body}</w:body></w:document></pkg:xmlData></pkg:part>"
        f'{package}"/word/media/a.png"><pkg:binaryData>{"QUJD" * 4_000_000}</pkg:binaryData></pkg:part></pkg:package>'
    )


def test_a_package_in_one_file_needs_no_libreoffice() -> None:
    body = p("甲") + tbl(tr(tc("1"), tc("2")), tr(tc("3"), tc("4")))
    means = Means(soffice="/nowhere/soffice")
    made, again = convert([flat_package(body).encode()] * 2, means)
    assert isinstance(made, bytes)
    assert made == again
    document = read_word(made, "a.xml", Limits())
    assert [block.text for block in document.paragraphs()] == ["甲"]
    assert [[cell and cell.text for cell in row] for row in next(document.tables()).grid] == [["1", "2"], ["3", "4"]]


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        pytest.param(flat_package(p("甲"))[:-20].encode(), refusals.DAMAGED_XML, id="cut-off"),
        pytest.param(
            flat_package(p("甲")).replace("?><?mso", "?><!DOCTYPE a><?mso").encode(), refusals.ENTITIES, id="dtd"
        ),
    ],
)
def test_a_package_in_one_file_may_be_refused(data: bytes, refusal: Refusal) -> None:
    assert convert([data], Means()) == [refusal]
