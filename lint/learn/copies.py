"""The tables of a known form × those on paper that may be changed copies of them → what was done to each."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from lint.align.labels import label
from lint.align.pieces import own_cells
from lint.align.sequence import in_order
from lint.forms.template import Template
from lint.learn.changes import Change, Where
from lint.learn.edit_changes import Side, edit_changes
from lint.learn.lines import Line
from lint.learn.paper import Paper
from lint.learn.spots import Plan, plan
from lint.learn.traced import Edit, Fresh, Gone, Joined, Narrowed, Parted, Reworded, traced
from lint.model import Phrase

_ENOUGH = 0.25  # share of the known labels that must be there
_FEW = 4  # edits that any table may have; a larger one, of another shape, up to one for every two labels
_HEAVY = {"table-dropped": 8.0, "table-added": 8.0, "labels-dropped": 1.2, "labels-added": 1.2}
_LUMPED = ("-group-dropped", "-group-added", "-dissolved", "-formed", "-split", "-merged", "-replaced", "-rearranged")


class Copy(NamedTuple):
    """A table on paper that is a copy of a known one: its place among the tables learnt (None if it was not learnt)."""

    plan: Plan
    edits: tuple[Edit, ...]
    learnt: int | None
    filled: bool
    remarks: tuple[Phrase, ...]  # what learning said of it

    def changes(self, where: Where, *, is_new: bool) -> tuple[Change, ...]:
        """Return one change for each edit; `is_new`: the known table is the newer one."""
        return tuple(edit_changes(self.edits, Side(self.plan, where, is_new, self.filled)))

    def fewest(self, told: Sequence[Change], where: Where, *, is_new: bool) -> Sequence[Change]:
        """Return the changes told by comparing labels, or those by cells and lines if they tell of less.

        What a template cannot hold, such as a line printed twice, only the lines tell.
        """
        by_cells = self.changes(where, is_new=is_new)
        if told:
            return by_cells if sum(map(_weight, by_cells)) <= sum(map(_weight, told)) else told
        return by_cells if self._is_sure() else ()

    def _is_sure(self) -> bool:
        """Tell whether these edits are none that set a form apart from how its template would be laid out."""
        match self.edits:
            case (Fresh(_, after, cells),):
                return bool(cells) or after >= 0
            case (Joined() | Parted(),) | (Reworded(), Reworded(), Reworded(), Reworded(), *_):
                return all(self._in_figures(edit) for edit in self.edits)
        return False

    def _in_figures(self, edit: Edit) -> bool:
        if isinstance(edit, Gone | Fresh | Narrowed):
            return False
        cells = edit.old if isinstance(edit, Joined) else (edit.old,)
        return all(self.plan.spot(cell).kind == "value" for cell in cells)


def copies(known: Template, paper: Paper) -> Mapping[str, Copy]:
    """Return by key of a known table its copy in the same section of the paper, if there is one."""
    ranks: dict[int, int] = {}
    for each in paper.tables:
        if each.learnt is not None:
            ranks[id(each)] = len(ranks)
    found: dict[str, Copy] = {}
    for section in dict.fromkeys(spec.section for spec in known.tables):
        plans = [made for spec in known.tables if spec.section == section and (made := plan(spec)) is not None]
        drawn = [each for each in paper.tables if each.section == section]
        looks = [_look(made.grid) for made in plans], [_look(each.grid) for each in drawn]
        pairs = in_order(len(plans), len(drawn), lambda i, j: _likeness(looks[0][i], looks[1][j]))  # noqa: B023
        for made, each in ((plans[i], drawn[j]) for i, j in pairs):
            edits = traced(made.grid, each.grid)
            if each.ragged:
                edits = tuple(edit for edit in edits if not _is_unmerged(edit))
            look, other = _look(made.grid), _look(each.grid)
            if look.shape == other.shape or 2 * len(edits) <= max(2 * _FEW, len(look.words)):
                rank = ranks.get(id(each))
                found[made.spec.key] = Copy(made, edits, rank, paper.filled, each.remarks)
    return found


def _is_unmerged(edit: Edit) -> bool:
    """Tell a merged cell that a text export gives as one with its text and blank ones."""
    return isinstance(edit, Parted) and not any(cell.text.strip() for cell in edit.new[1:])


class _Look(NamedTuple):
    """The labels in a table, and how many cells each of its lines has."""

    words: frozenset[str]
    shape: tuple[int, ...]


def _look(grid: Sequence[Line]) -> _Look:
    texts = {cell.text for line in grid for cell in line if cell is not None}
    return _Look(
        frozenset({label(text).wording for text in texts} - {""}), tuple(len(own_cells(line)) for line in grid)
    )


def _likeness(known: _Look, other: _Look) -> float:
    """Return how like a table is to a known one; 0 if it is hardly."""
    share = len(known.words & other.words) / len(known.words) if known.words else 0.0
    alike = known.shape == other.shape
    return share + alike if alike or share >= _ENOUGH else 0.0


def _weight(change: Change) -> float:
    """Return how much a change is of the whole: one that sums up several is told only where it is less than those."""
    return _HEAVY.get(change.kind, 1.5 if change.kind.endswith(_LUMPED) or change.kind.startswith("band-") else 1.0)
