"""Overlays: a TOML file with what a province or district demands beyond a form, read into an Overlay.

What such a file may hold; everything but the first three lines may be left out:

    extends = "cn-disclosure"  # a form, name/edition, or a file (template, blank form, overlay) as seen from this one
    name = { zh = "…", en = "…" }
    source = "…"  # what the demands rest on; {source} in a basis of this file

    [severity]
    DT001 = "warning"  # error, warning, info or off

    [[rule]]  # a further rule, as in rules.toml, under letters of one's own

    [[change]]  # severity, since, until, basis, zh and en as in a rule; what is not given stays as it is
    code = "DT012"
    year = 2024  # where a code stands several times: only the rule due in this year
    with = { otherwise = "03-20" }  # options put in place of the old ones
    extend = { levels = ["…"] }  # a list gets items in front, a pattern an alternative, a table entries or alternatives

    [[alias]]  # further accepted wordings
    section = "problems"
    headings = ["…"]

    [[alias]]
    table = "applications"
    row = "granted"  # or column
    labels = ["…"]
"""

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple, cast, get_args

from lint.errors import PackError
from lint.findings import SEVERITIES, Severity
from lint.forms.fields import Fields
from lint.forms.rule import Rule, read_rule, years
from lint.language.wording import CHINESE_DIGITS, bare, fold, split_number
from lint.model import Phrase

OFF = "off"
Axis = Literal["section", "row", "column"]


class Change(NamedTuple):
    """What is to be otherwise in the shipped rules of one code; None, "" and {} mean: as it is."""

    code: str
    year: int | None
    severity: Severity | None
    since: int | None
    until: int | None
    basis: Phrase | None
    message: Phrase
    advice: Phrase
    replaced: Mapping[str, Any]
    added: Mapping[str, Any]
    file: str

    def error(self, key: str, zh: str, en: str) -> PackError:
        """Return the error for one key of this change."""
        return PackError(self.file, self.code, key, Phrase(zh, en))


class Alias(NamedTuple):
    """Further accepted wordings of a section, or of a row or column of a table ("" for a section)."""

    table: str
    axis: Axis
    key: str
    wordings: tuple[str, ...]
    file: str

    def error(self, key: str, zh: str, en: str) -> PackError:
        """Return the error for one key of this alias."""
        return PackError(self.file, self.table or self.key, key, Phrase(zh, en))


class Overlay(NamedTuple):
    """A file of further demands. `severities` holds a severity or "off" by code; `file` is how errors name it."""

    file: str
    extends: str
    name: Phrase
    source: str
    severities: Mapping[str, str]
    rules: tuple[Rule, ...]
    changes: tuple[Change, ...]
    aliases: tuple[Alias, ...]

    def error(self, key: str, zh: str, en: str) -> PackError:
        """Return the error for one key of the file."""
        return PackError(self.file, "", key, Phrase(zh, en))


def overlay_of(data: Mapping[str, Any], file: str) -> Overlay:
    """Return the overlay that a TOML file's data describe.

    PackError names file, code or table, and key of any mistake.
    """
    fields = Fields(data, file, "")
    source = fields.text("source")
    overlay = Overlay(
        file=file,
        extends=fields.text("extends"),
        name=fields.phrase("name"),
        source=source,
        severities=_severities(fields),
        rules=tuple(_resting_on(source, read_rule(each, file)) for each in fields.tables("rule", required=False)),
        changes=tuple(_change(each, file, source) for each in fields.tables("change", required=False)),
        aliases=tuple(_alias(each, file) for each in fields.tables("alias", required=False)),
    )
    fields.done()
    _refuse_contradictions(overlay)
    return overlay


def _refuse_contradictions(overlay: Overlay) -> None:
    """Refuse two changes of one rule, and a severity given in two places."""
    seen: set[tuple[str, int | None]] = set()
    for change in overlay.changes:
        if (change.code, change.year) in seen:
            raise change.error("code", "这条规则改了两次，请并在一处", "is changed twice; put both changes in one")
        seen.add((change.code, change.year))
        if change.severity and change.code in overlay.severities:
            raise change.error("severity", "[severity] 里也写了级别", "is given under [severity] too")


def _severities(fields: Fields) -> dict[str, str]:
    levels = fields.raw("severity")
    for code, level in levels.items():
        if level not in (*SEVERITIES, OFF):
            zh, en = "只能是 error、warning、info 或 off", "must be error, warning, info or off"
            raise fields.error(f"severity.{code}", zh, en)
    return levels


def _resting_on(source: str, rule: Rule) -> Rule:
    return rule._replace(basis=_sourced(rule.basis, source))


def _sourced(basis: Phrase, source: str) -> Phrase:
    """Return a basis with the overlay's own source in it; {source} would come to mean the form's."""
    kept = source.replace("{", "{{").replace("}", "}}")
    return Phrase(basis.zh.replace("{source}", kept), basis.en.replace("{source}", kept))


def _change(fields: Fields, file: str, source: str) -> Change:
    code = fields.text("code")
    fields = fields.named(code)
    severity = fields.text("severity", "")
    if severity and severity not in SEVERITIES:
        raise fields.error("severity", "只能是 error、warning 或 info", "must be error, warning or info")
    zh, en = fields.table("zh", required=False), fields.table("en", required=False)
    basis = _sourced(fields.phrase("basis"), source) if fields.raw("basis") else None
    since, until = years(fields)
    change = Change(
        code=fields.text("code"),
        year=fields.number("year"),
        severity=cast("Severity", severity) or None,
        since=since,
        until=until,
        basis=basis,
        message=Phrase(zh.text("message", ""), en.text("message", "")),
        advice=Phrase(zh.text("advice", ""), en.text("advice", "")),
        replaced=fields.raw("with"),
        added=fields.raw("extend"),
        file=file,
    )
    for part in (zh, en, fields):
        part.done()
    both = [key for key in change.replaced if key in change.added]
    if both:
        raise fields.error(f"extend.{both[0]}", "with 里也写了这一项", "is given under with too")
    if change == Change(code, change.year, None, None, None, None, Phrase("", ""), Phrase("", ""), {}, {}, file):
        raise fields.error("code", "没有写要改什么", "says nothing of what is to change")
    return change


def _alias(fields: Fields, file: str) -> Alias:
    axes = [axis for axis in get_args(Axis) if fields.text(axis, "")]
    if len(axes) != 1:
        zh, en = "section、row、column 要写一个，也只写一个", "give one of section, row and column, and only one"
        raise fields.error("row", zh, en)
    axis: Axis = axes[0]
    fields = fields.named(fields.text("section" if axis == "section" else "table"))
    what = "headings" if axis == "section" else "labels"
    alias = Alias(
        table="" if axis == "section" else fields.text("table"),
        axis=axis,
        key=fields.text(axis),
        wordings=fields.texts(what, required=True),
        file=file,
    )
    fields.done()
    if not alias.wordings:
        raise fields.error(what, "不能为空", "must not be empty")
    for rank, wording in enumerate(alias.wordings, 1):
        number, rest = split_number(fold(wording))
        if not bare(rest) or all(sign in CHINESE_DIGITS for sign in bare(rest)):
            raise fields.error(f"{what}[{rank}]", "不能为空", "must not be empty")
        if number and axis == "section":
            raise fields.error(f"{what}[{rank}]", "标题不带序号", "is to be without its number")
    return alias
