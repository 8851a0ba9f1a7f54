"""Rows of spanned cells → a rectangle of areas whose positions are the real cell boundaries of the table."""

from collections.abc import Sequence
from typing import Final, Generic, NamedTuple, TypeVar

from lint.readers.limits import Limits, exceeded

Content = TypeVar("Content")

MAX_SPAN: Final = 1_000  # Word itself allows 63 columns
SLIVER: Final = (
    360  # twentieths of a point: grid columns under 6 mm without a cell of their own come from indents and converters
)


class Slot(NamedTuple, Generic[Content]):
    """A cell as written in its row: grid columns [start, end); `merge` is "", "restart" or "continue" (vertically)."""

    content: Content
    start: int
    end: int
    merge: str = ""


class Area(NamedTuple, Generic[Content]):
    """A cell as shown: 1-based upper left place and extent."""

    content: Content
    row: int
    column: int
    rowspan: int
    colspan: int


class Layout(NamedTuple, Generic[Content]):
    """A rectangle: each place holds the number of the area that covers it, -1 where no cell does.

    `buried` are the cells that continue a merged one: Word does not show what they hold.
    """

    lines: list[list[int]]
    areas: list[Area[Content]]
    buried: list[Content]
    columns: int

    @property
    def irregular(self) -> bool:
        """Tell whether rows are of unequal width."""
        return any(line[-1] < 0 for line in self.lines)


def boundaries(rows: Sequence[Sequence[Slot[Content]]], widths: Sequence[int] = ()) -> dict[int, int]:
    """Return the 0-based column that begins at each boundary; boundaries no cell has, and slivers, are left out.

    A right edge beyond every other row's last cell bounds nothing, so an absurd span costs nothing.
    """
    limit = max((row[-1].start + 1 for row in rows if row), default=0)
    edges = {0} if limit else set()
    for row in rows:
        for slot in row:
            edges.add(slot.start)
            if slot.end < limit:
                edges.add(slot.end)
    moved = _snapped(rows, edges, widths)
    order = {edge: place for place, edge in enumerate(sorted({moved.get(edge, edge) for edge in edges}))}
    return {edge: order[moved.get(edge, edge)] for edge in edges}


def _snapped(rows: Sequence[Sequence[Slot[Content]]], edges: set[int], widths: Sequence[int]) -> dict[int, int]:
    """Return right edge → left edge of every sliver column, none if a cell would vanish."""
    slivers = [n for n, width in enumerate(widths) if width < SLIVER and n in edges and n + 1 in edges]
    moved: dict[int, int] = {}
    for left in slivers:
        moved[left + 1] = moved.get(left, left)
    if moved and any(
        moved.get(slot.start, slot.start) >= moved.get(slot.end, slot.end) for row in rows for slot in row
    ):
        return {}
    return moved


def lay(rows: Sequence[Sequence[Slot[Content]]], limits: Limits, widths: Sequence[int] = ()) -> Layout[Content]:
    """Lay out the rows; `widths` are those of the declared grid, if any.

    A continued cell joins the merged cell above between the same boundaries; without one it stands for itself.

    Raises:
        UnreadableDocument: the table has more places than the limits allow.
    """
    index = boundaries(rows, widths)
    columns = max(index.values(), default=-1) + 1
    if columns * len(rows) > limits.table_cells:
        raise exceeded("table_cells", columns * len(rows), limits.table_cells).error()
    areas: list[Area[Content]] = []
    buried: list[Content] = []
    lines: list[list[int]] = []
    above: dict[int, int] = {}
    for number, row in enumerate(rows, 1):
        line = [-1] * columns
        here: dict[int, int] = {}
        for content, start, end, merge in row:
            left, right = index[start], index.get(end, columns)
            area = above.get(left, -1) if merge == "continue" else -1
            if area < 0 or areas[area].colspan != right - left:
                area = len(areas)
                areas.append(Area(content, number, left + 1, 1, right - left))
            else:
                areas[area] = areas[area]._replace(rowspan=number - areas[area].row + 1)
                buried.append(content)
            if merge:
                here[left] = area
            if right - left == 1:
                line[left] = area
            else:
                line[left:right] = [area] * (right - left)
        lines.append(line)
        above = here
    return Layout(lines, areas, buried, columns)
