"""Form data: complete in both languages, and any slip of the pen in it ends in a sentence that names the place."""

from __future__ import annotations

import copy
import re
import shutil
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.checks import KINDS
from lint.errors import PackError
from lint.forms import load_pack
from lint.forms.examples import load_examples
from lint.forms.kept import keep, kept
from lint.forms.rule import Rule
from lint.forms.store import rules_folder
from lint.rulebook import load_rulebook

RULES = rules_folder()
FOLDER = RULES / "cn-disclosure"
PACK = load_pack("cn-disclosure")
EXAMPLES = {example.code for example in load_examples("cn-disclosure").examples}
FILES = {
    path.name: path
    for path in (RULES / "codes.toml", RULES / "general.toml", *sorted(FOLDER.glob("*.toml")))
    if not path.stem.startswith(("examples", "blank"))
}
DATA = {name: tomllib.loads(path.read_text(encoding="utf-8")) for name, path in FILES.items()}

CATALOGUE = {
    *(f"IN{n:03}" for n in range(1, 8)),
    *(f"ST{n:03}" for n in range(1, 19)),
    *(f"TB{n:03}" for n in range(1, 21) if n != 17),
    *(f"DT{n:03}" for n in range(1, 14) if n != 9),
    *(f"AR{n:03}" for n in range(1, 6)),
    *(f"PB{n:03}" for n in range(1, 5)),
}


def test_the_rules_of_the_catalogue_are_there() -> None:
    assert {rule.code for rule in PACK.rules} >= CATALOGUE


@pytest.mark.parametrize("rule", PACK.rules, ids=lambda rule: rule.code)
def test_a_rule_is_complete(rule: Rule) -> None:
    for wording in (rule.basis, rule.message, rule.advice):
        assert wording.zh.strip()
        assert wording.en.strip()
        assert any("\u4e00" <= sign <= "\u9fff" for sign in wording.zh) or "{" in wording.zh
        assert wording.zh != wording.en or "{" in wording.zh
    assert rule.code in EXAMPLES, "no example breaks it"


def test_every_kind_of_check_is_used() -> None:
    assert {rule.check for rule in PACK.rules} >= set(KINDS) - {"pattern"}  # which local rules are made of


def test_the_form_has_42_sums_and_200_figures() -> None:
    template = PACK.template("2021", None)
    figures = sum(len(band.columns) * len(band.rows) for table in template.tables for band in table.bands)
    sums = sum(
        sum(len(band.rows if each.along == "row" else band.columns) for band in table.bands)
        for table in template.tables
        for each in table.sums
    )
    assert (figures, sums) == (200, 42)


