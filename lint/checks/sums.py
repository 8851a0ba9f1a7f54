"""Sums of the form worked out on the submitted figures: held, broken, or not to be told, and why."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from lint.align.subject import Subject, TableMatch, Value
from lint.checks.naming import cell_name, joined, listed, quoted
from lint.checks.verdict import CannotTell, Fact, Hit, Verdict
from lint.findings import Place
from lint.forms.sums import SumSpec
from lint.model import Phrase

if TYPE_CHECKING:
    from lint.language.amounts import Number

_NOTHING = frozenset("-—–―─/／\\无零〇○ \t\n\u3000\xa0")


class Worked(NamedTuple):
    """One sum in one line of a table. `line` is the label of the row or column it is due in."""

    spec: SumSpec
    line: str
    left: tuple[Value, ...]
    right: tuple[Value, ...]
    lost: tuple[str, ...] = ()  # labels of terms that are not in the table

    @property
    def unknown(self) -> tuple[Value, ...]:
        """Return the cells without a figure."""
        return tuple(value for value in self.left + self.right if value.number is None)

    @property
    def unusable(self) -> tuple[Value, ...]:
        """Return the cells that cannot be right by themselves; that is said of the cell, not of the sum."""
        return tuple(
            value
            for value in self.left + self.right
            if value.number is None or value.number < 0 or value.number % 1 != 0
        )

    @property
    def totals(self) -> "tuple[Number, Number]":
        """Return both sides, a cell without a figure counting as 0."""
        return _total(self.left), _total(self.right)

    @property
    def holds(self) -> bool:
        """Tell whether both sides agree with blanks and dashes as 0; words other than these are never taken for 0."""
        return self.totals[0] == self.totals[1] and all(_NOTHING.issuperset(value.text) for value in self.unknown)

    def repair(self, value: Value) -> "Number | None":
        """Return what an unknown cell must hold, None if others are unknown too or the value would be negative."""
        if len(self.unknown) != 1:
            return None
        left, right = self.totals
        due = right - left if value in self.left else left - right
        return due if due >= 0 else None


def _total(values: tuple[Value, ...]) -> "Number":
    return sum((value.number for value in values if value.number is not None), 0)


def worked(table: TableMatch, specs: tuple[SumSpec, ...]) -> Iterator[Worked]:
    """Yield every sum of the table, line by line."""
    for spec in specs:
        for name, keys in _instances(table, spec):
            sides: list[tuple[Value, ...]] = []
            lost: list[str] = []
            for side in (spec.left, spec.right):
                found = [(term, table.values.get(keys[term])) for term in side]
                sides.append(tuple(value for _, value in found if value is not None))
                lost += [_label(table, spec, term) for term, value in found if value is None]
            yield Worked(spec, name, sides[0], sides[1], tuple(lost))


def _instances(table: TableMatch, spec: SumSpec) -> Iterator[tuple[str, dict[str, tuple[str, str]]]]:
    """Yield the label of each line the sum is due in, and the cell keys of its terms there."""
    for band in table.spec.bands:
        if spec.along == "row":
            if set(spec.terms) <= {column.key for column in band.columns}:
                for row in band.rows:
                    yield (row.labels[-1] if row.labels else ""), {term: (row.key, term) for term in spec.terms}
        elif set(spec.terms) <= {row.key for row in band.rows}:
            for column in band.columns:
                yield band.name(column), {term: (term, column.key) for term in spec.terms}


def _label(table: TableMatch, spec: SumSpec, term: str) -> str:
    """Return the label of a row or column that a sum takes part of, its key if it has none."""
    for band in table.spec.bands:
        named = (
            [(column.key, band.name(column)) for column in band.columns]
            if spec.along == "row"
            else [(row.key, row.labels[-1]) for row in band.rows if row.labels]
        )
        for key, name in named:
            if key == term:
                return name
    return term


class Balance(NamedTuple):
    """One or more sums of a table, by their keys in the template."""

    table: str
    sums: tuple[str, ...]

    @staticmethod
    def facts() -> frozenset[str]:
        """Return the facts: the line, both sides worked out and their difference, the sum spelt out."""
        return frozenset({"line", "left", "right", "difference", "found", "expected", "equation"})

    def run(self, subject: Subject) -> Iterator[Verdict]:
        """Yield a hit for each broken sum, the reason for each that cannot be told."""
        table = subject.tables[self.table]
        for each in worked(table, tuple(spec for spec in table.spec.sums if spec.key in self.sums)):
            if each.lost:
                yield CannotTell(_lost(each, table))
            elif each.holds:
                continue
            elif each.unusable:
                names = joined([cell_name(value.place) for value in each.unusable[:3]])
                name = table.spec.name
                yield CannotTell(
                    Phrase(f"{name.zh}“{names.zh}”没有可用的数字", f"{name.en}: no figure in “{names.en}”")
                )
            else:
                yield _broken(each)


def _lost(each: Worked, table: TableMatch) -> Phrase:
    """Return what a sum lacks: some of its terms, or the whole line it is due in."""
    name = table.spec.name
    if not each.left and not each.right and not each.line:
        return Phrase(f"{name.zh}缺少数据行", f"{name.en} has no row of figures")
    names = listed(each.lost if each.left or each.right else (each.line,))
    return Phrase(f"{name.zh}缺少{names.zh}的数字", f"{name.en} has no figure for {names.en}")


def _broken(each: Worked) -> Hit:
    left, right = each.totals
    single = len(each.left) == 1
    place = each.left[0].place
    if not single:
        place = place._replace(row=None, row_label=None) if each.spec.along == "column" else place
    facts: dict[str, Fact] = {
        "line": each.line,
        "left": str(left),
        "right": str(right),
        "difference": str(abs(left - right)),
        "found": str(left),
        "expected": str(right),
        "equation": _equation(each),
    }
    related = tuple(value.place._replace(value=str(value.number or 0)) for value in each.left + each.right)
    return Hit(place, facts, related, found=str(left), expected=str(right))


def _equation(each: Worked) -> Phrase:
    """Return the figures of both sides, zeros left out of longer sums: "3 ≠ 1＋1"."""
    sides = [
        [str(value.number or 0) for value in values if value.number or len(values) < 3] or ["0"]
        for values in (each.left, each.right)
    ]
    return Phrase(" ≠ ".join("＋".join(side) for side in sides), " ≠ ".join(" + ".join(side) for side in sides))


class UnknownFigure(NamedTuple):
    """Cells without a figure over which a sum cannot be told, with the figure that would make it hold."""

    @staticmethod
    def facts() -> frozenset[str]:
        """Return the facts: the cell, what is written in it, and the figure due."""
        return frozenset({"cell", "written", "due"})

    def run(self, subject: Subject) -> Iterator[Verdict]:
        """Yield one hit a cell, whatever the number of sums it takes part in."""
        cells: dict[tuple[str | None, str | None, str | None], tuple[Value, list[Worked]]] = {}
        for table in subject.tables.values():
            unknown = sum(value.number is None for value in table.values.values())
            if not unknown or 2 * unknown > len(table.values):
                continue  # nothing to work out, or a table that is not filled in, which is told once
            for each in worked(table, table.spec.sums):
                if not each.lost and not each.holds:
                    for value in each.unknown:
                        key = (value.place.table, value.place.row, value.place.column)
                        cells.setdefault(key, (value, []))[1].append(each)
        for value, sums in cells.values():
            yield _unknown(value, sums)


def _unknown(value: Value, sums: list[Worked]) -> Hit:
    dues = {each.repair(value) for each in sums} - {None}
    due = str(dues.pop()) if len(dues) == 1 else None
    text = " ".join(value.text.split())
    related: dict[Place, None] = {}
    for each in sums:
        related.update({other.place._replace(value=other.text.strip()): None for other in each.left + each.right})
    facts: dict[str, Fact] = {
        "cell": cell_name(value.place),
        "written": Phrase(f"写的是{quoted(text)}", f"holds {quoted(text)}") if text else Phrase("空白", "is blank"),
        "due": Phrase(f"填 {due} 时可以平衡", f"{due} would make it hold")
        if due is not None
        else Phrase("按现有数字推不出唯一的填法", "the other figures do not tell which one is due"),
    }
    return Hit(value.place, facts, tuple(related), found=value.text.strip(), expected=due)
