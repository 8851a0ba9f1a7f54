"""The tables of a document as programs write them into a text: one function a manner, table → lines."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator

from lint.model import Cell, Document, Paragraph, Table

Lines = Callable[[Table], list[str]]


def fields(table: Table, *, across: bool = False, down: bool = False) -> list[list[str]]:
    """The texts of the grid; what a merged cell covers is blank unless repeated across or down."""

    def text(cell: Cell | None, row: int, column: int) -> str:
        if cell is None or (cell.location.row != row and not down) or (cell.location.column != column and not across):
            return ""
        return cell.text.replace("\n", "<br>")

    return [[text(cell, row, column) for column, cell in enumerate(line, 1)] for row, line in enumerate(table.grid, 1)]


def once(table: Table) -> list[list[str]]:
    """Each cell in its own row only, as often as it is wide in that of a converter without rowspan: once here."""
    return [
        [
            cell.text.replace("\n", "<br>")
            for column, cell in enumerate(line, 1)
            if cell is not None and cell.location[1:3] == (row, column)
        ]
        for row, line in enumerate(table.grid, 1)
    ]


def without_rowspan(table: Table) -> list[list[str]]:
    """Rows without the cells that reach into them, wide cells with a blank for each further place."""
    rows = []
    for row, line in enumerate(table.grid, 1):
        cells = [(cell, column) for column, cell in enumerate(line, 1) if cell and cell.location.row == row]
        rows.append([cell.text.replace("\n", "<br>") if cell.location.column == at else "" for cell, at in cells])
    return rows


def piped(rows: list[list[str]], *, dashes: bool = True, head: bool = False, tight: bool = False) -> list[str]:
    """Rows with strokes; `head` puts a blank row on top, `tight` leaves the outer strokes out."""
    rows = [[cell.replace("|", "\\|") for cell in row] for row in rows]
    width = max(map(len, rows))
    lines = ["|".join(row) if tight else f"| {' | '.join(row)} |" for row in rows]
    rule = (
        "|".join(["---"] * width)
        if tight
        else f"|{'|'.join([' :-- ', ' --: ', ':-:', '---'][i % 4] for i in range(width))}|"
    )
    top = [f"|{'  |' * width}"] if head else []
    return [*top, rule, *lines] if head else [lines[0], *([rule] if dashes else []), *lines[1:]]


def filled(rows: list[list[str]]) -> list[list[str]]:
    """Rows filled up at their end to one width."""
    width = max(map(len, rows))
    return [row + [""] * (width - len(row)) for row in rows]


def columns_of(text: str, wide: str = "WF") -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in wide else 1 for sign in text)


def drawn(table: Table, *, box: bool = False, wide: str = "WF", wrap: int = 12) -> list[str]:
    """The table drawn with + - | (or box drawing), labels wrapped, merged cells by the lines left out."""
    count = len(table.grid[0])
    widths = [max(wrap, 8)] * count
    texts: dict[int, list[str]] = {}
    for cell in table.cells():
        room = sum(widths[cell.location.column - 1 : cell.location.column - 1 + cell.colspan]) + cell.colspan - 1
        texts[id(cell)] = list(_wrapped(cell.text.replace("\n", ""), room, wide))
    heights = [1] * len(table.grid)
    for cell in table.cells():
        if cell.rowspan == 1:
            row = cell.location.row - 1
            heights[row] = max(heights[row], len(texts[id(cell)]))
    lines = [_border(widths)]
    for row, line in enumerate(table.grid):
        own = [cell for column, cell in enumerate(line, 1) if cell and cell.location.column == column]
        for step in range(heights[row] + 1):
            border = step == heights[row]
            drawn_line = ""
            for cell in own:
                room = (
                    sum(widths[cell.location.column - 1 : cell.location.column - 1 + cell.colspan]) + cell.colspan - 1
                )
                if border and cell.location.row + cell.rowspan - 1 == row + 1:
                    drawn_line += "|" + _floor(cell, widths)
                    continue
                text = texts[id(cell)].pop(0) if texts[id(cell)] else ""
                drawn_line += "|" + text + " " * (room - columns_of(text, wide))
            lines.append(_cornered(drawn_line + "|") if border else drawn_line + "|")
    assert not any(texts.values())
    return [line.translate(str.maketrans("|-+", "│─┼")) for line in lines] if box else lines


def _wrapped(text: str, room: int, wide: str) -> Iterator[str]:
    line = ""
    for sign in text:
        if columns_of(line + sign, wide) > room:
            yield line
            line = ""
        line += sign
    yield line


def _border(widths: list[int]) -> str:
    line = "+"
    for width in widths:
        line += "-" * width + "+"
    return line


def _floor(cell: Cell, widths: list[int]) -> str:
    first = cell.location.column - 1
    return "+".join("-" * width for width in widths[first : first + cell.colspan])


def _cornered(line: str) -> str:
    signs = list(line)
    for place, sign in enumerate(signs):
        left, right = signs[place - 1 : place], signs[place + 1 : place + 2]
        if sign == "|" and (left == ["-"] or right == ["-"]):
            signs[place] = "+"
    return "".join(signs)


def html(table: Table) -> list[str]:
    """The table as HTML on one line, as programs for scanned pages write it."""
    text = "<html><body><table>"
    for row, line in enumerate(table.grid, 1):
        text += "<tr>"
        for column, cell in enumerate(line, 1):
            if cell is not None and cell.location[1:3] == (row, column):
                words = cell.text.replace("\n", "<br>")
                text += f'<td rowspan="{cell.rowspan}" colspan="{cell.colspan}">{words}</td>'
        text += "</tr>"
    return [text + "</table></body></html>"]


def _tabbed(rows: list[list[str]]) -> list[str]:
    return ["", *("\t".join(row).replace("<br>", "") for row in rows)]


def _quoted(rows: list[list[str]], *, all_cells: bool = False) -> list[str]:
    """Rows as spreadsheets copy them: in quotes what holds a break, which the longer labels here do."""

    def field(text: str) -> str:
        if len(text) > 12 or all_cells:
            return f'"{text[:6]}\n{text[6:]}"'.replace("\n", "\n" if len(text) > 12 else "")
        return text

    return ["", *"\n".join("\t".join(map(field, row)) for row in rows).replace("<br>", "").split("\n")]


def _ended(rows: list[list[str]]) -> list[str]:
    return ["", *("".join(f"{cell}\t" for cell in row).replace("<br>", "") for row in rows)]


def _loose(rows: list[list[str]]) -> list[str]:
    """Rows without outer strokes, a row of one cell without any, as simple converters of pages write them."""
    first, *others = [" | ".join(row) + "  " for row in rows]
    return [first, "|".join(["---"] * len(rows[0])), *others]


def _boxed(rows: list[list[str]]) -> list[str]:
    """Every place in a box of its own."""
    widths = [max(columns_of(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = [_border(widths)]
    for row in rows:
        cells = [cell + " " * (width - columns_of(cell)) for cell, width in zip(row, widths, strict=True)]
        lines += [f"|{'|'.join(cells)}|", _border(widths)]
    return lines


MANNERS: dict[str, Lines] = {
    "blank": lambda table: piped(fields(table)),
    "blank-no-dashes": lambda table: piped(fields(table), dashes=False),
    "blank-made-up-head": lambda table: piped(fields(table), head=True),
    "blank-tight": lambda table: piped(fields(table), tight=True),
    "repeated": lambda table: piped(fields(table, across=True, down=True)),
    "repeated-no-dashes": lambda table: piped(fields(table, across=True, down=True), dashes=False),
    "repeated-made-up-head": lambda table: piped(fields(table, across=True, down=True), head=True),
    "repeated-across": lambda table: piped(fields(table, across=True)),
    "repeated-down": lambda table: piped(fields(table, down=True)),
    "no-rowspan": lambda table: piped(without_rowspan(table)),
    "no-rowspan-made-up-head": lambda table: piped(without_rowspan(table), head=True),
    "no-rowspan-filled": lambda table: piped(filled(without_rowspan(table))),
    "once": lambda table: piped(once(table)),
    "once-filled": lambda table: piped(filled(once(table))),
    "spaced": lambda table: "\n\n".join(piped(fields(table), dashes=False)).split("\n"),
    "box-strokes": lambda table: [line.replace("|", "│") for line in piped(fields(table), dashes=False)],
    "tabs": lambda table: _tabbed(fields(table)),
    "tabs-ends-taken-off": lambda table: [line.rstrip() for line in _tabbed(fields(table))],
    "tabs-repeated": lambda table: _tabbed(fields(table, across=True, down=True)),
    "tabs-no-rowspan": lambda table: _tabbed(without_rowspan(table)),
    "tabs-quoted": lambda table: _quoted(fields(table)),
    "tabs-all-quoted": lambda table: _quoted(fields(table), all_cells=True),
    "tabs-behind-each": lambda table: _ended(fields(table)),
    "once-tabs": lambda table: _tabbed(once(table)),
    "once-tabs-behind-each": lambda table: _ended(once(table)),
    "once-loose": lambda table: _loose(once(table)),
    "drawn-boxes-repeated": lambda table: _boxed(fields(table, across=True, down=True)),
    "html": html,
    "drawn": drawn,
    "drawn-box": lambda table: drawn(table, box=True),
    "drawn-narrow": lambda table: drawn(table, wide=""),
}
WHOLE = tuple(name for name in MANNERS if not name.startswith("once"))


def written(document: Document, manner: str, *, heads: bool = True) -> str:
    """The document as Markdown, its tables in one manner."""
    lines: list[str] = []
    for place, block in enumerate(document.blocks):
        if isinstance(block, Paragraph):
            mark = "# " if heads and not place else "## " if heads and block.text[1:2] == "、" else ""
            lines += [mark + block.text, ""]
        else:
            lines += [*MANNERS[manner](block), ""]
    return "\n".join(lines)
