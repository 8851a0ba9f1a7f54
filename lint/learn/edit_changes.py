"""What was done to a table, cell by cell and line by line → changes in plain words."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lint.align.labels import label
from lint.forms.layout import stub_width
from lint.learn.changes import Change, Where, renamed
from lint.learn.labels import label_text, print_of
from lint.learn.spots import Plan
from lint.learn.table_changes import in_block, printed_change, stub_change
from lint.learn.traced import Edit, Fresh, Gone, Joined, Narrowed, Parted, Reworded
from lint.learn.words import ROW, listed, one_of, quoted
from lint.model import Cell, Phrase

_NAMED = 3  # labels that are named where many are concerned
_MANY = 4  # cells blanked, or filled in, from which they are told as one change


class Side(NamedTuple):
    """The known table, where its changes belong, and whether it is the newer one of the two.

    `filled`: the other one is filled in, so its figures say nothing of the form.
    """

    plan: Plan
    where: Where
    is_new: bool = False
    filled: bool = False


def edit_changes(edits: Sequence[Edit], side: Side) -> Iterator[Change]:
    """Yield one change for each thing that was done to the known table (undone, if that is the newer one)."""
    rest = list(edits)
    for kind in ("label", "value"):
        alike = [edit for edit in rest if isinstance(edit, Reworded) and _sort(edit, side) == kind]
        if len(alike) >= _MANY:
            yield from _wholesale(alike, side)
            rest = [edit for edit in rest if edit not in alike]
    for edit in rest:
        match edit:
            case Reworded(old, new):
                yield from _reworded(old, label_text(new.text), side)
            case Joined(cells, new):
                yield from _joined(cells, new, side, parted=side.is_new)
            case Parted(old, cells):
                yield from _parted(old, cells, side)
            case Gone(row, lost):
                yield _line_gone(row, lost, side)
            case Fresh(_, after, cells):
                yield _line_added(after, cells, side)
            case Narrowed(_, lost):
                yield _column_gone(lost, side)


def _sort(edit: Reworded, side: Side) -> str:
    """Tell whether a label was blanked, or something printed in a cell to be filled in; "" for anything else."""
    if side.plan.spot(edit.old).kind == "value":
        return "" if edit.old.text else "value"
    return "" if edit.new.text.strip() else "label"


def _wholesale(edits: Sequence[Reworded], side: Side) -> Iterator[Change]:
    """Tell of many labels blanked, or many cells filled in, at once."""
    count, blank = len(edits), _sort(edits[0], side) == "label"
    if not blank and side.filled:
        return
    names = [side.plan.spot(edit.old).name for edit in edits]
    some = listed(names[:_NAMED])
    zh, en = f"{count} 格（{some.zh}等）", f"{count} cells ({some.en} …)"
    if blank:
        zh, en = (
            (f"{zh}补上了文字", f"{en} have words now")
            if side.is_new
            else (f"{zh}的文字没有了", f"{en} lost their words")
        )
    else:
        zh, en = (f"{zh}空了出来", f"{en} are blank now") if side.is_new else (f"{zh}印上了内容", f"{en} are filled in")
    kind = "labels-blanked" if blank else "cells-filled"
    yield Change(kind, side.where, Phrase(zh, en), *(((), tuple(names)) if side.is_new else (tuple(names), ())))


def _where(side: Side, line: int) -> Where:
    return in_block(side.where, side.plan.lines[line][0].title)


def _reworded(old: Cell, text: str, side: Side) -> Iterator[Change]:
    spot, where = side.plan.spot(old), _where(side, old.location.row - 1)
    texts = (text, old.text) if side.is_new else (old.text, text)
    match spot.kind:
        case "value":
            if not side.filled:
                yield printed_change(where, spot.row, spot.column, texts)
        case "corner":
            yield stub_change(*texts, where, note=side.plan.spec.note)
        case _:
            where = side.where if spot.kind == "title" else where
            names = (text, old.text) if side.is_new else (spot.name, text)
            change = renamed(spot.words, where, (label(texts[0]), label(texts[1])), names)
            before, after = map(label, texts)
            if before.wording == after.wording and before.number != after.number:
                change = change._replace(kind=f"{spot.words.kind}-renumbered")
            yield change


def _joined(cells: Sequence[Cell], new: Cell, side: Side, *, parted: bool) -> Iterator[Change]:
    """Tell of cells that became one, or the reverse."""
    names = [side.plan.spot(cell).name for cell in cells]
    both, where = listed(names), _where(side, cells[0].location.row - 1)
    text, count = quoted(label_text(new.text)), len(names)
    if parted:
        sentence = Phrase(f"{text}一格拆成 {count} 格：{both.zh}", f"the cell {text} became {count}: {both.en}")
        yield Change("cells-parted", where, sentence, (label_text(new.text),), tuple(names))
        return
    inside = Phrase(f"，写着{text}", f", which says {text}") if new.text.strip() else Phrase("", "")
    sentence = Phrase(f"{both.zh}合并成一格{inside.zh}", f"{both.en} became one cell{inside.en}")
    yield Change("cells-joined", where, sentence, tuple(names), (label_text(new.text),))


def _parted(old: Cell, cells: Sequence[Cell], side: Side) -> Iterator[Change]:
    """Tell of a cell that became several, or the reverse."""
    name, where = quoted(side.plan.spot(old).name), _where(side, old.location.row - 1)
    texts = tuple(label_text(cell.text) for cell in cells)
    both, count = listed(texts), len(texts)
    if side.is_new:
        sentence = Phrase(f"{both.zh}合并成一格，写着{name}", f"{both.en} became one cell, which says {name}")
        yield Change("cells-joined", where, sentence, texts, (old.text,))
    else:
        sentence = Phrase(f"{name}一格拆成 {count} 格：{both.zh}", f"the cell {name} became {count}: {both.en}")
        yield Change("cells-parted", where, sentence, (old.text,), texts)


def _line_gone(row: int, lost: Sequence[Cell], side: Side) -> Change:
    """Tell of a known line that the other table lacks: dropped, or added if the known table is the newer one."""
    _, spec = side.plan.lines[row]
    where, kind = _where(side, row), "added" if side.is_new else "dropped"
    if spec is not None:
        name = side.plan.name(row)
        if side.is_new:
            return _row_added(name, row - 1, side, where)
        spots = [side.plan.spot(cell) for cell in lost]
        groups = [spot.name for spot in spots if spot.kind == "row" and spot.words is not ROW]
        one, others = one_of(ROW, name), listed(groups)
        zh, en = (f"，连同{others.zh}", f", and {others.en} with it") if groups else ("", "")
        return Change("row-dropped", where, Phrase(f"取消{one.zh}{zh}", f"{one.en} is gone{en}"), old=(name, *groups))
    texts = tuple(cell.text for cell in lost) or side.plan.words(row)
    what = _title_line(texts) if side.plan.level(row) < 0 else _header_line(texts)
    where = side.where if side.plan.level(row) < 0 else where
    zh, en = ("新增", "is new") if side.is_new else ("取消", "is gone")
    sentence = Phrase(f"{zh}{what.zh}", f"{what.en} {en}")
    return Change(f"line-{kind}", where, sentence, *(((), texts) if side.is_new else (texts, ())))


def _line_added(after: int, cells: Sequence[Cell], side: Side) -> Change:
    """Tell of a line that only the other table has: added, or dropped if the known table is the newer one."""
    plan = side.plan
    texts = tuple(label_text(cell.text) for cell in cells)
    stub = stub_width(plan.spec)
    below = after + 1 < len(plan.lines) and plan.lines[after + 1][1] is not None
    is_row = (after >= 0 and plan.lines[after][1] is not None) or below
    where = _where(side, max(after, 0))
    labels = [cell for cell in cells if cell.location.column <= stub]
    wordy = any(print_of(cell.text) == "words" for cell in cells[len(labels) :])
    if is_row and not wordy and not _is_across(cells, plan):
        name = "·".join(texts[: len(labels)][-2:])
        if not side.is_new:
            return _row_added(name, after, side, where)
        one = one_of(ROW, name)
        return Change("row-dropped", where, Phrase(f"取消{one.zh}", f"{one.en} is gone"), old=(name,))
    what = _header_line(texts) if len(texts) > 1 else _single(texts)
    if side.is_new:
        return Change("line-dropped", side.where, Phrase(f"取消{what.zh}", f"{what.en} is gone"), old=texts)
    behind = _behind(after, side)
    sentence = Phrase(f"新增{what.zh}，列在{behind.zh}", f"{what.en} is new, {behind.en}")
    return Change("line-added", side.where, sentence, new=texts)


def _column_gone(lost: Sequence[Cell], side: Side) -> Change:
    """Tell of a grid column that the other table lacks: one of row labels, or of figures with their header."""
    spots = {cell.text: side.plan.spot(cell) for cell in lost if cell.text}
    kind, (zh, en) = ("added", ("新增", "is new")) if side.is_new else ("dropped", ("取消", "is gone"))
    heads = tuple(spot.name for spot in spots.values() if spot.kind == "column")
    names = listed(heads or tuple(spots)[:_NAMED])
    more = ("等", " …") if len(spots) > _NAMED else ("", "")
    what = Phrase(f"行名称中的一列（{names.zh}{more[0]}）", f"the column of row labels {names.en}{more[1]}")
    if heads:
        what = Phrase(f"{names.zh}一列", f"column {names.en}")
    texts = heads or tuple(spots)
    sentence = Phrase(f"{zh}{what.zh}", f"{what.en} {en}")
    return Change(
        f"{'column' if heads else 'labels'}-{kind}",
        side.where,
        sentence,
        *(((), texts) if side.is_new else (texts, ())),
    )


def _row_added(name: str, after: int, side: Side, where: Where) -> Change:
    one, behind = one_of(ROW, name), _behind(after, side)
    sentence = Phrase(f"新增{one.zh}，列在{behind.zh}", f"{one.en} is new, {behind.en}")
    return Change("row-added", where, sentence, new=(name,))


def _is_across(cells: Sequence[Cell], plan: Plan) -> bool:
    return len(cells) == 1 and cells[0].colspan >= len(plan.grid[0])


def _behind(after: int, side: Side) -> Phrase:
    """Return where a line stands, by the known line above it."""
    if after < 0 or (side.plan.lines[after][1] is None and side.plan.level(after) >= 0):
        return Phrase("最前面", "first")
    mark = quoted(side.plan.name(after))
    return Phrase(f"{mark}之后", f"after {mark}")


def _title_line(texts: Sequence[str]) -> Phrase:
    names = listed(texts)
    return Phrase(f"栏目标题{names.zh}", f"the block title {names.en}")


def _header_line(texts: Sequence[str]) -> Phrase:
    names = listed(texts)
    return Phrase(f"表头的一行（{names.zh}）", f"the header line {names.en}")


def _single(texts: Sequence[str]) -> Phrase:
    names = listed(texts or ("",))
    return Phrase(f"{names.zh}一行", f"the line {names.en}")
