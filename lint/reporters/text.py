"""The report a clerk reads: grouped by file, every finding with place, remedy and basis, sums laid out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.findings import SEVERITIES, Finding, Report
from lint.reporters.columns import hang, visible, width
from lint.reporters.involved import involved
from lint.reporters.places import whereabouts
from lint.reporters.style import SEVERITY_WORDS, STATUS_WORDS, Style

_INDENT = 2
_INNER = 7


def render(reports: Sequence[Report], style: Style) -> str:
    """Return the whole report; with `quiet`, nothing for a file without error or warning."""
    told = [report for report in reports if not style.quiet or style.shown(report)]
    alike = len(told) > 1 and len({report.adjusted for report in told}) == 1  # then once for all is enough
    groups = ["\n".join(_file(report, style, adjusted=not alike)) for report in told]
    if alike and told[0].adjusted:
        groups.insert(0, "\n".join(_adjusted(told[0], 0, style)))
    if len(reports) > 1 and not style.quiet:
        groups.append("\n".join(hang("", _total(reports, style), 0, style.width)))
    return "".join(f"{group}\n" for group in "\n\n".join(groups).splitlines()) if groups else ""


def _file(report: Report, style: Style, *, adjusted: bool) -> Iterator[str]:
    """Yield the lines about one file, with or without those on what was adjusted."""
    status = style.ink(report.status, STATUS_WORDS[report.status].in_language(style.lang))
    path = visible(report.path)
    beside = width(path) + 2 + width(STATUS_WORDS[report.status].in_language(style.lang)) <= style.width
    yield f"{style.ink('strong', path)}  {status}" if beside else style.ink("strong", path)
    if not beside:
        yield f"{' ' * _INDENT}{status}"
    if subject := _subject(report, style):
        yield from hang("", subject, _INDENT, style.width)
    if adjusted:
        yield from _adjusted(report, _INDENT, style)
    for finding in style.shown(report):
        yield ""
        yield from _finding(finding, style)
    if style.quiet:
        return
    if report.findings:
        yield ""
    yield from _unchecked(report, style)
    yield from hang("", _tally(report, style), _INDENT, style.width)


def _subject(report: Report, style: Style) -> str:
    """Return whose report on which year this is, and what it was held against."""
    year = style.say(f"{report.year} 年度", f"year {report.year}") if report.year else ""
    form = style.say("对照", "against ") + (report.form_name or f"{report.form} {report.edition}")
    return style.say("，", ", ").join(piece for piece in (report.body, year, form) if piece) if report.readable else ""


def _adjusted(report: Report, indent: int, style: Style) -> Iterator[str]:
    """Yield what the form of the user's demands less than the one it extends."""
    for sentence in report.adjusted:
        yield from hang(style.say("调整：", "adjusted: "), sentence, indent, style.width)


def _finding(finding: Finding, style: Style) -> Iterator[str]:
    """Yield the lines of one finding."""
    word = SEVERITY_WORDS[finding.severity].in_language(style.lang)
    head = hang(
        f"{word} {finding.code}  ", whereabouts(finding.place, style, told=finding.message), _INDENT, style.width
    )
    yield head[0].replace(word, style.ink(finding.severity, word), 1)
    yield from head[1:]
    yield from hang("", finding.message, _INNER, style.width)
    yield from involved(finding.related, _INNER, style)
    if finding.explains:
        codes = style.say("、", ", ").join(finding.explains)
        yield from hang(style.say("一并解释：", "explains: "), codes, _INNER, style.width)
    for label, text in (
        (style.say("改法：", "remedy: "), finding.advice),
        (style.say("依据：", "basis: "), finding.basis),
    ):
        if text:
            yield from hang(label, text, _INNER, style.width)


def _unchecked(report: Report, style: Style) -> Iterator[str]:
    """Yield why rules could give no verdict, one line a reason; their codes too when `verbose`."""
    if not report.readable:
        return
    codes_of: dict[str, list[str]] = {}
    for unchecked in report.unchecked:
        codes = codes_of.setdefault(unchecked.reason, [])
        if unchecked.code not in codes:
            codes.append(unchecked.code)
    for reason, codes in codes_of.items():
        told = style.say(f"（{'、'.join(codes)}）", f" ({', '.join(codes)})")
        names = told if style.verbose or len(codes) == 1 else ""
        head = style.say(f"未能检查 {len(codes)} 条：", f"{len(codes)} unchecked: ")
        yield from hang(head, reason + names, _INDENT, style.width)


def _tally(report: Report, style: Style) -> str:
    """Return the last line about a file."""
    unchecked = len({entry.code for entry in report.unchecked})
    rules = report.held + report.broken + unchecked
    levels = _levels([report], style)
    if style.lang == "en":
        many = "" if len(report.findings) == 1 else "s"
        found = f"{len(report.findings)} finding{many}" + (f" ({levels})" if levels else "")
        return f"{rules} rules: {report.held} held, {found}, {unchecked} unchecked"
    found = f"不符 {len(report.findings)} 处" + (f"（{levels}）" if levels else "")
    return f"{rules} 条规则：成立 {report.held}，{found}，未能检查 {unchecked}"


def _levels(reports: Sequence[Report], style: Style) -> str:
    """Return the findings by severity, levels without any left out."""
    counts = {level: sum(report.count(level) for report in reports) for level in SEVERITIES}
    pieces = [(SEVERITY_WORDS[level].in_language(style.lang), count) for level, count in counts.items() if count]
    if style.lang == "en":
        return ", ".join(f"{count} {word}{'s' if count > 1 and word != 'info' else ''}" for word, count in pieces)
    return "，".join(f"{word} {count}" for word, count in pieces)


def _total(reports: Sequence[Report], style: Style) -> str:
    """Return the line over all files."""
    counts = {status: sum(report.status == status for report in reports) for status in STATUS_WORDS}
    unchecked = sum(len({entry.code for entry in report.unchecked}) for report in reports)
    levels = _levels(reports, style)
    if style.lang == "en":
        verdicts = ", ".join(f"{count} {STATUS_WORDS[status].en}" for status, count in counts.items())
        return f"{len(reports)} files: {verdicts}; {levels or 'no findings'}; {unchecked} unchecked"
    verdicts = "，".join(f"{STATUS_WORDS[status].zh} {count}" for status, count in counts.items())
    return f"共 {len(reports)} 份：{verdicts}；{levels or '未发现问题'}；未能检查 {unchecked}"
