"""The lines of a blank form's table → bands of columns and rows with made-up keys, and what the form prints in them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lint.forms.template import Band, ColumnSpec, Printed, RowSpec
from lint.learn.blocks import Block, read_blocks
from lint.learn.labels import kind_of, label_text, unit_of
from lint.learn.lines import Line, Lines
from lint.model import Cell, Phrase

Path = tuple[str, ...]
_Keys = dict[tuple[Path, int], str]  # column key by label path, and how often the band has had that path before


class Bands(NamedTuple):
    """The bands of a table, what is printed in their value cells, and what a person should look at.

    `rows` are the rows of the grid (0-based) that were taken; `headless`: of a band's columns a third or more, and more
    than one, have no header.
    """

    bands: tuple[Band, ...]
    printed: tuple[Printed, ...]
    remarks: tuple[Phrase, ...]
    rows: tuple[int, ...]
    headless: bool


class _Column(NamedTuple):
    """The grid columns from `first` to `last` (0-based) under one innermost header; no labels if it is blank."""

    first: int
    last: int
    labels: Path


def read_bands(lines: Lines) -> Bands:
    """Return the bands of a table; without any band if it has no header or no row to be filled in."""
    remarks: list[Phrase] = []
    keys: _Keys = {}
    bands: list[Band] = []
    printed: list[Printed] = []
    taken: list[int] = []
    headless = merged = False
    paths = _row_paths(lines)
    for block in read_blocks(lines, remarks):
        every = _columns(lines, block)
        columns = [column for column in every if column.labels]
        bare = len(every) - len(columns)
        headless = headless or (bare > 1 and 3 * bare >= len(every))
        rows = [row for row in block.rows if paths[row] or lines.edge == 0]
        remarks += _left_out(len(block.rows) - len(rows), bare)
        if not columns or not rows:
            continue
        specs = tuple(RowSpec(f"row_{rank:02d}", paths[row]) for rank, row in enumerate(rows, len(taken) + 1))
        taken += rows
        title = "" if block.title is None else label_text(lines.own(block.title)[0].text)
        bands.append(Band(title, _stub(lines, block, remarks), _column_specs(columns, keys), specs))
        printed += _printed(lines, rows, columns, bands[-1])
        merged = merged or any(_is_merged(lines, row, column) for row in rows for column in columns)
    if merged:
        zh, en = "有数据格合并在一起，请看是否应当分开", "some value cells are merged; see whether they should be apart"
        remarks.append(Phrase(zh, en))
    return Bands(tuple(bands), tuple(printed), tuple(dict.fromkeys(remarks)), tuple(taken), headless)


def _left_out(rows: int, columns: int) -> list[Phrase]:
    """Return the remarks on rows and columns that nothing names."""
    remarks = []
    if rows:
        remarks.append(Phrase(f"有 {rows} 行没有行名称，没有收入", f"rows without a label left out: {rows}"))
    if columns:
        remarks.append(Phrase(f"有 {columns} 列没有表头，没有收入", f"columns without a header left out: {columns}"))
    return remarks


def _printed(lines: Lines, rows: Sequence[int], columns: Sequence[_Column], band: Band) -> list[Printed]:
    """Return what the form prints in the value cells of a band; a filled-in table does not tell."""
    printed = []
    for row, row_spec in zip(rows, band.rows, strict=True):
        for column, spec in zip(columns, band.columns, strict=True):
            text = " ".join(filter(None, (label_text(cell.text) for cell in _under(lines.grid[row], column))))
            if text and not lines.filled:
                printed.append(Printed(row_spec.key, spec.key, text))
    return printed


def _stacked(grid: Sequence[Line], rows: Sequence[int], column: int) -> Iterator[Cell]:
    """Yield the distinct cells of a grid column from top to bottom."""
    last: Cell | None = None
    for row in rows:
        cell = grid[row][column]
        if cell is not None and cell is not last:
            last = cell
            yield cell


def _columns(lines: Lines, block: Block) -> list[_Column]:
    """Return the value columns under a band's header; places under one innermost header are one column."""
    columns: list[_Column] = []
    leaf: Cell | None = None
    for place in range(lines.edge, lines.width):
        cells = list(_stacked(lines.grid, block.header, place))
        if columns and cells and cells[-1] is leaf:
            columns[-1] = columns[-1]._replace(last=place)
        elif any(lines.grid[row][place] is not None for row in (*block.header, *block.rows)):
            columns.append(_Column(place, place, tuple(filter(None, (label_text(cell.text) for cell in cells)))))
        leaf = cells[-1] if cells else None
    return columns


def _column_specs(columns: Sequence[_Column], keys: _Keys) -> tuple[ColumnSpec, ...]:
    """Return the columns of a band; the same header in two bands of a table has the same key."""
    specs: list[ColumnSpec] = []
    for column in columns:
        again = sum(spec.labels == column.labels for spec in specs)
        key = keys.setdefault((column.labels, again), f"column_{len(keys) + 1}")
        leaf = column.labels[-1]
        specs.append(ColumnSpec(key, column.labels, kind_of(leaf), unit_of(leaf)))
    return tuple(specs)


def _row_paths(lines: Lines) -> list[Path]:
    """Return the label path of every row; a blank cell left of the row's own label takes over what stands above it."""
    paths: list[Path] = []
    above: list[str] = [""] * lines.edge
    for line, role in zip(lines.grid, lines.roles, strict=True):
        cells = line[: lines.edge]
        texts = [label_text(cell.text) if cell is not None else "" for cell in cells]
        own = max((place for place, text in enumerate(texts) if text), default=-1)
        path: list[str] = []
        for place in range(own + 1):
            if place and cells[place] is not None and cells[place] is cells[place - 1]:
                continue
            texts[place] = texts[place] or above[place]
            path += [texts[place]] if texts[place] else []
        paths.append(tuple(path))
        above = texts if role == "value" else [""] * lines.edge
    return paths


def _under(line: Line, column: _Column) -> list[Cell]:
    cells: list[Cell] = []
    for cell in line[column.first : column.last + 1]:
        if cell is not None and (not cells or cell is not cells[-1]):
            cells.append(cell)
    return cells


def _is_merged(lines: Lines, row: int, column: _Column) -> bool:
    """Tell whether a value cell reaches beyond its column or its row."""
    line = lines.grid[row]
    cells = _under(line, column)
    if lines.roles[row] == "whole" or not cells:
        return False
    before = line[column.first - 1] if column.first > lines.edge else None
    after = line[column.last + 1] if column.last + 1 < lines.width else None
    below = lines.grid[row + 1][column.first] if row + 1 < len(lines.grid) else None
    return cells[0] is before or cells[-1] is after or any(cell is below for cell in cells)


def _stub(lines: Lines, block: Block, remarks: list[Phrase]) -> str:
    """Return what stands above the row labels, "" if nothing does."""
    corners: dict[str, None] = {}
    for row in block.header:
        for place in range(lines.edge):
            cell = lines.grid[row][place]
            if cell is not None and (lines.edge == lines.width or cell is not lines.grid[row][lines.edge]):
                corners.setdefault(label_text(cell.text))
    texts = [text for text in corners if text]
    if len(texts) > 1:
        zh = f"表格左上角有几格（{'、'.join(texts)}），只收入了第一格"
        remarks.append(Phrase(zh, f"of the cells above the row labels ({', '.join(texts)}) only the first was taken"))
    return texts[0] if texts else ""
