"""Lines with tabs as spreadsheets copy them → the same without the quotes around cells; one that holds breaks is whole.

A spreadsheet puts a cell in quotes that holds a line break, a tab or a quote, which is then doubled.
"""

from collections.abc import Sequence
from typing import Final

from lint.readers.text.textgrid import Piece

_MOST_BROKEN: Final = 8  # lines in one cell
_LONGEST: Final = 2_000  # characters of a row


def unquoted(lines: Sequence[Piece]) -> list[Piece]:
    """Return the lines; a row that was broken inside a quoted cell stands on the first of its lines."""
    found: list[Piece] = []
    at = 0
    while at < len(lines):
        text, end = lines[at].text, at + 1
        if '"' in text:
            text, end = _row(lines, at)
        found.append(lines[at]._replace(text=text))
        at = end
    return found


def _row(lines: Sequence[Piece], at: int) -> tuple[str, int]:
    """Return the row that begins at a line and the line behind it; the line as it is where its quotes do not close."""
    whole = lines[at].text
    for end in range(at + 1, min(at + 1 + _MOST_BROKEN, len(lines) + 1)):
        if "\t" in whole and _is_closed(whole):
            return "\t".join(map(_bare, whole.split("\t"))), end
        if end == len(lines) or len(whole) > _LONGEST or not lines[end].text.strip():
            break
        whole += "\n" + lines[end].text
    return lines[at].text, at + 1


def _is_closed(row: str) -> bool:
    return all(not field.startswith('"') or _is_quoted(field) for field in row.split("\t"))


def _is_quoted(field: str) -> bool:
    inner = field[1:-1].replace('""', "")
    return len(field) > 1 and field[0] == field[-1] == '"' and '"' not in inner


def _bare(field: str) -> str:
    return field[1:-1].replace('""', '"') if _is_quoted(field) else field
