"""Regular expressions as an author of rules writes them → patterns over folded text.

Half-width signs are syntax, full-width ones stand for themselves; blanks and quotes are set aside on both sides. A full
stop 。 stays apart from a point, so that a pattern can keep within a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from warnings import catch_warnings, simplefilter

from lint.language.backtracking import refuse_slow, single_signs
from lint.language.syntax import RefusedPattern, Token, tokens
from lint.language.wording import fold
from lint.model import Phrase

_STOP = "。"
_STEP = 500  # characters; a text is searched in stretches of twice as many, so that time stays in proportion to it
_ANY = ("", "\ue000")  # texts that say nothing that an author might look for
_EMPTY = Phrase("什么都不写也符合，起不到检查作用", "matches even where nothing is written, and so tells nothing")


@lru_cache(maxsize=256)
def folded_pattern(text: str) -> re.Pattern[str]:
    """Return a pattern over `folded` text; re.error if it is none, or RefusedPattern if it is of no use.

    Of no use is one that might search for hours, and one that matches where nothing is written.
    """
    with catch_warnings():
        simplefilter("ignore")  # on brackets in a set, which are literal here
        re.compile(text)  # what is no pattern as written is refused in the author's own words
    read = tuple(tokens(text))
    refuse_slow(read)
    pattern = re.compile("".join(_spelt_all(read)))
    if any(match is not None and not match[0] for match in map(pattern.search, _ANY)):
        raise RefusedPattern(_EMPTY)
    return pattern


def misuse(text: str) -> Phrase | None:
    """Return why `folded_pattern` does not take this pattern, None if it does."""
    try:
        folded_pattern(text)
    except RefusedPattern as refused:
        return Phrase(f"这个正则表达式{refused.why.zh}", refused.why.en)
    except re.error as error:
        return Phrase(f"不是有效的正则表达式：{error}", f"is no valid regular expression: {error}")
    except (OverflowError, RecursionError):
        return Phrase("这个正则表达式的次数太大或括号层数太多", "has too large a number or too many brackets")
    return None


def folded(text: str) -> str:
    """Return a text as patterns see it: in half-width forms, without blanks and quotes, its full stops kept."""
    return _STOP.join(fold(sentence) for sentence in text.replace("｡", _STOP).split(_STOP))


def search(pattern: re.Pattern[str], text: str) -> str | None:
    """Return the first words of `text` that a folded pattern finds, as written; None if there are none.

    Longer texts are searched in stretches of 1,000 characters; what is found has at least 500 of them around it.
    """
    plain = folded(text)
    for start in range(0, max(len(plain) - _STEP, 1), _STEP):
        match = pattern.search(plain, start, start + 2 * _STEP)
        if match is not None:
            return _as_written(text, *match.span())
    return None


def _as_written(text: str, start: int, end: int) -> str:
    """Return the part of a text that a stretch of its folded form stands for."""
    places = [place for place, sign in enumerate(text) if fold(sign)]
    return text[places[start] : places[end - 1] + 1] if start < end else ""


def _spelt_all(read: Sequence[Token]) -> Iterator[str]:
    """Yield tokens as they are to be compiled; alternatives that differ in dress alone are spelt once."""
    at = 0
    while at < len(read):
        signs = single_signs(read, at + 1) if read[at].kind == "open" else ()
        yield read[at].text if signs else _spelt(read[at])
        yield "|".join(dict.fromkeys(map(_spelt, signs)))
        at += 2 * len(signs) or 1


def _spelt(token: Token) -> str:
    """Return a token as it is to be compiled."""
    match token.kind:
        case "sign":
            plain = folded(token.text)
            return re.escape(plain) if plain else "(?:)"  # what is set aside in a text is found everywhere
        case "set":
            return _set(token)
        case _:
            return token.text


def _set(token: Token) -> str:
    """Return a set of signs; one that names a blank or quote may also be found in nothing, as those are set aside."""
    inside, aside = "", False
    for first, last in token.items:
        if first != last:
            inside += _range(first, last) if last else first
            continue
        plain = folded(first)
        inside, aside = inside + re.escape(plain), aside or not plain
    if token.negated:
        return f"[^{inside}]" if inside else "(?s:.)"
    if not inside:
        return "(?:)"
    return f"(?:[{inside}]|)" if aside else f"[{inside}]"


def _range(first: str, last: str) -> str:
    """Return a range of signs with what the signs in it are folded to."""
    signs = "".join(map(chr, range(ord(first), ord(last) + 1)))
    others = sorted({sign for sign in folded(signs) if not first <= sign <= last})
    return f"{re.escape(first)}-{re.escape(last)}" + re.escape("".join(others))
