"""A seed → a file to be read: what every mutator gives, and the dice it throws."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from typing import NamedTuple


class Case(NamedTuple):
    """A file as it might arrive."""

    data: bytes
    name: str


Mutator = Callable[[Random], Case]


def dice(kind: str, seed: int) -> Random:
    """Return dice that fall the same for the same kind and seed."""
    return Random(f"{kind} {seed}")  # noqa: S311 - nothing secret


def few(rng: Random, most: int = 6) -> int:
    """Return how many changes to make: mostly one or two."""
    return min(most, 1 + int(rng.expovariate(0.7)))


def damaged(rng: Random, data: bytes) -> bytes:
    """Return the bytes after what happens to files under way: flipped, cut, doubled, blanked, mixed with others."""
    made = bytearray(data)
    for _ in range(few(rng)):
        if not made:
            break
        place = rng.randrange(len(made))
        length = min(int(rng.expovariate(1 / 40)) + 1, len(made) - place)
        match rng.randrange(8):
            case 0 | 1:
                made[place] = rng.randrange(256)
            case 2:
                made[place] ^= 1 << rng.randrange(8)
            case 3:
                del made[place : place + length]
            case 4:
                made[place:place] = made[place : place + length] * rng.randrange(1, 4)
            case 5:
                made[place : place + length] = bytes(length)
            case 6:
                made[place:place] = rng.randbytes(length)
            case _ if rng.random() < 0.3:
                del made[place:]
            case _:
                made[place : place + length] = b"\xff" * length
    return bytes(made)


NUMBERS: Sequence[str] = (
    "0", "1", "2", "3", "7", "-1", "00", "+1", "1.5", "63", "64", "1000", "1001", "32767", "65535", "65536", "999999",
    "2147483647", "2147483648", "4294967295", "9" * 20, "9" * 5000, "1e9", "0x10", "NaN", "", " ", "１２", "²", "٣",
    "true", "auto", "100%", "一",
)  # fmt: skip

SIGNS: Sequence[str] = (
    "\t", "\n", "\r\n", "\x0b", "\x0c", "\x85", "\u2028", "\xa0", "\u3000", "\u200b", "\ufeff", "\u202e", "\u0301",
    "\U0001f600", "\U00020000", "\ue000", "\ufffd", "０", "１２３", "十", "〇", "—", "/", "|", "%", "{}", "{0}",
    "{where}",
    "%s", "年", "月", "日", "2021年1月1日至2021年12月31日", "2021", "一、", "（一）", "1.", "①", "0", "-1", "1,234",
    "1.0",
    "9" * 400, "1e400", "0" * 400, "一" * 300, "（" * 300, "、" * 300, " " * 500,
)  # fmt: skip
