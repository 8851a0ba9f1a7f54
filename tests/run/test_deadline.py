from __future__ import annotations

import _thread
import time
from collections.abc import Iterator
from contextlib import suppress

import pytest

from lint.run.deadline import Deadline, Overdue


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
    with Deadline(5):
        assert busy(0.01)


def test_work_that_takes_too_long_is_broken_off() -> None:
    started = time.monotonic()
    with pytest.raises(Overdue), Deadline(0.1):
        busy(30)
    assert time.monotonic() - started < 3


def test_nothing_on_the_way_holds_it_up() -> None:
    def stubborn() -> None:
        for _ in range(300):
            with suppress(Exception):
                busy(0.1)

    started = time.monotonic()
    with pytest.raises(Overdue), Deadline(0.1):
        stubborn()
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

    with pytest.raises(Overdue), Deadline(0.1):
        swallowed()


def test_none_arrives_later() -> None:
    """The end of the work and that of its time fall together, in every order."""
    late = 0
    for turn in range(150):
        try:
            with Deadline(0.005):
                busy(0.005 + turn % 15 * 0.001)
        except Overdue:
            late += 1
        busy(0.0002)
    assert 0 < late < 150


def test_a_fault_in_the_work_stays_a_fault() -> None:
    with pytest.raises(ZeroDivisionError), Deadline(5):
        1 / 0  # noqa: B018 - the fault
