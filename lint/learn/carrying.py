"""A draft with made-up keys × a known template → the draft with the known keys, and “?” for what is new."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from lint.align.labels import label
from lint.align.sequence import in_order
from lint.forms.editions import OPEN
from lint.forms.template import SectionSpec, TableSpec, Template
from lint.learn.made_up import Draft, numbered
from lint.learn.pairing import Known, pair
from lint.learn.paper import Paper
from lint.learn.table_keys import carried_table
from lint.model import Phrase

_ENOUGH = 0.25  # share of common labels from which two tables may be the same
_Spec = TypeVar("_Spec", SectionSpec, TableSpec)


def carried(draft: Draft, like: Template, remarks: list[Phrase]) -> tuple[Template, Paper]:
    """Return the draft's sections and tables with all that `like` knows of them and a Word file cannot tell.

    What `like` says of the form as a whole (name, years, source …) is taken over as it stands. The draft's paper comes
    back with the known keys.
    """
    sections, keys = _sections(draft, like, remarks)
    known = _tables(draft.template.tables, like.tables, keys)
    tables = []
    for place, spec in enumerate(draft.template.tables):
        section = keys.get(spec.section, spec.section)
        if place in known:
            own = carried_table(spec, like.tables[known[place]], remarks, filled=draft.paper.filled)
            tables.append(own._replace(section=section))
        else:
            tables.append(_new(spec)._replace(section=section))
    _tell_gone(like.tables, known.values(), remarks)
    paper = draft.paper._replace(
        tables=tuple(each._replace(section=keys.get(each.section, each.section)) for each in draft.paper.tables),
        unnumbered=frozenset(keys[key] for key in draft.paper.unnumbered),
        numbers=tuple((keys[key], number) for key, number in draft.paper.numbers),
    )
    return like._replace(sections=sections, tables=tuple(tables)), paper


def _sections(draft: Draft, like: Template, remarks: list[Phrase]) -> tuple[tuple[SectionSpec, ...], dict[str, str]]:
    """Return the sections, and their keys by the made-up ones."""
    own = draft.template.sections
    pairing = pair([(spec.heading,) for spec in own], [Known((spec.heading,), spec.aliases) for spec in like.sections])
    made = []
    for place, spec in enumerate(own):
        if place not in pairing.partner:
            made.append(spec._replace(key=OPEN))
            continue
        known = like.sections[pairing.partner[place]]
        if place in pairing.guessed:
            remarks.append(_guess(spec.heading, known.heading, known.key))
        if spec.key in draft.paper.unnumbered and known.numeral:
            zh, en = (
                f"“{spec.heading}”没有序号，沿用“{known.numeral}”",
                f"“{spec.heading}” has no number; {known.numeral} was kept",
            )
            remarks.append(Phrase(zh, en))
        carried_over = spec._replace(
            key=known.key,
            aliases=tuple(alias for alias in known.aliases if alias != spec.heading),
            numeral=known.numeral if spec.key in draft.paper.unnumbered else spec.numeral,
            hint=known.hint if draft.paper.filled else spec.hint,
        )
        made.append(carried_over)
    signs = numbered([spec.numeral for spec in made], remarks, with_gaps=True)
    sections = tuple(spec._replace(numeral=sign) for spec, sign in zip(made, signs, strict=True))
    _tell_gone(like.sections, pairing.partner.values(), remarks)
    return sections, {spec.key: new.key for spec, new in zip(own, sections, strict=True)}


def _guess(new: str, old: str, key: str) -> Phrase:
    """Return the remark on a key that was carried over to another wording because nothing else stands in its place."""
    zh = f"“{new}”沿用了“{old}”的 key（{key}），只因位置相同，请核对"
    return Phrase(zh, f"“{new}” was given the key of “{old}” ({key}) for its place alone; check it")


def _tables(own: Sequence[TableSpec], known: Sequence[TableSpec], keys: dict[str, str]) -> dict[int, int]:
    """Return by place of a table the place of the known one: the same labels, or the only table of the same part."""
    words, others = [_labels(spec) for spec in own], [_labels(spec) for spec in known]

    def score(i: int, j: int) -> float:
        share = len(words[i] & others[j]) / max(len(words[i]), len(others[j]), 1)
        section = keys.get(own[i].section, own[i].section)
        same = section == known[j].section
        alone = same and sum(spec.section == own[i].section for spec in own) == 1
        alone = alone and sum(spec.section == section for spec in known) == 1
        return share + 0.1 * same if share >= _ENOUGH or alone else 0.0

    pairs = dict(in_order(len(own), len(known), score))
    for i in range(len(own)):  # a table that moved
        free = [j for j in range(len(known)) if j not in pairs.values()]
        best = max(free, key=lambda j: score(i, j), default=None)
        if i not in pairs and best is not None and score(i, best) > 0:
            pairs[i] = best
    return pairs


def _labels(spec: TableSpec) -> frozenset[str]:
    rows = {label(text).wording for _, row in spec.rows() for text in row.labels}
    return frozenset(
        rows | {label(text).wording for band in spec.bands for each in band.columns for text in each.labels}
    )


def _new(spec: TableSpec) -> TableSpec:
    """Return a table that is new as a whole: all its keys are open."""
    bands = tuple(
        band._replace(
            columns=tuple(column._replace(key=OPEN) for column in band.columns),
            rows=tuple(row._replace(key=OPEN) for row in band.rows),
        )
        for band in spec.bands
    )
    printed = tuple(cell._replace(row=OPEN, column=OPEN) for cell in spec.printed)
    return spec._replace(key=OPEN, bands=bands, printed=printed)


def _tell_gone(known: Sequence[_Spec], found: Iterable[int], remarks: list[Phrase]) -> None:
    """Remark on sections or tables that the known form has and this file has not."""
    kept = set(found)
    for place, spec in enumerate(known):
        if place not in kept:
            name = Phrase(f"“{spec.heading}”", f"“{spec.heading}”") if isinstance(spec, SectionSpec) else spec.name
            remarks.append(
                Phrase(f"文件里没有{name.zh}（{spec.key}）", f"the file does not have {name.en} ({spec.key})")
            )
