"""First bytes → what kind of file this is, and why it cannot be read where it is none of ours."""

from __future__ import annotations

from typing import Final

from lint.readers import refusals
from lint.readers.refusals import Refusal

OLE_MAGIC: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP_MAGICS: Final = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_BOM: Final = b"\xef\xbb\xbf"
_LOCK_FILE_SIZE: Final = 162  # what Word writes beside an open document, always this long
_HEAD: Final = 4096

_MAGICS: Final[tuple[tuple[bytes, Refusal], ...]] = (
    (b"{\\rtf", refusals.RTF),
    (b"%PDF-", refusals.PDF),
    (b"\xff\xd8\xff", refusals.PICTURE),
    (b"\x89PNG", refusals.PICTURE),
    (b"GIF8", refusals.PICTURE),
    (b"II*\x00", refusals.PICTURE),
    (b"MM\x00*", refusals.PICTURE),
    (b"\xdb\xa5", refusals.OLD_WORD),
    (b"Rar!", refusals.RAR),
    (b"7z\xbc\xaf", refusals.RAR),
)
_PICTURE_BRANDS: Final = (b"heic", b"heix", b"mif1", b"avif")  # what telephones write
_PAGE_STARTS: Final = "!doctype html|html|!--|head>|body|meta |title>|style|script|div|span|p>|p |table|h1|h2"
_HTML: Final = tuple(f"<{tag}".encode() for tag in _PAGE_STARTS.split("|"))
_STREAMS: Final[tuple[tuple[str, Refusal], ...]] = (
    ("encryptedpackage", refusals.ENCRYPTED),
    ("worddocument", refusals.OLD_WORD),
    ("workbook", refusals.OLD_EXCEL),
    ("powerpoint document", refusals.OLD_SLIDES),
)


def is_zip(data: bytes) -> bool:
    """Tell whether the first bytes are those of a zip container."""
    return data.startswith(ZIP_MAGICS)


def refusal(data: bytes, name: str) -> Refusal | None:
    """Return why a file that is no zip cannot be read, None if it may be a text."""
    if not data:
        return refusals.EMPTY
    if name.startswith("~$") or (len(data) == _LOCK_FILE_SIZE and 0 < data[0] < 55 and b"\0" in data):
        return refusals.LOCK_FILE
    if data.startswith(OLE_MAGIC):
        return _compound(data)
    head = data[:_HEAD].removeprefix(_BOM).lstrip()
    for magic, answer in _MAGICS:
        if head.startswith(magic):
            return answer
    return refusals.PICTURE if _is_picture(data) else _markup(data, name)


def _is_picture(data: bytes) -> bool:
    """Tell the pictures whose first bytes alone do not tell them."""
    bitmap = data[:2] == b"BM" and b"\0" in data[:32]
    webp = data[:4] == b"RIFF" and data[8:12] == b"WEBP"
    return bitmap or webp or (data[4:8] == b"ftyp" and data[8:12] in _PICTURE_BRANDS)


def _compound(data: bytes) -> Refusal:
    """Tell compound files apart by the names in their directory, which are UTF-16, in whatever case."""
    lowered = data.lower()
    for stream, answer in _STREAMS:
        if stream.encode("utf-16-le") in lowered:
            if answer is refusals.OLD_WORD and _locked(data):
                return refusals.OLD_ENCRYPTED
            return answer
    return refusals.OTHER_OLE


def _locked(data: bytes) -> bool:
    """Tell whether the Word stream, which mostly follows the header, says "encrypted" ([MS-DOC] FibBase, bit 8)."""
    return data[512:514] == b"\xec\xa5" and bool(data[512 + 11] & 1)


def _markup(data: bytes, name: str) -> Refusal | None:
    head = data[:_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "replace").encode("utf-8", "replace")
    head = head.removeprefix(_BOM).lstrip().lower()
    fragment = head.startswith(_HTML) and not name.lower().endswith(".md")  # Markdown may begin with a tag
    if fragment or (head.startswith(b"<") and b"<html" in head):
        return refusals.HTML
    if head.startswith((b"mime-version:", b"message-id:")) and b"multipart/related" in head:
        return refusals.MHTML
    if head.startswith((b"<?xml", b"<w:", b"<pkg:")):
        word = b"pkg:package" in head or b"worddocument" in head or b"wordprocessingml" in head or head[:3] == b"<w:"
        return refusals.WORD_XML if word else refusals.OTHER_XML
    return None
