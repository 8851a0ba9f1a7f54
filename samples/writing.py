"""Document → a Word file, set as offices set such reports: 小标宋 title, 黑体 headings, 仿宋 body, ruled tables."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from types import MappingProxyType

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Emu

from lint.markup.elements import Element, made, paragraph_properties, run
from lint.markup.package import begun, packed
from lint.markup.setting import SETTINGS, Setting
from lint.model import Document, Note, Paragraph
from samples.roles import roles
from samples.ruling import table_element

_REVISION = MappingProxyType({"w:author": "审核人", "w:date": "2025-01-15T10:00:00Z"})
_PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000a49444154789c6360000000020001e221bc330000000049454e44ae426082"
)


def write_docx(document: Document, path: Path) -> None:
    """Write the document as a Word file; the same document gives the same bytes."""
    path.write_bytes(docx_bytes(document))


def docx_bytes(document: Document) -> bytes:
    """Return the bytes of a Word file. Tracked changes and comments are made from the document's notes."""
    word = begun()
    body = word.element.body
    for block, role in zip(document.blocks, roles(document), strict=True):
        notes = [note for note in document.notes if note.location.block == block.location.block]
        setting = SETTINGS[role]
        fresh = _paragraph(word, block, setting, notes) if isinstance(block, Paragraph) else table_element(block)
        body.insert(len(body) - 1, fresh)  # the last element holds the page's measures
    return packed(word)


def _paragraph(word: WordDocument, paragraph: Paragraph, setting: Setting, notes: Sequence[Note]) -> Element:
    element = made("w:p", {}, paragraph_properties(setting))
    kinds = {note.kind for note in notes}
    words = run(paragraph.text, setting, hidden=paragraph.hidden)
    if paragraph.boxed:
        element.append(_boxed(words, setting))
    elif "insertion" in kinds:
        element.append(_revision("w:ins", words))
    else:
        element.append(words)
    for note in notes:
        if note.kind == "deletion":
            element.append(_revision("w:del", run(note.detail, setting, tag="w:delText")))
        elif note.kind == "comment":
            _comment(word, element, note)
    if paragraph.pictures:
        element.append(_picture(word))
    return element


def _revision(tag: str, words: Element) -> Element:
    return made(tag, {"w:id": "901" if tag == "w:ins" else "902", **_REVISION}, words)


def _comment(word: WordDocument, element: Element, note: Note) -> None:
    from docx.text.run import Run  # noqa: PLC0415 - only where a comment is made

    words = Run(element.findall(qn("w:r"))[0], word.element.body)
    comment = word.add_comment(words, text=note.detail or "请核对。", author=_REVISION["w:author"], initials="审")
    comment._comment_elm.set(qn("w:date"), _REVISION["w:date"])  # noqa: SLF001 - python-docx reads the clock


def _boxed(words: Element, setting: Setting) -> Element:
    shape = parse_xml(
        f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape style="width:400pt;height:60pt">'
        "<v:textbox><w:txbxContent><w:p/></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    inner = next(shape.iter(qn("w:p")))
    inner.append(paragraph_properties(setting))
    inner.append(words)
    return shape


def _picture(word: WordDocument) -> Element:
    anchor = word.add_paragraph().add_run()
    anchor.add_picture(BytesIO(_PIXEL), width=Emu(5_000_000), height=Emu(2_000_000))
    holder = anchor._r.getparent()  # noqa: SLF001 - the picture goes from here into the paragraph at hand
    word.element.body.remove(holder)
    return anchor._r  # noqa: SLF001 - likewise
