"""Further accepted wordings: in which editions they hold, and which could not be told from another."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint.errors import PackError
from tests.forms.overlay_files import HEAD, Writer


@pytest.fixture
def writer(tmp_path: Path) -> Writer:
    return Writer(tmp_path)


class TestAliases:
    def test_they_are_told(self, writer: Writer) -> None:
        said = writer.said(
            '[[alias]]\ntable = "applications"\nrow = "granted"\nlabels = ["（一）已公开", "（一）公开"]'
        )
        assert said == [
            "某区要求（area.toml）认可“（一）已公开”为行名称“（一）予以公开”的另一写法",
            "某区要求（area.toml）认可“（一）公开”为行名称“（一）予以公开”的另一写法",
        ]

    def test_one_holds_in_every_edition_that_has_its_row(self, writer: Writer) -> None:
        book = writer.load(f'{HEAD}[[alias]]\ntable = "applications"\nrow = "other_fee_unpaid"\nlabels = ["2.未缴费"]')
        found = {
            template.edition: any("2.未缴费" in row.aliases for _, row in template.table("applications").rows())
            for template in book.pack.templates
        }
        assert found == {"2019": False, "2021": True}

    def test_the_name_of_one_edition_may_be_accepted_in_the_other(self, writer: Writer) -> None:
        book = writer.load(f'{HEAD}[[alias]]\ntable = "disclosed"\nrow = "normative"\nlabels = ["规范性文件"]')
        found = {
            template.edition: [row.aliases for _, row in template.table("disclosed").rows() if row.key == "normative"]
            for template in book.pack.templates
        }
        assert found == {"2019": [()], "2021": [("规范性文件",)]}

    def test_what_the_form_calls_alike_may_be_called_alike(self, writer: Writer) -> None:
        entries = "".join(
            f'[[alias]]\ntable = "disputes"\ncolumn = "{half}_total"\nlabels = ["合计"]\n'
            for half in ("review", "direct", "after")
        )
        assert len(writer.said(entries)) == 3

    @pytest.mark.parametrize(
        ("entry", "key"),
        [
            pytest.param('table = "applications"\nrow = "granted"\nlabels = ["不予公开"]', "labels[1]", id="a group"),
            pytest.param(
                'table = "applications"\nrow = "granted"\nlabels = ["公开", "2、重复申请"]', "labels[2]", id="a row"
            ),
            pytest.param(
                'table = "applications"\ncolumn = "business"\nlabels = ["科研机构"]', "labels[1]", id="column"
            ),
            pytest.param(
                'table = "applications"\ncolumn = "business"\nlabels = ["重复申请"]', "labels[1]", id="across"
            ),
            pytest.param('section = "problems"\nheadings = ["总体情况"]', "headings[1]", id="a heading"),
            pytest.param('section = "problems"\nheadings = ["五、问题"]', "headings[1]", id="a number"),
            pytest.param('section = "problems"\nheadings = []', "headings", id="none"),
            pytest.param('section = "problems"\nheadings = [" "]', "headings[1]", id="blank"),
            pytest.param(
                'section = "problems"\nheadings = ["存在的主要问题及改进情况"]', "headings", id="the form's own"
            ),
            pytest.param('section = "problms"\nheadings = ["问题"]', "section", id="unknown section"),
            pytest.param('table = "aplications"\nrow = "granted"\nlabels = ["公开"]', "table", id="unknown table"),
            pytest.param('table = "applications"\nrow = "grantd"\nlabels = ["公开"]', "row", id="unknown row"),
            pytest.param('table = "applications"\ncolumn = "firm"\nlabels = ["公司"]', "column", id="unknown column"),
            pytest.param('table = "disputes"\nrow = "cases"\nlabels = ["案件"]', "row", id="a row without a label"),
            pytest.param('table = "disputes"\nlabels = ["案件"]', "row", id="neither row nor column"),
            pytest.param('table = "disputes"\nrow = "a"\ncolumn = "b"\nlabels = ["c"]', "row", id="both"),
            pytest.param('section = "problems"\nlabels = ["问题"]', "headings", id="labels of a section"),
        ],
    )
    def test_one_that_does_not_fit_is_refused(self, writer: Writer, entry: str, key: str) -> None:
        with pytest.raises(PackError) as refused:
            writer.load(f"{HEAD}[[alias]]\n{entry}\n")
        assert refused.value.key.removeprefix("alias[1].") == key
        assert Path(refused.value.file).name == "area.toml"
