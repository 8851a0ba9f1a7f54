"""The text of a page → markup that libxml2 reads in linear time: known elements, few attributes, no scripts.

libxml2 takes quadratic time for an element with many attributes, stops at a text of 10 MB, counts lines up to 65,535
and nests what old pages leave unclosed. So the text is cut into tokens as HTML's tokenizer does, each element gets its
source line as an attribute, and inline elements are closed where a block begins or ends.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape, unescape
from typing import Final, NamedTuple

from lint.readers.limits import Limits, exceeded

STYLES: Final = 512  # a page repeats its few styles at each element
LINE: Final = "l"  # the attribute that holds the source line

_BLOCK: Final = (
    "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form"
    " h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section summary ul"
    " table caption thead tbody tfoot tr td th"
)
BLOCKS: Final = frozenset(_BLOCK.split())
_STYLED: Final = "b strong i em u s strike font small big tt code sub sup span label ruby rt rp q cite"
_INLINE: Final = frozenset(_STYLED.split())
_SPANNING: Final = frozenset(("a", "ins", "del"))  # these may hold blocks
_VOID: Final = frozenset(("br", "hr", "img", "input", "wbr"))
_KNOWN: Final = BLOCKS | _INLINE | _SPANNING | _VOID | {"select", "option", "textarea"}
_RAW: Final = frozenset(("script", "style", "noscript", "iframe", "noembed", "noframes", "xmp", "title", "textarea"))
_SKIPPED: Final = frozenset(("template", "svg", "object", "applet", "canvas", "audio", "video", "button"))
_KEPT: Final = (
    "style class id href onclick src width height face title role hidden"
    " rowspan colspan type start value reversed selected"
)
_ATTRIBUTES: Final = frozenset(_KEPT.split())
_BY_OFFICE: Final = frozenset(("generator", "progid"))
_DEEPEST: Final = 60  # inline elements within each other; more come from unclosed ones
_LONGEST: Final = 2_000  # characters of an attribute; pictures inside the page are longer
_MOST_KEPT: Final = 1_000
_PIECE: Final = 1_000_000  # characters of a text node

_TOKEN: Final = re.compile(
    r"<(?:!--(?:-?>|.*?(?:--!?>|\Z))|(/?)([a-zA-Z][^\s/>]*)"
    r"""((?:[\s/]++|[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^\s>]*+))?+)*+)(?:>|\Z)"""
    r"|[!?/][^>]*+(?:>|\Z))",
    re.DOTALL,
)
_ATTRIBUTE: Final = re.compile(r"""([^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:"([^"]*+)"?|'([^']*+)'?|([^\s>]*+)))?+""")
_HIDING: Final = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all", re.IGNORECASE
)


_TELLING: Final = re.compile(r"display|visibility|mso-|font-|list-style", re.IGNORECASE)  # of styles


class Named(NamedTuple):
    """A text from the head of the page and its source line."""

    text: str
    line: int


class Sanitised(NamedTuple):
    """`title` is what the page calls itself, `metas` what its meta elements say, by name in lower case."""

    markup: str
    title: Named | None
    metas: dict[str, Named]


@lru_cache(maxsize=STYLES)
def hides(style: str) -> bool:
    """Tell whether a style attribute takes the element from sight."""
    return _HIDING.search(style) is not None


def sanitise(text: str, limits: Limits, first: int = 1) -> Sanitised:
    """Return the markup; `first` is the number of the text's first line.

    Raises:
        UnreadableDocument: it has more elements than the limits allow.
    """
    return _Sanitiser(text, limits, first).run()


