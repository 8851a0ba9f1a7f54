"""Edits that put another edition's tables into a document, the figures that both editions have carried over."""

from __future__ import annotations

from lint.forms.layout import laid_out
from lint.forms.places import UnfitEditError, column_of, row_of, table_place, table_spec
from lint.forms.prose_departures import Texts, with_blocks
from lint.forms.sheet import Sheet, sheet
from lint.forms.template import TableSpec, Template
from lint.model import Document, Phrase, Table


def use_edition(document: Document, template: Template, *, edition: str, tables: Texts) -> Document:
    """Lay these tables out as another edition of the same form has them."""
    other = _edition(template.form, edition)
    for key in tables:
        spec = table_spec(template, key)
        place = table_place(document, spec)
        block = document.blocks[place]
        figures = _figures(sheet(block), spec) if isinstance(block, Table) else {}
        laid = laid_out(table_spec(other, key), figures)
        document = with_blocks(document, (*document.blocks[:place], laid, *document.blocks[place + 1 :]))
    return document


def _edition(form: str, edition: str) -> Template:
    from lint.forms.editions import read_template  # noqa: PLC0415 - only here is a second edition needed
    from lint.forms.store import rules_folder  # noqa: PLC0415 - likewise

    path = rules_folder() / form / f"{edition}.toml"
    if not path.is_file():
        raise UnfitEditError(Phrase(f"没有 {edition} 年版", f"there is no edition {edition}"))
    return read_template(path)


def _figures(grid: Sheet, spec: TableSpec) -> dict[str, dict[str, str]]:
    """Return the figures by row and column key."""
    return {
        row.key: {
            column.key: grid.cell(row_of(grid, spec, row.key), column_of(grid, spec, row.key, column.key)).text
            for column in band.columns
        }
        for band, row in spec.rows()
    }
