"""Bytes of a text file → its text: byte order mark, UTF-8, UTF-16 without a mark, then GB18030."""

import codecs
import re
from typing import Final, NamedTuple

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark begins the same
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_GUESSES: Final = ("utf-8", "gb18030")
_UNMARKED_WIDE: Final = ("utf-16-le", "utf-16-be")
_SAMPLE: Final = 20_000  # characters looked at to tell text from rubbish
_MOST_STRANGE: Final = 0.02  # share of characters that may be none of ours
_MOST_LOST: Final = 0.02  # share of characters that may be lost in decoding
_USUAL: Final = re.compile("[\t\n\r\f\v\x20-\x7e\u2000-\u4dbf\u4e00-\u9fff\uff00-\uffef]+")


class Decoded(NamedTuple):
    """A text and how many of its characters could not be decoded."""

    text: str
    lost: int = 0


def decode(data: bytes) -> Decoded | None:
    """Return the text, None if the bytes are no text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _sound(data, encoding, errors="replace")
    guesses = _UNMARKED_WIDE if b"\0" in data[:_SAMPLE] else _GUESSES
    for encoding in guesses:
        found = _sound(data, encoding, errors="strict")
        if found is not None and (encoding in _GUESSES or _mostly_plain(found.text)):
            return found
    # A text cut in the middle of a character, or with a few damaged ones or zeros, is still a text.
    found = _sound(data, "utf-8", "replace") or _sound(data, "gb18030", "replace")
    return found and Decoded(found.text.replace("\0", ""), found.lost + found.text.count("\0"))


def _sound(data: bytes, encoding: str, errors: str) -> Decoded | None:
    try:
        text = data.decode(encoding, errors)
    except UnicodeDecodeError:
        return None
    text = text.removeprefix("\ufeff")
    lost = text.count("\ufffd") if errors == "replace" else 0
    if lost > max(2, len(text) * _MOST_LOST) or not looks_like_text(text):
        return None
    return Decoded(text, lost)


def looks_like_text(text: str) -> bool:
    """Tell text from rubbish: nearly all of it is printable and of the kinds of sign that reports are made of."""
    sample = text[:_SAMPLE]
    strange = sum(not _familiar(sign) for sign in _USUAL.sub("", sample))
    return strange <= len(sample) * _MOST_STRANGE + 2


def _mostly_plain(text: str) -> bool:
    """Tell whether most signs are ideographs or ASCII: without a mark, any even number of bytes passes for UTF-16."""
    sample = text[:_SAMPLE]
    return sum(sign < "\x7f" or "\u3000" <= sign <= "\u9fff" for sign in sample) * 2 > len(sample)


def _familiar(sign: str) -> bool:
    """Tell whether a sign that is none of the usual ones occurs in text all the same."""
    code = ord(sign)
    return (
        (0xA0 <= code < 0x2000 and sign.isprintable()) or code in {0xA0, 0xFEFF, 0xFFFD} or 0x20000 <= code <= 0x323AF
    )
