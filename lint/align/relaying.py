"""A text with each cell of its tables on a line of its own and no row ends → the same document with tables in rows.

Only the form tells where such rows end. A table is made where every line finds its place and every row has as many
figures as there are columns; else the lines stay as they are, and count as run together.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from lint.align.headings import heading_names
from lint.align.labels import label, likeness
from lint.align.layout import Line, layout
from lint.align.sequence import gaps, in_order
from lint.forms.template import TableSpec, Template
from lint.language.amounts import read_figure
from lint.language.wording import bare, fold, split_number
from lint.model import Block, Cell, Document, Location, Paragraph, Table

_FEWEST = 5  # figures of the smallest table
_MOST = 150  # labels that are laid beside the form's
_LONGEST = 60  # characters of a label
_SHORTEST = 2  # letters or characters of a label
_LIKE = 0.6
_MOSTLY = 0.7  # of the labels that must be the form's
_NO_FIGURE = re.compile(r"[-—－–/／\\]+\Z|无\Z")


class _Token(NamedTuple):
    """A line: its text ("" where it is blank), its place, and whether it stands where a figure is due."""

    text: str
    location: Location
    figure: bool


class _Due(NamedTuple):
    """A label of the form: the rank of its line there, its wording, and whether it names a single column or row."""

    line: int
    wording: str
    leaf: bool


class _Row(NamedTuple):
    """A row in the making: the rank of its line in the form, its labels, and what stands behind them."""

    line: int
    labels: list[_Token]
    values: list[_Token]


def relaid(document: Document, templates: Sequence[Template]) -> Document:
    """Return the document with the tables that could be made; the blocks behind them are counted anew."""
    names = {name for template in templates for own in heading_names(template).values() for name in own}
    specs = [spec for template in templates for spec in template.tables if spec.bands]
    blocks: list[Block] = []
    changed = False
    for run in _runs(document.blocks, names):
        table = _table(run, specs) if sum(_is_figure(block) for block in run) >= _FEWEST else None
        changed |= table is not None
        for block in run if table is None else [table]:
            blocks.append(_moved(block, len(blocks) + 1) if changed else block)
    return document._replace(blocks=tuple(blocks)) if changed else document


def _runs(blocks: Sequence[Block], names: set[str]) -> Iterator[list[Block]]:
    """Yield stretches of lines that may be cells; tables, sentences and headings of the form each alone."""
    run: list[Block] = []
    for block in blocks:
        inside = isinstance(block, Paragraph) and len(block.text) <= _LONGEST and "。" not in block.text
        if isinstance(block, Paragraph) and inside and bare(split_number(fold(block.text))[1]) not in names:
            run.append(block)
            continue
        if run:
            yield run
        run = []
        yield [block]
    if run:
        yield run


def _is_figure(block: Block) -> bool:
    return isinstance(block, Paragraph) and read_figure(block.text).state == "number"


def _moved(block: Block, ordinal: int) -> Block:
    location = block.location._replace(block=ordinal)
    if isinstance(block, Paragraph):
        return block._replace(location=location)
    moved = {id(cell): cell._replace(location=cell.location._replace(block=ordinal)) for cell in block.cells()}
    grid = tuple(tuple(cell and moved[id(cell)] for cell in line) for line in block.grid)
    return block._replace(grid=grid, location=location)


def _table(run: Sequence[Block], specs: Sequence[TableSpec]) -> Table | None:
    tokens = _tokens([block for block in run if isinstance(block, Paragraph)])
    best: tuple[int, list[list[_Token]]] = (0, [])
    if sum(bool(token.text) and not token.figure for token in tokens) > _MOST:
        return None
    for spec in specs:
        known, rows = _rows(tokens, spec)
        best = max(best, (known, rows), key=lambda found: found[0])
    if not best[1]:
        return None
    width = max(map(len, best[1]))
    grid = tuple(
        tuple(
            Cell(token.text, token.location._replace(row=number, column=column)) for column, token in enumerate(row, 1)
        )
        + (None,) * (width - len(row))
        for number, row in enumerate(best[1], 1)
    )
    return Table(grid, run[0].location, ragged=True)


def _tokens(run: Sequence[Paragraph]) -> list[_Token]:
    """Return the lines, blank ones included: as many as are more than usually stand between two."""
    steps = [after.location.line - before.location.line for before, after in pairwise(run)]
    usual = Counter(steps).most_common(1)[0][0] if steps else 1
    tokens: list[_Token] = []
    for paragraph, step in zip(run, [*steps, usual], strict=True):
        text = paragraph.text.strip()
        figure = read_figure(text).state == "number" or _NO_FIGURE.match(text) is not None
        tokens.append(_Token(text, paragraph.location, figure))
        tokens += [_Token("", paragraph.location, figure=False)] * max(step // max(usual, 1) - 1, 0)
    return tokens


def _due(spec: TableSpec) -> list[_Due]:
    """Return the labels of the form's table in reading order, each where it starts."""
    due: list[_Due] = []
    above: tuple[str, ...] = ()
    for rank, line in enumerate(layout(spec)):
        leaves = {label(column.labels[-1]).wording for column in spec.bands[line.band].columns}
        path = line.row.labels if line.row else ()
        shared = next((at for at, pair in enumerate(zip(path, above, strict=False)) if pair[0] != pair[1]), len(path))
        shared = min(shared, len(above), max(len(path) - 1, 0))
        own = line.labels[shared:] if line.row else line.labels
        leaves = {line.labels[-1].wording} if path else leaves
        due += [_Due(rank, part.wording, line.kind != "title" and part.wording in leaves) for part in own]
        above = path
    return due


