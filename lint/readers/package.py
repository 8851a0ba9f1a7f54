"""Zip container → its members, inflated one by one within limits; nothing is inflated that is not asked for."""

import struct
import zlib
from collections.abc import Mapping
from typing import Final, NamedTuple

from lint.readers import refusals
from lint.readers.directory import DEFLATED, ENCRYPTED, STORED, DirectoryError, Entry, entries, extent
from lint.readers.refusals import Refusal

MAX_FILE: Final = 300 * 1024 * 1024  # bytes of the file itself; pictures are not inflated and cost nothing
MAX_DIRECTORY: Final = 8 * 1024 * 1024  # bytes of the zip's directory, about 80,000 entries
MAX_ENTRIES: Final = 20_000
MAX_PART: Final = 64 * 1024 * 1024  # bytes of one part once inflated; a report of 100 pages has 2
RATIO_FROM: Final = 16 * 1024 * 1024  # bytes from which the ratio is looked at
MAX_RATIO: Final = 200  # inflated to deflated; Word's own parts stay below 50

_LOCAL: Final = b"PK\x03\x04"
_LOCAL_HEADER: Final = 30  # bytes before the name


class PartError(Exception):
    """A member of the container cannot be had; `refusal` says why, should the part be indispensable."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.reason.en)
        self.refusal = refusal


class Package(NamedTuple):
    """An open container; `members` are keyed by their names in lower case with forward slashes."""

    data: bytes
    members: Mapping[str, Entry]

    def has(self, name: str) -> bool:
        """Tell whether there is a member of this name."""
        return _plain(name) in self.members

    def part(self, name: str) -> bytes | None:
        """Return the inflated member, None if there is none.

        Raises:
            PartError: it is damaged, encrypted or too large.
        """
        member = self.members.get(_plain(name))
        return None if member is None else _inflated(self.data, member)


def open_package(data: bytes) -> Package:
    """Open a zip container.

    Raises:
        PartError: it is damaged or beyond the limits.
    """
    if len(data) > MAX_FILE:
        raise PartError(refusals.TOO_LARGE)
    try:
        where = extent(data)
        if where.size > MAX_DIRECTORY:
            raise PartError(refusals.BOMB)
        found = entries(data, where)
    except DirectoryError as error:
        raise PartError(refusals.TRUNCATED) from error
    if len(found) > MAX_ENTRIES:
        raise PartError(refusals.BOMB)
    return Package(data, {_plain(entry.name): entry for entry in found})


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _inflated(data: bytes, member: Entry) -> bytes:
    if member.flags & ENCRYPTED:
        raise PartError(refusals.ENCRYPTED)
    if member.method not in {STORED, DEFLATED} or member.offset < 0:
        raise PartError(refusals.DAMAGED_PART)
    limit = MAX_PART
    if member.size > RATIO_FROM:
        limit = min(limit, max(RATIO_FROM, member.packed * MAX_RATIO))
    if member.size > limit:
        raise PartError(refusals.BOMB)
    return _unpacked(data, member)


def _unpacked(data: bytes, member: Entry) -> bytes:
    """Inflate a member in one go, but never beyond what it declares."""
    header = data[member.offset : member.offset + _LOCAL_HEADER]
    if len(header) < _LOCAL_HEADER or not header.startswith(_LOCAL):
        raise PartError(refusals.DAMAGED_PART)
    name, extra = struct.unpack_from("<HH", header, 26)
    start = member.offset + _LOCAL_HEADER + name + extra
    packed = memoryview(data)[start : start + member.packed]
    try:
        if member.method == STORED:
            content = bytes(packed[: member.size + 1])
        else:
            content = zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, member.size + 1)
    except zlib.error as error:
        raise PartError(refusals.DAMAGED_PART) from error
    if len(content) > member.size:
        raise PartError(refusals.BOMB)
    if len(content) < member.size or zlib.crc32(content) != member.crc:
        raise PartError(refusals.DAMAGED_PART)
    return content
