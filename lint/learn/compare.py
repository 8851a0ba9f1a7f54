"""Two templates → what the authority changed, each thing once and in plain words."""

from collections.abc import Iterator, Mapping, Sequence

from lint.forms.template import Template
from lint.language.wording import fold, numeral_value
from lint.learn.changes import Change, Sides, Where, told
from lint.learn.forest import Laid, Node, forest, lay
from lint.learn.side_by_side import Forms, Traces, tables
from lint.learn.words import SECTION, quoted
from lint.model import Phrase

_WHOLE = Where(Phrase("整份表单", "the form as a whole"))


def compare(
    old: Template,
    new: Template,
    *,
    learnt: bool = False,
    traces: Traces = Traces(),  # noqa: B008 - an immutable value
) -> tuple[Change, ...]:
    """Return what differs, in the order of the form.

    Partners are found by wording and order; keys help only between two templates of one form. `learnt` says that one
    side was read from a Word file: then only what stands on the paper is compared. `traces` are the
    tables of that file that are copies of the other side's: where cells and lines tell of less, they are believed.
    """
    keyed = not learnt and old.form == new.form
    facts = () if learnt else _facts(old, new)
    headings = (
        _headings(old, traces.unnumbered[0], dict(traces.numbers[0])),
        _headings(new, traces.unnumbered[1], dict(traces.numbers[1])),
    )
    sections = lay(*headings, keyed=keyed)
    changes = [*_sections(old, new, headings, sections), *tables(Forms(old, new, sections, traces, learnt, keyed))]
    return (*facts, *sorted(changes, key=lambda change: numeral_value(change.where.part) or 0))


def _facts(old: Template, new: Template) -> Iterator[Change]:
    """Yield what differs in the particulars of the form."""
    if fold(old.title) != fold(new.title):
        yield title_change(old.title, new.title)
    if fold(old.source) != fold(new.source):
        yield _fact("source", Phrase("依据", "the source"), (old.source, new.source))
    was, now = _in_force(old), _in_force(new)
    if was != now:
        zh, en = f"适用的报告年度由 {was.zh}改为 {now.zh}", f"report years: formerly {was.en}, now {now.en}"
        yield Change("years", _WHOLE, Phrase(zh, en), (was.zh,), (now.zh,))


def title_change(old: str, new: str) -> Change:
    """Return the change of a form's title."""
    return _fact("title", Phrase("报告名称", "the title of the report"), (old, new))


def _fact(kind: str, what: Phrase, texts: Sequence[str]) -> Change:
    old, new = map(quoted, texts)
    sentence = Phrase(f"{what.zh}由{old}改为{new}", f"{what.en} changed from {old} to {new}")
    return Change(kind, _WHOLE, sentence, (texts[0],), (texts[1],))


def years(template: Template) -> Phrase:
    """Return the report years an edition is for."""
    since, until = template.since, template.until
    if until is None:
        return Phrase(f"{since} 年起", f"{since} on")
    return Phrase(f"{since}—{until} 年", f"{since}–{until}") if until > since else Phrase(f"{since} 年", f"{since}")


def _in_force(template: Template) -> Phrase:
    """Return the report years, and from when on the edition must be kept to."""
    zh, en = years(template)
    if template.binding is not None and template.binding > template.since:
        zh, en = f"{zh}（{template.binding} 年起必须执行）", f"{en} (binding from {template.binding})"
    return Phrase(zh, en)


def _headings(template: Template, unnumbered: frozenset[str], numbers: Mapping[str, str]) -> tuple[Node, ...]:
    shown = [numbers.get(spec.key, spec.numeral) if spec.key not in unnumbered else "" for spec in template.sections]
    pairs = zip((f"{numeral}、" if numeral else "" for numeral in shown), template.sections, strict=True)
    return forest([((f"{number}{spec.heading}",), spec.key) for number, spec in pairs])


def _part(numeral: str) -> Where:
    return Where(Phrase(f"第{numeral}部分", f"part {numeral}") if numeral else _WHOLE.words, numeral)


def _sections(
    old: Template, new: Template, headings: tuple[tuple[Node, ...], tuple[Node, ...]], laid: Laid
) -> Iterator[Change]:
    """Yield what differs in the headings and in the hints below them."""

    def where(one: Node | None, other: Node | None) -> Where:
        template, node = (new, other) if other is not None else (old, one)
        return _part(template.sections[node.place[0]].numeral if node is not None else "")

    yield from told(laid, Sides(*headings, lambda _: SECTION, where))
    before, after = _hints(old, laid.gone), _hints(new, laid.fresh)
    for one, other in laid.pairs:
        left, right = old.sections[one.place[0]].hint, new.sections[other.place[0]].hint
        # Where a heading alone is gone, the hint below it stands in the part before.
        as_told = fold(left + before.get(one.place[0], "")) == fold(right + after.get(other.place[0], ""))
        if fold(left) != fold(right) and not as_told:
            yield _hint(left, right, where(one, other))


def _hints(template: Template, nodes: Sequence[Node]) -> dict[int, str]:
    """Return by the place of a section the hints of these sections that follow right on it."""
    lonely = {node.place[0] for node in nodes}
    hints: dict[int, str] = {}
    above = -1
    for place, spec in enumerate(template.sections):
        if place in lonely:
            hints[above] = hints.get(above, "") + spec.hint
        else:
            above = place
    return hints


def _hint(old: str, new: str, where: Where) -> Change:
    marks = quoted(old), quoted(new)
    if not old:
        sentence = Phrase(f"标题下新增提示{marks[1]}", f"the hint {marks[1]} below the heading is new")
    elif not new:
        sentence = Phrase(f"取消标题下的提示{marks[0]}", f"the hint {marks[0]} below the heading is gone")
    else:
        sentence = Phrase(f"标题下的提示{marks[0]}改为{marks[1]}", f"the hint {marks[0]} now reads {marks[1]}")
    return Change("hint-changed", where, sentence, (old,) if old else (), (new,) if new else ())
