"""Files that another process must read first → what it makes of them; several share one start of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lint.errors import UnreadableDocument
from lint.readers import kinds
from lint.readers.refusals import Refusal

if TYPE_CHECKING:
    from lint.readers.means import Means
    from lint.readers.pdf import Pages


def needs_preparing(data: bytes, name: str) -> bool:
    """Tell whether another process must read the file first; what cannot be read at all needs none."""
    try:
        return kinds.kind_of(data, name) in {"office", "pdf"}
    except UnreadableDocument:
        return False


def prepare(files: Sequence[tuple[bytes, str]], means: Means) -> list[bytes | Pages | Refusal]:
    """Return for each file (bytes, name), all of which need it, what the other process made of it.

    That is a Word package, the pages of a PDF, or why there is neither.
    """
    of_kind = [kinds.kind_of(data, name) for data, name in files]
    made: dict[int, bytes | Pages | Refusal] = {}
    if places := [place for place, kind in enumerate(of_kind) if kind == "office"]:
        from lint.readers.office import convert  # noqa: PLC0415 - few runs need it

        made |= zip(places, convert([files[place][0] for place in places], means), strict=True)
    if places := [place for place, kind in enumerate(of_kind) if kind == "pdf"]:
        from lint.readers.pdf import extract  # noqa: PLC0415 - likewise

        made |= zip(places, extract([files[place][0] for place in places], means.limits), strict=True)
    return [made[place] for place in range(len(files))]
