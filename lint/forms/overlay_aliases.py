"""Editions × overlay → the editions with the overlay's further accepted wordings, and sentences that say which."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from lint.forms.fields import nearest
from lint.forms.overlay import Alias, Overlay
from lint.forms.template import ColumnSpec, RowSpec, SectionSpec, TableSpec, Template
from lint.language.wording import bare, fold, split_number
from lint.model import Phrase

_Spec = RowSpec | ColumnSpec


def with_aliases(templates: Sequence[Template], overlay: Overlay) -> tuple[tuple[Template, ...], tuple[Phrase, ...]]:
    """Return the editions, and a sentence without its subject for each wording that is accepted besides.

    An alias holds in every edition that has its section, row or column. PackError if none has, or if the wording is
    that of another one.
    """
    said: list[Phrase] = []
    editions = tuple(templates)
    for alias in overlay.aliases:
        _refuse_unknown(alias, editions)
        names = [name for template in reversed(editions) for name in _proper_names(template, alias)]
        fresh = tuple(_widened(template, alias) for template in editions)
        if fresh == editions:
            what = "headings" if alias.axis == "section" else "labels"
            raise alias.error(what, "本来就是这样写的，不必再列", "is how the form itself has it")
        editions = fresh
        said += [_accepted(alias, wording, names[0]) for wording in alias.wordings]
    return editions, tuple(said)


def _accepted(alias: Alias, wording: str, proper: str) -> Phrase:
    zh, en = {
        "section": ("标题", "the heading"),
        "row": ("行名称", "the row label"),
        "column": ("表头", "the header"),
    }[alias.axis]
    return Phrase(f"认可“{wording}”为{zh}“{proper}”的另一写法", f"accepts “{wording}” for {en} “{proper}”")


def _refuse_unknown(alias: Alias, editions: Sequence[Template]) -> None:
    """Refuse a section, table, row or column that no edition has."""
    if alias.axis == "section":
        _refuse(alias, "section", alias.key, (spec.key for template in editions for spec in template.sections))
        return
    tables = [spec for template in editions for spec in template.tables]
    _refuse(alias, "table", alias.table, (spec.key for spec in tables))
    members = (member.key for spec in tables if spec.key == alias.table for member in _members(spec, alias.axis))
    _refuse(alias, alias.axis, alias.key, members)


def _refuse(alias: Alias, key: str, word: str, known: Iterable[str]) -> None:
    names = sorted(set(known))
    if word not in names:
        near = nearest(word, names)
        zh = f"没有“{word}”{f'，是否想写 {near}' if near else ''}"
        raise alias.error(key, zh, f"there is no “{word}”{f'; did you mean {near}' if near else ''}")


def _members(spec: TableSpec, axis: str) -> Sequence[_Spec]:
    if axis == "row":
        return [row for _, row in spec.rows()]
    return [column for band in spec.bands for column in band.columns]


def _proper_names(template: Template, alias: Alias) -> Iterable[str]:
    """Return the form's own wording of what the alias is for."""
    if alias.axis == "section":
        return [spec.heading for spec in template.sections if spec.key == alias.key]
    return [
        member.labels[-1]
        for spec in template.tables
        if spec.key == alias.table
        for member in _members(spec, alias.axis)
        if member.key == alias.key and member.labels
    ]


def _widened(template: Template, alias: Alias) -> Template:
    if alias.axis == "section":
        return template._replace(sections=tuple(_heading(spec, template, alias) for spec in template.sections))
    return template._replace(
        tables=tuple(_table(spec, alias) if spec.key == alias.table else spec for spec in template.tables)
    )


def _heading(spec: SectionSpec, template: Template, alias: Alias) -> SectionSpec:
    if spec.key != alias.key:
        return spec
    others = [name for other in template.sections if other is not spec for name in (other.heading, *other.aliases)]
    return spec._replace(aliases=_more(alias, (spec.heading, *spec.aliases), others, bare)[1:])


def _table(spec: TableSpec, alias: Alias) -> TableSpec:
    labels = list(_labels(spec))
    if alias.axis == "row":
        bands = [
            band._replace(rows=tuple(row._replace(aliases=_aliases(row, labels, alias)) for row in band.rows))
            for band in spec.bands
        ]
    else:
        bands = [
            band._replace(columns=tuple(col._replace(aliases=_aliases(col, labels, alias)) for col in band.columns))
            for band in spec.bands
        ]
    return spec._replace(bands=tuple(bands))


def _labels(spec: TableSpec) -> Iterator[tuple[str, str]]:
    """Yield every label of the table, further accepted ones too, each after the form's own wording of it."""
    for band in spec.bands:
        yield from ((name, name) for name in (band.title, band.stub) if name)
        members: list[_Spec] = [*band.rows, *band.columns]
        for member in members:
            yield from ((label, label) for label in member.labels)
            yield from ((label, name) for label in member.labels[-1:] for name in member.aliases)


def _aliases(spec: _Spec, labels: Iterable[tuple[str, str]], alias: Alias) -> tuple[str, ...]:
    """Return the further labels of a row or column; `labels` are all that the table has."""
    if spec.key != alias.key:
        return spec.aliases
    if not spec.labels:
        raise alias.error(alias.axis, "格式没有给它名称", "has no label in the form")
    # What the form itself calls alike, in other groups (总计), may be called alike otherwise too.
    others = [name for own, name in labels if own != spec.labels[-1]]
    return _more(alias, (spec.labels[-1], *spec.aliases), others, _wording)[1:]


def _wording(label: str) -> str:
    return split_number(fold(label))[1]


def _more(alias: Alias, own: tuple[str, ...], others: Iterable[str], plain: Callable[[str], str]) -> tuple[str, ...]:
    """Return a name's wordings with those of the alias; `plain` is how two of them are compared."""
    taken = {plain(name): name for name in others}
    names = {plain(name): name for name in own}
    for rank, wording in enumerate(alias.wordings, 1):
        if plain(wording) in taken:
            other = taken[plain(wording)]
            key = f"{'headings' if alias.axis == 'section' else 'labels'}[{rank}]"
            raise alias.error(
                key, f"与“{other}”相同，会分不清", f"is the same as “{other}”; the two could not be told apart"
            )
        names.setdefault(plain(wording), wording)
    return tuple(names.values())
