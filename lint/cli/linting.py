"""A `check` request carried out: search, check file by file, write the outputs, name the exit status."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from lint.cli import outputs, terminal
from lint.cli.faults import bug
from lint.cli.request import Request
from lint.cli.status import FINDINGS, earned
from lint.config import EVERYTHING, split_list
from lint.config.file import Settings, find_file, load_settings
from lint.engine import Options
from lint.errors import UsageError
from lint.findings import Report
from lint.model import Phrase
from lint.readers.means import Means
from lint.reporters import statistics
from lint.reporters.columns import visible
from lint.reporters.style import Style
from lint.reporters.table import REPORTERS
from lint.rulebook import Rulebook, load_rulebook
from lint.run.discovery import Search, Skipped, search
from lint.run.job import check_loaded, options_for
from lint.run.loading import load_all
from lint.run.source import Source

if TYPE_CHECKING:
    from lint.run.likeness import Likeness


def check(request: Request) -> int:
    """Carry out the request and return the exit status; UsageError for what cannot be done as asked."""
    _require_working_folder()
    targets = outputs.pair(request.output_format, request.output_file)
    if request.statistics and any(target.format not in statistics.FORMATS for target in targets):
        raise UsageError(
            Phrase("--statistics 只用于 text 和 concise 格式", "--statistics is for the formats text and concise")
        )
    book = load_rulebook(request.form)
    options = options_for(
        book,
        lang=request.lang,
        year=request.year,
        edition=request.edition or None,
        select=(split_list(request.select) or [EVERYTHING]) + split_list(request.extend_select),
        ignore=split_list(request.ignore),
    )
    settings = _settings(request)
    found = _search(request, book, settings.means)
    inputs = [source.path for source in found.sources if source.path]
    outputs.guard(targets, [*inputs, *_lists(request.paths), *book.files, *filter(None, [settings.file])])
    _tell(found, book, request)
    _tell_adjusted(book, targets, request)
    if request.show_files:
        terminal.put("".join(f"{visible(source.shown)}\n" for source in found.sources))
        return earned((), request.fail_on, problems=bool(found.problems), bugs=False)
    reports, faults = _reports(found.sources, book, options, settings.means)
    if found.sources:
        _write(targets, reports, request)
    status = earned(reports, request.fail_on, problems=bool(found.problems), bugs=bool(faults))
    return 0 if request.exit_zero and status == FINDINGS else status


def _require_working_folder() -> None:
    """Refuse to work in a folder that was deleted meanwhile: relative paths mean nothing there."""
    try:
        Path.cwd()
    except OSError as error:
        raise UsageError(
            Phrase("当前文件夹已不存在，请换到别的文件夹", "the working folder is gone; change to another one")
        ) from error


def _settings(request: Request) -> Settings:
    """Return what the configuration says, and the command line over it."""
    if request.config:
        path: Path | None = Path(request.config)
    else:
        path = None if request.isolated else find_file(Path.cwd())
    settings = load_settings(path)
    if request.timeout is None:
        return settings
    means = settings.means
    return settings._replace(means=means._replace(limits=means.limits._replace(timeout=request.timeout)))


def _search(request: Request, book: Rulebook, means: Means) -> Search:
    paths = request.paths or (".",)

    @cache
    def likeness() -> Likeness:
        from lint.run.likeness import Likeness  # noqa: PLC0415 - few runs meet a text in a folder

        return Likeness.of(book.pack.templates)

    found = search(
        paths,
        exclude=split_list([*request.exclude, *request.extend_exclude]),
        stdin_name=request.stdin_filename,
        resembles=lambda data: likeness().shows(data),
        limits=means.limits,
    )
    return _without_form(found, paths, book.files)


def _without_form(found: Search, paths: Sequence[str], files: Sequence[Path]) -> Search:
    """Leave out the form's own file where a folder holds it among the submissions; named outright, it is checked."""
    forms = {os.path.realpath(file) for file in files} - {os.path.realpath(path) for path in paths}
    own = [source for source in found.sources if source.path and os.path.realpath(source.path) in forms]
    if not own:
        return found
    others = tuple(source for source in found.sources if source not in own)
    skipped = [Skipped(source.shown, Phrase("就是 --form 指定的表单", "the form given by --form")) for source in own]
    none = Phrase("除表单本身外，没有可检查的文档", "there is no document besides the form itself")
    problems = found.problems if others else (*found.problems, none)
    return Search(others, tuple(sorted([*found.skipped, *skipped])), problems)


def _lists(paths: Sequence[str]) -> list[Path]:
    """Return the lists among the paths: they are inputs too."""
    return [Path(path[1:]) for path in paths if path.startswith("@") and len(path) > 1]


def _tell(found: Search, book: Rulebook, request: Request) -> None:
    """Say what was wrong with the paths and, if asked, what was left out and what is doubtful about the form."""
    for problem in found.problems:
        terminal.complain(problem.in_language(request.lang))
    for skipped in found.skipped if request.verbose else ():
        reason = skipped.reason
        sentence = Phrase(f"略过 {skipped.path}（{reason.zh}）", f"skipped {skipped.path} ({reason.en})")
        terminal.complain(sentence.in_language(request.lang))
    for remark in book.remarks if request.verbose else ():
        told = Phrase(f"表单 {request.form}：{remark.zh}", f"form {request.form}: {remark.en}")
        terminal.complain(told.in_language(request.lang))


def _tell_adjusted(book: Rulebook, targets: Sequence[outputs.Output], request: Request) -> None:
    """Say what an overlay demands less where no output does."""
    if request.quiet or (not request.statistics and any(target.format != "concise" for target in targets)):
        return
    for sentence in book.adjusted:
        told = Phrase(f"调整：{sentence.zh}", f"adjusted: {sentence.en}")
        terminal.complain(told.in_language(request.lang))


def _reports(sources: Sequence[Source], book: Rulebook, options: Options, means: Means) -> tuple[list[Report], bool]:
    """Return a report for every source, and whether the linter itself failed on one, which is told at once."""
    reports: list[Report] = []
    failed = False
    for rank, loaded in enumerate(load_all(sources, means, getattr(sys.stdin, "buffer", None))):
        if rank == 1:  # off until here, see __main__; over many files what one leaves behind is to be cleared away
            gc.freeze()
            gc.enable()
        try:
            reports.append(check_loaded(loaded, book, options, means))
        except Exception as error:  # noqa: BLE001 - a bug met in one file must not cost the others their reports
            terminal.complain(bug(error, loaded.source.shown).in_language(options.lang))
            failed = True
    return reports, failed


def _write(targets: Sequence[outputs.Output], reports: Sequence[Report], request: Request) -> None:
    """Write every output asked for; colour and the terminal's width are for standard output only."""
    for target in targets:
        on_screen = target.target is None
        color = terminal.wants_color(request.color, sys.stdout) if on_screen else request.color == "always"
        style = Style(
            lang=request.lang,
            color=color,
            width=terminal.columns(sys.stdout) if on_screen else terminal.PIPED_WIDTH,
            quiet=request.quiet,
            verbose=request.verbose,
        )
        render = statistics.render if request.statistics else REPORTERS[target.format]
        outputs.write(target, render(reports, style), color=color)
