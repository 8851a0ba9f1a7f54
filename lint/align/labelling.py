"""Exact judgement of labels: once partners are known, a plain comparison of wording says what was altered."""

from collections.abc import Iterator, Mapping, Sequence

from lint.align.columns import Columns
from lint.align.labels import Label, Labels, likeness
from lint.align.layout import Line
from lint.align.lines import Heading, Submitted
from lint.align.subject import Departure
from lint.align.values import ValueCells
from lint.forms.template import Band, ColumnSpec
from lint.language.wording import bare
from lint.model import Cell, Location


def style_only(wanted: Label, found: Label) -> bool:
    """Tell whether a label of the right wording is written otherwise than the form writes it."""
    # A label broken over paragraphs or lines is how Word fits it into its cell.
    if found.wording != wanted.wording or found.is_alias:
        return False
    return wanted.text not in (found.text.replace("\n", "").strip(), " ".join(found.text.split()))


def row_labels(
    lines: Sequence[Line],
    matched: Mapping[int, Submitted],
    missing: frozenset[int],
    cells: ValueCells,
    styles: list[str],
) -> Iterator[Departure]:
    """Yield the altered row and group labels; labels that differ only in style are added to `styles`."""
    groups: dict[tuple[str, ...], list[int]] = {}
    for index, line in enumerate(lines):
        if line.row is None or not line.labels:
            continue
        for level in range(1, len(line.labels)):
            groups.setdefault(line.row.labels[:level], []).append(index)
        own = matched.get(index)
        if own is not None:
            yield from _own_label(line, own, cells, styles)
    for path, members in groups.items():
        yield from _group_label(path, members, lines, matched, missing, cells, styles)


def _own_label(line: Line, own: Submitted, cells: ValueCells, styles: list[str]) -> Iterator[Departure]:
    wanted = line.labels[-1]
    heading = own.path[-1] if own.path and not own.path[-1].inherited else None
    parents = {label.wording for label in line.labels[:-1]}
    if heading is None or (heading.label.wording in parents and heading.label.wording != wanted.wording):
        location = own.cells[0].location if own.cells else own.table.location
        yield Departure("altered-row", cells.place(line, None, location, ""), found="", expected=wanted.text)
    elif heading.label.wording != wanted.wording:
        place = cells.place(line, None, heading.cell.location, heading.cell.text)
        yield Departure("altered-row", place, found=heading.cell.text.strip(), expected=wanted.text)
    elif style_only(wanted, heading.label):
        styles.append(heading.cell.text.strip())


def _group_label(
    path: tuple[str, ...],
    members: list[int],
    lines: Sequence[Line],
    matched: Mapping[int, Submitted],
    missing: frozenset[int],
    cells: ValueCells,
    styles: list[str],
) -> Iterator[Departure]:
    """Compare one group label over all its rows; one finding whatever the number of cells it stands in."""
    present = [index for index in members if index in matched]
    if not present:
        return
    level = len(path) - 1
    wanted = lines[present[0]].labels[level]
    headings = [_heading_at(lines[index], matched[index], level) for index in present]
    if all(heading is not None and heading.label.wording == wanted.wording for heading in headings):
        first = headings[0]
        if first and style_only(wanted, first.label):
            styles.append(first.cell.text.strip())
        return
    wrong = [
        (index, heading)
        for index, heading in zip(present, headings, strict=True)
        if heading is None or heading.label.wording != wanted.wording
    ]
    index, heading = wrong[0]
    known = {label.wording for line in lines for label in (line.labels[:-1] if line.row else line.labels)}
    # Cells left without the merge that a dropped first row began are drawn under the group or header above.
    broken = members[0] in missing or len(wrong) < len(present)
    lost = heading is None or heading.inherited or (broken and heading.label.wording in known)
    if lost and (members[0] in missing or len(wrong) < len(present)):
        return  # the label went with the dropped first row, or some cell of a broken merge still holds it
    line = lines[members[0]]
    own = matched[index]
    cell = heading.cell if heading is not None and not lost else own.cells[0]
    found = heading.cell.text.strip() if heading is not None and not lost else ""
    place = cells.place(line, None, cell.location, found)
    yield Departure("altered-row", place._replace(row_label=wanted.text), found=found, expected=wanted.text)


