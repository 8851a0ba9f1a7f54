"""Tells what each paragraph of a report is, as far as its setting goes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lint.markup.setting import Role
from lint.model import Block, Document, Paragraph

_HEADING = re.compile(r"[一二三四五六七八九十]{1,3}、")
_SUBHEADING = re.compile(r"（[一二三四五六七八九十]{1,3}）")
_DATE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")


def roles(document: Document) -> list[Role]:
    """Return the role of each block; tables count as body."""
    blocks = document.blocks
    first = next((place for place, block in enumerate(blocks) if _sentence(block)), len(blocks))
    return [_role(blocks, place, first) for place in range(len(blocks))]


def _role(blocks: Sequence[Block], place: int, first: int) -> Role:
    block = blocks[place]
    if not isinstance(block, Paragraph):
        return "body"
    if place < first and not _HEADING.match(block.text):
        return "title"
    if place >= len(blocks) - 2 and not _sentence(block) and _dated(blocks[-1]):
        return "signature"
    if _sentence(block):
        return "body"
    if _HEADING.match(block.text):
        return "heading"
    return "subheading" if _SUBHEADING.match(block.text) else "body"


def _sentence(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.text.endswith(("。", "；", "："))


def _dated(block: Block) -> bool:
    return isinstance(block, Paragraph) and _DATE.fullmatch(block.text) is not None