class _Sanitiser:
    __slots__ = (
        *("_count", "_end", "_kept", "_limits", "_line", "_metas", "_opened", "_out"),
        *("_paragraph", "_text", "_title", "_unclosed"),
    )

    def __init__(self, text: str, limits: Limits, first: int) -> None:
        self._text, self._limits, self._line = text, limits, first
        self._out: list[str] = ["<html><body>"]
        self._opened: list[str] = []
        self._paragraph = False
        self._count = self._end = 0
        self._title: Named | None = None
        self._metas: dict[str, Named] = {}
        self._unclosed: set[str] = set()
        self._kept: dict[tuple[str, str], tuple[str, bool]] = {}

    def run(self) -> Sanitised:
        text, at = self._text, 0
        while (match := _TOKEN.search(text, at)) is not None:
            self._words(text[at : match.start()])
            self._end = match.end()
            if match.group(2):
                name = match.group(2).lower()
                if match.group(1):
                    self._close(name)
                else:
                    self._open(name, match.group(3))
            self._line += text.count("\n", match.start(), self._end)
            at = self._end
        self._words(text[at:])
        return Sanitised("".join(self._out), self._title, self._metas)

    def _words(self, words: str) -> None:
        if not words:
            return
        self._line += words.count("\n")
        words = words.replace("<", "&lt;")
        if len(words) <= _PIECE:
            self._out.append(words)
            return
        for start in range(0, len(words), _PIECE):
            self._out.append(words[start : start + _PIECE] + "<wbr>")

    def _open(self, name: str, attributes: str) -> None:
        if name in _RAW or name in _SKIPPED:
            self._skip(name)
        elif name == "meta":
            self._meta(_pairs(attributes))
        elif name in _KNOWN:
            self._count += 1
            if self._count > self._limits.xml_nodes:
                raise exceeded("xml_nodes", None, self._limits.xml_nodes).error()
            kept, hidden = self._kept.get((name, attributes)) or self._keep(name, attributes)
            if name in BLOCKS:
                self._boundary()
                self._paragraph = name == "p"
            elif name in _INLINE and not hidden:
                if len(self._opened) >= _DEEPEST:
                    return
                self._opened.append(name)
            self._out.append(f'<{name}{kept} {LINE}="{self._line}">')

    def _keep(self, name: str, attributes: str) -> tuple[str, bool]:
        """Return the attributes worth keeping as markup, and whether they hide the element; most stand many times."""
        pairs = _pairs(attributes)
        style = pairs.get("style", "")
        if name != "img" and not _TELLING.search(style):
            pairs.pop("style", None)
        found = _markup(pairs), hides(style)
        if len(attributes) <= _LONGEST and len(self._kept) < _MOST_KEPT:
            self._kept[name, attributes] = found
        return found

    def _close(self, name: str) -> None:
        if name == "p" and not self._paragraph:
            self._boundary()
            self._out.append("<hr>")  # a stray one makes an empty paragraph
        elif name in BLOCKS:
            self._boundary()
            self._paragraph = False
            self._out.append(f"</{name}>")
        elif name == "br":
            self._out.append(f'<br {LINE}="{self._line}">')
        elif name in self._opened:
            while self._opened.pop() != name:
                pass
            self._out.append(f"</{name}>")
        elif name in _KNOWN:
            self._out.append(f"</{name}>")

    def _boundary(self) -> None:
        if not self._opened:
            return
        self._out.extend(f"</{name}>" for name in reversed(self._opened))
        self._opened.clear()

    def _skip(self, name: str) -> None:
        """Go on behind an element whose content is no markup of the page."""
        closed = None
        if name not in self._unclosed:
            closed = re.compile(rf"</{name}(?=[\s/>])[^>]*>", re.IGNORECASE).search(self._text, self._end)
        if closed is None:
            self._unclosed.add(name)
            if name in {"script", "style"}:  # what a truncated page ends with
                self._end = len(self._text)
            return
        content = self._text[self._end : closed.start()]
        self._end = closed.end()
        if name == "title" and self._title is None:
            self._title = Named(unescape(content), self._line)
        elif name == "textarea":
            self._out.append(f'<textarea {LINE}="{self._line}">{escape(unescape(content[:_LONGEST]))}</textarea>')

    def _meta(self, pairs: dict[str, str]) -> None:
        name = pairs.get("name", pairs.get("property", "")).strip().lower()
        if name in _BY_OFFICE and self._count:  # pasted into an article together with its text
            return
        if name and pairs.get("content", "").strip():
            self._metas.setdefault(name, Named(unescape(pairs["content"]).strip(), self._line))


def _pairs(attributes: str) -> dict[str, str]:
    """Return the first attributes by name; of an absurd number the rest is left out."""
    found: dict[str, str] = {}
    if not attributes.strip("/ \t\n\f"):
        return found
    for match in _ATTRIBUTE.finditer(attributes[:65_536]):
        name, *values = match.groups()
        if len(found) < 64:
            found.setdefault(name.lower(), next((value for value in values if value is not None), "")[:_LONGEST])
    return found


def _markup(pairs: dict[str, str]) -> str:
    return "".join(f' {key}="{value.replace(chr(34), "&quot;")}"' for key, value in pairs.items() if key in _ATTRIBUTES)