def _heading_at(line: Line, own: Submitted, level: int) -> Heading | None:
    """Return the submitted heading that stands at a level of the form's path."""
    wanted = line.labels[level].wording
    for heading in own.path[:-1]:
        if heading.label.wording == wanted:
            return heading
    if len(own.path) == len(line.labels):
        return own.path[level]
    # A row of a text export without the cells that reach into it begins with its own label, reworded or not.
    leaf_is_own = bool(own.path) and (own.table.ragged or own.path[-1].label.wording == line.labels[-1].wording)
    others = own.path[:-1] if leaf_is_own else own.path
    known = {label.wording for label in line.labels}
    unknown = [heading for heading in others if heading.label.wording not in known]
    return unknown[0] if unknown else None


def header_labels(
    band: Band,
    columns: Columns,
    cells: ValueCells,
    line: Line,
    where: Location,
    labels: Labels,
    styles: list[str],
    lost: frozenset[int] = frozenset(),
) -> Iterator[Departure]:
    """Yield altered or missing header cells and units of a band, one for each cell of the form's header.

    Labels of the levels that are `lost` as a whole are left out; that is told once.
    """
    nodes: dict[tuple[str, ...], list[int]] = {}
    for index, column in enumerate(band.columns):
        for level in range(len(column.labels)):
            nodes.setdefault(column.labels[: level + 1], []).append(index)
    for path, covered in nodes.items():
        present = [index for index in covered if index in columns.matched]
        if not present or len(path) - 1 in lost:
            continue
        wanted = labels[path[-1]]
        own = [_header_cell(band.columns[index], columns, index, len(path) - 1, labels) for index in present]
        is_leaf = len(covered) == 1 and len(path) == len(band.columns[covered[0]].labels)
        spec = band.columns[present[0]] if is_leaf else None
        yield from _header_node(wanted, own, cells, line, spec, where, styles)


def _header_cell(
    spec: ColumnSpec, columns: Columns, index: int, level: int, labels: Labels
) -> tuple[Cell, Label] | None:
    """Return the submitted header cell at a level of the form's column path, None if there is none."""
    path = columns.matched[index].path
    wanted = [labels[text].wording for text in spec.labels]
    for pair in path:
        if pair[1].wording == wanted[level]:
            return pair
    if len(path) == len(wanted):
        return path[level]
    strange = [pair for pair in path if pair[1].wording not in wanted]
    return max(strange, key=lambda pair: likeness(pair[1].wording, wanted[level])) if strange else None


def _header_node(
    wanted: Label,
    own: list[tuple[Cell, Label] | None],
    cells: ValueCells,
    line: Line,
    spec: ColumnSpec | None,
    where: Location,
    styles: list[str],
) -> Iterator[Departure]:
    wrong = next((pair for pair in own if pair is None or pair[1].wording != wanted.wording), ())
    if wrong == ():
        cell, label = own[0] or (None, wanted)
        if cell is not None and wanted.unit and label.unit != wanted.unit:
            place = cells.place(line, spec, cell.location, cell.text)
            place = place._replace(row=None, row_label=None)
            yield Departure("altered-unit", place, found=cell.text.strip(), expected=wanted.text)
        elif cell is not None and style_only(wanted, label):
            styles.append(cell.text.strip())
        return
    found = wrong[0].text.strip() if wrong else ""
    location = wrong[0].location if wrong else where
    place = cells.place(line, spec, location, found)
    # Where a table has several bands, the key of a band's first row tells which header is meant.
    row = place.row if len(cells.spec.bands) > 1 else None
    place = place._replace(row=row, row_label=None, column_label=wanted.text)
    yield Departure("altered-header", place, found=found, expected=wanted.text)


def note_differs(band: Band, text: str) -> bool:
    """Tell whether a note reads otherwise than the form's, punctuation and blanks set aside."""
    return bare(text) not in {bare(band.stub), *map(bare, band.stub_aliases)}
