"""A web page packed as mail (MHTML, RFC 2557) → the page in it."""

from __future__ import annotations

from email import message_from_bytes
from email.message import Message
from typing import Final

from lint.model import Phrase
from lint.readers.refusals import SAVE_AS, Refusal

_NO_PAGE: Final = Refusal(
    Phrase(
        "这是“单个文件网页”（MHT），但里面没有网页正文，多半没有保存完整",
        "this is a single-file web page (MHT) without a page in it, most likely not saved completely",
    ),
    SAVE_AS,
)
_MANY_TIMES: Final = 4
_HEAD_CELLS: Final = 40  # of a page head, which Word saves as a part of its own
_MOST_PARTS_OF_PARTS: Final = 50  # each costs the parser a few levels of its stack; a saved page has one or two


def page_in(data: bytes) -> tuple[bytes, str]:
    """Return the bytes of the page and the encoding its header names, "" if none.

    Raises:
        UnreadableDocument: there is no page in it.
    """
    lowered = data.lower()
    if lowered.count(b"multipart/") + lowered.count(b"message/") > _MOST_PARTS_OF_PARTS:
        raise _NO_PAGE.error()
    message = message_from_bytes(data.lstrip())
    pages = [part for part in message.walk() if part.get_content_type() in {"text/html", "application/xhtml+xml"}]
    if not pages:
        raise _NO_PAGE.error()
    start = message.get_param("start")
    page = next((part for part in pages if start and part.get("Content-ID") == start), pages[0])
    framed = max(pages, key=_cells)  # a page in a frame of the page is a part of its own
    if _cells(framed) > _MANY_TIMES * _cells(page) + _HEAD_CELLS:
        page = framed
    return _bytes(page), _charset(page)


def _bytes(page: Message) -> bytes:
    payload = page.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _cells(page: Message) -> int:
    return _bytes(page).lower().count(b"<td")


def _charset(page: Message) -> str:
    try:
        return page.get_content_charset() or ""
    except (LookupError, ValueError):
        return ""
