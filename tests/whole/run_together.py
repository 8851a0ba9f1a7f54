"""A document as texts in which the cells of its tables have run together, each manner with what it does to a table."""

from __future__ import annotations

from collections.abc import Callable

from lint.model import Document, Paragraph, Table

Dress = Callable[[Table], list[str]]


def _rows(table: Table) -> list[list[str]]:
    return [
        [
            cell.text
            for column, cell in enumerate(line, 1)
            if cell is not None and cell.location[1:3] == (row, column) and cell.text
        ]
        for row, line in enumerate(table.grid, 1)
    ]


def _cells(table: Table) -> list[str]:
    return [text for row in _rows(table) for text in row]


def _figure(text: str) -> bool:
    return text.replace(".", "").lstrip("-").isdigit()


def _broken(texts: list[str]) -> list[str]:
    return [text[at : at + 3] for text in texts for at in range(0, len(text), 3)]


def _in_wiki(table: Table) -> list[str]:
    """As MediaWiki marks tables up."""
    lines = ['{| class="wikitable"']
    for row in _rows(table):
        lines += ["|-", *(f'| style="text-align: center;"| {text}' for text in row)]
    return [*lines, "|}"]


DRESSES: dict[str, Dress] = {
    "one-paragraph": lambda table: ["".join(_cells(table))],
    "one-paragraph-with-blanks": lambda table: [" ".join(_cells(table))],
    "row-a-line": lambda table: ["".join(row) for row in _rows(table)],
    "row-a-line-with-blanks": lambda table: [" ".join(row) for row in _rows(table)],
    "row-a-line-wide-blanks": lambda table: ["　　".join(row) for row in _rows(table)],
    "cell-a-line-no-values": lambda table: [text for text in _cells(table) if not _figure(text)],
    "cell-a-line-broken": lambda table: _broken(_cells(table)),
    "commas": lambda table: [",".join(row) for row in _rows(table)],
    "commas-and-quotes": lambda table: [",".join(f'"{text}"' for text in row) for row in _rows(table)],
    "wiki": _in_wiki,
    "textile": lambda table: [f"|{'|'.join(f'<. {text}' for text in row)}|" for row in _rows(table)],
    "sign-a-line-labels": lambda table: [
        line for text in _cells(table) for line in (text if len(text) < 12 else [text])
    ],
}


def written(document: Document, dress: str, tables: tuple[int, ...] = (0, 1, 2)) -> str:
    """The document as a text; of its tables only those of the given ranks are run together, the others in tabs."""
    lines: list[str] = []
    rank = 0
    for block in document.blocks:
        if isinstance(block, Paragraph):
            lines.append(block.text)
        elif rank in tables:
            lines += DRESSES[dress](block)
        else:
            lines += ["", *("\t".join(_padded(block, row)) for row in range(len(block.grid))), ""]
        rank += isinstance(block, Table)
    return "\n".join(lines)


def _padded(table: Table, row: int) -> list[str]:
    return [
        cell.text if cell is not None and cell.location[1:3] == (row + 1, column) else ""
        for column, cell in enumerate(table.grid[row], 1)
    ]


def section_a_line(document: Document) -> str:
    """Each section with its table as one line, heading and all."""
    lines: list[str] = []
    for block in document.blocks:
        text = block.text if isinstance(block, Paragraph) else "".join(_cells(block))
        begins = isinstance(block, Paragraph) and block.text[1:2] == "、"
        if begins or not lines or len(lines) < 2:
            lines.append(text)
        else:
            lines[-1] += text
    return "\n".join(lines)
