"""Lines of Markdown between its tables → paragraphs without marks: headings, lists, quotes, wrapped lines."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from lint.readers.text.inline import plain_text
from lint.readers.text.softwrap import Wrapping, joined
from lint.readers.text.textgrid import Piece

_HEADING: Final = re.compile(r"#{1,6}(?:\s+|(?=[^\s#\x00-\x7f]))")  # many write no blank before Chinese
_ATTRIBUTES: Final = re.compile(r"\{[^{}]*\}\Z")
_UNDERLINE: Final = re.compile(r"\s{0,3}(?:=+|-{2,}|(?:\* ?){3,}|(?:_ ?){3,}|(?:- ){2,}-)\s*\Z")
_BULLET: Final = re.compile(r"[-*+•]\s+(?:\[[ xX]\]\s+)?")
_QUOTE: Final = re.compile(r"(?:>\s?)+")
_FENCE: Final = re.compile(r"\s*(`{3,}|~{3,})\s*([\w+-]*)")
_INDENTED: Final = re.compile(r"\s+(?=(?:[-*+]|\d{1,3}[.)])\s)")
_LIST: Final = re.compile(r"[（(第]?[一二三四五六七八九十百\d]{1,4}(?:[、.．)）]|部分|章)|[①-⑳]")
_REFERENCE: Final = re.compile(r"\s{0,3}\[[^\[\]]+\]:\s*\S+\s*(?:\"[^\"]*\")?\s*\Z")
_WIDEST: Final = 2_000  # characters of a line that is no text


def without_asides(lines: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """Yield each line, blank where it is a comment, a fence or an address for links, and whether it is code.

    What a fence calls Markdown is no code.
    """
    fence, code, aside = "", False, False
    for line in lines:
        text, aside = _without_comments(line, inside=aside) if aside or "<!--" in line else (line, False)
        match = _FENCE.match(text) if "```" in text or "~~~" in text else None
        if match and (not fence or (match.group(1).startswith(fence) and not match.group(2))):
            code = not fence and match.group(2).lower() not in {"markdown", "md"}
            fence = "" if fence else match.group(1)
            yield "", False
            continue
        if not code and len(text) <= _WIDEST and _REFERENCE.match(text):
            text = ""
        yield text.lstrip() if not code and _INDENTED.match(text) else text, code


def _without_comments(line: str, *, inside: bool) -> tuple[str, bool]:
    kept: list[str] = []
    at = 0
    while at < len(line):
        mark = "-->" if inside else "<!--"
        found = line.find(mark, at)
        if not inside:
            kept.append(line[at : found if found >= 0 else len(line)])
        if found < 0:
            return "".join(kept), inside
        at, inside = found + len(mark), not inside
    return "".join(kept), inside


def paragraphs(pieces: Sequence[Piece], wrapping: Wrapping) -> Iterator[Piece]:
    """Yield the paragraphs of consecutive lines; a line goes on in the next only where it was broken for its width."""
    held: list[str] = []
    first = last = 0
    for piece in pieces:
        for text, begins, alone in _taken_apart(piece.text):
            goes_on = held and wrapping.follows(piece.line, last) and not begins and wrapping.goes_on(held[-1])
            if held and not goes_on:
                yield Piece(joined(held), first)
                held = []
            if text:
                first = first if held else piece.line
                held.append(text)
            if alone and held:
                yield Piece(joined(held), first)
                held = []
        last = piece.line
    if held:
        yield Piece(joined(held), first)


def _taken_apart(line: str) -> Iterator[tuple[str, bool, bool]]:
    """Yield the texts of a line, whether each begins a paragraph, and whether it is one by itself."""
    text = line.strip()
    if len(line) <= _WIDEST and _UNDERLINE.match(line):
        yield "", True, True
        return
    quote = _QUOTE.match(text)
    text = text[quote.end() :].strip() if quote else text
    heading = _HEADING.match(text)
    if heading:
        text = _ATTRIBUTES.sub("", text[heading.end() :]).rstrip().rstrip("#")
    bullet = _BULLET.match(text)
    if bullet and not heading:
        text = text[bullet.end() :]
    broken = bool(heading) or line.endswith(("  ", "\\"))
    parts = plain_text(text.removesuffix("\\")).split("\n")
    begins = bool(heading or bullet)
    for rank, part in enumerate(parts):
        yield part.strip(), begins or rank > 0 or bool(_LIST.match(part.lstrip())), broken or rank + 1 < len(parts)
