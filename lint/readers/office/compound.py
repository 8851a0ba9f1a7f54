"""A compound file, the container of Word 97 and Works, → its topmost streams; only their beginnings are looked at.

Positions are those of [MS-CFB] sections 2.2 (header), 2.3 (sectors) and 2.6 (directory entries).
"""

import struct
from collections.abc import Mapping
from typing import Final, NamedTuple

MAGIC: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER: Final = 512
_SIZES: Final = {9: 512, 12: 4_096}  # of a sector, by the power of two that the header gives
_NAMED_SECTORS: Final = 109  # of the allocation table: those that the header names itself
_ENTRY: Final = 128
_MOST_ENTRIES: Final = 65_536  # a document has a dozen, and some for each document embedded in it
_STREAM: Final = 2  # a kind of entry
_SMALLEST: Final = 4_096  # bytes; a smaller stream shares sectors with others
_LAST: Final = 0xFFFFFFFA  # numbers from here on are marks: end of a chain, free, of the table


class Entry(NamedTuple):
    """A stream or storage: its name in lower case, its neighbours and members by number, first sector, bytes."""

    name: str
    kind: int
    left: int
    right: int
    child: int
    start: int
    size: int


class Compound(NamedTuple):
    """An open compound file; `sector` in bytes. `entries` by name: those that stand in no storage.

    What lies deeper belongs to documents embedded in this one.
    """

    data: bytes
    sector: int
    entries: Mapping[str, Entry]

    def head(self, name: str) -> bytes:
        """Return the first sector of a stream, b"" if it has none of its own."""
        entry = self.entries.get(name)
        if entry is None or entry.kind != _STREAM or entry.size < _SMALLEST or entry.start >= _LAST:
            return b""
        return _sector(self.data, entry.start, self.sector)


def open_compound(data: bytes) -> Compound | None:
    """Open a compound file, None if its header or its directory makes no sense."""
    if len(data) < _HEADER or not data.startswith(MAGIC):
        return None
    size = _SIZES.get(struct.unpack_from("<H", data, 30)[0])
    if size is None:
        return None
    everything = _directory(data, size)
    entries: dict[str, Entry] = {}
    waiting, seen = [everything[0].child] if everything else [], set[int]()
    while waiting:
        number = waiting.pop()
        if number < len(everything) and number not in seen:
            seen.add(number)
            entry = everything[number]
            entries.setdefault(entry.name, entry)
            waiting += (entry.left, entry.right)
    return Compound(data, size, entries) if entries else None


def _directory(data: bytes, size: int) -> list[Entry]:
    table = _table_sectors(data, size)
    found: list[Entry] = []
    place, seen = struct.unpack_from("<I", data, 48)[0], set[int]()
    while place < _LAST and place not in seen and len(found) < _MOST_ENTRIES:
        seen.add(place)
        sector = _sector(data, place, size)
        found += (_entry(sector[start : start + _ENTRY]) for start in range(0, len(sector) - _ENTRY + 1, _ENTRY))
        row, column = divmod(place, size // 4)  # of the allocation table, which names the sector that follows
        numbers = _numbers(data, table[row], size) if row < len(table) else ()
        place = numbers[column] if numbers else _LAST
    return found


def _sector(data: bytes, number: int, size: int) -> bytes:
    return data[(number + 1) * size : (number + 2) * size]


def _numbers(data: bytes, number: int, size: int) -> tuple[int, ...]:
    """Return the numbers in a sector, () if it lies beyond the end."""
    sector = _sector(data, number, size)
    return struct.unpack(f"<{size // 4}I", sector) if len(sector) == size else ()


def _table_sectors(data: bytes, size: int) -> list[int]:
    """Return where the allocation table lies: in sectors that the header names, then those that a chain names."""
    found = list(struct.unpack_from(f"<{_NAMED_SECTORS}I", data, 76))
    place, seen = struct.unpack_from("<I", data, 68)[0], set[int]()
    while place < _LAST and place not in seen and (numbers := _numbers(data, place, size)):
        seen.add(place)
        found += numbers[:-1]
        place = numbers[-1]
    return found


def _entry(raw: bytes) -> Entry:
    length, kind, left, right, child = struct.unpack_from("<HBx3I", raw, 64)
    start, size = struct.unpack_from("<2I", raw, 116)
    name = raw[: max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace").lower()
    return Entry(name, kind, left, right, child, start, size)
