from __future__ import annotations

import random
import struct
import time
import zipfile

import pytest

from lint.errors import UnreadableDocument
from lint.readers import read, refusals
from lint.readers.limits import exceeded
from lint.readers.refusals import Refusal
from tests.readers.fragments import DECLARED, document_xml, docx, members, p, part, run, tbl, tc, tr, zipped

LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {to} "{f"&{of};" * 10}">' for of, to in zip("abcdefgh", "bcdefghi", strict=True))
    + f"]><w:document {DECLARED}><w:body><w:p><w:r><w:t>&i;</w:t></w:r></w:p></w:body></w:document>"
)
OUTSIDE = (
    '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    f"<w:document {DECLARED}><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"
)


def noise(size: int) -> bytes:
    return random.Random(1).randbytes(size)  # noqa: S311 - a fixed stream that no method compresses


def with_main(content: bytes | str) -> bytes:
    return zipped({**members(""), "word/document.xml": content})


def encrypted_member() -> bytes:
    data = bytearray(docx(p("甲")))
    for magic, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(magic)
        while place >= 0:
            data[place + offset] |= 1
            place = data.find(magic, place + 4)
    return bytes(data)


def other_method() -> bytes:
    data = bytearray(docx(p("甲")))
    place = data.find(b"PK\x01\x02")
    while place >= 0:
        struct.pack_into("<H", data, place + 10, zipfile.ZIP_LZMA)
        place = data.find(b"PK\x01\x02", place + 4)
    return bytes(data)


def patched(sign: bytes, offset: int, value: int) -> bytes:
    """A container with one field of two bytes overwritten, in the first record with this sign."""
    data = bytearray(docx(p("甲")))
    struct.pack_into("<H", data, data.find(sign) + offset, value)
    return bytes(data)


def lying_size() -> bytes:
    """A member that declares 1,000 bytes and inflates to 50 MB."""
    data = bytearray(zipped({"word/document.xml": b"\0" * 50_000_000}))
    for magic, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<L", data, data.find(magic) + offset, 1_000)
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "name", "refusal"),
    [
        pytest.param(b"", "a.docx", refusals.EMPTY, id="empty"),
        pytest.param(b" \r\n\t ", "a.txt", refusals.BLANK, id="blank-text"),
        pytest.param(b"\x05Alice".ljust(162, b"\0"), "a.docx", refusals.LOCK_FILE, id="lock-file-renamed"),
        pytest.param(b"x", "~$a.docx", refusals.LOCK_FILE, id="lock-file"),
        pytest.param(encrypted_member(), "a.docx", refusals.ENCRYPTED, id="encrypted-zip"),
        pytest.param(b"\xff\xd8\xff\xe0\0\x10JFIF", "a.docx", refusals.PICTURE, id="jpeg"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "a.docx", refusals.PICTURE, id="png"),
        pytest.param(b"GIF89a", "a.docx", refusals.PICTURE, id="gif"),
        pytest.param(b"BM\x36\0\0\0\0\0\0\0", "a.docx", refusals.PICTURE, id="bmp"),
        pytest.param(b'<?xml version="1.0"?><feed/>', "a.xml", refusals.OTHER_XML, id="other-xml"),
        pytest.param(b"\0\0\0\x18ftypheic\0\0", "a.docx", refusals.PICTURE, id="picture-of-a-telephone"),
        pytest.param(b"Rar!\x1a\x07", "a.docx", refusals.RAR, id="rar"),
        pytest.param(noise(5_000), "a.docx", refusals.NOT_A_DOCUMENT, id="rubbish"),
        pytest.param(b"\0\1\2\3" * 100, "a.txt", refusals.NOT_A_DOCUMENT, id="zeros"),
        pytest.param(b"--- *** ...", "a.txt", refusals.NOT_A_DOCUMENT, id="signs-only"),
        pytest.param(zipped({"a.txt": "x"}), "a.docx", refusals.ARCHIVE, id="zip"),
        pytest.param(b"PK\5\6" + b"\0" * 18, "a.docx", refusals.ARCHIVE, id="zip-without-members"),
        pytest.param(zipped({"xl/workbook.xml": "<x/>"}), "a.docx", refusals.SHEET, id="xlsx"),
        pytest.param(zipped({**members("", main="xl/workbook.xml")}), "a.docx", refusals.SHEET, id="xlsx-by-relation"),
        pytest.param(zipped({"ppt/presentation.xml": "<x/>"}), "a.docx", refusals.SLIDES, id="pptx"),
        pytest.param(zipped({"OFD.xml": "<x/>"}), "a.docx", refusals.OFD, id="ofd"),
        pytest.param(with_main(part("styles", "")), "a.docx", refusals.ARCHIVE, id="main-part-is-none"),
        pytest.param(docx(p("甲"))[:-40], "a.docx", refusals.TRUNCATED, id="truncated"),
        pytest.param(patched(b"PK\5\6", 12, 0), "a.docx", refusals.TRUNCATED, id="directory-lost"),
        pytest.param(patched(b"PK\1\2", 28, 60_000), "a.docx", refusals.TRUNCATED, id="directory-overrun"),
        pytest.param(b"PK\3\4", "a.docx", refusals.TRUNCATED, id="only-a-beginning"),
        pytest.param(with_main(document_xml(p("甲"))[:-20]), "a.docx", refusals.DAMAGED_XML, id="xml-cut-off"),
        pytest.param(with_main(b""), "a.docx", refusals.DAMAGED_XML, id="xml-empty"),
        pytest.param(
            with_main(b'<?xml version="1.0" encoding="x-none"?><a/>'), "a.docx", refusals.DAMAGED_XML, id="xml-encoding"
        ),
        pytest.param(other_method(), "a.docx", refusals.DAMAGED_PART, id="other-compression"),
        pytest.param(with_main(LAUGHS), "a.docx", refusals.ENTITIES, id="billion-laughs"),
        pytest.param(with_main(LAUGHS.encode("utf-16")), "a.docx", refusals.ENTITIES, id="billion-laughs-in-utf-16"),
        pytest.param(with_main(LAUGHS.encode("utf-32")), "a.docx", refusals.DAMAGED_XML, id="billion-laughs-in-utf-32"),
        pytest.param(with_main(OUTSIDE), "a.docx", refusals.ENTITIES, id="file-from-outside"),
        pytest.param(with_main(b"\0" * 70_000_000), "a.docx", exceeded("part_mb", 66.8, 64), id="bomb"),
        pytest.param(with_main(b" " * 20_000_000), "a.docx", exceeded("ratio", 1028, 200), id="bomb-by-ratio"),
        pytest.param(lying_size(), "a.docx", refusals.LYING_SIZE, id="bomb-that-lies"),
        pytest.param(
            zipped(dict.fromkeys(map(str, range(20_001)), "")),
            "a.docx",
            exceeded("entries", 20_001, 20_000),
            id="bomb-of-entries",
        ),
        pytest.param(
            with_main(document_xml("<w:p>" * 300 + "</w:p>" * 300)),
            "a.docx",
            exceeded("xml_depth", None, 256),
            id="too-deep",
        ),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, name: str, refusal: Refusal) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read(data, name)
    assert (caught.value.reason, caught.value.advice) == refusal


