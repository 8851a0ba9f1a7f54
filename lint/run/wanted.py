"""Names found in folders and archives → whether they are submissions, and why not."""

from collections.abc import Callable, Sequence
from fnmatch import fnmatch
from typing import NamedTuple

from lint.model import Phrase
from lint.readers.directory import Entry
from lint.readers.limits import Limits
from lint.readers.refusals import Refusal
from lint.run.source import LOCK_PREFIX

ARCHIVES = frozenset({".zip"})
PACKED = frozenset({".rar", ".7z", ".tar", ".gz", ".tgz"})  # archives that the reader names and refuses
DOCUMENTS = frozenset(
    {
        *(".docx", ".docm", ".dotx", ".dotm"),
        *(".doc", ".dot", ".wps", ".wpt", ".rtf"),
        *(".odt", ".ott", ".fodt"),
        *(".pdf", ".ofd"),
        *(".mht", ".mhtml"),
    }
)
TEXTS = frozenset({".txt", ".md", ".markdown", ".html", ".htm", ".shtml", ".xhtml"})  # taken only if like a report
KNOWN = ARCHIVES | PACKED | DOCUMENTS | TEXTS
PROBE = 2**20  # bytes of a text that are looked at; headings of a report stand far before that
UNLIKE = Phrase("看不到报告的标题或章节", "shows no title or section of a form")
_OF_MACS = "__MACOSX"  # what a Mac packs beside every file


class Wanted(NamedTuple):
    """What is looked for: names that fit no pattern of `exclude`, texts that `resembles` takes, within `limits`."""

    exclude: Sequence[str]
    resembles: Callable[[bytes], bool]
    limits: Limits


class Content(NamedTuple):
    """A member of an archive to check, or why it cannot be read, or why it or its folder is left out.

    `inner` is its path in the archive as shown, unlike that of any other; `name` its own name without folders.
    """

    inner: str
    name: str = ""
    member: Entry | None = None
    refusal: Refusal | None = None
    skipped: Phrase | None = None


def suffix(name: str) -> str:
    """Return the extension of a file's name in lower case, with its dot; "" if it has none."""
    stem, dot, last = name.rpartition(".")
    return f".{last.lower()}" if dot and stem else ""


def unwanted(name: str, inside: str, exclude: Sequence[str]) -> Phrase | None:
    """Return why a file or folder of that name is left out whatever it holds, None if it is not.

    `inside` is its path from the folder that is searched, with forward slashes; `exclude` are patterns on both.
    """
    if name.startswith(LOCK_PREFIX):
        return Phrase("Word 的临时锁文件", "lock file of Word")
    if name.startswith(".") or name == _OF_MACS:
        return Phrase("隐藏的文件或文件夹", "hidden")
    patterns = [pattern.rstrip("/") for pattern in exclude]
    if any(fnmatch(name, pattern) or fnmatch(inside, pattern) for pattern in patterns):
        return Phrase("按 --exclude 排除", "excluded by --exclude")
    return None
