"""What the user should know of a form that was built: what was taken from where, what is missing, what does not fit."""

from collections.abc import Iterator

from lint.forms.template import Template
from lint.markup.carried import Carried, mismatches
from lint.markup.chosen import Chosen
from lint.markup.recognition import recognised
from lint.model import Phrase


def remarks(form: Chosen, carried: Carried | None, body: str, year: int | None) -> Iterator[Phrase]:
    """Yield the sentences; `body` is the one given ("" for none), `year` the one that is filled in."""
    fields = form.words.fields(titled=bool(form.template.title))
    yield from form.remarks
    yield from _in_force(form.template, year)
    name = body or (carried.body if carried is not None else "")
    yield from _without_place(fields, name, year)
    if carried is not None:
        yield from mismatches(carried, body, year)
        if not any(spec.carries for spec in form.template.tables):
            zh = "这个表单没有写明哪些数字从上一年结转，表中没有填数"
            yield Phrase(zh, "this form does not say which figures are carried over; none were filled in")
        yield from carried.gaps
        yield from _untold(fields, carried, body, year)
    if name and not recognised(name, form.template, form.words):
        zh = f"检查时可能认不出“{name}”这个单位名称，会提示标题没有写单位；请核对是不是全称，是全称就不必理会那条提示"
        en = f"a check may not tell that {name} is a body and miss it in the title; if it is the full name, ignore that"
        yield Phrase(zh, en)


def _in_force(template: Template, year: int | None) -> Iterator[Phrase]:
    if year is not None and (year < template.since or (template.until is not None and year > template.until)):
        zh, en = f"{template.name.zh}不适用于 {year} 年度，请核对版本", f"{template.name.en} is not in force for {year}"
        yield Phrase(zh, f"{en}; check the edition")


def _without_place(fields: frozenset[str], body: str, year: int | None) -> Iterator[Phrase]:
    """Yield what was given and has no place in the form."""
    if body and "body" not in fields:
        zh = "这个表单没有标题和落款，单位名称没有地方可填，请在做好的文件里手工加上"
        yield Phrase(zh, "this form has neither title nor signature to name the body in; add it by hand")
    if year is not None and not fields & {"year", "next_year"}:
        zh = "这个表单没有标题和统计期限，年度没有地方可填，请在做好的文件里手工加上"
        yield Phrase(zh, "this form has neither title nor period to name the year in; add it by hand")


def _untold(fields: frozenset[str], carried: Carried, body: str, year: int | None) -> Iterator[Phrase]:
    """Yield what last year's report should tell, and does not."""
    if not body and not carried.body and "body" in fields:
        zh = "从去年的报告里看不出单位名称，请在空白表里填写，或加 --body"
        yield Phrase(zh, "last year's report does not tell the body; fill it in, or give --body")
    if year is None and fields & {"year", "next_year"}:
        zh = "从去年的报告里看不出年度，请在空白表里填写，或加 --year"
        yield Phrase(zh, "last year's report does not tell its year; fill it in, or give --year")