def test_every_refusal_speaks_both_languages() -> None:
    every = [value for value in vars(refusals).values() if isinstance(value, Refusal)]
    assert len(every) > 25
    for refusal in every:
        for phrase in refusal:
            assert any("\u4e00" <= sign <= "\u9fff" for sign in phrase.zh)
            assert not any("\u3000" <= sign <= "\u9fff" for sign in phrase.en)
            assert not phrase.zh.endswith("。")
    assert len({refusal.reason for refusal in every}) == len(every)


def test_damaged_bytes_of_the_main_part_are_found_out() -> None:
    data = bytearray(docx(p("甲" * 50)))
    place = data.find(b"word/document.xml") + len("word/document.xml") + 20
    data[place] ^= 0xFF
    with pytest.raises(UnreadableDocument) as caught:
        read(bytes(data), "a.docx")
    assert caught.value.reason == refusals.DAMAGED_PART.reason


def test_fifty_megabytes_of_pictures_are_read_without_being_unpacked() -> None:
    picture = noise(1_000_000) * 50
    found = read(zipped({**members(p("甲")), "word/media/image1.png": picture}), "a.docx")
    assert len(found.blocks) == 1


def test_nesting_up_to_what_xml_may_hold_is_read() -> None:
    inner = p("芯")
    for _ in range(60):
        inner = tbl(tr(tc(inner=inner), "b", "c", "d"))
    found = read(docx(inner), "a.docx")
    assert found.blocks
    wrapped = run("芯")
    for _ in range(240):
        wrapped = f"<w:smartTag>{wrapped}</w:smartTag>"
    assert len(read(docx(f"<w:p>{wrapped}</w:p>"), "a.docx").blocks) == 1


def test_markdown_may_begin_with_a_tag() -> None:
    assert read("<!-- 草稿 -->\n一、总体情况".encode(), "a.md").blocks


def test_long_ways_up_to_the_paragraph_are_gone_once() -> None:
    inner = run("芯") + "<w:r><w:tab/></w:r>" * 20_000
    started = time.process_time()
    found = read(docx(f"<w:p>{'<w:smartTag>' * 230}{inner}{'</w:smartTag>' * 230}</w:p>"), "a.docx")
    assert found.blocks
    assert time.process_time() - started < 1


def test_many_paragraphs_take_time_in_proportion() -> None:
    body = "".join(p(f"第{n}段") for n in range(20_000))
    found = read(docx(body), "a.docx")
    assert len(found.blocks) == 20_000
    assert found.blocks[-1].location.block == 20_000
