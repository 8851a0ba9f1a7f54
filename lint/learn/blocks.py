"""The lines of a blank form's table → stretches of rows under one header, each of which makes a band."""

from collections.abc import Sequence
from typing import NamedTuple

from lint.learn.labels import label_text
from lint.learn.lines import Lines
from lint.model import Phrase


class Block(NamedTuple):
    """The rows of the grid (0-based) that make one band; `title` is None where no line across stands above it."""

    title: int | None
    header: tuple[int, ...]
    rows: tuple[int, ...]


def read_blocks(lines: Lines, remarks: list[Phrase]) -> list[Block]:
    """Return the stretches of lines under one header; a header printed again continues the stretch above."""
    blocks: list[Block] = []
    pending: list[int] = []  # lines across the width that stand above what comes next
    header: list[int] = []
    bare_rows: list[int] = []
    for row, role in enumerate(lines.roles):
        if role == "whole" and not header:
            pending.append(row)
        elif role == "header":
            header.append(row)
        elif header or not blocks:
            if not header:
                bare_rows.append(row)
                pending = []
                continue
            title, header_rows = (pending[-1] if pending else None), tuple(header)
            _keep_above(lines, blocks, pending[:-1], remarks)
            if title is None and blocks and _same(lines, blocks[-1].header, header_rows):
                blocks[-1] = blocks[-1]._replace(rows=(*blocks[-1].rows, row))
            else:
                blocks.append(Block(title, header_rows, (row,)))
            pending, header = [], []
        else:
            blocks[-1] = blocks[-1]._replace(rows=(*blocks[-1].rows, *pending, row))
            pending = []
    _keep_above(lines, blocks, [*pending, *header], remarks)
    if bare_rows:
        remarks.append(_no_header(lines, bare_rows))
    return blocks


def _keep_above(lines: Lines, blocks: list[Block], rows: Sequence[int], remarks: list[Phrase]) -> None:
    """Take lines that open no band of their own for rows of the band above, all of whose cells are printed."""
    if blocks:
        blocks[-1] = blocks[-1]._replace(rows=(*blocks[-1].rows, *rows))
        return
    for row in rows:
        text = label_text(lines.own(row)[0].text)
        remarks.append(Phrase(f"表格上方的“{text}”没有收入", f"left out above the table: “{text}”"))


def _no_header(lines: Lines, rows: Sequence[int]) -> Phrase:
    """Return the remark on rows above which the table has no header."""
    text = next((label_text(cell.text) for cell in lines.own(rows[0]) if cell.text.strip()), "")
    zh = f"有 {len(rows)} 行上面没有表头，没有收入，第一行是“{text}”"
    return Phrase(zh, f"rows without a header above them left out: {len(rows)}, the first is “{text}”")


def _same(lines: Lines, left: Sequence[int], right: Sequence[int]) -> bool:
    def wording(rows: Sequence[int]) -> list[list[str]]:
        return [[label_text(cell.text) for cell in lines.own(row)] for row in rows]

    return wording(left) == wording(right)
