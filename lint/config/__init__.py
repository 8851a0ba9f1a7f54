"""What the user asks for → settings; refuses what it does not know and names the nearest thing it does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lint.errors import UsageError
from lint.forms.fields import nearest
from lint.model import Phrase

DEFAULT_FORM = "cn-disclosure"
LANGS = ("zh", "en")
EVERYTHING = "ALL"


def select_codes(known: Iterable[str], select: Sequence[str] = (), ignore: Sequence[str] = ()) -> frozenset[str]:
    """Return the codes chosen by selectors: codes, beginnings of codes, or ALL, in any case.

    The longer selector wins over the shorter, `ignore` over an equally long `select`; without `select` it is ALL.
    UsageError for a selector that fits no code.
    """
    codes = tuple(known)
    chosen = [_known_selector(selector, codes) for selector in select]
    left_out = [_known_selector(selector, codes) for selector in ignore]
    return frozenset(code for code in codes if _reach(code, chosen or [""]) > _reach(code, left_out))


def split_list(given: str | Iterable[str]) -> list[str]:
    """Return the words of one or more comma lists (Chinese commas too), blanks around them left out."""
    lists = [given] if isinstance(given, str) else given
    words = (word.strip() for text in lists for word in text.replace("，", ",").replace("、", ",").split(","))
    return [word for word in words if word]


def unknown(what: Phrase, word: str, known: Iterable[str], *, listed: bool = False) -> UsageError:
    """Return the error for a word that is none of the known ones, naming the nearest and, if `listed`, all of them."""
    words = tuple(known)
    return _unknown(what, word, nearest(word, sorted(words)), words if listed else ())


def unknown_code(word: str, codes: Iterable[str]) -> UsageError:
    """Return the error for a code that there is not; one with a zero too few or too many is recognised."""
    known = set(codes)
    letters, digits = word[:2].upper(), word[2:]
    padded = f"{letters}{int(digits):03}" if digits.isdecimal() else ""
    return _unknown(
        Phrase("规则", "rule"), word, padded if padded in known else nearest(word.upper(), sorted(known)), ()
    )


def _unknown(what: Phrase, word: str, hint: str | None, words: Sequence[str]) -> UsageError:
    zh, en = f"没有{what.zh}“{word}”", f"there is no {what.en} {word}"
    if hint:
        zh, en = f"{zh}，是不是 {hint}？", f"{en}; did you mean {hint}?"
    if words:
        zh, en = f"{zh}（可用：{'、'.join(words)}）", f"{en} (known: {', '.join(words)})"
    return UsageError(Phrase(zh, en))


def _known_selector(selector: str, codes: Sequence[str]) -> str:
    """Return the selector as a beginning of codes ("" for ALL)."""
    beginning = selector.strip().upper()
    if beginning == EVERYTHING:
        return ""
    if not beginning or not any(code.startswith(beginning) for code in codes):
        groups = {code[:2] for code in codes}
        raise unknown_code(selector.strip(), {EVERYTHING, *groups, *codes})
    return beginning


def _reach(code: str, beginnings: Sequence[str]) -> int:
    """Return how long the longest fitting beginning is, -1 if none fits."""
    return max((len(beginning) for beginning in beginnings if code.startswith(beginning)), default=-1)
