"""The lines of a table as submitted: where its labels end and its figures begin, and the label path of every line."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from lint.align.labels import Label, Labels
from lint.align.layout import Vocabulary
from lint.align.pieces import own_cells
from lint.model import Cell, Table


class Heading(NamedTuple):
    """A label cell in the path of a line; `inherited` when the line's own cell is blank and the one above applies."""

    cell: Cell
    label: Label
    inherited: bool = False


class Submitted(NamedTuple):
    """One line as submitted: `path` from the outermost label to the line's own, `values` the cells right of it."""

    piece: int
    table: Table
    row: int  # 0-based row of the grid
    cells: tuple[Cell, ...]
    path: tuple[Heading, ...]
    values: tuple[Cell, ...]
    words: frozenset[str]

    @property
    def leaf(self) -> str:
        """Return the wording of the line's own label, "" if it has none."""
        return self.path[-1].label.wording if self.path and not self.path[-1].inherited else ""

    @property
    def is_blank(self) -> bool:
        """Tell whether no cell of the line holds anything."""
        return not self.words


def value_edge(table: Table, known: Vocabulary, labels: Labels) -> int | None:
    """Return the first 0-based grid column of the figures, by the labels recognised; None if none was."""
    if not known.rows:
        return 0
    edges: Counter[int] = Counter()
    for line in table.grid:
        ends = [
            cell.location.column - 1 + cell.colspan
            for cell in own_cells(line)
            if labels[cell.text].wording in known.leaves
        ]
        if ends:
            edges[ends[-1]] += 1
    if edges:
        return edges.most_common(1)[0][0]
    # A piece that a page break left with the header alone: figures begin under the first column header.
    heads = [cell.location.column - 1 for cell in table.cells() if labels[cell.text].wording in known.columns]
    return min(heads, default=None)


def _figures(table: Table, known: Vocabulary, labels: Labels) -> int:
    """Return how many figures a line of a ragged table holds, by the lines whose label is recognised."""
    counts: Counter[int] = Counter()
    for line in table.grid:
        cells = own_cells(line)
        ends = [i for i, cell in enumerate(cells, 1) if labels[cell.text].wording in known.leaves]
        if ends:
            counts[len(cells) - ends[-1]] += 1
    return counts.most_common(1)[0][0] if counts else 0


def _split_ragged(cells: list[Cell], figures: int, known: Vocabulary, labels: Labels) -> int:
    if not known.rows:
        return 0
    ends = [i for i, cell in enumerate(cells, 1) if labels[cell.text].wording in known.rows]
    cut = max(len(cells) - figures, 1)
    if not ends:
        return cut
    # Behind the label of a group may stand a row label that was reworded; a figure never begins like that.
    between = [labels[cell.text].wording for cell in cells[ends[-1] : cut]]
    return cut if between and all(word and not word[0].isascii() for word in between) else ends[-1]


def _path(own: Sequence[Cell], above: tuple[Heading, ...], labels: Labels) -> tuple[Heading, ...]:
    """Return the label path: blank cells left of the line's own label take over what stands above them."""
    parts = [(cell, labels[cell.text]) for cell in own]
    while parts and not parts[-1][1].folded:
        parts.pop()
    path = []
    for level, (cell, label) in enumerate(parts):
        if label.folded:
            path.append(Heading(cell, label))
        elif level < len(above):
            path.append(above[level]._replace(inherited=True))
    return tuple(path)


def lines_of(tables: Sequence[Table], known: Vocabulary, labels: Labels) -> list[Submitted]:
    """Return the lines of all pieces from top to bottom."""
    lines: list[Submitted] = []
    edge: int | None = None
    for index, table in enumerate(tables):
        own_edge = value_edge(table, known, labels)
        edge = edge if own_edge is None else own_edge
        figures = _figures(table, known, labels) if table.ragged else 0
        above: tuple[Heading, ...] = lines[-1].path if lines else ()
        for number, grid_row in enumerate(table.grid):
            cells = own_cells(grid_row)
            if table.ragged:
                cut = _split_ragged(cells, figures, known, labels)
                own, values = cells[:cut], cells[cut:]
            else:
                own = own_cells(grid_row[: edge or 0])
                values = own_cells(grid_row[edge or 0 :])
                values = [cell for cell in values if not own or cell is not own[-1]]
            path = _path(own, above, labels)
            words = frozenset(labels[cell.text].wording for cell in cells if cell.text and labels[cell.text].folded)
            lines.append(Submitted(index, table, number, tuple(cells), path, tuple(values), words))
            above = path or above
    return lines
