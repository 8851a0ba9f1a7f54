"""What is printed counts: the number of a heading that learning sets right, and a change told from either side."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint.forms import load_template
from lint.forms.departures import Edit, departed
from lint.forms.specimen import SpecimenText, specimen
from lint.forms.template import Template
from lint.learn import learn
from lint.learn.against import difference, differing
from lint.learn.named import Named
from lint.model import Document, Paragraph
from samples.writing import docx_bytes

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


@pytest.mark.parametrize("number", ["5", "（五）"])
def test_other_numerals_are_a_change_too(number: str) -> None:
    spec = SHIPPED.section("problems")
    printed = f"{number}{'' if number.endswith('）') else '.'}{spec.heading}"
    learned = learn(blank(SHIPPED, spec.title, printed), like=SHIPPED)
    assert len(differing(Named(SHIPPED), Named(learned.template, learned=learned)).changes) == 1


@pytest.mark.parametrize(
    "edit",
    [
        Edit("replace-text", {"old": "六、其他", "new": "七、其他"}),
        Edit("replace-text", {"old": "三、收到", "new": "四、收到"}),
        Edit("drop-row", {"table": "applications", "row": "refused_law"}),
        Edit("drop-row", {"table": "disclosed", "row": "permits"}),
        Edit("drop-section", {"section": "problems"}),
        Edit("set-value", {"table": "disputes", "row": "cases", "column": "review_upheld", "to": "数量"}),
        Edit("merge-values", {"table": "applications", "row": "new", "columns": ("natural", "business")}),
    ],
    ids=lambda edit: f"{edit.op} {list(edit.options.values())[-1]}",
)
def test_a_change_is_one_whichever_side_is_the_official_one(edit: Edit, tmp_path: Path) -> None:
    official, copy = tmp_path / "official.docx", tmp_path / "copy.docx"
    made = blank(SHIPPED)
    official.write_bytes(docx_bytes(made))
    copy.write_bytes(docx_bytes(departed(made, SHIPPED, [edit])))
    (there,) = difference(str(official), str(copy)).changes
    (back,) = difference(str(copy), str(official)).changes
    assert (there.where.part, there.where.table) == (back.where.part, back.where.table) or edit.op == "replace-text"
    assert there.sentence != back.sentence
