"""Edits of a document's tables, rows and columns named by key; merged cells grow and shrink as in a word processor."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from lint.forms.layout import header_depth, stub_width
from lint.forms.places import UnfitEditError, band_of, column_of, row_of, table_place, table_spec, unfit
from lint.forms.prose_departures import Texts, with_blocks
from lint.forms.sheet import Sheet, sheet
from lint.forms.template import TableSpec, Template
from lint.language.wording import fold
from lint.model import Block, Document, Location, Paragraph, Phrase, Table

Figures = Mapping[str, Mapping[str, str]]


def drop_row(document: Document, template: Template, *, table: str, row: str) -> Document:
    """Leave a row out; labels of groups it opened move to the next row."""
    return _edited(document, template, table, lambda grid, spec: grid.without_rows([row_of(grid, spec, row)]), row)


def rename_row(document: Document, template: Template, *, table: str, row: str, to: str) -> Document:
    """Give a row another label (the innermost of its path)."""
    return _edited(
        document,
        template,
        table,
        lambda grid, spec: grid.wording(row_of(grid, spec, row), stub_width(spec) - 1, to),
        row,
    )


def rename_group(document: Document, template: Template, *, table: str, row: str, to: str, level: int = 0) -> Document:
    """Give the group that a row stands in another label; level 0 is the outermost."""
    return _edited(document, template, table, lambda grid, spec: grid.wording(row_of(grid, spec, row), level, to), row)


def swap_rows(document: Document, template: Template, *, table: str, row: str, other: str) -> Document:
    """Let two rows of one group change places, labels and figures."""

    def edit(grid: Sheet, spec: TableSpec) -> Sheet:
        order = list(range(len(grid.marks)))
        one, two = row_of(grid, spec, row), row_of(grid, spec, other)
        order[one], order[two] = two, one
        return grid._replace(marks=tuple(grid.marks[place] for place in order))

    return _edited(document, template, table, edit, row)


def move_row(document: Document, template: Template, *, table: str, row: str, after: str) -> Document:
    """Put a row after another one of its group."""

    def edit(grid: Sheet, spec: TableSpec) -> Sheet:
        moved = row_of(grid, spec, row)
        rest = grid.without_rows([moved])
        place = row_of(rest, spec, after) + 1
        return grid._replace(marks=(*rest.marks[:place], grid.marks[moved], *rest.marks[place:]))

    return _edited(document, template, table, edit, row)


def add_row(
    document: Document, template: Template, *, table: str, after: str, label: str, value: str = "0"
) -> Document:
    """Add a row after another one, in the same group."""

    def edit(grid: Sheet, spec: TableSpec) -> Sheet:
        stub = stub_width(spec)
        return grid.with_row(row_of(grid, spec, after) + 1, lambda column: label if column < stub else value)

    return _edited(document, template, table, edit, after)


def drop_column(document: Document, template: Template, *, table: str, column: str, row: str = "") -> Document:
    """Leave a column out; `row` tells in which band it stands (the first if not given)."""

    def edit(grid: Sheet, spec: TableSpec) -> Sheet:
        return grid.turned().without_rows([_column(grid, spec, row, column)]).turned()

    return _edited(document, template, table, edit, row)


def add_column(
    document: Document, template: Template, *, table: str, after: str, label: str, value: str = "0", row: str = ""
) -> Document:
    """Add a column after another one, in the same group."""

    def edit(grid: Sheet, spec: TableSpec) -> Sheet:
        first = row_of(grid, spec, row or _first(spec))
        at = _column(grid, spec, row, after) + 1
        return grid.turned().with_row(at, lambda place: label if place < first else value).turned()

    return _edited(document, template, table, edit, row)


def swap_columns(
    document: Document, template: Template, *, table: str, column: str, other: str, row: str = ""
) -> Document:
    """Let two columns of one group change places, headers and figures."""

    def edit(grid: Sheet, spec: TableSpec) -> Sheet:
        order = list(range(len(grid.marks[0])))
        one, two = _column(grid, spec, row, column), _column(grid, spec, row, other)
        order[one], order[two] = two, one
        return grid._replace(marks=tuple(tuple(line[place] for place in order) for line in grid.marks))

    return _edited(document, template, table, edit, row)


def rename_column(
    document: Document, template: Template, *, table: str, column: str, to: str, row: str = ""
) -> Document:
    """Give a column another header (the innermost of its path), or a blank one."""

    def edit(grid: Sheet, spec: TableSpec) -> Sheet:
        place, at = _column(grid, spec, row, column), row_of(grid, spec, row or _first(spec))
        label = fold(next(made for made in band_of(spec, row or _first(spec)).columns if made.key == column).labels[-1])
        above = [line for line in range(at) if fold(grid.cell(line, place).text) == label]
        return grid.wording(above[-1], place, to)

    return _edited(document, template, table, edit, row)


def rename_header(document: Document, template: Template, *, table: str, label: str, to: str) -> Document:
    """Give the first cell with this wording another one: a header of several columns, a band's title, the note."""

    def edit(grid: Sheet, _: TableSpec) -> Sheet:
        for row, line in enumerate(grid.marks):
            for column, mark in enumerate(line):
                if fold(grid.cells[mark].text) == fold(label):
                    return grid.wording(row, column, to)
        raise unfit(label)

    return _edited(document, template, table, edit)


