"""PDFs that real programs made: of a published report, and of the samples by LibreOffice where it is installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from lint.model import Document, Table
from lint.readers import read
from lint.readers.limits import Limits
from lint.readers.pdf import read_pdf
from tests.whole.checking import checked, told

pytest.importorskip("pypdfium2")

ROOT = Path(__file__).parents[3]
REAL = ROOT.parent / "shared" / "real" / "hongze-2024.pdf"
SAMPLES = sorted(path.stem for path in (ROOT / "samples").glob("*.docx"))
SOFFICE = shutil.which("soffice")
STRUCK_OUT = "tracked-changes"  # printed, a deletion can be told from its line, an insertion and a comment cannot

Shown = list[str | list[tuple[int, int, int, int, str]]]


def shown(document: Document) -> Shown:
    """Return paragraphs and cells with their places and spans, without blanks: a print has them where it must."""
    return [
        [
            (cell.location.row, cell.location.column, cell.rowspan, cell.colspan, "".join(cell.text.split()))
            for cell in block.cells()
        ]
        if isinstance(block, Table)
        else "".join(block.text.split())
        for block in document.blocks
    ]


@pytest.mark.skipif(not REAL.is_file(), reason="no shared folder beside this checkout")
def test_a_published_report_is_read_whole() -> None:
    document = read_pdf(REAL.read_bytes(), REAL.name, Limits())
    assert [(len(table.grid), len(table.grid[0])) for table in document.tables()] == [(14, 4), (26, 10), (4, 15)]
    assert document.notes == ()
    applications = list(document.tables())[1]
    corner = applications.grid[5][0]
    assert corner is not None
    assert (corner.text, corner.rowspan) == ("三、本年度办理结果", 20)
    texts = [paragraph.text for paragraph in document.paragraphs()]
    assert [text[0] for text in texts if text[1:2] == "、"] == list("一二三四五六")
    assert not any(text.strip("- ").isdigit() for text in texts)
    assert len(texts) == 18
    report = checked(document)
    assert told(report) == [("TB003", "refused_law", None), ("TB001", "other_not_corrected", None)]
    assert (report.body, report.year) == ("淮安市洪泽区人民政府", 2024)


def variants(folder: Path) -> None:
    """Write the samples, and one with its second table pushed down, in larger type, and with a repeated heading."""
    for name in SAMPLES:
        shutil.copy(ROOT / "samples" / f"{name}.docx", folder)
    for down in range(0, 40, 5):
        made = docx.Document(str(ROOT / "samples" / "clean-bureau.docx"))
        second = made.tables[1]
        for _ in range(down):
            second._tbl.addprevious(OxmlElement("w:p"))
        if down % 2:
            for run in second._tbl.iter(qn("w:sz")):
                run.set(qn("w:val"), "36")
        if down % 4 == 0:
            for row in second.rows[:3]:
                row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        made.sections[0].footer.paragraphs[0].text = "青溪县政府信息公开年报"
        made.sections[0].footer.paragraphs[0].runs[0].font.size = Pt(9)
        made.save(str(folder / f"pushed-{down:02}.docx"))


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Document, Document]]:
    """Return for each name what the Word file gives and what its print gives."""
    if SOFFICE is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("printed")
    variants(folder)
    words = sorted(folder.glob("*.docx"))
    profile = (tmp_path_factory.mktemp("profile")).as_uri()
    command = [
        SOFFICE,
        "--headless",
        f"-env:UserInstallation={profile}",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
    ]
    subprocess.run([*command, *map(str, words)], check=True, capture_output=True, timeout=240)
    return {
        path.stem: (
            read(path.read_bytes(), path.name),
            read_pdf(path.with_suffix(".pdf").read_bytes(), path.name, Limits()),
        )
        for path in words
    }


def test_a_print_holds_the_paragraphs_and_cells_of_its_word_file(
    printed: dict[str, tuple[Document, Document]],
) -> None:
    assert len(printed) > 12
    for name, (word, pdf) in printed.items():
        assert shown(pdf) == shown(word), name


@pytest.mark.parametrize("name", SAMPLES)
def test_a_print_has_the_findings_of_its_word_file(name: str, printed: dict[str, tuple[Document, Document]]) -> None:
    word, pdf = (checked(document) for document in printed[name])
    assert told(pdf) == told(word)
    assert (pdf.body, pdf.year, pdf.status) == (word.body, word.year, word.status)
    if name != STRUCK_OUT:
        assert [finding.code for finding in pdf.findings] == [finding.code for finding in word.findings]
