"""The text of a page → its blocks, notes and properties."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from lint.model import Block, Document, Location, Note, Paragraph, Phrase, Table
from lint.readers import refusals
from lint.readers.limits import MB, Limits, exceeded, megabytes
from lint.readers.page.article import chrome_of
from lint.readers.page.charset import decode_page
from lint.readers.page.edges import Edged, Item, edged, properties
from lint.readers.page.flow import flow
from lint.readers.page.lines import Line
from lint.readers.page.runin import parted
from lint.readers.page.sanitising import Sanitised, sanitise
from lint.readers.page.sheets import Laid, table, unpacked
from lint.readers.page.titling import bears_title, once, title_of
from lint.readers.page.tree import tree_of
from lint.readers.refusals import Refusal

_OFFICE: Final = re.compile(r"microsoft word|word\.document|\bwps\b|kingsoft|libreoffice|openoffice", re.IGNORECASE)
_META_KEYS: Final = {
    "pubdate": "published",
    "publishdate": "published",
    "publishtime": "published",
    "article:published_time": "published",
    "contentsource": "source",
    "source": "source",
}
_EMBEDDED: Final = re.compile(rb"data:[\w/+.;=-]{0,80};base64,[\w+/=%\s]{1000,}", re.IGNORECASE)
_FETCHING: Final = re.compile(r"<(?:script|i?frame)[\s>]", re.IGNORECASE)
_ELSEWHERE: Final = Refusal(
    Phrase(
        "这个网页文件里没有任何文字，正文要在浏览器里打开后才显示，保存网页时没有存进来",
        "this page holds no text at all: what it shows in a browser was not saved with it",
    ),
    Phrase(
        "请改交 Word 原件；没有原件的，请在浏览器里打开网页，把正文复制到 Word 中，另存为 docx 后报送",
        "send the Word original; if there is none, open the page in a browser, copy the report into Word"
        " and save it as docx",
    ),
)


def read(data: bytes, name: str, limits: Limits, charset: str = "") -> Document:
    """Read a page; `charset` is what a mail header says of it.

    Raises:
        UnreadableDocument: it is no text, blank, or beyond the limits.
    """
    if b";base64," in data:
        data = _EMBEDDED.sub(lambda match: b"\n" * match.group().count(b"\n"), data)
    if len(data) > limits.text_mb * MB:
        raise exceeded("text_mb", megabytes(len(data)), limits.text_mb).error()
    decoded = decode_page(data, charset)
    if decoded is None:
        raise refusals.NOT_A_DOCUMENT.error()
    page = sanitise(decoded.text, limits)
    body = tree_of(page.markup, limits)
    is_office = _OFFICE.search(" ".join(page.metas[key].text for key in ("generator", "progid") if key in page.metas))
    chrome = set() if is_office else chrome_of(body)
    items = list(unpacked(flow(body, chrome, limits), limits))
    found = Edged(items, [], [], None) if is_office else edged(items)
    told, title = _told(page, found)
    items = found.items if is_office else once(found.items)
    if title and not is_office and not bears_title(items, "".join(line.text for line in title)):
        items = [*title, *items]
    notes = [Note("encoding", times=decoded.lost)] if decoded.lost else []
    blocks = _blocks(items, notes)
    if not blocks:
        raise (_ELSEWHERE if _FETCHING.search(decoded.text) else refusals.BLANK).error()
    return Document(name, blocks, _counted(notes), tuple(sorted(told.items())), media="html")


def table_in(html: str, block: int, line: int, limits: Limits) -> Table | None:
    """Return the first table of data in a fragment.

    Raises:
        UnreadableDocument: it is beyond the limits.
    """
    page = sanitise(html, limits, line)
    for item in unpacked(flow(tree_of(page.markup, limits), set(), limits), limits):
        if isinstance(item, Laid):
            return table(item, block, [])
    return None


def _told(page: Sanitised, found: Edged) -> tuple[dict[str, str], list[Line]]:
    """Return the properties of the page, and the lines of its title."""
    title = title_of(page.title, page.metas, found)
    metas = [(_META_KEYS[key], named.text) for key, named in page.metas.items() if key in _META_KEYS]
    told = properties([*metas, *found.named])
    if title:
        told["title"] = " ".join(line.text for line in title)
    return told, title


def _blocks(items: Sequence[Item], notes: list[Note]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for item in items:
        if isinstance(item, Laid):
            blocks.append(table(item, len(blocks) + 1, notes))
            continue
        for line in parted(item):
            place = Location(len(blocks) + 1, line=line.number)
            blocks.append(Paragraph(line.text, place, line.numbered, pictures=line.pictures))
            notes.extend(Note(kind, place) for kind in line.kinds)
    return tuple(blocks)


def _counted(notes: Sequence[Note]) -> tuple[Note, ...]:
    """Return one note of each kind, at its first place."""
    found: dict[str, Note] = {}
    for note in notes:
        known = found.get(note.kind)
        found[note.kind] = note if known is None else known._replace(times=known.times + note.times)
    return tuple(sorted(found.values(), key=lambda note: (note.location, note.kind)))
