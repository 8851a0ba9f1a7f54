from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it ships no types
from jsonschema.exceptions import ValidationError  # type: ignore[import-untyped]  # likewise

import lint
from lint.reporters.structured import SCHEMA_FILE, render
from lint.reporters.style import Style
from tests.reporters.made_up import FAILED, REPORTS

SHARED = Path(__file__).parents[3] / "shared" / "real"
Trail = tuple[str | int, ...]


def _validator() -> Draft202012Validator:
    schema = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def _output() -> Any:  # noqa: ANN401 - JSON
    return json.loads(render(REPORTS, Style()))


def test_output_fits_the_schema() -> None:
    _validator().validate(_output())


@pytest.mark.skipif(not SHARED.is_dir(), reason="the real reports are not here")
@pytest.mark.parametrize("path", sorted(SHARED.glob("*")), ids=lambda path: path.name)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_output_for_real_reports_fits_the_schema(path: Path, lang: str) -> None:
    output = json.loads(render([lint.check_file(path, lang=lang)], Style(lang=lang)))
    _validator().validate(output)
    assert output["reports"][0]["findings"]


def _objects(value: Any, trail: Trail = ()) -> list[Trail]:  # noqa: ANN401 - JSON
    found = [trail] if isinstance(value, dict) else []
    pairs: Any = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in pairs:
        found += _objects(inner, (*trail, key))
    return found


def _at(value: Any, trail: Trail) -> Any:  # noqa: ANN401 - JSON
    for key in trail:
        value = value[key]
    return value


@pytest.mark.parametrize("trail", _objects(_output()), ids=lambda trail: ".".join(map(str, trail)) or "whole")
def test_schema_is_strict(trail: Trail) -> None:
    extended = _output()
    _at(extended, trail)["surprise"] = None
    with pytest.raises(ValidationError, match="surprise"):
        _validator().validate(extended)
    for key in list(_at(_output(), trail)):
        shortened = _output()
        del _at(shortened, trail)[key]
        with pytest.raises(ValidationError, match=key):
            _validator().validate(shortened)


def test_layout() -> None:
    text = render([FAILED], Style(lang="en", quiet=True))
    assert text.startswith('{\n  "schema": 1,\n')
    assert text.endswith("}\n")
    assert "自然人" in text


def test_content() -> None:
    output = _output()
    assert output["tool"] == {"name": "reportlint", "version": lint.__version__}
    assert output["summary"] == {
        "files": 3, "passed": 1, "failed": 1, "unreadable": 1, "error": 2, "warning": 1, "info": 1, "unchecked": 2,
    }  # fmt: skip
    heading, style, balance = output["reports"][1]["findings"]
    assert heading["location"] == {
        "part": "一", "block": 3, "line": 7, "table": None, "row": None, "row_label": None, "column": None,
        "column_label": None, "cell": None, "text": "一、总体\x1b[31m",
    }  # fmt: skip
    assert style["location"]["line"] is None
    assert balance["location"]["cell"] == [8, 4]
    assert [place["value"] for place in balance["related"]] == ["5", "1,203"]
    assert balance["url"] is None
    assert output["reports"][2]["findings"][0]["location"]["part"] is None
    assert output["reports"][2]["status"] == "unreadable"
    assert [report["adjusted"] for report in output["reports"]] == [[], [], []]
    said = ("某区要求（area.toml）停用了规则 ST016",)
    adjusted = json.loads(render([FAILED._replace(adjusted=said)], Style()))
    assert adjusted["reports"][0]["adjusted"] == list(said)
    _validator().validate(adjusted)
