"""Any slip of the pen in form data ends in a sentence that names the place."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.forms.pack_files import DATA, places, refuses, replaced, spoiled, values

ALL = [(name, path) for name, data in DATA.items() for path in places(data)]
# Names given to topics are free; one more or less is another rule, not a slip.
FREE = {"topics"}
OPTIONS_WITH_DEFAULTS = {"over", "together", "with", "levels", "otherwise", "parts", "section", "sections"}
OPTIONAL = {
    *("aliases", "hint", "title", "stub", "stub_aliases", "kind", "unit", "note", "sum", "carry", "requires"),
    *("since", "until", "binding", "former", "codes"),
}


@settings(max_examples=400, deadline=None)
@given(
    st.sampled_from([place for place in ALL if not FREE & set(place[1][:-1])]),
    st.sampled_from(["misspelt", "lost", "other kind"]),
)
def test_any_slip_in_a_pack_is_refused_by_name(place: tuple[str, tuple[str | int, ...]], spoil: str) -> None:
    name, path = place
    if spoil == "lost" and (set(map(str, path)) & OPTIONAL or path[-1] in OPTIONS_WITH_DEFAULTS):
        return
    refuses(name, spoiled(name, path, spoil))


# Values that are names or numbers of something; in wordings and patterns nothing can tell a slip.
NAMES = {
    *("code", "name", "check", "severity", "requires", "kind", "fault", "over", "table", "sums", "section", "sections"),
    *(
        "form",
        "edition",
        "key",
        "numeral",
        "along",
        "identity",
        "unit",
        "from",
        "to",
        "rows",
        "columns",
        "codes",
        "kinds",
    ),
    "otherwise",
}
SLIPS: dict[str, Callable[[str], str]] = {
    "a letter lost": lambda text: text[:-1],
    "a letter too many": lambda text: f"{text}x",
    "a letter doubled": lambda text: f"{text[0]}{text}",
    "two letters exchanged": lambda text: f"{text[1]}{text[0]}{text[2:]}" if len(text) > 1 else f"{text}x",
}


def _is_name(path: tuple[str | int, ...]) -> bool:
    words = [step for step in path if isinstance(step, str)]
    if words[-1] in {"zh", "en", "labels", "title", "stub", "aliases", "stub_aliases"} or "topics" in words:
        return False
    return words[-1] in NAMES or words[0] in {"codes", "tables"}


NAMED = [(name, path, text) for name, data in DATA.items() for path, text in values(data) if _is_name(path)]


def test_there_are_names_of_every_kind() -> None:
    assert {next(step for step in reversed(path) if isinstance(step, str)) for _, path, _ in NAMED} >= NAMES - {"codes"}


@settings(max_examples=500, deadline=None)
@given(st.sampled_from(NAMED), st.sampled_from(sorted(SLIPS)))
def test_a_slip_in_any_name_is_refused(place: tuple[str, tuple[str | int, ...], str], slip: str) -> None:
    name, path, text = place
    typo = SLIPS[slip](text)
    if typo != text:
        refuses(name, replaced(name, path, typo))


FACTS = [
    (name, path, text, match.span(1))
    for name, data in DATA.items()
    for path, text in values(data)
    if path[-1] in {"message", "advice"} or (path[-1] in {"zh", "en"} and "basis" in path)
    for match in re.finditer(r"\{(\w+)\}", text)
]


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(FACTS), st.sampled_from(sorted(SLIPS)))
def test_a_slip_in_any_fact_of_a_message_is_refused(
    place: tuple[str, tuple[str | int, ...], str, tuple[int, int]], slip: str
) -> None:
    name, path, text, (start, end) = place
    typo = SLIPS[slip](text[start:end])
    if typo != text[start:end]:
        refuses(name, replaced(name, path, f"{text[:start]}{typo}{text[end:]}"))


@pytest.mark.parametrize("file", ["2019.toml", "2021.toml"])
@pytest.mark.parametrize("operator", ["=", "===", "!=", "<="])
def test_another_operator_than_equals_is_refused(file: str, operator: str) -> None:
    for name, path, text in NAMED:
        if name == file and path[-1] == "identity":
            refuses(name, replaced(name, path, text.replace("==", operator)))


@pytest.mark.parametrize("operator", ["-", "*", "++", "", ","])
def test_another_operator_than_plus_is_refused(operator: str) -> None:
    for name, path, text in NAMED:
        if path[-1] == "identity":
            refuses(name, replaced(name, path, text.replace("+", operator, 1)))
