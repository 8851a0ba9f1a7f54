"""The handbook says the same in both languages, and what it says can be done."""

from __future__ import annotations

import re
import tomllib

import pytest

from lint.checks.binding import bind
from lint.forms import load_pack
from lint.forms.fields import Fields, load_toml
from lint.forms.kinds import load_kinds
from lint.forms.overlay import overlay_of
from lint.forms.rule import read_rule
from lint.forms.store import rules_folder
from lint.model import Phrase
from lint.reporters.handbook import handbook, rules_page
from lint.reporters.rulebook import Entry
from lint.reporters.style import Style

TEXTS = {lang: (rules_folder() / "handbook" / f"{lang}.md").read_text(encoding="utf-8") for lang in ("zh", "en")}
FENCE = re.compile(r"^ *```(\w+)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)


def blocks(lang: str, kind: str) -> list[str]:
    """What stands between fences, with its comments left out."""
    found = [text for word, text in FENCE.findall(TEXTS[lang]) if word == kind]
    return ["\n".join(line.strip() for line in text.splitlines() if not line.strip().startswith("#")) for text in found]


@pytest.mark.parametrize("kind", ["toml", "sh"])
def test_both_languages_show_the_same(kind: str) -> None:
    assert blocks("zh", kind) == blocks("en", kind)
    assert blocks("zh", kind)


def test_both_languages_have_the_same_parts() -> None:
    headings = {lang: re.findall(r"^#+(?= )", text, re.MULTILINE) for lang, text in TEXTS.items()}
    assert headings["zh"] == headings["en"]
    for text in TEXTS.values():
        assert set(re.findall(r"<<(\w+)>>", text)) == {"severities", "requirements", "facts", "kinds"}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_reference_is_filled_in(lang: str) -> None:
    page = handbook(TEXTS[lang], load_kinds(), Style(lang=lang))
    assert "<<" not in page
    for kind in load_kinds().kinds:
        assert f"### {kind.name}\n" in page
    assert "| `{where}` |" in page
    assert "| `section:KEY` |" in page


def test_links_within_the_page_lead_somewhere() -> None:
    for lang, text in TEXTS.items():
        titles = re.findall(r"^##+ (.+)$", text, re.MULTILINE)
        anchors = {title.lower().replace(" ", "-") for title in titles}
        assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= anchors, lang


@pytest.mark.parametrize("text", blocks("zh", "toml"))
def test_every_rule_shown_is_a_rule(text: str) -> None:
    pack = load_pack("cn-disclosure")
    data = tomllib.loads(text)
    if "extends" in data:
        assert overlay_of(data, "local.toml").rules
    for rule in data.get("rule", ()):
        made = read_rule(Fields(rule, "shown.toml", ""), "shown.toml")
        if made.code != "MF001":  # of a form that is yet to be made
            bind(made, pack.templates)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_every_key_of_a_template_is_told(lang: str, edition: str) -> None:
    told = TEXTS[lang].split("\n## ")[-2]
    keys = _keys(load_toml(rules_folder() / "cn-disclosure" / f"{edition}.toml"))
    assert [key for key in sorted(keys) if not re.search(rf"\b{key}\b", told)] == []


def _keys(data: object) -> set[str]:
    if isinstance(data, dict):
        return {str(key) for key in data} - {"zh", "en"} | {key for value in data.values() for key in _keys(value)}
    return {key for value in data for key in _keys(value)} if isinstance(data, list) else set()


def test_a_page_of_rules() -> None:
    rule = Entry(
        "AR001", "column-balance", "error", Phrase("相差", "off"), Phrase("注", "note"), Phrase("核对", "check")
    )
    both = [rule, rule._replace(severity="info", since=2020, until=2020)]
    early, late = load_pack("cn-disclosure").templates[:2]
    page = rules_page(both, [early, late], Style())
    assert f"# {late.title}：规则\n" in page
    assert f"适用于{early.name.zh}和{late.name.zh}，" in page
    assert f"标“（{early.edition} 年版）”" in page
    assert f"`reportlint form build cn-disclosure/{late.edition} -o 空白表.docx`" in page
    alone = rules_page(both, [late], Style(lang="en"))
    assert early.name.en not in alone
    assert f"`reportlint form build cn-disclosure/{late.edition} -o blank.docx`" in alone
    assert "| [AR001](#ar001-column-balance) | 错误／提示 | 相差 |\n" in page
    assert page.count("## AR001") == 1
