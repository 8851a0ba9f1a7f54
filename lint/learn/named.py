"""What a user calls a form → its template: an edition that is shipped, a file of form data, or a blank form."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lint.errors import UsageError
from lint.forms import Pack, load_pack, names_a_file, pack_names
from lint.forms.editions import template_of
from lint.forms.fields import nearest
from lint.forms.template import Template
from lint.model import Phrase

if TYPE_CHECKING:
    from lint.learn.learning import Learned


class Named(NamedTuple):
    """A template, the file it came from (None if it is shipped), and what was learnt if that file is a document."""

    template: Template
    path: Path | None = None
    learned: "Learned | None" = None

    @property
    def learnt(self) -> bool:
        """Tell whether it was read from a document, which tells labels but neither sums nor years."""
        return self.learned is not None

    @property
    def remarks(self) -> tuple[Phrase, ...]:
        """Return what a person should look at."""
        return self.learned.remarks if self.learned else ()

    @property
    def shown(self) -> str:
        """Return what people call it: the file, or form and edition."""
        return self.path.as_posix() if self.path else f"{self.template.form}/{self.template.edition}"


def template_named(word: str, home: str = "") -> Template:
    """Return the template that `word` names; see `named`."""
    return named(word, home).template


def named(word: str, home: str = "", like: Template | None = None) -> Named:
    """Return what `word` names: "form/edition", "form" (its newest), an edition alone, or a file.

    An edition alone is sought in the form `home` first. Of an overlay the form that it extends is taken, with the
    further wordings it accepts. A document is learnt from, with the keys of `like`. UsageError says what is wrong with
    the word and names the nearest that is known.
    """
    name, _, edition = word.strip().partition("/")
    is_edition = not edition and name in _editions(home) and not Path(word).is_file()  # a folder may be called so
    if is_edition or not names_a_file(word):
        if name in pack_names():
            return Named(load_pack(name).template(edition or None, None))
        if not edition and name in _editions(home):
            return Named(_editions(home)[name])
        if Path(word).suffix == "" and not _has_folder(word):
            raise _unknown(word)
    return _of_file(Path(word), like)


def known_names() -> tuple[str, ...]:
    """Return every edition that is shipped as "form/edition", oldest first."""
    return tuple(f"{form}/{each.edition}" for form in pack_names() for each in load_pack(form).templates)


def _editions(home: str) -> dict[str, Template]:
    """Return the editions that are shipped by their own names; the form `home` before others."""
    packs = [load_pack(form) for form in pack_names() if form != home]
    if home in pack_names():
        packs.append(load_pack(home))
    return {template.edition: template for pack in packs for template in pack.templates}


def _has_folder(word: str) -> bool:
    """Tell a path into a folder that is there from a form's name misspelt."""
    return "/" in word and Path(word).parent.is_dir()


def _of_file(path: Path, like: Template | None) -> Named:
    from lint.forms.overlay_aliases import with_aliases  # noqa: PLC0415 - forms that are shipped need no overlays
    from lint.forms.overlay_chain import follow  # noqa: PLC0415 - likewise

    chain = follow(path)
    learned: Learned | None = None
    if chain.form:
        name, _, edition = chain.form.partition("/")
        pack = load_pack(name)
        # An alias may be for a row that another edition has, unless one edition alone is extended.
        pack = _alone(pack.template(edition, None)) if edition else pack
    elif chain.data is not None:
        pack = _alone(template_of(chain.data, chain.shown))
    else:
        from lint.learn.learning import from_file  # noqa: PLC0415 - forms as data need no reader

        learned = from_file(chain.files[-1], like)
        pack = _alone(learned.template)
    for overlay in chain.overlays:
        pack = pack._replace(templates=with_aliases(pack.templates, overlay)[0])
    return Named(pack.template(None, None), path, learned)


def _alone(template: Template) -> Pack:
    """Return a form of one edition."""
    return Pack(template.form, (template,), ())


def _unknown(word: str) -> UsageError:
    known = known_names()
    near = nearest(word, [*pack_names(), *known, *(name.partition("/")[2] for name in known)])
    hint = Phrase(f"，是不是 {near}？", f"; did you mean {near}?") if near else Phrase("", "")
    zh = f"没有名为“{word}”的表单，也没有这个文件{hint.zh}（现有表单：{'、'.join(known)}）"
    return UsageError(Phrase(zh, f"there is no form and no file {word}{hint.en} (known forms: {', '.join(known)})"))
