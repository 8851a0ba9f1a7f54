"""The places that take part in a finding: figures below each other, cells without figures gathered row by row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from lint.findings import Place
from lint.reporters.columns import hang, pad, visible, width, wrap
from lint.reporters.places import labels, whereabouts
from lint.reporters.style import Style

_MOST = 30  # entries told without `verbose`; the longest sum of a form has fewer
_MOST_BARE = 8  # the same for entries without a figure, as the rows of a table that nobody filled in


def involved(places: Sequence[Place], indent: int, style: Style) -> Iterator[str]:
    """Yield the lines about the related places, none if there are none."""
    if not places:
        return
    shared = _shared(places)
    head = style.say(f"涉及（{shared}）：", f"involved ({shared}):") if shared else style.say("涉及：", "involved:")
    yield from hang("", head, indent, style.width)
    entries = _entries([_without(place, shared) for place in places], style)
    most = _MOST if any(figure for _, figure in entries) else _MOST_BARE
    told = entries if style.verbose else entries[:most]
    yield from _lines(told, indent + 2, style)
    if rest := len(entries) - len(told):
        yield " " * (indent + 2) + style.say(f"……另有 {rest} 项，加 -v 全部列出", f"... and {rest} more; -v lists all")


def _shared(places: Sequence[Place]) -> str:
    """Return the row or column label that all places share, "" if there is none."""
    for names in ({place.column_label for place in places}, {place.row_label for place in places}):
        name = next(iter(names))
        if len(names) == 1 and name and len(places) > 1:
            return name
    return ""


def _without(place: Place, shared: str) -> Place:
    """Return the place without the label told once for all."""
    if not shared:
        return place
    if place.column_label == shared:
        return place._replace(column_label=None)
    return place._replace(row_label=None)


def _entries(places: Sequence[Place], style: Style) -> list[tuple[str, str]]:
    """Return label and figure of each entry; cells without a figure make one entry a row."""
    entries: list[tuple[str, str]] = []
    for (row, figured), group in groupby(places, key=lambda place: (place.row_label, bool(_figure(place)))):
        members = list(group)
        columns = [place.column_label for place in members if place.column_label]
        if figured or not row or not columns:
            entries += [(labels(place) or whereabouts(place, style), _figure(place)) for place in members]
        else:
            entries.append((style.say(f"{row}：{'、'.join(columns)}", f"{row}: {', '.join(columns)}"), ""))
    return entries


def _figure(place: Place) -> str:
    return visible(place.value or place.text or "")


def _lines(entries: Sequence[tuple[str, str]], indent: int, style: Style) -> Iterator[str]:
    """Yield the entries with their figures in one column; a figure too long for that stands below its label."""
    half = style.width // 2
    figures = max((width(figure) for _, figure in entries if width(figure) <= half), default=0)
    room = max(style.width - indent - figures - 2 * bool(figures), 20)
    labelled = []
    for label, figure in entries:
        first, *later = wrap(visible(label), room - 2)
        labelled.append(([first, *(f"  {line}" for line in later)], figure))
    column = max(width(line) for lines, _ in labelled for line in lines)
    for lines, figure in labelled:
        yield from (" " * indent + line for line in lines[:-1])
        if figure and width(figure) <= half:
            yield " " * indent + pad(lines[-1], column) + "  " + " " * (figures - width(figure)) + figure
        else:
            yield " " * indent + lines[-1]
            if figure:
                yield from hang("", figure, indent + 2, style.width)
