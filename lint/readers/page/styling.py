"""Elements → what their styles, names and attributes say of what they hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from lint.readers.page.sanitising import STYLES, hides

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_FAMILY: Final = re.compile(r"(?<![-\w])font-family\s*:\s*[\"']?([^;,\"']+)", re.IGNORECASE)
_WEIGHT: Final = re.compile(r"(?<![-\w])font-weight\s*:\s*(\w+)", re.IGNORECASE)
_BLOCK: Final = re.compile(r"(?<![-\w])display\s*:\s*(?:block|flex|grid|table|list-item)\s*(?:;|!|\Z)", re.IGNORECASE)
_LENGTH: Final = re.compile(r"(?<![-\w])(width|height)\s*:\s*([\d.]+)px", re.IGNORECASE)
_WORD_EXTRAS: Final = re.compile(r"mso-element\s*:\s*(?:comment|footnote|endnote|header|footer)", re.IGNORECASE)
_OFFICE_EXTRAS: Final = re.compile(r"sd(?:foot|end)note\d")
_TITLE_NAMES: Final = frozenset(("title", "tit", "bt", "biaoti", "headline", "arttitle", "articletitle", "newstitle"))
_NAME_PART: Final = re.compile(r"[a-z]+")
_SPACER: Final = re.compile(r"spacer|blank|1px|pixel|space\.gif", re.IGNORECASE)
_ICON: Final = 40  # pixels; a smaller picture is an ornament
_CLICKED: Final = frozenset(("li", "span", "dt", "dd"))  # larger ones may hold the article
_NOTES: Final = frozenset(("rt", "rp"))  # readings above a word
_BARE: Final = frozenset(("p", "div", "section", "table", "thead", "tbody", "tfoot", "tr", "td", "li", "span", "br"))
_TWO: Final = 2  # the source line is one attribute
_BOLD: Final = frozenset(("b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"))


class Face(NamedTuple):
    """The typeface of a text."""

    family: str = ""
    bold: bool = False

    @property
    def name(self) -> str:
        """Return one word for it."""
        return f"{self.family} bold" if self.bold else self.family


def face_of(element: Element, inherited: Face) -> Face:
    """Return the typeface inside an element."""
    tag, style = element.tag, element.get("style") or ""
    if not style and tag not in _BOLD and tag != "font":
        return inherited
    family, bold = inherited
    if tag == "font" and element.get("face"):
        family = (element.get("face") or "").partition(",")[0].strip().lower()
    if tag in _BOLD:
        bold = True
    own_family, own_bold = _typeface(style)
    family = own_family or family
    bold = bold if own_bold is None else own_bold
    return inherited if (family, bold) == inherited else Face(family, bold)


@lru_cache(maxsize=STYLES)
def _typeface(style: str) -> tuple[str, bool | None]:
    """Return what a style says of it, "" or None where it is silent."""
    family, weight = _FAMILY.search(style), _WEIGHT.search(style)
    bold = weight and weight.group(1).lower() in {"bold", "bolder", "600", "700", "800", "900"}
    return family.group(1).strip().lower() if family else "", bold


def is_bare(element: Element) -> bool:
    """Tell an element that neither by its tag nor by an attribute says anything of how its content is shown."""
    return element.tag in _BARE and len(element.keys()) < _TWO


def is_hidden(element: Element) -> bool:
    """Tell what a browser does not show, and the notes and page heads that office programs save below the text."""
    style, tag = element.get("style") or "", element.tag
    if element.get("hidden") is not None or tag in _NOTES or (style and hides(style)):
        return True
    if tag == "tr" and element.get("height") == "0":  # where Word's columns begin, in a row of its own
        return not "".join(texts(element)).strip()
    if tag != "div":
        return False
    office = (element.get("title") or "") in {"header", "footer"} or _OFFICE_EXTRAS.match(element.get("id") or "")
    return bool(office or _WORD_EXTRAS.search(style))


def texts(element: Element) -> Iterator[str]:
    """Yield the texts in an element."""
    return (text for text in element.itertext() if isinstance(text, str))


def leads_away(element: Element) -> bool:
    """Tell a link to another page, or what acts as one when clicked, from anchors and links inside the page."""
    if element.tag == "a":
        return not (element.get("href") or "#").startswith("#")
    return element.get("onclick") is not None and element.tag in _CLICKED


def is_shown_as_block(element: Element) -> bool:
    """Tell an inline element that its style makes a block."""
    style = element.get("style")
    return bool(style and "display" in style.lower() and _BLOCK.search(style))


def names_of(element: Element) -> list[str]:
    """Return the words that the element's class and id are made of, in lower case."""
    first, second = element.get("class"), element.get("id")
    return _NAME_PART.findall(f"{first or ''} {second or ''}".lower()) if first or second else []


def is_titled(element: Element) -> bool:
    """Tell an element for titles."""
    return element.tag in {"h1", "h2", "h3"} or not _TITLE_NAMES.isdisjoint(names_of(element))


def is_picture(image: Element) -> bool:
    """Tell a picture from spacers and small icons."""
    sizes = dict(_LENGTH.findall((image.get("style") or "").lower()))
    for side in ("width", "height"):
        size = sizes.get(side) or (image.get(side) or "").strip().removesuffix("px")
        if size.replace(".", "", 1).isdecimal() and float(size) < _ICON:
            return False
    return not _SPACER.search((image.get("src") or "")[-60:])


def entered(control: Element) -> str:
    """Return what is entered in a control of a form, "" for buttons and boxes to tick."""
    if control.tag == "select":
        options = control.findall(".//option")
        chosen = next((option for option in options if option.get("selected") is not None), None)
        first = chosen if chosen is not None else next(iter(options), None)
        return "".join(texts(first)) if first is not None else ""
    if control.tag == "textarea":
        return "".join(texts(control))
    usual = (control.get("type") or "text").lower() in {"text", "number", "tel", "email", "date"}
    return control.get("value") or "" if usual else ""
