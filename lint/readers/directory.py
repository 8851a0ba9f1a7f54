"""The directory at the end of a zip container → its entries; nothing is inflated.

Read by hand: `zipfile` takes longer to import than a report takes to read, and inflates before it looks at sizes.
Field positions are those of PKWARE's APPNOTE 6.3, sections 4.3.12 to 4.3.16.
"""

import struct
from typing import Final, NamedTuple

STORED: Final = 0
DEFLATED: Final = 8
ENCRYPTED: Final = 1  # bit of the flags
_NAME_IS_UTF8: Final = 0x800

_END: Final = struct.Struct("<4s4H2LH")
_END_SIGN: Final = b"PK\x05\x06"
_END64: Final = struct.Struct("<4sQ2H2L4Q")
_END64_SIGN: Final = b"PK\x06\x06"
_ENTRY: Final = struct.Struct("<4s6H3L5H2L")
_ENTRY_SIGN: Final = b"PK\x01\x02"
_WIDE: Final = 0xFFFFFFFF  # stands for "see the 64-bit field"
_WIDE_FIELDS: Final = 1  # number of the extra field that holds 64-bit sizes and offset


class DirectoryError(ValueError):
    """The directory is missing or contradicts itself."""


class Extent(NamedTuple):
    """Where the directory lies in the file, in bytes; `shift` is what all offsets are off by."""

    start: int
    size: int
    shift: int


class Entry(NamedTuple):
    """One member as the directory declares it; `packed`, `size` and `offset` in bytes."""

    name: str
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    offset: int


def extent(data: bytes) -> Extent:
    """Find the directory.

    Raises:
        DirectoryError: there is none.
    """
    place = data.rfind(_END_SIGN)
    if place < 0 or place + _END.size > len(data):
        raise DirectoryError
    count, size, start = _END.unpack_from(data, place)[4:7]
    end = place
    if _WIDE in {size, start}:
        end = data.rfind(_END64_SIGN, 0, place)
        if end < 0 or end + _END64.size > len(data):
            raise DirectoryError
        size, start = _END64.unpack_from(data, end)[8:10]
    shift = end - size - start
    if size > end or start + shift < 0 or (count and not size):
        raise DirectoryError
    return Extent(start + shift, size, shift)


def entries(data: bytes, where: Extent) -> list[Entry]:
    """Read the directory.

    Raises:
        DirectoryError: an entry is no entry, or runs over the end.
    """
    found = []
    place, end = where.start, where.start + where.size
    while place < end:
        if place + _ENTRY.size > end or not data.startswith(_ENTRY_SIGN, place):
            raise DirectoryError
        fields = _ENTRY.unpack_from(data, place)
        flags, method, crc = fields[3], fields[4], fields[7]
        name_end = place + _ENTRY.size + fields[10]
        extra_end = name_end + fields[11]
        if extra_end + fields[12] > end:
            raise DirectoryError
        name = data[place + _ENTRY.size : name_end].decode("utf-8" if flags & _NAME_IS_UTF8 else "cp437", "replace")
        sizes = _widened([fields[9], fields[8], fields[16]], data[name_end:extra_end])
        found.append(Entry(name, flags, method, crc, packed=sizes[1], size=sizes[0], offset=sizes[2] + where.shift))
        place = extra_end + fields[12]
    return found


def _widened(sizes: list[int], extra: bytes) -> list[int]:
    """Replace each figure that stands for a 64-bit one by the next of those in the extra field."""
    place = 0
    while _WIDE in sizes and place + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, place)
        if kind == _WIDE_FIELDS:
            wide = iter(struct.unpack_from(f"<{min(length, len(extra) - place - 4) // 8}Q", extra, place + 4))
            return [next(wide, size) if size == _WIDE else size for size in sizes]
        place += 4 + length
    return sizes
