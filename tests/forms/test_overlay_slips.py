"""Every slip of the pen in an overlay is refused by file, code or table, and key."""

from __future__ import annotations

import copy
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.errors import PackError
from lint.rulebook import load_rulebook
from tests.forms.overlay_files import FULL, HEAD, Writer


@pytest.fixture
def writer(tmp_path: Path) -> Writer:
    return Writer(tmp_path)


RULE = FULL[FULL.index("[[rule]]") : FULL.index("[[change]]")]


@pytest.mark.parametrize(
    ("text", "where", "key"),
    [
        pytest.param('[severity]\nDT01 = "info"\n', "", "severity.DT01", id="unknown code"),
        pytest.param('[severity]\nDT001 = "fatal"\n', "", "severity.DT001", id="unknown severity"),
        pytest.param("[severity]\nDT001 = 3\n", "", "severity.DT001", id="a severity that is no text"),
        pytest.param('[[change]]\ncode = "ST0010"\nsince = 2022\n', "ST0010", "code", id="change of an unknown code"),
        pytest.param('[[change]]\ncode = "ST006"\n', "ST006", "code", id="change of nothing"),
        pytest.param('[[change]]\ncode = "ST010"\nsince = 2022\n', "ST010", "year", id="which of two"),
        pytest.param('[[change]]\ncode = "ST010"\nyear = 2018\nseverity = "info"\n', "ST010", "year", id="none due"),
        pytest.param('[[change]]\ncode = "ST007"\nuntil = 2020\n', "ST007", "until", id="ends before it begins"),
        pytest.param('[[change]]\ncode = "ST007"\nuntil = 20\n', "ST007", "until", id="no year"),
        pytest.param('[[change]]\ncode = "ST007"\nwith = { longst = 9 }\n', "ST007", "with.longst", id="option"),
        pytest.param('[[change]]\ncode = "ST007"\nwith = { longest = -9 }\n', "ST007", "with.longest", id="below zero"),
        pytest.param('[[change]]\ncode = "ST007"\nextend = { longest = 9 }\n', "ST007", "extend.longest", id="number"),
        pytest.param('[[change]]\ncode = "ST010"\nextend = { patern = "x" }\n', "ST010", "extend.patern", id="extends"),
        pytest.param('[[change]]\ncode = "ST010"\nextend = { pattern = 9 }\n', "ST010", "extend.pattern", id="type"),
        pytest.param('[[change]]\ncode = "ST010"\nextend = { pattern = "" }\n', "ST010", "extend.pattern", id="blank"),
        pytest.param(
            '[[change]]\ncode = "ST010"\nextend = { pattern = "(" }\n', "ST010", "extend.pattern", id="pattern"
        ),
        pytest.param('[[change]]\ncode = "DT012"\nextend = { levels = "镇" }\n', "DT012", "extend.levels", id="list"),
        pytest.param('[[change]]\ncode = "DT012"\nextend = { levels = ["镇"] }\n', "DT012", "with.levels", id="levels"),
        pytest.param('[[change]]\ncode = "DT012"\nwith = { levels = [""] }\n', "DT012", "with.levels", id="empty line"),
        pytest.param(
            '[[change]]\ncode = "ST006"\nextend = { topics = { "监督保障" = 9 } }\n',
            "ST006",
            "extend.topics.监督保障",
            id="topic",
        ),
        pytest.param('[[change]]\ncode = "ST010"\nzh = { message = "{a}" }\n', "ST010", "zh.message", id="fact"),
        pytest.param(RULE.replace("QX001", "ST099"), "ST099", "code", id="letters of the shipped rules"),
        pytest.param(RULE + RULE, "QX001", "code", id="code taken"),
        pytest.param(RULE.replace("missing-proposals", "missing-row"), "QX001", "code", id="name taken"),
        pytest.param(RULE.replace('check = "statement"', 'check = "statment"'), "QX001", "check", id="unknown check"),
        pytest.param(RULE.replace('section = "other"', 'section = "othr"'), "QX001", "with.section", id="section"),
        pytest.param(RULE.replace("{heading}", "{heding}"), "QX001", "zh.message", id="unknown fact"),
        pytest.param('[[section]]\nkey = "more"\n', "", "section", id="a section is no matter for an overlay"),
    ],
)
def test_a_slip_is_refused_by_file_code_and_key(writer: Writer, text: str, where: str, key: str) -> None:
    with pytest.raises(PackError) as refused:
        writer.load(HEAD + text)
    assert (refused.value.where, refused.value.key) == (where, key)
    assert refused.value.file == (writer.folder / "area.toml").as_posix()


