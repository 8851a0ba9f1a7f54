"""Archives of submissions are read as folders: what is taken, how it is shown, what is said of the rest."""

from __future__ import annotations

import contextlib
import io
import random
import struct
import time
import tracemalloc
import zipfile
import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from lint.errors import UnreadableDocument
from lint.readers import archive, read, refusals
from lint.readers.limits import MB, Limits
from lint.readers.refusals import Refusal
from lint.run.discovery import Search, search
from lint.run.source import Source
from tests.readers.fragments import docx, p, zipped

HEADED = "一、总体情况\n".encode()
REPORT = docx(p("甲镇的报告"))
_NOISE = random.Random(1).randbytes(MB)  # noqa: S311 - nothing secret
_FLAGGED = 0x800


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


class _Raw(zipfile.ZipInfo):
    """A member whose name is written as these bytes."""

    raw = b""
    flagged = False

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802 - the name in the standard library
        return self.raw, self.flag_bits | (_FLAGGED if self.flagged else 0)


def packed(
    members: Iterable[tuple[str | bytes, bytes]],
    *,
    flagged: bool = False,
    extra: bytes = b"",
    method: int = zipfile.ZIP_DEFLATED,
) -> bytes:
    """Return an archive with the names as they are given, bytes for bytes; names may stand twice."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for number, (name, content) in enumerate(members):
            info = _Raw(str(number))
            info.raw = name if isinstance(name, bytes) else name.encode()
            info.flagged = flagged
            info.extra = extra
            made.writestr(info, content, method)
    return out.getvalue()


def encrypted(data: bytes, *, only: int | None = None) -> bytes:
    """Return the archive with the flag of encryption set at every member, or at one."""
    marked = bytearray(data)
    for magic, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place, number = marked.find(magic), 0
        while place >= 0:
            marked[place + offset] |= only is None or only == number
            place, number = marked.find(magic, place + 4), number + 1
    return bytes(marked)


def make(name: str, data: bytes) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_bytes(data)


def find(*paths: str, exclude: Sequence[str] = (), limits: Limits | None = None) -> Search:
    return search(
        paths,
        exclude=exclude,
        stdin_name="",
        resembles=lambda data: data.startswith(HEADED),
        limits=limits or Limits(),
    )


def shown(result: Search) -> list[str]:
    return [source.shown for source in result.sources]


def refused(source: Source, limits: Limits | None = None) -> Refusal:
    with pytest.raises(UnreadableDocument) as caught:
        source.load(limits=limits or Limits())
    return Refusal(caught.value.reason, caught.value.advice)


def test_an_archive_is_read_as_a_folder() -> None:
    make(
        "报送/sub.zip",
        zipped(
            {
                "镇/甲.docx": REPORT,
                "镇/乙.pdf": b"%PDF",
                "text.txt": HEADED,
                "page.html": HEADED,
                "notes.md": b"notes",
                "photo.jpg": b"x",
                "镇/": b"",
            }
        ),
    )
    make("报送/z.docx", REPORT)
    for given in ("报送", "."):
        result = find(given)
        assert shown(result) == [
            "报送/sub.zip/page.html",
            "报送/sub.zip/text.txt",
            "报送/sub.zip/镇/乙.pdf",
            "报送/sub.zip/镇/甲.docx",
            "报送/z.docx",
        ]
        assert [skipped.path for skipped in result.skipped] == ["报送/sub.zip/notes.md"]
        assert not result.problems
    source = result.sources[3]
    assert (source.path, source.name) == (Path("报送/sub.zip"), "甲.docx")
    assert source.load() == REPORT


def test_named_outright_and_in_a_folder_it_is_checked_once() -> None:
    make("a/sub.zip", zipped({"甲.docx": REPORT}))
    assert shown(find("a", "a/sub.zip", "./a/../a/sub.zip")) == ["a/sub.zip/甲.docx"]


def test_what_is_passed_over() -> None:
    left_out = ("__MACOSX/._甲.docx", "~$甲.docx", ".git/x/乙.docx", ".~丙.docx", "镇/Thumbs.db", ".DS_Store")
    make("sub.zip", zipped({"甲.docx": REPORT, **dict.fromkeys(left_out, REPORT)}))
    result = find("sub.zip")
    assert shown(result) == ["sub.zip/甲.docx"]
    paths = [skipped.path for skipped in result.skipped]
    assert paths == ["sub.zip/.git", "sub.zip/.~丙.docx", "sub.zip/__MACOSX", "sub.zip/~$甲.docx"]


@pytest.mark.parametrize("pattern", ["草稿", "草稿/", "b.docx", "sub.zip/草稿/*"])
def test_exclude(pattern: str) -> None:
    make("root/sub.zip", zipped({"草稿/b.docx": REPORT, "a.docx": REPORT}))
    result = find("root", exclude=[pattern])
    assert shown(result) == ["root/sub.zip/a.docx"]
    assert "--exclude" in result.skipped[0].reason.en


def test_exclude_counts_from_an_archive_named_outright() -> None:
    make("sub.zip", zipped({"草稿/b.docx": REPORT, "a.docx": REPORT}))
    assert shown(find("sub.zip", exclude=["草稿/*"])) == ["sub.zip/a.docx"]
    assert shown(find(".", exclude=["*.zip"])) == []


def _unicode_path(raw: bytes, name: str, *, fits: bool = True) -> bytes:
    field = struct.pack("<BL", 1, zlib.crc32(raw) ^ (not fits)) + name.encode()
    return struct.pack("<2H", 0x9999, 1) + b"x" + struct.pack("<2H", 0x7075, len(field)) + field


@pytest.mark.parametrize(
    ("data", "name"),
    [
        pytest.param(packed([("某镇/报告.docx".encode("gbk"), REPORT)]), "某镇/报告.docx", id="gbk"),
        pytest.param(packed([("㐂镇.docx".encode("gb18030"), REPORT)]), "㐂镇.docx", id="gb18030"),
        pytest.param(packed([("某镇/报告.docx", REPORT)]), "某镇/报告.docx", id="utf-8-without-its-flag"),
        pytest.param(packed([("某镇/报告.docx", REPORT)], flagged=True), "某镇/报告.docx", id="utf-8"),
        pytest.param(packed([("某镇.docx".encode("gbk"), REPORT)], flagged=True), "某镇.docx", id="flag-that-lies"),
        pytest.param(packed([(b"\x80.docx", REPORT)]), "Ç.docx", id="cp437"),
        pytest.param(
            packed([(b"?.docx", REPORT)], extra=_unicode_path(b"?.docx", "𠮷镇.docx")), "𠮷镇.docx", id="unicode-path"
        ),
        pytest.param(
            packed([(b"b.docx", REPORT)], extra=_unicode_path(b"b.docx", "某镇.docx", fits=False)),
            "b.docx",
            id="unicode-path-of-another-name",
        ),
        pytest.param(
            packed([(b"b.docx", REPORT)], extra=struct.pack("<2H", 0x7075, 900)), "b.docx", id="unicode-path-cut-off"
        ),
    ],
)
def test_names_in_the_encodings_of_the_offices(data: bytes, name: str) -> None:
    make("sub.zip", data)
    (source,) = find("sub.zip").sources
    assert (source.shown, source.name) == (f"sub.zip/{name}", name.rpartition("/")[2])
    assert source.load() == REPORT


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("/etc/甲.docx", "etc/甲.docx"),
        ("../../甲.docx", "甲.docx"),
        ("镇/../../甲.docx", "镇/甲.docx"),
        ("C:\\报送\\甲.docx", "C_/报送/甲.docx"),
        ("\\\\server\\甲.docx", "server/甲.docx"),
        ("a\x00\x1b[2J\n.docx", "a__[2J_.docx"),
        ("甲\u202excod.docx", "甲_xcod.docx"),
        ('甲<>:"|?*.docx', "甲_______.docx"),
        ("甲　镇\xa0一.docx", "甲　镇\xa0一.docx"),
        ("甲.docx. .", "甲.docx"),
        ("./镇//甲.docx", "镇/甲.docx"),
        ("con/nul.docx", "con/nul.docx"),
        ("甲/" * 40 + "a.docx", "…/" + "甲/" * 31 + "a.docx"),
        ("甲" * 300 + ".docx", "甲" * 250 + ".docx"),
    ],
)
def test_names_that_do_no_harm(folder: Path, name: str, path: str) -> None:
    make("in/sub.zip", packed([(name, REPORT)]))
    (source,) = find("in").sources
    assert source.shown == f"in/sub.zip/{path}"
    assert source.load() == REPORT
    assert sorted(path.name for path in folder.rglob("*")) == ["in", "sub.zip"]


def test_names_that_stand_twice_are_told_apart() -> None:
    make("sub.zip", packed([("a.docx", b"1"), ("a.docx", b"2"), ("a.docx (2)", b"x"), ("./a.docx", b"3")]))
    result = find("sub.zip")
    assert [(source.shown, source.name, source.load()) for source in result.sources] == [
        ("sub.zip/a.docx", "a.docx", b"1"),
        ("sub.zip/a.docx (2)", "a.docx", b"2"),
        ("sub.zip/a.docx (3)", "a.docx", b"3"),
    ]


def test_archives_that_would_be_shown_alike_are_told_apart(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make("甲/sub.zip", zipped({"a.docx": REPORT}))
    make("乙/sub.zip", zipped({"a.docx": REPORT, "b.docx": REPORT}))
    (folder / "work").mkdir()
    monkeypatch.chdir(folder / "work")
    assert shown(find("../甲/sub.zip", "../乙/sub.zip")) == sorted(
        ["sub.zip/b.docx", "甲/sub.zip/a.docx", "乙/sub.zip/a.docx"]
    )


@pytest.mark.parametrize("name", ["a.zip", "a.docx", "a.rar"])
def test_a_word_file_is_one_whatever_it_is_called(name: str) -> None:
    parts = zipfile.ZipFile(io.BytesIO(REPORT))
    other_order = zipped({part: parts.read(part) for part in reversed(parts.namelist())})
    for data in (REPORT, other_order):
        make(name, data)
        (source,) = find(".").sources
        assert (source.shown, source.member) == (name, None)
        assert read(source.load(), source.name).blocks


@pytest.mark.parametrize("name", ["a.docx", "a.rar", "a.doc"])
def test_an_archive_is_one_whatever_it_is_called(name: str) -> None:
    make(name, zipped({"甲.docx": REPORT}))
    assert shown(find(".")) == [f"{name}/甲.docx"]


@pytest.mark.parametrize("data", [zipped({"a.jpg": b"x"}), b"PK\5\6" + b"\0" * 18], ids=["pictures", "empty"])
def test_an_archive_without_documents(data: bytes) -> None:
    make("in/sub.zip", data)
    make("in/a.docx", REPORT)
    result = find("in")
    assert shown(result) == ["in/a.docx"]
    assert [(skipped.path, skipped.reason.en) for skipped in result.skipped] == [
        ("in/sub.zip", "an archive without a document")
    ]
    assert [problem.en for problem in find("in/sub.zip").problems] == ["no document in the archive in/sub.zip"]
    make("in/a.docx", data)
    (source,) = find("in/a.docx").sources
    with pytest.raises(UnreadableDocument) as caught:
        read(source.load(), source.name)
    assert caught.value.reason == refusals.ARCHIVE.reason


def test_an_archive_alone_in_its_folder_without_documents_leaves_nothing_to_check() -> None:
    make("in/sub.zip", zipped({"a.jpg": b"x"}))
    assert [problem.en for problem in find("in").problems] == ["no document in the folder in"]


_TWO = zipped({"甲.docx": REPORT, "乙.docx": REPORT})


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        pytest.param(_TWO[:-30], refusals.DAMAGED_ARCHIVE, id="cut-off"),
        pytest.param(b"PK\3\4" + _NOISE, refusals.DAMAGED_ARCHIVE, id="only-a-beginning"),
        pytest.param(_TWO.replace(b"PK\1\2", b"PK\1\1"), refusals.DAMAGED_ARCHIVE, id="broken-directory"),
        pytest.param(encrypted(_TWO), refusals.LOCKED_ARCHIVE, id="encrypted"),
    ],
)
@pytest.mark.parametrize("given", [".", "sub.zip"])
def test_an_archive_that_cannot_be_read_is_one_submission(data: bytes, refusal: Refusal, given: str) -> None:
    make("sub.zip", data)
    (source,) = find(given).sources
    assert (source.shown, source.name) == ("sub.zip", "sub.zip")
    assert refused(source) == refusal


def test_a_damaged_word_file_is_left_to_its_reader() -> None:
    make("a.docx", _TWO[:-30])
    (source,) = find("a.docx").sources
    with pytest.raises(UnreadableDocument) as caught:
        read(source.load(), source.name)
    assert caught.value.reason == refusals.TRUNCATED.reason


def _spoilt(data: bytes, name: str) -> bytes:
    place = data.find(name.encode()) + len(name.encode()) + 20
    return data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :]


def _patched(data: bytes, offset: int, value: int, layout: str = "<L") -> bytes:
    """Return the archive with a field of the first entry of its directory overwritten."""
    found = bytearray(data)
    struct.pack_into(layout, found, data.find(b"PK\1\2") + offset, value)
    return bytes(found)


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        pytest.param(encrypted(_TWO, only=0), refusals.LOCKED_ARCHIVE, id="encrypted"),
        pytest.param(_spoilt(_TWO, "甲.docx"), refusals.DAMAGED_MEMBER, id="damaged"),
        pytest.param(_patched(_TWO, 42, 0xFFFFFFF0), refusals.DAMAGED_MEMBER, id="behind-the-end"),
        pytest.param(_patched(_TWO, 42, 1), refusals.DAMAGED_MEMBER, id="not-where-it-should-be"),
        pytest.param(_patched(_TWO, 10, zipfile.ZIP_LZMA, "<H"), refusals.RARE_METHOD, id="another-method"),
        pytest.param(_patched(_TWO, 24, 100), refusals.LYING_SIZE, id="larger-than-declared"),
    ],
)
def test_a_member_that_cannot_be_had_costs_the_others_nothing(data: bytes, refusal: Refusal) -> None:
    make("sub.zip", data)
    other, one = find("sub.zip").sources
    assert (other.shown, one.shown) == ("sub.zip/乙.docx", "sub.zip/甲.docx")
    assert other.load() == REPORT
    assert refused(one) == refusal


@pytest.mark.parametrize("name", ["b.zip", "b.rar", "b.7z", "b.tar.gz"])
def test_an_archive_in_an_archive_is_not_opened(name: str) -> None:
    make("sub.zip", zipped({"a.docx": REPORT, name: zipped({"c.docx": REPORT})}))
    one, inner = find("sub.zip").sources
    assert one.load() == REPORT
    assert refused(inner) == refusals.NESTED_ARCHIVE
    make("sub.zip", zipped({name: REPORT}))
    (source,) = find("sub.zip").sources
    assert source.load() == REPORT


@pytest.mark.parametrize(
    ("name", "data", "refusal"),
    [
        ("a.rar", b"Rar!\x1a\x07\x01\0", refusals.RAR),
        ("a.7z", b"7z\xbc\xaf\x27\x1c", refusals.RAR),
        ("a.tar", b"a.docx".ljust(257, b"\0") + b"ustar\x0000" + b"\0" * 248, refusals.TAR),
        ("a.tar.gz", b"\x1f\x8b\x08\0\0\0\0\0", refusals.TAR),
        ("a.tgz", b"\x1f\x8b\x08\0\0\0\0\0", refusals.TAR),
    ],
)
def test_other_archives_in_a_folder_are_submissions_that_cannot_be_read(
    name: str, data: bytes, refusal: Refusal
) -> None:
    make(f"in/{name}", data)
    (source,) = find("in").sources
    with pytest.raises(UnreadableDocument) as caught:
        read(source.load(), source.name)
    assert caught.value.reason == refusal.reason
    assert "解压" in caught.value.advice.zh


def _noisy(size: int) -> bytes:
    return (_NOISE * (size // MB + 1))[:size]


@pytest.mark.parametrize(
    ("members", "limit", "said"),
    [
        pytest.param({"a.docx": _noisy(MB)}, {"file_mb": 1}, "文件大小为 1.1 MB，超出上限 1 MB", id="file"),
        pytest.param(
            {str(number): b"" for number in range(5)},
            {"entries": 4},
            "压缩包内的文件数为 5 个，超出上限 4 个",
            id="entries",
        ),
        pytest.param(
            {f"{number}.docx": b" " * MB for number in range(3)},
            {"total_mb": 2},
            "压缩包全部解压后的大小为 3 MB，超出上限 2 MB",
            id="total",
        ),
        pytest.param(
            {f"{number}.txt": b"x" * MB for number in range(3)},
            {"total_mb": 2},
            "压缩包全部解压后的大小超出上限 2 MB",
            id="texts-to-look-at",
        ),
    ],
)
def test_an_archive_beyond_a_limit_is_one_submission(
    members: dict[str, bytes], limit: dict[str, int], said: str
) -> None:
    make("in/sub.zip", zipped(members))
    (source,) = find("in", limits=Limits()._replace(**limit)).sources
    refusal = refused(source)
    assert (source.shown, refusal.reason.zh) == ("in/sub.zip", said)
    assert f"limits.{next(iter(limit)).replace('_', '-')}" in refusal.advice.zh
    assert "几个较小的压缩包" in refusal.advice.zh
    assert "Word" not in refusal.advice.en


@pytest.mark.parametrize(
    ("content", "limit", "said"),
    [
        pytest.param(_noisy(2 * MB), {"part_mb": 1}, "解压后的大小为 2 MB，超出上限 1 MB", id="part"),
        pytest.param(b" " * 20 * MB, {}, "解压前后的倍数为 1,028 倍，超出上限 200 倍", id="ratio"),
    ],
)
def test_a_member_beyond_a_limit_costs_the_others_nothing(content: bytes, limit: dict[str, int], said: str) -> None:
    make("sub.zip", zipped({"a.docx": REPORT, "b.docx": content}))
    limits = Limits()._replace(**limit)
    one, other = find("sub.zip", limits=limits).sources
    assert one.load(limits=limits) == REPORT
    assert refused(other, limits).reason.zh == said


def test_a_text_is_looked_at_before_it_is_measured() -> None:
    make("sub.zip", zipped({"a.docx": REPORT, "log.txt": _noisy(2 * MB), "b.txt": HEADED + _noisy(2 * MB)}))
    limits = Limits(part_mb=1)
    one, other = find("sub.zip", limits=limits).sources
    assert (one.shown, other.shown) == ("sub.zip/a.docx", "sub.zip/b.txt")
    assert refused(other, limits).reason.zh.startswith("解压后的大小为 2.1 MB")


def _overlapping(times: int) -> bytes:
    """An archive in which one member of a megabyte stands under many names."""
    plain = zipped({"0000.docx": b"x" * MB})
    start, end = plain.find(b"PK\1\2"), plain.find(b"PK\5\6")
    entries = b"".join(plain[start:end].replace(b"0000.docx", f"{number:04}.docx".encode()) for number in range(times))
    finish = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, times, times, len(entries), start, 0)
    return plain[:start] + entries + finish


def test_an_archive_that_takes_too_long_is_one_submission() -> None:
    make("sub.zip", zipped({"a.docx": REPORT, **{f"{number}.txt": b"x" for number in range(300)}}))

    def slow(_: bytes) -> bool:
        time.sleep(0.05)
        return False

    limits = Limits(timeout=0.2)
    (source,) = search(["sub.zip"], exclude=[], stdin_name="", resembles=slow, limits=limits).sources
    assert refused(source).reason.zh == "用时超出上限 0.2 秒"


def test_many_small_texts_are_within_the_limits() -> None:
    make("sub.zip", zipped({"a.docx": REPORT, **{f"{number}.txt": b"x" for number in range(1_100)}}))
    assert shown(find("sub.zip")) == ["sub.zip/a.docx"]


def test_members_that_share_their_bytes_are_counted_each() -> None:
    make("sub.zip", _overlapping(1_025))
    (source,) = find("sub.zip").sources
    assert refused(source).reason.zh == "压缩包全部解压后的大小为 1,025 MB，超出上限 1,024 MB"
    make("sub.zip", _overlapping(20))
    assert len(find("sub.zip").sources) == 20


def test_one_member_at_a_time_is_in_memory() -> None:
    make("sub.zip", packed([(f"{number}.docx", _NOISE) for number in range(40)], method=zipfile.ZIP_STORED))
    tracemalloc.start()
    try:
        found = find("sub.zip").sources
        assert all(source.load() == _NOISE for source in found)
        assert tracemalloc.get_traced_memory()[1] < 8 * MB
    finally:
        tracemalloc.stop()
    assert len(found) == 40


def test_an_archive_whose_directory_lies_far_from_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "_TAIL", 90)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.comment = b"packed by hand"
        for number in range(9):
            made.writestr(f"{number}.docx", REPORT)
    make("sub.zip", zipped({"x.docx": b"an older archive in front"}) + out.getvalue())
    found = find("sub.zip").sources
    assert [source.name for source in found] == [f"{number}.docx" for number in range(9)]
    assert all(source.load() == REPORT for source in found)


def test_an_archive_changed_meanwhile_is_told() -> None:
    make("sub.zip", _TWO)
    one, other = find("sub.zip").sources
    make("sub.zip", b"PK")
    assert refused(one) == refusals.DAMAGED_MEMBER
    Path("sub.zip").unlink()
    assert refused(other).reason.en == "this is no regular file"


def test_an_archive_by_standard_input_is_told_from_a_report() -> None:
    data = Source(None, "-", "").load(io.BytesIO(_TWO))
    with pytest.raises(UnreadableDocument) as caught:
        read(data, "")
    assert caught.value.reason == refusals.ARCHIVE.reason


@pytest.mark.parametrize("seed", range(60))
def test_archives_broken_anywhere_raise_nothing_else(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - nothing secret
    source = packed([("某镇/报告.docx".encode("gbk"), REPORT), ("a.txt", HEADED * 50), ("b.zip", _TWO)])
    data = bytearray(source)
    for _ in range(dice.randint(1, 12)):
        place = dice.choice([dice.randrange(len(data)), dice.randrange(len(data) - 300, len(data))])
        data[place] = dice.randrange(256)
    make("sub.zip", bytes(data))
    for found in find("sub.zip").sources:
        with contextlib.suppress(UnreadableDocument):
            found.load()
