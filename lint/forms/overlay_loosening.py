"""A rule before and after an overlay → what it demands less than before, or otherwise, so that a report can say so."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import PurePath
from typing import NamedTuple

from lint.findings import SEVERITIES, Severity
from lint.forms.overlay import Overlay
from lint.forms.overlay_rules import alternative
from lint.forms.rule import Rule
from lint.model import Phrase

_WORDS: Mapping[Severity, Phrase] = {
    "error": Phrase("错误", "error"),
    "warning": Phrase("警告", "warning"),
    "info": Phrase("提示", "info"),
}
_LEAST, _MOST = {"shortest"}, {"longest"}
_EACH_DEMANDED = {"kinds", "parts", "sections", "sums"}  # lists of which every item is looked at
_FINDS_FAULTS = {("leftover", "pattern"), ("thin-section", "nothing")}  # an alternative more finds more
_DATED = ("levels", "otherwise")
_AT_LAST = "03-31"  # what the check takes where a rule has no `otherwise`
_SHOWN = 4
_ONCE = {"off", "severity"}  # what the whole chain did to them is one step down; of lists, each step may drop its own


class Step(NamedTuple):
    """One overlay at work: the rules before it, and those after it in the same places, further ones behind."""

    overlay: Overlay
    before: tuple[Rule, ...]
    after: tuple[Rule, ...]


def adjustments(steps: Sequence[Step]) -> tuple[Phrase, ...]:
    """Return a sentence for all that is demanded less in the end; it names the overlay that had the last word on it."""
    said: dict[Phrase, None] = {}
    for place, final in enumerate(steps[-1].after if steps else ()):
        touched = [step for step in steps if place < len(step.before) and step.before[place] != step.after[place]]
        told: set[str] = set()
        for step in touched:
            for aspect, sentence in loosened(step.before[place], final):
                author = _author(touched, place, aspect)
                if author is not None and (aspect not in told or aspect not in _ONCE):
                    told.add(aspect)
                    said[by(author, sentence)] = None
    return tuple(said)


def _author(touched: Sequence[Step], place: int, aspect: str) -> Overlay | None:
    """Return the last overlay that lowered a demand; what none has lowered is not lower."""
    for step in touched[::-1]:
        if aspect in dict(loosened(step.before[place], step.after[place])):
            return step.overlay
    return None


def by(overlay: Overlay, sentence: Phrase) -> Phrase:
    """Return a sentence with the overlay as its subject."""
    file = PurePath(overlay.file).name
    return Phrase(f"{overlay.name.zh}（{file}）{sentence.zh}", f"{overlay.name.en} ({file}) {sentence.en}")


def loosened(before: Rule, after: Rule) -> Iterator[tuple[str, Phrase]]:
    """Yield what is demanded less, by aspect: a sentence each, without its subject.

    What cannot be shown to demand at least as much is told as changed; wordings and basis demand nothing.
    """
    code = before.code
    if after.off:
        if not before.off:
            yield "off", Phrase(f"停用了规则 {code}", f"switches rule {code} off")
        return
    if before.off:
        return
    if SEVERITIES.index(after.severity) > SEVERITIES.index(before.severity):
        high, low = _WORDS[before.severity], _WORDS[after.severity]
        yield "severity", Phrase(f"把 {code} 由{high.zh}降为{low.zh}", f"lowers {code} from {high.en} to {low.en}")
    if (after.since or 0) > (before.since or 0) or (after.until or 9999) < (before.until or 9999):
        span = _span(after)
        yield "years", Phrase(f"把 {code} 限于{span.zh}的报告", f"limits {code} to reports on {span.en}")
    for key in sorted({*before.options, *after.options}):
        old, new = before.options.get(key), after.options.get(key)
        if old != new and key not in _DATED:
            said = _option(before, key, old, new)
            if said is not None:
                yield f"with.{key}", said
    if before.check == "signed-on":
        yield from _deadlines(before, after)


def _span(rule: Rule) -> Phrase:
    if rule.since and rule.until:
        one = rule.since == rule.until
        return Phrase(f"{rule.since} 年度", f"{rule.since}") if one else Phrase(
            f"{rule.since} 至 {rule.until} 年度", f"{rule.since} to {rule.until}"
        )  # fmt: skip
    if rule.since:
        return Phrase(f"{rule.since} 年度及以后", f"{rule.since} and later")
    return Phrase(f"{rule.until} 年度及以前", f"{rule.until} and earlier")


def _option(rule: Rule, key: str, old: object, new: object) -> Phrase | None:
    """Return what the new value of an option demands less, None if it demands at least as much."""
    code = rule.code
    match old, new:
        case int(), int() if key in _LEAST | _MOST and not isinstance(old, bool):
            if (new > old) == (key in _LEAST):
                return None
            zh, en = ("最低字数", "the least length") if key in _LEAST else ("字数上限", "the greatest length")
            return Phrase(f"把 {code} 的{zh}由 {old} 改为 {new}", f"changes {en} of {code} from {old} to {new}")
        case list(), list() if key in _EACH_DEMANDED:
            return _dropped(code, [item for item in old if item not in new])
        case dict(), dict():
            changed = [name for name in old if name in new and new[name] != old[name]]
            if changed:
                names = _listed(changed)
                return Phrase(f"改动了 {code} 认可的写法（{names.zh}）", f"changes what {code} accepts for {names.en}")
            return _dropped(code, [name for name in old if name not in new])
        case str(), str() if new.startswith(alternative(old, "")[:-1]):
            if (rule.check, key) in _FINDS_FAULTS or rule.options.get("expect") == "absent":
                return None
            return Phrase(f"放宽了 {code} 认可的写法", f"widens what {code} accepts")
    return Phrase(f"改动了 {code} 的设定（{key}）", f"changes the setting {key} of {code}")


def _dropped(code: str, names: Sequence[object]) -> Phrase | None:
    if not names:
        return None
    lost = _listed([str(name) for name in names])
    return Phrase(f"让 {code} 不再查{lost.zh}", f"lets {code} no longer look at {lost.en}")


def _listed(names: Sequence[str]) -> Phrase:
    """Return names in quotation marks; of many the first few."""
    shown = [f"“{name}”" for name in names[:_SHOWN]]
    more = len(names) - len(shown)
    zh = "、".join(shown) + (f"等 {len(names)} 项" if more else "")
    return Phrase(zh, ", ".join(shown) + (f" and {more} more" if more else ""))


def _deadlines(before: Rule, after: Rule) -> Iterator[tuple[str, Phrase]]:
    """Yield the names of bodies that get a later deadline; every other name ends with one of those looked at."""
    endings = dict.fromkeys(ending for rule in (before, after) for ending, _ in _endings(rule))
    late = [(_due(before, ending), _due(after, ending), ending) for ending in ("", *endings)]
    moved = sorted((each for each in late if each[1] > each[0]), key=lambda each: each[:2])
    if not moved:
        return
    groups = [(days, [ending for *_, ending in group]) for days, group in groupby(moved, key=lambda each: each[:2])]
    zh = "；".join(f"{_bodies(names).zh}由{_day(old)}改为{_day(new)}" for (old, new), names in groups)
    en = "; ".join(f"{_bodies(names).en} from {old} to {new}" for (old, new), names in groups)
    yield "deadlines", Phrase(f"把 {before.code} 的期限放宽：{zh}", f"lets {before.code} fall due later: {en}")


def _endings(rule: Rule) -> list[tuple[str, str]]:
    """Return each ending of a name with its deadline, as the check reads them."""
    levels = [level.split() for level in rule.options.get("levels", ())]
    return [(ending, day) for day, *endings in levels for ending in endings]


def _due(rule: Rule, name: str) -> str:
    """Return the deadline of a body, as month and day: that of the longest ending, the first of equals."""
    due, longest = rule.options.get("otherwise", _AT_LAST), 0
    for ending, day in _endings(rule):
        if name.endswith(ending) and len(ending) > longest:
            due, longest = day, len(ending)
    return str(due)


def _bodies(names: Sequence[str]) -> Phrase:
    if names == [""]:
        return Phrase("其他单位", "other bodies")
    named = [name for name in names if name]
    shown, more = "、".join(named[:_SHOWN]), len(names) > _SHOWN
    return Phrase(f"{shown}{'等' if more else ''}", f"{shown}{' …' if more else ''}")


def _day(text: str) -> str:
    month, day = text.split("-")
    return f"{int(month)}月{int(day)}日"
