"""What the steps of matching one table share, and the rows it lacks, adds or has out of order."""

from collections.abc import Iterator
from typing import NamedTuple

from lint.align.labels import Labels
from lint.align.layout import Line
from lint.align.lines import Submitted
from lint.align.rows import Lines
from lint.align.subject import Departure
from lint.align.values import ValueCells
from lint.findings import Place
from lint.forms.template import TableSpec
from lint.model import Location


class Work(NamedTuple):
    """What the steps of matching one table share."""

    spec: TableSpec
    lines: tuple[Line, ...]
    own: list[Submitted]
    matched: Lines
    cells: ValueCells
    labels: Labels
    styles: list[str]
    captions: frozenset[str]
    extra_columns: list[int]  # grid columns already told

    def band_lines(self, band: int) -> list[int]:
        """Return the indices of a band's lines."""
        return [index for index, line in enumerate(self.lines) if line.band == band]

    def first_row(self, band: int) -> Line:
        """Return the first value line of a band."""
        return next(line for line in self.lines if line.band == band and line.row is not None)


def row_departures(work: Work) -> Iterator[Departure]:
    """Yield the rows missing, added and out of order."""
    yield from _missing_rows(work)
    groups = {label.wording for line in work.lines if line.row for label in line.labels[:-1]}
    for own in work.matched.extra:
        heading = own.path[-1] if own.path and not own.path[-1].inherited else None
        cell = heading.cell if heading else own.cells[0]
        # A line whose own label is blank stands under its group's label; it is not the group that is too many.
        text = "" if heading is None or heading.label.wording in groups else cell.text.strip()
        place = Place(cell.location, work.cells.part, work.spec.section, work.spec.key, text=cell.text)
        yield Departure("extra-row", place._replace(row_label=text or None), found=text)
    yield from _moved_rows(work)


def _missing_rows(work: Work) -> Iterator[Departure]:
    block = Location(work.own[0].table.location.block)
    for own, group in work.matched.collapsed:
        place = work.cells.place(work.lines[group[0]], None, own.path[-1].cell.location, own.path[-1].cell.text)
        names = tuple(work.lines[index].labels[-1].text for index in group)
        yield Departure("missing-row", place, found=own.path[-1].cell.text.strip(), expected=names[0], others=names)
    rows = [index for index in work.matched.missing if work.lines[index].row is not None]
    groups: dict[tuple[str, ...], list[int]] = {}
    for index in rows:
        if not band_is_missing(work, work.lines[index].band):
            groups.setdefault(_lost_group(work, index), []).append(index)
    for path, members in groups.items():
        for chosen in [members] if path else [[index] for index in members]:
            first = work.lines[chosen[0]]
            names = tuple(_row_name(work.lines[index]) for index in chosen)
            yield Departure("missing-row", work.cells.place(first, None, block), expected=names[0], others=names)


def _row_name(line: Line) -> str:
    """Return a row's label; the only row of a table without labels is simply the row of figures."""
    return line.labels[-1].text if line.labels else "数据行"


def _lost_group(work: Work, index: int) -> tuple[str, ...]:
    """Return the label path of the group that is missing as a whole, () if only the row itself is."""
    row = work.lines[index].row
    path = row.labels[:-1] if row else ()
    members = [i for i, line in enumerate(work.lines) if line.row and path and line.row.labels[:-1] == path]
    return path if len(members) > 1 and set(members) <= set(work.matched.missing) else ()


def band_is_missing(work: Work, band: int) -> bool:
    """Tell whether neither title nor rows of a band are there; then that is said once, for the band."""
    indices = [i for i in work.band_lines(band) if work.lines[i].kind != "header"]
    return len(work.spec.bands) > 1 and not any(index in work.matched.matched for index in indices)


def _moved_rows(work: Work) -> Iterator[Departure]:
    """Yield one departure for each moved row; two rows that changed places are one."""
    if not work.matched.moved:
        return
    found = work.matched.matched
    form = [index for index in found if work.lines[index].row is not None]
    order = sorted(form, key=lambda index: (found[index].piece, found[index].row))
    swaps = _swaps(form, order)
    for first, other in swaps or [(index, None) for index in work.matched.moved]:
        place = form.index(first)
        heading = found[first].path[-1]
        before = work.lines[form[place - 1]].labels[-1].text if place else ""
        yield Departure(
            "row-order",
            work.cells.place(work.lines[first], None, heading.cell.location, heading.cell.text),
            found=heading.cell.text.strip(),
            expected=before,
            others=() if other is None else (work.lines[other].labels[-1].text,),
        )


def _swaps(form: list[int], order: list[int]) -> list[tuple[int, int | None]]:
    """Return the pairs that changed places, if putting them back mends the whole order; [] if it does not."""
    stands = {index: place for place, index in enumerate(order)}
    pairs = [
        (index, order[place])
        for place, index in enumerate(form)
        if stands[index] > place and form[stands[index]] == order[place]
    ]
    mended = {place for pair in pairs for place in (stands[pair[0]], stands[pair[1]])}
    right = all(place in mended or form[place] == index for place, index in enumerate(order))
    return list[tuple[int, int | None]](pairs) if right else []
