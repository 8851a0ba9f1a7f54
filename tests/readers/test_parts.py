from __future__ import annotations

import pytest

from lint.readers import read
from tests.readers.fragments import STRICT_W_URI, W_URI, document, docx, members, p, run, tbl, tr, zipped


@pytest.mark.parametrize("main", ["word/document.xml", "word/document2.xml", "main.xml"])
def test_the_main_part_is_found_by_the_relationships(main: str) -> None:
    data = zipped(members(p("甲"), main=main))
    assert [item.text for item in read(data, "a.docx").paragraphs()] == ["甲"]


@pytest.mark.parametrize("lost", [["_rels/.rels"], ["[Content_Types].xml"], ["_rels/.rels", "[Content_Types].xml"]])
def test_the_main_part_is_found_without_relationships(lost: list[str]) -> None:
    found = {name: content for name, content in members(p("甲")).items() if name not in lost}
    assert len(read(zipped(found), "a.docx").blocks) == 1


def test_the_content_types_find_a_main_part_of_another_name() -> None:
    found = members(p("甲"), main="word/other.xml")
    del found["_rels/.rels"]
    assert len(read(zipped(found), "a.docx").blocks) == 1


def test_names_with_backslashes_and_odd_case_are_tolerated() -> None:
    found = {name.replace("/", "\\").replace("word", "Word"): content for name, content in members(p("甲")).items()}
    assert len(read(zipped(found), "a.docx").blocks) == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_the_strict_dialect_reads_the_same(encoding: str) -> None:
    body = p("甲", inner="<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>") + tbl(tr("a", "b"))
    found = members(body)
    text = str(found["word/document.xml"]).replace(W_URI, STRICT_W_URI).replace("UTF-8", encoding)
    text = text.replace(
        "http://schemas.openxmlformats.org/officeDocument/2006/math", "http://purl.oclc.org/ooxml/officeDocument/math"
    )
    found["word/document.xml"] = text.encode(encoding)
    assert read(zipped(found), "a.docx") == read(docx(body), "a.docx")


def test_a_damaged_side_part_is_a_note() -> None:
    styled = p("甲", properties='<w:pStyle w:val="B"/><w:numPr><w:numId w:val="1"/></w:numPr>')
    found = document(styled, styles="<w:styles numPr", numbering="no xml")
    assert [(note.kind, note.detail) for note in found.notes] == [
        ("unread-part", "styles"),
        ("unread-part", "numbering"),
    ]
    assert [item.text for item in found.paragraphs()] == ["甲"]


def test_reading_is_deterministic_and_drops_folders_from_the_name() -> None:
    data = docx(p("甲", inner=run("乙", "<w:vanish/>")) + tbl(tr("a", "b")))
    assert read(data, "C:\\报送\\年报.docx") == read(data, "sub/年报.docx")
    assert read(data, "sub/年报.docx").name == "年报.docx"


@pytest.mark.parametrize("name", ["a.docx", "a.docm", "a.dotx", "a.dotm", "a", "a.wps"])
@pytest.mark.parametrize("kind", ["document.macroEnabled", "template", "template.macroEnabledTemplate"])
def test_templates_and_macro_files_read_alike(name: str, kind: str) -> None:
    found = members(p("甲"), main="word/main.xml")
    del found["_rels/.rels"]
    types = str(found["[Content_Types].xml"])
    found["[Content_Types].xml"] = types.replace(
        "openxmlformats-officedocument.wordprocessingml.document.main", f"ms-word.{kind}.main"
    )
    assert [item.text for item in read(zipped(found), name).paragraphs()] == ["甲"]
