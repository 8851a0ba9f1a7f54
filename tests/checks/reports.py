"""A small report laid out by hand, as checks of dates and titles see one."""

from __future__ import annotations

from collections.abc import Iterable

from lint.align.identity import identify
from lint.align.subject import SectionMatch, Subject
from lint.checks.verdict import CannotTell, Check, Hit
from lint.forms.template import SectionSpec, Template
from lint.model import Document, Location, Note, Paragraph, Phrase

OVERVIEW, OTHER = SectionSpec("overview", "一", "总体情况"), SectionSpec("other", "六", "其他需要报告的事项")
TEMPLATE = Template("f", "2021", 2021, None, Phrase("", ""), "政府信息公开工作年度报告", "", (OVERVIEW, OTHER), ())
TITLE = "敬仲镇人民政府2021年政府信息公开工作年度报告"
STATED = "本报告所列数据的统计期限自2021年1月1日起至2021年12月31日止。"


def report(
    *,
    title: str = TITLE,
    preamble: Iterable[str] = (STATED,),
    overview: Iterable[str] = ("2021年主动公开信息120条。",),
    heading: str = "一、总体情况",
    end: Iterable[str] = ("敬仲镇人民政府", "2022年1月17日"),
    name: str = "报告.docx",
    year: int | None = None,
    notes: tuple[Note, ...] = (),
) -> Subject:
    front = [line for line in (title, *preamble) if line]
    lines = [*front, heading, *overview, "六、其他需要报告的事项", "未收取信息处理费。", *end]
    blocks = tuple(Paragraph(line, Location(number)) for number, line in enumerate(lines, 1))
    first, second = len(front), lines.index("六、其他需要报告的事项")
    sections = {
        "overview": SectionMatch(OVERVIEW, blocks[first], "一", heading[2:], blocks[first + 1 : second]),
        "other": SectionMatch(OTHER, blocks[second], "六", OTHER.heading, blocks[second + 1 :]),
    }
    document = Document(name, blocks, notes)
    identity = identify(document, TEMPLATE, first + 1, year, overview=sections["overview"].body)
    parts = ((first + 1, "一"), (second + 1, "六"))
    return Subject(document, TEMPLATE, sections, {}, (), identity, {}, parts)


def hits(check: Check, subject: Subject) -> list[Hit]:
    """Return the hits; every one of them has all the facts of its kind."""
    found = [verdict for verdict in check.run(subject) if isinstance(verdict, Hit)]
    assert all(set(hit.facts) == check.facts() for hit in found)
    return found


def untold(check: Check, subject: Subject) -> list[str]:
    return [verdict.reason.zh for verdict in check.run(subject) if isinstance(verdict, CannotTell)]
