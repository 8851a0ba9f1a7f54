"""`reportlint form build`: a blank form in Word, to be filled in and hard to break."""

from __future__ import annotations

from pathlib import Path

import click

from lint.cli import outputs, terminal
from lint.cli.last_report import last_report
from lint.cli.usage import Command, lang_option, option
from lint.cli.usage import year as read_year
from lint.errors import UsageError
from lint.model import Phrase

_LONGEST = 60  # characters of a body's name


def command(lang: str) -> click.Command:
    """Return the command with its help in `lang`."""
    summary = Phrase(
        "生成一份可以直接填写的空白表（Word）。\n\n如 reportlint form build cn-disclosure -o 空白表.docx。"
        "表单可写名称、“名称/版本”、版本、模板文件或官方 Word 文件。",
        "Build a blank form in Word.\n\nAs in: reportlint form build cn-disclosure -o blank.docx. FORM is a name, "
        "name/edition, an edition, a template file or an official Word file.",
    )
    params: list[click.Parameter] = [
        click.Argument(["form"]),
        option(lang, "--output-file", "-o", "output", zh="存为这个文件（.docx）", en="File to write (.docx)."),
        option(lang, "--body", zh="单位名称，写入标题和落款", en="Name of the body, for title and signature."),
        option(
            lang,
            "--year",
            zh="报告年度，写入标题和统计期限",
            en="Report year, for title and period.",
            type=read_year,
            metavar="YYYY",
        ),
        option(
            lang,
            "--previous",
            zh="去年的报告：结转的数字填入今年的表",
            en="Last year's report, from which figures are carried over.",
        ),
        lang_option(lang),
    ]
    return Command("build", lang, summary, params, _run)


def _run(form: str, output: str | None, body: str | None, year: int | None, previous: str | None, lang: str) -> int:
    from lint.config import DEFAULT_FORM  # noqa: PLC0415 - a help page can do without the form
    from lint.markup.blank import blank_form  # noqa: PLC0415 - python-docx is slow to import
    from lint.markup.carried import carried_over  # noqa: PLC0415 - rapidfuzz is slow to import
    from lint.markup.chosen import chosen  # noqa: PLC0415 - a help page can do without the form
    from lint.markup.remarks import remarks  # noqa: PLC0415 - likewise

    target = _target(output, form, previous)
    name = _name(body)
    built = chosen(form, DEFAULT_FORM, year)
    carried = None
    if previous is not None:
        last = last_report(previous)
        carried = carried_over(last, built.template, built.others)
        if year is None and carried.year is not None:
            year = carried.year + 1
            due = chosen(form, DEFAULT_FORM, year)
            carried, built = (carried if due == built else carried_over(last, due.template, due.others)), due
    for sentence in remarks(built, carried, name, year):
        terminal.complain(sentence.in_language(lang))
    if carried is not None:
        name = name or carried.body
    figures = carried.figures if carried is not None else None
    fresh = _write(target, blank_form(built.template, built.words, body=name, year=year, figures=figures))
    done = (
        Phrase(f"已写入 {output}", f"wrote {output}")
        if fresh
        else Phrase(f"{output} 已经是这份空白表", f"{output} is this very form already")
    )
    terminal.complain(done.in_language(lang))
    return 0


def _target(output: str | None, form: str, previous: str | None) -> Path:
    """Return where the form goes; UsageError if that is nowhere, no place for a Word file, or one of the inputs."""
    if not output or output == outputs.STANDARD_OUTPUT:
        zh, en = "请用 -o 写明存成哪个文件，如 -o 空白表.docx", "name the file to write with -o, as in -o blank.docx"
        raise UsageError(Phrase(zh, en))
    target = Path(output)
    for path, what in (
        (previous, Phrase("去年的报告", "last year's report")),
        (form, Phrase("表单文件", "the form's own file")),
    ):
        if path and _is_same(Path(path), target):
            zh = f"-o 会覆盖{what.zh}“{target}”，请换一个文件名"
            raise UsageError(Phrase(zh, f"-o {target} would overwrite {what.en}; choose another name"))
    outputs.guard([outputs.Output("docx", target)], [])
    if target.suffix.lower() != ".docx" and not _is_device(target):
        zh, en = (
            f"空白表是 Word 文件，“{target.name}”请改以 .docx 结尾",
            f"the form is a Word file; end {target.name} in .docx",
        )
        raise UsageError(Phrase(zh, en))
    return target


def _is_same(path: Path, target: Path) -> bool:
    try:
        return path.is_file() and target.exists() and path.samefile(target)
    except OSError:  # a folder on the way may not be entered, which is told when it is read or written
        return False


def _is_device(target: Path) -> bool:
    return target.exists() and not target.is_file()


def _name(body: str | None) -> str:
    """Return the name of the body, "" if none is given; UsageError if it cannot be one."""
    if body is None:
        return ""
    name = body.strip()
    if not 0 < len(name) <= _LONGEST or not name.isprintable():
        zh = f"--body 后面请写单位全称，不超过 {_LONGEST} 个字，不要换行"
        raise UsageError(Phrase(zh, f"give --body a name of at most {_LONGEST} characters in one line"))
    return name


def _write(target: Path, data: bytes) -> bool:
    """Write the form whole or not at all; UsageError if there is another file already, which may be filled in.

    Returns False if it is there already.
    """
    try:
        if target.is_file():
            if target.read_bytes() == data:
                return False
            zh = f"“{target}”已经存在，可能已有人填写，没有覆盖；请换一个文件名，或先移走它"
            en = f"{target} exists and may be filled in already; choose another name, or move it away first"
            raise UsageError(Phrase(zh, en))
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise UsageError(Phrase(f"读不了“{target}”（{why}）", f"cannot read {target} ({why})")) from error
    outputs.put_bytes(target, data)
    return True
