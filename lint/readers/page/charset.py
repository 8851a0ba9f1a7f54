"""Bytes of a page → its text: what the page declares counts only as far as the bytes bear it out."""

from __future__ import annotations

import re
from typing import Final

from lint.readers.encodings import Decoded, decode, looks_like_text

_HEAD: Final = 8_192  # bytes in which a page says its encoding; a browser looks at 1,024
_DECLARED: Final = re.compile(
    rb"""charset\s*=\s*["']?\s*([\w.:-]{2,30})|<\?xml[^>]{0,100}encoding\s*=\s*["']([\w.:-]{2,30})""", re.IGNORECASE
)
_MARKS: Final = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_OTHER: Final = {  # what is believed when declared, as far as it can be decoded; the rest is told from the bytes
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
    "iso-8859-1": "cp1252",
    "windows-1252": "cp1252",
    "us-ascii": "cp1252",
}
_MOST_WESTERN: Final = 0.1  # share of bytes beyond ASCII in a text of a Western language
_MOST_LOST: Final = 0.2  # share of the characters beyond ASCII that may be lost before a page is no text any more
_SAMPLE: Final = 2_000  # ideographs looked at
_FIRST_USUAL: Final = b"\xb0\xa1"
_LAST_USUAL: Final = b"\xd7\xfe"  # the 3,755 usual ideographs in GB 2312 stand between
_MOST_USUAL: Final = 0.7  # share of usual ideographs that text in another encoding does not reach
_HANZI: Final = re.compile("[\u4e00-\u9fff]")
_ASCII: Final = re.compile("[\x00-\x7f]+")
_UNFIT: Final = re.compile("[\x00-\x08\x0e-\x1f]")


def decode_page(data: bytes, declared: str = "") -> Decoded | None:
    """Return the text with line feeds as line ends, None if the bytes are no text; `declared` as by a mail header."""
    found = _decoded(data, (declared or _declaration(data)).lower())
    if found is None:
        return None
    text = found.text.replace("\r\n", "\n").replace("\r", "\n")
    return Decoded(_UNFIT.sub("", text), found.lost)


def _declaration(data: bytes) -> str:
    match = _DECLARED.search(data[:_HEAD])
    return (match.group(1) or match.group(2)).decode("ascii", "replace") if match else ""


def _decoded(data: bytes, declared: str) -> Decoded | None:
    if data.startswith(_MARKS):
        return decode(data) or _least_lost(data)
    if b"\0" in data:
        head = data[:_HEAD]
        if max(head.count(b"<\0"), head.count(b"\0<")) * 2 > head.count(b"<"):  # each in two bytes: UTF-16
            return decode(data) or _least_lost(data)
        found = _decoded(data.replace(b"\0", b""), declared)
        return found and found._replace(lost=found.lost + data.count(b"\0"))
    text = _strict(data, "utf-8")
    if text is not None and (not declared.startswith("gb") or _HANZI.search(text) or data.isascii()):
        return _sound(text)
    text = _strict(data, "gb18030")
    other = _OTHER.get(declared)
    if other is not None and (text is None or _is_other(data, other, text)):
        declared_text = _strict(data, other)
        text = text if declared_text is None else declared_text
    return (text is not None and _sound(text)) or _least_lost(data)


def _is_other(data: bytes, other: str, text: str) -> bool:
    """Tell whether bytes that pass for GB18030, as `text`, are what the page declares."""
    if other == "cp1252":
        return sum(byte > 0x7F for byte in data[:_HEAD]) < _MOST_WESTERN * len(data[:_HEAD])
    hanzi = _HANZI.findall(text)[:_SAMPLE]
    usual = [sign for sign in hanzi if _FIRST_USUAL <= sign.encode("gb2312", "replace") <= _LAST_USUAL]
    return len(usual) < _MOST_USUAL * len(hanzi)


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _sound(text: str) -> Decoded | None:
    return Decoded(text) if looks_like_text(text) else None


def _least_lost(data: bytes) -> Decoded | None:
    """Return the reading of a damaged page that loses little of what is no ASCII; a wrong encoding loses most of it.

    A damaged UTF-8 page loses few characters as GB18030 too, but turns into rare ideographs: UTF-8 is tried first.
    """
    for encoding in ("utf-8", "gb18030"):
        text = data.decode(encoding, "replace")
        lost = text.count("\ufffd")
        if lost <= max(8, _MOST_LOST * len(_ASCII.sub("", text))) and looks_like_text(text):
            return Decoded(text, lost)
    return None
