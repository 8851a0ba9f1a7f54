"""Rules explained: what each one says, on what it rests, and what to do about it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from lint.findings import Severity
from lint.model import Phrase
from lint.reporters.columns import hang
from lint.reporters.style import SEVERITY_WORDS, Style


class Entry(NamedTuple):
    """A rule as it is explained; `message` is the pattern with names in braces, `wrong` what an example does wrong."""

    code: str
    name: str
    severity: Severity
    message: Phrase
    basis: Phrase
    advice: Phrase
    since: int | None = None
    until: int | None = None
    requires: tuple[str, ...] = ()
    wrong: tuple[Phrase, ...] = ()


def as_text(entries: Sequence[Entry], style: Style) -> str:
    """Return the rules for a terminal, a blank line between them."""
    return "\n".join("\n".join(_lines(entry, style)) + "\n" for entry in entries)


def _lines(entry: Entry, style: Style) -> Iterator[str]:
    word = SEVERITY_WORDS[entry.severity].in_language(style.lang)
    yield f"{style.ink('strong', entry.code)}  {entry.name}  {style.ink(entry.severity, word)}"
    for label, text in _facts(entry, style):
        yield from hang(style.say(f"{label}：", f"{label}: "), text, 2, style.width)


def _facts(entry: Entry, style: Style) -> Iterator[tuple[str, str]]:
    """Yield what is said about a rule, each with its label."""
    yield style.say("提示语", "message"), entry.message.in_language(style.lang)
    yield style.say("依据", "basis"), entry.basis.in_language(style.lang)
    yield style.say("改法", "remedy"), entry.advice.in_language(style.lang)
    if entry.since or entry.until:
        yield style.say("适用年度", "report years"), f"{entry.since or ''}–{entry.until or ''}"
    for wrong in entry.wrong:
        yield style.say("错例", "example"), wrong.in_language(style.lang)


def as_markdown(entries: Sequence[Entry], style: Style) -> str:
    """Return the rules as a Markdown page."""
    return "\n".join(_section(entry, style) for entry in entries)


def _section(entry: Entry, style: Style) -> str:
    word = SEVERITY_WORDS[entry.severity].in_language(style.lang)
    facts = "".join(f"- **{label}**{style.say('：', ': ')}{text}\n" for label, text in _facts(entry, style))
    return f"## {entry.code} {entry.name}\n\n{word}\n\n{facts}"


def as_json(entries: Sequence[Entry], style: Style) -> str:
    """Return the rules as a JSON list in the language asked for."""
    import json  # noqa: PLC0415 - the other formats start faster without it

    return json.dumps([_object(entry, style) for entry in entries], ensure_ascii=False, indent=2) + "\n"


def _object(entry: Entry, style: Style) -> dict[str, Any]:
    return {
        "code": entry.code,
        "name": entry.name,
        "severity": entry.severity,
        "message": entry.message.in_language(style.lang),
        "basis": entry.basis.in_language(style.lang),
        "advice": entry.advice.in_language(style.lang),
        "since": entry.since,
        "until": entry.until,
        "requires": list(entry.requires),
        "examples": [wrong.in_language(style.lang) for wrong in entry.wrong],
    }


FORMATS: Mapping[str, Callable[[Sequence[Entry], Style], str]] = MappingProxyType(
    {"text": as_text, "markdown": as_markdown, "json": as_json}
)
