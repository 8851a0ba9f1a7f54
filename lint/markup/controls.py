"""Content controls: labels that cannot be changed or deleted, and prompts that give way to what is typed over them."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from lint.markup.elements import Element, made, run, run_properties
from lint.markup.setting import Setting

_GREY = "PlaceholderText"  # Word's own identifier of the style in which it shows prompts
_FIRST = 100001  # of the identifiers, which must be unique and above 0


def locked(runs: Sequence[Element]) -> Element:
    """Return a control inside a paragraph whose text can be neither changed nor deleted."""
    properties = made("w:sdtPr", {}, made("w:id"), made("w:lock", {"w:val": "sdtContentLocked"}))
    return made("w:sdt", {}, properties, made("w:sdtContent", {}, *runs))


def prompt(text: str, setting: Setting) -> Element:
    """Return a control that shows a grey prompt; a click selects it, and typing replaces prompt and control."""
    properties = made(
        "w:sdtPr",
        {},
        run_properties(setting),  # of what will be typed
        made("w:id"),
        made("w:temporary"),
        made("w:showingPlcHdr"),
    )
    return made("w:sdt", {}, properties, made("w:sdtContent", {}, run(text, setting, style=_GREY)))


def number_controls(body: Element) -> None:
    """Give each control its identifier, in reading order."""
    for number, control in enumerate(body.iter(qn("w:sdt")), _FIRST):
        control.find(qn("w:sdtPr")).find(qn("w:id")).set(qn("w:val"), str(number))


def add_prompt_style(word: WordDocument) -> None:
    """Add the style in which prompts are shown, as Word defines it."""
    style = made(
        "w:style",
        {"w:type": "character", "w:styleId": _GREY},
        made("w:name", {"w:val": "Placeholder Text"}),
        made("w:basedOn", {"w:val": "DefaultParagraphFont"}),
        made("w:uiPriority", {"w:val": "99"}),
        made("w:semiHidden"),
        made("w:rPr", {}, made("w:color", {"w:val": "808080"})),
    )
    word.styles.element.append(style)
