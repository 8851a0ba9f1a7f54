"""Document × form → Report: stamps identity on what the checks say, fills the messages, sorts once. Pure."""

from collections.abc import Iterator
from typing import NamedTuple

from lint.align import align
from lint.align.presence import before_its_time, not_yet_binding, unmeasured
from lint.align.subject import Subject
from lint.checks.naming import quoted
from lint.checks.verdict import Check, Fact, Hit
from lint.errors import UnreadableDocument
from lint.findings import Finding, Place, Report, Unchecked
from lint.forms import Pack
from lint.forms.rule import Rule
from lint.forms.template import Template
from lint.model import Document, Location, Phrase
from lint.rulebook import Rulebook

_WITHOUT_FORM = {"other-document"}


class Options(NamedTuple):
    """What the user asks for. `codes` are the rules to run; `year` and `edition` None means: as the document says."""

    codes: frozenset[str]
    lang: str = "zh"
    year: int | None = None
    edition: str | None = None


def check(document: Document, book: Rulebook, options: Options, path: str) -> Report:
    """Check a document; `path` is how the report names it. Every rule asked for ends as held, broken or unchecked."""
    due, subject = _laid_over(document, book, options)
    template, year = subject.template, subject.identity.year
    findings: list[Finding] = []
    unchecked: list[Unchecked] = []
    ran = broken = 0
    for rule, kind in book.checks:
        if rule.code not in options.codes or not _applies(rule, year, due):
            continue
        ran += 1
        hits, reasons = _judge(rule, kind, subject, forced=options.edition is not None)
        if hits:
            broken += 1
            findings += [_finding(rule, hit, template, options.lang, subject.source_of(hit.at.table)) for hit in hits]
        elif reasons:
            said = dict.fromkeys(reason.in_language(options.lang) for reason in reasons)
            unchecked.append(Unchecked(rule.code, ("; " if options.lang == "en" else "；").join(said)))
    return Report(
        path=path,
        readable=True,
        form=template.form,
        edition=template.edition,
        body=subject.identity.body,
        year=year,
        findings=tuple(sorted(findings, key=_order)),
        unchecked=tuple(unchecked),
        held=ran - broken - len(unchecked),
        broken=broken,
        form_name=book.name_of(template).in_language(options.lang),
        adjusted=tuple(sentence.in_language(options.lang) for sentence in book.adjusted),
    )


def _laid_over(document: Document, book: Rulebook, options: Options) -> tuple[Template, Subject]:
    """Return the edition due and the document laid over it, or over the edition whose tables it has."""
    pack = book.pack
    due = pack.template(options.edition, options.year)
    subject = align(document, due, options.year, pack.besides(due))
    year = subject.identity.year
    if options.edition is not None:
        return due, subject
    if year is None and len(pack.templates) > 1:
        reason = Phrase(
            "无法判断报告年度，不知道应按哪一年的格式", "without the report year, it cannot be told which form is due"
        )
        subject = _likeliest(document, pack, subject)
        return due, subject._replace(other=None, absent={"edition": reason, **subject.absent})
    if year is None:
        return due, subject
    if pack.template(None, year) is not due:
        due = pack.template(None, year)
        subject = align(document, due, options.year, pack.besides(due))
    if year < due.since:
        subject = unmeasured(subject, before_its_time(due, year))
    elif due.binding is not None and year < due.binding and not subject.tables:
        subject = unmeasured(subject, not_yet_binding(due, year))
    return due, subject


def _likeliest(document: Document, pack: Pack, subject: Subject) -> Subject:
    """Return the document laid over the edition that it departs from least, the newest of equals."""
    if not subject.departures:
        return subject
    others = (align(document, template) for template in reversed(pack.templates))
    return min((subject, *others), key=lambda laid: len(laid.departures))


