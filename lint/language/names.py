"""Names of bodies and instruments in a title or a signature: a title is a body, a year and an instrument."""

import re
from typing import NamedTuple

from lint.language.wording import fold

_BODY_ENDS = (
    *"局厅委会办室处院所站队镇乡县区市省旗盟州团社部署行馆库台关司园",
    *("政府", "中心", "街道", "苏木", "大学", "学校", "公司", "集团", "法庭"),
    *("中学", "小学", "高中", "初中", "党校", "林场", "农场", "牧场", "渔场", "茶场", "机场", "电厂", "水厂"),
    *("基地", "文联", "侨联", "残联", "妇联", "社联", "工商联", "科协", "作协", "文协", "友协", "监狱", "海关"),
)
# Digits in a name are those of a hotline (12345热线办), of a school (第2中学) or of a farm that was a regiment (150团).
_NUMBERS = re.compile(
    r"(?<=[^\W\d_])(?:第\d{1,3}|(?<!\d)(?:\d{3}|\d{5})(?=热线|指挥|平台|服务|中心)|(?<!\d)\d{1,3}(?=团))"
)
# English, blanks left out: Bureau of Finance, Foreign Affairs Office, no Home Office Page and no officer.
_ENGLISH = re.compile(
    r"(?=.*(?:Administration|Agency|Authority|Bureau|Cent(?:er|re)|Commission|Committee|Council|Court|Department"
    r"|Government|Hospital|Institute|Ministry|Office|School|University)(?:of|for|\(|$))[A-Z][A-Za-z'&()-]{3,79}"
)
_STAMPS = ("(盖章)", "(公章)", "(章)", "(印章)", "(签章)", "(加盖公章)", "(盖公章)")
_YEAR = re.compile(
    r"\(?(?<!\d)((?:19|20)\d\d)(?!\d)(年度|年年度|年)?\)?|\(?([一二][〇零○Oo0一二三四五六七八九]{3})(年度|年)\)?"
)
_ODD_YEAR = re.compile(r"(?<!\d)(?:\d{3}|\d{5,8})年度?")
_FILLERS = ("关于", "公布", "印发", "报送", "发布", "报告", "附件", "标题", *":的-_《》<>")
_GAP = "\x00"


class Title(NamedTuple):
    """A title taken apart: `years` in order; `matched` counts the instrument's characters found in it."""

    text: str  # folded
    years: tuple[int, ...]
    body: str | None
    matched: int
    trailing: int  # characters after the instrument, the year left out
    odd_year: str = ""  # a figure before 年 that is no year, e.g. 201717年
    signless: bool = False  # a year runs into the words without 年


def is_body(text: str) -> bool:
    """Tell whether `text`, without blanks, may be the name of a body: short, unpunctuated, ending as bodies do."""
    name = body_name(text)
    if name.isascii():
        return _ENGLISH.fullmatch(name) is not None
    plain = name.partition("(")[0] if name.endswith(")") else name
    wordy = _NUMBERS.sub("", name)
    return (
        2 <= len(name) <= 30
        and plain.endswith(_BODY_ENDS)
        and not any(sign in ",.;:!?<>@/" or sign.isdigit() for sign in wordy)
    )


def body_name(text: str) -> str:
    """Return a body's name as it stands in a signature, without blanks and （盖章）."""
    name = fold(text)
    for stamp in _STAMPS:
        name = name.removesuffix(stamp)
    return name


def year_figure(text: str) -> int:
    """Return the value of four digits, Arabic or Chinese ("二〇一七" → 2017)."""
    digits = (str(max("〇一二三四五六七八九".find(sign), 0)) if not sign.isdigit() else sign for sign in text)
    return int("".join(digits))


def take_apart(text: str, instrument: str) -> Title:
    """Take a title apart by the name of its instrument (as the form has it), which may be incomplete.

    The instrument is read from its end, character by character, as far as the order of its name allows.
    """
    folded = fold(text)
    years = tuple(year_figure(match[1] or match[3]) for match in _YEAR.finditer(folded))
    odd = _ODD_YEAR.search(folded)
    signless = re.search(r"(?<!\d)(?:19|20)\d\d(?=[^\W\d_年])", folded) is not None
    bare = re.sub(rf"{_GAP}+$", "", _YEAR.sub(_GAP, _ODD_YEAR.sub(_GAP, folded)))
    end = len(bare)
    while end and bare[end - 1] not in instrument and len(bare) - end < 8:
        end -= 1
    position, pointer, matched = end, len(instrument), 0
    while position and pointer:
        sign = bare[position - 1]
        if sign == _GAP and matched > len(instrument) // 2:
            break
        if sign not in ("的", _GAP):
            found = instrument.rfind(sign, 0, pointer)
            if found < 0:
                break
            pointer, matched = found, matched + 1
        position -= 1
    body = _body(bare[:position])
    return Title(folded, years, body, matched, len(bare) - end, odd.group() if odd else "", signless)


def _body(before: str) -> str | None:
    name = before.replace(_GAP, "")
    if name.endswith("人民"):  # 敬仲镇人民政府信息公开…: one 政府 serves both
        name += "政府"
    changed = True
    while changed:
        changed = False
        for filler in _FILLERS:
            if name.startswith(filler):
                name, changed = name[len(filler) :], True
            if name.endswith(filler):
                name, changed = name[: -len(filler)], True
    return None if len(name) < 2 or name == "中华人民共和国" else name
