"""Pages made to harm or broken beyond repair: read or refused, in time that grows with their size."""

# ruff: noqa: E501 - markup is read best as it stands in a page
from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from lint.errors import UnreadableDocument
from lint.model import Document
from lint.readers.limits import Limits
from tests.readers.page.seen import page

PIECES: dict[str, Callable[[int], str]] = {
    "boxes in boxes": lambda n: "<div>" * n + "x",
    "boxes in boxes, closed": lambda n: "<div>" * n + "x" + "</div>" * n,
    "tables in tables": lambda n: "<table><tr><td>" * n + "x",
    "lists in lists": lambda n: "<ul><li>x" * n,
    "unclosed fonts": lambda n: "<p><font>x" * n,
    "unclosed bold": lambda n: "<b>" * n + "x",
    "unclosed insertions": lambda n: "<ins>" * n + "x",
    "ends without beginnings": lambda n: "<div>" * 200 + "</span></p></b>" * n + "x",
    "attributes": lambda n: "<p " + " ".join(f"a{number}=1" for number in range(n)) + ">x",
    "an attribute": lambda n: f"<p title='{'x' * n * 50}'>x",
    "a text": lambda n: "<p>" + "x " * n * 50,
    "white space": lambda n: "<p>" + " \n" * n * 50 + "x",
    "hard blanks": lambda n: "<p>x" + "&nbsp;" * n * 10 + "x",
    "entities": lambda n: "<p>" + "&amp;&bogus;&#x110000;&#xD800;&#0;&" * n,
    "declared entities": lambda n: '<!DOCTYPE a [<!ENTITY b "' + "x" * 99 + '">' + '<!ENTITY c "&b;&b;">' * 9 + "]><p>x" + "&b;&c;" * n,
    "unequal signs": lambda n: "<p>x" + "<" * n * 20,
    "beginnings of elements": lambda n: "<p>x" + "<a " * n * 10,
    "quotes left open": lambda n: "<p>x" + "<a b=\" c='" * n,
    "comments left open": lambda n: "<p>x" + "<!-- -" * n * 5,
    "scripts left open": lambda n: "<p>x" + "<script>" * n,
    "objects left open": lambda n: "<p>x" + "<object><svg><textarea><title>" * n,
    "spans": lambda n: "<table>" + "<tr><td colspan=1000 rowspan=65534>x" * n,
    "spans side by side": lambda n: "<table><tr>" + "<td rowspan=0>x" * n + "<tr><td>y" * n,
    "cells": lambda n: "<table><tr><td>x</td>" + "<td>" * n * 5,
    "rows": lambda n: "<table><tr><td>x<td>y" + "<tr>" * n * 5,
    "paragraphs": lambda n: "<p>x" * n,
    "line breaks": lambda n: "<p>" + "x<br>" * n,
    "changing typefaces": lambda n: "<p>" + "<b>一</b>、" * n,
    "numbers": lambda n: f"<ol start={'9' * n}>" + "<li>x" * n,
    "counting down": lambda n: "<ol reversed>" + "<li>x" * n,
    "navigation": lambda n: "<div class=nav><a href=x>x</a></div>" * n + "<p>一、x",
    "boxes out of sight": lambda n: "<div hidden><p>一、x</div>" * n + "x",
    "boxes out of sight in each other": lambda n: ("<div hidden>" * 100 + "<p>一、x" + "</div>" * 100) * (n // 100),
    "other styles each": lambda n: "".join(f"<p style='font-size:{number}px;display:block'>x" for number in range(n)),
    "buttons": lambda n: "<p>" + "字号大小" * 60 + "x<p>一、x" + "<p>" + "打印关闭" * n,
    "names of particulars": lambda n: "<p>" + "发布时间" * 60 + "<p>" + " " * 250 + "：<p>一、x" + "发布时间：" * n,
    "a title": lambda n: f"<title>{'untitled doc ' * n}</title><p>x",
    "an embedded picture": lambda n: f"<p>x<img src='data:image/png;base64,{'A' * n * 50}'>",
    "preformatted": lambda n: "<pre>" + "x\n" * n,
    "zeros": lambda n: "<p>x" + "\0" * n,
    "pages in pages": lambda n: "<html><body><p>x" * n,
    "frames": lambda n: "<frameset><frame>" * n + "<noframes>x",
}  # fmt: skip
SIZE = 20_000


def read_or_refused(html: str) -> Document | str:
    try:
        return page(html)
    except UnreadableDocument as refused:
        return refused.reason.en


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_a_page_costs_no_more_than_its_size(piece: Callable[[int], str]) -> None:
    started = time.perf_counter()
    found = read_or_refused(piece(SIZE))
    # A second or two on a slow machine; what grows with the square takes minutes.
    assert time.perf_counter() - started < 20
    if isinstance(found, str):
        assert "beyond the limit" in found or "no text" in found
    else:
        assert any("x" in str(block) for block in found.blocks)


def test_the_same_page_gives_the_same_document() -> None:
    html = "<div class=a><p>一、x</p></div>" * 50 + "<footer>y</footer><nav>z</nav>"
    assert page(html) == page(html)


LIMITS = {
    "elements": ("<p>x" * 101, Limits(xml_nodes=100), "number of its elements"),
    "depth": ("<div>" * 21 + "x", Limits(xml_depth=20), "depth"),
    "depth by itself": ("<div>" * 300 + "x", Limits(), "depth"),
    "size": ("<p>" + "x" * 1_100_000, Limits(text_mb=1), "size of the text"),
    "cells": ("<table>" + "<tr><td>1<td>2" * 60, Limits(table_cells=100), "cells in one table"),
}


@pytest.mark.parametrize(("html", "limits", "said"), LIMITS.values(), ids=LIMITS)
def test_a_breach_names_its_limit(html: str, limits: Limits, said: str) -> None:
    with pytest.raises(UnreadableDocument, match=said):
        page(html, limits)


def test_limits_that_are_raised_count() -> None:
    assert [block.text for block in page("<div>" * 300 + "x", Limits(xml_depth=400)).paragraphs()] == ["x"]


def test_a_limit_raised_beyond_reason_does_no_harm() -> None:
    limits = Limits(xml_depth=1_000_000)
    assert len(page("<table><tr><td>x<td>y" * 300, limits).blocks) > 0
    with pytest.raises(UnreadableDocument, match="depth"):
        page("<table><tr><td>x<td>y" * 5_000, limits)


def test_a_page_full_of_pictures_is_not_large() -> None:
    picture = "<img src='data:image/png;base64," + "QUJD" * 500_000 + "'>"
    assert len(page(f"<p>x{picture}</p>", Limits(text_mb=1)).blocks) == 1


@pytest.mark.parametrize(
    "html", ["", " ", "<html></html>", "<!-- x -->", "<script>x</script>", "<p>&nbsp;</p>", "<table><tr><td></table>"]
)
def test_a_page_without_text_is_blank(html: str) -> None:
    with pytest.raises(UnreadableDocument, match="no text at all"):
        page(html)


@pytest.mark.parametrize("html", ["<div id=app></div><script src=a.js></script>", "<iframe src=a.html></iframe>"])
def test_a_page_that_fetches_its_text_says_so(html: str) -> None:
    with pytest.raises(UnreadableDocument, match="not saved with it"):
        page(html)
