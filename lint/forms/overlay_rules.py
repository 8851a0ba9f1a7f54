"""Rules × overlay → the rules as the overlay has them: changed ones stay in their places, further ones follow."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from lint.errors import PackError
from lint.findings import SEVERITIES
from lint.forms.fields import nearest
from lint.forms.overlay import OFF, Change, Overlay
from lint.forms.published import published_codes
from lint.forms.rule import Rule, refuse_doubles
from lint.language.patterns import misuse

_KINDS: dict[type, tuple[str, str]] = {str: ("文字", "text"), list: ("列表", "a list"), dict: ("表", "a table")}


def with_overlay(rules: tuple[Rule, ...], overlay: Overlay, published: Path) -> tuple[Rule, ...]:
    """Return the rules with changes, severities and further rules of the overlay, those touched under its file's name.

    `published` is the list of published codes, whose letters are not free. PackError for a code that there is not, or
    that is taken, and for an option that does not fit.
    """
    known = {rule.code for rule in rules}
    for code in overlay.severities:
        if code not in known:
            raise overlay.error(f"severity.{code}", *_no_rule(code, known))
    changed = tuple(_judged(rule, overlay) for rule in rules)
    for change in overlay.changes:
        if change.code not in known:
            raise change.error("code", *_no_rule(change.code, known))
        changed = _changed(changed, change)
        if change.since or change.until:
            _refuse_overlap(changed, change)
    letters = {code[:2] for code in published_codes(published)}
    for rule in overlay.rules:
        if rule.code[:2] in letters:
            zh = f"{rule.code[:2]} 开头的编号留给自带的规则，请换用别的字母"
            raise rule.error("code", zh, f"codes in {rule.code[:2]} are kept for shipped rules; take other letters")
    every = (*changed, *overlay.rules)
    refuse_doubles(every)
    return every


def _refuse_overlap(rules: Iterable[Rule], change: Change) -> None:
    """Refuse other years for a rule in which another rule of the same code is due already."""
    try:
        refuse_doubles(rules)
    except PackError as error:
        zh, en = "与这个编号的另一条规则年度重叠", "are years of another rule of this code"
        raise change.error("since" if change.since else "until", zh, en) from error


def _no_rule(code: str, known: Iterable[str]) -> tuple[str, str]:
    codes = sorted(known)
    padded = f"{code[:2].upper()}{int(code[2:]):03}" if code[2:].isdecimal() else ""  # a zero too few or too many
    near = padded if padded in codes else nearest(code.upper(), codes)
    zh = f"没有规则“{code}”{f'，是否想写 {near}' if near else ''}"
    return zh, f"there is no rule “{code}”{f'; did you mean {near}' if near else ''}"


def _judged(rule: Rule, overlay: Overlay) -> Rule:
    """Return the rule with the severity that the overlay gives it."""
    level = overlay.severities.get(rule.code)
    if level == OFF:
        return rule._replace(off=True, file=overlay.file)
    severity = next((known for known in SEVERITIES if known == level), None)
    return rule._replace(severity=severity, off=False, file=overlay.file) if severity else rule


def _changed(rules: tuple[Rule, ...], change: Change) -> tuple[Rule, ...]:
    meant = [rule for rule in rules if rule.code == change.code]
    if change.year is not None:
        meant = [rule for rule in meant if (rule.since or 0) <= change.year <= (rule.until or 9999)]
        if not meant:
            zh, en = f"{change.year} 年度没有这条规则", f"the rule is not due in {change.year}"
            raise change.error("year", zh, en)
    elif len(meant) > 1 and (change.since or change.until):
        zh, en = (
            "这个编号有几条规则，请用 year 指明哪一年度的",
            "the code stands several times; say with year which is meant",
        )
        raise change.error("year", zh, en)
    return tuple(_rewritten(rule, change) if rule in meant else rule for rule in rules)


def _rewritten(rule: Rule, change: Change) -> Rule:
    since, until = change.since or rule.since, change.until or rule.until
    if since and until and until < since:
        raise change.error(
            "until" if change.until else "since", "until 不能早于 since", "until must not be before since"
        )
    options = {**rule.options, **change.replaced}
    for key, more in change.added.items():
        if key not in options:
            near = nearest(key, sorted(options))
            zh = f"这条规则没有写“{key}”{f'，是否想写 {near}' if near else '，用 with 写全'}"
            en = f"the rule has no “{key}” to add to; {f'did you mean {near}' if near else 'give it under with'}"
            raise change.error(f"extend.{key}", zh, en)
        options[key] = _more(options[key], more, change, f"extend.{key}")
    message, advice = change.message, change.advice
    return rule._replace(
        severity=change.severity or rule.severity,
        since=since,
        until=until,
        basis=change.basis or rule.basis,
        message=rule.message._replace(zh=message.zh or rule.message.zh, en=message.en or rule.message.en),
        advice=rule.advice._replace(zh=advice.zh or rule.advice.zh, en=advice.en or rule.advice.en),
        options=options,
        file=change.file,
    )


def _more(old: object, more: object, change: Change, key: str) -> Any:  # noqa: ANN401 - TOML holds anything
    """Return an option with what is added to it: text as an alternative, a list in front, a table entry by entry."""
    match old, more:
        case str(), str() if more:
            _refuse_fragment(more, change, key)
            return alternative(old, more)
        case list(), list() if more:
            return [*more, *old]
        case dict(), dict() if more:
            return {**old, **{name: _entry(old, name, item, change, key) for name, item in more.items()}}
    zh, en = _KINDS.get(type(old), ("", ""))
    if not zh:
        raise change.error(key, "不能补充，只能用 with 改写", "cannot be added to; replace it under with")
    raise change.error(key, f"应为{zh}，且不能为空", f"must be {en} that is not empty")


def _refuse_fragment(pattern: str, change: Change, key: str) -> None:
    """Refuse an addition that is no pattern by itself, or one that might search for hours."""
    why = misuse(pattern)
    if why is not None:
        raise change.error(key, why.zh, why.en)


def _entry(old: Mapping[str, object], name: str, item: object, change: Change, key: str) -> object:
    return _more(old[name], item, change, f"{key}.{name}") if name in old else item


def alternative(old: str, more: str) -> str:
    """Return a pattern that finds what either finds."""
    return f"(?:{old})|(?:{more})"
