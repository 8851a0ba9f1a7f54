"""`reportlint rule`: explain rules, and the kinds of check that rules can be made of."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence

import click

from lint.cli import terminal
from lint.cli.usage import Command, lang_option, one_of, option
from lint.config import DEFAULT_FORM, unknown, unknown_code
from lint.errors import UsageError
from lint.model import Phrase
from lint.reporters.style import Style

_FORMATS = ("text", "markdown", "json")


def command(lang: str) -> click.Command:
    """Return the command with its help in `lang`."""
    formats = one_of(_FORMATS, Phrase("输出格式", "output format"))
    params: list[click.Parameter] = [
        click.Argument(["codes"], nargs=-1),
        option(lang, "--all", "everything", zh="说明全部规则", en="Explain every rule.", is_flag=True),
        option(
            lang,
            "--kinds",
            zh="说明可以用来写规则的检查类型（后面可写类型名称）",
            en="Explain the kinds of check that rules are made of (or those named).",
            is_flag=True,
        ),
        option(
            lang, "--output-format", zh="输出格式", en="Output format.", **formats, default="text", show_default=True
        ),
        option(lang, "--form", zh="表单", en="Form.", default=DEFAULT_FORM, show_default=True),
        lang_option(lang),
    ]
    return Command("rule", lang, Phrase("说明规则，如 reportlint rule AR001。", "Explain rules."), params, _run)


def _run(codes: tuple[str, ...], output_format: str, form: str, lang: str, *, everything: bool, kinds: bool) -> int:
    style = Style(lang=lang, color=terminal.wants_color("auto", sys.stdout), width=terminal.columns(sys.stdout))
    if kinds and everything:
        raise UsageError(Phrase("--kinds 和 --all 只能用一个", "give --kinds or --all, not both"))
    if kinds:
        text = _kinds([code.strip() for code in codes], output_format, style)
    elif bool(codes) == everything:
        raise UsageError(
            Phrase(
                "请写规则编号（如 AR001），或 --all 看全部规则、--kinds 看检查类型",
                "give a rule's code (such as AR001), --all for every rule, or --kinds for the kinds of check",
            )
        )
    else:
        text = _rules(codes, output_format, form, style)
    terminal.put(text, color=style.color)
    return 0


def _rules(words: Sequence[str], output_format: str, form: str, style: Style) -> str:
    """Return the rules with these codes or names explained, in the order asked for; all of them if none is named."""
    # A help page can do without the form, and without the engine that runs its examples.
    from lint.reporters.rulebook import FORMATS  # noqa: PLC0415
    from lint.reporters.worked import entries  # noqa: PLC0415
    from lint.rulebook import load_rulebook  # noqa: PLC0415

    book = load_rulebook(form)
    names = {rule.name: rule.code for rule in book.pack.rules}
    known = list(dict.fromkeys(names.values()))
    codes = [_code(word, names, known) for word in words]
    found = entries(book, style.lang, codes or None)
    if codes:
        found.sort(key=lambda entry: codes.index(entry.code))
    return FORMATS[output_format](found, style)


def _code(word: str, names: Mapping[str, str], known: Sequence[str]) -> str:
    """Return the code that a word stands for, in any width and case; UsageError that says what to write instead."""
    from lint.language.wording import fold  # noqa: PLC0415 - likewise

    plain = fold(word)
    code = names.get(plain.lower(), plain.upper())
    if code in known:
        return code
    family = [other for other in known if other.startswith(code)]
    if code.isalpha() and len(code) == 2 and family:
        raise UsageError(
            Phrase(
                f"请写完整的编号：{code} 开头的有 {'、'.join(family)}",
                f"give a whole code; those that begin with {code} are {', '.join(family)}",
            )
        )
    raise _elsewhere(code, plain.lower()) or unknown_code(plain, known)


def _elsewhere(code: str, name: str) -> UsageError | None:
    """Return where a word is known that is no rule of the form: among the kinds of check, or in another form."""
    from lint.forms import load_pack, pack_names  # noqa: PLC0415 - only needed on the way to an error
    from lint.forms.kinds import load_kinds  # noqa: PLC0415 - likewise

    if any(kind.name == name for kind in load_kinds().kinds):
        return UsageError(
            Phrase(
                f"{name} 是检查类型，请写 reportlint rule --kinds {name}",
                f"{name} is a kind of check; write: reportlint rule --kinds {name}",
            )
        )
    for form in pack_names():
        if any(code == rule.code or name == rule.name for rule in load_pack(form).rules):
            return UsageError(
                Phrase(
                    f"{code} 在表单 {form} 里，请加 --form {form}", f"{code} is of the form {form}; add --form {form}"
                )
            )
    return None


def _kinds(names: Sequence[str], output_format: str, style: Style) -> str:
    """Return the kinds of check with these names explained; all of them if none is named."""
    from lint.forms.kinds import load_kinds  # noqa: PLC0415 - likewise
    from lint.reporters.kinds import FORMATS  # noqa: PLC0415 - likewise

    every = load_kinds()
    known = {kind.name: kind for kind in every.kinds}
    for name in names:
        if name not in known:
            raise unknown(Phrase("检查类型", "kind of check"), name, known)
    return FORMATS[output_format](every._replace(kinds=tuple(known[name] for name in names or known)), style)
