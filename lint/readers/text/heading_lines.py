"""What stands above a report in an exported page: front matter or named lines → properties, and the lines they take.

Keys are "title", "published" as YYYY-MM-DD and "source".
"""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from lint.readers.text.textgrid import Piece

_NAMES: Final = {
    "title": ("标题", "文章标题", "题名", "信息名称", "title"),
    "published": ("发布时间", "发布日期", "公开日期", "published", "pubdate", "date", "日期", "时间"),
    "source": ("来源", "信息来源", "文章来源", "发布机构", "发布单位", "source"),
    "": (
        *("栏目", "分类", "原文链接", "链接", "网址", "原文", "作者", "浏览次数", "点击数", "阅读次数", "索引号"),
        *("url", "link", "author", "category", "categories", "tags", "layout", "keywords", "description"),
        *("抓取时间", "采集时间", "附件", "文号", "发文字号", "成文日期", "主题分类", "名称"),
    ),
}
_KEYS: Final = {name: key for key, names in _NAMES.items() for name in names}
_NAMED: Final = re.compile(r"\s*[【\[]?\s*(\w{2,12})\s*[】\]]?\s*[:：]\s*(.*?)\s*\Z")
_PARTING: Final = re.compile(r"\s*(?:[=＝*#_—─-]{3,}\s*(?:正文|内容|全文)?\s*[=＝*#_—─-]{3,}|[-=]{3,})\s*\Z")
_DATE: Final = re.compile(r"(?<!\d)(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)")
_MOST: Final = 40  # lines looked at
_WIDEST: Final = 400  # characters of one of them
_FEWEST: Final = 2  # named lines that tell the head of an export
_LONGEST: Final = 60  # characters of a title
_SENTENCE: Final = "。；;：:，,、！？"
_ORDINAL: Final = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,3}[、.．)）]")


class Head(NamedTuple):
    """`lines` is how many of the first lines are none of the report, `title` the one that names it, if any does."""

    lines: int = 0
    title: Piece | None = None
    properties: tuple[tuple[str, str], ...] = ()


def head_of(lines: Sequence[str]) -> Head:
    """Return what stands above the report; nothing unless named lines or a line that parts it from the text tell it."""
    first = next((number for number, line in enumerate(lines[:_MOST]) if line.strip()), 0)
    front = first < len(lines) and lines[first].strip() == "---"
    found: dict[str, Piece] = {}
    named = 0
    end = first + front
    for number in range(first + front, min(len(lines), first + _MOST)):
        line = lines[number]
        if len(line) > _WIDEST:
            break
        if front and line.strip() in {"---", "..."}:
            return _head(found, number + 1)
        if not line.strip() or (front and line[:1] in " \t-"):
            continue
        if not front and _PARTING.match(line):
            end = number + 1 if named else end
            break
        match = _NAMED.match(line)
        key = _KEYS.get(match.group(1).lower()) if match else None
        if match is None or (key is None and not front):
            break
        named += 1
        end = number + 1
        value = match.group(2).strip("\"'")
        if key and value:
            found.setdefault(key, Piece(value, number + 1))
    parted = end and end <= len(lines) and bool(_PARTING.match(lines[end - 1]))
    return _head(found, end) if not front and (named >= _FEWEST or (named and parted)) else Head()


def _head(found: dict[str, Piece], lines: int) -> Head:
    properties = []
    for key in ("title", "published", "source"):
        value = found[key].text if key in found else ""
        value = _day(value) if key == "published" else value
        if value:
            properties.append((key, value))
    return Head(lines, found.get("title"), tuple(properties))


def _day(text: str) -> str:
    match = _DATE.search(text)
    try:
        return date(*map(int, match.groups())).isoformat() if match else ""
    except ValueError:
        return ""


def has_title(lines: Sequence[str]) -> bool:
    """Tell whether the text itself begins with a title: a short line that is no sentence, heading or address."""
    first = next((line.strip() for line in lines if line.strip()), "")
    text = first.lstrip("# ").strip("* ")
    return 0 < len(text) <= _LONGEST and text[-1] not in _SENTENCE and not _ORDINAL.match(text) and "|" not in text
