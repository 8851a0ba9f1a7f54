"""Pages that lie beside a checkout, where they are: real reports, and pages with hard tables."""

# ruff: noqa: E501 - markup is read best as it stands in a page
from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from lint.model import Document
from lint.readers.limits import Limits
from lint.readers.page import read_page
from tests.readers.page import pages
from tests.readers.page.seen import grid, shown
from tests.whole.checking import checked

SHARED = Path(__file__).parents[4] / "shared"
REAL = sorted((SHARED / "real").glob("pingtan-*.html"))

pytestmark = pytest.mark.skipif(not REAL, reason="the real pages lie beside the project, not in it")

SHORTENED = {"ST006", "ST007", "ST016"}  # of their prose, which was shortened, these mean nothing
FOUND: dict[str, set[tuple[str, str | None, str | None]]] = {  # what is wrong in the page, as code, row and column
    "pingtan-guanweihui-2022.html": {("ST004", None, None)},
    "pingtan-lvyou-2021.html": {("DT011", None, None)},
    "pingtan-ziran-2021.html": {
        ("PB002", None, None),
        ("ST010", None, None),
        *((code, row, column) for code, row in (("AR001", None), ("AR002", "processed")) for column in ("natural", "public_interest")),
    },
}  # fmt: skip


def read(path: Path) -> Document:
    return read_page(path.read_bytes(), path.name, Limits())


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_a_real_page_gives_its_three_tables_and_six_headings(path: Path) -> None:
    document = read(path)
    assert [(len(table.grid), len(table.grid[0])) for table in document.tables()] == [(14, 4), (28, 10), (4, 15)]
    starts = [paragraph.text[0] for paragraph in document.paragraphs() if paragraph.text[1:2] == "、"]
    assert starts == list("一二三四五六")
    assert document.notes == ()
    source = path.read_text(encoding="utf-8").split("\n")
    for table in document.tables():
        for cell in table.cells():
            assert cell.text in source[cell.location.line - 1]


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_a_real_page_is_accused_of_what_is_wrong_in_it_alone(path: Path) -> None:
    report = checked(read(path))
    told = {(each.code, each.place.row, each.place.column) for each in report.findings if each.severity != "info"}
    expected = FOUND.get(path.name, set())
    known = {each for each in told if each[0] in {code for code, _, _ in expected}}
    assert known == expected
    assert {code for code, _, _ in told - known if code[:2] in {"TB", "AR", "ST", "DT"}} <= SHORTENED
    assert report.year == int(path.stem[-4:])
    assert report.body is not None
    assert report.body.startswith("平潭综合实验区")


@pytest.mark.parametrize("around", [pages.modern, pages.tabular, pages.flat])
@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_a_real_page_reads_the_same_inside_a_site(path: Path, around: Callable[[str, str], str]) -> None:
    text = path.read_text(encoding="utf-8")
    title = re.findall("<title>(.*?)</title>", text)[0]
    (article,) = re.findall("<body>(.*)</body>", text, re.DOTALL)
    (inner,) = re.findall("<div class=TRS_Editor>(.*)</div>", article, re.DOTALL)
    for part in (article, inner):
        for encoding in ("utf-8", "gb18030"):
            found = read_page(around(part, title).encode(encoding), path.name, Limits())
            assert shown(found) == shown(read(path))
            assert ("published", "2022-01-28") in found.properties


def test_hard_tables_are_read_as_a_browser_shows_them() -> None:
    path = next((SHARED / "html").glob("*word_tables*"))
    tables = [grid(table) for table in read(path).tables()]
    assert len(tables) == 7
    assert tables[2][1] == ["Cell 1.0", "Merged Cell 1.1 1.2", "Merged Cell 1.1 1.2", "Cell 1.3"]
    assert [row[1] for row in tables[3][1:]] == ["Merged Cell 1.1 2.1"] * 2 + ["Merged Cell 3.1 4.1"] * 2
    assert {len(row) for table in tables for row in table} == {2, 3, 4, 5}


@pytest.mark.parametrize("path", sorted((SHARED / "html").glob("*")), ids=lambda path: path.name[-40:])
def test_no_word_of_a_page_is_lost(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    bare = re.sub(r"(?s)<!--.*?-->|<(style|script|title).*?</\1>|<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>", " ", text)
    document = read(path)
    said = " ".join(paragraph.text for paragraph in document.paragraphs())
    said += " ".join(cell.text for table in document.tables() for cell in table.cells())
    missing = [word for word in re.findall(r"[A-Za-z]{3,}", bare) if word not in said and f"&{word}" not in bare]
    assert len(set(missing)) <= 2, missing  # what is deleted, and an attribute with quotes in its quotes
