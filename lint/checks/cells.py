"""Checks on the value cells of the form's tables: blank, no number, decimals, negative, oddly written."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from lint.align.subject import Subject, TableMatch, Value
from lint.checks.naming import cell_name, joined, quoted
from lint.checks.verdict import CannotTell, Hit, Verdict
from lint.forms.template import CellKind
from lint.model import Phrase

Fault = Literal["blank", "words", "decimals", "negative", "style"]
_NOT_IN: dict[Fault, tuple[CellKind, ...]] = {  # kinds of cells where it is no fault
    "blank": ("words",),
    "words": ("words",),
    "style": ("words",),
    "decimals": ("words", "amount", "number"),
    "negative": ("words", "change", "number"),
}
_SHOWN = 6  # cells named in the sentence itself; all of them stand in `related`


class Cells(NamedTuple):
    """Value cells with one fault. `together`: one finding a table that lists the cells."""

    fault: Fault
    together: bool = False

    @staticmethod
    def facts() -> frozenset[str]:
        """Return the facts: which cells, how many, and what is written in the first."""
        return frozenset({"found", "cells", "count"})

    def run(self, subject: Subject) -> Iterator[Verdict]:
        """Yield a hit for each faulty cell, or for each table that has some."""
        for table in subject.tables.values():
            faulty = [value for value in table.values.values() if _has_fault(self.fault, value)]
            if faulty:
                kinds = _kinds(table)
                faulty = [
                    value for value in faulty if kinds[value.place.row, value.place.column] not in _NOT_IN[self.fault]
                ]
            if faulty and self.together:
                yield _hit(faulty, table)
            elif faulty:
                yield from (_hit([value], table) for value in faulty)
        for spec in subject.template.tables:
            reason = subject.absent.get(f"table:{spec.key}")
            if reason:
                yield CannotTell(reason)


def _has_fault(fault: Fault, value: Value) -> bool:
    match fault:
        case "blank":
            return value.state == "blank"
        case "words":
            return value.state == "words"
        case "style":
            return value.styled
        case "negative":
            return value.number is not None and value.number < 0
        case _:
            return value.number is not None and value.number % 1 != 0


def _kinds(table: TableMatch) -> dict[tuple[str | None, str | None], CellKind]:
    """Return what the form expects in each cell, by row and column key."""
    return {(row.key, column.key): column.kind for _, row, column in table.lines()}


def _hit(faulty: list[Value], table: TableMatch) -> Hit:
    first = faulty[0]
    every = len(table.lines()) == len(faulty)
    return Hit(
        first.place,
        {"found": quoted(first.text), "cells": _named(faulty, every=every), "count": len(faulty)},
        related=tuple(value.place._replace(value=value.text.strip()) for value in faulty) if len(faulty) > 1 else (),
        found=first.text.strip(),
    )


def _named(faulty: list[Value], *, every: bool) -> Phrase:
    """Name the cells with what stands in them; a table blank throughout is named as a whole."""
    if every and len(faulty) > 1:
        return Phrase("整张表都没有填", "the whole table is not filled in")
    shown = []
    for value in faulty[:_SHOWN]:
        name, text = cell_name(value.place), " ".join(value.text.split())
        shown.append(Phrase(f"{name.zh}（{text}）", f"{name.en} ({text})") if text else name)
    names = joined(shown)
    more = len(faulty) - _SHOWN
    return Phrase(f"{names.zh} 等 {len(faulty)} 格", f"{names.en} and {more} more") if more > 0 else names
