"""Makes the documentation of forms and rules anew from their data: `python -m samples.documents`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lint.config import LANGS
from lint.forms import pack_names
from lint.forms.kinds import load_kinds
from lint.reporters.handbook import handbook, rules_page
from lint.reporters.style import Style
from lint.reporters.worked import entries
from lint.rulebook import load_rulebook

RULES = Path(__file__).resolve().parent.parent / "rules"
_ENDINGS = {"zh": ".md", "en": ".en.md"}


def documents() -> Iterator[tuple[Path, str]]:
    """Yield every page with its path: the handbook, and the rules of each form that has examples, in both languages."""
    kinds = load_kinds()
    for lang in LANGS:
        text = (RULES / "handbook" / f"{lang}.md").read_text(encoding="utf-8")
        yield RULES / f"README{_ENDINGS[lang]}", handbook(text, kinds, Style(lang=lang))
    for form in pack_names():
        if (RULES / form / "examples.toml").is_file():
            book = load_rulebook(form)
            for lang in LANGS:
                page = rules_page(entries(book, lang), book.pack.templates, Style(lang=lang))
                yield RULES / form / f"RULES{_ENDINGS[lang]}", page


def main() -> None:
    """Write every page in its place."""
    for path, text in documents():
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
