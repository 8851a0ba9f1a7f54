"""A case → what came of it, once all has been held against it that must be true of any file whatever."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from lint import engine
from lint.errors import UnreadableDocument
from lint.findings import Report
from lint.model import Cell, Document, Phrase, Table
from lint.readers import kinds, read
from lint.readers.limits import Limits
from lint.readers.means import Means
from lint.readers.package import PartError
from lint.reporters.style import Style
from lint.reporters.table import REPORTERS
from lint.rulebook import Rulebook, load_rulebook
from lint.run.archive import contents
from lint.run.source import Source
from lint.run.wanted import Wanted
from tests.fuzz.cases import Case
from tests.fuzz.watching import watched

_KINDS_OF_NOTE = (
    "insertion deletion move reformatting comment hidden textbox nested-table irregular-table embedded-document "
    "unread-part damaged-text encoding"
)
_NOTES = frozenset(_KINDS_OF_NOTE.split())
_MEDIA = frozenset({"word", "text", "html", "pdf", "office"})
MEANS = Means(Limits(timeout=20))


@cache
def _book() -> Rulebook:
    return watched(load_rulebook("cn-disclosure"))


def _options(lang: str) -> engine.Options:
    return engine.Options(frozenset(rule.code for rule in _book().pack.rules), lang)


def judge(case: Case, *, office: bool = False) -> str:
    """Return "read", "refused", or "left" for what only LibreOffice reads unless `office` is asked for.

    Anything else that comes of the case is an exception, and a fault of the linter.
    """
    try:
        if not office and kinds.kind_of(case.data, case.name) == "office":
            return "left"
        document = read(case.data, case.name, MEANS)
    except UnreadableDocument as error:
        _spoken(error.reason)
        _spoken(error.advice)
        for lang in ("zh", "en"):
            _reported(engine.unreadable(case.name, error, _book(), _options(lang)), lang)
        return "refused"
    _sound(document, case.name)
    assert read(case.data, case.name, MEANS) == document, "read twice, read differently"
    for lang in ("zh", "en"):
        report = engine.check(document, _book(), _options(lang), case.name)
        assert report.readable
        for finding in report.findings:
            assert 0 <= finding.place.location.block <= len(document.blocks) + 1, finding.code
            assert finding.message.strip(), finding.code
            assert "None" not in finding.message, finding.code
        _reported(report, lang)
    return "read"


def judge_archive(case: Case, *, office: bool = False) -> str:
    """Look for submissions in the case as a file on disk, and judge each that is found."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "archive.zip"
        path.write_bytes(case.data)
        try:
            found = contents(path, "", Wanted((), lambda _: True, MEANS.limits))
        except PartError as error:
            _spoken(error.refusal.reason)
            return "refused"
        if found is None:
            return judge(case, office=office)
        assert len({item.inner for item in found if not item.skipped}) == sum(not item.skipped for item in found)
        for item in found:
            assert item.inner.isprintable() or "\u3000" in item.inner or "\xa0" in item.inner
            assert not {"..", ""} & set(item.inner.split("/"))
            if item.skipped is None:
                _member(Source(path, item.inner, item.name, item.member, item.refusal), office=office)
    return "read"


def _member(source: Source, *, office: bool) -> None:
    try:
        data = source.load(limits=MEANS.limits)
    except UnreadableDocument as error:
        _spoken(error.reason)
        return
    judge(Case(data, source.name), office=office)


def _spoken(phrase: Phrase) -> None:
    assert phrase.zh.strip()
    assert phrase.en.strip()
    (phrase.zh + phrase.en).encode()


def _reported(report: Report, lang: str) -> None:
    for name, render in REPORTERS.items():
        for style in (Style(lang), Style(lang, color=True, width=20, verbose=True)):
            text = render([report], style)
            text.encode()
            if name == "json":
                json.loads(text)


def _sound(document: Document, name: str) -> None:
    assert document.name == name.replace("\\", "/").rpartition("/")[2]
    assert document.media in _MEDIA
    for number, block in enumerate(document.blocks, 1):
        assert block.location.block == number
        if isinstance(block, Table):
            _is_rectangle(block)
        else:
            assert block.text.strip() or block.pictures
            block.text.encode()
    for note in document.notes:
        assert note.kind in _NOTES, note.kind
        assert note.times > 0
        # What was deleted at the very end has no block of its own.
        assert 0 <= note.location.block <= len(document.blocks) + 1


def _is_rectangle(table: Table) -> None:
    assert table.grid
    assert len({len(line) for line in table.grid}) == 1
    assert table.grid[0]
    places = dict(_places(table))
    covered = 0
    for cell in table.cells():
        at = cell.location
        assert at.block == table.location.block
        assert cell.rowspan > 0
        assert cell.colspan > 0
        for row in range(at.row, at.row + cell.rowspan):
            for column in range(at.column, at.column + cell.colspan):
                assert places.get((row, column)) is cell, f"a cell of {at} is not in all its places"
        covered += cell.rowspan * cell.colspan
        cell.text.encode()
    blank = sum(cell is None for cell in places.values())
    assert table.ragged or not blank
    assert covered + blank == len(places), "a cell stands where it does not belong"


def _places(table: Table) -> Iterator[tuple[tuple[int, int], Cell | None]]:
    for row, line in enumerate(table.grid, 1):
        for column, cell in enumerate(line, 1):
            yield (row, column), cell
