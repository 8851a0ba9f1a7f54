"""Who reports on which year: title, preamble, statements of the period, signature and report year of a document.

The instrument's name is the form's; nothing here knows a form.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from lint.align.subject import Identity
from lint.forms.template import Template
from lint.language.dates import Date, marks, reading
from lint.language.names import Title, body_name, is_body, take_apart
from lint.language.periods import find_periods
from lint.language.statement import PlacedPeriod
from lint.language.wording import fold, split_number
from lint.model import Block, Document, Paragraph, Phrase, Table

_FRONT = 12  # paragraphs looked at for a title where no section was found
_BACK = 8  # paragraphs looked at for a signature
# What a web page or a mail prints around a report.
_PRINTED = (
    *(
        "发布时间",
        "发布日期",
        "发布机构",
        "发布单位",
        "信息来源",
        "来源",
        "索引号",
        "文号",
        "发文字号",
        "生成日期",
        "成文日期",
    ),
    *("公开日期", "浏览", "点击", "阅读", "栏目", "原文链接", "作者", "字号", "字体", "打印", "当前位置", "您的位置"),
    *("您现在的位置", "首页", "时间:", "日期:", "http:", "https:", "www.", "=="),
)
_NO_TITLE = (*_PRINTED, "根据", "按照", "依据", "现将", "为")
_DOCUMENT_NUMBER = re.compile(r"\(\d{4}\)\d+号|文件$")
_AFTER_DATE = re.compile(r"\)?(?:\([^()]{0,8}\))?[。.]?")
_FINAL = "。！!;；"


def identify(
    document: Document,
    template: Template,
    first_heading: int | None,
    year: int | None = None,
    *,
    overview: Sequence[Block] = (),
) -> Identity:
    """Return what the document says of itself.

    `first_heading` is the block of the first section's heading (None if no section was found), `year` the report year
    if the user has given it, `overview` the blocks of the first section, where the period may stand too.
    """
    front = _front(document, first_heading)
    title, taken = _title(front, template.title)
    after = title[-1].location.block if title else -1
    below = (paragraph for paragraph in front if paragraph.location.block > after)
    preamble = tuple(paragraph for paragraph in below if not fold(paragraph.text).startswith(_PRINTED))
    periods = _periods(preamble, overview)
    signed, date, signer = _signature(document, after if first_heading is None else first_heading)
    title_year = taken.years[0] if taken and taken.years else None
    signature_year = date.year if date and date.year and date.fault != "year" else None
    candidates = [title_year, None, None if signature_year is None else signature_year - 1]
    period_year = candidates[1] = _period_year(periods, candidates)
    report_year = _majority(candidates) if year is None else year
    whole = date is not None and date.fault == "" and date.year is not None and date.day is not None
    return Identity(
        title=title,
        preamble=preamble,
        body=(taken.body if taken else None) or signer,
        year=report_year,
        title_year=title_year,
        period_year=period_year,
        file_year=_file_year(document.name, template.title, report_year),
        signed=signed,
        signed_on=(date.year, date.month, date.day) if date and whole and date.year and date.day else None,
        periods=periods,
    )


def lacking(identity: Identity) -> dict[str, Phrase]:
    """Return what rules may require of an identity and is not there ("year", "title", "period" …), and why."""
    reasons: dict[str, Phrase] = {}
    if identity.year is None:
        reasons["year"] = Phrase("无法判断报告年度", "the report year cannot be told")
    if not identity.title:
        reasons["title"] = Phrase("没有找到报告标题", "the report has no title")
    if not identity.periods:
        reasons["period"] = Phrase("报告没有写明统计期限", "the report states no statistical period")
    if identity.signed is None:
        reasons["signature"] = Phrase("文末没有落款日期", "there is no date under the report")
    return reasons


def _front(document: Document, first_heading: int | None) -> tuple[Paragraph, ...]:
    if first_heading is not None:
        blocks = (block for block in document.blocks if block.location.block < first_heading)
        return tuple(block for block in blocks if isinstance(block, Paragraph) and fold(block.text))
    front: list[Paragraph] = []
    for block in document.blocks:
        if isinstance(block, Table) or len(front) == _FRONT:
            break
        if fold(block.text):
            front.append(block)
    return tuple(front)


def _may_be_title(line: str) -> bool:
    """Tell whether a folded line is short, no sentence, no heading and no line of a web page or letterhead."""
    if not 0 < len(line) <= 60 or line[-1] in ":.;" or any(sign in line for sign in ",;!?"):
        return False
    trail = ">" in line  # where the page stands in its site
    return not (trail or split_number(line)[0] or line.startswith(_NO_TITLE) or _DOCUMENT_NUMBER.search(line))


def _is_year(line: str) -> bool:
    return len(line) <= 8 and bool(take_apart(line, "").years)


def _title(front: Sequence[Paragraph], instrument: str) -> tuple[tuple[Paragraph, ...], Title | None]:
    """Return the paragraphs of the title and the title taken apart: of all runs of short lines the one likest to it."""
    if not instrument:
        return (), None
    lines = [fold(paragraph.text) for paragraph in front]
    best: tuple[float, int, int, Title] | None = None
    for first in range(len(lines)):
        for last in range(first, min(first + 4, len(lines))):
            if not _may_be_title(lines[last]):
                break
            if instrument[-2] not in lines[last]:
                continue
            taken = take_apart("".join(lines[first : last + 1]), instrument)
            score = taken.matched - taken.trailing / 2 - (last - first) / 4
            if taken.matched * 2 >= len(instrument) and (best is None or score > best[0]):
                best = (score, first, last, taken)
    if best is None:
        return (), None
    _, first, last, taken = best
    while first and last - first < 3 and _leads(lines[first - 1], taken):
        first -= 1
        taken = take_apart("".join(lines[first : last + 1]), instrument)
    if not taken.years and last + 1 < len(lines) and _is_year(lines[last + 1]):
        last += 1
        taken = take_apart("".join(lines[first : last + 1]), instrument)
    return tuple(front[first : last + 1]), taken


def _leads(line: str, taken: Title) -> bool:
    """Tell whether a line above belongs to the title: the body, the year or 关于, where the title still lacks it."""
    if not _may_be_title(line):
        return False
    years = take_apart(line, "").years
    if taken.body is None and (is_body(line) or is_body(re.sub(r"(?:关于|(?:19|20)\d\d年?度?|的)+$", "", line))):
        return True
    return bool(not taken.years and years and (_is_year(line) or len(line) <= 30)) or line == "关于"


def _periods(preamble: Sequence[Paragraph], overview: Sequence[Block]) -> tuple[PlacedPeriod, ...]:
    found: list[PlacedPeriod] = []
    above: Paragraph | None = None  # a statement whose dates stand on a line of their own below
    for paragraph in preamble:
        place, text = (above or paragraph), (above.text if above else "") + paragraph.text
        above = None
        statements = find_periods(text, preamble=True)
        if statements and statements[-1].kind == "truncated" and fold(text)[-1] not in _FINAL and place is paragraph:
            above = paragraph
            continue
        found.extend(PlacedPeriod(statement, place.location) for statement in statements)
    if above is not None:
        found.extend(PlacedPeriod(item, above.location) for item in find_periods(above.text, preamble=True))
    for block in overview:
        if isinstance(block, Paragraph):
            statements = find_periods(block.text, preamble=False)
            found.extend(PlacedPeriod(statement, block.location) for statement in statements)
    spoken = [placed for placed in found if not placed.statement.running]
    return tuple(spoken or found[:1])


def _period_year(periods: Sequence[PlacedPeriod], others: Sequence[int | None]) -> int | None:
    """Return the year most statements speak of; where they disagree, the one that title or signature confirm."""
    votes = Counter(placed.statement.year for placed in periods if placed.statement.year is not None)
    if not votes:
        return None
    return max(votes, key=lambda year: (votes[year], year in others))


def _majority(candidates: Sequence[int | None]) -> int | None:
    """Return the year most candidates agree on; of equals the first, so that the title wins a tie."""
    votes = Counter(year for year in candidates if year is not None)
    return max(votes, key=lambda year: votes[year], default=None)


def _signature(document: Document, after: int) -> tuple[Paragraph | None, Date | None, str | None]:
    """Return the last paragraph that is a bare date, the date, and the body that stands beside or above it."""
    seen: list[Paragraph] = []
    for block in reversed(document.blocks):
        if block.location.block <= after or isinstance(block, Table) or len(seen) > _BACK:
            break
        if fold(block.text):
            seen.append(block)
    for index, paragraph in enumerate(seen[:_BACK]):
        lines = [line for line in paragraph.text.split("\n") if fold(line)]
        for position in range(len(lines) - 1, -1, -1):
            signed = _signed(lines[position])
            if signed is None:
                continue
            date, head = signed
            above = lines[position - 1] if position else next((item.text for item in seen[index + 1 : index + 2]), "")
            signer = head or (body_name(above) if is_body(above) else None)
            return paragraph, date, signer
    return None, None, None


def _signed(line: str) -> tuple[Date, str | None] | None:
    """Return the date of a line that holds a date and nothing but the body's name beside it."""
    if len(line) > 80:
        return None
    source = reading(line)
    found = marks(source)
    if not found or not _AFTER_DATE.fullmatch(source.plain, found[-1].end):
        return None
    head = body_name(source.plain[: found[-1].start].removesuffix("(").removesuffix(":"))
    for label in ("落款日期", "日期", "时间", "落款"):
        head = head.removesuffix(label)
    return (found[-1].date, head or None) if not head or is_body(head) else None


_YEAR_WORD = re.compile(r"(?<!\d)(20[0-4]\d)年(?!\d{1,2}月)(?!上报|报送|填报|提交|印发|发布|公布)")
_BARE_YEAR = re.compile(r"(?<![\d.年_/-])(20[0-4]\d)(?![\d年])(?![._/-]\d)")


def _file_year(name: str, instrument: str, report_year: int | None) -> int | None:
    """Return the year a file's name gives to the report; None if it gives none or several, or only when it was sent."""
    stem = fold(name.rpartition(".")[0] or name)
    years = {int(figure) for figure in _YEAR_WORD.findall(stem)}
    if not years and take_apart(stem, instrument).matched * 2 >= len(instrument):
        years = {int(figure) for figure in _BARE_YEAR.findall(stem)} - {(report_year or 0) + 1}
    return years.pop() if len(years) == 1 else None
