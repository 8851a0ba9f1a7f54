"""What a word processor's text export leaves of pictures and bookmarks → the text without it, the pictures counted."""

import re
from typing import Final, NamedTuple

_RESIDUE: Final = re.compile(r"\[(image|bookmark): ?[^\[\]\r\n]{0,200}\]")


class Cleaned(NamedTuple):
    """A text without the residue of an export, and how many pictures it named."""

    text: str
    pictures: int


def cleaned(text: str) -> Cleaned:
    """Take the residue of an export out of a text."""
    if "[" not in text:
        return Cleaned(text, 0)
    pictures = sum(match.group(1) == "image" for match in _RESIDUE.finditer(text))
    return Cleaned(_RESIDUE.sub("", text), pictures)
