from __future__ import annotations

import io
import struct
import zipfile
import zlib

import pytest

from lint.readers.directory import DirectoryError, entries, extent, plain_name, unicode_name
from lint.readers.package import open_package
from tests.readers.fragments import zipped


def listed(data: bytes) -> list[str]:
    return [entry.name for entry in entries(data, extent(data))]


def test_members_come_out_as_they_went_in() -> None:
    data = zipped({"a.xml": "甲" * 1_000, "中文/名.xml": b"", "b": b"\0" * 70_000})
    package = open_package(data)
    assert package.part("A.XML") == ("甲" * 1_000).encode()
    assert package.part("/中文\\名.xml") == b""
    assert package.part("b") == b"\0" * 70_000
    assert package.part("c") is None


def test_stored_members_comments_and_descriptors() -> None:
    class Pipe(io.BytesIO):  # a stream that cannot go back makes zipfile write sizes behind the data
        def seekable(self) -> bool:
            return False

    out = Pipe()
    with zipfile.ZipFile(out, "w") as archive:
        archive.comment = b"with a comment"
        archive.writestr("a", b"stored")
        archive.writestr("b", b"deflated" * 100, zipfile.ZIP_DEFLATED)
    package = open_package(out.getvalue())
    assert (package.part("a"), package.part("b")) == (b"stored", b"deflated" * 100)


def test_64_bit_fields() -> None:
    plain = zipped({"a": b"content"})
    place, end = plain.rfind(b"PK\x01\x02"), plain.rfind(b"PK\x05\x06")
    entry = bytearray(plain[place:end])
    sizes = struct.unpack_from("<2L", entry, 20)
    struct.pack_into("<2L", entry, 20, 0xFFFFFFFF, 0xFFFFFFFF)
    struct.pack_into("<L", entry, 42, 0xFFFFFFFF)
    struct.pack_into("<H", entry, 30, 28 + 5)
    entry += struct.pack("<2Hx", 0x9999, 1) + struct.pack("<2H3Q", 1, 24, sizes[1], sizes[0], 0)
    record = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 1, 1, len(entry), place)
    finish = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    data = plain[:place] + bytes(entry) + record + finish
    assert open_package(data).part("a") == b"content"


def test_the_end_of_a_file_tells_where_its_directory_lies() -> None:
    whole = zipped({"a": "1", "b": "2" * 500})
    for before in (0, 1, 40, len(whole) - 22):
        assert extent(whole[before:], before) == extent(whole)


def _unicode_path(raw: bytes, name: str) -> bytes:
    field = struct.pack("<BL", 1, zlib.crc32(raw)) + name.encode()
    return struct.pack("<2H", 0x7075, len(field)) + field


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (b"word/document.xml", "word/document.xml"),
        ("某镇.docx".encode(), "某镇.docx"),
        ("某镇.docx".encode("gbk"), "某镇.docx"),
        (b"\x80.docx", "Ç.docx"),
    ],
    ids=["ascii", "utf-8", "gbk", "cp437"],
)
def test_names(raw: bytes, name: str) -> None:
    assert plain_name(raw, b"") == unicode_name(raw, b"") == name
    assert unicode_name(raw, b"\0" * 4 + _unicode_path(raw, "另一个.docx")) == "另一个.docx"
    assert unicode_name(raw, _unicode_path(b"else", "另一个.docx")) == name
    assert unicode_name(raw, _unicode_path(raw, "另一个.docx")[:8]) == name


def test_no_second_name_puts_another_part_into_a_word_file() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "shown by Word")
        other = zipfile.ZipInfo("word/other.xml")
        other.extra = _unicode_path(b"word/other.xml", "word/document.xml")
        archive.writestr(other, "not shown by Word")
    assert open_package(out.getvalue()).part("word/document.xml") == b"shown by Word"


def test_two_containers_in_one_file_are_read_as_the_last() -> None:
    assert listed(zipped({"a": "1"}) + zipped({"b": "2"})) == ["b"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x05\x06",
        zipped({"a": "1"})[:-1],
        zipped({"a": "1"}).replace(b"PK\x01\x02", b"PK\x01\x00"),
        b"PK\x05\x06" + b"\0" * 8 + b"\xff" * 8 + b"\0\0",
        b"PK\x05\x06" + b"\0" * 8 + b"\x30\0\0\0" + b"\0" * 6,
    ],
    ids=["nothing", "only-a-sign", "cut-off", "no-entry", "no-64-bit-record", "larger-than-the-file"],
)
def test_broken_directories(data: bytes) -> None:
    with pytest.raises(DirectoryError):
        listed(data)
