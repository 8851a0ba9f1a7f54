"""Paragraphs that may head a section: a numeral of the first rank, or the wording of one of the form's headings."""

from typing import NamedTuple

from lint.align.labels import one_slip
from lint.forms.template import Template
from lint.language.wording import CHINESE_DIGITS, bare, fold, numeral_value, split_number
from lint.model import Document, Paragraph, Table

_LONGEST = 45  # characters of a heading; the official long forms have 30
_SENTENCE_END = "。；;！!？?，,"


class Candidate(NamedTuple):
    """A paragraph that may head a section. `rest` is text that runs on behind the heading in the same paragraph."""

    at: int  # 0-based index of the block
    paragraph: Paragraph
    numeral: str
    wording: str  # bare
    rest: str = ""
    top: bool = True  # carries a numeral of the first rank (一、)
    inside: bool = False  # stands in the first row of a table, which then belongs to the section


def heading_names(template: Template) -> dict[str, list[str]]:
    """Return by section key the accepted headings, without numeral and punctuation."""
    return {spec.key: [bare(name) for name in (spec.heading, *spec.aliases)] for spec in template.sections}


def _candidate(index: int, paragraph: Paragraph, known: dict[str, str], *, ranks: frozenset[str]) -> Candidate | None:
    text = paragraph.text.strip()
    if not text or (paragraph.boxed and len(text) > _LONGEST):
        return None
    number, top = _number(text, ranks=ranks)
    if len(text) <= _LONGEST:
        folded = fold(text)
        wording = bare(folded[len(number) :])
        if text[-1].isdigit() and wording not in known:
            unpaged = bare(fold(text.rstrip("0123456789").rstrip(".…·\t "))[len(number) :])
            wording = unpaged if unpaged in known else wording
        if wording[:4].isdigit() and wording[4:5] == "年":  # whether the year is right is another rule's affair
            undated = wording[5:].removeprefix("度")
            wording = undated if undated in known else wording
        if folded.endswith(")") and wording not in known:  # a hint or typing instruction behind the heading
            unhinted = bare(folded[len(number) : folded.rfind("(")])
            wording = unhinted if unhinted in known else wording
        if wording in known or (top and text[-1] not in _SENTENCE_END):
            return Candidate(index, paragraph, number, wording, top=top)
        if not top and len(wording) >= 6 and text[-1] not in _SENTENCE_END and _near(wording, known):
            return Candidate(index, paragraph, number, wording, top=False)
        if not top:
            return None
    return _running_head(index, paragraph, known, number) if top else None


def _on_top(index: int, table: Table, known: dict[str, str], *, ranks: frozenset[str]) -> Candidate | None:
    """Return a section heading that stands across the first row of a table."""
    cells = {cell for cell in table.grid[0] if cell is not None and cell.text.strip()} if table.grid else set()
    if len(cells) != 1:
        return None
    (cell,) = cells
    candidate = _candidate(index, Paragraph(cell.text, cell.location), known, ranks=ranks)
    return candidate._replace(inside=True) if candidate and candidate.top and candidate.wording in known else None


def _number(text: str, *, ranks: frozenset[str]) -> tuple[str, bool]:
    """Return the list number in folded form, and whether it is of the first rank: 一、, 第一部分, or one of `ranks`."""
    number = split_number(fold(text[:_LONGEST]))[0]
    if number:
        return number, number[0] in CHINESE_DIGITS or number[0] == "第" or _rank(number) in ranks
    head = text.split(None, 1)[0]
    alone = len(head) <= 3 and len(head) < len(text) and all(sign in CHINESE_DIGITS for sign in head)
    return (head, True) if alone else ("", False)


def _rank(number: str) -> str:
    """Return what tells numbers of one rank from those of another: 1., （一）, （1）."""
    return ("(" if number[0] in "(（" else "") + ("1" if any(sign.isdigit() for sign in number) else "")


def _near(wording: str, known: dict[str, str]) -> bool:
    return any(one_slip(name, wording) for name in known)


def _running_head(index: int, paragraph: Paragraph, known: dict[str, str], number: str) -> Candidate | None:
    """Return a heading whose text runs on in its own paragraph: 一、某某情况。本年……"""
    text = paragraph.text.strip()
    for end in range(1, min(len(text), _LONGEST + 20)):
        if text[end] in "。：:\n \u3000" or text[end - 1] in "。：:\n":
            wording = bare(split_number(fold(text[:end]))[1])
            if wording in known:
                return Candidate(index, paragraph, number, wording, text[end:].lstrip("。：: \n\u3000"))
    return None


def candidates(document: Document, template: Template) -> list[Candidate]:
    """Return the candidates in reading order, a list of contents left out."""
    known = {name: key for key, names in heading_names(template).items() for name in names}
    ranks = frozenset(_rank(spec.numeral) for spec in template.sections if spec.numeral)
    found = []
    for index, block in enumerate(document.blocks):
        if isinstance(block, Paragraph):
            candidate = _candidate(index, block, known, ranks=ranks)
        else:
            candidate = _on_top(index, block, known, ranks=ranks)
        if candidate:
            found.append(candidate)
    return _foremost(_without_contents_list(found, known), template, known)


def _foremost(found: list[Candidate], template: Template, known: dict[str, str]) -> list[Candidate]:
    """Leave out sub-headings and captions that read like a section: of several, those numbered like sections stay."""
    values = {spec.key: numeral_value(spec.numeral) or 0 for spec in template.sections}

    def rank(candidate: Candidate) -> int:
        value = numeral_value(candidate.numeral) if candidate.numeral else None
        own = value == values[known[candidate.wording]]
        return (0 if own else 1) if candidate.top else 2 if own else 3 if value is None else 4

    best: dict[str, int] = {}
    for candidate in found:
        if candidate.wording in known:
            key = known[candidate.wording]
            best[key] = min(best.get(key, 9), rank(candidate))

    def stays(candidate: Candidate) -> bool:
        if candidate.wording not in known:
            return True
        key = known[candidate.wording]
        later = candidate.top and (numeral_value(candidate.numeral) or 0) > values[key]
        return rank(candidate) == best[key] or (best[key] < 2 and later)

    return [candidate for candidate in found if stays(candidate)]


def _without_contents_list(found: list[Candidate], known: dict[str, str]) -> list[Candidate]:
    """Leave out a list of contents: known headings on neighbouring lines that all come again further down."""
    run: list[Candidate] = []
    for candidate in found:
        again = known.get(candidate.wording) in {known.get(other.wording) for other in run} - {None}
        if run and (candidate.at != run[-1].at + 1 or again):
            break
        run.append(candidate)
    later = {known.get(candidate.wording) for candidate in found[len(run) :]}
    listed = [known.get(candidate.wording) for candidate in run]
    return found[len(run) :] if len(run) >= 3 and sum(key in later for key in listed) >= 3 else found