def drop_band(document: Document, template: Template, *, table: str, row: str) -> Document:
    """Leave out the whole band in which a row stands: title, headers and rows."""

    def edit(grid: Sheet, spec: TableSpec) -> Sheet:
        return grid.without_rows(range(*_band(grid, spec, row)))

    return _edited(document, template, table, edit, row)


def set_value(document: Document, template: Template, *, table: str, row: str, column: str, to: str) -> Document:
    """Write another figure, or anything else, into a value cell."""
    return set_values(document, template, table=table, values={row: {column: to}})


def set_values(document: Document, template: Template, *, table: str, values: Figures) -> Document:
    """Write other figures into value cells, by row and column key."""

    def edit(grid: Sheet, spec: TableSpec) -> Sheet:
        for row, figures in values.items():
            for column, figure in figures.items():
                grid = grid.wording(row_of(grid, spec, row), column_of(grid, spec, row, column), figure)
        return grid

    return _edited(document, template, table, edit, next(iter(values)))


def merge_values(
    document: Document, template: Template, *, table: str, row: str, columns: Texts, to: str = ""
) -> Document:
    """Merge value cells of one row with one another; `to` is what the merged cell says."""

    def edit(grid: Sheet, spec: TableSpec) -> Sheet:
        places = sorted(column_of(grid, spec, row, column) for column in columns)
        at = row_of(grid, spec, row)
        return grid.merged(at, range(places[0], places[-1] + 1)).wording(at, places[0], to)

    return _edited(document, template, table, edit, row)


def drop_table(document: Document, template: Template, *, table: str) -> Document:
    """Leave a table out."""
    return _replaced(document, template, table, lambda _: [])


def picture_for_table(document: Document, template: Template, *, table: str) -> Document:
    """Put a picture in a table's place."""
    return _replaced(document, template, table, lambda _: [Paragraph("", Location(), pictures=1)])


def double_table(document: Document, template: Template, *, table: str) -> Document:
    """Let a table follow on itself once more."""
    return _replaced(document, template, table, lambda block: [block, block])


def split_table(document: Document, template: Template, *, table: str, row: str, repeat: bool = False) -> Document:
    """Cut a table in two above a row; `repeat` prints headers and group labels again, as at the top of a new page."""
    spec = table_spec(template, table)

    def pieces(block: Table) -> list[Block]:
        grid = sheet(block)
        above, below = grid.split(row_of(grid, spec, row), repeat=repeat)
        if repeat:
            top, _ = _band(grid, spec, row)
            below = below._replace(marks=(*grid.marks[top : top + _headers(spec, row)], *below.marks))
        return [above.table(), below.table()]

    return _replaced(document, template, table, pieces)


def split_bands(document: Document, template: Template, *, table: str) -> Document:
    """Make a table of each band."""
    spec = table_spec(template, table)

    def pieces(block: Table) -> list[Block]:
        grid = sheet(block)
        stretches = [_band(grid, spec, band.rows[0].key) for band in spec.bands]
        return [grid._replace(marks=grid.marks[start:end]).table() for start, end in stretches]

    return _replaced(document, template, table, pieces)


def _first(spec: TableSpec) -> str:
    return spec.bands[0].rows[0].key


def _column(grid: Sheet, spec: TableSpec, row: str, column: str) -> int:
    return column_of(grid, spec, row or _first(spec), column)


def _headers(spec: TableSpec, row: str) -> int:
    band = band_of(spec, row)
    return bool(band.title) + header_depth(band)


def _band(grid: Sheet, spec: TableSpec, row: str) -> tuple[int, int]:
    rows = [row_of(grid, spec, member.key) for member in band_of(spec, row).rows]
    return min(rows) - _headers(spec, row), max(rows) + 1


def _edited(
    document: Document, template: Template, key: str, edit: Callable[[Sheet, TableSpec], Sheet], row: str = ""
) -> Document:
    spec = table_spec(template, key)

    def pieces(block: Table) -> list[Block]:
        try:
            return [edit(sheet(block), spec).table()]
        except ValueError as torn:
            raise UnfitEditError(Phrase(f"会拆散合并的单元格：{torn}", str(torn))) from torn

    return _replaced(document, template, key, pieces, row)


def _replaced(
    document: Document, template: Template, key: str, pieces: Callable[[Table], Sequence[Block]], row: str = ""
) -> Document:
    place = table_place(document, table_spec(template, key), row)
    block = document.blocks[place]
    made = pieces(block) if isinstance(block, Table) else ()
    return with_blocks(document, (*document.blocks[:place], *made, *document.blocks[place + 1 :]))
