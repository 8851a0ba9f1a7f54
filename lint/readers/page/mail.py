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
    payload = page.get_payload(decode=True)
    return (payload if isinstance(payload, bytes) else b""), _charset(page)


def _charset(page: Message) -> str:
    try:
        return page.get_content_charset() or ""
    except (LookupError, ValueError):
        return ""
