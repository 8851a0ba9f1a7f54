"""Every table of the form found in the document: its values by key, and how it departs from the form."""

from collections.abc import Iterator
from typing import NamedTuple

from lint.align.columns import Column, Columns, match_columns, match_ragged_columns
from lint.align.labelling import header_labels, note_differs, row_labels, style_only
from lint.align.labels import Labels
from lint.align.layout import aliases, layout, vocabulary
from lint.align.lines import Submitted, lines_of, value_edge
from lint.align.pieces import Pieces
from lint.align.row_departures import Work, band_is_missing, row_departures
from lint.align.rows import match_lines
from lint.align.subject import Departure, TableMatch
from lint.align.values import ValueCells, cells_under, figures_per_line
from lint.findings import Place
from lint.forms.template import TableSpec
from lint.language.wording import bare
from lint.model import Location


class Found(NamedTuple):
    """A matched table and its departures."""

    table: TableMatch
    departures: tuple[Departure, ...]


def match_table(
    spec: TableSpec, pieces: Pieces, part: str, labels: Labels, captions: frozenset[str], headings: frozenset[str]
) -> Found:
    """Match the pieces found for one table of the form; `part` is the numeral of the section it stands in.

    `captions` are the short paragraphs of the document, bare: a band's title or the note may stand beside the table.
    `headings` are the form's section headings, bare: one may stand in a line of its own on top of the table.
    """
    if further := aliases(spec):
        labels = Labels(further)
    lines, known = layout(spec), vocabulary(spec)
    own = lines_of(pieces.found, known, labels)
    start = pieces.found[0].location
    work = Work(
        spec,
        lines,
        own,
        match_lines(lines, own, known, headings),
        ValueCells(spec, part),
        labels,
        [],
        captions,
        [],
    )
    departures = [*_bands(work), *row_departures(work)]
    departures += row_labels(lines, work.matched.matched, frozenset(work.matched.missing), work.cells, work.styles)
    departures += work.cells.merged()
    whole = Place(start, part, spec.section, spec.key)
    if work.styles:
        distinct = tuple(dict.fromkeys(work.styles))
        departures.append(Departure("label-style", whole, found=distinct[0], others=distinct))
    if len(pieces.found) > 1 and not _is_one_per_band(spec, work, len(pieces.found)):
        departures.append(Departure("split-table", whole._replace(location=pieces.found[1].location)))
    departures += [Departure("duplicate-table", whole._replace(location=double.location)) for double in pieces.doubles]
    return Found(TableMatch(spec, pieces.found, work.cells.values), tuple(departures))


def _is_one_per_band(spec: TableSpec, work: Work, pieces: int) -> bool:
    """Tell whether the table was given as one table for each band, which is as good as one."""
    firsts = set()
    for band in range(len(spec.bands)):
        own = [work.matched.matched[index] for index in work.band_lines(band) if index in work.matched.matched]
        firsts |= {min((line.piece, line.row) for line in own)} if own else set()
    return pieces <= len(spec.bands) and {(line.piece, 0) for line in work.own} <= firsts


def _bands(work: Work) -> Iterator[Departure]:
    lost: list[tuple[str, Departure]] = []
    for band in range(len(work.spec.bands)):
        indices = work.band_lines(band)
        rows = [index for index in indices if work.lines[index].row is not None]
        present = [index for index in rows if index in work.matched.matched]
        if band_is_missing(work, band):
            place = work.cells.place(work.first_row(band), None, Location(work.own[0].table.location.block))
            place = place._replace(row_label=None)
            yield Departure("missing-band", place, expected=work.spec.bands[band].title)
            continue
        yield from _title(work, indices)
        for departure in _columns(work, band, indices, present):
            if departure.kind == "missing-column":
                lost.append((work.spec.bands[band].title, departure))
            else:
                yield departure
    yield from _missing_columns(lost)


def _missing_columns(lost: list[tuple[str, Departure]]) -> list[Departure]:
    """Tell columns missing from several bands once: whoever deletes a column of the grid deletes one from each."""
    if len({title for title, _ in lost}) < 2:
        return [departure for _, departure in lost]
    names = tuple(f"{title}·{departure.expected}" for title, departure in lost)
    return [lost[0][1]._replace(others=names)]


def _title(work: Work, indices: list[int]) -> Iterator[Departure]:
    for index in indices:
        line = work.lines[index]
        if line.kind != "title":
            continue
        own = work.matched.matched.get(index)
        wanted = line.labels[0]
        row = work.first_row(line.band)
        if own is None:
            if bare(wanted.text) in work.captions:
                continue
            place = work.cells.place(row, None, work.own[0].table.location, "")
            yield Departure("altered-header", place._replace(row_label=None), found="", expected=wanted.text)
            continue
        cell = next(cell for cell in own.cells if work.labels[cell.text].folded)
        if work.labels[cell.text].wording != wanted.wording:
            place = work.cells.place(row, None, cell.location, cell.text)._replace(row_label=None)
            yield Departure("altered-header", place, found=cell.text.strip(), expected=wanted.text)
        elif style_only(wanted, work.labels[cell.text]):
            work.styles.append(cell.text.strip())


