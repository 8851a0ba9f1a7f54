"""A blank official form → a template, with what a person should look at and what is still to be filled in."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lint.errors import UnreadableDocument, UsageError
from lint.forms.editions import OPEN
from lint.forms.template import TableSpec, Template
from lint.language.wording import bare, fold, split_number
from lint.learn.carrying import carried
from lint.learn.made_up import draft
from lint.learn.outline import outline
from lint.learn.paper import Paper
from lint.model import Document, Phrase
from lint.readers import read
from lint.readers.limits import MB, Limits

_LARGEST = Limits().file_mb  # MB


class Learned(NamedTuple):
    """A template; `remarks` are for a person to look at, `open` names the places that hold “?”.

    `paper` is what it was learnt from.
    """

    template: Template
    remarks: tuple[Phrase, ...] = ()
    open: tuple[Phrase, ...] = ()
    paper: Paper = Paper()


def learn(
    document: Document,
    *,
    like: Template | None = None,
    form: str = "",
    edition: str = "",
    since: int | None = None,
    name: Phrase | None = None,
) -> Learned:
    """Return the template of a blank form.

    With `like`, the keys and all that a Word file cannot tell come from there; what is new has the key “?", and so have
    name and source if `edition` is another one. Without, keys are made up and nothing is left open. Whatever else is
    given stands in the template as given.

    Raises:
        UsageError: the document has neither a numbered heading nor a table to be filled in.
    """
    known = frozenset(
        bare(split_number(fold(heading))[1])
        for spec in (like.sections if like else ())
        for heading in (spec.heading, *spec.aliases)
    )
    made = draft(document, outline(document, known), with_gaps=like is not None)
    if not made.template.sections and not made.template.tables:
        raise UsageError(_nothing(document))
    notes = tuple(_notes(document))
    remarks = [*notes, *made.remarks]
    made = made._replace(paper=made.paper._replace(remarks=(*notes, *made.paper.remarks)))
    template, paper = made.template, made.paper
    if like is not None:
        template, paper = carried(made, like, remarks)
        template = _dated(template, edition, since)
    template = template._replace(
        form=form or template.form,
        edition=edition or template.edition,
        since=template.since if since is None else since,
        name=name or template.name,
    )
    return Learned(template, tuple(dict.fromkeys(remarks)), tuple(open_places(template)), paper)


def from_file(
    path: Path,
    like: Template | None = None,
    *,
    form: str = "",
    edition: str = "",
    since: int | None = None,
    name: Phrase | None = None,
) -> Learned:
    """Return the template of a blank form on disk; UsageError also if the file cannot be had or read."""
    try:
        with path.open("rb") as stream:
            data = stream.read(_LARGEST * MB + 1)
    except OSError as error:
        why = error.strerror or type(error).__name__
        zh = f"表单文件“{path}”打不开（{why}），请核对路径；文件正在 Word 里打开的，先关闭它"
        en = f"the form {path} cannot be opened ({why}); check the path, and close the file if Word has it open"
        raise UsageError(Phrase(zh, en)) from error
    if len(data) > _LARGEST * MB:
        zh = f"表单文件“{path}”超过 {_LARGEST} MB，请换成不带大幅图片的空白表单"
        raise UsageError(Phrase(zh, f"the form {path} is larger than {_LARGEST} MB; give one without large pictures"))
    try:
        document = read(data, path.name)
    except UnreadableDocument as error:
        zh = f"表单文件“{path}”无法读取：{error.reason.zh}；{error.advice.zh}"
        en = f"the form {path} cannot be read: {error.reason.en}; {error.advice.en}"
        raise UsageError(Phrase(zh, en)) from error
    return learn(document, like=like, form=form, edition=edition, since=since, name=name)


def open_places(template: Template) -> Iterator[Phrase]:
    """Yield each place of a template that holds “?”, in its order."""
    if OPEN in template.name:
        yield Phrase("name：表单的名称", "name: what the form is called")
    if template.source == OPEN:
        yield Phrase("source：发文字号", "source: the number of the notice it rests on")
    for spec in template.sections:
        if spec.key == OPEN:
            heading = "、".join(filter(None, (spec.numeral, spec.heading)))
            yield Phrase(f"“{heading}”这一部分的 key", f"the key of part “{heading}”")
    for table in template.tables:
        yield from _open_in(table)


def _open_in(table: TableSpec) -> Iterator[Phrase]:
    zh, en = table.name
    if table.key == OPEN:
        yield Phrase(f"{zh}的 key", f"the key of {en}")
    for band in table.bands:
        for leaf in (band.name(column) for column in band.columns if column.key == OPEN):
            yield Phrase(f"{zh}“{leaf}”列的 key", f"the key of column “{leaf}” in {en}")
        for leaf in ("".join(row.labels[-1:]) for row in band.rows if row.key == OPEN):
            yield Phrase(f"{zh}“{leaf}”行的 key", f"the key of row “{leaf}” in {en}")


def _dated(template: Template, edition: str, since: int | None) -> Template:
    """Return a template with the years that are asked for; of another edition only a person knows name and source."""
    if edition and edition != template.edition:
        year = int(edition) if edition.isascii() and edition.isdigit() and len(edition) == 4 else template.since
        template = template._replace(since=year, until=None, binding=None, name=Phrase(OPEN, OPEN), source=OPEN)
    first = template.since if since is None else since
    until, binding = (None if year is None or year < first else year for year in (template.until, template.binding))
    return template._replace(since=first, until=until, binding=binding)


def _nothing(document: Document) -> Phrase:
    return Phrase(
        f"从“{document.name}”里学不出表单：既没有带序号的标题（如“一、”），也没有要填数字的表格；"
        "请换成空白的正式表单（Word 文件）",
        f"no form can be learnt from {document.name}: it has neither a numbered heading nor a table for figures; "
        "give the blank official form, a Word file",
    )


def _notes(document: Document) -> Iterator[Phrase]:
    """Yield what the reader noted and may have changed what was learnt."""
    kinds = {note.kind for note in document.notes}
    if kinds & {"insertion", "deletion", "move"}:
        zh, en = (
            "文件里留有修订，按接受全部修订收入",
            "the file has tracked changes; it was read as if all were accepted",
        )
        yield Phrase(zh, en)
    if "nested-table" in kinds:
        zh, en = "有表格套在别的表格里，请核对", "a table stands inside another one; check it"
        yield Phrase(zh, en)
    if "textbox" in kinds:
        zh, en = "文本框里的文字没有当作标题", "text in text boxes was not taken for headings"
        yield Phrase(zh, en)