def places(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:  # noqa: ANN401 - TOML
    """Every key of every table, as a path."""
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        if isinstance(key, str):
            yield (*path, key)
        yield from places(value, (*path, key))


def spoiled(name: str, path: tuple[str | int, ...], spoil: str) -> dict[str, Any]:
    """The file's data with one key misspelt, lost, or holding another kind of value."""
    data: Any = copy.deepcopy(DATA[name])
    holder = data
    for step in path[:-1]:
        holder = holder[step]
    key = path[-1]
    value = holder.pop(key)
    if spoil == "misspelt":
        holder[f"{key}x"] = value
    elif spoil == "other kind":
        holder[key] = 3.5
    return dict(data)


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


def refuses(name: str, data: dict[str, Any]) -> None:
    """The pack with one file changed is refused; file, and rule or key, are named."""
    with pytest.raises(PackError) as refused:
        load_data(name, data)
    assert refused.value.file in FILES
    assert refused.value.key or refused.value.where


def load_data(name: str, data: dict[str, Any]) -> None:
    """Load the whole pack, one file's data replaced."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("lint.rulebook.recall", lambda _: None)
        patch.setattr("lint.rulebook.remember", lambda *_: None)
        for module in ("lint.forms.editions", "lint.forms.rule", "lint.forms.published"):
            patch.setattr(f"{module}.load_toml", lambda path: data if path.name == name else DATA[path.name])
        load_rulebook("cn-disclosure")


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


def values(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:  # noqa: ANN401
    """Every text, with its path."""
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        if isinstance(value, str):
            yield (*path, key), value
        yield from values(value, (*path, key))


def _is_name(path: tuple[str | int, ...]) -> bool:
    words = [step for step in path if isinstance(step, str)]
    if words[-1] in {"zh", "en", "labels", "title", "stub", "aliases", "stub_aliases"} or "topics" in words:
        return False
    return words[-1] in NAMES or words[0] in {"codes", "tables"}


NAMED = [(name, path, text) for name, data in DATA.items() for path, text in values(data) if _is_name(path)]


def replaced(name: str, path: tuple[str | int, ...], text: str) -> dict[str, Any]:
    data: Any = copy.deepcopy(DATA[name])
    holder = data
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = text
    return dict(data)


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


@pytest.mark.parametrize("name", ["general.toml", "rules.toml"])
def test_a_rule_that_stands_twice_is_refused(name: str) -> None:
    for rule in DATA[name]["rule"]:
        refuses(name, {"rule": [*DATA[name]["rule"], copy.deepcopy(rule)]})


@pytest.mark.parametrize(
    ("code", "change", "key"),
    [
        pytest.param("AR001", {"check": "ballance"}, "check", id="unknown check"),
        pytest.param("AR001", {"with": {"table": "aplications", "sums": ["row-total"]}}, "with.table", id="table"),
        pytest.param("AR001", {"with": {"table": "applications", "sums": ["colum"]}}, "with.sums", id="unknown sum"),
        pytest.param("AR001", {"requires": ["tables:applications"]}, "requires", id="unknown requirement"),
        pytest.param("ST009", {"with": {"sections": ["overviw"]}}, "with.sections", id="unknown section"),
        pytest.param("ST010", {"with": {"section": "other", "pattern": "(处理费"}}, "with.pattern", id="bad pattern"),
        pytest.param("AR001", {"zh": {"message": "{lefft}", "advice": "核对"}}, "zh.message", id="unknown fact"),
        pytest.param("AR001", {"en": {"message": "{left", "advice": "x"}}, "en.message", id="unbalanced brace"),
        pytest.param("AR001", {"zh": {"message": "{left!r}", "advice": "核对"}}, "zh.message", id="conversion"),
        pytest.param("AR001", {"severity": "fatal"}, "severity", id="unknown severity"),
        pytest.param("AR001", {"code": "AR002"}, "code", id="code taken"),
        pytest.param("TB010", {"with": {"fault": "blanks", "together": True}}, "with.fault", id="unknown fault"),
        pytest.param("ST001", {"with": {"kind": "missing-sektion"}}, "with.kind", id="unknown departure"),
        pytest.param("IN003", {"with": {"kinds": ["insertionn"]}}, "with.kinds[1]", id="unknown note"),
        pytest.param("IN003", {"with": {"kinds": []}}, "with.kinds", id="empty list"),
        pytest.param("ST007", {"with": {"section": "overview", "longest": -1}}, "with.longest", id="below zero"),
        pytest.param("DT012", {"with": {"fault": "late", "levels": ["0131 镇"]}}, "with.levels", id="no day"),
        pytest.param("DT012", {"with": {"fault": "late", "levels": ["01-31"]}}, "with.levels", id="no endings"),
        pytest.param("DT012", {"with": {"fault": "late", "otherwise": "02-30"}}, "with.otherwise", id="no such day"),
        pytest.param("ST010", {"since": -1}, "since", id="no year"),
    ],
)
def test_a_rule_that_does_not_fit_is_refused(code: str, change: dict[str, Any], key: str) -> None:
    file = next(
        name for name in ("general.toml", "rules.toml") if code in {rule["code"] for rule in DATA[name]["rule"]}
    )
    data = copy.deepcopy(DATA[file])
    rule = next(rule for rule in data["rule"] if rule["code"] == code)
    rule.update(change)
    with pytest.raises(PackError) as refused:
        load_data(file, data)
    assert refused.value.key == key
    assert refused.value.file in {file, "rules.toml"}  # the second of two with one code
    assert refused.value.where == change.get("code", code)


@pytest.mark.parametrize("identity", ["new", "new ==", "new - a == b", "new == a == b", "__import__('os') == a"])
def test_a_sum_is_names_and_plus_only(identity: str) -> None:
    data = copy.deepcopy(DATA["2021.toml"])
    data["table"][1]["sum"][0]["identity"] = identity
    with pytest.raises(PackError, match="identity"):
        load_data("2021.toml", data)


def test_a_sum_over_an_unknown_key_is_refused() -> None:
    data = copy.deepcopy(DATA["2021.toml"])
    data["table"][1]["sum"][0]["identity"] = "new + caried_in == processed + carried_out"
    with pytest.raises(PackError, match="carried_in"):
        load_data("2021.toml", data)


@pytest.mark.parametrize(
    ("spoil", "named"),
    [
        pytest.param(lambda folder: (folder / "rules.toml").unlink(), "rules.toml", id="no rules"),
        pytest.param(
            lambda folder: [path.unlink() for path in folder.glob("2*.toml")],
            "cn-disclosure",
            id="no edition",
        ),
        pytest.param(lambda folder: (folder / "rules.toml").write_bytes(b"\xff\xfe"), "rules.toml", id="no text"),
        pytest.param(lambda folder: (folder / "2021.toml").write_text("form = "), "2021.toml", id="no TOML"),
    ],
)
def test_a_pack_that_is_not_whole_is_refused_by_file(
    spoil: Callable[[Path], object], named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(RULES, tmp_path, dirs_exist_ok=True)
    spoil(tmp_path / "cn-disclosure")
    monkeypatch.setattr("lint.forms.rules_folder", lambda: tmp_path)
    with pytest.raises(PackError, match=named):
        load_pack("cn-disclosure")


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(RULES, tmp_path, dirs_exist_ok=True)
    path = tmp_path / "cn-disclosure" / "rules.toml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    monkeypatch.setattr("lint.forms.rules_folder", lambda: tmp_path)
    assert load_pack("cn-disclosure").rules == PACK.rules


class TestKept:
    """What is kept between runs may be lost, damaged or out of reach, and nothing is the worse for it."""

    def test_it_counts_for_the_same_text_only(self) -> None:
        keep("a-test", "text", {"a": 1})
        assert kept("a-test", "text") == {"a": 1}
        assert kept("a-test", "other text") is None
        assert kept("another-test", "text") is None

    @pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"text": "text"}', b"\xff"])
    def test_damage_is_passed_over(self, content: bytes, own_cache: Path) -> None:
        (own_cache / "a-damaged.json").write_bytes(content)
        assert kept("a-damaged", "text") is None

    def test_a_folder_in_its_place_leaves_nothing_behind(self, own_cache: Path) -> None:
        (own_cache / "a-folder.json").mkdir(exist_ok=True)
        keep("a-folder", "text", {})
        assert kept("a-folder", "text") is None
        assert not list(own_cache.glob("a-folder.*.tmp"))

    def test_a_cache_that_cannot_be_written(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (tmp_path / "file").write_text("")
        monkeypatch.setenv("REPORTLINT_CACHE_DIR", str(tmp_path / "file" / "below"))
        keep("a-test", "text", {})
        assert kept("a-test", "text") is None


# What scripts, waivers and other programs speak in; a key once published is never renamed.
PUBLISHED = {
    "disclosed": (
        "rules normative permits penalties coercion fees",
        "made repealed in_force decisions amount",
    ),
    "applications": (
        (
            "new carried_in granted partly_granted refused_secret refused_law refused_safety refused_third_party"
            " refused_internal refused_process refused_enforcement refused_inquiry unable_not_held unable_creation"
            " unable_unclear rejected_petition rejected_repeat rejected_publication rejected_massive rejected_confirm"
            " other_not_corrected other_fee_unpaid other_other processed carried_out"
        ),
        "natural business research public_interest legal_service other total",
    ),
    "disputes": (
        "cases",
        " ".join(
            f"{half}_{outcome}"
            for half in ("review", "direct", "after")
            for outcome in ("upheld", "corrected", "other", "pending", "total")
        ),
    ),
}


def test_the_keys_are_those_published() -> None:
    template = PACK.template("2021", None)
    sections = "overview disclosed applications disputes problems other"
    assert " ".join(spec.key for spec in template.sections) == sections
    found = {
        table.key: (
            " ".join(row.key for _, row in table.rows()),
            " ".join(dict.fromkeys(column.key for band in table.bands for column in band.columns)),
        )
        for table in template.tables
    }
    assert found == PUBLISHED