def _columns(work: Work, band: int, indices: list[int], present: list[int]) -> Iterator[Departure]:
    """Match the band's columns, judge its header, and read its figures."""
    spec = work.spec.bands[band]
    row_line = work.first_row(band)
    header = _header(work, indices)
    lines = [work.matched.matched[index] for index in present]
    if not header:
        where = lines[0].table.location if lines else work.own[0].table.location
        place = work.cells.place(row_line, None, where, "")._replace(row_label=None)
        place = place if len(work.spec.bands) > 1 else place._replace(row=None)
        wanted = "、".join(dict.fromkeys(label for column in spec.columns for label in column.labels))
        yield Departure("altered-header", place, found="", expected=wanted)
        return
    lost = [rank for rank, index in enumerate(_header_indices(work, indices)) if index in work.matched.missing]
    yield from _lost_header_lines(work, indices, lost, header)
    columns = _match(work, band, header, lines, split=bool(lost))
    place = work.cells.place(row_line, None, header[0].table.location, "")
    for index in columns.missing:
        column = spec.columns[index]
        yield Departure(
            "missing-column",
            place._replace(row=None, row_label=None, column=column.key, column_label=spec.name(column), text=None),
            expected=spec.name(column),
        )
    for extra in columns.extra:
        heads = [cell for cell, label in extra.path if label.folded and cell.colspan <= extra.last - extra.first + 1]
        cell = heads[-1] if heads else extra.path[-1][0]
        if (band and cell.location.column in work.extra_columns) or (not heads and _is_empty(extra, lines)):
            continue  # one column through all bands is one, and an empty one without a header takes nothing away
        work.extra_columns.append(cell.location.column)
        at = Place(cell.location, work.cells.part, work.spec.section, work.spec.key, text=cell.text)
        yield Departure("extra-column", at, found=cell.text.strip())
    yield from _stub(work, band, header)
    where = header[0].cells[0].location
    yield from header_labels(spec, columns, work.cells, row_line, where, work.labels, work.styles, frozenset(lost))
    for index in present:
        own = work.matched.matched[index]
        work.cells.read(work.lines[index], own, spec.columns, _columns_of(columns, header[0], own))


def _is_empty(column: Column, lines: list[Submitted]) -> bool:
    """Tell whether nothing stands in a column's cells."""
    if column.first < 0:
        return False
    return not any(cell.text.strip() for own in lines for cell in cells_under(own, column, by_grid=True))


def _columns_of(columns: Columns, header: Submitted, own: Submitted) -> Columns:
    """Return the columns as they stand in this line's piece: by grid where it has the header's grid, else by order."""
    if not columns.by_grid or own.table is header.table or len(own.table.grid[0]) == len(header.table.grid[0]):
        return columns
    ordered = sorted(columns.matched, key=lambda index: columns.matched[index].first)
    moved = {index: columns.matched[index]._replace(first=i, last=i) for i, index in enumerate(ordered)}
    return Columns(moved, columns.missing, columns.extra, by_grid=False)


def _header(work: Work, indices: list[int]) -> list[Submitted]:
    """Return the submitted header lines of a band, with unknown lines between them that hold no figures."""
    header = [work.matched.matched[i] for i in indices if work.lines[i].kind == "header" and i in work.matched.matched]
    if not header:
        return []
    rows = [work.matched.matched[i].row for i in indices if work.lines[i].row is not None and i in work.matched.matched]
    table = header[0].table
    last = max(line.row for line in header if line.table is table)
    below = [row for row in rows if row > last]
    between = [
        line
        for line in work.matched.extra
        if line.table is table and not line.values and header[0].row < line.row < min(below, default=last)
    ]
    return sorted([line for line in header if line.table is table] + between, key=lambda line: line.row)


def _header_indices(work: Work, indices: list[int]) -> list[int]:
    return [index for index in indices if work.lines[index].kind == "header"]


def _lost_header_lines(work: Work, indices: list[int], lost: list[int], header: list[Submitted]) -> Iterator[Departure]:
    """Yield one departure for each line of the header that is gone as a whole."""
    for rank in lost:
        line = work.lines[_header_indices(work, indices)[rank]]
        place = work.cells.place(work.first_row(line.band), None, header[0].cells[0].location, "")
        row = place.row if len(work.spec.bands) > 1 else None
        names = tuple(label.text for label in line.labels if label.text != work.spec.bands[line.band].stub)
        wanted = "、".join(dict.fromkeys(names))
        yield Departure("altered-header", place._replace(row=row, row_label=None), found="", expected=wanted)


def _match(work: Work, band: int, header: list[Submitted], lines: list[Submitted], *, split: bool) -> Columns:
    spec = work.spec.bands[band]
    table = header[0].table
    if table.ragged:
        return match_ragged_columns(spec, header, figures_per_line(lines), work.labels)
    edge = value_edge(table, vocabulary(work.spec), work.labels)
    return match_columns(spec, header, edge or 0, work.labels, lines if split else ())


def _stub(work: Work, band: int, header: list[Submitted]) -> Iterator[Departure]:
    """Judge the cell above the row labels: a note of its own kind, or a header cell like the others."""
    spec = work.spec.bands[band]
    if not spec.stub:
        return
    corner = header[0].cells[0]
    if work.spec.note:  # a column set before the labels moves the note to the right
        corner = next((cell for cell in header[0].cells if not note_differs(spec, cell.text)), corner)
    is_note = work.spec.note and not note_differs(spec, corner.text)
    starts_left = is_note or (
        corner.location.column == 1
        and work.labels[corner.text].wording
        not in {work.labels[text].wording for column in spec.columns for text in column.labels}
    )
    text = corner.text if starts_left else ""
    place = work.cells.place(work.first_row(band), None, corner.location, text)._replace(row_label=None)
    place = place if len(work.spec.bands) > 1 else place._replace(row=None)
    if work.spec.note:
        if note_differs(spec, text) and bare(spec.stub) not in work.captions:
            yield Departure("altered-note", place, found=text.strip(), expected=spec.stub)
    elif work.labels[text].wording != work.labels[spec.stub].wording:
        yield Departure("altered-header", place, found=text.strip(), expected=spec.stub)
    elif style_only(work.labels[spec.stub], work.labels[text]):
        work.styles.append(text.strip())
