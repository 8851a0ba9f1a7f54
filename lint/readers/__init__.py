"""Bytes → Document: the reader is chosen by the first bytes, then by the name."""

from __future__ import annotations

from lint.model import Document
from lint.readers import kinds
from lint.readers.means import Means

_USUAL = Means()


def read(data: bytes, name: str, means: Means = _USUAL) -> Document:
    """Read a submission; `name` may have folders in front.

    Raises:
        UnreadableDocument: it is empty, damaged, protected or no document; the error says which and what to send.
    """
    name = name.replace("\\", "/").rpartition("/")[2]
    if kinds.is_zip(data):
        from lint.readers.word import read_word  # noqa: PLC0415 - lxml is slow to import

        return read_word(data, name, means.limits)
    refusal = kinds.refusal(data, name)
    if refusal is not None:
        raise refusal.error()
    from lint.readers.text import read_plain  # noqa: PLC0415 - Word files need not pay for it

    return read_plain(data, name, means.limits)
