"""A sound zip container → one whose directory lies, overlaps, repeats itself, is cut or is packed into another."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from functools import cache
from random import Random
from typing import NamedTuple

from tests.fuzz.cases import Case, damaged, few
from tests.fuzz.starting import word

# Layouts of PKWARE's APPNOTE 6.3, sections 4.3.7, 4.3.12, 4.3.14 to 4.3.16.
_LOCAL, _ENTRY = "<4s5H3L2H", "<4s6H3L5H2L"
_END, _END64, _LOCATOR = "<4s4H2LH", "<4sQ2H2L4Q", "<4sLQL"
_WIDE = 0xFFFFFFFF


class Member(NamedTuple):
    """What is written of one member, true or not; `place` None means: where it really lies."""

    name: bytes
    content: bytes  # as packed
    method: int
    crc: int
    size: int
    packed: int
    flags: int = 0
    extra: bytes = b""
    place: int | None = None
    inner: bytes | None = None  # the name in its local header, if another


@cache
def _contained(data: bytes) -> tuple[tuple[bytes, bytes], ...]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return tuple((info.filename.encode(), archive.read(info)) for info in archive.infolist())


def contained(data: bytes) -> dict[bytes, bytes]:
    """Return the members of a sound container, unpacked, by name."""
    return dict(_contained(data))


def member(name: bytes, content: bytes, method: int = 8) -> Member:
    """Pack a member as it should be."""
    squeeze = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = squeeze.compress(content) + squeeze.flush() if method == 8 else content
    return Member(name, packed, method, zlib.crc32(content), len(content), len(packed))


def container(
    made: list[Member], *, end: dict[str, int] | None = None, wide: bool = False, comment: bytes = b""
) -> bytes:
    """Write the members one after the other; `end` replaces what the end says of "count", "size" and "start"."""
    out = bytearray()
    directory = bytearray()
    for item in made:
        place = len(out) if item.place is None else item.place
        sizes = (item.crc & _WIDE, item.packed & _WIDE, item.size & _WIDE)
        inner = item.name if item.inner is None else item.inner
        out += struct.pack(_LOCAL, b"PK\3\4", 20, item.flags, item.method, 0, 0x21, *sizes, len(inner), 0)
        out += inner + item.content
        directory += struct.pack(
            _ENTRY, b"PK\1\2", 20, 20, item.flags, item.method, 0, 0x21, *sizes, len(item.name), len(item.extra), 0,
            0, 0, 0, place & _WIDE,
        )  # fmt: skip
        directory += item.name + item.extra
    told = {"count": len(made), "size": len(directory), "start": len(out), **(end or {})}
    count, size, start = told["count"], told["size"], told["start"]
    end64 = len(out) + len(directory)
    out += directory
    if wide:
        out += struct.pack(_END64, b"PK\6\6", 44, 45, 45, 0, 0, count, count, size, start)
        out += struct.pack(_LOCATOR, b"PK\6\7", 0, end64, 1)
        count, size, start = 0xFFFF, _WIDE, _WIDE
    out += struct.pack(_END, b"PK\5\6", 0, 0, count & 0xFFFF, count & 0xFFFF, size & _WIDE, start & _WIDE, len(comment))
    return bytes(out + comment)


def _figure(rng: Random, value: int) -> int:
    return (
        rng.choice([0, 1, value - 1, value + 1, value * 2, 2**16, 2**31 - 1, 2**31, _WIDE, rng.randrange(2**32)])
        & _WIDE
    )


def _one(change: Callable[[Random, Member], Member]) -> Callable[[Random, list[Member]], None]:
    def apply(rng: Random, made: list[Member]) -> None:
        if made:
            place = rng.randrange(len(made))
            made[place] = change(rng, made[place])

    return apply


def _named(rng: Random, item: Member) -> Member:
    return item._replace(
        name=rng.choice([
            b"", b"/" + item.name, b"../" * 5 + item.name, item.name.replace(b"/", b"\\"), item.name.upper(),
            item.name + b"\0",
            b"C:\\" + item.name, b"\xff\xfe" + item.name, "某镇/报告.docx".encode("gb18030"), b"a" * 60_000,
            item.name + b"/",
            b"mimetype", b"xl/workbook.xml", b"content.xml", b"word/document.xml", b"[Content_Types].xml",
        ])
    )  # fmt: skip


def _wide_extra(rng: Random, item: Member) -> Member:
    fields = b"".join(
        struct.pack("<Q", rng.choice([item.size, item.packed, 0, 2**63, 2**64 - 1])) for _ in range(rng.randrange(4))
    )
    length = rng.choice([len(fields), 0, 3, 28, 0xFFFF])
    return item._replace(extra=struct.pack("<2H", rng.choice([1, 1, 0x7075]), length) + fields, size=_WIDE)


def _doubled(rng: Random, made: list[Member]) -> None:
    if made:
        made.insert(rng.randrange(len(made) + 1), rng.choice(made))


def _mixed(rng: Random, made: list[Member]) -> None:
    """Let two members bear each other's content, as it is declared or not."""
    if len(made) > 1:
        one, other = rng.sample(range(len(made)), 2)
        made[one] = made[one]._replace(content=made[other].content, packed=made[other].packed)


