"""Bytes of a file that we do not read ourselves → what LibreOffice is to be given, or why it is not given anything.

LibreOffice takes what it does not recognise for plain text, so nothing is handed to it whose kind is not certain.
"""

import re
import struct
from typing import Final, NamedTuple

from lint.model import Phrase
from lint.readers import refusals
from lint.readers.limits import MB, Limits, exceeded, megabytes
from lint.readers.office import reasons
from lint.readers.office.compound import MAGIC, open_compound
from lint.readers.package import PartError, open_package
from lint.readers.refusals import Refusal

_ZIP: Final = b"PK"
_RTF: Final = b"{\\rtf"
_OLDEST_WORD: Final = (b"\xdb\xa5", b"\x9b\xa5")  # Word 2 and 1 for Windows, no compound files
_BOM: Final = b"\xef\xbb\xbf"
_WIDE: Final = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"<\0": "utf-16-le", b"\0<": "utf-16-be"}
_DECLARATION: Final = re.compile(r"\A\s*<\?xml\s[^>]*\?>")
_HEAD: Final = 65_536  # bytes of an XML file among which its root stands
_WORKS: Final = ("matost", "contents")  # streams of Works 4 and before, and of later ones
_REFUSED_STREAMS: Final = (
    ("encryptedpackage", refusals.ENCRYPTED),
    ("workbook", refusals.OLD_EXCEL),
    ("book", refusals.OLD_EXCEL),
    ("powerpoint document", refusals.OLD_SLIDES),
)
_OPEN_TEXT: Final = b"application/vnd.oasis.opendocument.text"
_OPEN_ANY: Final = b"application/vnd.oasis.opendocument."


class Convertible(NamedTuple):
    """What LibreOffice is given: the bytes, the extension that tells it their kind, and what we call that kind."""

    data: bytes
    suffix: str
    kind: Phrase


def convertible(data: bytes, limits: Limits) -> Convertible | Refusal:
    """Return what to hand to LibreOffice, or why nothing is."""
    if len(data) > limits.file_mb * MB:
        return exceeded("file_mb", megabytes(len(data)), limits.file_mb)
    if data.startswith(MAGIC):
        return _compound(data)
    if data.startswith(_ZIP):
        return _open_document(data, limits)
    if data.startswith(_OLDEST_WORD):
        return reasons.TOO_OLD
    # A mark and blanks in front are nothing to Word, but keep LibreOffice from recognising what follows.
    bare = data.removeprefix(_BOM).lstrip()
    if bare.startswith(_RTF):
        return Convertible(bare, ".rtf", reasons.RTF)
    return _flat(data)


def _compound(data: bytes) -> Convertible | Refusal:
    compound = open_compound(data)
    if compound is None:
        return reasons.DAMAGED_COMPOUND
    for name, refusal in _REFUSED_STREAMS:
        if name in compound.entries:
            return refusal
    if "worddocument" in compound.entries:
        head = compound.head("worddocument")
        if len(head) >= 12 and struct.unpack_from("<H", head, 10)[0] & 0x100:  # [MS-DOC] FibBase: fEncrypted
            return refusals.OLD_ENCRYPTED
        return Convertible(data, ".doc", reasons.WORD)
    if any(name in compound.entries for name in _WORKS):
        return Convertible(data, ".wps", reasons.WORKS)
    return reasons.OTHER_COMPOUND


def _open_document(data: bytes, limits: Limits) -> Convertible | Refusal:
    """Look into a zipped OpenDocument before LibreOffice does, which knows no limits."""
    try:
        package = open_package(data, limits)
        kind = (package.part("mimetype") or b"").strip()
        if kind.startswith(_OPEN_ANY) and not kind.startswith(_OPEN_TEXT):
            return reasons.NO_TEXT_DOCUMENT
        if not package.has("content.xml"):
            return refusals.ARCHIVE
        if b"encryption-data" in (package.part("META-INF/manifest.xml") or b""):
            return refusals.ENCRYPTED
        total = sum(entry.size for entry in package.members.values())
        if total > limits.total_mb * MB:
            return exceeded("total_mb", megabytes(total), limits.total_mb)
        for name in package.members:
            if name.endswith(".xml") and _declares_entities(package.part(name) or b""):
                return refusals.ENTITIES
    except PartError as error:
        return error.refusal
    return Convertible(data, ".odt", reasons.OPEN_DOCUMENT)


def _flat(data: bytes) -> Convertible | Refusal:
    """Tell the kinds of a document in a single XML file by its root."""
    bare = _declared(data)
    if _declares_entities(bare):
        return refusals.ENTITIES
    head = bare[:_HEAD]
    if b"office:document" in head and _OPEN_ANY in head:
        text = _OPEN_TEXT in head
        return Convertible(bare, ".fodt", reasons.OPEN_DOCUMENT) if text else reasons.NO_TEXT_DOCUMENT
    if b"wordDocument" in head and b"office/word/2003/wordml" in head:
        return reasons.WORD_2003
    return refusals.WORD_XML if b"wordprocessingml" in head else refusals.OTHER_XML


def _declared(data: bytes) -> bytes:
    """Return an XML file with its declaration at the very start, where LibreOffice looks for it; UTF-16 as UTF-8."""
    if encoding := _WIDE.get(data[:2]):
        text = data.decode(encoding, "replace").removeprefix("\ufeff")
        data = _DECLARATION.sub("", text, count=1).encode("utf-8", "replace")
    bare = data.removeprefix(_BOM).lstrip()
    return bare if bare.startswith(b"<?xml") else b'<?xml version="1.0" encoding="UTF-8"?>\n' + bare


def _declares_entities(data: bytes) -> bool:
    """Tell whether an XML file declares entities, which no office program does; in it the mark is always a mark."""
    return any("<!ENTITY".encode(encoding) in data for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
