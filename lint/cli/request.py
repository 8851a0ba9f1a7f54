"""What a `check` command line asks for."""

from typing import NamedTuple

from lint.config import DEFAULT_FORM
from lint.findings import Severity


class Request(NamedTuple):
    """What a `check` command line asks for. Lists of codes and patterns are as typed, commas and all."""

    paths: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    extend_exclude: tuple[str, ...] = ()
    fail_on: Severity = "error"
    exit_zero: bool = False
    output_format: tuple[str, ...] = ()
    output_file: tuple[str, ...] = ()
    statistics: bool = False
    show_files: bool = False
    lang: str = "zh"
    year: int | None = None
    form: str = DEFAULT_FORM
    edition: str | None = None
    stdin_filename: str = ""
    quiet: bool = False
    verbose: bool = False
    color: str = "auto"
    config: str = ""
    isolated: bool = False
    timeout: float | None = None  # seconds, None: as the configuration says
    no_cache: bool = False  # no results are kept yet
