"""The number of a heading as printed is part of the form, even where learning puts the known one in its place."""

from __future__ import annotations

import pytest

from lint.forms import load_template
from lint.forms.specimen import SpecimenText, specimen
from lint.forms.template import Template
from lint.learn import learn
from lint.learn.against import differing
from lint.learn.named import Named
from lint.model import Document, Paragraph

SHIPPED = load_template("cn-disclosure", "2021")


def blank(template: Template, heading: str = "", printed: str = "") -> Document:
    values = {
        spec.key: {row.key: {c.key: "" for c in band.columns} for band, row in spec.rows()} for spec in template.tables
    }
    hints = {spec.key: (spec.hint,) for spec in template.sections if spec.hint}
    made = specimen(template, SpecimenText("", 2024, ("政府信息公开工作年度报告",), sections=hints, values=values))
    blocks = (
        block._replace(text=printed) if isinstance(block, Paragraph) and block.text == heading else block
        for block in made.blocks
    )
    return made._replace(blocks=tuple(blocks))


@pytest.mark.parametrize("section", SHIPPED.sections, ids=lambda section: section.key)
@pytest.mark.parametrize("number", ["一", "二", "三", "四", "五", "六", "七"])
def test_another_number_is_one_change(section: object, number: str) -> None:
    spec = next(each for each in SHIPPED.sections if each is section)
    printed = f"{number}、{spec.heading}"
    learned = learn(blank(SHIPPED, spec.title, printed), like=SHIPPED)
    changes = differing(Named(SHIPPED), Named(learned.template, learned=learned)).changes
    told = [change.sentence.zh for change in changes]
    assert len(told) == (number != spec.numeral), told
    assert not told or printed in told[0]
