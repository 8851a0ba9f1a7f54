"""Checks on the prose of a section: empty, thin, silent on a required matter, or longer than the form advises."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lint.align.subject import SectionMatch, Subject
from lint.checks.naming import listed
from lint.checks.verdict import CannotTell, Fact, Hit, Verdict
from lint.findings import Place
from lint.language.patterns import folded_pattern, misuse, search
from lint.language.wording import compact, fold, split_number
from lint.model import Location, Paragraph, Phrase, Table

_REPORT = Phrase("全文", "the whole report")
_HEAD = 30  # characters of a sub-heading that tell its topic, also where text runs on behind it


def heading_place(match: SectionMatch, text: str | None = None) -> Place:
    """Return the place of a section: its heading, or its first words."""
    return Place(match.heading.location, match.spec.numeral, match.spec.key, text=text)


def only_hint(match: SectionMatch) -> bool:
    """Tell whether nothing but the blank form's own hint stands under the heading."""
    hint = fold(match.spec.hint)
    text = fold(match.text)
    return bool(hint) and text in {hint, hint.strip("()")} and not any(isinstance(b, Table) for b in match.body)


def _silent(match: SectionMatch) -> CannotTell | None:
    """Return why a section has no prose to judge: a hint or nothing, which other rules report."""
    title = match.spec.title
    if only_hint(match):
        return CannotTell(Phrase(f"“{title}”只有模板提示语", f"“{title}” holds only the form's hint"))
    if not compact(match.text):
        return CannotTell(Phrase(f"“{title}”没有文字", f"“{title}” has no text"))
    return None


class EmptySection(NamedTuple):
    """Sections that must hold text and hold none; all those in which the form has no table unless named."""

    sections: tuple[str, ...] = ()

    @staticmethod
    def facts() -> frozenset[str]:
        """Return the facts: the heading."""
        return frozenset({"heading"})

    def run(self, subject: Subject) -> Iterator[Verdict]:
        """Yield a hit for each section without text; a table or a picture counts as something to look at."""
        for key in self.sections or subject.template.in_words():
            match = subject.sections.get(key)
            if match is None:
                yield CannotTell(subject.absent[f"section:{key}"])
            elif not compact(match.text) and not any(isinstance(block, Table) for block in match.body):
                title = match.spec.title
                yield Hit(heading_place(match, match.heading.text), {"heading": title}, found="")


class ThinSection(NamedTuple):
    """A section that must name problems and measures and names one of them not, or is a single short sentence."""

    section: str
    shortest: int
    nothing: re.Pattern[str]  # phrases that name no problem although they hold the word
    problem: re.Pattern[str]
    measure: re.Pattern[str]

    @staticmethod
    def facts() -> frozenset[str]:
        """Return the facts: what is lacking, and how long the text is."""
        return frozenset({"lacking", "length"})

    def run(self, subject: Subject) -> Iterator[Verdict]:
        """Yield a hit if the section is thin."""
        match = subject.sections[self.section]
        if silent := _silent(match):
            yield silent
            return
        text = compact(match.text)
        said = self.nothing.sub("", text)
        problem, measure = self.problem.search(said), self.measure.search(said)
        lacking = None
        if len(text) < self.shortest and not (problem and measure):
            lacking = Phrase(f"只有 {len(text)} 个字", f"has only {len(text)} characters")
        elif not problem:
            lacking = Phrase("没有写存在的问题", "names no problem")
        elif not measure:
            lacking = Phrase("没有写改进措施", "names no measure")
        if lacking:
            quoted = text if len(text) <= 40 else f"{text[:40]}…"
            yield Hit(heading_place(match, quoted), {"lacking": lacking, "length": len(text)}, found=quoted)


class Statement(NamedTuple):
    """A statement that a section must make, anywhere in the report if none is named, by a pattern over folded text."""

    pattern: re.Pattern[str]
    section: str = ""

    @staticmethod
    def facts() -> frozenset[str]:
        """Return the facts: the heading."""
        return frozenset({"heading"})

    def misfit(self) -> tuple[str, Phrase] | None:
        """Return "pattern" and why, if that is of no use."""
        why = misuse(self.pattern.pattern)
        return ("pattern", why) if why else None

    def run(self, subject: Subject) -> Iterator[Verdict]:
        """Yield a hit if nothing in the section, or in the report, matches."""
        pattern = folded_pattern(self.pattern.pattern)
        if not self.section:
            text = "\n".join(paragraph.text for paragraph in subject.document.paragraphs())
            if search(pattern, text) is None:
                yield Hit(Place(Location()), {"heading": _REPORT})
            return
        match = subject.sections.get(self.section)
        if match is None:
            yield CannotTell(subject.absent[f"section:{self.section}"])
        elif silent := _silent(match):
            yield silent
        elif search(pattern, match.text) is None:
            title = match.spec.title
            yield Hit(heading_place(match, match.heading.text), {"heading": title})


class Length(NamedTuple):
    """A section longer than the form advises, in characters without blanks."""

    section: str
    longest: int

    @staticmethod
    def facts() -> frozenset[str]:
        """Return the facts: the length found and the length advised."""
        return frozenset({"found", "expected"})

    def run(self, subject: Subject) -> Iterator[Verdict]:
        """Yield a hit if the section's prose is too long."""
        match = subject.sections[self.section]
        length = len(compact(match.text))
        if length > self.longest:
            facts = {"found": length, "expected": self.longest}
            yield Hit(heading_place(match), facts, found=str(length), expected=str(self.longest))


class Topics(NamedTuple):
    """Topics that a section must cover: by its sub-headings where it has them, else by words anywhere in it."""

    section: str
    topics: Mapping[str, re.Pattern[str]]

    @staticmethod
    def facts() -> frozenset[str]:
        """Return the facts: the topics left out."""
        return frozenset({"missing", "count"})

    def run(self, subject: Subject) -> Iterator[Verdict]:
        """Yield one hit that names all topics left out."""
        match = subject.sections[self.section]
        if silent := _silent(match):
            yield silent
            return
        paragraphs = [compact(block.text) for block in match.body if isinstance(block, Paragraph)]
        headings = [text for text in paragraphs if split_number(fold(text[:12]))[0]]
        # With as many sub-headings as topics none was left out as a whole; then the text under them counts too.
        if 2 <= len(headings) < len(self.topics):
            short = [text for text in paragraphs if len(text) <= _HEAD and text[-1:] not in "。；，"]
            paragraphs = [text[:_HEAD] for text in headings] + short
        text = "\n".join(paragraphs)
        missing = tuple(name for name, pattern in self.topics.items() if not pattern.search(text))
        if missing:
            facts: dict[str, Fact] = {"missing": listed(missing), "count": len(missing)}
            yield Hit(heading_place(match), facts, expected="、".join(missing))
