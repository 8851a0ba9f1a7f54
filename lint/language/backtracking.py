"""Tells patterns that might search for hours: Python's engine tries every way in which a text could be shared out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from lint.language.syntax import RefusedPattern, Token
from lint.language.wording import fold
from lint.model import Phrase

_ENDLESS = 1000  # what a repeat without bound counts as: the signs of one stretch of text
_LIMIT = 4000  # ways to share out the text behind one sign: one repeat without bound, or two of up to 60 signs
_OTHERS = re.compile(r"\(\?(?:[<!=]|\()")  # groups that take up nothing, or depend on another
_IGNORING_CASE = re.compile(r"\(\?[a-zA-Z]*i")
_MANY = Phrase(
    "里不限次数或上限很大的重复太多，查找会很慢；请写明较小的上限，如 .{0,30}",
    "has too many repeats without a bound or with a large one, and would be slow; give them bounds, such as .{0,30}",
)
_NESTED = Phrase(
    "里重复套着重复，或者重复的括号里几种说法以同一个字开头，可能永远找不完；请只留一层重复",
    "has a repeat inside a repeated group, or alternatives in one that begin alike, and may take for ever",
)


class _Part(NamedTuple):
    """A part of a pattern: in how many ways it can take up a text, and the folded sign it begins with.

    `first` is "" for what takes up nothing, None where there is no one sign.
    """

    ways: int
    first: str | None


def refuse_slow(pattern: Sequence[Token]) -> None:
    """Raise RefusedPattern for a repeat within a repeat, and for more open repeats than can be tried in good time.

    Counted are the ways a text can be shared out among the repeats of one alternative; inside a group that is repeated
    there must be one way only, so its alternatives must begin with different signs.
    """
    part, rest = _alternatives(pattern, 0, ignoring_case=any(_IGNORING_CASE.match(token.text) for token in pattern))
    if rest < len(pattern) or part.ways > _LIMIT:
        raise RefusedPattern(_MANY)


def single_signs(pattern: Sequence[Token], at: int) -> tuple[Token, ...]:
    """Return the alternatives from `at` to the end of the group if there are several and each is one sign, else ()."""
    signs: list[Token] = []
    for token, behind in zip(pattern[at::2], pattern[at + 1 :: 2], strict=False):
        if token.kind != "sign" or behind.kind not in ("bar", "close"):
            break
        signs.append(token)
        if behind.kind == "close":
            return tuple(signs) if len(signs) > 1 else ()
    return ()


def _alternatives(pattern: Sequence[Token], at: int, *, ignoring_case: bool) -> tuple[_Part, int]:
    """Return what stands up to the end of the group, and where it ends."""
    parts: list[_Part] = []
    signs = single_signs(pattern, at)
    while True:
        part, at = _sequence(pattern, at, ignoring_case=ignoring_case)
        parts.append(part)
        if at == len(pattern) or pattern[at].kind == "close":
            break
        at += 1
    if len(parts) == 1:
        return parts[0], at
    firsts = [part.first for part in parts]
    told_apart = all(firsts) and (bool(signs) or len(set(firsts)) == len(firsts))
    ways = max(part.ways for part in parts) if told_apart else sum(part.ways for part in parts)
    return _Part(ways, None), at


def _sequence(pattern: Sequence[Token], at: int, *, ignoring_case: bool) -> tuple[_Part, int]:
    ways = 1
    first: str | None = ""
    while at < len(pattern) and pattern[at].kind not in ("bar", "close"):
        part, at = _atom(pattern, at, ignoring_case=ignoring_case)
        if at < len(pattern) and pattern[at].kind == "repeat":
            part, at = _repeated(part, pattern[at]), at + 1
        ways *= part.ways
        first = part.first if first == "" else first
    return _Part(ways, first), at


def _atom(pattern: Sequence[Token], at: int, *, ignoring_case: bool) -> tuple[_Part, int]:
    token = pattern[at]
    if token.kind == "open":
        part, at = _alternatives(pattern, at + 1, ignoring_case=ignoring_case)
        return (part._replace(first=None) if _OTHERS.match(token.text) else part), at + 1
    if token.kind != "sign":
        return _Part(1, None), at + 1
    return _Part(1, _first(token.text, ignoring_case=ignoring_case)), at + 1


def _first(sign: str, *, ignoring_case: bool) -> str | None:
    """Return a sign as it is compared; None for a letter that may be equal to others in more than its case."""
    plain = fold(sign)
    if not ignoring_case:
        return plain
    return plain.casefold() if plain.isascii() or plain.lower() == plain.upper() else None


def _repeated(part: _Part, repeat: Token) -> _Part:
    """Return a part with its quantifier."""
    if part.first == "":
        return part  # what takes up nothing takes up nothing however often
    if part.ways > 1 and (repeat.most is None or repeat.most > 1):
        raise RefusedPattern(_NESTED)
    choices = _ENDLESS if repeat.most is None else min(repeat.most - repeat.least + 1, _ENDLESS)
    return _Part(part.ways * choices, part.first if repeat.least else None)
