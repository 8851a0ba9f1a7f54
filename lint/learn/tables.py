"""The tables of one part of a blank form → table specifications with made-up keys, or why a table was left out."""

from collections.abc import Sequence
from typing import NamedTuple

from lint.forms.template import TableSpec
from lint.learn.bands import Bands, read_bands
from lint.learn.labels import is_note, print_of
from lint.learn.lines import Line, Lines, read_lines
from lint.model import Cell, Phrase, Table

_WORDED = 0.4  # share of the value cells with words in them from which a table is a text
_DEEPEST = 6  # header rows one above the other; more are lines of text


class Sheet(NamedTuple):
    """A table of the document with its pieces put together; `ragged` if the file does not tell merged cells."""

    grid: tuple[Line, ...]
    block: int  # ordinal in the document
    ragged: bool
    pieces: int = 1


class Learnt(NamedTuple):
    """A table of the form. `figures` counts its value cells with a figure in them, `cells` all of them."""

    spec: TableSpec
    remarks: tuple[Phrase, ...]
    figures: int
    cells: int


def sheets(tables: Sequence[Table]) -> list[Sheet]:
    """Put together what a page break cut: a table without a header that follows right on one of the same width."""
    made: list[Sheet] = []
    last = -1
    for table in tables:
        grid = tuple(tuple(line) for line in table.grid)
        if not grid or not grid[0]:
            continue
        block = table.location.block
        above = made[-1] if made and block == last + 1 else None
        if above and len(above.grid[0]) == len(grid[0]) and _has_no_header(grid) and not _has_no_header(above.grid):
            made[-1] = above._replace(grid=above.grid + grid, pieces=above.pieces + 1)
        else:
            made.append(Sheet(grid, block, table.ragged))
        last = block
    return made


def _has_no_header(grid: Sequence[Line]) -> bool:
    roles = read_lines(grid).roles
    return "value" in roles and "header" not in roles[: roles.index("value")]


def read_table(sheet: Sheet) -> Learnt | Phrase:
    """Return the table, with key, section and name left blank; or why nothing can be learnt from it."""
    lines = read_lines(sheet.grid)
    if lines.width < 2:
        return Phrase("只有一列，没有收入", "it has one column only and was left out")
    if "value" not in lines.roles:
        return Phrase("没有可填写的格子，没有收入", "it has no cell to be filled in and was left out")
    read = read_bands(lines)
    if not read.bands:
        return read.remarks[0] if read.remarks else Phrase("没有表头，没有收入", "it has no header and was left out")
    if sum(not row.labels for band in read.bands for row in band.rows) > 1:
        zh = "各行没有名称，是可以随意增减行的清单，没有收入"
        return Phrase(zh, "its rows have no labels: a list of any length, left out")
    cells = [print_of(cell.text) for cell in _value_cells(lines, read.rows)]
    if _is_text(read, cells.count("words") / max(len(cells), 1)):
        zh = "格子里大多是文字，或一格名称一格内容，不是填数字的表，没有收入"
        return Phrase(zh, "it holds words, or names beside blanks, rather than figures under headers, and was left out")
    stubs = [band.stub for band in read.bands]
    spec = TableSpec("", "", Phrase("", ""), read.bands, note=all(map(is_note, stubs)), printed=read.printed)
    return Learnt(spec, (*read.remarks, *_remarks(sheet)), cells.count("figure"), len(cells))


def _is_text(read: Bands, worded: float) -> bool:
    """Tell a text or a sheet of names and blanks by its words, its lack of headers, or its many header rows."""
    deepest = max(len(column.labels) for band in read.bands for column in band.columns)
    return worded > _WORDED or read.headless or deepest > _DEEPEST


def _value_cells(lines: Lines, rows: Sequence[int]) -> list[Cell]:
    """Return the distinct cells of these rows right of the labels; a line across the table has none."""
    found: dict[int, Cell] = {}
    for row in rows:
        if lines.roles[row] != "whole":
            found.update({id(cell): cell for cell in lines.grid[row][lines.edge :] if cell is not None})
    return list(found.values())


def _remarks(sheet: Sheet) -> list[Phrase]:
    remarks = []
    if sheet.pieces > 1:
        zh = f"在文件里断成 {sheet.pieces} 张，已接成一张收入"
        remarks.append(Phrase(zh, f"it stands in {sheet.pieces} pieces in the file, taken as one table"))
    if sheet.ragged:
        zh = "来自文字文件，看不出合并的单元格，表头和分组可能不对，请改用 Word 文件"
        en = "it comes from a text file, which tells no merged cells: headers and groups may be wrong; use a Word file"
        remarks.append(Phrase(zh, en))
    return remarks
