"""Named departures from a conforming document, described as data: operation name and options → Document."""

from collections.abc import Callable, Iterable, Mapping
from inspect import signature
from types import MappingProxyType
from typing import Any, NamedTuple

from lint.errors import PackError
from lint.forms import edition_departures as editions
from lint.forms import prose_departures as prose
from lint.forms import table_departures as tables
from lint.forms.places import UnfitEditError
from lint.forms.template import Template
from lint.model import Document, Phrase

Operation = Callable[..., Document]  # (document, template, *, options) → document

OPERATIONS: Mapping[str, Operation] = MappingProxyType(
    {
        "drop-section": prose.drop_section,
        "move-section": prose.move_section,
        "swap-sections": prose.swap_sections,
        "rename-heading": prose.rename_heading,
        "renumber-heading": prose.renumber_heading,
        "double-section": prose.double_section,
        "add-section": prose.add_section,
        "set-section": prose.set_section,
        "drop-paragraph": prose.drop_paragraph,
        "replace-text": prose.replace_text,
        "insert-paragraph": prose.insert_paragraph,
        "set-title": prose.set_title,
        "set-name": prose.set_name,
        "set-date": prose.set_date,
        "hide-text": prose.hide_text,
        "box-text": prose.box_text,
        "add-note": prose.add_note,
        "other-document": prose.other_document,
        "drop-row": tables.drop_row,
        "rename-row": tables.rename_row,
        "rename-group": tables.rename_group,
        "swap-rows": tables.swap_rows,
        "move-row": tables.move_row,
        "add-row": tables.add_row,
        "drop-column": tables.drop_column,
        "add-column": tables.add_column,
        "swap-columns": tables.swap_columns,
        "rename-column": tables.rename_column,
        "rename-header": tables.rename_header,
        "drop-band": tables.drop_band,
        "set-value": tables.set_value,
        "set-values": tables.set_values,
        "merge-values": tables.merge_values,
        "drop-table": tables.drop_table,
        "picture-for-table": tables.picture_for_table,
        "double-table": tables.double_table,
        "split-table": tables.split_table,
        "split-bands": tables.split_bands,
        "use-edition": editions.use_edition,
    }
)

# Types as the operations spell them (annotations are strings) → what TOML gives for them.
_ACCEPTS: Mapping[str, Callable[[object], bool]] = MappingProxyType(
    {
        "str": lambda value: isinstance(value, str),
        "int": lambda value: isinstance(value, int) and not isinstance(value, bool),
        "bool": lambda value: isinstance(value, bool),
        "Texts": lambda value: isinstance(value, tuple) and all(isinstance(text, str) for text in value),
        "Figures": lambda value: isinstance(value, dict) and all(isinstance(row, dict) for row in value.values()),
    }
)


class Edit(NamedTuple):
    """One departure. `file` and `where` say where it is written, for the error when it does not fit."""

    op: str
    options: Mapping[str, Any]
    file: str = ""
    where: str = ""


def edit(data: Mapping[str, Any], file: str, where: str) -> Edit:
    """Return the edit that a TOML table describes; PackError for an unknown operation, or a wrong or missing option."""
    name = data.get("op")
    if not isinstance(name, str) or name not in OPERATIONS:
        raise PackError(file, where, "op", Phrase(f"没有名为“{name}”的改动", f"there is no operation {name!r}"))
    options = {key: tuple(value) if isinstance(value, list) else value for key, value in data.items() if key != "op"}
    known = {
        key: option
        for key, option in signature(OPERATIONS[name]).parameters.items()
        if option.kind is option.KEYWORD_ONLY
    }
    for key, value in options.items():
        if key not in known:
            raise PackError(file, where, key, Phrase(f"“{name}”没有这个选项", f"{name} has no such option"))
        if not _ACCEPTS[known[key].annotation](value):
            raise PackError(file, where, key, Phrase("类型不对", f"is not of the type {known[key].annotation}"))
    for key, option in known.items():
        if option.default is option.empty and key not in options:
            raise PackError(file, where, key, Phrase(f"“{name}”缺少这个选项", f"{name} needs this option"))
    return Edit(name, options, file, where)


def departed(document: Document, template: Template, edits: Iterable[Edit]) -> Document:
    """Return the document after these edits, in order; PackError if one names what is not there.

    Tracked changes and comments belong last: later edits do not move them.
    """
    for step in edits:
        try:
            document = OPERATIONS[step.op](document, template, **step.options)
        except UnfitEditError as problem:
            raise PackError(step.file, step.where, step.op, problem.sentence) from problem
    return document
