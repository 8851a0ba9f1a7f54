"""Rules explained: what each one says, on what it rests, a wrong and a right example, and what to do about it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType
from typing import Any, NamedTuple

from lint.findings import Severity
from lint.model import Phrase
from lint.reporters.columns import hang
from lint.reporters.style import SEVERITY_WORDS, Style


class Worked(NamedTuple):
    """An example that the linter was run on: what is wrong in it, what it says ("" if that is missing) and should say.

    `message` and `advice` are those of the finding. All are in the language asked for. `edition` is named for an
    example that is not of the newest.
    """

    wrong: str
    found: str
    right: str
    message: str
    advice: str
    edition: str = ""

    def told(self, style: Style) -> str:
        """Return what is wrong, with the edition it is about."""
        return self.wrong + (
            style.say(f"（{self.edition} 年版）", f" (edition {self.edition})") if self.edition else ""
        )


class Entry(NamedTuple):
    """A rule as it is explained; `message` and `advice` are patterns with facts in braces, `needs` is told in words."""

    code: str
    name: str
    severity: Severity
    message: Phrase
    basis: Phrase
    advice: Phrase
    since: int | None = None
    until: int | None = None
    requires: tuple[str, ...] = ()
    needs: tuple[Phrase, ...] = ()
    examples: tuple[Worked, ...] = ()
    off: bool = False  # switched off by somebody's own demands

    def level(self, style: Style) -> str:
        """Return the severity in words."""
        return style.say("不用", "off") if self.off else SEVERITY_WORDS[self.severity].in_language(style.lang)


def as_text(entries: Sequence[Entry], style: Style) -> str:
    """Return the rules for a terminal, a blank line between them."""
    return "\n".join("\n".join(_lines(tuple(group), style)) + "\n" for _, group in groupby(entries, _code))


def _code(entry: Entry) -> str:
    return entry.code


def _lines(entries: Sequence[Entry], style: Style) -> Iterator[str]:
    first = entries[0]
    yield f"{style.ink('strong', first.code)}  {first.name}  {style.ink(first.severity, first.level(style))}"
    for label, text in explained(entries, style):
        yield from hang(style.say(f"{label}：", f"{label}: "), text, 2, style.width)


def explained(entries: Sequence[Entry], style: Style) -> Iterator[tuple[str, str]]:
    """Yield what is said about a rule, each with its label; for other years, what they have of their own."""
    first, lang = entries[0], style.lang
    shown = first.examples[0] if first.examples else None
    yield style.say("提示语", "message"), shown.message if shown else first.message.in_language(lang)
    if shown:
        yield style.say("错例", "wrong"), shown.told(style)
        if shown.found:
            yield style.say("写成", "reads"), shown.found
        if shown.right:
            yield style.say("应为", "right") if shown.found else style.say("应有", "should have"), shown.right
    yield style.say("改法", "remedy"), shown.advice if shown else first.advice.in_language(lang)
    yield style.say("依据", "basis"), first.basis.in_language(lang)
    also = [example.told(style) for example in first.examples[1:]]
    if also:
        yield style.say("也会指出", "also found"), style.say("；", "; ").join(dict.fromkeys(also))
    if first.needs:
        needs = style.say("；", "; ").join(phrase.in_language(lang) for phrase in first.needs)
        yield style.say("前提", "needs"), needs
    if first.since or first.until:
        yield style.say("适用年度", "report years"), years(first, style)
    for other in entries[1:]:
        level = style.say(f"（{other.level(style)}）", f" ({other.level(style)})")
        own = [f"{label}{style.say('：', ': ')}{text}" for label, text in _own(first, other, style)]
        yield f"{years(other, style)}{level}", style.say("　", " ").join(own) or style.say("其余同上", "else as above")


def _own(first: Entry, other: Entry, style: Style) -> Iterator[tuple[str, str]]:
    """Yield what a rule says otherwise for other years, each with its label, as sentences."""
    for label, here, there in (
        (style.say("提示语", "message"), first.message, other.message),
        (style.say("依据", "basis"), first.basis, other.basis),
        (style.say("改法", "remedy"), first.advice, other.advice),
    ):
        if here != there:
            text = there.in_language(style.lang)
            yield label, text if text[-1:] in "。." else f"{text}{style.say('。', '.')}"


def years(entry: Entry, style: Style) -> str:
    """Return the report years a rule is due in, in words."""
    if entry.since == entry.until:
        return style.say(f"{entry.since} 年度", f"{entry.since}") if entry.since else style.say("各年度", "every year")
    if entry.until is None:
        return style.say(f"{entry.since} 年度起", f"from {entry.since}")
    if entry.since is None:
        return style.say(f"{entry.until} 年度止", f"up to {entry.until}")
    return style.say(f"{entry.since}–{entry.until} 年度", f"{entry.since}–{entry.until}")


def as_markdown(entries: Sequence[Entry], style: Style) -> str:
    """Return the rules as a Markdown page."""
    return "\n".join(_section(tuple(group), style) for _, group in groupby(entries, _code))


def _section(entries: Sequence[Entry], style: Style) -> str:
    first = entries[0]
    said = ((label, " ".join(escaped(text).split())) for label, text in explained(entries, style))
    facts = "".join(f"- **{label}**{style.say('：', ': ')}{text}\n" for label, text in said)
    return f"## {first.code} {first.name}\n\n**{first.level(style)}**\n\n{facts}"


def escaped(text: str) -> str:
    """Return a text so that Markdown shows it as it is."""
    return "".join(f"\\{sign}" if sign in "\\`*_<>[]|#" else sign for sign in text)


def as_json(entries: Sequence[Entry], style: Style) -> str:
    """Return the rules as a JSON list in the language asked for; a rule stands once for each range of years."""
    import json  # noqa: PLC0415 - the other formats start faster without it

    return json.dumps([_object(entry, style.lang) for entry in entries], ensure_ascii=False, indent=2) + "\n"


def _object(entry: Entry, lang: str) -> dict[str, Any]:
    return {
        "code": entry.code,
        "name": entry.name,
        "severity": "off" if entry.off else entry.severity,
        "message": entry.message.in_language(lang),
        "basis": entry.basis.in_language(lang),
        "advice": entry.advice.in_language(lang),
        "since": entry.since,
        "until": entry.until,
        "requires": list(entry.requires),
        "examples": [
            {
                "wrong": example.wrong,
                "edition": example.edition or None,
                "found": example.found or None,
                "right": example.right or None,
                "message": example.message,
                "advice": example.advice,
            }
            for example in entry.examples
        ],
    }


FORMATS: Mapping[str, Callable[[Sequence[Entry], Style], str]] = MappingProxyType(
    {"text": as_text, "markdown": as_markdown, "json": as_json}
)
