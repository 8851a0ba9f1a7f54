"""Pages without text of their own: scans, outlines, gibberish; told from reports that merely hold pictures."""

from __future__ import annotations

import pytest

from lint.errors import UnreadableDocument
from lint.model import Note
from lint.readers.limits import Limits
from lint.readers.pdf import Pages, read_pages, reasons
from lint.readers.refusals import Refusal
from tests.readers.pdf.drawn import HEIGHT, WIDTH, Cell, Drawing, document, rows, tables

SCAN = Drawing().picture(0, 0, WIDTH, HEIGHT)
STRIPS = Drawing()
for strip in range(10):
    STRIPS.picture(0, strip * 84, WIDTH, strip * 84 + 84)
NUMBERED = Drawing().picture(20, 20, WIDTH - 20, HEIGHT - 60).text(280, 810, "- 3 -", 10)
RECOGNISED = Drawing().picture(0, 0, WIDTH, HEIGHT)
RECOGNISED.hidden = 800
OUTLINES = Drawing()
OUTLINES.drawn = 900
PROSE = ["　　本报告按照条例编制，由总体情况等六个部分组成。", *["全文如实反映情况，没有遗漏，也没有虚构。"] * 12]


@pytest.mark.parametrize(
    ("pages", "reason"),
    [
        ([SCAN], reasons.SCANNED),
        ([SCAN, STRIPS], reasons.SCANNED),
        ([NUMBERED, NUMBERED], reasons.SCANNED),
        ([RECOGNISED], reasons.SCANNED),
        ([Drawing().prose(100, ["封面", "青溪县"]), SCAN], reasons.SCANNED),
        ([Drawing().picture(100, 100, 200, 200)], reasons.SCANNED),
        ([OUTLINES], reasons.DRAWN),
        ([Drawing()], reasons.BLANK),
        ([Drawing().text(90, 100, "\ue001\ue002\ue003\ufffd" * 30)], reasons.NO_CHARACTERS),
    ],
    ids=[
        "one page",
        "strips",
        "with page numbers",
        "recognised",
        "behind a cover",
        "one picture",
        "outlines",
        "nothing",
        "private",
    ],
)
def test_what_holds_no_text_is_refused(pages: list[Drawing], reason: Refusal) -> None:
    with pytest.raises(UnreadableDocument) as refused:
        document(*pages)
    assert refused.value.reason == reason.reason
    assert refused.value.advice == reason.advice


def test_what_to_send_instead_is_said() -> None:
    for reason in (reasons.SCANNED, reasons.DRAWN, reasons.NO_CHARACTERS):
        assert "docx" in reason.advice.zh
        assert "PDF" in reason.advice.zh
        assert "docx" in reason.advice.en


def test_a_scanned_page_among_others_is_a_picture() -> None:
    read = document(Drawing().prose(100, PROSE), NUMBERED, Drawing().prose(100, ["三、其他", "没有其他事项。"]))
    found = [(each.text[:4], each.pictures) for each in read.paragraphs()]
    assert found[-3:] == [("", 1), ("三、其他", 0), ("没有其他", 0)]


def test_a_picture_behind_the_text_is_no_content() -> None:
    page = Drawing().prose(100, PROSE).picture(0, 0, WIDTH, HEIGHT)
    assert all(not each.pictures for each in document(page).paragraphs())


def test_a_bullet_drawn_as_a_picture_is_none() -> None:
    assert all(not each.pictures for each in document(Drawing().prose(100, PROSE).picture(80, 90, 88, 98)).paragraphs())


def test_an_empty_lattice_is_a_drawing() -> None:
    page = Drawing().prose(100, PROSE).table(600, (90, 200, 300), [[Cell("", 0, 1), Cell("", 1, 2)]] * 2)
    assert tables(page) == []


def test_a_damaged_page_is_noted() -> None:
    pages = Pages((Drawing().prose(100, PROSE).page(),), unread=2)
    assert read_pages(pages, "report.pdf", Limits()).notes == (Note("unread-part", times=2),)


def test_rows_of_unequal_width_are_noted() -> None:
    page = Drawing().table(100, (90, 200, 300, 400), [[Cell("甲", 0, 1), Cell("乙", 1, 2), Cell("丙", 2, 3)]])
    page.table(120, (90, 200, 300), [[Cell("丁", 0, 1), Cell("1", 1, 2)]])
    read = document(page)
    assert [rows(table) for table in read.tables()] == [[["甲", "乙", "丙"], ["丁", "1", ""]]]
    assert [note.kind for note in read.notes] == ["irregular-table"]
