"""First bytes → what kind of file this is; the name decides only between texts. What no reader takes is refused."""

from __future__ import annotations

from typing import Final, Literal

from lint.readers import refusals
from lint.readers.refusals import Refusal

Kind = Literal["word", "office", "pdf", "page", "mail", "text"]
"""Who reads it: ourselves a Word package, a web page, a page packed as mail (MHT) and a text; LibreOffice and a PDF
library, each as a process of its own, the rest."""

OLE_MAGIC: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP_MAGICS: Final = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_RTF: Final = b"{\\rtf"
_PDF: Final = b"%PDF-"
_PDF_ROOM: Final = 1_024  # bytes that may stand in front of a PDF's mark (Acrobat's implementation note 13)
_OLDEST_WORD: Final = (b"\xdb\xa5", b"\x9b\xa5")  # Word 2 and 1 for Windows, no compound files yet; 邾 and 洢 in GBK
_PDF_OBJECT: Final = b" obj"  # in a PDF, but in no text that merely speaks of its mark
_BOM: Final = b"\xef\xbb\xbf"
_LOCK_FILE_SIZE: Final = 162  # what Word writes beside an open document, always this long
_HEAD: Final = 4096

_MAGICS: Final[tuple[tuple[bytes, Refusal], ...]] = (
    (b"\xff\xd8\xff", refusals.PICTURE),
    (b"\x89PNG", refusals.PICTURE),
    (b"GIF8", refusals.PICTURE),
    (b"II*\x00", refusals.PICTURE),
    (b"MM\x00*", refusals.PICTURE),
    (b"Rar!", refusals.RAR),
    (b"7z\xbc\xaf", refusals.RAR),
    (b"\x1f\x8b", refusals.TAR),
)
_PICTURE_BRANDS: Final = (b"heic", b"heix", b"mif1", b"avif")  # what telephones write
_PAGE_STARTS: Final = "!doctype html|html|!--|head>|body|meta |title>|style|script|div|span|p>|p |table|h1|h2"
_PAGE: Final = tuple(f"<{tag}".encode() for tag in _PAGE_STARTS.split("|"))
_MARKDOWN_NAMES: Final = (".md", ".markdown")
_PAGE_NAMES: Final = (".html", ".htm", ".shtml", ".xhtml")
_WORD_STARTS: Final = (b"[Content_Types].xml", b"_rels/", b"word/", b"docProps/", b"customXml/")
_OPEN_DOCUMENT: Final = b"application/vnd.oasis.opendocument."
_OPEN_PARTS: Final = (b"META-INF/manifest.xml", b"content.xml")
_NAME: Final = 30  # where the name of the first member begins in a zip container
_TAIL: Final = 65_536  # bytes at the end of a zip container that hold its directory


def is_zip(data: bytes) -> bool:
    """Tell whether the first bytes are those of a zip container."""
    return data.startswith(ZIP_MAGICS)


def kind_of(data: bytes, name: str) -> Kind:
    """Return who is to read the file.

    Raises:
        UnreadableDocument: it is of a kind that no reader takes.
    """
    if is_zip(data):
        return "office" if _is_open_document(data) else "word"
    if not data:
        raise refusals.EMPTY.error()
    if name.startswith("~$") or (len(data) == _LOCK_FILE_SIZE and 0 < data[0] < 55 and b"\0" in data):
        raise refusals.LOCK_FILE.error()
    if data.startswith(OLE_MAGIC):
        return "office"
    head = data[:_HEAD].removeprefix(_BOM).lstrip()
    if head.startswith(_RTF) or (head.startswith(_OLDEST_WORD) and b"\0" in head):
        return "office"
    if head.startswith(_PDF) or (_PDF in data[:_PDF_ROOM] and _PDF_OBJECT in head):
        return "pdf"
    if (refusal := _refused(data, head)) is not None:
        raise refusal.error()
    return _markup(data, name)


def _refused(data: bytes, head: bytes) -> Refusal | None:
    """Return why nobody reads a picture or an archive of another kind; None if it is neither."""
    for magic, answer in _MAGICS:
        if head.startswith(magic):
            return answer
    if data[257:262] == b"ustar":
        return refusals.TAR
    return refusals.PICTURE if _is_picture(data) else None


def _is_open_document(data: bytes) -> bool:
    """Tell an OpenDocument: its type should be the first member, stored as it is (ODF 1.2 part 3, section 3.3)."""
    if data.startswith(_WORD_STARTS, _NAME):
        return False
    if data.startswith(b"mimetype" + _OPEN_DOCUMENT, _NAME):
        return True
    tail = data[-_TAIL:]
    return all(name in tail for name in _OPEN_PARTS)


def _is_picture(data: bytes) -> bool:
    """Tell the pictures whose first bytes alone do not tell them."""
    bitmap = data[:2] == b"BM" and b"\0" in data[:32]
    webp = data[:4] == b"RIFF" and data[8:12] == b"WEBP"
    return bitmap or webp or (data[4:8] == b"ftyp" and data[8:12] in _PICTURE_BRANDS)


def _markup(data: bytes, name: str) -> Kind:
    head = data[:_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "replace").encode("utf-8", "replace")
    head = head.removeprefix(_BOM).lstrip().lower()
    name = name.lower()
    begun = head.startswith(_PAGE) and not name.endswith(_MARKDOWN_NAMES)  # Markdown may begin with a tag
    if begun or (head.startswith(b"<") and b"<html" in head):
        return "page"
    if head.startswith((b"mime-version:", b"message-id:", b"from:")) and b"multipart/related" in head:
        return "mail"
    if head.startswith((b"<?xml", b"<w:", b"<pkg:", b"<office:")):
        if any(mark in head for mark in (b"pkg:package", b"worddocument", b"wordprocessingml", b"opendocument.text")):
            return "office"
        raise refusals.OTHER_XML.error()
    return "page" if name.endswith(_PAGE_NAMES) and b"<" in head else "text"
