"""Tells patterns that might search for hours: Python's engine tries every way in which a text could be shared out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from lint.language.syntax import Token

_ENDLESS = 500  # what a repeat without bound counts as
_LIMIT = 250_000  # ways to share out one stretch of text: two repeats without bound, or three of up to 60 signs


class _Part(NamedTuple):
    """A part of a pattern: in how many ways it can take up a text, and the sign it begins with ("" if not one)."""

    ways: int
    first: str


def refuse_slow(pattern: Sequence[Token]) -> None:
    """Raise re.error for a repeat within a repeat, and for more open repeats than can be tried in good time.

    Counted are the ways a text can be shared out among the repeats of one alternative; inside a group that is repeated
    there must be one way only, so its alternatives must begin with different signs.
    """
    part, rest = _alternatives(pattern, 0)
    if rest < len(pattern) or part.ways > _LIMIT:
        raise re.error("too many repeats in one another's way: give them bounds, such as {0,30}")


def _alternatives(pattern: Sequence[Token], at: int) -> tuple[_Part, int]:
    """Return what stands up to the end of the group, and where it ends."""
    parts: list[_Part] = []
    while True:
        part, at = _sequence(pattern, at)
        parts.append(part)
        if at == len(pattern) or pattern[at].kind == "close":
            break
        at += 1
    if len(parts) == 1:
        return parts[0], at
    firsts = [part.first for part in parts]
    told_apart = all(firsts) and len(set(firsts)) == len(firsts)
    ways = max(part.ways for part in parts)
    return _Part(ways if told_apart else max(ways, 2), ""), at


def _sequence(pattern: Sequence[Token], at: int) -> tuple[_Part, int]:
    ways, first = 1, None
    while at < len(pattern) and pattern[at].kind not in ("bar", "close"):
        part, at = _atom(pattern, at)
        if at < len(pattern) and pattern[at].kind == "repeat":
            part, at = _repeated(part, pattern[at]), at + 1
        ways *= part.ways
        first = part.first if first is None else first
    return _Part(ways, first or ""), at


def _atom(pattern: Sequence[Token], at: int) -> tuple[_Part, int]:
    token = pattern[at]
    if token.kind == "open":
        part, at = _alternatives(pattern, at + 1)
        return part, at + 1
    return _Part(1, token.text if token.kind == "sign" else ""), at + 1


def _repeated(part: _Part, repeat: Token) -> _Part:
    """Return a part with its quantifier."""
    if part.ways > 1 and (repeat.most is None or repeat.most > 1):
        raise re.error("a repeat inside a repeated group, or alternatives in it that begin alike, may take for ever")
    choices = _ENDLESS if repeat.most is None else repeat.most - repeat.least + 1
    return _Part(part.ways * choices, part.first if repeat.least else "")
