"""Several submissions → a zip archive of them, with hostile names, members of every kind, and a container that lies."""

from __future__ import annotations

from random import Random

from tests.fuzz.cases import Case, damaged, few
from tests.fuzz.containers import Member, container, distorted, member
from tests.fuzz.pages import page_case
from tests.fuzz.soup import soup_case
from tests.fuzz.starting import word
from tests.fuzz.texts import text_case

_NAMES = (
    "报送/某镇.docx", "报送/某镇.docx", "某镇2021年.txt", "a.html", "../../a.docx", "/etc/a.docx", "C:\\a.docx",
    "a\\b\\c.docx", "~$a.docx",
    ".a.docx", "__MACOSX/._a.docx", "a.docx/", "a.docx/b.docx", "CON.docx", "aux.txt", "a\n.docx", "a\0.docx",
    "\u202excod.a", "a" * 300 + ".docx",
    "/".join("a" * 200) + "/a.docx", "a.zip", "b.doc", "c.pdf", "d.rtf", "A.DOCX", "a.docx ", "a.docx.", "", "/", "..",
    " ", "%s.docx", "{}.md",
)  # fmt: skip


def _submission(rng: Random) -> bytes:
    match rng.randrange(6):
        case 0 | 1:
            return word(rng)
        case 2:
            return text_case(rng).data
        case 3:
            return page_case(rng).data
        case 4:
            return container([member(b"a.docx", word(rng))])
        case _:
            return soup_case(rng).data


def _packed(rng: Random, name: str) -> Member:
    spelt = name.encode(rng.choice(["utf-8", "gb18030", "cp437"]), "replace")
    made = member(spelt, _submission(rng), rng.choice([0, 8, 8]))
    return made._replace(flags=0x800) if rng.random() < 0.3 else made


def archive_case(rng: Random) -> Case:
    """Return an archive as a bureau might hand it in, or a hostile one."""
    made = [_packed(rng, rng.choice(_NAMES)) for _ in range(rng.randrange(1, 6))]
    for _ in range(few(rng) if rng.random() < 0.5 else 0):
        distorted(rng, made)
    data = container(made, wide=rng.random() < 0.1)
    return Case(damaged(rng, data) if rng.random() < 0.2 else data, rng.choice(["a.zip", "a.zip", "a.docx", "a"]))
