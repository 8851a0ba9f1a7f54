"""A PDF with text → Document: what is drawn comes from a child process, tables and paragraphs are made of it here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lint.model import Document
from lint.readers.limits import Limits
from lint.readers.pdf.pages import Pages
from lint.readers.refusals import Refusal

if TYPE_CHECKING:
    __all__ = ["Pages", "extract", "read_pages", "read_pdf"]


def extract(files: Sequence[bytes], limits: Limits) -> list[Pages | Refusal]:
    """Return what is on the pages of each PDF, or why it cannot be told; `limits.timeout` seconds for each."""
    from lint.readers.pdf.process import extract  # noqa: PLC0415 - the child itself needs none of it

    return extract(files, limits)


def read_pages(pages: Pages, name: str, limits: Limits) -> Document:
    """Make a document of the pages of a PDF.

    Raises:
        UnreadableDocument: it holds no text that could be checked, or a table beyond the limits.
    """
    from lint.readers.pdf.layout import read_pages  # noqa: PLC0415 - likewise

    return read_pages(pages, name, limits)


def read_pdf(data: bytes, name: str, limits: Limits) -> Document:
    """Read one PDF.

    Raises:
        UnreadableDocument: it cannot be opened, holds no text that could be checked, or breaks a limit.
    """
    (pages,) = extract([data], limits)
    if isinstance(pages, Refusal):
        raise pages.error()
    return read_pages(pages, name, limits)
