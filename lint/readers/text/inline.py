"""Text with the marks of Markdown and HTML inside a line → the text a reader sees; pictures become a residue.

A picture is left as "[image: ]", which is what text exports of word processors write.
"""

import re
from typing import Final

_MARKS: Final = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
_KEPT: Final = {sign: chr(0xFDD0 + rank) for rank, sign in enumerate(_MARKS)}  # noncharacters stand for escaped signs
_GIVEN_BACK: Final = str.maketrans({kept: sign for sign, kept in _KEPT.items()})
_ESCAPE: Final = re.compile(r"\\([^\w\s])")
_PICTURE: Final = re.compile(r"!\[[^\[\]]*\](?:\([^()]*\)|\[[^\[\]]*\])(?:\{[^{}]*\})?|<img\b[^<>]*>", re.IGNORECASE)
_SPAN: Final = re.compile(r"(?<!!)\[([^\[\]]*)\](?:\([^()\n]*\)(?:\{[^{}]*\})?|\{[^{}]*\})")
_ADDRESS: Final = re.compile(r"<((?:https?://|mailto:)[^<>\s]*)>")
_BREAK: Final = re.compile(r" ?<br ?/?> ?", re.IGNORECASE)
_TAG: Final = re.compile(r"</?[a-zA-Z][^<>]*>")
_STARS: Final = re.compile(r"(\*{1,3})(?=[^\s*])([^*]*[^\s*])\1")
_STRUCK: Final = re.compile(r"~~(?=[^\s~])([^~]*[^\s~])~~")
_LINES: Final = re.compile(r"(?<!\w)(_{1,3})(?=[^\s_])([^_]*[^\s_])\1(?!\w)")
_CODE: Final = re.compile(r"(`{1,2})([^`]+)\1")


def plain_text(text: str) -> str:
    """Return the text without marks; `<br>` becomes a newline."""
    if text.isalnum():
        return text
    if "\\" in text:
        text = _ESCAPE.sub(lambda match: _KEPT.get(match.group(1), match.group(1)), text)
    if "<" in text:
        text = _TAG.sub("", _PICTURE.sub("[image: ]", _ADDRESS.sub(r"\1", _BREAK.sub("\n", text))))
    if "[" in text:
        text = _SPAN.sub(r"\1", _PICTURE.sub("[image: ]", text))
    text = _without_emphasis(text)
    if "&" in text:
        from html import unescape  # noqa: PLC0415 - a large table, seldom needed

        text = unescape(text).replace("\xa0", " ")
    return text.translate(_GIVEN_BACK)


def _without_emphasis(text: str) -> str:
    if "~~" in text:
        text = _STRUCK.sub(r"\1", text)
    if "*" in text:
        for _ in range(3):  # marks within marks
            text = _STARS.sub(r"\2", text)
    if "_" in text:
        text = _LINES.sub(r"\2", text)
    return _CODE.sub(r"\2", text) if "`" in text else text