def _crowd(rng: Random, made: list[Member]) -> None:
    count = rng.choice([10, 300, 3_000])
    blank = member(b"", b"", 0)
    made.extend(blank._replace(name=b"x%d" % (n % rng.choice([1, 7, count]))) for n in range(count))


def _bomb(rng: Random, made: list[Member]) -> None:
    if made:
        place = rng.randrange(len(made))
        made[place] = member(made[place].name, rng.choice([b"\0", b"<a>", b" "]) * rng.choice([10**5, 3 * 10**6]))


_CHANGES: tuple[Callable[[Random, list[Member]], None], ...] = (
    _one(_named),
    _one(lambda rng, item: item._replace(crc=_figure(rng, item.crc))),
    _one(lambda rng, item: item._replace(size=_figure(rng, item.size))),
    _one(lambda rng, item: item._replace(packed=_figure(rng, item.packed))),
    _one(lambda rng, item: item._replace(place=_figure(rng, 40))),
    _one(lambda rng, item: item._replace(method=rng.choice([0, 1, 8, 9, 12, 14, 95, 0xFFFF]))),
    _one(lambda rng, item: item._replace(flags=1 << rng.randrange(16))),
    _one(lambda rng, item: item._replace(content=damaged(rng, item.content))),
    _one(lambda rng, item: item._replace(inner=rng.choice([b"", b"x", b"a" * 300]))),
    _one(_wide_extra),
    _one(lambda rng, item: item._replace(extra=rng.randbytes(rng.randrange(9)))),
    lambda rng, made: made.pop(rng.randrange(len(made))) and None if made else None,
    lambda rng, made: rng.shuffle(made),
    lambda _, made: made.clear(),
    _doubled,
    _mixed,
    _crowd,
    _bomb,
)


def distorted(rng: Random, made: list[Member]) -> None:
    """Make one change to the members, in rare cases a costly one."""
    rng.choice(_CHANGES[:-2] if rng.random() < 0.9 else _CHANGES)(rng, made)


def zip_case(rng: Random) -> Case:
    """Return a Word package with a container that is not what it should be."""
    made = [member(name, content) for name, content in contained(word(rng)).items()]
    for _ in range(few(rng)):
        distorted(rng, made)
    end = {}
    if rng.random() < 0.2:
        key = rng.choice(["count", "size", "start"])
        end = {key: _figure(rng, len(made))}
    comment = rng.choice([b"", b"", b"", b"PK\5\6", b"PK\5\6" + bytes(18), b"c" * 65_535])
    data = container(made, end=end, wide=rng.random() < 0.2, comment=comment)
    match rng.randrange(12):
        case 0:
            data = rng.randbytes(rng.randrange(1, 300)) + data
        case 1:
            data += rng.randbytes(rng.randrange(1, 300))
        case 2:
            data = data[: rng.randrange(len(data) + 1)]
        case 3:
            data = damaged(rng, data)
        case 4:
            data += data
        case 5:
            data = container([member(rng.choice([b"a.docx", b"word/document.xml"]), data, rng.choice([0, 8]))])
    return Case(data, rng.choice(["a.docx", "a.docx", "a.zip", "a.doc", "~$a.docx", "a"]))
