"""Kinds of check explained to those who write rules: what they test, their options and facts, and an example."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from re import split
from types import MappingProxyType
from typing import Any

from lint.forms.kinds import Kind, Kinds, Option, Term
from lint.reporters.columns import hang
from lint.reporters.style import Style


def as_text(kinds: Kinds, style: Style) -> str:
    """Return the kinds for a terminal, several with an overview before them; then the facts for every message."""
    pages = ["\n".join(_lines(kind, style)) + "\n" for kind in kinds.kinds]
    facts = style.say("每条规则的提示语都可以用：", "Facts that every message may use:")
    if len(pages) > 1:
        pages.insert(0, "\n".join(_overview(kinds.kinds, style)) + "\n")
    return "\n".join([*pages, "\n".join([facts, *_terms(kinds.facts, "{{{}}}", style)]) + "\n"])


def _overview(kinds: Sequence[Kind], style: Style) -> Iterator[str]:
    """Yield one line a kind: the first sentence on what it tests."""
    yield style.say(f"共 {len(kinds)} 种检查类型：", f"{len(kinds)} kinds of check:")
    for kind in kinds:
        first = split(style.say("[；。]", "[;.] "), kind.tests.in_language(style.lang))[0]
        yield from hang(f"{kind.name}  ", first, 2, style.width)


def _lines(kind: Kind, style: Style) -> Iterator[str]:
    yield style.ink("strong", kind.name)
    yield from hang("", kind.tests.in_language(style.lang), 2, style.width)
    if kind.requires:
        yield from hang(style.say("必须写 ", "must have "), _requires(kind), 2, style.width)
    if kind.options:
        yield style.say("  选项：", "  options:")
    for option in kind.options:
        yield from hang(f"{option.name}  ", _described(option, style), 4, style.width)
        for choice in option.choices:
            shown = choice.name or '""'
            yield from hang(f"{shown}  ", choice.means.in_language(style.lang), 8, style.width)
    if kind.facts:
        yield style.say("  提示语可用的事实：", "  facts for its messages:")
        yield from (f"  {line}" for line in _terms(kind.facts, "{{{}}}", style))
    yield style.say("  例：", "  example:")
    yield from (f"    {line}".rstrip() for line in kind.example.splitlines())


def _requires(kind: Kind) -> str:
    words = ", ".join(f'"{word}"' for word in kind.requires)
    return f"requires = [{words}]"


def _described(option: Option, style: Style) -> str:
    """Return an option's type, default and meaning in one line."""
    due = (
        style.say("必填", "required") if option.default is None else f"{style.say('默认', 'default')} {option.default}"
    )
    kind, means = option.type.in_language(style.lang), option.means.in_language(style.lang)
    return style.say(f"（{kind}；{due}）{means}", f"({kind}; {due}) {means}")


def _terms(terms: Sequence[Term], pattern: str, style: Style) -> Iterator[str]:
    for term in terms:
        yield from hang(f"{pattern.format(term.name)}  ", term.means.in_language(style.lang), 2, style.width)


def as_markdown(kinds: Kinds, style: Style) -> str:
    """Return the kinds as Markdown, each under a heading of the third rank."""
    return "\n".join(_page(kind, style) for kind in kinds.kinds)


def _page(kind: Kind, style: Style) -> str:
    lines = [f"### {kind.name}", "", f"{kind.tests.in_language(style.lang)}{style.say('。', '.')}", ""]
    if kind.requires:
        lines += [f"{style.say('必须写', 'Must have')} `{_requires(kind)}`{style.say('。', '.')}", ""]
    if kind.options:
        titles = style.say("| 选项 | 取值 | 默认 | 意思 |", "| option | value | default | meaning |")
        lines += [titles, "|---|---|---|---|", *(_row(option, style) for option in kind.options), ""]
    if kind.facts:
        lines += [*fact_table(kind.facts, style), ""]
    return "\n".join([*lines, f"```toml\n{kind.example}```", ""])


def _row(option: Option, style: Style) -> str:
    """Return an option as a row of a table, its choices below its meaning."""
    default = style.say("必填", "required") if option.default is None else f"`{option.default}`"
    choices = [f"`{choice.name or chr(34) * 2}` {choice.means.in_language(style.lang)}" for choice in option.choices]
    means = "<br>".join([option.means.in_language(style.lang), *choices])
    return f"| `{option.name}` | {option.type.in_language(style.lang)} | {default} | {means} |"


def fact_table(facts: Sequence[Term], style: Style) -> list[str]:
    """Return facts as the lines of a Markdown table."""
    return term_table(facts, style.say("事实", "fact"), style, "`{{{}}}`")


def term_table(terms: Sequence[Term], title: str, style: Style, pattern: str = "`{}`") -> list[str]:
    """Return words with their meanings as the lines of a Markdown table."""
    rows = (f"| {pattern.format(term.name)} | {term.means.in_language(style.lang)} |" for term in terms)
    return [f"| {title} | {style.say('意思', 'meaning')} |", "|---|---|", *rows]


def as_json(kinds: Kinds, style: Style) -> str:
    """Return the kinds as a JSON list in the language asked for, defaults as values."""
    import json  # noqa: PLC0415 - the other formats start faster without it

    return json.dumps([_object(kind, style.lang) for kind in kinds.kinds], ensure_ascii=False, indent=2) + "\n"


def _object(kind: Kind, lang: str) -> dict[str, Any]:
    from tomllib import loads  # noqa: PLC0415 - likewise

    return {
        "name": kind.name,
        "tests": kind.tests.in_language(lang),
        "requires": list(kind.requires),
        "options": [
            {
                "name": option.name,
                "type": option.kind,
                "required": option.default is None,
                "default": None if option.default is None else loads(f"value = {option.default}")["value"],
                "meaning": option.means.in_language(lang),
                "choices": {choice.name: choice.means.in_language(lang) for choice in option.choices},
            }
            for option in kind.options
        ],
        "facts": {fact.name: fact.means.in_language(lang) for fact in kind.facts},
        "example": kind.example,
    }


FORMATS: Mapping[str, Callable[[Kinds, Style], str]] = MappingProxyType(
    {"text": as_text, "markdown": as_markdown, "json": as_json}
)
