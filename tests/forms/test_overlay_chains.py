"""Overlays on overlays: what the whole chain loosens, circles, and bases that are not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint.errors import PackError
from lint.model import Phrase
from tests.forms.overlay_files import FULL, HEAD, Writer, rules


@pytest.fixture
def writer(tmp_path: Path) -> Writer:
    return Writer(tmp_path)


class TestChains:
    def test_a_district_extends_its_city(self, writer: Writer) -> None:
        writer.write(FULL, "市/city.toml")
        book = writer.load(
            HEAD.replace("cn-disclosure", "../市/city.toml") + '[severity]\nQX001 = "warning"\n', "区/area.toml"
        )
        assert rules(book, "QX001")[0].severity == "warning"
        assert book.overlays == (Phrase("某市要求", "City demands"), Phrase("某区要求", "District demands"))
        assert "某区要求（area.toml）把 QX001 由错误降为警告" in [sentence.zh for sentence in book.adjusted]
        assert [file.name for file in book.files] == ["area.toml", "city.toml"]
        assert book.name_of(book.pack.template("2021", None)).zh == "国办2021年印发的年度报告格式、某市要求和某区要求"

    def test_what_was_loosened_and_tightened_again_is_not_told(self, writer: Writer) -> None:
        writer.write(HEAD + '[severity]\nST016 = "off"\nTB010 = "info"\nST003 = "info"\n', "city.toml")
        book = writer.load(
            HEAD.replace("cn-disclosure", "city.toml") + '[severity]\nST016 = "warning"\nTB010 = "error"\n'
        )
        assert [sentence.zh for sentence in book.adjusted] == ["某区要求（city.toml）把 ST003 由警告降为提示"]
        assert "ST016" in {rule.code for rule, _ in book.checks}

    def test_the_whole_way_down_is_told_of_the_last_one(self, writer: Writer) -> None:
        writer.write(HEAD + '[severity]\nTB003 = "warning"\n', "city.toml")
        book = writer.load(HEAD.replace("cn-disclosure", "city.toml") + '[severity]\nTB003 = "info"\n')
        assert [sentence.zh for sentence in book.adjusted] == ["某区要求（area.toml）把 TB003 由错误降为提示"]

    def test_what_the_city_had_tightened_is_not_loosened_in_silence(self, writer: Writer) -> None:
        writer.write(
            HEAD + '[[change]]\ncode = "DT012"\nextend = { levels = ["01-20 镇"] }\n'
            '[[change]]\ncode = "IN003"\nextend = { kinds = ["hidden"] }\n',
            "city.toml",
        )
        book = writer.load(
            HEAD.replace("cn-disclosure", "city.toml")
            + '[[change]]\ncode = "DT012"\nextend = { levels = ["01-25 镇", "02-05 局"] }\n'
            '[[change]]\ncode = "IN003"\nwith = { kinds = ["insertion", "deletion", "move", "reformatting"] }\n'
        )
        told = [sentence.zh.removeprefix("某区要求（area.toml）") for sentence in book.adjusted]
        assert told == [
            "让 IN003 不再查“comment”",
            "让 IN003 不再查“hidden”、“comment”",
            "把 DT012 的期限放宽：局由1月31日改为2月5日",
            "把 DT012 的期限放宽：镇由1月20日改为1月25日；局由1月31日改为2月5日",
        ]

    def test_a_path_written_on_windows_is_followed(self, writer: Writer) -> None:
        writer.write(FULL, "市/city.toml")
        book = writer.load(HEAD.replace("cn-disclosure", "..\\\\市\\\\city.toml"), "区/area.toml")
        assert len(book.overlays) == 2

    def test_a_circle_is_refused_with_its_files(self, writer: Writer) -> None:
        writer.write(HEAD.replace("cn-disclosure", "area.toml"), "city.toml")
        with pytest.raises(PackError) as refused:
            writer.load(HEAD.replace("cn-disclosure", "./city.toml"))
        assert "area.toml → " in refused.value.sentence.zh
        assert refused.value.sentence.zh.endswith("area.toml")
        assert refused.value.key == "extends"

    def test_a_file_cannot_extend_itself(self, writer: Writer) -> None:
        with pytest.raises(PackError, match="circle"):
            writer.load(HEAD.replace("cn-disclosure", "area.toml"))

    @pytest.mark.parametrize(
        ("base", "named"),
        [
            ("gone.toml", "gone.toml"),
            ("./gone", "gone"),
            (".", "folder"),
            ("cn-disclosur", "cn-disclosure"),
            ("cn-disclosure/2022", "2022"),
            ("x\\u0000.toml", "x"),
        ],
    )
    def test_a_base_that_is_not_there_is_refused(self, writer: Writer, base: str, named: str) -> None:
        with pytest.raises(PackError, match=named) as refused:
            writer.load(HEAD.replace("cn-disclosure", base))
        assert refused.value.key == "extends"
        assert Path(refused.value.file).name == "area.toml"

    def test_a_mistake_further_down_names_that_file(self, writer: Writer) -> None:
        writer.write(HEAD + '[severity]\nDT1 = "info"\n', "city.toml")
        with pytest.raises(PackError) as refused:
            writer.load(HEAD.replace("cn-disclosure", "city.toml"))
        assert Path(refused.value.file).name == "city.toml"

    def test_a_mistake_is_one_even_if_it_is_overwritten_further_up(self, writer: Writer) -> None:
        writer.write(HEAD + '[[change]]\ncode = "ST007"\nwith = { longest = -1 }\n', "city.toml")
        with pytest.raises(PackError) as refused:
            writer.load(
                HEAD.replace("cn-disclosure", "city.toml") + '[[change]]\ncode = "ST007"\nwith = { longest = 900 }\n'
            )
        assert Path(refused.value.file).name == "city.toml"
