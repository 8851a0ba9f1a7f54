"""Which edition's tables a document holds: those due, another edition's, or a mixture, told by labels only one has."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from lint.align.labels import Labels, label
from lint.align.layout import vocabulary
from lint.align.pieces import Pieces, find_pieces
from lint.forms.template import Band, TableSpec, Template
from lint.model import Table

_HALF = 0.5  # of the headers that only the other edition's block has must be there
_ENOUGH = 2  # row labels of another edition from which its use is considered; one may be a slip

Counter = Callable[[TableSpec, Pieces], int]  # how many departures a table has from a specification


class Fit(NamedTuple):
    """The template that a document's tables are laid over.

    `other` is the edition used instead of the one due, `wrong` its tables by key with the titles of the bands that are
    of it, () for the whole table.
    """

    template: Template
    other: Template | None = None
    wrong: Mapping[str, tuple[str, ...]] = {}


def fit(tables: Sequence[Table], due: Template, others: Iterable[Template], labels: Labels, departures: Counter) -> Fit:
    """Return what the tables fit; `departures` is asked only where another edition's labels were seen."""
    seen = {known.wording for known in labels.values()}
    told = [other for other in others if seen & _distinct(other, due)]
    fits = [found for other in told if (found := _fit_to(tables, due, other, labels, departures)).wrong]
    if not fits:
        return Fit(due)

    def left(found: Fit) -> int:
        """Count what still departs with this edition's tables."""
        pieces = find_pieces(tables, found.template.tables, labels)
        return sum(departures(spec, pieces[spec.key]) for spec in found.template.tables if pieces[spec.key].found)

    return min(fits, key=left) if len(fits) > 1 else fits[0]


@lru_cache(maxsize=16)
def _distinct(template: Template, beside: Template) -> frozenset[str]:
    return _words(template) - _words(beside)


def _words(template: Template) -> frozenset[str]:
    every = (vocabulary(spec) for spec in template.tables)
    return frozenset[str]().union(*(known.rows | known.heads for known in every))


def _fit_to(tables: Sequence[Table], due: Template, other: Template, labels: Labels, departures: Counter) -> Fit:
    twins = {spec.key: spec for spec in other.tables}
    mine, theirs = find_pieces(tables, due.tables, labels), find_pieces(tables, other.tables, labels)
    specs: dict[str, TableSpec] = {}
    wrong: dict[str, tuple[str, ...]] = {}
    for spec in due.tables:
        twin, pieces = twins.get(spec.key), theirs.get(spec.key, Pieces())
        specs[spec.key] = spec
        if twin is None or twin == spec or not pieces.found:
            continue
        words = {labels[cell.text].wording for table in pieces.found for cell in table.cells()}
        mixtures = list(_mixtures(spec, twin, words))
        if mixtures:
            # Fewest departures; of equals, the fewest blocks of the other edition.
            best = min(mixtures, key=lambda made: (departures(made[0], pieces), len(made[1])))
            if departures(best[0], pieces) < departures(spec, pieces):
                specs[spec.key], wrong[spec.key] = best
    if any(not titles for titles in wrong.values()):
        for spec in due.tables:  # labels of these tell nothing; a table that fits better goes with the others
            twin, found = twins.get(spec.key), mine[spec.key]
            if spec.key in wrong or twin is None or twin == spec or not found.found:
                continue
            if departures(twin, found) < departures(spec, found):
                specs[spec.key], wrong[spec.key] = twin, ()
    differing = [spec.key for spec in due.tables if twins.get(spec.key) not in (None, spec) and mine[spec.key].found]
    whole = bool(wrong) and all(wrong.get(key) == () for key in differing)
    # What is not there to be told by is of the edition that the rest is of.
    rest = {key: twins.get(key, spec) if whole and key not in wrong else spec for key, spec in specs.items()}
    return Fit((other if whole else due)._replace(tables=tuple(rest.values())), other, wrong)


def _mixtures(spec: TableSpec, twin: TableSpec, words: set[str]) -> Iterator[tuple[TableSpec, tuple[str, ...]]]:
    """Yield what the table may be by its words: blocks of either edition, with the titles of those that are of `twin`.

    () stands for the whole table. A block that only one of the editions has counts only where its title is there.
    """
    others = {band.title: band for band in twin.bands}
    choices: list[list[Band | None]] = []
    for band in spec.bands:
        other = others.get(band.title)
        here = other is not None or label(band.title).wording in words
        choices.append([*_choices(band, other, spec, twin, words)] if here else [band, None])
    titles = {band.title for band in spec.bands}
    added = [band for band in twin.bands if band.title not in titles and label(band.title).wording in words]
    for chosen in product(*choices, *([None, band] for band in added)):
        bands = [band for band in chosen if band is not None]
        foreign = [band for band in bands if band not in spec.bands]
        entire = bool(foreign) and all(band in twin.bands for band in bands)
        if entire and len(bands) == len(twin.bands):
            yield twin, ()
        elif foreign:
            made = _with_bands(twin if entire else spec, bands)
            yield made, () if entire else tuple(band.title for band in foreign)


def _with_bands(spec: TableSpec, bands: Sequence[Band]) -> TableSpec:
    rows = {row.key for band in bands for row in band.rows}
    columns = {column.key for band in bands for column in band.columns}
    sums = tuple(each for each in spec.sums if set(each.terms) <= (rows if each.along == "column" else columns))
    return spec._replace(bands=tuple(bands), sums=sums)


def _choices(band: Band, other: Band | None, spec: TableSpec, twin: TableSpec, words: set[str]) -> list[Band]:
    """Return the block as it is due, as the words tell it, or both where they tell nothing."""
    if other is None:
        return [band]
    own, theirs = vocabulary(spec), vocabulary(twin)
    columns = [{label(column.labels[-1]).wording for column in each.columns} for each in (band, other)]
    rows = [{label(row.labels[-1]).wording for row in each.rows if row.labels} for each in (band, other)]
    headed = _share(columns[1] - columns[0], words), _share(columns[0] - columns[1], words)
    more, fewer = rows[1] - own.rows - own.heads, rows[0] - theirs.rows - theirs.heads
    filled = _share(more, words), _share(fewer, words)
    if headed[0] < _HALF or headed[0] < headed[1]:
        return [band if filled[0] <= filled[1] or len(more & words) < _ENOUGH else band._replace(rows=other.rows)]
    strange = other if filled[0] >= filled[1] else other._replace(rows=band.rows)
    return [strange] if headed[0] > headed[1] else [band, strange]


def _share(labels: set[str], words: set[str]) -> float:
    return len(labels & words) / len(labels) if labels else 0.0
