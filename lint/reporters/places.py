"""A place in words: part, row, column, and where to look for it in the file."""

from __future__ import annotations

from lint.findings import Place
from lint.reporters.style import Style


def spot(place: Place, style: Style) -> str:
    """Return where in the file the place stands: line, cell of a table, or paragraph; "" for the whole file."""
    block, row, column, line = place.location
    if line and row and column:  # of a web page one sees the table, of a text the lines
        return style.say(
            f"文件第 {line} 行，表格第 {row} 行第 {column} 列", f"line {line}, cell {row}:{column} of the table"
        )
    if line:
        return style.say(f"文件第 {line} 行", f"line {line}")
    if row and column:
        return style.say(f"表格第 {row} 行第 {column} 列", f"cell {row}:{column} of the table")
    if row:
        return style.say(f"表格第 {row} 行", f"row {row} of the table")
    if place.table:
        return style.say("表格", "the table")
    return style.say(f"正文第 {block} 段", f"paragraph {block}") if block else ""


def labels(place: Place, *, told: str = "") -> str:
    """Return the row and column labels of the place but for those `told` already, "" if there are none."""
    return " · ".join(label for label in (place.row_label, place.column_label) if label and label not in told)


def whereabouts(place: Place, style: Style, *, told: str = "") -> str:
    """Return part, labels (but for those `told` already) and spot in one line."""
    part = style.say(f"第{place.part}部分", f"part {place.part}") if place.part else ""
    named = " · ".join(piece for piece in (part, labels(place, told=told)) if piece)
    found = spot(place, style)
    if named and found:
        return style.say(f"{named}（{found}）", f"{named} ({found})")
    return named or found or style.say("全文", "whole file")