def unreadable(path: str, error: UnreadableDocument, book: Rulebook, options: Options) -> Report:
    """Report a file that cannot be read: one finding, and every other rule unchecked for that reason."""
    template = book.pack.template(options.edition, options.year)
    facts: dict[str, Fact] = {"reason": error.reason, "instead": error.advice}
    asked = [rule for rule, _ in book.checks if rule.code in options.codes]
    findings = tuple(
        _finding(rule, Hit(Place(Location()), facts), template, options.lang, template.source)
        for rule in asked
        if rule.check == "unreadable"
    )
    why = Phrase("文件无法读取", "the file cannot be read").in_language(options.lang)
    unchecked = tuple(Unchecked(rule.code, why) for rule in asked if rule.check != "unreadable")
    return Report(
        path=path,
        readable=False,
        form=template.form,
        edition=template.edition,
        body=None,
        year=options.year,
        findings=findings,
        unchecked=unchecked,
        held=0,
        broken=len(findings),
        form_name=book.name_of(template).in_language(options.lang),
        adjusted=tuple(sentence.in_language(options.lang) for sentence in book.adjusted),
    )


def _applies(rule: Rule, year: int | None, template: Template) -> bool:
    """Tell whether the rule is due in the report year, the edition's first year where that is unknown."""
    year = template.since if year is None else max(year, template.since)
    return (rule.since is None or rule.since <= year) and (rule.until is None or year <= rule.until)


class _Named:
    """Adds the rule's code to whatever goes wrong in its check, so that a bug of the linter can be told by rule."""

    def __init__(self, code: str) -> None:
        self._code = code

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if error is not None:
            error.add_note(self._code)


def _spoken_of(rule: Rule) -> Iterator[str]:
    """Yield what a rule's options speak of: a rule on one section or table needs it, whether it says so or not."""
    for option in ("section", "table"):
        key = rule.options.get(option)
        if isinstance(key, str) and key:
            yield f"{option}:{key}"


def _judge(rule: Rule, kind: Check, subject: Subject, *, forced: bool) -> tuple[list[Hit], list[Phrase]]:
    needed = rule.requires if rule.check in _WITHOUT_FORM else ("form", *rule.requires, *_spoken_of(rule))
    if (rule.since or rule.until) and not forced:
        needed = ("year", *needed)  # whether it is due cannot be told without
    reasons = [subject.absent[name] for name in needed if name in subject.absent]
    if reasons:
        return [], reasons[:1]
    with _Named(rule.code):
        verdicts = list(kind.run(subject))
    hits = [verdict for verdict in verdicts if isinstance(verdict, Hit)]
    return hits, [verdict.reason for verdict in verdicts if not isinstance(verdict, Hit)]


def _finding(rule: Rule, hit: Hit, template: Template, lang: str, source: str) -> Finding:
    facts = {name: _said(fact, lang) for name, fact in hit.facts.items()}
    facts["where"] = where(hit.at, template).in_language(lang)
    facts["table"] = template.table(hit.at.table).name.in_language(lang) if hit.at.table else ""
    facts["part"] = hit.at.part
    facts["form"] = template.name.in_language(lang)
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        message=rule.message.in_language(lang).format_map(facts),
        basis=rule.basis.in_language(lang).format(source=hit.source or source),
        advice=rule.advice.in_language(lang).format_map(facts),
        place=hit.at,
        related=hit.related,
        found=hit.found,
        expected=hit.expected,
    )


def _said(fact: Fact, lang: str) -> str:
    return fact.in_language(lang) if isinstance(fact, Phrase) else str(fact)


def where(place: Place, template: Template) -> Phrase:
    """Return a place in the reader's words: the table with its row and column, else the part."""
    if place.table:
        name = template.table(place.table).name
        row, column = place.row_label, place.column_label
        zh = (f"{quoted(row)}行" if row else "") + (f"{quoted(column)}列" if column else "")
        en = (f", row {quoted(row)}" if row else "") + (f", column {quoted(column)}" if column else "")
        return Phrase(name.zh + zh, name.en + en)
    if place.part:
        return Phrase(f"第{place.part}部分", f"part {place.part}")
    return Phrase("报告开头", "the opening")


def _order(finding: Finding) -> tuple[Location, str, str]:
    return finding.place.location, finding.code, finding.message
