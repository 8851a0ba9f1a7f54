"""examples.toml of a form → one conforming report and, rule by rule, departures from it. Every mistake is refused."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from lint.forms.departures import Edit, departed, edit
from lint.forms.editions import read_template
from lint.forms.fields import Fields, load_toml, nearest
from lint.forms.layout import Values
from lint.forms.published import published_codes
from lint.forms.specimen import SpecimenText, specimen
from lint.forms.store import rules_folder
from lint.forms.template import Template
from lint.model import Document, Phrase

FILES: Mapping[str, bytes] = MappingProxyType(
    {
        "empty": b"",
        "picture": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        "broken-archive": b"PK\x03\x04\x14\x00\x06\x00",
    }
)


class Example(NamedTuple):
    """A departure that breaks the rule `code`, and the rules in `also` where it cannot but break those.

    `file` names bytes of FILES that stand in the document's place; `wrong` says in a sentence what is wrong.
    """

    code: str
    edits: tuple[Edit, ...]
    also: tuple[str, ...] = ()
    file: str = ""
    wrong: Phrase | None = None


class Examples(NamedTuple):
    """The examples of a form, all of one edition."""

    template: Template
    report: SpecimenText
    examples: tuple[Example, ...]

    def document(self, example: Example | None = None) -> Document:
        """Return the conforming report, or what an example makes of it; PackError if the example does not fit."""
        return departed(specimen(self.template, self.report), self.template, example.edits if example else ())


def load_examples(form: str, edition: str | None = None) -> Examples:
    """Return the examples of a form, or those of an earlier edition; PackError names file, example and key."""
    folder = rules_folder() / form
    path = folder / (f"examples-{edition}.toml" if edition else "examples.toml")
    data = load_toml(path)
    template = read_template(folder / f"{Fields(data, path.name, '').table('report').text('edition')}.toml")
    return read_examples(data, path.name, template)


def read_examples(data: Mapping[str, Any], file: str, template: Template) -> Examples:
    """Return the examples in a TOML file's data; `file` is how errors name it."""
    fields = Fields(data, file, "")
    report = report_text(fields.table("report"), template)
    codes = published_codes(rules_folder() / "codes.toml")
    made = [_example(item, data["example"][rank], file, codes) for rank, item in enumerate(fields.tables("example"))]
    fields.done()
    return Examples(template, report, tuple(made))


def report_text(fields: Fields, template: Template) -> SpecimenText:
    """Return the texts and figures of a `[report]` table; PackError for a key that the template does not have."""
    sections, values = fields.table("sections"), fields.raw("values")
    fields.text("edition")
    text = SpecimenText(
        body=fields.text("body"),
        year=fields.number("year", required=True) or 0,
        title=fields.texts("title", required=True),
        preamble=fields.texts("preamble"),
        sections={section.key: sections.texts(section.key) for section in template.sections},
        date=fields.text("date", ""),
        values=_figures(fields, values, template),
        name=fields.text("name"),
    )
    sections.done()
    fields.done()
    return text


def _example(fields: Fields, data: Mapping[str, Any], file: str, codes: Mapping[str, str]) -> Example:
    code = fields.text("code")
    named = fields.named(code)
    named.text("code")
    if code not in codes:
        near = nearest(code, sorted(codes)) or "?"
        raise named.error("code", f"没有这条规则，是否想写 {near}", f"is no rule's; did you mean {near}")
    edits, stand_in = named.tables("edit", required=False), named.text("file", "")
    if stand_in and stand_in not in FILES:
        raise named.error("file", f"没有“{stand_in}”", f"there is no {stand_in!r}")
    if not edits and not stand_in:
        raise named.error("edit", "缺少改动", "is missing")
    example = Example(
        code,
        tuple(edit(item, file, f"{code} edit {rank}") for rank, item in enumerate(data.get("edit", ()), 1)),
        also=named.texts("also"),
        file=stand_in,
        wrong=named.phrase("wrong") if "wrong" in data else None,
    )
    named.done()
    return example


def _figures(fields: Fields, values: Mapping[str, Any], template: Template) -> dict[str, Values]:
    known = {
        (table.key, row.key, column.key)
        for table in template.tables
        for band, row in table.rows()
        for column in band.columns
    }
    made: dict[str, dict[str, dict[str, str]]] = {}
    for table, rows in values.items():
        for row, line in rows.items() if isinstance(rows, dict) else [("", {"": rows})]:
            for column, figure in line.items() if isinstance(line, dict) else [("", line)]:
                if (table, row, column) not in known:
                    raise fields.error(
                        f"values.{table}.{row}.{column}".rstrip("."), "表单没有这一格", "is no cell of the form"
                    )
                made.setdefault(table, {}).setdefault(row, {})[column] = str(figure)
    return dict(made)
