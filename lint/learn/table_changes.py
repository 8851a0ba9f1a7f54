"""Two tables of templates → what differs between them, label by label and cell by cell."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lint.align.labels import label
from lint.forms.editions import OPEN
from lint.forms.template import Band, ColumnSpec, RowSpec, TableSpec
from lint.language.wording import fold
from lint.learn.changes import Change, Sides, Where, told
from lint.learn.forest import Laid, Node, Pair, forest, lay, same
from lint.learn.words import BAND, COLUMN, COLUMNS, ROW, ROWS, Words, listed, quoted
from lint.model import Phrase

_KINDS = {
    "count": Phrase("件数", "a count"),
    "amount": Phrase("金额", "an amount"),
    "change": Phrase("增减数", "a change"),
    "number": Phrase("数字", "a number"),
    "words": Phrase("文字", "words"),
}

_REARRANGED = 4  # from so many changes on, a header is told as a whole


class Laying(NamedTuple):
    """Two tables side by side: their rows (under their blocks), and the columns of each pair of blocks by new place."""

    old: TableSpec
    new: TableSpec
    rows: Laid
    columns: dict[int, Laid]
    where: Where


def laying(old: TableSpec, new: TableSpec, where: Where, *, keyed: bool) -> Laying:
    """Lay two tables side by side; `keyed` says that keys mean the same on both sides."""
    rows = lay(_rows(old), _rows(new), keyed=keyed)
    bands = {one.place[0]: other.place[0] for one, other in rows.pairs if len(one.place) == 1}
    columns = {j: lay(_columns(old.bands[i]), _columns(new.bands[j]), keyed=keyed) for i, j in bands.items()}
    return Laying(old, new, rows, columns, where)


def _rows(spec: TableSpec) -> tuple[Node, ...]:
    """Return the blocks of a table as trees of their rows."""
    return tuple(
        Node(label(band.title), (rank,), "", forest([(row.labels, row.key) for row in band.rows], (rank,)))
        for rank, band in enumerate(spec.bands)
    )


def _columns(band: Band) -> tuple[Node, ...]:
    return forest([(column.labels, column.key) for column in band.columns])


def table_changes(laid: Laying, *, learnt: bool) -> Iterator[Change]:
    """Yield what differs, block by block; `learnt` leaves out what no Word file tells, such as kinds of figures."""
    sides = Sides(_rows(laid.old), _rows(laid.new), _row_words, lambda old, new: _block(laid, old, new))
    changes: list[Change] = []
    for one, other in laid.rows.pairs:
        if len(other.place) == 1:
            changes += _block_changes(laid, one, other, learnt=learnt)
    changes += [*told(laid.rows, sides), *_printed_changes(laid), *(() if learnt else _alias_changes(laid))]
    order = [_block(laid, None, band.children[0]).words for band in sides.new]
    places = {words: place for place, words in reversed(list(enumerate(order, 1)))}
    yield from sorted(changes, key=lambda change: places.get(change.where.words, 0))


def _row_words(node: Node) -> Words:
    if len(node.place) == 1:
        return BAND
    return ROWS if node.children else ROW


def _column_words(node: Node) -> Words:
    return COLUMNS if node.children else COLUMN


def _block(laid: Laying, old: Node | None, new: Node | None) -> Where:
    """Return where a label stands: in its block if that has a title, else in the table."""
    node = new or old
    if node is None or len(node.place) == 1:
        return laid.where
    title = (laid.new if new else laid.old).bands[node.place[0]].title
    if not new:  # a block is called by its title of now
        bands = {one.place[0]: other for one, other in laid.rows.pairs if len(one.place) == 1}
        title = bands[node.place[0]].text if node.place[0] in bands else title
    return in_block(laid.where, title)


def in_block(where: Where, title: str) -> Where:
    """Return the block with this title in a table, the table itself if it has none."""
    mark, table = quoted(title), where.words
    return where._replace(words=Phrase(f"{table.zh}{mark}一栏", f"{table.en}, block {mark}")) if title else where


def _block_changes(laid: Laying, old: Node, new: Node, *, learnt: bool) -> Iterator[Change]:
    one, other = laid.old.bands[old.place[0]], laid.new.bands[new.place[0]]
    where = _block(laid, None, new.children[0])
    if fold(one.stub) != fold(other.stub):
        yield stub_change(one.stub, other.stub, where, note=laid.old.note or laid.new.note)
    columns = laid.columns[new.place[0]]
    changes = list(told(columns, Sides(_columns(one), _columns(other), _column_words, lambda _old, _new: where)))
    if _is_replaced(columns, one, other):
        yield _replaced(one, other, where)
        return
    if len(changes) >= _REARRANGED:
        yield _rearranged(one, other, where)
        return
    yield from changes
    for left, right in () if learnt else _specs(columns.pairs, one.columns, other.columns):
        if left.kind != right.kind and same(label(left.labels[-1]), label(right.labels[-1])):
            mark, kinds = quoted(right.labels[-1]), (_KINDS[left.kind], _KINDS[right.kind])
            zh = f"{mark}一列原填{kinds[0].zh}，现填{kinds[1].zh}"
            en = f"column {mark} held {kinds[0].en}; it now holds {kinds[1].en}"
            yield Change("column-kind", where, Phrase(zh, en), (left.kind,), (right.kind,))


def stub_change(old: str, new: str, where: Where, *, note: bool) -> Change:
    """Return the change of the cell above the row labels; `note` says that it is a note on the table."""
    what = Phrase("表注", "the note of the table") if note else Phrase("左上角", "the corner cell")
    kind, marks = "note" if note else "stub", [quoted(text) for text in (old, new)]
    if not (old and new):
        zh, en = ("新增", "is new") if new else ("取消", "is gone")
        sentence = Phrase(f"{zh}{what.zh}{marks[bool(new)]}", f"{what.en} {marks[bool(new)]} {en}")
    else:
        sentence = Phrase(f"{what.zh}{marks[0]}改为{marks[1]}", f"{what.en} {marks[0]} now reads {marks[1]}")
    return Change(f"{kind}-changed", where, sentence, (old,), (new,))


def _is_replaced(laid: Laid, old: Band, new: Band) -> bool:
    """Tell whether no column of a header is left as it was."""
    kept = any(same(one.label, other.label) for one, other in laid.pairs if not (one.children or other.children))
    return not kept and len(old.columns) + len(new.columns) > 2


def _replaced(old: Band, new: Band, where: Where) -> Change:
    sides = [tuple(column.labels[-1] for column in band.columns) for band in (old, new)]
    names = [listed(side) for side in sides]
    zh, en = f"统计列由{names[0].zh}改为{names[1].zh}", f"the columns {names[0].en} gave way to {names[1].en}"
    return Change("columns-replaced", where, Phrase(zh, en), sides[0], sides[1])


def _rearranged(old: Band, new: Band, where: Where) -> Change:
    was, now = (_outline(_columns(band)) for band in (old, new))
    sentence = Phrase(f"表头重新编排：原为{was}；现为{now}", f"the header was {was}; it is now {now}")
    sides = [tuple(column.labels[-1] for column in band.columns) for band in (old, new)]
    return Change("header-rearranged", where, sentence, sides[0], sides[1])


def _outline(nodes: Sequence[Node]) -> str:
    """Return a header in one line, what stands below a label in brackets behind it."""
    return "、".join(f"{node.text}（{_outline(node.children)}）" if node.children else node.text for node in nodes)


def _specs(
    pairs: Sequence[Pair], old: Sequence[ColumnSpec], new: Sequence[ColumnSpec]
) -> Iterator[tuple[ColumnSpec, ColumnSpec]]:
    """Yield the columns that are partners, by their order among the leaves."""
    keys = {spec.key: spec for spec in old}, {spec.key: spec for spec in new}
    for one, other in pairs:
        if one.key in keys[0] and other.key in keys[1]:
            yield keys[0][one.key], keys[1][other.key]


def _printed_changes(laid: Laying) -> Iterator[Change]:
    """Yield the value cells in which one side prints what the other does not."""
    old, new = ({(cell.row, cell.column): cell.text for cell in spec.printed} for spec in (laid.old, laid.new))
    if not (old or new):
        return
    for row, partner in laid.rows.pairs:
        if row.children or partner.children or OPEN in {row.key, partner.key}:
            continue
        for column, other in laid.columns[partner.place[0]].pairs if partner.place[0] in laid.columns else ():
            texts = old.get((row.key, column.key), ""), new.get((partner.key, other.key), "")
            if not (column.children or other.children) and fold(texts[0]) != fold(texts[1]):
                band = laid.new.bands[partner.place[0]]
                name = next((band.name(spec) for spec in band.columns if spec.key == other.key), other.text)
                yield printed_change(_block(laid, None, partner), partner.text, name, texts)


def printed_change(where: Where, row: str, column: str, texts: tuple[str, str]) -> Change:
    """Return the change of what the form prints in the value cell of this row ("" if it has no label) and column."""
    zh = f"{quoted(row)}一行" if row else ""
    en = f"row {quoted(row)}, " if row else ""
    was, now = (
        Phrase(f"印有{quoted(text)}", f"said {quoted(text)}") if text else Phrase("空着", "was blank") for text in texts
    )
    now_en = f"says {quoted(texts[1])}" if texts[1] else "is blank"
    sentence = Phrase(
        f"{zh}{quoted(column)}一格原来{was.zh}，现在{now.zh}",
        f"{en}column {quoted(column)}: the cell {was.en}, it now {now_en}",
    )
    return Change("cell-printed", where, sentence, (texts[0],), (texts[1],))


def _alias_changes(laid: Laying) -> Iterator[Change]:
    """Yield the rows whose further accepted wordings differ."""
    olds, news = ({row.key: row for _, row in spec.rows()} for spec in (laid.old, laid.new))
    for one, other in laid.rows.pairs:
        left, right = olds.get(one.key), news.get(other.key)
        if left and right and left.aliases != right.aliases:
            yield _alias_change(left, right, _block(laid, None, other))


def _alias_change(old: RowSpec, new: RowSpec, where: Where) -> Change:
    mark, names = quoted(new.labels[-1] if new.labels else ""), (listed(old.aliases), listed(new.aliases))
    zh, en = (f"{names[0].zh or '无'}改为{names[1].zh or '无'}", f"{names[0].en or 'none'} to {names[1].en or 'none'}")
    sentence = Phrase(f"{mark}一行另外认可的写法由{zh}", f"further accepted wordings of row {mark}: from {en}")
    return Change("aliases", where, sentence, old.aliases, new.aliases)
