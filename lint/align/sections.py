"""The sections of the form found among the paragraphs: which paragraph heads which, and how the headings depart."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from lint.align.headings import Candidate, candidates, heading_names
from lint.align.labels import likeness, one_slip
from lint.align.sequence import Pairs, in_order
from lint.align.subject import Departure, DepartureKind, SectionMatch
from lint.findings import Place
from lint.forms.template import SectionSpec, Template
from lint.language.wording import bare, fold, numeral_value, split_number
from lint.model import Block, Document, Location, Paragraph, Table

_MANY = 3  # headings with a wrong number that are one defect
_SHORT = 30  # characters of a heading in the old structure
_SENTENCE_END = "。；;！!？?，,：:"
_TELLING = 2  # headings of the old structure that tell it
_LIKE = 0.6


class Sections(NamedTuple):
    """What was found. `first` is the 0-based block index of the first heading, None if there is none."""

    matches: dict[str, SectionMatch]
    departures: tuple[Departure, ...]
    parts: tuple[tuple[int, str], ...]
    first: int | None
    doubled: tuple[range, ...] = ()  # blocks (1-based) of sections that stand there a second time
    former: tuple[Candidate, ...] = ()  # headings of the time before the form, where they tell an old structure

    def old(self) -> "Sections":
        """Return the sections of a report in the old structure: none of the form's, and one departure that says so."""
        first, texts = self.former[0], tuple(each.paragraph.text.strip() for each in self.former)
        place = Place(first.paragraph.location, text=texts[0])
        departure = Departure("old-structure", place, found=texts[0], others=texts)
        return self._replace(matches={}, departures=(departure,))

    def holding(self, table: Table) -> str:
        """Return the key of the section in which a table stands, "" before the first and in one of the writer's own."""
        block = table.location.block
        heads = {match.heading.location.block: key for key, match in self.matches.items()}
        last = max((start for start, _ in self.parts if start <= block), default=0)
        return heads.get(last, "")

    def part_of(self, block: int) -> str:
        """Return the numeral of the section in which the 1-based block stands, "" before the first."""
        return next((numeral for start, numeral in reversed(self.parts) if start <= block), "")


def _likeness(names: list[str], candidate: Candidate, spec: SectionSpec) -> float:
    if candidate.wording in names:
        return 1.0 + (0.01 if numeral_value(candidate.numeral or "") == numeral_value(spec.numeral) else 0)
    if not candidate.top and len(candidate.wording) < 6:
        return 0.0
    score = max(likeness(name, candidate.wording) for name in names)
    return score if score >= _LIKE else 0.0


def _pair(template: Template, found: list[Candidate]) -> Pairs:
    names = heading_names(template)
    specs = template.sections
    if len(found) == len(specs) and all(
        candidate.wording in names[spec.key] for candidate, spec in zip(found, specs, strict=True)
    ):
        return [(i, i) for i in range(len(specs))]
    return in_order(len(specs), len(found), lambda i, j: _likeness(names[specs[i].key], found[j], specs[i]))


class Roles(NamedTuple):
    """What each candidate turned out to be; `heads` maps section index to candidate index."""

    heads: dict[int, int]
    moved: dict[int, int]
    doubles: tuple[int, ...]
    extra: tuple[int, ...]


