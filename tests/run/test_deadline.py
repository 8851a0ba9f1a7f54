from __future__ import annotations

import _thread
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from importlib import import_module
from pathlib import Path

import pytest

from lint.run.deadline import Overdue, within


def busy(seconds: float) -> int:
    """Work in pure Python."""
    end = time.monotonic() + seconds
    rounds = 0
    while time.monotonic() < end:
        rounds += 1
    return rounds


@pytest.fixture(autouse=True)
def no_watcher_is_left() -> Iterator[None]:
    before = _thread._count()
    yield
    end = time.monotonic() + 5
    while _thread._count() > before and time.monotonic() < end:
        time.sleep(0.01)
    assert _thread._count() <= before


def test_work_in_time_is_left_alone() -> None:
    assert within(5, lambda: busy(0.01))


def test_work_that_takes_too_long_is_broken_off() -> None:
    started = time.monotonic()
    with pytest.raises(Overdue):
        within(0.1, lambda: busy(30))
    assert time.monotonic() - started < 3


def test_nothing_on_the_way_holds_it_up() -> None:
    def stubborn() -> None:
        for _ in range(300):
            with suppress(Exception):
                busy(0.1)

    started = time.monotonic()
    with pytest.raises(Overdue):
        within(0.1, stubborn)
    assert time.monotonic() - started < 3


class Swallowing:
    """What is raised in a destructor is swallowed by the interpreter."""

    def __del__(self) -> None:
        busy(0.4)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_one_that_was_swallowed_is_raised_again() -> None:
    def swallowed() -> None:
        thing = Swallowing()
        del thing
        busy(30)

    with pytest.raises(Overdue):
        within(0.1, swallowed)


def test_none_arrives_later() -> None:
    """The end of the work and that of its time fall together, in every order."""
    late = 0
    for turn in range(150):
        try:
            within(0.005, partial(busy, 0.005 + turn % 15 * 0.001))
        except Overdue:
            late += 1
        busy(0.0002)
    assert 0 < late < 150


def test_a_fault_in_the_work_stays_a_fault() -> None:
    with pytest.raises(ZeroDivisionError):
        within(5, lambda: 1 / 0)


# A thread that has not begun bears the number of the one that starts it, and may be hit in its place.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_none_arrives_later_however_often_threads_take_turns() -> None:
    """The interpreter may raise at the first step of any function, one that ends the watch included."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        for turn in range(3_000):
            with suppress(Overdue):
                within(0.0003, partial(busy, 0.0002 + turn % 30 * 0.00001))
        busy(0.6)  # as long as until one is raised again
    finally:
        sys.setswitchinterval(usual)


def test_an_import_is_not_broken_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A library in C whose import is broken off cannot be imported in this process any more."""
    (tmp_path / "imported_slowly.py").write_text("import time\ntime.sleep(0.3)\nDONE = True\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))

    def work() -> None:
        import_module("imported_slowly")
        busy(30)

    started = time.monotonic()
    with pytest.raises(Overdue):
        within(0.1, work)
    assert time.monotonic() - started < 3
    assert sys.modules["imported_slowly"].DONE


def test_work_done_while_something_is_imported_is_broken_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = (
        "from lint.run.deadline import Overdue, within\ntry:\n    within(0.1, lambda: [None for _ in iter(int, 1)])\n"
    )
    (tmp_path / "checks_at_once.py").write_text(f"{program}except Overdue:\n    LATE = True\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert import_module("checks_at_once").LATE
