"""Document → text as word processors export it: each cell behind a tab on its own line, a blank line after each row."""

from __future__ import annotations

from collections.abc import Iterator

from lint.model import Document, Paragraph, Table


def write_text(document: Document) -> str:
    """Return the document as a text export; what a merged cell covers further down is a blank cell."""
    lines: list[str] = [""]
    for block in document.blocks:
        if isinstance(block, Paragraph):
            lines.append("[image: 图片]" * block.pictures + block.text)
        else:
            lines += [*_rows(block), ""]
    return "\n".join(lines) + "\n"


def _rows(table: Table) -> Iterator[str]:
    for number, line in enumerate(table.grid, 1):
        seen: set[int] = set()
        for cell in line:
            if cell is not None and cell.location.column not in seen:
                seen.add(cell.location.column)
                text = cell.text if cell.location.row == number else ""
                yield "\t" + text.replace("\n", "\t")  # as word processors part paragraphs of a cell
        yield ""