def _roles(template: Template, found: list[Candidate]) -> Roles:
    """Tell headings from list items: what is left over is a moved, second or extra section, or a list inside one."""
    names = heading_names(template)
    specs = template.sections
    pairs = _pair(template, found)
    heads = dict(pairs)
    left = [i for i in range(len(specs)) if i not in heads]
    right = [j for j in range(len(found)) if j not in set(heads.values())]
    moved: dict[int, int] = {}
    for i in left:
        moved.update((i, j) for j in right if found[j].wording in names[specs[i].key] and i not in moved)
    left = [i for i in left if i not in moved]
    right = [j for j in right if j not in moved.values()]
    doubles = tuple(j for j in right if any(found[j].wording in own for own in names.values()))
    right = [j for j in right if j not in doubles and found[j].top]
    edges = sorted(heads.items())
    for low, high in zip([(-1, -1), *edges], [*edges, (len(specs), len(found))], strict=True):
        lost = [i for i in left if low[0] < i < high[0]]
        inside = [j for j in right if low[1] < j < high[1]]
        spare = _top_level(inside, found, low[1], high[1], {i + 1 for i in lost})
        right = [j for j in right if not (low[1] < j < high[1]) or j in spare]
        numbered = {i: j for i in lost for j in spare if numeral_value(found[j].numeral) == i + 1}
        heads.update(numbered)
        lost = [i for i in lost if i not in numbered]
        spare = [j for j in spare if j not in numbered.values()]
        if len(lost) == len(spare):
            heads.update(zip(lost, spare, strict=True))
    extra = tuple(j for j in right if j not in set(heads.values()))
    return Roles({**heads, **moved}, moved, doubles, extra)


def _top_level(spare: list[int], found: list[Candidate], low: int, high: int, lost: set[int]) -> list[int]:
    """Return those left-over candidates that stand on the level of sections: no list that begins anew inside one.

    `low` and `high` are the headings on either side, `lost` the ranks of the sections missing between them.
    """
    if not spare:
        return []
    values = [numeral_value(found[j].numeral) or 0 for j in spare]
    if low < 0:
        return spare if high < len(found) and numeral_value(found[high].numeral) != 1 else []
    before = numeral_value(found[low].numeral) or 0
    if values[0] > before:
        return spare
    run = 1
    while run < len(values) and values[run] == values[run - 1] + 1:
        run += 1
    behind = spare[run - 1 :] if run == len(values) and run > 1 else spare[run:]
    return [j for j in behind if numeral_value(found[j].numeral) in lost]


def find_sections(document: Document, template: Template) -> Sections:
    """Find the form's sections in reading order."""
    found = candidates(document, template)
    roles = _roles(template, found)
    starts = sorted({*roles.heads.values(), *roles.doubles, *roles.extra}, key=lambda j: found[j].at)
    by_candidate = {j: i for i, j in roles.heads.items()}
    matches: dict[str, SectionMatch] = {}
    parts: list[tuple[int, str]] = []
    doubled: list[range] = []
    for rank, j in enumerate(starts):
        candidate = found[j]
        end = found[starts[rank + 1]].at if rank + 1 < len(starts) else len(document.blocks)
        key = by_candidate.get(j)
        spec = template.sections[key] if key is not None else None
        parts.append((candidate.paragraph.location.block, spec.numeral if spec else candidate.numeral.rstrip("、.,: ")))
        body = document.blocks[candidate.at + (0 if candidate.inside else 1) : end]
        if candidate.rest:
            body = (candidate.paragraph._replace(text=candidate.rest), *body)
        if spec:
            matches[spec.key] = SectionMatch(spec, candidate.paragraph, candidate.numeral, candidate.wording, body)
        elif j in roles.doubles:
            _take_over(matches, candidate, body)
            doubled.append(range(candidate.at + 1, end + 1))
    first = found[starts[0]].at if starts else None
    departures = tuple(_departures(template, found, roles, starts))
    return Sections(matches, departures, tuple(parts), first, tuple(doubled), _former(document, template, found))


