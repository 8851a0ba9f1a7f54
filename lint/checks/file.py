"""Checks on the file itself: what the reader noted, and whether it is a report at all."""

from collections.abc import Iterator
from typing import NamedTuple

from lint.align.subject import Subject
from lint.checks.naming import written
from lint.checks.verdict import Hit, Verdict
from lint.findings import Place
from lint.model import Location, Phrase

_KINDS = {
    "insertion": Phrase("插入 {} 处", "{} insertions"),
    "deletion": Phrase("删除 {} 处", "{} deletions"),
    "move": Phrase("移动 {} 处", "{} moves"),
    "reformatting": Phrase("格式修订 {} 处", "{} format changes"),
    "comment": Phrase("批注 {} 条", "{} comments"),
    "hidden": Phrase("隐藏文字 {} 处", "{} hidden passages"),
    "textbox": Phrase("文本框 {} 个", "{} text boxes"),
}


class ReaderNotes(NamedTuple):
    """Notes of the reader of some kinds; one finding that counts them all."""

    kinds: tuple[str, ...]

    @staticmethod
    def facts() -> frozenset[str]:
        """Return the facts: what was seen and how often."""
        return frozenset({"seen"})

    def run(self, subject: Subject) -> Iterator[Verdict]:
        """Yield one hit, at the first place noted, if any such note was made."""
        notes = [note for kind in self.kinds for note in subject.document.notes if note.kind == kind]
        if notes:
            seen = [(_KINDS[note.kind], note.times) for note in notes]
            zh = "、".join(phrase.zh.format(times) for phrase, times in seen)
            en = ", ".join(phrase.en.format(times) for phrase, times in seen)
            first = min(note.location for note in notes)
            yield Hit(subject.place(first), {"seen": Phrase(zh, en)}, found=zh)


class OtherDocument(NamedTuple):
    """A document with neither a section nor a table of the form."""

    @staticmethod
    def facts() -> frozenset[str]:
        """Return the facts: how the document begins."""
        return frozenset({"begins"})

    def run(self, subject: Subject) -> Iterator[Verdict]:
        """Yield one hit if nothing of the form is there."""
        if "form" in subject.absent:
            first = next((paragraph for paragraph in subject.document.paragraphs() if paragraph.text.strip()), None)
            text = first.text.strip()[:40] if first else ""
            place = Place(first.location if first else Location(), text=text)
            yield Hit(place, {"begins": written(text)}, found=text)


class Unreadable(NamedTuple):
    """A file that cannot be read at all; the engine reports it, since there is no document to check."""

    @staticmethod
    def facts() -> frozenset[str]:
        """Return the facts: why, and what to send instead."""
        return frozenset({"reason", "instead"})

    def run(self, subject: Subject) -> Iterator[Verdict]:
        """Yield nothing: a document that can be laid over a form was readable."""
        del subject
        return iter(())
