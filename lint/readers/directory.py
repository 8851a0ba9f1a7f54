"""The directory at the end of a zip container → its entries; nothing is inflated.

Read by hand: `zipfile` takes longer to import than a report takes to read, and inflates before it looks at sizes.
Field positions are those of PKWARE's APPNOTE 6.3, sections 4.3.12 to 4.3.16.
"""

import struct
from collections.abc import Callable
from typing import Final, NamedTuple

STORED: Final = 0
DEFLATED: Final = 8
ENCRYPTED: Final = 1  # bit of the flags
_ENCODINGS: Final = ("utf-8", "gb18030")  # of names: what is flagged, and what Windows in Chinese writes unflagged

_END: Final = struct.Struct("<4s4H2LH")
_END_SIGN: Final = b"PK\x05\x06"
_END64: Final = struct.Struct("<4sQ2H2L4Q")
_END64_SIGN: Final = b"PK\x06\x06"
_ENTRY: Final = struct.Struct("<4s6H3L5H2L")
_ENTRY_SIGN: Final = b"PK\x01\x02"
_WIDE: Final = 0xFFFFFFFF  # stands for "see the 64-bit field"
_WIDE_FIELDS: Final = 1  # number of the extra field that holds 64-bit sizes and offset
_UNICODE_PATH: Final = 0x7075  # that of the name in UTF-8, with the checksum of the name it stands for (4.6.9)


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


def extent(data: bytes, before: int = 0) -> Extent:
    """Find the directory; `data` may be only the end of the file, without its first `before` bytes.

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
    place = before + end - size
    if place < 0 or (count and not size):
        raise DirectoryError
    return Extent(place, size, place - start)


def plain_name(raw: bytes, extra: bytes) -> str:  # noqa: ARG001 - the same shape as the one below
    """Return the name of a member: UTF-8, else GB18030, else the code page of the first computers."""
    if raw.isascii():
        return raw.decode("ascii")
    for encoding in _ENCODINGS:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("cp437")


def unicode_name(raw: bytes, extra: bytes) -> str:
    """Return the name that an extra field gives in UTF-8, if it was made for this one; else the plain name."""
    field = _field(extra, _UNICODE_PATH)
    if field is not None and len(field) > 5:
        from zlib import crc32  # noqa: PLC0415 - few archives have such fields

        if struct.unpack_from("<L", field, 1)[0] == crc32(raw):
            return plain_name(field[5:], b"")
    return plain_name(raw, extra)


def entries(data: bytes, where: Extent, named: Callable[[bytes, bytes], str] = plain_name) -> list[Entry]:
    """Read the directory; `named` makes a name of the bytes of the name and of the extra fields.

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
        extra = data[name_end:extra_end]
        name = named(data[place + _ENTRY.size : name_end], extra)
        sizes = _widened([fields[9], fields[8], fields[16]], extra)
        found.append(Entry(name, flags, method, crc, packed=sizes[1], size=sizes[0], offset=sizes[2] + where.shift))
        place = extra_end + fields[12]
    return found


def _widened(sizes: list[int], extra: bytes) -> list[int]:
    """Replace each figure that stands for a 64-bit one by the next of those in the extra field."""
    field = _field(extra, _WIDE_FIELDS) if _WIDE in sizes else None
    if field is None:
        return sizes
    wide = iter(struct.unpack_from(f"<{len(field) // 8}Q", field))
    return [next(wide, size) if size == _WIDE else size for size in sizes]


def _field(extra: bytes, wanted: int) -> bytes | None:
    """Return the content of the extra field of that number, None if there is none."""
    place = 0
    while place + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, place)
        if kind == wanted:
            return extra[place + 4 : place + 4 + length]
        place += 4 + length
    return None
