"""`reportlint check`: its options, gathered into one request."""

from typing import Any

import click

from lint.cli.request import Request
from lint.cli.usage import Command, lang_option, one_of, option, seconds, year
from lint.config import DEFAULT_FORM
from lint.findings import SEVERITIES
from lint.model import Phrase
from lint.reporters.table import REPORTERS


def command(lang: str) -> click.Command:
    """Return the command with its help in `lang`."""
    summary = Phrase(
        "检查文件和文件夹（默认当前文件夹；- 为标准输入；@清单.txt 为路径清单）。",
        "Lint files and folders (default: the current one; - is standard input; @list.txt reads paths).",
    )
    paths = click.Argument(["paths"], nargs=-1)
    options = [*_choice_of_rules(lang), *_choice_of_files(lang), *_outputs(lang), *_way_of_working(lang)]
    return Command("check", lang, summary, [paths, *options], _run)


def _run(**given: Any) -> int:  # noqa: ANN401 - click hands over what the parameters yield; Request types it
    # The readers and the alignment are not needed for a help page or a mistyped option.
    from lint.cli.linting import check  # noqa: PLC0415

    return check(Request(**given))


def _choice_of_rules(lang: str) -> list[click.Parameter]:
    return [
        option(
            lang,
            "--select",
            zh="只用这些规则（编号或其开头，逗号分隔；ALL 为全部）",
            en="Rules to use: codes or their beginnings, comma-separated, or ALL.",
            multiple=True,
        ),
        option(lang, "--extend-select", zh="另加这些规则", en="Rules to add.", multiple=True),
        option(lang, "--ignore", zh="不用这些规则", en="Rules to leave out.", multiple=True),
        option(
            lang,
            "--form",
            zh="表单：名称、名称/版本，或文件（空白 Word 表单、表单 .toml、补充规定 .toml）",
            en="Form: a name, name/edition, or a file (blank Word form, template or overlay in TOML).",
            default=DEFAULT_FORM,
            show_default=True,
        ),
        option(lang, "--edition", zh="表单版本（默认按报告年度选）", en="Edition of the form (default: by the year)."),
        option(
            lang,
            "--year",
            zh="报告年度（默认从报告里读）",
            en="Report year (default: as the report says).",
            type=year,
            metavar="YYYY",
        ),
    ]


def _choice_of_files(lang: str) -> list[click.Parameter]:
    return [
        option(
            lang,
            "--exclude",
            zh="文件夹里不查的文件（通配符，逗号分隔）",
            en="Patterns of files in folders to leave out.",
            multiple=True,
        ),
        option(lang, "--extend-exclude", zh="另外不查的文件", en="Further patterns to leave out.", multiple=True),
        option(lang, "--stdin-filename", zh="标准输入的文件名", en="Name of what comes by standard input.", default=""),
        option(
            lang, "--show-files", zh="只列出将要检查的文件", en="List the files that would be checked.", is_flag=True
        ),
    ]


def _outputs(lang: str) -> list[click.Parameter]:
    formats = one_of(tuple(REPORTERS), Phrase("输出格式", "output format"))
    color = one_of(("auto", "always", "never"), Phrase("取值", "such choice"))
    return [
        option(
            lang,
            "--output-format",
            zh="输出格式，可与 -o 成对重复",
            en="Output format; may be repeated in pairs with -o.",
            **formats,
            multiple=True,
        ),
        option(
            lang,
            "--output-file",
            "-o",
            zh="输出文件（- 为屏幕）",
            en="Output file (- is standard output).",
            multiple=True,
        ),
        option(
            lang, "--statistics", zh="只列每条规则的处数", en="Show only how often each rule is broken.", is_flag=True
        ),
        option(lang, "--quiet", "-q", zh="只说错误和警告", en="Tell errors and warnings only.", is_flag=True),
        option(
            lang,
            "--verbose",
            "-v",
            zh="多说：略过的文件、未能检查的规则",
            en="Tell skipped files and unchecked rules too.",
            is_flag=True,
        ),
        option(lang, "--color", zh="颜色", en="Colour.", **color, default="auto", show_default=True),
        lang_option(lang),
    ]


def _way_of_working(lang: str) -> list[click.Parameter]:
    level = one_of(SEVERITIES, Phrase("级别", "severity"))
    return [
        option(
            lang,
            "--fail-on",
            zh="达到此级别即返回状态 1",
            en="Severity from which the status is 1.",
            **level,
            default="error",
            show_default=True,
        ),
        option(lang, "--exit-zero", zh="有问题也返回状态 0", en="Return status 0 whatever is found.", is_flag=True),
        option(
            lang,
            "--timeout",
            zh="每个文件最多用几秒（默认 60）",
            en="Seconds that one file may take (default: 60).",
            type=seconds,
            metavar="SECONDS",
        ),
        option(
            lang, "--config", zh="配置文件（默认自动查找）", en="Configuration file (default: the nearest).", default=""
        ),
        option(lang, "--isolated", zh="不读配置文件", en="Read no configuration file.", is_flag=True),
        option(lang, "--no-cache", zh="不用缓存的结果", en="Use no kept results.", is_flag=True),
    ]
