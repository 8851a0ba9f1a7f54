"""A web page → Document: its article without what surrounds it, tables as HTML forms them, source lines kept."""

from __future__ import annotations

from lint.model import Document, Table
from lint.readers.limits import Limits


def read_page(data: bytes, name: str, limits: Limits, charset: str = "") -> Document:
    """Read a page, whole or a fragment; `charset` is what a mail header says of it.

    `properties` are "title", "published" and "written" as YYYY-MM-DD, and "source", as far as the page tells them.

    Raises:
        UnreadableDocument: it is no text, blank, or beyond the limits.
    """
    from lint.readers.page.reading import read  # noqa: PLC0415 - lxml is slow to load

    return read(data, name, limits, charset)


def read_mail(data: bytes, name: str, limits: Limits) -> Document:
    """Read a page saved as a single file (MHTML).

    Raises:
        UnreadableDocument: it holds no page, or the page is blank or beyond the limits.
    """
    from lint.readers.page.mail import page_in  # noqa: PLC0415 - seldom needed

    page, charset = page_in(data)
    return read_page(page, name, limits, charset)


def read_table(html: str, block: int, line: int, limits: Limits) -> Table | None:
    """Return the first table of data in a fragment that begins at line `line`, None if it holds none.

    Raises:
        UnreadableDocument: it is beyond the limits.
    """
    from lint.readers.page.reading import table_in  # noqa: PLC0415 - lxml is slow to load

    return table_in(html, block, line, limits)
