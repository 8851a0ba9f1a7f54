"""The lines of a submitted table laid beside the form's lines: which is which, what moved, what is left over."""

from collections.abc import Sequence
from typing import NamedTuple

from lint.align.labels import likeness
from lint.align.layout import Line, Vocabulary
from lint.align.lines import Submitted
from lint.align.sequence import Pairs, by_place, gaps, in_order
from lint.language.wording import bare

_HEADER_ROWS = 3  # that a page break makes Word print again on top of the rest, defects and all
_LIKE = 0.6  # wordings less alike are partners only if nothing else is left in their place


class Lines(NamedTuple):
    """How the form's lines (by index) are found among the submitted ones.

    `moved` pairs stand elsewhere than the form has them, `collapsed` maps a submitted line to the form's lines it
    stands for (a group given as one line), `extra` are lines that the form does not have.
    """

    matched: dict[int, Submitted]
    moved: tuple[int, ...]
    collapsed: tuple[tuple[Submitted, tuple[int, ...]], ...]
    missing: tuple[int, ...]
    extra: tuple[Submitted, ...]


def _is_figures(line: Submitted) -> bool:
    return bool(line.values) and not any(word and not word[0].isascii() for word in line.words)


def _score(line: Line, own: Submitted, known: Vocabulary, *, exact: bool = False) -> float:
    if line.kind == "row":
        if not line.labels:
            # Words in place of figures ("无") are still that row, as long as no header speaks in them.
            return 0.9 if _is_figures(own) else 0.5 if own.words and not own.words & known.heads else 0.0
        if len(own.words) > 1 and own.words <= known.heads:  # a header row, whose last word may be a row's label too
            return 0.0
        wording = line.labels[-1].wording
        if own.leaf == wording:
            return 1.0
        if exact or own.leaf in known.rows:  # a label that is exactly another row's is not this row reworded
            return 0.0
        score = likeness(own.leaf, wording)
        return score if score >= _LIKE else 0.0
    if line.kind == "title":
        if len(own.words) != 1:
            return 0.0
        (word,) = own.words
        score = float(word == line.labels[0].wording) if exact else likeness(word, line.labels[0].wording)
        return score if score >= _LIKE else 0.0
    share = sum(label.wording in own.words for label in line.labels) / len(line.labels)
    return share if share == 1 or (not exact and share >= 0.3) else 0.0


def _first_pairs(lines: Sequence[Line], own: Sequence[Submitted], known: Vocabulary) -> Pairs:
    if len(lines) == len(own) and all(
        _score(line, other, known, exact=True) for line, other in zip(lines, own, strict=True)
    ):
        return [(i, i) for i in range(len(lines))]
    return in_order(len(lines), len(own), lambda i, j: _score(lines[i], own[j], known))


def _repeats_known(own: Submitted, known: Vocabulary, headings: frozenset[str]) -> bool:
    """Tell whether a line left over is only what a page break makes Word print again, or the section's heading."""
    if len(own.words) == 1 and {bare(word) for word in own.words} <= headings:
        return True
    if own.is_blank or (own.words <= known.heads and not _has_figures(own)):
        return True
    top = own.row < _HEADER_ROWS or own.words <= known.heads | known.rows
    return own.piece > 0 and top and not _has_figures(own)


def _has_figures(own: Submitted) -> bool:
    return any(any(sign.isdigit() for sign in cell.text) and len(cell.text) <= 12 for cell in own.values)


def _fits(line: Line, own: Submitted) -> bool:
    """Tell whether an unlike line may stand in this line's place: a figure row for a row, words for a header."""
    if line.kind == "row":
        return bool(own.values) and (_has_figures(own) or not own.words or bool(own.path))
    return not _has_figures(own) and (line.kind == "header" or len(own.words) == 1)


def _moved(lines: Sequence[Line], own: Sequence[Submitted], left: list[int], right: list[int]) -> Pairs:
    pairs: Pairs = []
    for i in left:
        if lines[i].kind != "row" or not lines[i].labels:
            continue
        for j in right:
            if own[j].leaf == lines[i].labels[-1].wording and _has_figures(own[j]) and j not in {p[1] for p in pairs}:
                pairs.append((i, j))
                break
    return pairs


def _collapsed(
    lines: Sequence[Line], own: Sequence[Submitted], left: list[int], right: list[int]
) -> list[tuple[int, tuple[int, ...]]]:
    found = []
    for j in right:
        group = tuple(i for i in left if len(lines[i].labels) > 1 and lines[i].labels[-2].wording == own[j].leaf)
        if len(group) > 1 and own[j].leaf:
            found.append((j, group))
    return found


def match_lines(
    lines: Sequence[Line], own: Sequence[Submitted], known: Vocabulary, headings: frozenset[str] = frozenset()
) -> Lines:
    """Lay the submitted lines beside the form's; every line of either side ends in exactly one place of the result.

    Lines left over that hold nothing but one of the `headings` (bare) are no rows.
    """
    pairs = _first_pairs(lines, own, known)
    matched = dict(pairs)
    left = [i for i in range(len(lines)) if i not in matched]
    taken = set(matched.values())
    right = [j for j in range(len(own)) if j not in taken and not _repeats_known(own[j], known, headings)]
    moved = _moved(lines, own, left, right)
    matched.update(moved)
    left = [i for i in left if i not in matched]
    right = [j for j in right if j not in {pair[1] for pair in moved}]
    collapsed = _collapsed(lines, own, left, right)
    gone = {i for _, group in collapsed for i in group}
    left = [i for i in left if i not in gone]
    right = [j for j in right if j not in {j for j, _ in collapsed}]
    for missing, extra in gaps(pairs, len(lines), len(own)):
        for kind in ("title", "header", "row"):
            candidates = [i for i in missing if i in left and lines[i].kind == kind]
            others = [j for j in extra if j in right and candidates and _fits(lines[candidates[0]], own[j])]
            for i, j in by_place(candidates, others, lambda i, j: _score(lines[i], own[j], known)):
                matched[i] = j
                left.remove(i)
                right.remove(j)
    return Lines(
        matched={i: own[j] for i, j in sorted(matched.items())},
        moved=tuple(i for i, _ in moved),
        collapsed=tuple((own[j], group) for j, group in collapsed),
        missing=tuple(left),
        extra=tuple(own[j] for j in right),
    )
