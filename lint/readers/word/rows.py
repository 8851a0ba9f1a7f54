"""Table rows as written → slots on the grid columns, with the spans and merges their properties declare."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lint.readers.grid import MAX_SPAN, Slot
from lint.readers.word import tags
from lint.readers.word.attributes import integer
from lint.readers.word.flatten import children

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from lint.readers.word.survey import Survey


_PLAIN: Final = (1, "", False)


def slots(row: Element, seen: Survey) -> list[Slot[Element]]:
    """Return the cells of a row from left to right; deleted cells leave no gap, as when Word accepts the change."""
    position = 0
    for item in seen.properties.get(row, ()):
        if item.tag == tags.GRID_BEFORE:
            position = min(integer(item.get(tags.VAL), 0), MAX_SPAN)
    found: list[Slot[Element]] = []
    for cell in children(row, tags.TC):
        if cell in seen.deleted:
            continue
        properties = seen.properties.get(cell)
        span, merge, leftward = _shape(properties) if properties else _PLAIN
        if leftward and found:
            found[-1] = found[-1]._replace(end=position + span)
        else:
            found.append(Slot(cell, position, position + span, merge))
        position += span
    return found


def _shape(properties: list[Element]) -> tuple[int, str, bool]:
    """Return the columns a cell takes, its vertical merge, and whether it continues the cell on its left."""
    span, merge, leftward = 1, "", False
    for item in properties:
        value = item.get(tags.VAL)
        if item.tag == tags.GRID_SPAN:
            span = min(max(integer(value, 1), 1), MAX_SPAN)
        elif item.tag == tags.V_MERGE:
            merge = "restart" if value == "restart" else "continue"  # no value means "continue"
        elif item.tag == tags.H_MERGE:
            leftward = value != "restart"
    return span, merge, leftward


def declared_widths(table: Element) -> list[int]:
    """Return the widths of the declared grid columns in twentieths of a point, [] if there is none."""
    declared = next(table.iterchildren(tags.TBL_GRID), None)
    if declared is None:
        return []
    return [integer(column.get(tags.WIDTH), 1_000) for column in declared.iterchildren(tags.GRID_COL)]
