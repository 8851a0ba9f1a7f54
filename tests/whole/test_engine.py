"""The engine over whole documents: every rule ends somewhere, the same every time, whatever it is given."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint import engine
from lint.forms.specimen import renumbered
from lint.model import Block, Document, Location, Paragraph
from tests.whole.checking import all_zero, busy, checked, due, edited, examples, rulebook, told

CODES = frozenset(rule.code for rule, _ in rulebook().checks)


def test_every_rule_ends_as_held_broken_or_unchecked() -> None:
    for example in examples().examples[::5]:
        if not example.file:
            report = checked(examples().document(example))
            assert report.held + report.broken + len(report.unchecked) == len(due(report))
            assert report.broken == len({finding.code for finding in report.findings})


def test_the_order_of_the_rules_does_not_matter() -> None:
    document = edited(busy(), "drop-row", table="applications", row="refused_law")
    book = rulebook()
    shuffled = list(book.checks)
    shuffled.reverse()
    options = engine.Options(CODES)
    one = engine.check(document, book, options, "x")
    other = engine.check(document, book._replace(checks=tuple(shuffled)), options, "x")
    assert one.findings == other.findings
    assert set(one.unchecked) == set(other.unchecked)


def test_only_the_rules_asked_for_are_run() -> None:
    document = edited(busy(), "drop-section", section="disputes")
    report = engine.check(document, rulebook(), engine.Options(frozenset({"ST001"})), "x")
    assert [finding.code for finding in report.findings] == ["ST001"]
    assert (report.held, report.broken, report.unchecked) == (0, 1, ())


def test_a_report_of_an_earlier_year_is_not_measured_by_this_form() -> None:
    """Before 2019 there was no national form."""
    document = edited(all_zero(), "replace-text", old="2024年", new="2018年")
    document = edited(document, "replace-text", old="2025年", new="2019年")
    document = edited(document, "set-name", to="report.docx")
    document = edited(document, "drop-row", table="applications", row="other_fee_unpaid")
    report = checked(document)
    assert report.year == 2018
    assert [code for code, _, _ in told(report)] == []
    reasons = {each.code: each.reason for each in report.unchecked}
    assert "2018" in reasons["TB001"]
    assert "2018" in reasons["ST001"]
    forced = engine.check(document, rulebook(), engine.Options(CODES, edition="2021"), "x")
    assert "TB001" in {finding.code for finding in forced.findings}


def test_the_year_given_counts() -> None:
    report = checked(busy(), year=2023)
    assert report.year == 2023
    assert {code for code, _, _ in told(report)} >= {"DT002"}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_both_languages_say_the_same(lang: str) -> None:
    for example in examples().examples[::7]:
        if not example.file:
            document = examples().document(example)
            one, other = checked(document), checked(document, lang=lang)
            assert [(each.code, each.place) for each in one.findings] == [
                (each.code, each.place) for each in other.findings
            ]


ODD = ["", "一、", "（一）", "2021年13月45日", "XX", "无", "六、其他需要报告的事项"]
PIECES = st.sampled_from([*(paragraph.text for paragraph in busy().paragraphs()), *ODD])


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=30), st.randoms(use_true_random=False))
def test_no_order_of_blocks_raises(texts: list[str], draw: random.Random) -> None:
    blocks: list[Block] = [*(Paragraph(text, Location()) for text in texts), *all_zero().tables()]
    draw.shuffle(blocks)
    document = Document("x.docx", renumbered(blocks))
    report = checked(document)
    assert report.held + report.broken + len(report.unchecked) == len(due(report))
    assert checked(document) == report


@pytest.mark.parametrize(
    "unit", ["_", "×", "X", "2021年1月1日至", "截至2021年12月31日", "1月", "（", "统计期限", "收取", "一、", "某某"]
)
def test_a_long_paragraph_takes_time_in_proportion(unit: str) -> None:
    def seconds(length: int) -> float:
        document = edited(busy(), "insert-paragraph", text=unit * (length // len(unit)), after="一、总体情况")
        best = 9.0
        for _ in range(2):
            start = time.perf_counter()
            checked(document)
            best = min(best, time.perf_counter() - start)
        return best

    assert seconds(80_000) < 24 * max(seconds(10_000), 0.02)
