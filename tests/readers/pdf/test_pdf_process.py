"""The child process: real PDFs go in, pages or a true reason come out, and nothing is left behind."""

from __future__ import annotations

import contextlib
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lint.errors import UnreadableDocument
from lint.readers.limits import Limits
from lint.readers.pdf import Pages, extract, process, read_pages, read_pdf, reasons
from lint.readers.refusals import Refusal
from tests.readers.pdf.drawn import Cell, Drawing, document, pdf

pytest.importorskip("pypdfium2")

XS = (90.0, 200.0, 380.0, 430.0)
PAGE = (
    Drawing()
    .centred(100, "青溪县人民政府")
    .prose(150, ["　　本报告按照条例编制。"])
    .table(
        220, XS, [[Cell("（一）公开", 0, 2), Cell("1", 2, 3)], [Cell("甲", 0, 1), Cell("乙", 1, 2), Cell("2", 2, 3)]]
    )
)
GOOD = pdf([PAGE.content()])
LIMITS = Limits()


def reason(data: bytes, limits: Limits = LIMITS) -> str:
    with pytest.raises(UnreadableDocument) as refused:
        read_pdf(data, "report.pdf", limits)
    assert refused.value.advice.zh
    return refused.value.reason.en


def test_a_real_pdf_gives_what_was_drawn() -> None:
    assert read_pdf(GOOD, "report.pdf", LIMITS) == document(PAGE)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_rotated_page_is_read_as_it_is_shown(turn: int) -> None:
    matrix = {90: "0 1 -1 0 842 0", 180: "-1 0 0 -1 595 842", 270: "0 -1 1 0 0 595"}
    content = f"q {matrix[turn]} cm\n{PAGE.content()}\nQ"
    box = "0 0 842 595" if turn % 180 else "0 0 595 842"
    found = read_pdf(pdf([content], extra=f"/Rotate {turn}", box=box), "report.pdf", LIMITS)
    assert found == document(PAGE)


def test_a_box_that_does_not_begin_at_nought_moves_nothing() -> None:
    content = f"q 1 0 0 1 30 -50 cm\n{PAGE.content()}\nQ"
    assert read_pdf(pdf([content], box="30 -50 625 792"), "report.pdf", LIMITS) == document(PAGE)


WHITE = "1 1 1 rg 1 1 1 RG"
UNSEEN = {
    "white shading": f"q {WHITE} 90 500 200 0.5 re f 90 500 0.5 90 re f Q",
    "white lines": f"q {WHITE} 300 500 m 300 800 l S Q",
    "grey shading behind cells": "q 0.8 g 90 580 340 42 re f Q",
    "a curve": "q 95 600 m 120 640 200 560 425 600 c S Q",
    "a sloping line": "q 90 622 m 430 580 l S Q",
    "a broad bar": "q 20 w 90 700 m 430 700 l S Q",
    "words turned askew": "BT /F 40 Tf 0.7 0.7 -0.7 0.7 200 300 Tm <5185> Tj ET",
    "not a number": "q 1e40 1e40 m 5 5 l S 99999999999999999999 0 0 1 0 0 cm 0 0 m 5 5 l S Q",
}


@pytest.mark.parametrize("what", UNSEEN)
def test_what_is_no_rule_changes_nothing(what: str) -> None:
    assert read_pdf(pdf([f"{UNSEEN[what]}\n{PAGE.content()}"]), "report.pdf", LIMITS) == document(PAGE)


def test_hidden_words_are_left_out_and_noted() -> None:
    hidden = "BT /F 16 Tf 3 Tr 1 0 0 1 90 300 Tm <9690> Tj ET"
    found = read_pdf(pdf([f"{PAGE.content()}\n{hidden}"]), "report.pdf", LIMITS)
    assert found.blocks == document(PAGE).blocks
    assert [(note.kind, note.times) for note in found.notes] == [("hidden", 1)]


