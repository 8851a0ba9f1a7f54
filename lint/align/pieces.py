"""Which tables of the document are which tables of the form: one, several pieces, a second copy, or none."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from lint.align.labels import Labels
from lint.align.layout import vocabulary
from lint.forms.template import TableSpec
from lint.model import Cell, Table

_ENOUGH = 2.0  # weight of recognised labels from which a table counts as one of the form's
_MOSTLY = 0.75  # of the labels of a table that has few
_SHARE = 0.34  # of its wordings that must be the form's


class Piece(NamedTuple):
    """A table of the document that holds (part of) one of the form's."""

    table: Table
    rows: frozenset[str]
    heads: frozenset[str]


class Pieces(NamedTuple):
    """What was found for one table of the form, in reading order."""

    found: tuple[Table, ...] = ()
    doubles: tuple[Table, ...] = ()


def _wordings(table: Table, labels: Labels) -> frozenset[str]:
    words = {labels[cell.text].wording for cell in table.cells() if not cell.text.isdigit()}
    return frozenset(word for word in words if word and not word.replace(".", "").isdigit())


def _weight(words: frozenset[str]) -> float:
    return sum(1.0 if len(word) >= 4 else 0.5 for word in words)


def _recognise(table: Table, specs: Sequence[TableSpec], labels: Labels) -> list[tuple[TableSpec, Piece]]:
    """Return which of the form's tables this is: several where the form has tables with the same labels."""
    words = _wordings(table, labels)
    best, found = 0.0, list[tuple[TableSpec, Piece]]()
    for spec in specs:
        known = vocabulary(spec)
        piece = Piece(table, words & known.rows, words & known.heads)
        weight = _weight(piece.rows | piece.heads)
        known_share = len(piece.rows | piece.heads) / max(len(words), 1)
        enough = min(_ENOUGH, _MOSTLY * _weight(known.rows | known.heads))
        if weight >= max(enough, best) and known_share >= _SHARE:
            found = [*(found if weight == best else ()), (spec, piece)]
            best = weight
    return found


def _chosen(
    alike: Sequence[tuple[TableSpec, Piece]], section: str, found: Mapping[str, Sequence[Piece]]
) -> tuple[TableSpec, Piece] | None:
    """Return the one meant: in its own section the first that is not there yet, or that this is the rest of."""
    at_home = [(spec, piece) for spec, piece in alike if spec.section == section] or alike
    for spec, piece in at_home:
        if not found[spec.key] or not _is_double(piece, found[spec.key], spec):
            return spec, piece
    return at_home[0] if at_home else None


def _continues(table: Table, spec: TableSpec, last: Table, labels: Labels) -> Piece | None:
    """Return the piece if this table, next after `last`, is the rest of it after a page break."""
    words = _wordings(table, labels)
    known = vocabulary(spec)
    rows, heads = words & known.rows, words & known.heads
    if rows and 2 * len(rows | heads) >= len(words):
        return Piece(table, rows, heads)
    same_width = len(table.grid[0]) == len(last.grid[0])
    return Piece(table, rows, heads) if not words and same_width and not known.rows else None


def _is_double(piece: Piece, earlier: Sequence[Piece], spec: TableSpec) -> bool:
    known = vocabulary(spec)
    if known.rows:
        # Where a page break cuts a group, Word prints its label again; only the rows' own labels tell a copy.
        own = piece.rows & known.leaves
        rows = frozenset[str]().union(*(other.rows for other in earlier))
        return len(own & rows) >= 2 and 2 * len(own & rows) > len(own)
    if not any(_holds_figures(other.table) for other in earlier):
        return False  # the header alone stood on the page before
    heads = frozenset[str]().union(*(other.heads for other in earlier))
    return bool(piece.heads) and 2 * len(piece.heads & heads) > len(piece.heads)


def _holds_figures(table: Table) -> bool:
    return any(cell.text.strip().isdigit() for cell in table.cells())


def find_pieces(
    tables: Sequence[Table],
    specs: Sequence[TableSpec],
    labels: Labels,
    section_of: Callable[[Table], str] = lambda _: "",
) -> dict[str, Pieces]:
    """Return by table key what was found for each table of the form; tables of other kinds are left alone.

    `section_of` gives the key of the section in which a table stands; it tells tables with the same labels apart.
    """
    found: dict[str, list[Piece]] = {spec.key: [] for spec in specs}
    doubles: dict[str, list[Table]] = {spec.key: [] for spec in specs}
    last: tuple[TableSpec, Table] | None = None
    for table in tables:
        alike = _recognise(table, specs, labels)
        known = alike[0] if len(alike) == 1 else _chosen(alike, section_of(table), found)
        if known is None and last is not None and (rest := _continues(table, last[0], last[1], labels)):
            known = (last[0], rest)
        if known is None:
            last = None
            continue
        spec, piece = known
        if found[spec.key] and _is_double(piece, found[spec.key], spec):
            doubles[spec.key].append(table)
        else:
            found[spec.key].append(piece)
        last = (spec, table)
    return {key: Pieces(tuple(piece.table for piece in pieces), tuple(doubles[key])) for key, pieces in found.items()}


def own_cells(line: Sequence[Cell | None]) -> list[Cell]:
    """Return the distinct cells of a grid row from left to right."""
    cells: list[Cell] = []
    for cell in line:
        if cell is not None and (not cells or cell is not cells[-1]):
            cells.append(cell)
    return cells
