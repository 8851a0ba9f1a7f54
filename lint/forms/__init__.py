"""Forms as data: an authority's editions and the rules made of them."""

from typing import NamedTuple

from lint.errors import PackError, UsageError
from lint.forms.editions import read_template
from lint.forms.fields import nearest
from lint.forms.rule import Rule, read_rules
from lint.forms.store import rules_folder
from lint.forms.template import Template
from lint.model import Phrase

_OTHERS = {"rules", "examples"}


class Pack(NamedTuple):
    """All editions of a form, oldest first, and the rules for them."""

    form: str
    templates: tuple[Template, ...]
    rules: tuple[Rule, ...]

    def template(self, edition: str | None, year: int | None) -> Template:
        """Return the edition asked for, else the one in force for the report year, else the newest."""
        if edition is not None:
            for template in self.templates:
                if template.edition == edition:
                    return template
            known = "、".join(template.edition for template in self.templates)
            raise UsageError(
                Phrase(f"没有 {edition} 年版的表单，现有：{known}", f"there is no edition {edition}; known: {known}")
            )
        in_force = [template for template in self.templates if year is None or template.since <= year]
        return in_force[-1] if in_force else self.templates[0]


def pack_names() -> tuple[str, ...]:
    """Return the names of the forms that are shipped."""
    return tuple(sorted(path.name for path in rules_folder().iterdir() if path.is_dir()))


def load_pack(form: str) -> Pack:
    """Read a form's editions and rules; UsageError if there is no such form, PackError on a mistake in its data."""
    folder = rules_folder() / form
    if form not in pack_names():
        near = nearest(form, pack_names()) or "、".join(pack_names())
        zh, en = f"没有名为 {form} 的表单，是否想用 {near}", f"there is no form {form}; did you mean {near}"
        raise UsageError(Phrase(zh, en))
    editions = [path for path in folder.glob("*.toml") if path.stem not in _OTHERS]
    templates = sorted((read_template(path) for path in editions), key=lambda template: template.since)
    if not templates:
        zh, en = "没有任何一年的版本（如 2021.toml）", "has no edition (such as 2021.toml)"
        raise PackError(f"rules/{form}", "", "", Phrase(zh, en))
    return Pack(form, tuple(templates), read_rules(folder / "rules.toml"))


def load_template(form: str, edition: str) -> Template:
    """Read one edition of a form."""
    return read_template(rules_folder() / form / f"{edition}.toml")
