"""A blank form's paragraphs and tables → its numbered parts, each with what is printed below its heading."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from lint.language.wording import bare, fold, numeral_value, split_number
from lint.learn.labels import label_text
from lint.model import Document, Paragraph, Table

Manner = Literal["part", "chinese", "bracketed", "roman", "arabic"]

_DIGITS = "〇零一二三四五六七八九十百"
_MANNERS: tuple[tuple[Manner, re.Pattern[str]], ...] = (  # the outermost first
    ("part", re.compile(rf"第\s*([{_DIGITS}\d]{{1,4}})\s*(?:部分|章|节|篇|编)[\s、.．:：,，]*")),
    ("chinese", re.compile(rf"([{_DIGITS}]{{1,4}})(?:\s*[、.．:：,，]\s*|\s+)")),
    ("bracketed", re.compile(rf"[（(]\s*([{_DIGITS}]{{1,4}})\s*[）)]\s*[、.．]?\s*")),
    ("roman", re.compile(r"([IVX]{1,6})\s*[.、．:：)]\s*(?![A-Z0-9(]{1,2}[.)])")),
    ("arabic", re.compile(r"(\d{1,2})\s*(?:[、．:：)）]\s*|\.(?!\d)\s*)")),
)
_SURE = {"part", "chinese"}  # manners in which a single heading is one; of the others there must be a list from 1
_LONGEST = 60
_SENTENCE_END = "。；;！!？?，,"
_CONTENTS = re.compile(r"(?:[.．…·]{2,}|\t)\s*\d{1,3}$")
_ROMAN = {"I": 1, "V": 5, "X": 10}
_HIGHEST = 60
_DATE = re.compile(r"[\d×xX○〇_ ]*年[\d×xX○〇_ ]*月[\d×xX○〇_ ]*日")
_SIGNER = 30
_NO_SIGNER = re.compile(r"^\(.*\)$|\.$")  # a hint in brackets, a sentence


class Part(NamedTuple):
    """A part of the form: its number as printed ("" if none is), its heading, the lines below it, and its tables."""

    numeral: str
    heading: str
    lines: tuple[str, ...]
    tables: tuple[Table, ...]


class Outline(NamedTuple):
    """What stands before the first part, and the parts. `front` and `tables` are all there is if there are no parts."""

    front: tuple[str, ...]
    tables: tuple[Table, ...]
    parts: tuple[Part, ...]


class _Heading(NamedTuple):
    at: int  # 0-based index of the block
    manner: Manner | None
    numeral: str
    value: int
    text: str
    known: bool = False


def outline(document: Document, known: frozenset[str]) -> Outline:
    """Return the parts; a paragraph whose bare wording is in `known` is a heading however it is numbered."""
    blocks = document.blocks
    headings = _chosen([each for at, block in enumerate(blocks) for each in _headings(at, block, known)])
    starts = [heading.at for heading in headings]
    first = starts[0] if starts else len(blocks)
    before = blocks[:first]
    upto = next((place for place, block in enumerate(before) if isinstance(block, Table)), len(before))
    front = _texts(before[:upto])
    parts: list[Part] = []
    for heading, end in zip(headings, [*starts, len(blocks)][1:], strict=True):
        body = blocks[heading.at + 1 : end]
        upto = next((place for place, block in enumerate(body) if isinstance(block, Table)), len(body))
        lines = _texts(body[:upto])
        lines = _unsigned(lines, front) if end == len(blocks) and upto == len(body) else lines
        tables = tuple(block for block in body if isinstance(block, Table))
        parts.append(Part(heading.numeral, heading.text, lines, tables))
    loose = tuple(block for block in before if isinstance(block, Table))
    return Outline(front, loose, tuple(parts))


def _texts(blocks: Sequence[object]) -> tuple[str, ...]:
    """Return the paragraphs among the blocks that say something, one line each."""
    texts = (label_text(block.text) for block in blocks if isinstance(block, Paragraph) and not block.hidden)
    return tuple(text for text in texts if text)


def _unsigned(lines: tuple[str, ...], front: tuple[str, ...]) -> tuple[str, ...]:
    """Return the lines without a bare date at the end and the name above it, which may stand on top as well."""
    if not lines or not _DATE.fullmatch(fold(lines[-1])):
        return lines
    above = lines[-2] if len(lines) > 1 else ""
    signed = above in front or (0 < len(above) <= _SIGNER and not _NO_SIGNER.search(fold(above)))
    return lines[: -2 if signed else -1]


def _headings(at: int, block: object, known: frozenset[str]) -> Iterator[_Heading]:
    """Yield what a block may be as a heading: at most one."""
    if not isinstance(block, Paragraph) or block.boxed or block.hidden:
        return
    text = label_text(block.text)
    if not text or len(text) > _LONGEST or text[-1] in _SENTENCE_END or _CONTENTS.search(block.text.strip()):
        return
    is_known = bare(split_number(fold(text))[1]) in known
    for manner, pattern in _MANNERS:
        match = pattern.match(text)
        if match and match.end() < len(text):
            value = _value(match.group(1))
            # Alignment knows no Roman numbers: the heading keeps them.
            kept = manner == "roman" and not split_number(fold(text))[0]
            number = f"（{match.group(1)}）" if manner == "bracketed" else match.group(1)
            numeral, rest = ("", text) if kept else (number, text[match.end() :])
            if 0 < value <= _HIGHEST:
                yield _Heading(at, manner, numeral, value, rest, is_known)
            return
    if is_known:
        yield _Heading(at, None, "", 0, text, known=True)


def _value(numeral: str) -> int:
    if numeral[0] not in _ROMAN:
        return numeral_value(numeral) or 0
    figures = [_ROMAN[sign] for sign in numeral]
    return sum(-one if one < after else one for one, after in zip(figures, [*figures[1:], 0], strict=True))


def _chosen(found: list[_Heading]) -> list[_Heading]:
    """Return the headings of parts: the known ones, and the longest ascending list of the outermost manner."""
    known = {
        manner: {bare(each.text) for each in found if each.known and each.manner == manner} for manner, _ in _MANNERS
    }
    order = [max(known, key=lambda manner: len(known[manner]))] if any(known.values()) else []
    for manner in order or known:
        chain = _ascending([heading for heading in found if heading.manner == manner])
        if manner not in _SURE:
            run = [heading for place, heading in enumerate(chain, 1) if heading.value == place]
            chain = run if len(run) > 1 else []
        if chain or order:
            return _with_known(chain, found)
    return _with_known((), found)


def _with_known(chain: Sequence[_Heading], found: Sequence[_Heading]) -> list[_Heading]:
    """Return the known headings, each wording once, and of the chain those whose number fits between theirs."""
    once: dict[str, _Heading] = {}
    for heading in [*chain, *found]:
        if heading.known:
            once.setdefault(bare(heading.text), heading)
    chosen = list(once.values())
    for heading in chain:
        before = max((each.value for each in once.values() if each.at < heading.at), default=0)
        after = min((each.value for each in once.values() if each.at > heading.at and each.value), default=_HIGHEST + 1)
        if not heading.known and before < heading.value < after:
            chosen.append(heading)
    return sorted(chosen, key=lambda heading: heading.at)


def _ascending(found: Sequence[_Heading]) -> list[_Heading]:
    """Return the longest list whose numbers go up; of a list of contents and the headings themselves, the latter."""
    last = {(heading.value, bare(heading.text)): heading.at for heading in found}
    best: dict[int, tuple[int, _Heading, int]] = {}  # by last number: length, its last heading, the number before
    chains: dict[int, list[_Heading]] = {}
    for heading in found:
        if last[heading.value, bare(heading.text)] != heading.at:
            continue
        before = max((value for value in best if value < heading.value), key=lambda value: best[value][0], default=0)
        length = best[before][0] + 1 if before else 1
        if heading.value not in best or length > best[heading.value][0]:
            best[heading.value] = (length, heading, before)
            chains[heading.value] = [*chains.get(before, ()), heading]
    return max(chains.values(), key=len, default=[])
