"""Bytes → Document: the reader is chosen by the first bytes, then by the name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lint.model import Document
from lint.readers import kinds
from lint.readers.means import Means
from lint.readers.refusals import Refusal

if TYPE_CHECKING:
    from lint.readers.pdf import Pages

_USUAL = Means()


def read(data: bytes, name: str, means: Means = _USUAL, prepared: bytes | Pages | Refusal | None = None) -> Document:
    """Read a submission; `name` may have folders in front, `prepared` is what `preparing` made of it, if it did.

    Raises:
        UnreadableDocument: it is empty, damaged, protected, beyond the limits or no document; the error says which and
            what to send.
    """
    # The readers are imported late: each costs start-up time, and most runs need one of them.
    name = name.replace("\\", "/").rpartition("/")[2]
    kind = kinds.kind_of(data, name)
    if kind == "word":
        from lint.readers.word import read_word  # noqa: PLC0415

        return read_word(data, name, means.limits)
    if kind == "text":
        from lint.readers.text import read_plain  # noqa: PLC0415

        return read_plain(data, name, means.limits)
    if kind in {"page", "mail"}:
        from lint.readers.page import read_mail, read_page  # noqa: PLC0415

        return (read_page if kind == "page" else read_mail)(data, name, means.limits)
    if prepared is None:
        from lint.readers.preparing import prepare  # noqa: PLC0415

        (prepared,) = prepare([(data, name)], means)
    return _read_prepared(prepared, name, means)


def _read_prepared(prepared: bytes | Pages | Refusal, name: str, means: Means) -> Document:
    if isinstance(prepared, Refusal):
        raise prepared.error()
    if isinstance(prepared, bytes):
        from lint.readers.word import read_word  # noqa: PLC0415

        return read_word(prepared, name, means.limits)._replace(media="office")
    from lint.readers.pdf import read_pages  # noqa: PLC0415

    return read_pages(prepared, name, means.limits)
