"""A regular expression → its tokens: signs, sets, groups, quantifiers, and what else there is."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from lint.model import Phrase

Kind = Literal["sign", "set", "open", "close", "bar", "repeat", "other"]
_GROUP = re.compile(r"\((?:\?(?:P<\w+>|<?[=!]|[a-zA-Z]*(?:-[a-z]+)?:|>|\(\w+\)))?")
_WHOLE = re.compile(r"\(\?(?:#[^)]*|P=\w+|[a-zA-Z]+)\)")  # a comment, a name referred to, flags
_VERBOSE = re.compile(r"\(\?[a-zA-Z]*x")
_REPEAT = re.compile(r"(?:[*+?]|\{[ ]*(?:(\d+)[ ]*(?:(,)[ ]*(\d*))?|,[ ]*(\d*))[ ]*\})[?+]?")
_CODE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U(000[0-9a-fA-F]{5}))")
_ESCAPE = re.compile(r"\\(?:N\{[^}]*\}|[1-9]\d?|0[0-7]{0,2}|.)", re.DOTALL)
_NO_VERBOSE = Phrase("用了标志 x；空格本来就不算，请去掉", "has the flag x; leave it out, as blanks never count anyway")
_BLANKS = frozenset("snrtfv")  # escapes that stand for blanks


class RefusedPattern(re.error):
    """A pattern that compiles but is of no use; `why` says so in both languages."""

    def __init__(self, why: Phrase) -> None:
        """Take what is wrong with it."""
        super().__init__(why.en)
        self.why = why


class Token(NamedTuple):
    r"""A piece of a pattern. A "sign" is one character meant literally, without its backslash.

    The `items` of a "set" are ranges ("a", "z"), signs ("a", "a") and escapes ("\d", ""); a "repeat" has its bounds,
    `most` None for no bound. "open" is the beginning of a group, "other" whatever needs no change.
    """

    kind: Kind
    text: str
    items: tuple[tuple[str, str], ...] = ()
    negated: bool = False
    least: int = 1
    most: int | None = 1


def tokens(pattern: str) -> Iterator[Token]:
    """Yield the tokens of a pattern that compiles; RefusedPattern for the flag x: a # would begin a comment."""
    at = 0
    while at < len(pattern):
        token, at = _next(pattern, at)
        yield token


def _next(pattern: str, at: int) -> tuple[Token, int]:
    sign = pattern[at]
    if sign == "\\":
        return _escape(pattern, at)
    if sign == "[":
        return _set(pattern, at)
    if sign == "(":
        whole, group = _WHOLE.match(pattern, at), _GROUP.match(pattern, at)
        found = whole or group
        assert found is not None  # noqa: S101 - the second fits any bracket
        if _VERBOSE.match(found[0]):
            raise RefusedPattern(_NO_VERBOSE)
        return Token("other" if whole else "open", found[0]), found.end()
    if sign in "*+?{" and (repeat := _REPEAT.match(pattern, at)):
        return _repeat(repeat), repeat.end()
    if sign in ")|":
        return Token("close" if sign == ")" else "bar", sign), at + 1
    return Token("other" if sign in ".^$" else "sign", sign), at + 1


def _repeat(found: re.Match[str]) -> Token:
    text = found[0].replace(" ", "")
    least, comma, most, only = found.groups()
    match text[0]:
        case "*":
            bounds: tuple[int, int | None] = (0, None)
        case "+":
            bounds = (1, None)
        case "?":
            bounds = (0, 1)
        case _ if only is not None:
            bounds = (0, int(only) if only else None)
        case _:
            bounds = (int(least), (int(most) if most else None) if comma else int(least))
    return Token("repeat", text, least=bounds[0], most=bounds[1])


def _escape(pattern: str, at: int) -> tuple[Token, int]:
    r"""Return an escape: a sign if it stands for one, else as it is (\d, \b, \1)."""
    code = _CODE.match(pattern, at)
    if code:
        return Token("sign", chr(int(code[1] or code[2] or code[3], 16))), code.end()
    found = _ESCAPE.match(pattern, at)
    assert found is not None  # noqa: S101 - a pattern that compiles ends with no backslash
    name = found[0][1:]
    if name in _BLANKS:
        return Token("sign", " "), found.end()
    literal = len(name) == 1 and not (name.isascii() and name.isalnum())
    return Token("sign" if literal else "other", name if literal else found[0]), found.end()


def _set(pattern: str, at: int) -> tuple[Token, int]:
    start = at + 1
    negated = pattern.startswith("^", start)
    at = start + negated
    items: list[tuple[str, str]] = []
    while not items or pattern[at] != "]":
        first, at = _item(pattern, at)
        last = first if len(first) == 1 else ""
        if last and pattern[at] == "-" and pattern[at + 1] != "]":
            last, at = _item(pattern, at + 1)
        items.append((first, last))
    return Token("set", pattern[start - 1 : at + 1], tuple(items), negated), at + 1


def _item(pattern: str, at: int) -> tuple[str, int]:
    if pattern[at] != "\\":
        return pattern[at], at + 1
    token, at = _escape(pattern, at)
    return token.text, at
