"""What is printed in a cell of a blank form → a label's wording, the unit a header gives, what its cells hold."""

from __future__ import annotations

import re
from typing import Literal
from unicodedata import east_asian_width

from lint.align.labels import label
from lint.forms.template import CellKind
from lint.language.wording import compact

Print = Literal["blank", "figure", "sign", "words"]

# Word breaks a label to fit it into its cell; a tab inside one does the same in a text export.
_BREAK = re.compile(r"[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")
_OUTER = " \xa0\u3000\u200b\u200c\u200d\u2060\ufeff\xad"
_NOTHING = ("无", "略", "不适用", "不填", "N/A", "n/a")  # words that fill a value cell without a figure
_YEAR = re.compile(r"(?:19|20)\d\d")
_COUNTED = frozenset("个件人次条项家份起户篇部台场宗名处只辆套批页字")
_MEASURED = re.compile(
    r"金额|经费|费用|资金|比例|占比|比重|百分比|平均|均[价值]|单价|面积|工时|时长|里程|重量|长度|[产总]值|得分|评分|分值|[%％‰￥¥$€]"
    r"|率(?:$|[（(])|\b(?:amounts?|costs?|fees|prices?|percent\w*|rates?|average|median|area|hours|scores?)\b",
    re.IGNORECASE,
)
_WORDED = re.compile(
    r"备注|说明|名称|姓名|责任|单位名|时间|日期|内容$|原因|措施|地址|电话|联系人|联系方式|网址|链接|负责人|承办"
    r"|\b(?:remarks?|notes?|comments?|names?|dates?|descriptions?|reasons?|address|contact|url)\b",
    re.IGNORECASE,
)
COUNTED = re.compile(
    r"[数量件人次个户条项]数|数量|\b(?:numbers?|counts?|no\.)(?:\b|\s)", re.IGNORECASE
)  # say: a whole number
_CHANGE = re.compile(r"增\s*[/／、]?\s*减|同比|±|\bchange\b", re.IGNORECASE)
_NOTE = 20  # characters of a corner cell from which, with punctuation in it, it is a note


def label_text(text: str) -> str:
    """Return what a cell says in one line: no outer blanks, line breaks closed up, a blank left between Latin words."""
    joined = ""
    for part in _BREAK.split(text):
        line = part.strip().strip(_OUTER).strip()
        if joined and line and not (_is_wide(joined[-1]) or _is_wide(line[0]) or joined[-1] == "-"):
            joined += " "
        joined += line
    return joined


def _is_wide(sign: str) -> bool:
    width = east_asian_width(sign)
    return width in {"W", "F"} or (width == "A" and not sign.isalnum())  # quotes and dashes, but not é


def print_of(text: str) -> Print:
    """Tell what a cell holds: nothing, a figure, a mere sign such as “—”, or words."""
    text = compact(text)
    if not text:
        return "blank"
    if text in _NOTHING:
        return "sign"
    if any(sign.isalpha() for sign in text):
        return "words"
    return "figure" if any(sign.isdigit() for sign in text) else "sign"


def is_year(text: str) -> bool:
    """Tell whether a cell holds nothing but a year of four digits, as headers of columns do."""
    return bool(_YEAR.fullmatch(compact(text)))


def unit_of(header: str) -> str:
    """Return the unit that a header names at its end, such as （单位：万元）; "" if it names none."""
    unit = label(header).unit
    return unit if unit and any(f"{start}{unit}{end}" in header for start in "：:（(" for end in "）)") else ""


def kind_of(header: str) -> CellKind:
    """Return what the cells under a header hold, by its unit and its words; a count if nothing speaks against it."""
    unit = label(header).unit
    if _WORDED.search(header):
        return "words"
    if _CHANGE.search(header):
        return "change"
    if (unit and not set(unit) <= _COUNTED) or _MEASURED.search(header):
        return "amount"
    return "count"


def is_note(stub: str) -> bool:
    """Tell whether the cell above the row labels is a note on the table: in brackets, or a sentence."""
    bracketed = stub[:1] in {"（", "(", "［", "[", "【"} and stub[-1:] in {"）", ")", "］", "]", "】"}
    return bracketed or (len(stub) > _NOTE and any(sign in stub for sign in "，。；：,;"))
