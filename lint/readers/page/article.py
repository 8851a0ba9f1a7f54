"""The tree of a page → what stands around the article, told by where headings, tables and sentences are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Final

from lxml import etree

from lint.readers.page.labels import is_chrome, is_foot, particulars
from lint.readers.page.lines import BLANKS
from lint.readers.page.styling import is_hidden, leads_away, names_of, texts
from lint.readers.page.unfolding import unfolded
from lint.readers.page.weights import CONTAINERS, ORDINAL, Weight

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_OUTSIDE: Final = frozenset(("nav", "header", "footer", "aside", "form", "menu"))
_ROLES: Final = frozenset(("navigation", "banner", "contentinfo", "complementary", "search", "menu", "toolbar"))
_NAMED: Final = (
    "nav navbar menu crumb crumbs breadcrumb breadcrumbs position weizhi location footer foot bottom copyright header"
    " tree top topbar logo banner share bdsharebuttonbox print close tools toolbar function fontsize side sidebar aside"
    " related relate relevant xgwz xgxx xgyd prev next prenext pagination pager search login qrcode ewm erweima weather"
    " comment comments feedback pinglun link links friendlink yqlj"
)
_NAMES: Final = frozenset(_NAMED.split())
_SHOWN: Final = "p h1 h2 h3 h4 h5 h6 table blockquote ul ol dl pre center font span b strong em i u br hr img a ins"
_FLOWING: Final = frozenset(_SHOWN.split())
_SIGNED: Final = re.compile(
    r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*\Z|[〇○零一二三四五六七八九]{4}年.{1,3}月.{1,3}日\s*\Z"
)
_TODAY: Final = re.compile(r"今[天日]|现在|当前|北京时间")
_ADDRESS: Final = re.compile(r"\s*(?:https?:|www\.|[\w.-]+@)", re.IGNORECASE)  # a link that is part of the text
_NEARLY_ALL: Final = 0.8  # of what only an article has
_LONG_PROSE: Final = 100  # characters that no part of a page has that is named as its foot or its navigation
_PROSE: Final = 30  # characters outside links from which a sentence counts as the article's
_LOOKED_AT: Final = 3_000  # characters of an element that are looked at


def chrome_of(body: Element) -> set[Element]:
    """Return the elements whose content is none of the article's.

    From the body down to where the article's parts stand side by side, what stands beside the way is judged. What is
    not surely chrome is taken for it only on a page that surely has some.
    """
    weights = unfolded(body)
    whole = weights.get(body)
    if whole is None or not (whole.keys or whole.sentences):
        return set()
    judged: dict[Element, bool | None] = {}
    keyed = bool(whole.keys)
    node, most = body, _value(body, whole, keyed=keyed)
    while True:
        children = [child for child in node.iterchildren(etree.Element) if not is_hidden(child)]
        values = [_value(child, weights.get(child), keyed=keyed) for child in children]
        most -= sum(weights[child].keys for child in children if keyed and _is_list_aside(child, weights.get(child)))
        place = max(range(len(values)), key=values.__getitem__, default=-1)
        if place < 0 or children[place].tag not in CONTAINERS or values[place] < max(1, _NEARLY_ALL * most):
            break
        node, most = children.pop(place), values[place]
        flowing = _FLOWING - {node.tag}  # a table above that of the article is a strip of the page
        near = all(child.tag in flowing and not _is_named(child) for child in children)
        marks = weights[node].marks if node in weights else 0
        judged.update((child, _belongs(child, weights.get(child), near=near, marks=marks)) for child in children)
    judged.update(_loose(children, values, weights))
    sure = any(belongs is False for belongs in judged.values())
    return {element for element, belongs in judged.items() if belongs is False or (belongs is None and sure)}


def _value(element: Element, weight: Weight | None, *, keyed: bool) -> int:
    if weight is None or _is_list_aside(element, weight):
        return 0
    return weight.keys if keyed else weight.sentences


def _is_list_aside(element: Element, weight: Weight | None) -> bool:
    """Tell a numbered list of columns or other pages: it is named as such, and holds no table and no sentence."""
    if weight is None or not weight.keys or weight.tables or weight.sentences:
        return False
    return _is_outside(element) or _is_named(element)


def _loose(
    children: Sequence[Element], values: Sequence[int], weights: Mapping[Element, Weight]
) -> Iterator[tuple[Element, bool | None]]:
    """Judge what stands among the article's parts; between two of them only what its name tells is none of it."""
    heavy = [place for place, value in enumerate(values) if value]
    dressed = {_dress(child) for child in children[heavy[0] : heavy[-1]]} if heavy else set()
    for place, child in enumerate(children):
        within = bool(heavy) and heavy[0] < place < heavy[-1]
        named = _is_outside(child) or _is_named(child)
        weight = weights.get(child)
        if named and weight is not None and weight.keys and not weight.tables:
            others = 0
            for other in children:
                others |= weights[other].marks if other is not child and other in weights else 0
            yield child, not weight.marks & others
        elif not values[place] and (not within or named):
            yield child, _belongs(child, weight, near=True, alike=_dress(child) in dressed)


def _dress(element: Element) -> tuple[object, str | None]:
    return element.tag, element.get("class")


def _is_outside(element: Element) -> bool:
    return element.tag in _OUTSIDE or (element.get("role") or "").lower() in _ROLES


def _is_named(element: Element) -> bool:
    return not _NAMES.isdisjoint(names_of(element))


def _is_foreign(element: Element, weight: Weight, marks: int) -> bool:
    """Tell a box of another article, whose count of sections begins anew beside those of the article, `marks`."""
    shared = weight.marks & marks
    if weight.tables or not shared:
        return False
    headed = ORDINAL.match("".join(islice(texts(element), _LOOKED_AT)).lstrip(BLANKS)) is None
    return headed + bool(weight.first & marks) + (shared.bit_count() > 1) > 1


def _belongs(
    element: Element, weight: Weight | None, *, near: bool, alike: bool = False, marks: int = 0
) -> bool | None:
    """Tell whether an element is part of the article; None if in doubt.

    `near`: it stands among nothing but text; `alike`: it has the class of what belongs; `marks`: the sections of the
    article beside which it stands.
    """
    if weight is not None and weight.keys:
        return not (_is_list_aside(element, weight) or _is_foreign(element, weight, marks))
    outside = _is_outside(element) or _is_named(element)
    text = "".join(islice(texts(element), _LOOKED_AT))[:_LOOKED_AT].strip(BLANKS)
    if not text:
        return True if near and not outside and element.tag != "table" else None
    words, sentences, dense = _counted(element, weight, text)
    if is_foot(text) or is_chrome(text) or particulars(text):
        return False
    if dense:
        return None if near and not outside and element.tag in _FLOWING else False
    if outside:
        return sentences > 1 and words >= _LONG_PROSE
    if (sentences and words >= _PROSE) or (_SIGNED.search(text) and not _TODAY.match(text)):
        return True
    return True if near and (alike or element.tag in _FLOWING or not names_of(element)) else None


def _counted(element: Element, weight: Weight | None, text: str) -> tuple[int, int, bool]:
    """Return the number of characters and of full stops, and whether most of it is links."""
    if weight is not None:
        return weight.words, weight.sentences, weight.dense
    links = element.iter("a") if element.tag != "a" else iter([element])
    words = ["".join(texts(link)) for link in links if leads_away(link)]
    linked = sum(len(text) for text in words if not _ADDRESS.match(text))
    return len(text) - linked, text.count("。"), linked * 2 > len(text)