def _rows(tokens: Sequence[_Token], spec: TableSpec) -> tuple[int, list[list[_Token]]]:
    """Return how many labels are the form's own, and the rows, [] if any line is left without a place."""
    due = _due(spec)
    at = [rank for rank, token in enumerate(tokens) if token.text and not token.figure]
    words = [label(tokens[rank].text).wording for rank in at]
    pairs = in_order(len(due), len(at), lambda i, j: _alike(due[i].wording, words[j]))
    known = sum(due[i].wording == words[j] for i, j in pairs)
    if known < _MOSTLY * max(len(at), 1) or 2 * known < len(due):
        return 0, []
    for left, right in gaps(pairs, len(due), len(at)):
        if len(left) != len(right):
            return known, []
        pairs += zip(left, right, strict=True)
    places = {at[j]: due[i] for i, j in pairs}
    rows = _divided(tokens, places, layout(spec))
    whole = None if rows is None else _with_figures(rows, tokens, places, layout(spec))
    return known, whole or []


def _divided(tokens: Sequence[_Token], places: Mapping[int, _Due], lines: Sequence[Line]) -> list[_Row] | None:
    """Return the rows, None if a line fits in none."""
    rows: list[_Row] = []
    group = False  # the last label names several rows, one of which follows
    unlabelled = next((rank for rank, line in enumerate(lines) if line.row and not line.labels), None)
    for at, token in enumerate(tokens):
        if not token.text or token.figure:
            if rows and lines[rows[-1].line].kind != "row" and token.figure and unlabelled is not None:
                rows.append(_Row(unlabelled, [], []))
            if rows and lines[rows[-1].line].kind == "row":
                rows[-1].values.append(token)
            elif token.figure:
                return None
            continue
        due = places.get(at)
        if due is None and (not rows or not _is_extra(tokens, places, at, rows[-1])):
            return None
        line = due.line if due else rows[-1].line
        last = rows[-1] if rows else None
        goes_on = last is not None and not last.values and (last.line == line or (group and lines[line].kind == "row"))
        if last is not None and goes_on:
            rows[-1] = last._replace(line=line, labels=[*last.labels, token])
        else:
            rows.append(_Row(line, [token], []))
        group = due is not None and not due.leaf and lines[line].kind == "row"
    return rows


def _is_extra(tokens: Sequence[_Token], places: Mapping[int, _Due], at: int, last: _Row) -> bool:
    """Tell whether a label that the form has not is a row's, or stands among headers of one row."""
    if sum(map(str.isalpha, tokens[at].text)) < _SHORTEST:
        return False  # a decimal point, say, of a figure that was broken over lines
    following = next((rank for rank in range(at + 1, len(tokens)) if tokens[rank].text), None)
    if following is None or tokens[following].figure:
        return following is not None and bool(last.values)
    return not last.values and following in places and places[following].line == last.line


def _with_figures(
    rows: Sequence[_Row], tokens: Sequence[_Token], places: Mapping[int, _Due], lines: Sequence[Line]
) -> list[list[_Token]] | None:
    """Return the rows with as many figures as their band has columns, None if one has not; further blanks are cut."""
    columns: Counter[int] = Counter()
    dues = {tokens[at].location: due for at, due in places.items()}
    for row in rows:
        if lines[row.line].kind == "header":
            own = (dues.get(token.location) for token in row.labels)
            columns[lines[row.line].band] += sum(due is None or due.leaf for due in own)
    whole: list[list[_Token]] = []
    for row in rows:
        width = columns[lines[row.line].band] if lines[row.line].kind == "row" else 0
        if len(row.values) < width or any(token.text for token in row.values[width:]):
            return None
        whole.append([*row.labels, *row.values[:width]])
    return whole


def _alike(wanted: str, found: str) -> float:
    score = likeness(wanted, found)
    return score if score >= _LIKE else 0.0
