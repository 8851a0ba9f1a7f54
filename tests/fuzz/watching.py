"""A rulebook → the same with every check watched: none may change the subject it is given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from lint.align.subject import Subject
from lint.checks.verdict import Check, Verdict
from lint.rulebook import Rulebook

_ATOMS = (str, bytes, int, float, Decimal, Fraction, type(None))  # bool is an int


class _Kept(NamedTuple):
    """Something that can be changed, and what was in it; what is in that is kept apart."""

    holder: Mapping[object, object]
    items: tuple[tuple[object, object], ...]

    def is_same(self) -> bool:
        now = tuple(self.holder.items())
        return len(now) == len(self.items) and all(
            a is c and b is d for (a, b), (c, d) in zip(now, self.items, strict=True)
        )


def snapshot(subject: Subject) -> list[_Kept]:
    """Return all that could be changed in the subject, which must be made of plain values throughout."""
    found: list[_Kept] = []
    seen: set[int] = set()
    stack: list[object] = [subject]
    while stack:
        at = stack.pop()
        if isinstance(at, _ATOMS) or id(at) in seen:
            continue
        seen.add(id(at))
        if isinstance(at, dict | MappingProxyType):
            items = tuple(at.items())
            found.append(_Kept(at, items))
            stack.extend(part for item in items for part in item)
        elif isinstance(at, tuple | frozenset):
            stack.extend(at)
        else:
            raise AssertionError(f"a subject holds a {type(at).__name__}")  # noqa: TRY004 - a finding, no slip of a caller
    return found


class Watched:
    """A check that looks whether its subject is still what it was."""

    def __init__(self, code: str, kind: Check, shots: dict[int, tuple[Subject, list[_Kept]]]) -> None:
        self._code, self._kind, self._shots = code, kind, shots

    @staticmethod
    def facts() -> frozenset[str]:
        raise NotImplementedError  # asked for when a rule is bound, which has been done

    def run(self, subject: Subject) -> Iterator[Verdict]:
        if id(subject) not in self._shots:
            self._shots.clear()
            self._shots[id(subject)] = (subject, snapshot(subject))
        yield from self._kind.run(subject)
        assert all(kept.is_same() for kept in self._shots[id(subject)][1]), f"{self._code} changed its subject"


def watched(book: Rulebook) -> Rulebook:
    """Return the rulebook with its checks watched."""
    shots: dict[int, tuple[Subject, list[_Kept]]] = {}
    return book._replace(checks=tuple((rule, Watched(rule.code, kind, shots)) for rule, kind in book.checks))
