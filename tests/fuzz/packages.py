"""A sound Word package → one whose parts are changed as trees, then written down in an unusual way."""

from __future__ import annotations

import re
from random import Random

from lxml import etree

from tests.fuzz.cases import Case, damaged, few
from tests.fuzz.containers import contained, container, member
from tests.fuzz.elements import changed
from tests.fuzz.starting import word
from tests.readers.fragments import STRICT_W_URI, W_URI

_PARTS = ("word/document.xml", "word/styles.xml", "word/numbering.xml", "[Content_Types].xml", "_rels/.rels")
_WEIGHTS = (12, 2, 3, 1, 1)
_DOCTYPES = (
    b'<!DOCTYPE a [<!ENTITY b "c">]>', b'<!DOCTYPE a SYSTEM "file:///etc/passwd">', b"<!DOCTYPE a>",
    b'<!DOCTYPE a [<!ENTITY b "cccccccccc"><!ENTITY d "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY e "&d;&d;&d;&d;&d;">]>',
)  # fmt: skip
_INNER = (
    b"<!-- x -->", b"<!-- " + b"x" * 70_000 + b"-->", b"<?x y?>", b"<![CDATA[&<]]>", b"&#0;", b"&#x1F600;", b"&b;",
    b"&lt;", b"&#xD800;", b"]]>",
    b"\0", b"<w:x>", b"</w:p>", b"<x:y/>", b"\xff\xfe", "镇".encode("gb18030"), b'<a b="c" b="d"/>', b"<" * 300,
    b"&" * 300,
)  # fmt: skip


def _written(rng: Random, xml: bytes) -> bytes:  # noqa: C901, PLR0911 - a branch for each spelling
    """Return the part in another spelling, true or broken."""
    match rng.randrange(16):
        case 0:
            place = rng.choice([at.start() for at in re.finditer(b"[<>]", xml)] or [0])
            return xml[:place] + rng.choice(_INNER) + xml[place:]
        case 1:
            return rng.choice(_DOCTYPES) + xml
        case 2:
            return b"<!--" + b" " * rng.choice([1, 70_000]) + b"-->" + rng.choice(_DOCTYPES) + xml
        case 3:
            return xml.replace(W_URI.encode(), STRICT_W_URI.encode())
        case 4:
            return xml.replace(W_URI.encode(), rng.choice([STRICT_W_URI, "urn:x", ""]).encode(), 1)
        case 5:
            prefix = rng.choice([b"ns0", b"W", "文".encode()])
            return (
                xml.replace(b"<w:", b"<" + prefix + b":")
                .replace(b"</w:", b"</" + prefix + b":")
                .replace(b"xmlns:w=", b"xmlns:" + prefix + b"=")
            )
        case 6:
            coding = rng.choice(["utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030", "utf-8-sig"])
            return _said(rng, xml).decode().encode(coding)
        case 7:
            return _said(rng, xml)
        case 8:
            return damaged(rng, xml)
        case 9:
            return xml[: rng.randrange(len(xml) + 1)]
        case _:
            return xml


def _said(rng: Random, xml: bytes) -> bytes:
    name = rng.choice(
        [b"UTF-8", b"UTF-16", b"GB18030", b"GB2312", b"latin-1", b"utf-7", b"no-such", b"", b"EBCDIC-CP-US", b"x" * 300]
    )
    return b'<?xml version="%s" encoding="%s"?>' % (rng.choice([b"1.0", b"1.1", b"2.0"]), name) + xml


def word_case(rng: Random) -> Case:
    """Return a Word package with changed parts in a sound container."""
    contents = contained(word(rng))
    for name in {name.encode(): None for name in rng.choices(_PARTS, _WEIGHTS, k=rng.choice([1, 1, 1, 2]))}:
        if name not in contents:
            continue
        root = etree.fromstring(contents[name], etree.XMLParser(resolve_entities=False, huge_tree=True))
        for _ in range(few(rng, 12)):
            changed(rng, root)
        xml = etree.tostring(root, encoding="utf-8")
        contents[name] = _written(rng, xml) if rng.random() < 0.4 else xml
    return Case(container([member(name, content) for name, content in contents.items()]), "a.docx")
