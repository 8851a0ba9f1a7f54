"""A heading set apart only by its typeface, with the text going on in the same line → two lines."""

from __future__ import annotations

import re
from typing import Final

from lint.readers.page.lines import BLANKS, Line, Run

_HEADING: Final = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}\s*[、．.]|[（(]\s*[一二三四五六七八九十]{1,3}\s*[）)]\s*[、．.]?)\s*(.+)",
    re.DOTALL,
)
_IDEOGRAPH: Final = re.compile("[\u3400-\u9fff]")
_SENTENCE: Final = "。；;，,："
_GOES_ON: Final = "。，、；：,.;:）)”》】"
_LONGEST: Final = 50  # characters of a heading
_SHORTEST_BODY: Final = 8


def parted(line: Line) -> list[Line]:
    """Return the heading and the text behind it, or the line itself if its typeface tells no heading."""
    if len(line.runs) < 2:
        return [line]
    head, body = _cut(line.runs)
    text = "".join(run.text for run in head).rstrip(BLANKS)
    rest = "".join(run.text for run in body).lstrip(BLANKS)
    match = _HEADING.fullmatch(text)
    if match is None or len(rest) < _SHORTEST_BODY or rest[0] in _GOES_ON:
        return [line]
    wording = match.group(1)
    if len(wording) < 2 or len(text) > _LONGEST or any(sign in wording[:-1] for sign in _SENTENCE):
        return [line]
    heading = line._replace(runs=(Run(text, head[0].face),), linked=0, pictures=0)
    return [heading, line._replace(runs=(Run(rest, body[-1].face),), numbered=False, kinds=(), titled=False)]


def _cut(runs: tuple[Run, ...]) -> tuple[list[Run], list[Run]]:
    """Cut where the typeface of the ideographs changes first; figures and letters go with what stands before them."""
    face = None
    for place, run in enumerate(runs):
        if not _IDEOGRAPH.search(run.text):
            continue
        if face is None:
            face = run.face
        elif run.face != face:
            return list(runs[:place]), list(runs[place:])
    return list(runs), []
