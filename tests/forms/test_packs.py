"""Form data: complete in both languages, and what does not fit is refused by file, rule and key."""

from __future__ import annotations

import copy
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lint.checks import KINDS
from lint.errors import PackError
from lint.forms import load_pack
from lint.forms.examples import load_examples
from lint.forms.rule import Rule
from tests.forms.pack_files import DATA, PACK, RULES, load_data, refuses

EXAMPLES = {example.code for example in load_examples("cn-disclosure").examples}

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
