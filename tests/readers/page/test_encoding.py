"""The encoding of a page: what it declares is believed as far as the bytes bear it out."""

from __future__ import annotations

import pytest

from lint.errors import UnreadableDocument
from lint.model import Note
from lint.readers.limits import Limits
from lint.readers.page import read_mail
from tests.readers.page.seen import page, texts

TEXT = ["一、总体情况", "联通各方，公开政府信息；珺、𠮷各一。"]
BODY = "".join(f"<p>{line}</p>" for line in TEXT)
DECLARED = {
    "nothing": "",
    "charset": "<meta charset='{}'>",
    "http-equiv": "<META content='text/html; charset={}' http-equiv=Content-Type>",
    "XML": "<?xml version='1.0' encoding='{}'?>",
}
NAMES = ("utf-8", "gb2312", "GBK", "gb18030", "big5", "iso-8859-1", "utf-16", "x-unknown")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("declaration", DECLARED.values(), ids=DECLARED)
def test_no_declaration_garbles_a_page(declaration: str, name: str, encoding: str) -> None:
    document = page(f"{declaration.format(name)}<html><body>{BODY}".encode(encoding))
    assert [paragraph.text for paragraph in document.paragraphs()] == TEXT
    assert document.notes == ()


def test_big5_and_western_pages_are_read_when_declared() -> None:
    assert texts("<meta charset=big5><p>一、總體情況與資訊公開</p>".encode("big5")) == ["一、總體情況與資訊公開"]
    assert texts("<meta charset=iso-8859-1><p>“Café” of the agency, as read in the west</p>".encode("cp1252")) == [
        "“Café” of the agency, as read in the west"
    ]


def test_two_bytes_that_pass_for_both_are_what_is_declared() -> None:
    assert texts("<meta charset=gbk><p>联通</p>".encode("gbk")) == ["联通"]


LONG = "<p>" + "政府信息公开工作年度报告。" * 20 + "</p>"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
@pytest.mark.parametrize("declared", ["", "utf-8", "gbk"])
def test_damaged_signs_are_counted_and_the_rest_is_read(encoding: str, declared: str) -> None:
    # Markup outweighs the text by far on real pages: what is lost is measured against the text.
    data = bytearray(f"<meta charset='{declared}'>{'<!-- filling -->' * 500}{LONG}".encode(encoding))
    data[-60] = 0xFF
    document = page(bytes(data))
    (paragraph,) = document.paragraphs()
    assert paragraph.text.count("政府信息公开") >= 18
    (note,) = document.notes
    assert note.kind == "encoding"
    assert 1 <= note.times <= 4


def test_zeros_are_left_out_and_counted() -> None:
    document = page(b"<p>a\0b\0c</p>" + LONG.encode())
    assert [paragraph.text[:6] for paragraph in document.paragraphs()] == ["abc", "政府信息公开"]
    assert document.notes == (Note("encoding", times=2),)


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(UnreadableDocument, match="neither text"):
        page(bytes(range(256)) * 100)


MAIL = """MIME-Version: 1.0
Content-Type: multipart/related; boundary="x"; type="text/html"{start}

This is a multi-part message in MIME format.

--x
Content-Type: text/plain; charset="us-ascii"

nothing
--x
Content-Location: file:///C:/page.htm
Content-ID: <page>
Content-Transfer-Encoding: {transfer}
Content-Type: text/html; charset="{charset}"

{body}
--x
Content-Location: file:///C:/header.htm
Content-Type: text/html

<p>header</p>
--x
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
--x--
"""


@pytest.mark.parametrize("start", ["", '; start="<page>"'])
@pytest.mark.parametrize("charset", ["gb2312", "utf-8", "unicode-nonsense"])
def test_a_page_in_one_file_is_unpacked(charset: str, start: str) -> None:
    encoding = "gb18030" if charset == "gb2312" else "utf-8"
    quoted = "".join(f"={byte:02X}" for byte in BODY.encode(encoding))
    soft = "=\n".join(quoted[at : at + 72] for at in range(0, len(quoted), 72))
    data = MAIL.format(start=start, transfer="quoted-printable", charset=charset, body=soft)
    for form in (data, data.replace("\n", "\r\n")):
        document = read_mail(form.encode(), "page.mht", Limits())
        assert [paragraph.text for paragraph in document.paragraphs()] == TEXT
        assert (document.name, document.media) == ("page.mht", "html")


@pytest.mark.parametrize(("rows", "framed"), [(1, False), (30, True)])
def test_a_report_in_a_frame_of_the_page_is_found(rows: int, *, framed: bool) -> None:
    data = MAIL.format(start="", transfer="8bit", charset="utf-8", body="<p>甲</p><iframe src=cid:a></iframe>")
    table = f"<p>乙</p><table>{'<tr><td>1<td>2' * rows}</table>"
    document = read_mail(data.replace("<p>header</p>", table).encode(), "page.mht", Limits())
    assert [paragraph.text for paragraph in document.paragraphs()] == ["乙" if framed else "甲"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"MIME-Version: 1.0\n\nnothing",
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: image/png\n\nx\n--x--",
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n"
        + b"--x\nContent-Type: multipart/mixed\n\n" * 500,
        b"MIME-Version: 1.0\nContent-Type: text/html; charset=\xff\n\n",
    ],
)
def test_mail_without_a_page_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableDocument):
        read_mail(data, "page.mht", Limits())


def test_nested_mail_is_searched_without_harm() -> None:
    levels = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(3_000))
    with pytest.raises(UnreadableDocument):
        read_mail(("MIME-Version: 1.0\n" + levels).encode(), "page.mht", Limits())
