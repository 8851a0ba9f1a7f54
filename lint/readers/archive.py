"""Zip archive in a stream → its entries, and single members read from where they lie; the rest is never in memory."""

from __future__ import annotations

import io
from typing import BinaryIO, Final

from lint.readers import package, refusals
from lint.readers.directory import DEFLATED, STORED, Entry, Extent, unicode_name
from lint.readers.kinds import is_zip
from lint.readers.limits import MB, Limits, exceeded, megabytes
from lint.readers.package import LOCAL_ROOM, PartError
from lint.readers.refusals import Refusal

PEEK: Final = 64  # bytes of a file from which `may_be_archive` tells
_TAIL: Final = MB  # bytes in which the end of the directory is looked for; a comment has 64 KB at most
_NAME_AT: Final = 30  # in a local header
# With which Word, LibreOffice and WPS begin, in this order.
_FIRST_OF_PACKAGES: Final = (b"[Content_Types].xml", b"_rels/", b"mimetype", b"docProps/")
_OF_PACKAGES: Final = frozenset(
    {
        "[content_types].xml",
        "word/document.xml",
        "xl/workbook.xml",
        "xl/workbook.bin",
        "ppt/presentation.xml",
        "ofd.xml",
        "mimetype",
        "content.xml",
    }
)


def may_be_archive(head: bytes) -> bool:
    """Tell from its first bytes whether a file may be an archive: a zip that does not begin as packages mostly do."""
    return is_zip(head) and not begins_as_package(head)


def begins_as_package(head: bytes) -> bool:
    """Tell from its first bytes a zip that is a document of its own; not every one begins so."""
    return is_zip(head) and head.startswith(_FIRST_OF_PACKAGES, _NAME_AT)


def is_package(entries: list[Entry]) -> bool:
    """Tell a document that is itself a zip (Word, Excel, OpenDocument, OFD) by what lies at its root."""
    return any(entry.name.replace("\\", "/").lstrip("/").lower() in _OF_PACKAGES for entry in entries)


def entries_in(stream: BinaryIO, limits: Limits) -> list[Entry]:
    """Return the entries of the archive in a seekable stream; their offsets are those in the stream.

    Raises:
        PartError: it is damaged or beyond the limits.
    """
    size = stream.seek(0, io.SEEK_END)
    if size > limits.file_mb * MB:
        raise PartError(exceeded("file_mb", megabytes(size), limits.file_mb))
    before = stream.seek(max(size - _TAIL, 0))
    try:
        where = package.extent_of(stream.read(_TAIL), limits, before)
        stream.seek(where.start)
        return package.entries_of(stream.read(where.size), Extent(0, where.size, where.shift), limits, unicode_name)
    except PartError as error:
        raise PartError(refusals.DAMAGED_ARCHIVE) if error.refusal is refusals.TRUNCATED else error from error


def fault(entry: Entry, limits: Limits) -> Refusal | None:
    """Return why a member cannot be had, as far as the directory tells; None if it tells nothing."""
    found = package.fault(entry, limits)
    if found is refusals.ENCRYPTED:
        return refusals.LOCKED_ARCHIVE
    if found is refusals.DAMAGED_PART:
        return refusals.DAMAGED_MEMBER if entry.method in {STORED, DEFLATED} else refusals.RARE_METHOD
    return found


def content(stream: BinaryIO, entry: Entry, limits: Limits) -> bytes:
    """Return a member of the archive in the stream.

    Raises:
        PartError: it is damaged, encrypted or too large.
    """
    refusal = fault(entry, limits)
    if refusal is not None:
        raise PartError(refusal)
    try:
        return package.inflated(_stretch(stream, entry, entry.packed), entry._replace(offset=0), limits)
    except PartError as error:
        raise PartError(refusals.DAMAGED_MEMBER) if error.refusal is refusals.DAMAGED_PART else error from error


def beginning(stream: BinaryIO, entry: Entry, most: int) -> bytes:
    """Return the first `most` bytes of a member, without a look at its checksum; b"" if it cannot be had."""
    try:
        return package.beginning(_stretch(stream, entry, most + LOCAL_ROOM), entry._replace(offset=0), most)
    except PartError:
        return b""


def _stretch(stream: BinaryIO, entry: Entry, packed: int) -> bytes:
    """Return the bytes of the stream from where the member begins, with so many of its packed ones if there are."""
    size = stream.seek(0, io.SEEK_END)
    if not 0 <= entry.offset < size:
        return b""
    stream.seek(entry.offset)
    return stream.read(min(packed + LOCAL_ROOM, size - entry.offset))
