"""Attribute values as written in a file → numbers, whatever they say."""

from __future__ import annotations

from typing import Final

_LONGEST: Final = 7  # digits; Word's counters and widths have at most six


def integer(text: str | None, default: int) -> int:
    """Return a non-negative decimal number, `default` for anything else."""
    if text is None or not text.isascii() or not text.isdigit() or len(text) > _LONGEST:
        return default
    return int(text)
