"""Bytes that begin like a format we do not read ourselves (RTF, compound files, pictures, XML), or like none."""

from __future__ import annotations

from random import Random

from tests.fuzz.cases import Case, damaged

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + b"\x3e\0\x03\0\xfe\xff\x09\0\x06\0" + bytes(476)
_STREAMS = ("WordDocument", "Workbook", "PowerPoint Document", "EncryptedPackage", "Root Entry", "MM", "1Table")
RTF = (
    rb"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0 \'cb\'ce\'cc\'e5;}}\pard\u30002?\par "
    rb"\trowd\cellx1000\cellx2000\intbl 1\cell 2\cell\row\pard\par}"
)
_MAGICS = (
    b"", b"PK\3\4", b"PK\5\6", b"PK\5\6" + bytes(18), _OLE[:8], b"{\\rtf", b"\xdb\xa5", b"%PDF-1.7\n", b"\xff\xd8\xff",
    b"\x89PNG\r\n\x1a\n",
    b"GIF89a", b"BM", b"RIFF0000WEBP", b"\0\0\0 ftypheic", b"Rar!\x1a\7", b"7z\xbc\xaf\x27\x1c", b"\xff\xfe",
    b"\xfe\xff",
    b"\xef\xbb\xbf", b"\xff\xfe\0\0", b"\0\0\xfe\xff", b"<?xml", b"<?xml version='1.0'?><w:wordDocument>",
    b"<pkg:package>", b"<office:document>",
    b"<html>", b"<!DOCTYPE html>", b"<!--", b"<",
    b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=a\n\n--a\n\n", b"From: a\n",
    b"\x1f\x8b", b"ustar", b"BZh9",
)  # fmt: skip


def compound(rng: Random) -> bytes:
    """Return a compound file with some of the names that tell what it is, all of it rubbish."""
    names = b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in rng.sample(_STREAMS, rng.randrange(4)))
    stream = b"\xec\xa5\xc1\0" + rng.randbytes(60) if rng.random() < 0.5 else rng.randbytes(64)
    return _OLE + stream + names + rng.randbytes(rng.randrange(2_000))


def rtf(rng: Random) -> bytes:
    """Return an RTF file with groups left open and control words without end."""
    made = RTF * rng.choice([1, 1, 3])
    if rng.random() < 0.5:
        inner = rng.choice(
            [b"{" * 500, b"}" * 50, b"\\bin99999999 ", b"\\u-1?", b"\\'", b"\\" * 99, b"\\trowd" * 200, b"\\object"]
        )
        place = rng.randrange(6, len(made))
        made = made[:place] + inner + made[place:]
    return damaged(rng, made)


def soup_case(rng: Random) -> Case:
    """Return bytes whose kind is doubtful."""
    match rng.randrange(5):
        case 0:
            data = compound(rng)
        case 1:
            data = rtf(rng)
        case 2:
            data = rng.choice(_MAGICS) + rng.randbytes(rng.randrange(400))
        case 3:
            signs = "\t\n甲0。、 一[image:]|<td>\u3000"
            data = rng.choice(_MAGICS) + "".join(rng.choices(signs, k=rng.randrange(300))).encode()
        case _:
            data = rng.choice(_MAGICS) + rng.choice(
                [b"", b"\0" * 154, b" " * 4_096, b"<html>", b"\n" * 100, "甲".encode("gbk") * 100]
            )
    return Case(
        data, rng.choice(["a.doc", "a.rtf", "a.wps", "a.odt", "a.docx", "a.txt", "a.html", "a.pdf", "~$a.doc", ""])
    )
