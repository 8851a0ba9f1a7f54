"""Reports in the pages of many content systems: what is found is what is found in the report itself."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest

from lint.model import Document
from lint.readers.limits import Limits
from lint.readers.page import read_page
from tests.readers.page import articles, pages, portals
from tests.readers.page.seen import shown
from tests.whole.checking import all_zero, busy, checked, edited, told
from tests.whole.test_single_defects import CASES, OF_2019, Case

Around = Callable[[str, str], str]
Way = Callable[[Document], str]

PORTALS: tuple[Around, ...] = (
    portals.trs,
    portals.jcms,
    portals.shell,
    portals.blog,
    portals.account,
    portals.folded,
    portals.framed,
)
WAYS: tuple[Way, ...] = (
    articles.trs,
    articles.broken,
    articles.boxes,
    articles.unclosed,
    articles.classed,
    articles.pasted,
)


def read(html: str) -> Document:
    return read_page(html.encode(), "page.html", Limits())


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("around", PORTALS)
def test_a_whole_page_gives_the_report(around: Around, way: Way) -> None:
    for report, edition in product((busy, all_zero), (None, "2019")):
        document = report(edition)
        title = next(document.paragraphs()).text
        for article in (document, document._replace(blocks=document.blocks[1:])):
            found = read(around(way(article), title))
            assert shown(found) == shown(document)
            assert dict(found.properties)["title"] == title
            assert dict(found.properties)["published"] == "2022-01-28"


PLACES = list(product(WAYS[:3], (*PORTALS, pages.modern, pages.tabular, pages.flat)))


def assert_same(number: int, case: Case, edition: str | None) -> None:
    """Each defect in one of the sites, written in one of the ways, with the title in the article or above it."""
    op, _, _, _, options = case
    whole = all_zero(edition)
    document = edited(whole, op, edition, **options)
    way, around = PLACES[number % len(PLACES)]
    titled = document.blocks[0] == whole.blocks[0]
    inside = document._replace(blocks=document.blocks[1:]) if titled and number % 2 else document
    found = read(around(way(inside), next(whole.paragraphs()).text))
    assert told(checked(found)) == told(checked(document))


@pytest.mark.parametrize("number", range(0, len(CASES), 4))
def test_a_defect_is_told_as_in_the_report_itself(number: int) -> None:
    assert_same(number // 4, CASES[number], None)


@pytest.mark.parametrize("number", range(0, len(OF_2019), 7))
def test_a_defect_of_a_report_on_2020_is_told_as_in_the_report_itself(number: int) -> None:
    assert_same(number // 7, OF_2019[number], "2019")