def places(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:  # noqa: ANN401 - TOML
    """Every key of every table, as a path."""
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        if isinstance(key, str):
            yield (*path, key)
        yield from places(value, (*path, key))


DATA = tomllib.loads(FULL)
# Names given to topics are free; one more is another demand, not a slip.
EVERY = [(*path, spoil) for path in places(DATA) for spoil in ("misspelt", "other kind")]
SLIPS = [place for place in EVERY if not (place[-1] == "misspelt" and "topics" in place[:-2])]


@settings(max_examples=len(SLIPS) * 2, deadline=None)
@given(st.sampled_from(SLIPS))
def test_any_slip_in_an_overlay_is_refused_by_name(slip: tuple[str | int, ...]) -> None:
    *path, spoil = slip
    data: Any = copy.deepcopy(DATA)
    holder = data
    for step in path[:-1]:
        holder = holder[step]
    value = holder.pop(path[-1])
    holder[f"{path[-1]}x" if spoil == "misspelt" else path[-1]] = value if spoil == "misspelt" else 3.5
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("lint.forms.overlay_chain._missing", lambda *_: None)
        patch.setattr("lint.forms.overlay_chain.load_toml", lambda _: data)
        with pytest.raises(PackError) as refused:
            load_rulebook(Path("area.toml"))
    assert refused.value.file == "area.toml"
    assert refused.value.key


@pytest.mark.parametrize(
    ("text", "where", "key"),
    [
        pytest.param('[[change]]\ncode = "ST007"\nseverity = "error"\n' * 2, "ST007", "code", id="changed twice"),
        pytest.param(
            '[severity]\nST007 = "info"\n[[change]]\ncode = "ST007"\nseverity = "error"\n',
            "ST007",
            "severity",
            id="two severities",
        ),
        pytest.param(
            '[[change]]\ncode = "DT012"\nwith = { levels = ["01-20 镇"] }\nextend = { levels = ["01-21 乡"] }\n',
            "DT012",
            "extend.levels",
            id="replaced and extended",
        ),
        pytest.param(
            '[[change]]\ncode = "ST010"\nextend = { pattern = "b)|(a" }\n', "ST010", "extend.pattern", id="torn"
        ),
        pytest.param(
            '[[change]]\ncode = "ST012"\nextend = { pattern = "(a+)+b" }\n', "ST012", "extend.pattern", id="slow"
        ),
        pytest.param('[[change]]\ncode = "ST010"\nyear = 2023\nsince = 2020\n', "ST010", "since", id="years overlap"),
        pytest.param(
            '[[alias]]\nsection = "problems"\nheadings = ["五、"]\n', "problems", "headings[1]", id="no wording"
        ),
    ],
)
def test_a_contradiction_is_refused_in_the_overlay(writer: Writer, text: str, where: str, key: str) -> None:
    with pytest.raises(PackError) as refused:
        writer.load(HEAD + text)
    assert (refused.value.where, refused.value.key) == (where, key)
    assert refused.value.file.endswith(".toml")
    assert "rules.toml" not in refused.value.file


@pytest.mark.parametrize("text", ["a = " + "[" * 3000, "a = " + "9" * 5001], ids=["nested", "a number without end"])
def test_what_no_reader_of_toml_can_take_is_refused(writer: Writer, text: str) -> None:
    with pytest.raises(PackError, match="TOML"):
        writer.load(text)


@pytest.mark.parametrize("message", ["{where.__class__}", "{where[0]}", "{where!r}", "{where:>9}", "{}"])
def test_a_message_holds_plain_names_of_facts_only(writer: Writer, message: str) -> None:
    change = f'[[change]]\ncode = "TB003"\nzh = {{ message = "{message}" }}\n'
    with pytest.raises(PackError) as refused:
        writer.load(HEAD + change)
    assert refused.value.key == "zh.message"