REFUSED: dict[str, tuple[bytes, str]] = {
    "cut off": (GOOD[: len(GOOD) // 3], "cut off or damaged"),
    "random bytes": (b"%PDF-1.7\n" + bytes(n * n % 251 for n in range(50_000)), "cut off or damaged"),
    "its mark alone": (b"%PDF-", "cut off or damaged"),
    "pages in a circle": (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Kids[2 0 R]>>endobj trailer<</Root 1 0 R>>",
        "cut off or damaged",
    ),
    "no text": (pdf([""]), "no text at all"),
    "text turned into outlines": (pdf(["0 0 m 5 9 l 9 3 l f " * 500]), "turned into outlines"),
    "a million pages": (pdf([PAGE.content()], count=1_000_000), "1,000,000, beyond the limit of 500"),
    "private characters": (pdf(["BT /F 16 Tf 1 0 0 1 90 700 Tm <e001e002e003e004> Tj ET"]), "gibberish"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_read_is_refused_with_its_reason(what: str) -> None:
    data, expected = REFUSED[what]
    assert expected in reason(data)


def test_limits_are_named() -> None:
    assert "pages is 3, beyond the limit of 2" in reason(pdf([PAGE.content()] * 3), Limits(pdf_pages=2))
    assert "elements is beyond the limit of 10" in reason(GOOD, Limits(xml_nodes=10))
    assert "time taken is beyond the limit of 0.001 seconds" in reason(GOOD, Limits(timeout=0.001))
    assert "size is" in reason(GOOD + b" " * 2**20, Limits(file_mb=1))
    assert "cells in one table is" in reason(GOOD, Limits(table_cells=2))


def test_without_the_extra_the_install_command_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    assert extract([GOOD], LIMITS) == [reasons.MISSING]
    assert 'pip install "reportlint[pdf]"' in reasons.MISSING.advice.zh
    assert 'pip install "reportlint[pdf]"' in reasons.MISSING.advice.en


class _NotHere:
    """What keeps a module from being found."""

    @staticmethod
    def find_spec(name: str, *_: object) -> None:
        if name == "pypdfium2":
            raise ModuleNotFoundError(name)


def test_an_extra_that_somebody_keeps_away_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "pypdfium2", raising=False)
    monkeypatch.setattr(sys, "meta_path", [_NotHere(), *sys.meta_path])
    assert extract([GOOD], LIMITS) == [reasons.MISSING]


def test_a_program_that_is_no_interpreter_is_not_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(process, "Child", None)
    assert extract([GOOD], LIMITS) == [reasons.NOT_STARTED]


def test_one_child_reads_several_and_a_new_one_goes_on_when_it_dies(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[process.Child] = []

    class Fragile(process.Child):
        def __init__(self) -> None:
            super().__init__()
            started.append(self)

        def read(self, data: bytes, limits: Limits) -> Pages | Refusal:
            if data == b"deadly":
                self._process.kill()
            return super().read(data, limits)

    monkeypatch.setattr(process, "Child", Fragile)
    found = extract([GOOD, b"nothing", GOOD, b"deadly", GOOD], LIMITS)
    assert [found[0], found[2], found[4]] == [found[0]] * 3
    assert isinstance(found[0], Pages)
    assert [found[1], found[3]] == [reasons.DAMAGED] * 2
    assert len(started) == 2
    assert all(child._process.poll() is not None for child in started)


def test_a_component_that_does_not_start_is_no_fault_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "_CHILD", "lint.readers.pdf.no_such_module")
    assert extract([GOOD, GOOD], LIMITS) == [reasons.NOT_STARTED] * 2
    monkeypatch.setattr(sys, "executable", str(Path(__file__).parent))
    assert extract([GOOD], LIMITS) == [reasons.NOT_STARTED]


def test_an_interrupt_leaves_no_child(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[process.Child] = []

    class Interrupted(process.Child):
        def _received(self, *_: object) -> Pages | Refusal:
            started.append(self)
            raise KeyboardInterrupt

    monkeypatch.setattr(process, "Child", Interrupted)
    with pytest.raises(KeyboardInterrupt):
        extract([GOOD], LIMITS)
    assert started[0]._process.poll() is not None


def test_a_child_ends_when_its_parent_does() -> None:
    script = (
        "import sys, time\nfrom lint.readers.pdf.process import Child\n"
        "child = Child()\nprint(child._process.pid, flush=True)\ntime.sleep(60)\n"
    )
    root = str(Path(__file__).parents[3])
    with subprocess.Popen([sys.executable, "-c", script], cwd=root, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        child = Path("/proc") / parent.stdout.readline().strip()
        if not child.exists():
            parent.kill()
            pytest.skip("no /proc to look into")
        parent.kill()
    deadline = time.monotonic() + 20
    while child.exists() and "Z" not in (child / "stat").read_text(encoding="utf-8").rpartition(")")[2][:3]:
        assert time.monotonic() < deadline, "the child outlived its parent"
        time.sleep(0.05)


def test_mutated_files_give_a_document_or_a_reason() -> None:
    chance = random.Random(4)  # noqa: S311 - the same files every time
    plain = unpacked(GOOD)
    files = []
    for number in range(60):
        data = bytearray(plain if number % 2 else GOOD)
        for _ in range(1 + number):
            data[chance.randrange(len(data))] = chance.randrange(256)
        files.append(bytes(data))
    started = time.monotonic()
    for found in extract(files, LIMITS):
        if isinstance(found, Pages):
            with contextlib.suppress(UnreadableDocument):
                assert read_pages(found, "report.pdf", LIMITS).blocks
        else:
            assert found.reason.zh
    assert time.monotonic() - started < 60


def unpacked(data: bytes) -> bytes:
    """Return the file with a page whose content is not packed, so that mutations reach its operators."""
    body = PAGE.content().encode()
    return data + b"\n5 0 obj\n<</Length %d>>stream\n%s\nendstream\nendobj\ntrailer<</Size 9/Root 1 0 R>>\n" % (
        len(body),
        body,
    )
