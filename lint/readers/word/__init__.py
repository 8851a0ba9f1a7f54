"""A Word package → Document: one parse, one survey in C, one walk; the view with all tracked changes accepted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from lint.model import Block, Document, Note
from lint.readers.limits import Limits, exceeded
from lint.readers.package import PartError, open_package
from lint.readers.parsing import parse
from lint.readers.word import parts
from lint.readers.word.flatten import Gatherer
from lint.readers.word.lines import LineReader
from lint.readers.word.styles import Styles, read_styles
from lint.readers.word.survey import Survey, survey
from lint.readers.word.walk import Walk

if TYPE_CHECKING:
    from lint.readers.package import Package
    from lint.readers.word.numbering import Counter

Made = TypeVar("Made")


def read_word(data: bytes, name: str, limits: Limits) -> Document:
    """Read a docx, docm, dotx or dotm, transitional or strict.

    Headers, footers, notes and comments are not read. Paragraphs without text and picture are left out.

    Raises:
        UnreadableDocument: it is damaged, protected, beyond the limits, or no Word document.
    """
    try:
        return _read(data, name, limits)
    except PartError as error:
        raise error.refusal.error() from error
    except RecursionError as error:
        raise exceeded("xml_depth", None, limits.xml_depth).error() from error


def _read(data: bytes, name: str, limits: Limits) -> Document:
    package = open_package(data, limits)
    main = parts.main_part(package)
    blocks, notes = _walked(package, main)
    return Document(name=name, blocks=blocks, notes=notes)


def _walked(package: Package, main: parts.Main) -> tuple[tuple[Block, ...], tuple[Note, ...]]:
    unread: list[Note] = []
    styles = _styles(package, main, unread)
    seen = survey(main.body, styles.notable)
    lines = LineReader(seen, styles, Gatherer(styles.hiding), _counter(package, main.name, seen, unread))
    walk = Walk(seen, lines, package.limits)
    walk.read(main.body)
    return tuple(walk.blocks), (*walk.notes(), *unread)


def _styles(package: Package, main: parts.Main, unread: list[Note]) -> Styles:
    """Resolve the styles, but only if the body names styles and one of them numbers or hides."""
    nothing = Styles({}, frozenset())
    if not main.styled:
        return nothing

    def make(data: bytes) -> Styles:
        return (
            read_styles(parse(data, package.limits))
            if b"numPr" in data or b"vanish" in data or b"\0" in data
            else nothing
        )

    return _side(package, main.name, "styles", make, unread) or nothing


def _counter(package: Package, main: str, seen: Survey, unread: list[Note]) -> Counter | None:
    """Return the counter of list numbers, None if no paragraph has one."""
    if not seen.numbered and not seen.styled:
        return None
    from lint.readers.word.numbering import Counter, read_numbering  # noqa: PLC0415 - most reports number by hand

    return _side(package, main, "numbering", lambda data: Counter(read_numbering(parse(data, package.limits))), unread)


def _side(package: Package, main: str, kind: str, make: Callable[[bytes], Made], unread: list[Note]) -> Made | None:
    try:
        data = parts.side_part(package, main, kind)
        return None if data is None else make(data)
    except PartError:
        unread.append(Note("unread-part", detail=kind))
        return None
