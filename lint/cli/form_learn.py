"""`reportlint form learn`: a template from the official Word file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from lint.cli import outputs, terminal
from lint.cli.usage import Command, lang_option, option
from lint.config import DEFAULT_FORM
from lint.errors import UsageError
from lint.model import Phrase

if TYPE_CHECKING:
    from lint.learn import Learned


def command(lang: str) -> click.Command:
    """Return the command with its help in `lang`."""
    params: list[click.Parameter] = [
        click.Argument(["official"]),
        option(
            lang,
            "--like",
            zh="相近的表单，如 cn-disclosure：相同的行列沿用它的 key",
            en="A form like it, such as cn-disclosure: what is the same keeps its key.",
        ),
        option(
            lang,
            "--output-file",
            "-o",
            "output",
            zh="存为这个文件（.toml），不写则输出到屏幕",
            en="File to write (default: standard output).",
            default=outputs.STANDARD_OUTPUT,
        ),
        lang_option(lang),
    ]
    summary = Phrase(
        "从官方的空白 Word 文件学出表单模板。\n\n"
        "如 reportlint form learn 新格式.docx --like cn-disclosure -o 2027.toml。",
        "Learn a template from the blank official Word file.\n\nAs in: "
        "reportlint form learn new.docx --like cn-disclosure -o 2027.toml.",
    )
    return Command("learn", lang, summary, params, _run)


def _run(official: str, like: str | None, output: str, lang: str) -> int:
    from lint.learn import toml_text  # noqa: PLC0415 - a help page can do without the reader

    (target,) = outputs.pair(("toml",), (output,))
    outputs.guard((target,), (Path(official),))
    if target.target is not None and target.target.exists():
        zh = f"“{output}”已经存在，没有覆盖；请换一个文件名，或先移走它"
        raise UsageError(Phrase(zh, f"{output} exists; choose another name, or move it away first"))
    learnt = _learnt(official, like, target.target)
    outputs.write(target, toml_text(learnt.template, lang=lang), color=False)
    if target.target is not None:
        terminal.complain(Phrase(f"已写入 {output}", f"wrote {output}").in_language(lang))
    for remark in learnt.remarks:
        terminal.complain(remark.in_language(lang))
    if learnt.open:
        zh = f"还有 {len(learnt.open)} 处标着问号，填好后才能使用"
        terminal.complain(
            Phrase(zh, f"{len(learnt.open)} places hold a question mark; fill them in before use").in_language(lang)
        )
    for place in learnt.open:
        terminal.complain(Phrase(f"请填写：{place.zh}", f"to fill in: {place.en}").in_language(lang))
    return 0


def _learnt(official: str, like: str | None, target: Path | None) -> Learned:
    """Learn the file; an output named by a year is a new edition of the form that it is like."""
    from lint.learn import from_file  # noqa: PLC0415 - a help page can do without the reader
    from lint.learn.named import template_named  # noqa: PLC0415 - likewise

    path = Path(official)
    if path.is_dir():
        raise UsageError(Phrase(f"“{official}”是文件夹，请写到文件", f"{official} is a folder; name a file"))
    if like is None:
        return from_file(path)
    edition = target.stem if target is not None and _is_year(target.stem) else ""
    return from_file(path, template_named(like, DEFAULT_FORM), edition=edition, since=int(edition) if edition else None)


def _is_year(stem: str) -> bool:
    return len(stem) == 4 and stem.isascii() and stem.isdigit() and 1990 <= int(stem) <= 2100
