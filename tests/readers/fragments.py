"""Word packages made in memory from fragments of XML."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from lint.model import Document, Paragraph, Table
from lint.readers import read

W_URI = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_W_URI = "http://purl.oclc.org/ooxml/wordprocessingml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = {
    "w": W_URI,
    "r": OFFICE,
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "v": "urn:schemas-microsoft-com:vml",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "xx": "http://example.org/unknown",
}
DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in SPACES.items())
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CONTENT = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def part(root: str, inner: str) -> str:
    return f"{_HEAD}<w:{root} {DECLARED}>{inner}</w:{root}>"


def document_xml(body: str) -> str:
    return part("document", f"<w:body>{body}</w:body>")


def zipped(members: Mapping[str, bytes | str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def relations(*rows: tuple[str, str]) -> str:
    items = "".join(f'<Relationship Id="r{n}" Type="{kind}" Target="{to}"/>' for n, (kind, to) in enumerate(rows))
    return f'{_HEAD}<Relationships xmlns="{_RELATIONS}">{items}</Relationships>'


def members(body: str, *, main: str = "word/document.xml", **parts: str) -> dict[str, bytes | str]:
    """Return the members of a package with this body; `parts` are further parts beside it by name ("numbering")."""
    folder, _, leaf = main.rpartition("/")
    content = (
        f'{_HEAD}<Types xmlns="{_CONTENT}"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{main}" ContentType="{_MAIN}"/></Types>'
    )
    return {
        "[Content_Types].xml": content,
        "_rels/.rels": relations((f"{OFFICE}/officeDocument", main)),
        main: document_xml(body),
        f"{folder}/_rels/{leaf}.rels": relations(*((f"{OFFICE}/{name}", f"{name}.xml") for name in parts)),
        **{f"{folder}/{name}.xml": xml for name, xml in parts.items()},
    }


def docx(body: str, **parts: str) -> bytes:
    return zipped(members(body, **parts))


def document(body: str, **parts: str) -> Document:
    return read(docx(body, **parts), "report.docx")


def texts(body: str, **parts: str) -> list[str]:
    return [paragraph.text for paragraph in document(body, **parts).paragraphs()]


def kinds(found: Document) -> dict[str, int]:
    return {note.kind: note.times for note in found.notes}


def table(body: str, **parts: str) -> Table:
    (found,) = document(body, **parts).tables()
    return found


def paragraph(body: str, **parts: str) -> Paragraph:
    (found,) = document(body, **parts).paragraphs()
    return found


def grid(found: Table) -> list[list[str | None]]:
    return [[None if cell is None else cell.text for cell in row] for row in found.grid]


def run(text: str, properties: str = "") -> str:
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inner}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(text: str = "", *, properties: str = "", inner: str = "") -> str:
    own = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{own}{run(text) if text else ''}{inner}</w:p>"


def tc(text: str = "", properties: str = "", inner: str | None = None) -> str:
    own = f"<w:tcPr>{properties}</w:tcPr>" if properties else ""
    return f"<w:tc>{own}{p(text) if inner is None else inner}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    own = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    made = (cell if cell.startswith("<") else tc(cell) for cell in cells)
    return f"<w:tr>{own}{''.join(made)}</w:tr>"


def tbl(*rows: str, columns: list[int] | None = None) -> str:
    declared = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns or [])
    return f"<w:tbl><w:tblPr/>{f'<w:tblGrid>{declared}</w:tblGrid>' if columns else ''}{''.join(rows)}</w:tbl>"


def span(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


RESTART = '<w:vMerge w:val="restart"/>'
CONTINUE = "<w:vMerge/>"
