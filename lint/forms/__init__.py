"""Forms as data: an authority's editions and the rules made of them."""

import os
from collections.abc import Iterable
from typing import NamedTuple

from lint.errors import PackError, UsageError
from lint.forms.editions import read_template
from lint.forms.fields import nearest
from lint.forms.published import published_codes, refuse_unpublished_codes, refuse_unpublished_keys
from lint.forms.rule import Rule, read_rules, refuse_doubles
from lint.forms.store import rules_folder
from lint.forms.template import Template
from lint.model import Phrase

NO_EDITIONS = ("rules", "examples", "keys", "blank")  # beginnings of the names of files that are no editions


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

    def besides(self, template: Template) -> tuple[Template, ...]:
        """Return the other editions, the newest first."""
        return tuple(other for other in reversed(self.templates) if other is not template)


def pack_names() -> tuple[str, ...]:
    """Return the names of the forms that are shipped."""
    return tuple(sorted(path.name for path in rules_folder().iterdir() if any(path.glob("*.toml"))))


def is_shipped(form: str) -> bool:
    """Tell whether a form of this name is shipped."""
    plain = form.isascii() and form.replace("-", "").replace("_", "").isalnum()
    return plain and any((rules_folder() / form).glob("*.toml"))


def names_a_file(form: str | os.PathLike[str]) -> bool:
    """Tell the path of a form's file from the name of a shipped form, or of one of its editions ("name/edition")."""
    if not isinstance(form, str) or form.startswith((".", "~")) or "\\" in form:
        return True
    if os.path.splitext(form)[1][1:2].isalpha():  # noqa: PTH122 - name/edition is no path
        return True
    return not is_shipped(form.partition("/")[0]) and os.path.lexists(form)


def load_pack(form: str) -> Pack:
    """Read a form's editions and rules; UsageError if there is no such form, PackError on a mistake in its data."""
    folder = rules_folder() / form
    if not is_shipped(form):
        near = nearest(form, pack_names()) or "、".join(pack_names())
        zh, en = f"没有名为 {form} 的表单，是否想用 {near}", f"there is no form {form}; did you mean {near}"
        raise UsageError(Phrase(zh, en))
    editions = [path for path in folder.glob("*.toml") if not path.stem.startswith(NO_EDITIONS)]
    templates = tuple(sorted((read_template(path) for path in editions), key=lambda template: template.since))
    if not templates:
        zh, en = "没有任何一个版本的表单文件", "has the file of no edition"
        raise PackError(f"rules/{form}", "", "", Phrase(zh, en))
    refuse_unpublished_keys(folder / "keys.toml", templates)
    own = folder / "rules.toml"
    has_rules = own.is_file() or (folder / "keys.toml").is_file()  # what has published keys must have its rules
    return Pack(form, templates, ordered((*general_rules(), *(read_rules(own) if has_rules else ()))))


def general_rules() -> tuple[Rule, ...]:
    """Return the rules of any form, for which a template is enough."""
    return read_rules(rules_folder() / "general.toml")


def ordered(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Return the rules in the order of reports; PackError for a code that is taken, or is not the one published."""
    codes = published_codes(rules_folder() / "codes.toml")
    every = tuple(rules)
    refuse_doubles(every)
    refuse_unpublished_codes(every, codes, own_letters=False)
    places = {code: place for place, code in enumerate(codes)}
    return tuple(sorted(every, key=lambda rule: places.get(rule.code, len(places))))


def load_template(form: str, edition: str) -> Template:
    """Read one edition of a form."""
    return read_template(rules_folder() / form / f"{edition}.toml")
