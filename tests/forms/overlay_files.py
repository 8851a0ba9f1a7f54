"""Overlays to load in tests: one that says all that an overlay can, and a writer of further ones."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from lint.forms.rule import Rule
from lint.rulebook import Rulebook, load_rulebook

FULL = """
extends = "cn-disclosure/2021"
name = { zh = "某市要求", en = "City demands" }
source = "某政办〔2024〕1号"

[severity]
DT001 = "error"
TB010 = "info"
ST016 = "off"

[[rule]]
code = "QX001"
name = "missing-proposals"
check = "statement"
severity = "error"
since = 2022
until = 2030
basis = { zh = "{source}：第六部分", en = "{source}: part 六" }
requires = ["section:other"]
with = { section = "other", pattern = "提案" }
zh = { message = "“{heading}”没有写", advice = "请补写。" }
en = { message = "“{heading}” lacks it", advice = "Add it." }

[[change]]
code = "ST010"
year = 2021
since = 2021
until = 2035
severity = "warning"
basis = { zh = "{source}", en = "after {source}" }
with = { section = "other" }
extend = { pattern = "收取" }
zh = { message = "没有写收费", advice = "请补写收费。" }
en = { message = "no word on fees", advice = "Add one." }

[[change]]
code = "ST006"
extend = { topics = { "主动公开" = "公示", "政策解读" = "解读" } }

[[alias]]
section = "problems"
headings = ["问题与改进"]

[[alias]]
table = "applications"
row = "granted"
labels = ["（一）已公开"]

[[alias]]
table = "applications"
column = "business"
labels = ["企业"]
"""
HEAD = 'extends = "cn-disclosure"\nname = { zh = "某区要求", en = "District demands" }\nsource = "某文"\n'


class Writer(NamedTuple):
    """Writes overlays into a folder and loads them."""

    folder: Path

    def write(self, text: str, name: str = "area.toml") -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def load(self, text: str, name: str = "area.toml") -> Rulebook:
        return load_rulebook(self.write(text, name))

    def said(self, text: str, lang: str = "zh") -> list[str]:
        return [sentence.in_language(lang) for sentence in self.load(HEAD + text).adjusted]


def rules(book: Rulebook, code: str) -> list[Rule]:
    return [rule for rule in book.pack.rules if rule.code == code]
