"""A form ready for use: its editions, and each rule bound to its check. Every mistake in the data is refused here."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lint.checks.binding import bind
from lint.checks.verdict import Check
from lint.errors import PackError, UsageError
from lint.forms import NO_EDITIONS, Pack, general_rules, is_shipped, load_pack, names_a_file, ordered, pack_names
from lint.forms.compiled import recall, remember
from lint.forms.editions import template_of
from lint.forms.rule import Rule
from lint.forms.store import rules_folder
from lint.forms.template import Template
from lint.model import Phrase

if TYPE_CHECKING:
    from lint.forms.overlay_chain import Chain

Checks = tuple[tuple[Rule, Check], ...]


class Rulebook(NamedTuple):
    """A form ready for use: its editions, and each rule with its check.

    `edition` is the one edition that was named, None if the report year decides. `overlays` are the names of overlays
    put on the form, `adjusted` says what they demand less than it, `files` are the files of the user's that were read,
    `remarks` say what is doubtful about a form learnt from a document.
    """

    pack: Pack
    checks: Checks
    edition: str | None = None
    overlays: tuple[Phrase, ...] = ()
    adjusted: tuple[Phrase, ...] = ()
    files: tuple[Path, ...] = ()
    remarks: tuple[Phrase, ...] = ()

    def name_of(self, template: Template) -> Phrase:
        """Return what a report is held against: the edition, with the overlays put on it."""
        if not self.overlays:
            return template.name
        *names, last = template.name, *self.overlays
        zh, en = "、".join(name.zh for name in names), ", ".join(name.en for name in names)
        return Phrase(f"{zh}和{last.zh}", f"{en} and {last.en}")


def load_rulebook(form: str | os.PathLike[str]) -> Rulebook:
    """Read a form and bind its rules; UsageError or PackError on any mistake in its data.

    `form` is a shipped form's name, name/edition, an edition that one shipped form alone has, or the path of a
    template, an overlay, or a blank form in Word.
    """
    form = _in_full(form)
    if names_a_file(form):
        return _from_file(Path(form))
    name, edition = _name_and_edition(str(form))
    kept = recall(name) if is_shipped(name) else None
    pack = load_pack(name) if kept is None else Pack(name, *kept)
    if edition:
        pack.template(edition, None)
    checks = _bound(pack.rules, pack.templates, sound=kept is not None)
    if kept is None:
        remember(name, pack.templates, pack.rules)
    return Rulebook(pack, checks, edition or None)


def _name_and_edition(form: str) -> tuple[str, str]:
    """Return the two parts of name/edition; an edition alone is that of the one form that has it."""
    name, _, edition = form.partition("/")
    if edition or is_shipped(name) or not name.isalnum():
        return name, edition
    owners = [other for other in pack_names() if (rules_folder() / other / f"{name}.toml").is_file()]
    return (owners[0], name) if len(owners) == 1 and not name.startswith(NO_EDITIONS) else (name, "")


def _in_full(form: str | os.PathLike[str]) -> str | os.PathLike[str]:
    """Return an edition named alone as name/edition, and anything else as it is; a file of that name goes first."""
    if not isinstance(form, str) or form.partition("/")[0] in pack_names() or os.path.isfile(form):  # noqa: PTH113 - Path.is_file raises for a sign no name may have
        return form
    homes = [name for name in pack_names() if any(form == each.edition for each in load_pack(name).templates)]
    return f"{homes[0]}/{form}" if len(homes) == 1 else form


def _bound(rules: Iterable[Rule], templates: Sequence[Template], *, sound: bool = False) -> Checks:
    return tuple((rule, bind(rule, templates, sound=sound)) for rule in rules if not rule.off)


def _from_file(path: Path) -> Rulebook:
    """Return the form of a file, with the overlays on it that the file names."""
    # A run with a shipped form needs none of this.
    from lint.forms.overlay_aliases import with_aliases  # noqa: PLC0415
    from lint.forms.overlay_chain import follow  # noqa: PLC0415
    from lint.forms.overlay_loosening import Step, adjustments, by  # noqa: PLC0415
    from lint.forms.overlay_rules import with_overlay  # noqa: PLC0415

    chain = follow(path)
    base = _base(chain)
    pack, adjusted, steps = base.pack, list(base.adjusted), list[Step]()
    for overlay in chain.overlays:
        templates, accepted = with_aliases(pack.templates, overlay)
        rules = with_overlay(pack.rules, overlay, rules_folder() / "codes.toml")
        _bound([rule for rule in rules if rule.file == overlay.file], templates)
        steps.append(Step(overlay, pack.rules, rules))
        adjusted += [by(overlay, sentence) for sentence in accepted]
        pack = pack._replace(templates=templates, rules=rules)
    return Rulebook(
        pack,
        _bound(pack.rules, pack.templates),
        edition=base.edition,
        overlays=tuple(overlay.name for overlay in chain.overlays),
        adjusted=(*adjusted, *adjustments(steps)),
        files=chain.files,
        remarks=base.remarks,
    )


def _base(chain: "Chain") -> Rulebook:
    """Return what the first overlay of a chain extends, its rules not bound yet."""
    if not chain.form:
        template, remarks = _template(chain)
        rules, adjusted = _rules_for(template, chain)
        pack = Pack(template.form, (template,), rules)
        return Rulebook(pack, (), template.edition, adjusted=adjusted, remarks=remarks)
    name, _, edition = chain.form.partition("/")
    pack = load_pack(name)
    if not edition:
        return Rulebook(pack, ())
    try:
        template = pack.template(edition, None)
    except UsageError as error:
        raise chain.overlays[0].error("extends", error.sentence.zh, error.sentence.en) from error
    return Rulebook(pack, (), template.edition)


def _template(chain: "Chain") -> tuple[Template, tuple[Phrase, ...]]:
    """Return the template that a chain ends in, and what somebody should look at if it was learnt from a document."""
    if chain.data is not None:
        return template_of(chain.data, chain.shown), ()
    from lint.learn import from_file  # noqa: PLC0415 - as above

    learned = from_file(chain.files[-1])
    file = chain.files[-1].name
    return learned.template._replace(name=Phrase(f"空白表单“{file}”", f"the blank form {file}")), learned.remarks


def _rules_for(template: Template, chain: "Chain") -> tuple[tuple[Rule, ...], tuple[Phrase, ...]]:
    """Return the rules for a template of the user's own, and what is to be said of rules that do not fit it.

    With the name of a shipped form come that form's rules, else those of any form.
    """
    if template.form not in pack_names():
        return ordered(general_rules()), ()
    shipped = chain.files[-1].resolve().parent == (rules_folder() / template.form).resolve()
    rules, unfit = list[Rule](), dict[str, None]()
    for rule in load_pack(template.form).rules:
        try:
            bind(rule, (template,))
        except PackError:
            if shipped:
                raise
            unfit[rule.code] = None
        else:
            rules.append(rule)
    if not unfit:
        return tuple(rules), ()
    file = chain.files[-1].name
    zh = f"{template.name.zh}（{file}）没有规则 {'、'.join(unfit)} 要查的部分、表格或合计，这些规则没有用"
    en = f"{template.name.en} ({file}) lacks what the rules {', '.join(unfit)} look at, so they were not used"
    return tuple(rules), (Phrase(zh, en),)
