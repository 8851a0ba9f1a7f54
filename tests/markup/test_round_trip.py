from __future__ import annotations

import pytest

from lint import readers
from lint.forms.template import TableSpec
from lint.learn import learn
from tests.markup.blanks import BLANKS, EDITIONS, blank, template

both = pytest.mark.parametrize(("edition", "of"), BLANKS)


@both
def test_learning_it_gives_the_template_back(edition: str, of: str) -> None:
    document = readers.read(blank(edition, of), "blank.docx")
    assert learn(document, like=template(edition)).template == template(edition)


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize(
    "of",
    [
        "青溪县人民政府办公室（青溪县外事办公室）",
        "𠮷野家😀县（试验）",
        "某县（2024）局",
        "Qingxi County Bureau of Finance",
        "青" * 59 + "局",
    ],
)
def test_the_name_in_the_signature_is_no_part_of_the_form(edition: str, of: str) -> None:
    document = readers.read(blank(edition, of), "blank.docx")
    assert learn(document, like=template(edition)).template == template(edition)


@both
def test_learning_it_alone_gives_the_same_labels(edition: str, of: str) -> None:
    own, learnt = template(edition), learn(readers.read(blank(edition, of), "blank.docx")).template
    assert [section[1:3] for section in learnt.sections] == [section[1:3] for section in own.sections]
    for mine, theirs in zip(own.tables, learnt.tables, strict=True):
        assert _labelled(theirs) == _labelled(mine)


def _labelled(spec: TableSpec) -> list[object]:
    return [
        (band.title, band.stub, [column.labels for column in band.columns], [row.labels for row in band.rows])
        for band in spec.bands
    ]
