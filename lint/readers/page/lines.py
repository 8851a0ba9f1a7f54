"""Text nodes → the lines that a browser shows: white space collapsed, runs told apart by their typeface."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

BLANKS: Final = (
    " \t\n\f\r\v\x85\xa0\xad\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
)
_COLLAPSED: Final = " \t\n\f"
_SPACE: Final = re.compile(r"[ \t\n\f]+")
_IDEOGRAPHIC: Final = "[\u2018-\u201d\u2026\u2e80-\ua4cf\uf900-\ufaff\ufe10-\ufe6f\uff01-\uff60\uffe0-\uffe6]"
_WIDE: Final = re.compile(_IDEOGRAPHIC)
# A line end in the source between ideographs is no blank (CSS Text 3, 4.1.2).
_BROKEN: Final = re.compile(rf"(?<={_IDEOGRAPHIC})[ \t\f]*\n[ \t\n\f]*(?={_IDEOGRAPHIC})")


class Run(NamedTuple):
    """A piece of a line in one typeface: the font's name, with "bold" behind it where it is bold."""

    text: str
    face: str


class Line(NamedTuple):
    """A line: `number` is that of the source, `linked` how many of its characters lead to other pages.

    `titled`: it stands in an element for titles; `aside`: in what surrounds the article; `kinds` are those of notes.
    """

    runs: tuple[Run, ...]
    number: int
    linked: int = 0
    pictures: int = 0
    numbered: bool = False
    titled: bool = False
    aside: bool = False
    kinds: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Return the text of the whole line."""
        return "".join(run.text for run in self.runs)


class LineBuilder:
    """Gathers one line after the other."""

    __slots__ = (
        "_gap",
        "_last",
        "_linked",
        "_number",
        "_pictures",
        "_runs",
        "_titled",
        "kinds",
        "marker",
        "own",
        "source",
    )

    def __init__(self) -> None:
        self.marker = ""
        self.kinds: list[str] = []
        self.source = 0  # the line at which the block around begins; 0 behind a line break
        self._begin()

    def _begin(self) -> None:
        self._runs: list[list[str]] = []  # face and words
        self._gap = 0
        self._last = ""
        self._number = self._linked = self._pictures = 0
        self._titled = False
        self.own = False  # whether any of it stands in the article

    def add(self, text: str, face: str, number: int, *, linked: bool, titled: bool) -> None:
        """Take in the text of a node; white space that the browser does not show is left out."""
        bare = text.strip(_COLLAPSED)
        if not bare:
            self._gap = max(self._gap, _gap(text))
            return
        lead = text[: text.index(bare[0])]
        self._gap = max(self._gap, _gap(lead))
        self._word(_SPACE.sub(" ", _BROKEN.sub("", bare)) if _SPACE.search(bare) else bare, face, number)
        self._gap = _gap(text[len(lead) + len(bare) :])
        if linked:
            self._linked += len(text.strip(BLANKS))
        self._titled |= titled

    def add_verbatim(self, text: str, face: str, number: int) -> None:
        """Take in text whose blanks are shown."""
        if text:
            self._word(text, face, number)

    def picture(self, number: int) -> None:
        """Count a picture."""
        self._pictures += 1
        self._number = self._number or self.source or number

    def _word(self, word: str, face: str, number: int) -> None:
        if self._gap and self._last:
            broken = self._gap == 2 and _WIDE.match(self._last) and _WIDE.match(word)
            word = word if broken else f" {word}"
        self._gap = 0
        self._last = word[-1]
        if not self._number and word.strip(BLANKS):
            self._number = self.source or number
        if self._runs and self._runs[-1][0] == face:
            self._runs[-1].append(word)
        else:
            self._runs.append([face, word])

    def taken(self) -> Line | None:
        """Return the line gathered so far, None if it shows nothing; the next begins."""
        if not (self._runs or self._pictures):
            self._gap = 0
            return None
        faces = [face for face, *_ in self._runs]
        texts = ["".join(words) for _, *words in self._runs]
        number, linked, pictures, titled = self._number, self._linked, self._pictures, self._titled
        aside = not self.own
        self._begin()
        first, last = 0, len(texts)
        while first < last and not (start := texts[first].lstrip(BLANKS)):
            first += 1
        if first < last:
            texts[first] = start
        while first < last and not (end := texts[last - 1].rstrip(BLANKS)):
            last -= 1
        if first < last:
            texts[last - 1] = end
        elif not pictures:
            return None
        numbered = bool(self.marker and first < last)
        if numbered:
            texts[first] = self.marker + texts[first]
            self.marker = ""
        kinds = tuple(self.kinds)
        self.kinds.clear()
        runs = tuple(map(Run, texts[first:last], faces[first:last]))
        return Line(runs, number, linked, pictures, numbered, titled, aside, kinds)


def _gap(space: str) -> int:
    """Return 0 for no white space, 2 for one with a line end in it, else 1."""
    return 0 if not space else 2 if "\n" in space else 1
