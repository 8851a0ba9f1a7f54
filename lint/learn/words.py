"""How rows, columns, blocks and sections are spoken of."""

from collections.abc import Iterable
from typing import NamedTuple

from lint.model import Phrase

_INNER = str.maketrans("“”", "‘’")


class Words(NamedTuple):
    """How one sort of label is spoken of; `kind` begins the names of its changes."""

    kind: str
    one: Phrase  # with {}
    number: Phrase  # with {}
    renamed: Phrase  # with {} for old and new
    blanked: Phrase  # with {}


ROW = Words(
    "row",
    Phrase("{}一行", "row {}"),
    Phrase("{} 行", "{} rows"),
    Phrase("{}一行改为{}", "row {} now reads {}"),
    Phrase("{}一行的名称没有了", "the label of row {} is gone"),
)
ROWS = Words(
    "row-group",
    Phrase("{}一组", "the group of rows {}"),
    Phrase("{} 组", "{} groups of rows"),
    Phrase("{}一组改为{}", "the group of rows {} now reads {}"),
    Phrase("{}一组的名称没有了", "the label of the group of rows {} is gone"),
)
COLUMN = Words(
    "column",
    Phrase("{}一列", "column {}"),
    Phrase("{} 列", "{} columns"),
    Phrase("{}一列改为{}", "column {} now reads {}"),
    Phrase("{}一列的表头没有了", "the header of column {} is gone"),
)
COLUMNS = Words(
    "column-group",
    Phrase("表头{}及其各列", "the group of columns {}"),
    Phrase("{} 组", "{} groups of columns"),
    Phrase("表头{}改为{}", "the header {} now reads {}"),
    Phrase("表头{}没有了，下面的各列还在", "the header {} is gone, though its columns are there"),
)
BAND = Words(
    "band",
    Phrase("{}一栏", "the block {}"),
    Phrase("{} 栏", "{} blocks"),
    Phrase("栏目标题{}改为{}", "the block title {} now reads {}"),
    Phrase("栏目标题{}没有了", "the block title {} is gone"),
)
SECTION = Words(
    "section",
    Phrase("{}这一部分", "part {}"),
    Phrase("{} 个部分", "{} parts"),
    Phrase("标题{}改为{}", "the heading {} now reads {}"),
    Phrase("标题{}没有了", "the heading {} is gone"),
)


def quoted(text: str) -> str:
    """Return a wording in quotation marks, those inside it made single."""
    plain = " ".join(text.split()).translate(_INNER)
    return f"“{plain}”" if plain else "“（空白）”"


def listed(texts: Iterable[str]) -> Phrase:
    """Return wordings in quotation marks as a list in each language's manner."""
    marks = [quoted(text) for text in texts]
    return Phrase("、".join(marks), ", ".join(marks))


def one_of(words: Words, text: str) -> Phrase:
    """Return one of its sort by name."""
    return Phrase(words.one.zh.format(quoted(text)), words.one.en.format(quoted(text)))


def counted(words: Words, count: int) -> Phrase:
    """Return how many of its sort."""
    en = words.number.en.format(count)
    return Phrase(words.number.zh.format(count), en.removesuffix("s") if count == 1 else en)
