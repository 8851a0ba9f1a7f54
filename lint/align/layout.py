"""The lines a template's table is drawn in: titles, header rows and value rows, with the labels that start in each."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Literal, NamedTuple

from lint.align.labels import Label, label
from lint.forms.template import Band, RowSpec, TableSpec


class Line(NamedTuple):
    """One line of the form's table; `labels` are those that start in it, the leaf label last."""

    kind: Literal["title", "header", "row"]
    band: int
    labels: tuple[Label, ...]
    row: RowSpec | None = None


class Vocabulary(NamedTuple):
    """All wordings of a table: `rows` those of row labels, `heads` those of titles, headers and stubs.

    `leaves` are the rows' own labels and `columns` the column headers, each without what the other side has too.
    """

    rows: frozenset[str]
    heads: frozenset[str]
    leaves: frozenset[str]
    columns: frozenset[str]


def _header_lines(index: int, band: Band) -> list[Line]:
    depth = max(len(column.labels) for column in band.columns)
    lines = []
    for level in range(depth):
        starting: dict[tuple[str, ...], None] = {}
        for column in band.columns:
            if level < len(column.labels):
                starting.setdefault(column.labels[: level + 1])
        labels = [path[-1] for path in starting]
        if level == 0 and band.stub:
            labels.insert(0, band.stub)
        lines.append(Line("header", index, tuple(map(label, labels))))
    return lines


@lru_cache(maxsize=32)
def layout(spec: TableSpec) -> tuple[Line, ...]:
    """Return the lines of the form's table from top to bottom, titles and headers included."""
    lines: list[Line] = []
    for index, band in enumerate(spec.bands):
        if band.title:
            lines.append(Line("title", index, (label(band.title),)))
        lines.extend(_header_lines(index, band))
        lines.extend(Line("row", index, tuple(map(label, row.labels)), row) for row in band.rows)
    return tuple(lines)


@lru_cache(maxsize=32)
def vocabulary(spec: TableSpec) -> Vocabulary:
    """Return the wordings by which the table is recognised."""
    rows: set[str] = set()
    heads: set[str] = set()
    for line in layout(spec):
        (rows if line.kind == "row" else heads).update(part.wording for part in line.labels)
    leaves = {line.labels[-1].wording for line in layout(spec) if line.kind == "row" and line.labels}
    columns = {label(text).wording for band in spec.bands for column in band.columns for text in column.labels}
    row_aliases = {label(text).wording for _, row in spec.rows() for text in row.aliases}
    column_aliases = {label(text).wording for band in spec.bands for column in band.columns for text in column.aliases}
    rows, leaves = rows | row_aliases, leaves | row_aliases
    heads, columns = heads | column_aliases, columns | column_aliases
    return Vocabulary(frozenset(rows), frozenset(heads), frozenset(leaves - heads), frozenset(columns - rows))


@lru_cache(maxsize=32)
def aliases(spec: TableSpec) -> Mapping[str, Label]:
    """Return the form's own labels by the wordings that are accepted in their place."""
    pairs = [(row.labels[-1], row.aliases) for _, row in spec.rows() if row.labels]
    pairs += [(column.labels[-1], column.aliases) for band in spec.bands for column in band.columns]
    return {label(text).wording: label(own) for own, others in pairs for text in others}
