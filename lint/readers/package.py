"""Zip container → its members, inflated one by one within limits; nothing is inflated that is not asked for."""

import struct
import zlib
from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from lint.readers import refusals
from lint.readers.directory import (
    DEFLATED,
    ENCRYPTED,
    STORED,
    DirectoryError,
    Entry,
    Extent,
    entries,
    extent,
    plain_name,
)
from lint.readers.limits import MB, Limits, exceeded, megabytes
from lint.readers.refusals import Refusal

_RATIO_FROM: Final = 16 * MB  # bytes from which the ratio is looked at
_LONGEST_NAME: Final = 1_024  # bytes of the directory that one entry takes at most on average

DEFAULT: Final = Limits()
_LOCAL: Final = b"PK\x03\x04"
_LOCAL_HEADER: Final = 30  # bytes before the name
LOCAL_ROOM: Final = _LOCAL_HEADER + 2 * 0xFFFF  # bytes that may stand before the content of a member


class PartError(Exception):
    """A member of the container cannot be had; `refusal` says why, should the part be indispensable."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.reason.en)
        self.refusal = refusal


class Package(NamedTuple):
    """An open container; `members` are keyed by their names in lower case with forward slashes."""

    data: bytes
    members: Mapping[str, Entry]
    limits: Limits

    def has(self, name: str) -> bool:
        """Tell whether there is a member of this name."""
        return _plain(name) in self.members

    def part(self, name: str) -> bytes | None:
        """Return the inflated member, None if there is none.

        Raises:
            PartError: it is damaged, encrypted or too large.
        """
        member = self.members.get(_plain(name))
        return None if member is None else inflated(self.data, member, self.limits)


def open_package(data: bytes, limits: Limits = DEFAULT) -> Package:
    """Open a zip container.

    Raises:
        PartError: it is damaged or beyond the limits.
    """
    return Package(data, {_plain(entry.name): entry for entry in listed(data, limits)}, limits)


def listed(data: bytes, limits: Limits) -> list[Entry]:
    """Return the entries of a zip container.

    Raises:
        PartError: it is damaged or beyond the limits.
    """
    if len(data) > limits.file_mb * MB:
        raise PartError(exceeded("file_mb", megabytes(len(data)), limits.file_mb))
    return entries_of(data, extent_of(data, limits), limits)


def extent_of(data: bytes, limits: Limits, before: int = 0) -> Extent:
    """Return where the directory lies; `data` may be only the end of the file, without its first `before` bytes.

    Raises:
        PartError: there is none, or it is beyond the limits.
    """
    try:
        where = extent(data, before)
    except DirectoryError as error:
        raise PartError(refusals.TRUNCATED) from error
    if where.size > limits.entries * _LONGEST_NAME:
        raise PartError(exceeded("entries", None, limits.entries))
    return where


def entries_of(
    data: bytes, where: Extent, limits: Limits, named: Callable[[bytes, bytes], str] = plain_name
) -> list[Entry]:
    """Return the entries of a directory that lies there.

    Raises:
        PartError: it is damaged or has too many.
    """
    try:
        found = entries(data, where, named)
    except DirectoryError as error:
        raise PartError(refusals.TRUNCATED) from error
    if len(found) > limits.entries:
        raise PartError(exceeded("entries", len(found), limits.entries))
    return found


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def inflated(data: bytes, member: Entry, limits: Limits) -> bytes:
    """Return the content of a member.

    Raises:
        PartError: it is damaged, encrypted or too large.
    """
    refusal = fault(member, limits)
    if refusal is not None:
        raise PartError(refusal)
    content = beginning(data, member, member.size + 1)
    if len(content) > member.size:
        raise PartError(refusals.LYING_SIZE)
    if len(content) < member.size or zlib.crc32(content) != member.crc:
        raise PartError(refusals.DAMAGED_PART)
    return content


def fault(member: Entry, limits: Limits) -> Refusal | None:
    """Return why a member cannot be inflated, as far as the directory tells; None if it tells nothing."""
    if member.flags & ENCRYPTED:
        return refusals.ENCRYPTED
    if member.method not in {STORED, DEFLATED} or member.offset < 0:
        return refusals.DAMAGED_PART
    if member.size > limits.part_mb * MB:
        return exceeded("part_mb", megabytes(member.size), limits.part_mb)
    if member.size > max(_RATIO_FROM, member.packed * limits.ratio):
        return exceeded("ratio", member.size // max(member.packed, 1), limits.ratio)
    return None


def beginning(data: bytes, member: Entry, most: int) -> bytes:
    """Return what a member begins with, `most` bytes (1 or more) if it has so many; its checksum is not looked at.

    Raises:
        PartError: it is damaged.
    """
    header = data[member.offset : member.offset + _LOCAL_HEADER]
    if len(header) < _LOCAL_HEADER or not header.startswith(_LOCAL):
        raise PartError(refusals.DAMAGED_PART)
    name, extra = struct.unpack_from("<HH", header, 26)
    start = member.offset + _LOCAL_HEADER + name + extra
    packed = memoryview(data)[start : start + member.packed]
    if member.method == STORED:
        return bytes(packed[:most])
    try:
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, most)
    except zlib.error as error:
        raise PartError(refusals.DAMAGED_PART) from error
