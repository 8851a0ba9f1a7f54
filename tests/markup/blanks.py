"""Blank forms of both editions, nobody's and somebody's, built once."""

from __future__ import annotations

from functools import cache

from lint.forms import load_template
from lint.forms.store import rules_folder
from lint.forms.template import Template
from lint.markup.blank import blank_form
from lint.markup.words import Words, read_words

EDITIONS = ("2019", "2021")
BODY = "青溪县柳林镇人民政府"
BLANKS = [(edition, body) for edition in EDITIONS for body in ("", BODY)]


@cache
def template(edition: str) -> Template:
    return load_template("cn-disclosure", edition)


@cache
def words() -> Words:
    return read_words(rules_folder() / "cn-disclosure")


@cache
def blank(edition: str, body: str = "") -> bytes:
    return blank_form(template(edition), words(), body=body, year=int(edition) if body else None)
