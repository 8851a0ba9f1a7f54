"""The tables of two templates → what differs in each, and which of them moved, went and came."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from lint.forms.template import TableSpec, Template
from lint.learn.changes import Change, Where
from lint.learn.copies import Copy
from lint.learn.forest import Laid
from lint.learn.partners import table_partners
from lint.learn.sum_changes import sum_changes
from lint.learn.table_changes import laying, table_changes
from lint.learn.words import listed
from lint.model import Phrase


class Traces(NamedTuple):
    """The tables of a file that are copies of the other side's, by their keys there; which side the file is on.

    `unnumbered` are the keys of the sections of old and new whose headings bear no number on paper, `numbers` those
    of the others with the number as printed.
    """

    copies: Mapping[str, Copy] = MappingProxyType({})
    file_is_new: bool = True
    unnumbered: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
    numbers: tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]] = ((), ())


class Forms(NamedTuple):
    """Two templates and what is known of them: their sections laid side by side, and the copies among their tables.

    `learnt`: one was read from a file. `keyed`: keys mean the same in both.
    """

    old: Template
    new: Template
    sections: Laid
    traces: Traces
    learnt: bool
    keyed: bool

    def copy(self, i: int | None, j: int | None) -> Copy | None:
        """Return the copy that stands in these places of the two templates' tables, None if there is none."""
        known, other = (i, j) if self.traces.file_is_new else (j, i)
        tables = (self.old if self.traces.file_is_new else self.new).tables
        found = None if known is None else self.traces.copies.get(tables[known].key)
        return found if found is not None and found.learnt == other else None


def tables(forms: Forms) -> Iterator[Change]:
    """Yield what differs in the tables, and the tables that moved, went and came."""
    old, new = forms.old, forms.new
    gone, fresh = {node.key for node in forms.sections.gone}, {node.key for node in forms.sections.fresh}
    stayed, moved = _partners(forms)
    for i, j in sorted([*stayed, *moved], key=lambda pair: pair[1]):
        where = _where(new, new.tables[j])
        told_by_section = old.tables[i].section in gone or new.tables[j].section in fresh
        if (i, j) in moved and not told_by_section:
            name, here = old.tables[i].name, where.words
            sentence = Phrase(f"{name.zh}移到这里，成为{here.zh}", f"{name.en} moved here and is now {here.en}")
            yield Change("table-moved", where, sentence, (name.zh,), (here.zh,))
        laid = laying(old.tables[i], new.tables[j], where, keyed=forms.keyed)
        told = list(table_changes(laid, learnt=forms.learnt))
        copy = forms.copy(i, j)
        yield from told if copy is None else copy.fewest(told, where, is_new=not forms.traces.file_is_new)
        if not forms.learnt:
            yield from sum_changes(laid)
    every = [*stayed, *moved]
    for i in _rest(old, {i for i, _ in every}, gone):
        yield from _alone(forms, forms.copy(i, None), old, old.tables[i], fresh=False)
    for j in _rest(new, {j for _, j in every}, fresh):
        yield from _alone(forms, forms.copy(None, j), new, new.tables[j], fresh=True)


def _partners(forms: Forms) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Return the tables that are the same: those of one section, and those that moved to another."""
    old, new = forms.old, forms.new
    pairs = [(old.sections[one.place[0]].key, new.sections[other.place[0]].key) for one, other in forms.sections.pairs]
    stayed, moved = table_partners(old, new, pairs)
    for i in range(len(old.tables)):
        for j in range(len(new.tables)):
            free = all(i != one and j != other for one, other in [*stayed, *moved])
            if free and forms.copy(i, j) is not None:
                stayed.append((i, j))
    return stayed, moved


def _rest(template: Template, taken: set[int], sections: set[str]) -> Sequence[int]:
    """Return the places of the tables without partner, but for those that went or came with their whole section."""
    tables = enumerate(template.tables)
    return [rank for rank, spec in tables if rank not in taken and spec.section not in sections]


def _alone(forms: Forms, copy: Copy | None, template: Template, spec: TableSpec, *, fresh: bool) -> Sequence[Change]:
    """Return what is told of a table without partner; a copy of it may be there of which nothing could be learnt."""
    where = _where(template, spec)
    if copy is not None:
        return copy.changes(where, is_new=not forms.traces.file_is_new)
    return (_whole(spec, where, fresh=fresh),)


def _where(template: Template, spec: TableSpec) -> Where:
    numeral = next((section.numeral for section in template.sections if section.key == spec.section), "")
    return Where(spec.name, numeral, spec.key)


def _whole(spec: TableSpec, where: Where, *, fresh: bool) -> Change:
    headers = dict.fromkeys(column.labels[-1] for band in spec.bands for column in band.columns)
    first = listed(tuple(headers)[:3])
    zh, en = ("新增", "is new") if fresh else ("取消", "is gone")
    sentence = Phrase(f"{zh}一张表格（表头有{first.zh}等）", f"a table (its headers are {first.en} …) {en}")
    if fresh:
        return Change("table-added", where, sentence, new=(spec.name.zh,))
    return Change("table-dropped", where, sentence, old=(spec.name.zh,))
