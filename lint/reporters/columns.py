"""Text in terminal columns: display width, wrapping that respects Chinese and ASCII words, harmless characters."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import category, east_asian_width

_OPEN = "“‘（《〈「『【〔［｛"
_CLOSE = "”’）》〉」』】〕］｝，。、；：！？…％．·"
_UNITS = frozenset("年月日号条件格列行段处个字项次份元万")
_WIDE = "\u2e80"  # from here on the signs are Chinese ones, between which a line may be broken
# Control signs could move the cursor or hide words; direction marks could show a line in another order than it has.
_UNSAFE = frozenset({"Cc", "Cs", "Co", "Cn"})
_DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def width(text: str) -> int:
    """Return how many columns a terminal needs for `text`: two for a wide character, none for a combining one."""
    if text.isascii():
        return len(text)
    return sum(2 if "一" <= sign <= "鿿" else _columns(sign) for sign in text)


def _columns(sign: str) -> int:
    if east_asian_width(sign) in "WF":
        return 2
    return 0 if category(sign) in ("Mn", "Me", "Cf") else 1


def pad(text: str, columns: int) -> str:
    """Return `text` with blanks behind it, `columns` wide."""
    return text + " " * (columns - width(text))


def visible(text: str) -> str:
    """Return `text` in one line, with a replacement mark for every character that is no text."""
    line = " ".join(text.split())
    if line.isprintable():
        return line
    return "".join(
        "\N{REPLACEMENT CHARACTER}" if category(sign) in _UNSAFE or sign in _DIRECTION else sign for sign in line
    )


def wrap(text: str, columns: int) -> list[str]:
    """Break a line into lines of at most `columns`; a word longer than that is left whole on a line of its own.

    No line begins with a closing mark or ends with an opening one.
    """
    lines: list[str] = []
    line, used = "", 0
    for rank, word in enumerate(text.split(" ")):
        gap = " " if rank else ""
        for unit in _units(word):
            size = width(unit)
            if line and used + len(gap) + size > columns:
                lines.append(line)
                line, used = unit, size
            else:
                line, used = line + gap + unit, used + len(gap) + size
            gap = ""
    return [*lines, line]


def _units(word: str) -> Iterator[str]:
    """Yield the pieces of a word that must stay together: Chinese signs singly, with their marks, the rest whole."""
    start = 0
    for place in range(1, len(word)):
        before, after = word[place - 1], word[place]
        apart = (before >= _WIDE or after >= _WIDE) and before not in _OPEN and after not in _CLOSE
        if apart and not _belongs(before, after):
            yield word[start:place]
            start = place
    yield word[start:]


def _belongs(before: str, after: str) -> bool:
    """Tell whether two signs are one figure: 2024年12月, 3 件, ＋1."""
    if before == "＋":
        return True
    return (before.isdigit() and after in _UNITS) or (before in "年月" and after.isdigit())


def hang(label: str, text: str, indent: int, columns: int) -> list[str]:
    """Return `label` and `text` as lines indented by `indent`, later lines standing below the text's beginning."""
    inner = indent + width(label)
    first, *rest = wrap(visible(text), max(columns - inner, 20))
    return [" " * indent + label + first, *(" " * inner + line for line in rest)]
