"""Rule data → a check with its options: what does not fit is refused by file, code and key."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, ForwardRef, Literal, Protocol, get_args, get_origin, get_type_hints, runtime_checkable
from warnings import catch_warnings, simplefilter

from lint.checks import KINDS
from lint.checks.verdict import Check
from lint.forms.fields import nearest
from lint.forms.rule import Rule
from lint.forms.template import Template
from lint.model import Phrase

_MISWRITTEN = Phrase("写法不对", "is not written as it should be")
_ALWAYS = frozenset({"form", "where", "table", "part"})
_REQUIREMENTS = {"edition", "form", "period", "sections", "signature", "tables", "title", "year"}


@runtime_checkable
class _Fitted(Protocol):
    """A check whose options must fit in more than their types."""

    def misfit(self) -> str | tuple[str, Phrase] | None:
        """Return the option that does not fit, with the reason where the check can tell it; nothing if all do."""
        ...


def bind(rule: Rule, templates: Sequence[Template], *, sound: bool = False) -> Check:
    """Return the rule's check; PackError for an unknown check, option, fact, requirement, section, table or sum.

    A rule known to be `sound`, because it was bound before and nothing has changed since, is not judged again.
    """
    kind = KINDS.get(rule.check)
    if kind is None:
        raise _unknown(rule, "check", rule.check, KINDS)
    hints = _hints(kind)
    defaults: dict[str, Any] = getattr(kind, "_field_defaults", {})
    for key in rule.options:
        if key not in hints:
            raise _unknown(rule, f"with.{key}", key, hints)
    values = {}
    for key, hint in hints.items():
        if key in rule.options:
            values[key] = _option(rule, f"with.{key}", rule.options[key], hint)
        elif key not in defaults:
            raise rule.error(f"with.{key}", "缺少这一项", "is missing")
    made = kind(**values)
    if sound:
        return made
    _refuse_unknown_keys(rule, templates)
    _refuse_unknown_facts(rule, kind.facts() | _ALWAYS)
    misfit = made.misfit() if isinstance(made, _Fitted) else None
    if misfit:
        option, why = (misfit, _MISWRITTEN) if isinstance(misfit, str) else misfit
        raise rule.error(f"with.{option}", why.zh, why.en)
    return made


@cache
def _hints(kind: type[Check]) -> dict[str, Any]:
    """Return the types of a check's options, worked out once for all rules of the kind."""
    written = dict(kind.__annotations__)
    return get_type_hints(kind) if any(isinstance(hint, str | ForwardRef) for hint in written.values()) else written


def _unknown(rule: Rule, key: str, word: str, known: Iterable[str]) -> Exception:
    near = nearest(word, sorted(known))
    zh = f"没有“{word}”{f'，是否想写 {near}' if near else ''}"
    return rule.error(key, zh, f"there is no “{word}”{f'; did you mean {near}' if near else ''}")


def _option(rule: Rule, key: str, value: object, hint: Any) -> object:  # noqa: ANN401 - a type as written
    """Return the option in the type its field declares."""
    match value:
        case bool() if hint is bool:
            return value
        case int() if hint is int and not isinstance(value, bool) and value > 0:
            return value
        case str() if hint is str:
            return value
        case str() if get_origin(hint) is Literal:
            if value not in get_args(hint):
                raise _unknown(rule, key, value, get_args(hint))
            return value
        case str() if get_origin(hint) is re.Pattern:
            return _pattern(rule, key, value)
        case list() if get_origin(hint) is tuple and value:
            return tuple(_option(rule, f"{key}[{rank}]", item, get_args(hint)[0]) for rank, item in enumerate(value, 1))
        case dict() if get_origin(hint) is get_origin(Mapping[str, str]):
            return {name: _pattern(rule, f"{key}.{name}", text) for name, text in value.items()}
    raise rule.error(key, "类型不对", "has the wrong type")


def _pattern(rule: Rule, key: str, text: object) -> re.Pattern[str]:
    if not isinstance(text, str) or not text:
        raise rule.error(key, "应为正则表达式", "must be a regular expression")
    try:
        with catch_warnings():
            simplefilter("ignore")  # on brackets in a set, which are literal
            return re.compile(text)
    except (OverflowError, RecursionError) as error:
        raise rule.error(key, "次数太大或括号层数太多", "has too large a number or too many brackets") from error
    except re.error as error:
        raise rule.error(key, f"不是有效的正则表达式：{error}", f"is no valid regular expression: {error}") from error


def _refuse_unknown_facts(rule: Rule, facts: frozenset[str]) -> None:
    for lang, message, advice in (
        ("zh", rule.message.zh, rule.advice.zh),
        ("en", rule.message.en, rule.advice.en),
    ):
        _try(rule, f"{lang}.message", message, facts)
        _try(rule, f"{lang}.advice", advice, facts)
    _try(rule, "basis.zh", rule.basis.zh, frozenset({"source"}))
    _try(rule, "basis.en", rule.basis.en, frozenset({"source"}))


def _try(rule: Rule, key: str, text: str, facts: frozenset[str]) -> None:
    """Refuse a text in which braces hold anything but the plain name of a fact."""
    from string import Formatter  # noqa: PLC0415 - not needed for rules known to be sound

    try:
        slots = [(name, bool(spec or conversion)) for _, name, spec, conversion in Formatter().parse(text)]
    except ValueError as error:
        raise rule.error(key, "花括号的写法不对", "has braces that are none of {fact}") from error
    for name, more in slots:
        if name is None or name in facts:
            if more:
                raise rule.error(key, "花括号的写法不对", "has braces that are none of {fact}")
        elif name.isidentifier():
            raise _unknown(rule, key, f"{{{name}}}", (f"{{{fact}}}" for fact in facts))
        else:
            raise rule.error(key, "花括号的写法不对", "has braces that are none of {fact}")


def _refuse_unknown_keys(rule: Rule, templates: Sequence[Template]) -> None:
    """Refuse sections, tables and sums that some edition in the rule's years does not have."""
    for template in templates:
        if (rule.until or template.since) < template.since or (rule.since or 0) > (template.until or 9999):
            continue
        sections = {spec.key for spec in template.sections}
        tables = {spec.key for spec in template.tables}
        sums = {each.key for spec in template.tables for each in spec.sums}
        known = {"section": sections, "sections": sections, "table": tables, "sums": sums}
        for option, keys in known.items():
            value = rule.options.get(option, ())
            for word in [value] if isinstance(value, str) else value:
                if word not in keys:
                    raise _unknown(rule, f"with.{option}", str(word), keys)
        names = _REQUIREMENTS | {f"section:{key}" for key in sections} | {f"table:{key}" for key in tables}
        for word in rule.requires:
            if word not in names:
                raise _unknown(rule, "requires", word, names)
