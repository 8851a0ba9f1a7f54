"""How wordings and cells are named in a sentence."""

from __future__ import annotations

from lint.findings import Place
from lint.model import Phrase

_SHOWN = 8  # names spelt out in a sentence
_BLANK = Phrase("空白", "blank")


def written(text: str | None) -> Phrase:
    """Return a wording in quotation marks, "blank" for nothing."""
    plain = " ".join((text or "").split())
    return Phrase(f"“{plain}”", f"“{plain}”") if plain else _BLANK


def listed(names: tuple[str, ...]) -> Phrase:
    """Return wordings in quotation marks, joined; of a long list the first few."""
    shown = [f"“{' '.join(name.split())}”" for name in names[:_SHOWN]]
    more = len(names) - len(shown)
    return Phrase("、".join(shown) + ("等" if more else ""), ", ".join(shown) + (f" and {more} more" if more else ""))


def cell_name(place: Place) -> str:
    """Return a value cell's row and column label as one name."""
    return "／".join(label for label in (place.row_label, place.column_label) if label)
