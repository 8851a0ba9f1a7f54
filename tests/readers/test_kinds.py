"""Who reads a file is told by its first bytes; what it is called decides only between texts."""

from __future__ import annotations

import pytest

from lint.readers.kinds import Kind, kind_of
from tests.readers.fragments import docx, p, zipped

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
_OPEN = b"PK\3\4".ljust(30, b"\0") + b"mimetypeapplication/vnd.oasis.opendocument.text"


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        pytest.param(docx(p("甲")), "a.doc", "word", id="docx-named-doc"),
        pytest.param(docx(p("甲")), "a.zip", "word", id="docx-named-zip"),
        pytest.param(zipped({"a.txt": "x"}), "a.docx", "word", id="archive"),
        pytest.param(_OLE, "a.docx", "office", id="compound-file"),
        pytest.param(b"{\\rtf1\\ansi}", "a.doc", "office", id="rtf-named-doc"),
        pytest.param(b"\xef\xbb\xbf\r\n{\\rtf1\\ansi}", "a.docx", "office", id="rtf-after-a-mark-and-blanks"),
        pytest.param(_OPEN, "a.docx", "office", id="open-document"),
        pytest.param(
            zipped({"content.xml": "<x/>", "META-INF/manifest.xml": "<x/>"}),
            "a.odt",
            "office",
            id="open-document-repacked",
        ),
        pytest.param(_OPEN.replace(b"vnd.oasis.opendocument.text", b"epub+zip"), "a.odt", "word", id="book"),
        pytest.param(
            b'<?xml version="1.0"?>\n<office:document x="opendocument.text"', "a.xml", "office", id="flat-odt"
        ),
        pytest.param(b'<?xml version="1.0"?><pkg:package xmlns:pkg="x"/>', "a.xml", "office", id="word-xml"),
        pytest.param(
            b'<w:document xmlns:w="x/wordprocessingml/2006/main"/>', "a.docx", "office", id="word-xml-undeclared"
        ),
        pytest.param(b"%PDF-1.7\n", "a.docx", "pdf", id="pdf"),
        pytest.param(b"\xef\xbb\xbf\r\n%PDF-1.4", "a.pdf", "pdf", id="pdf-after-a-mark"),
        pytest.param(b"\xef\xbb\xbf\n<!DOCTYPE html><html>", "a.docx", "page", id="page-named-docx"),
        pytest.param("<html><body>报告".encode("utf-16"), "a.doc", "page", id="page-in-utf-16"),
        pytest.param("<div><p>报告</p></div>".encode(), "a.html", "page", id="fragment"),
        pytest.param("一、总体情况<br>正文".encode(), "a.htm", "page", id="page-by-name"),
        pytest.param(b'<?xml version="1.0"?><!DOCTYPE html><html>', "a", "page", id="xhtml"),
        pytest.param(b"MIME-Version: 1.0\nContent-Type: multipart/related;", "a.doc", "mail", id="mht"),
        pytest.param("<!-- 草稿 -->\n一、总体情况".encode(), "a.md", "text", id="markdown-may-begin-with-a-tag"),
        pytest.param("正文 <br> 正文".encode(), "a.txt", "text", id="text"),
        pytest.param("报告".encode(), "a.docx", "text", id="text-named-docx"),
        pytest.param(b"\xdb\xa5\x2d\0" + b"\0" * 90, "a.doc", "office", id="word-2"),
        pytest.param(b"\x9b\xa5\x21\0" + b"\0" * 90, "a.doc", "office", id="word-1"),
        pytest.param("邾城街道办事处2021年度报告".encode("gbk"), "a.txt", "text", id="text-that-begins-like-word-2"),
        pytest.param(b"junk\n%PDF-1.7\n1 0 obj\n", "a.pdf", "pdf", id="pdf-after-something-else"),
        pytest.param("附件为 %PDF-1.7 格式\n一、总体情况".encode(), "a.txt", "text", id="text-that-speaks-of-pdf"),
    ],
)
def test_the_kind_is_told_by_content(data: bytes, name: str, kind: Kind) -> None:
    assert kind_of(data, name) == kind
