"""Which tables of two templates are the same table: those of one section first, then what moved to another."""

from collections.abc import Sequence

from lint.align.labels import label
from lint.align.sequence import Pairs, in_order
from lint.forms.template import TableSpec, Template

_WITHIN, _ELSEWHERE = 0.2, 0.5  # share of labels that two tables must have in common


def table_partners(old: Template, new: Template, sections: Sequence[tuple[str, str]]) -> tuple[Pairs, Pairs]:
    """Return the partners within the same section, and those that stand in another; `sections` are pairs of keys."""
    stayed: Pairs = []
    for left, right in [*sections, ("", "")]:
        stayed += _partners(old, new, (_within(old, left), _within(new, right)), _WITHIN)
    taken = {i for i, _ in stayed}, {j for _, j in stayed}
    rest = (
        [i for i in range(len(old.tables)) if i not in taken[0]],
        [j for j in range(len(new.tables)) if j not in taken[1]],
    )
    return stayed, _partners(old, new, rest, _ELSEWHERE)


def _within(template: Template, section: str) -> list[int]:
    return [rank for rank, spec in enumerate(template.tables) if spec.section == section]


def _partners(old: Template, new: Template, ranks: tuple[list[int], list[int]], least: float) -> Pairs:
    left, right = ranks

    def alike(i: int, j: int) -> float:
        share = _share(old.tables[left[i]], new.tables[right[j]])
        return share if share >= least else 0.0

    return [(left[i], right[j]) for i, j in in_order(len(left), len(right), alike)]


def _share(old: TableSpec, new: TableSpec) -> float:
    """Return the share of labels that two tables have in common."""
    ours, theirs = _wordings(old), _wordings(new)
    return len(ours & theirs) / (len(ours | theirs) or 1)


def _wordings(spec: TableSpec) -> set[str]:
    rows = {text for _, row in spec.rows() for text in row.labels}
    heads = {text for band in spec.bands for column in band.columns for text in (band.title, *column.labels)}
    return {label(text).wording for text in rows | heads} - {""}
