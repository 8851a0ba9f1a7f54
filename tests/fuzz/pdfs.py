"""A report → a small PDF written by hand, with ruled tables → one whose bytes, lengths and references lie."""

from __future__ import annotations

import re
import zlib
from random import Random

from lint.model import Document, Paragraph, Table
from tests.fuzz.cases import Case, damaged, few
from tests.fuzz.starting import document

_WIDTH, _HEIGHT, _LINE = 595, 842, 16
# A font that is not embedded, with a character map that every reader has: text is then UTF-16 (PDF 1.7, table 118).
_FONT = (
    b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType0"
    b"/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000>>]>>"
)
_LIES = (
    (rb"/Length \d+", b"/Length 99999999"), (rb"/Length \d+", b"/Length 0"), (rb"/Length \d+", b"/Length -1"),
    (rb"/Kids\[", b"/Kids[2 0 R "), (rb"/Count \d+", b"/Count 99999999"), (rb"/Parent 2 0 R", b"/Parent 3 0 R"),
    (rb"/MediaBox\[[^\]]*\]", b"/MediaBox[0 0 1e9 1e9]"), (rb"/MediaBox\[[^\]]*\]", b"/MediaBox[0 0 0 0]"),
    (rb"/MediaBox\[[^\]]*\]", b"/MediaBox[-1e5 NaN 1 1]/Rotate 90"), (rb"/Root 1 0 R", b"/Root 3 0 R"),
    (rb"/Root 1 0 R", b"/Root 1 0 R/Encrypt 5 0 R"),
    (rb"startxref\n\d+", b"startxref\n0"), (rb"startxref\n\d+", b"startxref\n99999999999"),
    (rb"/Size \d+", b"/Size 2147483647"),
    (rb"/FlateDecode", b"/LZWDecode"), (rb"/FlateDecode", b"[/FlateDecode/FlateDecode]"),
    (rb"/UniGB-UCS2-H", b"/Identity-H"),
    (rb"\d+ 0 obj", b"3 0 obj"), (rb"%PDF-1.4", b"%PDF-9.9"), (rb"xref", b"xerf"), (rb"trailer", b"trailer<</Prev 9>>"),
    (rb"/Contents \d+ 0 R", b"/Contents[" + b"4 0 R " * 200 + b"]"), (rb"/Contents \d+ 0 R", b""),
    (rb"%%EOF", b"%%EOF" + b"x" * 2_000),
    (rb"/DW 1000", b"/DW 0"), (rb"endobj", b""), (rb">>", b"]]"), (rb"<<", b"<<" * 300),
)  # fmt: skip
_OPERATORS = (
    b"q " * 3_000, b"Q " * 50, b"BT", b"ET", b"1e30 0 0 1e30 0 0 cm", b"0 0 0 0 0 0 cm", b"1 0 0 1 1e9 1e9 cm",
    b"/X Do", b"(\\", b"<FF",
    b"0 0 m 1e38 1e38 l S", b"nan nan nan nan re S", b"0 0 595 842 re S " * 500, b"0 0 m 0 0 l S " * 500, b"BI ID EI",
    b"W n", b"-1 w",
    b"[" * 300, b"1 1 1 rg 0 0 595 842 re f", b"/F 0 Tf", b"/F 1e9 Tf", b"3 Tr", b"90 Tz", b"0 -1 1 0 0 0 Tm",
)  # fmt: skip


def _shown(x: float, y: float, text: str, size: float = 10) -> bytes:
    return b"BT /F %g Tf %g %g Td <%s> Tj ET\n" % (size, x, y, text.encode("utf-16-be").hex().encode())


def _ruled(block: Table, top: float) -> tuple[bytes, float]:
    """Return a table's rules and texts, and where it ends."""
    columns = len(block.grid[0]) if block.grid else 0
    wide = (_WIDTH - 80) / max(columns, 1)
    made = []
    for cell in block.cells():
        x, y = 40 + wide * (cell.location.column - 1), top - _LINE * (cell.location.row - 1)
        high = _LINE * cell.rowspan
        made.append(b"%g %g %g %g re S\n" % (x, y - high, wide * cell.colspan, high))
        made.append(_shown(x + 1, y - 9, cell.text.replace("\n", "")[: 12 * cell.colspan], 4))
    return b"".join(made), top - _LINE * len(block.grid) - _LINE


def _pages(made: Document) -> list[bytes]:
    pages, content, y = [], bytearray(), float(_HEIGHT - 60)
    for block in made.blocks:
        need = _LINE * (len(block.grid) + 1) if isinstance(block, Table) else _LINE * (len(block.text) // 45 + 1)
        if y - need < 60 and content:
            pages.append(bytes(content))
            content, y = bytearray(), float(_HEIGHT - 60)
        if isinstance(block, Paragraph):
            for start in range(0, max(len(block.text), 1), 45):
                content += _shown(50, y, block.text[start : start + 45])
                y -= _LINE
        else:
            drawn, y = _ruled(block, y)
            content += drawn
    return [*pages, bytes(content)]


def pdf(pages: list[bytes], *, packed: bool = True) -> bytes:
    """Return a PDF whose pages have these contents."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(len(pages)))
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(pages)), _FONT]
    for n, content in enumerate(pages):
        stream = zlib.compress(content) if packed else content
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Resources<</Font<</F 3 0 R>>>>/Contents %d 0 R>>"
            % (_WIDTH, _HEIGHT, 5 + 2 * n)
        )
        coded = b"/Filter/FlateDecode" if packed else b""
        objects.append(b"<</Length %d%s>>stream\n%s\nendstream" % (len(stream), coded, stream))
    out, places = bytearray(b"%PDF-1.4\n"), []
    for n, item in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (n, item)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(
        b"%010d 00000 n \n" % place for place in places
    )
    return bytes(out + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))


def report_pdf(made: Document) -> bytes:
    """Return a report as a sound PDF."""
    return pdf(_pages(made))


def pdf_case(rng: Random) -> Case:
    """Return a PDF that a viewer would show somehow, or not."""
    pages = _pages(document(rng))
    if rng.random() < 0.5:
        for _ in range(few(rng)):
            place = rng.randrange(len(pages))
            lines = pages[place].split(b"\n")
            at = rng.randrange(len(lines))
            lines[at : at + rng.randrange(2)] = [rng.choice(_OPERATORS)] * rng.choice([1, 1, 5])
            pages[place] = b"\n".join(lines)
    data = pdf(pages * rng.choice([1] * 12 + [8]), packed=rng.random() < 0.6)
    for _ in range(few(rng) if rng.random() < 0.5 else 0):
        told, lie = rng.choice(_LIES)
        found = list(re.finditer(told, data))
        if found:
            spot = rng.choice(found)
            data = data[: spot.start()] + lie + data[spot.end() :]
    match rng.randrange(8):
        case 0:
            data = damaged(rng, data)
        case 1:
            data = data[: rng.randrange(len(data) + 1)]
        case 2:
            data = rng.randbytes(rng.randrange(1_500)) + data
    return Case(data, rng.choice(["a.pdf", "a.pdf", "a.docx", "a.txt"]))
