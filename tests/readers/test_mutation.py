from __future__ import annotations

from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from lint.errors import UnreadableDocument
from lint.readers import read
from tests.readers.fragments import document_xml, docx, members, p, part, run, span, tbl, tc, tr, zipped

_BODY = (
    p("甲", properties='<w:pStyle w:val="H"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    + p("乙", inner=f"<w:ins w:id='1'>{run('新')}</w:ins><w:r><w:sym w:font='Wingdings' w:char='F0FE'/></w:r>")
    + tbl(tr(tc("a", span(2)), "b"), tr("c", tc("d", '<w:vMerge w:val="restart"/>'), "e"), columns=[900, 900, 900])
)
_PARTS = {
    "styles": part("styles", '<w:style w:styleId="H"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'),
    "numbering": part(
        "numbering",
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    ),
}
_DATA = docx(_BODY, **_PARTS)
_XML = document_xml(_BODY).encode()

_changes = st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=6)


def _mutated(data: bytes, changes: list[tuple[int, int]]) -> bytes:
    changed = bytearray(data)
    for place, value in changes:
        changed[place % len(changed)] = value
    return bytes(changed)


def _reads_or_refuses(data: bytes) -> None:
    with suppress(UnreadableDocument):
        found = read(data, "a.docx")
        assert [block.location.block for block in found.blocks] == list(range(1, len(found.blocks) + 1))


@settings(max_examples=300, deadline=None)
@given(_changes)
def test_a_package_with_changed_bytes_is_read_or_refused(changes: list[tuple[int, int]]) -> None:
    _reads_or_refuses(_mutated(_DATA, changes))


@settings(max_examples=300, deadline=None)
@given(_changes, st.sampled_from(["word/document.xml", "word/styles.xml", "word/numbering.xml", "_rels/.rels"]))
def test_parts_with_changed_bytes_are_read_or_refused(changes: list[tuple[int, int]], name: str) -> None:
    found = members(_BODY, **_PARTS)
    content = found[name]
    found[name] = _mutated(content if isinstance(content, bytes) else content.encode(), changes)
    _reads_or_refuses(zipped(found))


@settings(max_examples=200, deadline=None)
@given(st.integers(0, len(_DATA)))
def test_a_package_cut_anywhere_is_read_or_refused(size: int) -> None:
    _reads_or_refuses(_DATA[:size])


@settings(max_examples=200, deadline=None)
@given(
    st.binary(max_size=300), st.sampled_from([b"", b"PK\3\4", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe", b"<"])
)
def test_any_bytes_are_read_or_refused(data: bytes, magic: bytes) -> None:
    _reads_or_refuses(magic + data)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="\t\n甲0。、 一[image:]", max_size=200))
def test_any_text_is_read_or_refused_and_keeps_its_words(text: str) -> None:
    _reads_or_refuses(text.encode())
