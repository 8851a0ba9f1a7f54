"""The rules of a form and its examples → rules as they are explained: the linter is run on every example."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lint import engine
from lint.errors import UnreadableDocument
from lint.findings import Finding
from lint.forms import pack_names
from lint.forms.examples import FILES, Example, Examples, load_examples
from lint.forms.kinds import load_kinds
from lint.forms.rule import Rule
from lint.forms.store import rules_folder
from lint.forms.template import Template
from lint.model import Document, Phrase
from lint.readers import read
from lint.reporters.difference import difference
from lint.reporters.rulebook import Entry, Worked
from lint.rulebook import Rulebook

_OPENS = Phrase("能正常打开的 Word 文件", "a Word file that opens")
_FINAL = Phrase("没有修订、批注和隐藏文字的定稿", "a final text without tracked changes, comments or hidden text")
_DELETED = Phrase("（删去）", "(delete it)")
_TABLES = Phrase("{} 张表", "{} tables")
_LONG = Phrase("{} 字", "{} characters")
_AT_MOST = Phrase("不超过 {} 字", "at most {} characters")


def entries(book: Rulebook, lang: str, codes: Iterable[str] | None = None) -> list[Entry]:
    """Return the rules with these codes, or all, in the order of reports; what is in force for later years first.

    Their examples are worked in the language `lang`.
    """
    wanted = None if codes is None else set(codes)
    rules = [rule for rule in book.pack.rules if wanted is None or rule.code in wanted]
    order = {code: place for place, code in enumerate(dict.fromkeys(rule.code for rule in rules))}
    rules.sort(key=lambda rule: (order[rule.code], -(rule.since or 0)))
    shelf = _shelf(book.pack.form)
    meanings = {term.name: term.means for term in load_kinds().requirements}
    return [_entry(rule, _newest(book, rule), meanings, tuple(_worked(book, rule, shelf, lang))) for rule in rules]


def _shelf(form: str) -> list[Examples]:
    """Return the examples of a form, those of the newest edition first; none for a form without."""
    folder = rules_folder() / form
    if form not in pack_names() or not (folder / "examples.toml").is_file():
        return []
    earlier = sorted((path.stem.partition("-")[2] for path in folder.glob("examples-*.toml")), reverse=True)
    return [load_examples(form), *(load_examples(form, edition) for edition in earlier)]


def _entry(rule: Rule, template: Template, meanings: Mapping[str, Phrase], examples: tuple[Worked, ...]) -> Entry:
    sources = {"source": template.source}
    return Entry(
        rule.code,
        rule.name,
        rule.severity,
        rule.message,
        Phrase(rule.basis.zh.format_map(sources), rule.basis.en.format_map(sources)),
        rule.advice,
        rule.since,
        rule.until,
        rule.requires,
        tuple(_need(word, template, meanings) for word in rule.requires),
        examples,
        rule.off,
    )


def _newest(book: Rulebook, rule: Rule) -> Template:
    """Return the newest edition that the rule is for; the one edition asked for, if one was."""
    editions = [each for each in book.pack.templates if book.edition in (None, each.edition)]
    fit = [each for each in editions if rule.until is None or each.since <= rule.until]
    return (fit or editions)[-1]


def _need(word: str, template: Template, meanings: Mapping[str, Phrase]) -> Phrase:
    """Return in words what a rule requires."""
    what, _, key = word.partition(":")
    if what == "section":
        spec = template.section(key)
        heading = f"“{spec.title}”"
        return Phrase(f"报告里有{heading}这一部分", f"the report has the part {heading}")
    if what == "table":
        name = template.table(key).name
        return Phrase(f"报告里有{name.zh}", f"the report has {name.en}")
    return meanings.get(word, Phrase(word, word))


def _worked(book: Rulebook, rule: Rule, shelf: Iterable[Examples], lang: str) -> Iterator[Worked]:
    for examples in shelf:
        year = examples.report.year
        if (rule.since or 0) <= year <= (rule.until or 9999):
            for example in examples.examples:
                if example.code == rule.code:
                    yield from _run(book, examples, example, lang)


def _run(book: Rulebook, examples: Examples, example: Example, lang: str) -> Iterator[Worked]:
    """Yield what the linter says about an example; nothing if it finds nothing, which is for a test to refuse."""
    finding = _finding(book, examples, example, lang)
    if finding is None:
        return
    if example.file:
        found, right = "", _OPENS.in_language(lang)
    else:
        found, right = _contrast(examples.document(example), examples.document(), finding, lang)
    wrong = example.wrong.in_language(lang) if example.wrong else finding.message
    newest = book.pack.templates[-1].edition
    edition = "" if examples.template.edition == newest else examples.template.edition
    yield Worked(wrong, found, right, finding.message, finding.advice, edition)


def _contrast(wrong: Document, right: Document, finding: Finding, lang: str) -> tuple[str, str]:
    """Return what the report reads and what it should read; the former "" where something is missing."""
    found, expected = difference(wrong, right)
    if found and expected:
        return found, expected
    if expected:  # nothing stands over against it: the finding knows better what it is about
        return "", finding.expected or expected
    if found:
        if (finding.found or "").isdecimal() and (finding.expected or "").isdecimal():  # a length
            return _LONG.in_language(lang).format(finding.found), _AT_MOST.in_language(lang).format(finding.expected)
        return finding.found or found, _DELETED.in_language(lang)
    if wrong.notes != right.notes:
        return "", _FINAL.in_language(lang)
    pieces, tables = len(list(wrong.tables())), len(list(right.tables()))
    pattern = _TABLES.in_language(lang)
    return pattern.format(pieces), pattern.format(tables)


def _finding(book: Rulebook, examples: Examples, example: Example, lang: str) -> Finding | None:
    options = engine.Options(frozenset({example.code}), lang)
    if example.file:
        try:
            document = read(FILES[example.file], "report.docx")
        except UnreadableDocument as error:
            return next(iter(engine.unreadable("report.docx", error, book, options).findings), None)
    else:
        document = examples.document(example)
    return next(iter(engine.check(document, book, options, "report.docx").findings), None)
