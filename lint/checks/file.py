"""Checks on the file itself: what the reader noted, and whether it is a report at all."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from lint.align.subject import Subject
from lint.checks.naming import begins, joined, written
from lint.checks.verdict import Hit, Verdict
from lint.findings import Place
from lint.model import Location, Phrase, Table

NoteKind = Literal["insertion", "deletion", "move", "reformatting", "comment", "hidden", "textbox"]
_KINDS: dict[NoteKind, tuple[str, str, str]] = {  # in Chinese, in English for one and for several
    "insertion": ("插入 {} 处", "{} insertion", "{} insertions"),
    "deletion": ("删除 {} 处", "{} deletion", "{} deletions"),
    "move": ("移动 {} 处", "{} move", "{} moves"),
    "reformatting": ("格式修订 {} 处", "{} format change", "{} format changes"),
    "comment": ("批注 {} 条", "{} comment", "{} comments"),
    "hidden": ("隐藏文字 {} 处", "{} hidden passage", "{} hidden passages"),
    "textbox": ("文本框 {} 个", "{} text box", "{} text boxes"),
}


_START = Phrase("文首", "the beginning")


class ReaderNotes(NamedTuple):
    """Notes of the reader of some kinds; one finding that counts them all."""

    kinds: tuple[NoteKind, ...]

    @staticmethod
    def facts() -> frozenset[str]:
        """Return the facts: what was seen and how often."""
        return frozenset({"seen", "near"})

    def run(self, subject: Subject) -> Iterator[Verdict]:
        """Yield one hit, at the first place noted, if any such note was made."""
        notes = [(kind, note) for kind in self.kinds for note in subject.document.notes if note.kind == kind]
        if not notes:
            return
        counted = [(_KINDS[kind], note.times) for kind, note in notes]
        seen = joined([Phrase(zh.format(n), (one if n == 1 else more).format(n)) for (zh, one, more), n in counted])
        first = min(note.location for _, note in notes)
        near = begins(_text_at(subject, first))
        place = subject.place(first, text=near or None)
        yield Hit(place, {"seen": seen, "near": written(near) if near else _START}, found=seen.zh)


def _text_at(subject: Subject, location: Location) -> str:
    """Return the text of the paragraph or cell at a location, "" if there is none."""
    block = next((block for block in subject.document.blocks if block.location.block == location.block), None)
    if isinstance(block, Table):
        row, column = max(location.row, 1), max(location.column, 1)
        cell = block.grid[row - 1][column - 1] if row <= len(block.grid) and column <= len(block.grid[0]) else None
        return cell.text if cell else ""
    return block.text if block else ""


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
