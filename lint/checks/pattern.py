"""A wording that must stand, or must not stand, in some part of the report: a rule that needs no Python."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from lint.align.identity import lacking
from lint.align.subject import SectionMatch, Subject
from lint.checks.naming import quoted
from lint.checks.verdict import CannotTell, Fact, Hit, Verdict
from lint.language.patterns import folded_pattern, misuse, search
from lint.language.wording import fold
from lint.model import Location, Paragraph, Phrase

Scope = Literal["report", "title", "preamble", "section", "tables"]
_NAMES: Mapping[Scope, Phrase] = {
    "report": Phrase("报告全文", "the report"),
    "title": Phrase("标题", "the title"),
    "preamble": Phrase("开头的说明", "the opening paragraphs"),
    "tables": Phrase("表格", "the tables"),
}
_OTHER_SCOPE = Phrase("写了 section，scope 只能是 section", "must be “section” where `section` is given")
_NO_SECTION = Phrase("scope 为 section 时要写 section", "must be given where the scope is “section”")
_NO_PREAMBLE = Phrase("报告开头没有说明文字", "there is no text before the first part")
_NO_TABLES = Phrase("报告里没有表格", "the report has no table")


class _Text(NamedTuple):
    """A paragraph or cell to be searched."""

    text: str
    location: Location


class Pattern(NamedTuple):
    """A pattern over folded text. `scope` is where it is looked for: all paragraphs ("report"), or the cells of tables.

    With `section`, the paragraphs of that section; the form's own hint in it does not count.
    """

    pattern: re.Pattern[str]
    expect: Literal["present", "absent"] = "present"
    scope: Scope = "report"
    section: str = ""

    @staticmethod
    def facts() -> frozenset[str]:
        """Return the facts: the words found, and where they were looked for."""
        return frozenset({"found", "scope", "heading"})

    def misfit(self) -> tuple[str, Phrase] | None:
        """Return the option that does not fit and why: a pattern of no use, a section for another scope."""
        if why := misuse(self.pattern.pattern):
            return "pattern", why
        if self.section and self.scope not in ("report", "section"):
            return "scope", _OTHER_SCOPE
        return ("section", _NO_SECTION) if self.scope == "section" and not self.section else None

    def run(self, subject: Subject) -> Iterator[Verdict]:
        """Yield a hit where nothing matches, or for each paragraph or cell that matches and should not."""
        texts = self._texts(subject)
        if isinstance(texts, CannotTell):
            yield texts
            return
        pattern = folded_pattern(self.pattern.pattern)
        found = ((text, search(pattern, text.text)) for text in texts)
        if self.expect == "absent":
            yield from (self._hit(subject, text, words) for text, words in found if words is not None)
        elif not any(text.text.strip() for text in texts):
            name = self._name(subject)
            yield CannotTell(Phrase(f"{name.zh}没有文字", f"there is no text in {name.en}"))
        elif all(words is None for _, words in found):
            yield self._hit(subject, self._head(subject, texts), None)

    def _texts(self, subject: Subject) -> list[_Text] | CannotTell:
        """Return what is to be searched, or why there is nothing."""
        document, identity = subject.document, subject.identity
        if self.section:
            match = subject.sections.get(self.section)
            return _prose(match) if match else CannotTell(subject.absent[f"section:{self.section}"])
        match self.scope:
            case "title":
                if not identity.title:
                    return CannotTell(lacking(identity)["title"])
                return [_Text(identity.title_text, identity.title[0].location)]
            case "preamble":
                texts = [_Text(each.text, each.location) for each in identity.preamble]
                return texts or CannotTell(_NO_PREAMBLE)
            case "tables":
                cells = [_Text(cell.text, cell.location) for table in document.tables() for cell in table.cells()]
                return cells or CannotTell(_NO_TABLES)
            case _:
                return [_Text(each.text, each.location) for each in document.paragraphs()]

    def _head(self, subject: Subject, texts: Sequence[_Text]) -> _Text:
        """Return the place that lacks the wording: the section's heading, the title, the first paragraph; else none."""
        match = subject.sections.get(self.section)
        if match is not None:
            return _Text(match.heading.text, match.heading.location)
        return texts[0] if self.scope in ("title", "preamble") else _Text("", Location())

    def _name(self, subject: Subject) -> Phrase:
        match = subject.sections.get(self.section)
        if match is None:
            return _NAMES[self.scope]
        title = quoted(match.spec.title)
        return Phrase(title, title)

    def _hit(self, subject: Subject, at: _Text, words: str | None) -> Hit:
        begun = [each for each in subject.sections.values() if each.heading.location <= at.location]
        section = max(begun, key=lambda each: each.heading.location).spec if begun else None
        place = subject.place(at.location, text=at.text.strip() or None)._replace(section=section and section.key)
        facts: dict[str, Fact] = {
            "found": quoted(words) if words else "",
            "scope": self._name(subject),
            "heading": section.title if section else "",
        }
        return Hit(place, facts, found=words)


def _prose(match: SectionMatch) -> list[_Text]:
    """Return the paragraphs of a section without the form's own hint."""
    hint = fold(match.spec.hint).strip("()")
    paragraphs = [block for block in match.body if isinstance(block, Paragraph)]
    return [_Text(each.text, each.location) for each in paragraphs if not hint or fold(each.text).strip("()") != hint]
