"""How wordings, cells and figures are named in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from lint.findings import Place
from lint.model import Phrase

_SHOWN = 8  # names spelt out in a sentence
_BLANK = Phrase("空白", "blank")
_INNER = str.maketrans("“”", "‘’")


def quoted(text: str) -> str:
    """Return a wording in quotation marks, those inside it made single."""
    return f"“{' '.join(text.split()).translate(_INNER)}”"


def written(text: str | None) -> Phrase:
    """Return a wording in quotation marks, "blank" for nothing."""
    mark = quoted(text or "")
    return Phrase(mark, mark) if len(mark) > 2 else _BLANK


def begins(text: str, longest: int = 20) -> str:
    """Return how a text begins, with dots where it goes on."""
    plain = " ".join(text.split())
    return plain if len(plain) <= longest else f"{plain[:longest]}…"


def joined(phrases: Sequence[Phrase]) -> Phrase:
    """Return phrases as a list in each language's manner."""
    return Phrase("、".join(phrase.zh for phrase in phrases), ", ".join(phrase.en for phrase in phrases))


def listed(names: Sequence[str]) -> Phrase:
    """Return wordings in quotation marks, joined; of a long list the first few."""
    shown = joined([written(name) for name in names[:_SHOWN]])
    more = len(names) - _SHOWN
    return Phrase(f"{shown.zh}等", f"{shown.en} and {more} more") if more > 0 else shown


def cell_name(place: Place) -> Phrase:
    """Return a value cell's row and column label as one name."""
    labels = [label.translate(_INNER) for label in (place.row_label, place.column_label) if label]
    return Phrase("／".join(labels), " / ".join(labels))
