"""The lines on top of a blank form → the name of the report in its title, without body, year and “template”."""

import re
from collections.abc import Sequence

from lint.align.labels import likeness
from lint.language.wording import fold

_FRONT = 8  # lines looked at
_LONGEST = 60
_REPORT = re.compile(r"(?:报告|年报|报表|\breports?)$", re.IGNORECASE)
_KINDS = "格式|模板|模版|样式|样本|样表|范本|式样|参考|试行|示例|空白|空表|表样|征求意见稿|template|form|format|sample"
_BEHIND = re.compile(
    rf"\s*(?:[（(【\[]\s*(?:[^（()）]{{0,4}}(?:{_KINDS})|(?:19|20)\d\d\s*年?版?)\s*[)）】\]]|(?:{_KINDS})|(?:19|20)\d\d年?版)$",
    re.IGNORECASE,
)
_BEFORE = (
    re.compile(r"^[（(【\[<《〈][^）)】\]>》〉]*[）)】\]>》〉]\s*(?:关于)?"),  # a placeholder: （单位名称）
    re.compile(r"^年(?:度(?!报告|报表))?"),  # the blank in front of it is to be filled in
    re.compile(r"^.*?(?:(?:19|20)\d\d|[×xX○〇_＿╳*]{2,}|[\s\u3000]{2,})\s*年(?:度(?!报告|报表))?\s*"),
)
_SHORTEST = 4


def report_title(lines: Sequence[str]) -> str:
    """Return the name of the report as it stands in the title; "" if no line on top names a report."""
    for line in lines[:_FRONT]:
        if len(line) <= _LONGEST and not any(sign in line for sign in "，。；,;"):
            name = _without(line.strip(), _BEHIND)
            if _REPORT.search(name):
                for pattern in _BEFORE:
                    shorter = pattern.sub("", name, count=1)
                    name = shorter if len(shorter) >= _SHORTEST else name
                return name
    return ""


def title_like(lines: Sequence[str], known: str) -> str:
    """Return what stands in the place of a known title; `known` itself if a line has it, whatever stands around it."""
    front = [line for line in lines[:_FRONT] if len(line) <= _LONGEST]
    if any(fold(known) in fold(line) for line in front):
        return known
    plain = [_without(line.strip(), _BEHIND) for line in front]
    # Of lines that are not like it, the first is taken for a title worded anew.
    return report_title(lines) or max(plain, key=lambda line: likeness(fold(line), fold(known)), default="")


def _without(line: str, ending: re.Pattern[str]) -> str:
    while line:
        shorter = ending.sub("", line)
        if shorter == line:
            return line
        line = shorter
    return line
