"""A fixed set of cases of every kind, and the time that files of every shape may take as they grow."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress

import pytest

from lint.errors import UnreadableDocument
from lint.readers import read
from tests.fuzz.cases import Case
from tests.fuzz.growth import shapes
from tests.fuzz.kinds import KINDS, case_of, judged
from tests.whole.checking import busy, checked

SEEDS = {"archive": 10, "mail": 15, "pdf": 4, "soup": 120, "table": 60, "text": 25, "word": 30, "html": 20, "zip": 30}
_STEEPEST = 8  # times the work for four times the size; what grows with the square takes sixteen
_NO_MATTER = 60  # checks of one report: what takes less is not compared
_MOST = 1_500  # likewise: no case may take longer, however large
_SHAPES = shapes()


def _spent() -> float:
    return sum(os.times()[:4])  # with what child processes took


def _seconds(action: Callable[[], object]) -> float:
    started = _spent()
    action()
    return _spent() - started


@pytest.fixture(scope="module")
def unit() -> float:
    """Processor seconds of a fixed piece of work, by which all others here are measured."""
    return min(_seconds(lambda: [checked(busy()) for _ in range(10)]) for _ in range(3)) / 10


def test_every_kind_has_its_seeds() -> None:
    assert SEEDS.keys() == KINDS.keys()


@pytest.mark.parametrize("kind", KINDS)
def test_a_seed_gives_the_same_bytes_again(kind: str) -> None:
    assert [case_of(kind, seed) for seed in range(3)] == [case_of(kind, seed) for seed in range(3)]
    assert case_of(kind, 1) != case_of(kind, 2)


@pytest.mark.parametrize("kind", KINDS)
def test_cases_are_read_or_refused(kind: str) -> None:
    outcomes = set()
    for seed in range(SEEDS[kind]):
        try:
            outcomes.add(judged(kind, case_of(kind, seed)))
        except BaseException as error:
            error.add_note(f"python -m tests.fuzz --kind {kind} --seed {seed} --cases 1")
            raise
    assert "read" in outcomes or kind == "soup", "the changes leave nothing to read"


def _read_and_checked(case: Case) -> None:
    with suppress(UnreadableDocument):
        checked(read(case.data, case.name))


@pytest.mark.parametrize("name", _SHAPES)
def test_time_grows_with_the_size_and_not_with_its_square(name: str, unit: float) -> None:
    make, size = _SHAPES[name]
    small, large = make(size), make(4 * size)
    most = _seconds(lambda: _read_and_checked(large))
    assert most < _MOST * unit
    if most > _NO_MATTER * unit:
        least = _seconds(lambda: _read_and_checked(small))
        again = _seconds(lambda: _read_and_checked(large))  # whichever went undisturbed
        assert min(most, again) < _STEEPEST * least, f"{least / unit:.0f} units become {min(most, again) / unit:.0f}"