def _former(document: Document, template: Template, found: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Return the headings that only reports before the form had; () if they are too few, or the form's stand too.

    Each pattern counts once. Such headings were numbered in any manner, or not at all.
    """
    known = {name for names in heading_names(template).values() for name in names}
    if not template.former or 2 * len({each.wording for each in found} & known) > len(template.sections):
        return ()
    short = [
        Candidate(at, block, "", bare(split_number(fold(block.text))[1]))
        for at, block in enumerate(document.blocks)
        if isinstance(block, Paragraph) and 0 < len(block.text) <= _SHORT and block.text[-1] not in _SENTENCE_END
    ]
    # What is numbered like a part is told before what may be a heading inside one.
    strange = [each for each in (*(each for each in found if each.top), *short) if each.wording not in known]
    told = [next((each for each in strange if re.search(pattern, each.wording)), None) for pattern in template.former]
    headings = sorted({each for each in told if each is not None}, key=lambda each: each.at)
    return tuple(headings) if len(headings) >= _TELLING else ()


def _take_over(matches: dict[str, SectionMatch], double: Candidate, body: tuple[Block, ...]) -> None:
    """Give a section whose heading alone stands twice the content under its second heading."""
    for key, match in matches.items():
        if match.wording == double.wording and not match.body:
            matches[key] = match._replace(body=body)


def _departures(template: Template, found: list[Candidate], roles: Roles, starts: Sequence[int]) -> list[Departure]:
    names = heading_names(template)
    departures: list[Departure] = []
    regular = not (roles.moved or roles.doubles or roles.extra or len(roles.heads) < len(template.sections))
    swapped: set[int] = set()
    for i, spec in enumerate(template.sections):
        full = spec.title
        if i not in roles.heads:
            place = Place(Location(), spec.numeral, spec.key)
            departures.append(Departure("missing-section", place, expected=full))
            continue
        j = roles.heads[i]
        candidate = found[j]
        written = candidate.paragraph.text.strip() if not candidate.rest else candidate.wording
        place = Place(candidate.paragraph.location, spec.numeral, spec.key, text=written)
        if i in roles.moved and i not in swapped:
            departures.append(_moved(template, roles, starts, i, swapped, place))
        if candidate.wording not in names[spec.key]:
            near = any(one_slip(name, candidate.wording) for name in names[spec.key])
            kind: DepartureKind = "misspelt-heading" if near else "altered-heading"
            departures.append(Departure(kind, place, found=written, expected=full))
        value = numeral_value(candidate.numeral) if candidate.top else None
        # Where a section is missing, added or moved, the numerals after it follow from that one defect.
        if value != numeral_value(spec.numeral) and i not in roles.moved and (regular or value is None):
            departures.append(
                Departure("heading-number", place, found=candidate.numeral.rstrip("、.,: "), expected=spec.numeral)
            )
    departures = _numbers_once(departures)
    departures += [_extra("duplicate-section", found[j]) for j in roles.doubles]
    departures += [_extra("extra-section", found[j]) for j in roles.extra]
    return departures


def _numbers_once(departures: list[Departure]) -> list[Departure]:
    """Tell wrong numbers once where most headings have one: a numeral skipped, or another manner of numbering."""
    wrong = [departure for departure in departures if departure.kind == "heading-number"]
    if len(wrong) < _MANY:
        return departures
    first = wrong[0]._replace(others=tuple(departure.place.text or "" for departure in wrong))
    return [first if departure is wrong[0] else departure for departure in departures if departure not in wrong[1:]]


def _extra(kind: DepartureKind, candidate: Candidate) -> Departure:
    text = candidate.paragraph.text.strip()
    numeral = candidate.numeral.rstrip("、.,: ")
    return Departure(kind, Place(candidate.paragraph.location, numeral, text=text), found=text)


def _moved(
    template: Template, roles: Roles, starts: Sequence[int], i: int, swapped: set[int], place: Place
) -> Departure:
    """Return the departure of a moved section; the one it changed places with goes with it."""
    order = [k for k in starts if k in roles.heads.values()]
    section_at = {j: s for s, j in roles.heads.items()}
    stands = order.index(roles.heads[i])
    form = sorted(roles.heads)
    partner = section_at[order[form.index(i)]]
    others: tuple[str, ...] = ()
    if partner != i and form[stands] == partner:
        swapped.add(partner)
        others = (template.sections[partner].heading,)
    before = template.sections[form[form.index(i) - 1]].heading if form.index(i) else ""
    return Departure("section-order", place, found=place.text, expected=before, others=others)
