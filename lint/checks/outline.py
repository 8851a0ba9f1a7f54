"""Checks on how the text is put together: parts listed in the preamble, numbers of sub-headings, hints left in."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lint.align.subject import SectionMatch, Subject
from lint.checks.naming import begins, listed, written
from lint.checks.verdict import Hit, Verdict
from lint.language.wording import bare, fold, numeral_value, split_number
from lint.model import Paragraph, Phrase

_PARTS = re.compile(r"(\S{1,2})[个大]?(?:部分|方面)")
_ENDS = str.maketrans("！？\n", "。。。")


class PartsList(NamedTuple):
    """A sentence of the preamble that lists the parts: its names and its number against the form's sections."""

    @staticmethod
    def facts() -> frozenset[str]:
        """Return the facts: what differs."""
        return frozenset({"differs"})

    def run(self, subject: Subject) -> Iterator[Verdict]:
        """Yield one hit a listing sentence; a sentence that names fewer than three parts is no listing."""
        sections = subject.template.sections
        for paragraph in subject.identity.preamble:
            for sentence in paragraph.text.translate(_ENDS).split("。"):
                plain = bare(sentence)
                named = {
                    spec.key for spec in sections if any(bare(name) in plain for name in (spec.heading, *spec.aliases))
                }
                if len(named) < 3:
                    continue
                lost = tuple(spec.heading for spec in sections if spec.key not in named)
                stated = _PARTS.search(fold(sentence))
                number = numeral_value(stated.group(1)) if stated else None
                differs = _difference(lost, number, len(sections))
                if differs:
                    quoted = subject.place(paragraph.location, text=sentence.strip())
                    yield Hit(quoted, {"differs": differs}, found=sentence.strip())


def _difference(lost: tuple[str, ...], number: int | None, count: int) -> Phrase | None:
    if lost:
        names = listed(lost)
        return Phrase(f"没有照标题列出{names.zh}", f"does not list {names.en} as the heading has it")
    if number is not None and number != count:
        return Phrase(f"写的是 {number} 个部分，实际列出 {count} 个", f"says {number} parts and lists {count}")
    return None


class SubheadingNumbers(NamedTuple):
    """Numbers of sub-headings at the head of paragraphs: gaps, repeats, and runs that do not begin with one.

    Looked at are all sections in which the form has no table unless some are named.
    """

    sections: tuple[str, ...] = ()

    @staticmethod
    def facts() -> frozenset[str]:
        """Return the facts: the number found, the number expected."""
        return frozenset({"found", "expected"})

    def run(self, subject: Subject) -> Iterator[Verdict]:
        """Yield at most one hit a section; a run that begins again with one is a new run."""
        for key in self.sections or subject.template.in_words():
            match = subject.sections.get(key)
            hit = _first_break(match, subject) if match else None
            if hit:
                yield hit


def _first_break(match: SectionMatch, subject: Subject) -> Hit | None:
    last = {True: 0, False: 0}
    for block in match.body:
        if not isinstance(block, Paragraph):
            continue
        number = split_number(fold(block.text[:12]))[0]
        bracketed = number.startswith("(")
        if not number or number[bracketed].isdigit() is bracketed:
            continue  # only （一） and 1. are followed; （1） is a rank below, 一、 one above
        value = numeral_value(number) or 0
        if value not in {1, last[bracketed] + 1}:
            expected = str(last[bracketed] + 1)
            place = subject.place(block.location, text=block.text[:40])
            return Hit(
                place,
                {"found": written(begins(block.text)), "expected": expected},
                found=number,
                expected=expected,
            )
        last[bracketed] = value
        if bracketed:
            last[False] = 0
    return None


class Leftover(NamedTuple):
    """Words of a template left in a paragraph: one of its own hints, or what a pattern over the folded text finds.

    One finding a paragraph.
    """

    pattern: re.Pattern[str]

    @staticmethod
    def facts() -> frozenset[str]:
        """Return the facts: the words left in."""
        return frozenset({"found"})

    def run(self, subject: Subject) -> Iterator[Verdict]:
        """Yield a hit for each paragraph that still holds words of the template."""
        lines = (fold(line) for spec in subject.template.sections for line in spec.hint.split("\n"))
        # What else a form prints under a heading may be meant to stay.
        hints = {line for line in lines if (line[:1] == "(" and line[-1] == ")") or "请" in line[:2]}
        for paragraph in subject.document.paragraphs():
            folded = fold(paragraph.text)
            match = self.pattern.search(folded)
            if match or folded in hints:
                found = _unfolded(paragraph.text, *match.span()) if match else paragraph.text.strip()
                place = subject.place(paragraph.location, text=paragraph.text.strip())
                section = next((s.spec.key for s in subject.sections.values() if paragraph in s.body), None)
                yield Hit(place._replace(section=section), {"found": written(found)}, found=found)


def _unfolded(text: str, start: int, end: int) -> str:
    """Return the part of a text that a stretch of its folded form stands for."""
    places = [place for place, sign in enumerate(text) if fold(sign)]
    return text[places[start] : places[end - 1] + 1]
