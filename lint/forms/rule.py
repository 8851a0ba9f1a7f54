"""Rules: one sentence of the form made checkable, as data. What a check makes of `options` is the check's affair."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from lint.errors import PackError
from lint.findings import SEVERITIES, Severity
from lint.forms.fields import Fields, load_toml
from lint.model import Phrase

_CODE = re.compile(r"[A-Z]{2}\d{3}")
_NAME = re.compile(r"[a-z]+(-[a-z]+)*")


class Rule(NamedTuple):
    """A rule of a form. `requires` names what must be there for a verdict: "year", "section:KEY", "table:KEY" …

    `{source}` in `basis` is what the edition rests on. A code may stand several times, for years that do not overlap.
    """

    code: str
    name: str
    severity: Severity
    check: str
    basis: Phrase
    message: Phrase
    advice: Phrase
    requires: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None
    options: dict[str, Any] = {}  # noqa: RUF012 - never written to
    file: str = ""
    off: bool = False  # an overlay has switched it off

    def error(self, key: str, zh: str, en: str) -> PackError:
        """Return the error for one key of this rule."""
        return PackError(self.file, self.code, key, Phrase(zh, en))


def read_rules(path: Path) -> tuple[Rule, ...]:
    """Read the rules of a form; PackError names file, code and key of any mistake."""
    fields = Fields(load_toml(path), path.name, "")
    rules = tuple(read_rule(each, path.name) for each in fields.tables("rule"))
    fields.done()
    refuse_doubles(rules)
    return rules


def refuse_doubles(rules: Iterable[Rule]) -> None:
    """Refuse a code or name that another rule has; the same rule may stand several times, for different years."""
    seen: dict[str, list[Rule]] = {}
    for rule in rules:
        for name in (rule.code, rule.name):
            others = seen.setdefault(name, [])
            if any((other.code, other.name) != (rule.code, rule.name) or _overlap(other, rule) for other in others):
                raise rule.error("code", f"“{name}”已有另一条规则使用", f"“{name}” is taken by another rule")
            others.append(rule)


def _overlap(one: Rule, other: Rule) -> bool:
    """Tell whether both rules are due in some year."""
    return (one.since or 0) <= (other.until or 9999) and (other.since or 0) <= (one.until or 9999)


def read_rule(fields: Fields, file: str) -> Rule:
    """Return the rule that one [[rule]] describes; `file` is how errors name where it stands."""
    code = fields.text("code")
    fields = fields.named(code)
    code = fields.text("code")
    if not _CODE.fullmatch(code):
        raise fields.error("code", "应为两个大写字母加三位数字", "must be two capitals and three digits")
    name = fields.text("name")
    if not _NAME.fullmatch(name):
        raise fields.error("name", "应为小写英文单词，用连字符连接", "must be lower-case words joined by hyphens")
    severity = fields.text("severity")
    if severity not in SEVERITIES:
        raise fields.error("severity", "只能是 error、warning 或 info", "must be error, warning or info")
    zh, en = fields.table("zh"), fields.table("en")
    since, until = years(fields)
    rule = Rule(
        code=code,
        name=name,
        severity=severity,
        check=fields.text("check"),
        basis=fields.phrase("basis"),
        message=Phrase(zh.text("message"), en.text("message")),
        advice=Phrase(zh.text("advice"), en.text("advice")),
        requires=fields.texts("requires"),
        since=since,
        until=until,
        options=fields.raw("with"),
        file=file,
    )
    for part in (zh, en, fields):
        part.done()
    return rule


def years(fields: Fields) -> tuple[int | None, int | None]:
    """Return the first and the last report year as `since` and `until` give them, None where they do not."""
    since, until = fields.number("since"), fields.number("until")
    for key, year in (("since", since), ("until", until)):
        if year is not None and not 1990 <= year <= 2100:
            raise fields.error(key, "应为年份", "must be a year")
    if since and until and until < since:
        raise fields.error("until", "不能早于 since", "must not be before since")
    return since, until
