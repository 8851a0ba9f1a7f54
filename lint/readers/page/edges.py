"""The lines and tables of a page → those of the report, and what the page says about it in other places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from lint.readers.page.labels import day, ends_article, is_address, is_chrome, name_of, particulars
from lint.readers.page.lines import Line
from lint.readers.page.sanitising import Named
from lint.readers.page.sheets import Laid
from lint.readers.page.weights import ORDINAL

_PROSE: Final = 40  # characters of a sentence of the report itself
_FEWEST_PARTICULARS: Final = 2
_MOST_CELLS: Final = 60  # of a table of particulars

_LONGEST_VALUE: Final = 80  # characters of a particular that has a line of its own

Item = Line | Laid


class Edged(NamedTuple):
    """`items` are the report's; `named` are particulars, the surest first; `titles` are lines set as titles outside.

    `title` is the one that is named among the particulars.
    """

    items: list[Item]
    named: list[tuple[str, str]]
    titles: list[Line]
    title: Named | None


def edged(items: Sequence[Item]) -> Edged:
    """Take away what surrounds the report at its edges; what stands between its own lines and tables stays."""
    titles = [item for item in items if isinstance(item, Line) and item.aside and item.titled and not item.linked]
    own = [place for place, item in enumerate(items) if not item.aside and _is_own(item)]
    first, last = (own[0], own[-1]) if own else (0, len(items) - 1)
    inside: list[tuple[str, str]] = []
    around: list[tuple[str, str]] = []
    head: list[Item] = []
    title: Named | None = None
    awaited: str | None = None  # what the line before has named
    for place, item in enumerate(items):
        found = _particulars(item) if item.aside or place < first else []
        if awaited is not None and isinstance(item, Line) and not found:
            found = [(awaited, item.text)] if len(item.text) <= _LONGEST_VALUE else []
        awaited = name_of(item.text) if found and isinstance(item, Line) and item.text[-1] in ":：" else None
        (around if item.aside else inside).extend(found)
        name = next((value for key, value in found if key == "title" and value), None)
        if name is not None and title is None:
            title = Named(name, item.line if isinstance(item, Laid) else item.number)
        if place < first and not item.aside and not found and not _is_chrome(item):
            head.append(item)
    body = [item for item in items[first : last + 1] if not item.aside]
    return Edged([*head, *body, *_tail(items[last + 1 :])], [*inside, *around], titles, title)


def _tail(items: Sequence[Item]) -> list[Item]:
    """Return what still belongs to the report behind its last own item, such as a signature."""
    kept: list[Item] = []
    for item in items:
        if isinstance(item, Line) and ends_article(item.text):
            while kept and isinstance(last := kept[-1], Line) and is_address(last.text):
                kept.pop()
            break
        if not item.aside and not _is_chrome(item):
            kept.append(item)
    return kept


def _is_chrome(item: Item) -> bool:
    return isinstance(item, Line) and is_chrome(item.text)


def _is_own(item: Item) -> bool:
    """Tell what only the report has: a numbered heading, a table of data, a sentence."""
    if isinstance(item, Laid):
        return not _particulars(item)
    text = item.text
    return ORDINAL.match(text) is not None or ("。" in text and len(text) >= _PROSE and not ends_article(text))


def _particulars(item: Item) -> list[tuple[str, str]]:
    if isinstance(item, Line):
        return particulars(item.text)
    areas = item.layout.areas
    if len(areas) > _MOST_CELLS:
        return []
    texts = [_text(area.content.pieces) for area in areas]
    found: list[tuple[str, str]] = []
    names = 0
    for place, text in enumerate(texts):
        pairs = particulars(text)
        name = name_of(text)
        if name is not None:
            names += 1
            value = texts[place + 1] if place + 1 < len(texts) else ""
            found.extend([(name, value)] if name_of(value) is None else [])
        elif pairs:
            names += len(pairs)
            found.extend(pairs)
    return found if names >= _FEWEST_PARTICULARS and names * 3 >= len([text for text in texts if text]) else []


def _text(pieces: Iterable[object]) -> str:
    return " ".join(piece.text for piece in pieces if isinstance(piece, Line))


def properties(named: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Return the particulars worth keeping: published and written as YYYY-MM-DD, source; the first of each counts."""
    found: dict[str, str] = {}
    for key, value in named:
        text = day(value) if key in {"published", "written"} else value.strip()
        if key and text:
            found.setdefault(key, text)
    if "source" not in found and "issuer" in found:
        found["source"] = found["issuer"]
    found.pop("issuer", None)
    return found
