"""A table with made-up keys × the known one → the table with the known keys, aliases, kinds, sums and carries."""

from collections.abc import Sequence

from lint.align.labels import label, likeness
from lint.align.sequence import in_order
from lint.forms.editions import OPEN
from lint.forms.template import Band, ColumnSpec, Printed, RowSpec, TableSpec
from lint.learn.kept_sums import with_sums
from lint.learn.labels import unit_of
from lint.learn.pairing import Known, Pairing, pair
from lint.model import Phrase


def carried_table(spec: TableSpec, like: TableSpec, remarks: list[Phrase], *, filled: bool) -> TableSpec:
    """Return the table with all that is known of it; `filled`: its value cells do not show what the form prints."""
    own_rows = [row for _, row in spec.rows()]
    known_rows = [row for _, row in like.rows()]
    rows = pair([row.labels for row in own_rows], [Known(row.labels, row.aliases) for row in known_rows])
    _tell(rows, own_rows, known_rows, like, remarks)
    partners = _bands(spec, like, rows)
    bands, place = [], 0
    for rank, band in enumerate(spec.bands):
        known = like.bands[partners[rank]] if rank in partners else None
        columns = _columns(band, known, like, remarks)
        pairs = [(row, rows.partner.get(place + i)) for i, row in enumerate(band.rows)]
        place += len(band.rows)
        made = tuple(_row(row, None if j is None else known_rows[j]) for row, j in pairs)
        bands.append(band._replace(columns=columns, rows=made, stub_aliases=_stub_aliases(band, known)))
    table = spec._replace(key=like.key, name=like.name, bands=tuple(bands), note=_note(spec, like))
    table = table._replace(printed=like.printed if filled else _printed(spec, table))
    return with_sums(table, like, remarks)


def _row(row: RowSpec, known: RowSpec | None) -> RowSpec:
    if known is None:
        return row._replace(key=OPEN)
    leaf = row.labels[-1] if row.labels else ""
    return row._replace(key=known.key, aliases=tuple(alias for alias in known.aliases if alias != leaf))


def _column(column: ColumnSpec, known: ColumnSpec | None) -> ColumnSpec:
    """Return a column with the known key and kind; the unit is that of the header as it reads now."""
    if known is None:
        return column._replace(key=OPEN)
    leaf = column.labels[-1]
    aliases = tuple(alias for alias in known.aliases if alias != leaf)
    same = leaf == known.labels[-1]
    kind = known.kind if same or known.kind != "count" else column.kind
    unit = known.unit if same else unit_of(leaf)
    return column._replace(key=known.key, kind=kind, unit=unit, aliases=aliases)


def _columns(band: Band, known: Band | None, like: TableSpec, remarks: list[Phrase]) -> tuple[ColumnSpec, ...]:
    """Return a band's columns; those of a band that is new take the key of the same header in another band."""
    if known is None:
        by_path = {column.labels: column for each in like.bands for column in each.columns}
        return tuple(_column(column, by_path.get(column.labels)) for column in band.columns)
    paths = [Known(column.labels, column.aliases) for column in known.columns]
    pairing = pair([column.labels for column in band.columns], paths)
    _tell(pairing, band.columns, known.columns, like, remarks)
    partner = pairing.partner
    return tuple(
        _column(column, known.columns[partner[i]] if i in partner else None) for i, column in enumerate(band.columns)
    )


def _bands(spec: TableSpec, like: TableSpec, rows: Pairing) -> dict[int, int]:
    """Return by place of a band the place of the known one: by its title, its rows and its headers."""
    if len(spec.bands) == len(like.bands) == 1:
        return {0: 0}
    homes = [place for place, band in enumerate(like.bands) for _ in band.rows]
    own = [place for place, band in enumerate(spec.bands) for _ in band.rows]

    def score(i: int, j: int) -> float:
        shared = sum(own[mine] == i and homes[theirs] == j for mine, theirs in rows.partner.items())
        heads = {column.labels for column in spec.bands[i].columns} & {
            column.labels for column in like.bands[j].columns
        }
        title = likeness(label(spec.bands[i].title).wording, label(like.bands[j].title).wording)
        return (
            2 * shared / len(spec.bands[i].rows)
            + (title if title > 0.8 or shared else 0)
            + (0.5 if heads and shared else 0)
        )

    return dict(in_order(len(spec.bands), len(like.bands), score))


def _stub_aliases(band: Band, known: Band | None) -> tuple[str, ...]:
    return tuple(alias for alias in known.stub_aliases if alias != band.stub) if known else ()


def _note(spec: TableSpec, like: TableSpec) -> bool:
    """Tell whether the corner cell is a note: as known where it is still there, by its wording where it is new."""
    own, known = spec.bands[0].stub, like.bands[0].stub
    return like.note if own and known and likeness(label(own).wording, label(known).wording) >= 0.5 else spec.note


def _printed(spec: TableSpec, table: TableSpec) -> tuple[Printed, ...]:
    """Return what the form prints in value cells, with the keys of the finished table."""
    rows = {old.key: new.key for (_, old), (_, new) in zip(spec.rows(), table.rows(), strict=True)}
    columns = {
        (row.key, old.key): new.key
        for before, after in zip(spec.bands, table.bands, strict=True)
        for row in before.rows
        for old, new in zip(before.columns, after.columns, strict=True)
    }
    return tuple(cell._replace(row=rows[cell.row], column=columns[cell.row, cell.column]) for cell in spec.printed)


def _tell(
    pairing: Pairing,
    own: Sequence[RowSpec | ColumnSpec],
    known: Sequence[RowSpec | ColumnSpec],
    like: TableSpec,
    remarks: list[Phrase],
) -> None:
    """Remark on keys given for the place alone, and on known rows or columns that are gone."""
    for i in pairing.guessed:
        new, old = own[i].labels[-1], known[pairing.partner[i]]
        zh = f"{like.name.zh}：“{new}”沿用了“{old.labels[-1]}”的 key（{old.key}），只因位置相同，请核对"
        en = f"{like.name.en}: “{new}” got the key of “{old.labels[-1]}” ({old.key}) for its place alone; check it"
        remarks.append(Phrase(zh, en))
    kept = set(pairing.partner.values())
    for gone in (each for place, each in enumerate(known) if place not in kept):
        name = gone.labels[-1] if gone.labels else gone.key
        zh, en = f"文件里没有“{name}”（{gone.key}）", f"the file does not have “{name}” ({gone.key})"
        remarks.append(Phrase(f"{like.name.zh}：{zh}", f"{like.name.en}: {en}"))
