"""Pages of lines → the lines of the report itself: page numbers, running heads and feet left out."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

from lint.readers.pdf.lines import Line

_EDGE: Final = 0.12  # of the height: heads and feet stand that near to the edge
_NEAR: Final = 4.0  # points a running line may move from page to page
_DEEPEST: Final = 3  # lines a head or foot may have
_DASHES: Final = r"[-—–－‐ー~～·\s]*"
_PAGE_NUMBER: Final = re.compile(
    rf"{_DASHES}(?:第\s*|Page\s+)?(?:\d{{1,4}}|[ivxlcIVXLC]{{1,6}})\s*页?(?:\s*(?:[/／|，,]|of)?\s*共?\s*\d{{1,4}}\s*页?)?{_DASHES}\Z",
    re.IGNORECASE,
)
_FIGURES: Final = re.compile(r"[\d０-９]+")


class Sheet(NamedTuple):
    """The lines of one page, from top to bottom."""

    lines: tuple[Line, ...]
    height: float


def is_page_number(text: str) -> bool:
    """Tell a page number: 3, - 3 -, 第 3 页, 第 3 页 共 5 页, 3/5, iii."""
    return _PAGE_NUMBER.match(text) is not None


def own_lines(sheets: Sequence[Sheet]) -> list[tuple[Line, ...]]:
    """Return for each page the lines that are neither page number nor running head or foot.

    A line is a running one if it stands at the same place near the edge of several pages, figures aside.
    """
    seen: Counter[tuple[str, bool, int]] = Counter()
    for sheet in sheets:
        seen.update({key for line in _edge(sheet) for key in _keys(line, sheet)[:1]})
    kept: list[tuple[Line, ...]] = []
    for sheet in sheets:
        edge = [line for line in _edge(sheet) if _runs(line, sheet, seen)]
        gone = {id(line) for line in edge}
        kept.append(tuple(line for line in sheet.lines if id(line) not in gone))
    return kept


def _edge(sheet: Sheet) -> list[Line]:
    """Return the outermost lines near the edges of a page, from the edge inwards."""
    upper = [line for line in sheet.lines[:_DEEPEST] if line.middle < _EDGE * sheet.height]
    lower = [line for line in sheet.lines[::-1][:_DEEPEST] if line.middle > (1 - _EDGE) * sheet.height]
    return upper + [line for line in lower if line not in upper]


def _runs(line: Line, sheet: Sheet, seen: Counter[tuple[str, bool, int]]) -> bool:
    outermost = line in (sheet.lines[0], sheet.lines[-1])
    if outermost and is_page_number(line.text):
        return True
    return any(seen[key] for key in _keys(line, sheet)[1:]) or any(seen[key] > 1 for key in _keys(line, sheet)[:1])


def _keys(line: Line, sheet: Sheet) -> list[tuple[str, bool, int]]:
    """Return how a line is known again: its text without figures, its edge and its place; then the places beside it."""
    text = "".join(_FIGURES.sub("#", line.text).split())
    lower = line.middle > sheet.height / 2
    place = round((sheet.height - line.middle if lower else line.middle) / _NEAR)
    return [(text, lower, place), (text, lower, place - 1), (text, lower, place + 1)]
