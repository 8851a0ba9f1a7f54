"""Whether a check will tell the body by its name in the title of a blank form."""

from lint.align.identity import identify
from lint.forms.template import Template
from lint.language.names import take_apart
from lint.language.wording import fold
from lint.markup.words import Words, pieces
from lint.model import Document, Location, Paragraph


def recognised(body: str, template: Template, words: Words) -> bool:
    """Tell whether the title, filled in with `body` and a year, is taken for that of a report by this very body.

    True where the form has no title that names the body.
    """
    if not template.title or not any("{body}" in line for line in words.title):
        return True
    given = {"body": body, "title": template.title, "year": str(template.since)}
    lines = ("".join(piece.text for piece in pieces(line, words, given)) for line in words.title)
    blocks = tuple(Paragraph(line, Location(block)) for block, line in enumerate(lines, 1))
    title = identify(Document("", blocks), template, None).title_text
    return take_apart(title, template.title).body == fold(body)
