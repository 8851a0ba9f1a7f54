"""What a page says of its title → the title of the report, and whether the report already bears one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from lint.language.wording import fold
from lint.readers.page.edges import Edged, Item
from lint.readers.page.lines import BLANKS, Line, Run
from lint.readers.page.sanitising import Named
from lint.readers.page.weights import ORDINAL

_METAS: Final = ("articletitle", "article:title", "og:title", "title", "dc.title")
_PARTING: Final = re.compile(
    r"\s*(?:_{1,}|\||｜|>{1,2}|»|·|—{1,2}|–)\s*|\s+-{1,2}\s+|(?<=[^\x00-\x7f])-{1,2}(?=[^\x00-\x7f])"
)
_SITE: Final = re.compile(r"(?:网|网站|门户|平台|频道|首页|政务公开|信息公开|政府信息公开专栏|专栏)\Z")
_NO_TITLE: Final = re.compile(
    r"(?:无标题|未命名|新建)[\w\s()（）-]{0,30}|(?:内容|信息|文章|新闻|详情|详细|正文|首页|列表|页面|显示|浏览)++"
    r"|(?:(?:untitled|document|index|new|page|doc|\d{1,4})\s*+)++|[\w.-]+\.(?:docx?|s?html?|wps)",
    re.IGNORECASE,
)
_LONGEST: Final = 80  # characters of a title
_SHORTEST: Final = 6  # characters of a line that may be a title by itself
_SENTENCE: Final = "。；;：:，！？"
_LOOKED_AT: Final = 4  # lines at the head of the report


def title_of(title: Named | None, metas: Mapping[str, Named], found: Edged) -> list[Line]:
    """Return the lines of the page's title, as shown if it is shown outside the report, else one; [] if it has none."""
    names = [*(metas[name] for name in _METAS if name in metas), *([found.title] if found.title else [])]
    said = next((named for named in names if _fits(named.text)), None)
    bare = _without_site(title)
    shown = [line for line in found.titles if len(line.text) <= _LONGEST]
    for named in (said, bare):
        if named is not None and (lines := _shown(named.text, shown)):
            return lines
    likely = [
        line for line in shown if len(line.text) >= _SHORTEST and _fits(line.text) and not _SITE.search(line.text)
    ]
    # Of a column's name and a report's title the latter is the longer.
    if said is None and likely and (bare is None or len(likely[-1].text) >= len(bare.text)):
        return likely[-1:]
    named = said or bare
    return [Line((Run(named.text, ""),), named.line)] if named else []


def _fits(text: str) -> bool:
    return 2 < len(text.strip(BLANKS)) <= _LONGEST and not _NO_TITLE.fullmatch(text.strip(BLANKS))


def _without_site(title: Named | None) -> Named | None:
    """Return the title of the page without the name of the site."""
    if title is None:
        return None
    text = " ".join(title.text.split())
    if _NO_TITLE.fullmatch(text):
        return None
    parts = [part.strip(BLANKS) for part in _PARTING.split(text) if part.strip(BLANKS)]
    own = [part for part in parts if not _SITE.search(part)]
    best = max(own, key=len, default="")
    return Named(best, title.line) if _fits(best) else None


def _shown(title: str, lines: Sequence[Line]) -> list[Line]:
    """Return the consecutive lines that make up the title."""
    whole = fold(title)
    for first in range(len(lines)):
        text = ""
        for last in range(first, min(first + 3, len(lines))):
            text += fold(lines[last].text)
            if text == whole:
                return list(lines[first : last + 1])
    return []


def once(items: list[Item]) -> list[Item]:
    """Return the items without a first line that the lines below it say again, as a page's title above the report's."""
    first, *following = items[:_LOOKED_AT] if items else [None]
    if isinstance(first, Line) and _shown(first.text, [item for item in following if isinstance(item, Line)]):
        return items[1:]
    return items


def bears_title(items: Sequence[Item], title: str) -> bool:
    """Tell whether the report begins with a title of its own, or with this one."""
    head: list[str] = []
    for item in items[:_LOOKED_AT]:
        if not isinstance(item, Line) or ORDINAL.match(item.text) or "。" in item.text or len(item.text) > _LONGEST:
            break
        head.append(item.text)
    whole = fold(title)
    if whole and whole in fold("".join(head)):
        return True
    return any(len(text) >= _SHORTEST and text[-1] not in _SENTENCE and text[0] not in "（(" for text in head)
