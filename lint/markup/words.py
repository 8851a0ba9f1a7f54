"""What a blank form says around its sections: title, preamble and signature with fields, from a form's blank.toml."""

import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from lint.forms.fields import Fields, load_toml

_FIELD = re.compile(r"\{([^{}]*)\}")
_FILE = "blank.toml"


class Words(NamedTuple):
    """Lines of text with fields in braces. `prompts` are what stands for a field until somebody fills it in.

    The field {title} is the name of the instrument; body, year and next_year (the year of the signature) may be given.
    """

    title: tuple[str, ...] = ("{body}", "{year}年{title}")
    preamble: tuple[str, ...] = ()
    signature: tuple[str, ...] = ()
    prompts: Mapping[str, str] = MappingProxyType({"body": "××单位", "year": "××××", "next_year": "××××"})

    def fields(self, *, titled: bool) -> frozenset[str]:
        """Return the fields that have a place in a form; one that is not `titled` has no lines of a title."""
        lines = (*(self.title if titled else ()), *self.preamble, *self.signature)
        return frozenset(name for line in lines for name in _FIELD.findall(line))


class Piece(NamedTuple):
    """A stretch of a line; `prompt` says that it stands for something still to be filled in."""

    text: str
    prompt: bool = False


def read_words(folder: Path) -> Words:
    """Read a form's words, the usual ones where it has none of its own; PackError names any slip."""
    path = folder / _FILE
    if not path.is_file():
        return Words()
    fields = Fields(load_toml(path), path.name, "")
    prompts = fields.table("prompts")
    words = Words(
        title=fields.texts("title", required=True),
        preamble=fields.texts("preamble"),
        signature=fields.texts("signature"),
        prompts={name: prompts.text(name) for name in fields.raw("prompts")},
    )
    fields.done()
    for name in Words().prompts:
        if name not in words.prompts:
            raise prompts.error(name, "缺少这一项", "is missing")
    for key, lines in (("title", words.title), ("preamble", words.preamble), ("signature", words.signature)):
        for rank, line in enumerate(lines, 1):
            for name in _FIELD.findall(line):
                if name != "title" and name not in words.prompts:
                    zh, en = f"没有“{name}”这个占位符", f"there is no field “{name}”"
                    raise fields.error(f"{key}[{rank}]", zh, en)
    return words


def pieces(line: str, words: Words, given: Mapping[str, str]) -> list[Piece]:
    """Return a line taken apart at its fields; those that `given` has a text for are filled in."""
    found: list[Piece] = []
    for rank, text in enumerate(_FIELD.split(line)):
        if rank % 2 and not given.get(text):
            found.append(Piece(words.prompts[text], prompt=True))
            continue
        said = given[text] if rank % 2 else text
        if found and not found[-1].prompt:
            said = found.pop().text + said
        if said:
            found.append(Piece(said))
    return found
