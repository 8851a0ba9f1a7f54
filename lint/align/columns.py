"""The value columns of a band: each of the form's laid beside the grid columns under the submitted header."""

from collections.abc import Sequence
from typing import NamedTuple

from lint.align.labels import Label, Labels, likeness
from lint.align.lines import Submitted
from lint.align.sequence import Pairs, by_place, gaps, in_order
from lint.forms.template import Band
from lint.model import Cell

_LIKE = 0.5


class Column(NamedTuple):
    """A submitted value column: its 0-based place among a line's figures or in the grid, and its header cells."""

    first: int
    last: int
    path: tuple[tuple[Cell, Label], ...]

    @property
    def words(self) -> tuple[str, ...]:
        """Return the wordings of the header cells that are not blank, from the outermost in."""
        return tuple(label.wording for _, label in self.path if label.folded)


class Columns(NamedTuple):
    """How the form's columns (by index) are found; `by_grid`: places are grid columns, else ranks of figures."""

    matched: dict[int, Column]
    missing: tuple[int, ...]
    extra: tuple[Column, ...]
    by_grid: bool = True


def _grid_columns(header: Sequence[Submitted], edge: int, labels: Labels, starts: frozenset[int]) -> list[Column]:
    """Return the columns of the grid under the header; places under one leaf cell are one column.

    `starts` are places at which a column begins all the same, where the header's own line of leaves is lost.
    """
    columns: list[Column] = []
    last_leaf: Cell | None = None
    for place in range(edge, len(header[0].table.grid[0])):
        cells: list[Cell] = []
        for line in header:
            cell = line.table.grid[line.row][place]
            if cell is not None and (not cells or cell is not cells[-1]):
                cells.append(cell)
        if not cells:
            continue
        if columns and cells[-1] is last_leaf and place not in starts:
            columns[-1] = columns[-1]._replace(last=place)
            continue
        last_leaf = cells[-1]
        columns.append(Column(place, place, tuple((cell, labels[cell.text]) for cell in cells)))
    return columns


def _alike(wanted: tuple[str, ...], found: tuple[str, ...]) -> float:
    if wanted == found:
        return 1.0
    if not found:
        return 0.0
    leaf = likeness(wanted[-1], found[-1])
    if leaf < _LIKE:
        return 0.0
    parents = sum(word in found[:-1] for word in wanted[:-1]) / max(len(wanted) - 1, 1)
    return 0.7 * leaf + 0.25 * parents


def _pair(wanted: list[tuple[str, ...]], columns: list[Column]) -> Pairs:
    if wanted == [column.words for column in columns]:
        return [(i, i) for i in range(len(wanted))]
    pairs = in_order(len(wanted), len(columns), lambda i, j: _alike(wanted[i], columns[j].words))
    for left, right in gaps(pairs, len(wanted), len(columns)):
        pairs += by_place(left, right, lambda i, j: _alike(wanted[i], columns[j].words))
    return sorted(pairs)


def _paths(band: Band, labels: Labels) -> list[tuple[str, ...]]:
    return [tuple(labels[text].wording for text in column.labels) for column in band.columns]


def _result(pairs: Pairs, count: int, columns: list[Column], *, by_grid: bool) -> Columns:
    matched = {i: columns[j] for i, j in pairs}
    taken = {j for _, j in pairs}
    return Columns(
        matched,
        tuple(i for i in range(count) if i not in matched),
        tuple(column for j, column in enumerate(columns) if j not in taken),
        by_grid,
    )


def match_columns(
    band: Band, header: Sequence[Submitted], edge: int, labels: Labels, lines: Sequence[Submitted] = ()
) -> Columns:
    """Lay a band's columns beside those of a rectangular table whose figures begin at grid column `edge` (0-based).

    `lines` are the value lines, given where a line of the header is lost: their cells then tell the columns.
    """
    starts = frozenset(cell.location.column - 1 for line in lines for cell in line.values)
    columns = _grid_columns(header, edge, labels, starts)
    return _result(_pair(_paths(band, labels), columns), len(band.columns), columns, by_grid=True)


def _flat(band: Band) -> list[tuple[str, ...]]:
    """Return the label path of every header cell, row by row as a text export prints them."""
    depth = max(len(column.labels) for column in band.columns)
    paths: dict[tuple[str, ...], None] = {}
    for level in range(depth):
        for column in band.columns:
            if level < len(column.labels):
                paths.setdefault(column.labels[: level + 1])
    return list(paths)


def match_ragged_columns(band: Band, header: Sequence[Submitted], figures: int, labels: Labels) -> Columns:
    """Lay a band's columns beside the header of a text export, which tells no spans.

    The header is read row by row as one run of words; `figures` is how many figures a value line holds. A leaf that is
    neither there nor replaced is a missing column if the lines are short of figures too, else a header left blank.
    """
    flat = _flat(band)
    run = [(cell, labels[cell.text]) for line in header for cell in line.cells if labels[cell.text].folded]
    if run and band.stub and run[0][0].location.column == 1:
        run = run[1:]
    score = [[likeness(labels[path[-1]].wording, label.wording) for _, label in run] for path in flat]
    pairs = in_order(len(flat), len(run), lambda i, j: score[i][j] if score[i][j] >= _LIKE else 0.0)
    for left, right in gaps(pairs, len(flat), len(run)):
        pairs += by_place(left, right, lambda i, j: score[i][j])
    partner = {flat[i]: run[j] for i, j in pairs}
    lost = tuple(i for i, column in enumerate(band.columns) if column.labels not in partner)
    missing = lost if len(band.columns) - figures == len(lost) else ()
    taken = {j for _, j in pairs}
    extra = [pair for j, pair in enumerate(run) if j not in taken]
    surplus = figures - (len(band.columns) - len(missing))
    first_shifted = _shifted_from(band, partner, extra[0]) if surplus > 0 and extra else len(band.columns)
    matched: dict[int, Column] = {}
    for place, index in enumerate(i for i in range(len(band.columns)) if i not in missing):
        names = band.columns[index].labels
        prefixes = (names[: level + 1] for level in range(len(names)))
        at = place + surplus if index >= first_shifted else place
        matched[index] = Column(at, at, tuple(partner[prefix] for prefix in prefixes if prefix in partner))
    added = tuple(Column(-1, -1, (pair,)) for pair in extra) if surplus > 0 else ()
    return Columns(matched, missing, added, by_grid=False)


def _shifted_from(band: Band, partner: dict[tuple[str, ...], tuple[Cell, Label]], extra: tuple[Cell, Label]) -> int:
    """Return the first column index that stands right of an added header, by its neighbours in the same header row."""
    names = [column.labels for column in band.columns]
    places = [(index, partner[path][0].location) for index, path in enumerate(names) if path in partner]
    beside = [(index, at) for index, at in places if at.row == extra[0].location.row]
    before = [index + 1 for index, at in beside if at < extra[0].location]
    return max(before) if before else min((index for index, _ in beside), default=len(band.columns))
