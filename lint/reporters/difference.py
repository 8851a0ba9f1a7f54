"""Two reports that differ in little → the words in which they differ, as an example shows them."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import groupby

from lint.language.wording import fold, split_number
from lint.model import Block, Cell, Document, Paragraph

_AROUND = 14  # characters shown beside a difference
_LONGEST = 90
_CELLS = 6  # of a table that is gone or new
_BETWEEN = "｜"  # cells
_THEN = " → "  # what stands in another order
_HEADING = 40  # characters of a line that may be a heading


def difference(wrong: Document, right: Document) -> tuple[str, str]:
    """Return the first words in which a report differs from the conforming one, and what that has there.

    One of them is "" where something was added or left out, both where no words differ. Where nothing but the order
    differs, they are what stands there in either order.
    """
    here, there = [_texts(block) for block in wrong.blocks], [_texts(block) for block in right.blocks]
    if here == there:
        return (wrong.name, right.name) if wrong.name != right.name else ("", "")
    if _words(here) == _words(there):
        return _moved(_lines(wrong), _lines(right))
    found, expected = _differ(here, there)
    if (found or expected).isdecimal() and sum(map(len, here)) != sum(map(len, there)):
        return _differ(_lines(wrong), _lines(right), cells=False)  # a cell is gone or new: its row tells more
    return found, expected


def _words(blocks: Sequence[tuple[str, ...]]) -> list[str]:
    """Return all texts, whatever their order."""
    return sorted(text for block in blocks for text in block if text)


def _texts(block: Block) -> tuple[str, ...]:
    return (block.text,) if isinstance(block, Paragraph) else tuple(cell.text for cell in block.cells())


def _lines(document: Document) -> list[tuple[str, ...]]:
    """Return the texts of paragraphs and of the rows of tables."""
    lines: list[tuple[str, ...]] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            lines.append((block.text,))
        else:
            lines += [tuple(cell.text for cell in row) for _, row in groupby(block.cells(), _row)]
    return lines


def _row(cell: Cell) -> int:
    return cell.location.row


def _moved(here: Sequence[tuple[str, ...]], there: Sequence[tuple[str, ...]]) -> tuple[str, str]:
    """Return the headings or row labels that stand in another order, from the first to the last of them."""
    places = [place for place, (one, other) in enumerate(zip(here, there, strict=False)) if one != other]
    if not places:
        return "", ""
    start, end = places[0], places[-1] + 1
    found, expected = _labels(here[start:end]), _labels(there[start:end])
    return (found, expected) if found != expected else ("", "")


def _labels(lines: Sequence[tuple[str, ...]]) -> str:
    labels = [next((text for text in reversed(line) if not text.isdecimal()), "") for line in lines]
    numbered = [label for label in labels if len(label) <= _HEADING and split_number(fold(label))[0]]
    return _shown(_THEN.join(numbered or labels), 0)


def _differ(
    here: Sequence[tuple[str, ...]], there: Sequence[tuple[str, ...]], *, cells: bool = True
) -> tuple[str, str]:
    """Return what differs first between two rows of blocks, or of `cells` where the blocks are tables."""
    steps = SequenceMatcher(None, here, there, autojunk=False).get_opcodes()
    for kind, start, end, first, last in (step for step in steps if step[0] != "equal"):
        if cells and end > start and last > first and len(here[start]) > 1 and len(there[first]) > 1:
            return _differ([(text,) for text in here[start]], [(text,) for text in there[first]])
        one_for_one = kind == "replace" and end - start == last - first
        if one_for_one and any(here[start]) and any(there[first]):
            return _cut(_joined([here[start]]), _joined([there[first]]))
        return _cut(_joined(here[start:end]), _joined(there[first:last]))
    return "", ""


def _joined(blocks: Sequence[tuple[str, ...]]) -> str:
    """Return the texts of blocks, of a table some cells."""
    return _BETWEEN.join(text for block in blocks for text in block[:_CELLS] if text)


def _cut(here: str, there: str) -> tuple[str, str]:
    """Return both texts from a little before what differs."""
    if here == there:
        return "", ""
    start = 0
    if here and there:
        ends = min(len(here), len(there))
        start = max(next((at for at in range(ends) if here[at] != there[at]), ends) - _AROUND, 0)
    return _shown(here, start), _shown(there, start)


def _shown(text: str, start: int) -> str:
    shown = text[start : start + _LONGEST]
    return ("…" if start and shown else "") + shown + ("…" if start + _LONGEST < len(text) else "")
