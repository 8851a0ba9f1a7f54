"""The title of the report: body, year and the instrument's full name, each once."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from lint.align.identity import lacking
from lint.align.subject import Subject
from lint.checks.verdict import CannotTell, Hit, Verdict
from lint.language.names import Title, take_apart
from lint.model import Location, Phrase

_YEAR = r"(?:19|20)\d\d"


class TitleHas(NamedTuple):
    """Holds where the title names the `fault` part; for "repetition", where it says nothing twice."""

    fault: Literal["year", "body", "repetition"]

    @staticmethod
    def facts() -> frozenset[str]:
        """Return the title, and the body and year it might name."""
        return frozenset({"found", "expected"})

    def run(self, subject: Subject) -> Iterator[Verdict]:
        """Yield one hit at the title."""
        identity = subject.identity
        if not identity.title:
            yield CannotTell(lacking(identity)["title"])
            return
        instrument = subject.template.title
        title = take_apart(identity.title_text, instrument)
        if not self._broken(title, instrument):
            return
        body = identity.body or "（单位名称）"
        expected = f"{body}{identity.year or '××××'}年{instrument}"
        place = subject.place(identity.title[0].location, text=identity.title_text)
        facts = {"found": identity.title_text, "expected": expected}
        yield Hit(place, facts, found=identity.title_text, expected=expected)

    def _broken(self, title: Title, instrument: str) -> bool:
        match self.fault:
            case "year":
                return not title.years and not title.odd_year
            case "body":
                return title.body is None
            case _:
                return _repeats(title, instrument)


class TitleName(NamedTuple):
    """Holds where the title has the instrument's name in full. `parts` are its words, to say which is missing."""

    parts: tuple[str, ...] = ()

    @staticmethod
    def facts() -> frozenset[str]:
        """Return what is wrong with the title, and the name in full."""
        return frozenset({"problem", "expected"})

    def run(self, subject: Subject) -> Iterator[Verdict]:
        """Yield one hit at the title, or at the head of the report where there is none."""
        identity, name = subject.identity, subject.template.title
        if not identity.title:
            place = subject.place(Location(min(1, len(subject.document.blocks))))
            yield Hit(place, {"problem": Phrase("没有标题", "there is no title"), "expected": name}, expected=name)
            return
        text = take_apart(identity.title_text, name).text
        if any(name in variant for variant in _variants(text)):
            return
        rest = re.sub(rf"{_YEAR}年?度?", "", text)
        missing = [part for part in self.parts if part not in rest]
        words, english = "”“".join(missing), ", ".join(missing)
        problem = (
            Phrase(f"标题“{identity.title_text}”缺少“{words}”", f"the title “{identity.title_text}” lacks {english}")
            if missing
            else Phrase(f"标题写作“{identity.title_text}”", f"the title reads “{identity.title_text}”")
        )
        place = subject.place(identity.title[0].location, text=identity.title_text)
        yield Hit(place, {"problem": problem, "expected": name}, found=identity.title_text, expected=name)


def _variants(text: str) -> tuple[str, ...]:
    """Return the title as it stands and without its year, which may stand inside the instrument's name."""
    return (text, *(re.sub(rf"\(?{_YEAR}{sign}\)?", "", text) for sign in ("", "年", "年度")))


def _repeats(title: Title, instrument: str) -> bool:
    if len(title.years) > len(set(title.years)):
        return True
    if any(instrument in variant for variant in _variants(title.text)[1:]) and instrument not in title.text:
        return False
    rest = title.text.replace(instrument, "", 1)
    doubled = re.search(rf"年年度(?!报告)|年度年度|年年(?!度)|{_YEAR}年度.*(?:19|20)?年度(?!报)", rest)
    return doubled is not None or instrument in rest
