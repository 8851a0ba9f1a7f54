"""Where reports go: formats paired with files, files never in the way of an input, written whole or not at all."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from lint.cli import terminal
from lint.errors import UsageError
from lint.model import Phrase

STANDARD_OUTPUT = "-"


class Output(NamedTuple):
    """One output: a format, and the file it goes to (None for standard output)."""

    format: str
    target: Path | None


def pair(formats: Sequence[str], files: Sequence[str]) -> tuple[Output, ...]:
    """Return the outputs: the first format goes to the first file, and so on; UsageError if they do not pair."""
    formats = formats or ("text",)
    files = files or (STANDARD_OUTPUT,) * (len(formats) == 1)
    if len(formats) != len(files):
        raise UsageError(
            Phrase(
                f"{len(formats)} 个 --output-format 对 {len(files)} 个 -o：要成对给出，输出到屏幕的写 -o -",
                f"{len(formats)} --output-format but {len(files)} -o: give them in pairs (-o - is standard output)",
            )
        )
    places = [None if file == STANDARD_OUTPUT else Path(file) for file in files]
    outputs = tuple(Output(name, place) for name, place in zip(formats, places, strict=True))
    targets = [output.target and os.path.realpath(output.target) for output in outputs]
    if len(set(targets)) < len(targets):
        raise UsageError(Phrase("两个 -o 指向同一处", "two -o name the same place"))
    return outputs


def guard(outputs: Iterable[Output], inputs: Sequence[Path]) -> None:
    """Refuse, before any work, a target that is a folder, has no folder, or is one of the inputs."""
    for output in outputs:
        if output.target is None:
            continue
        try:
            _guard(output.target, inputs)
        except OSError as error:  # a folder on the way may not be entered
            raise _cannot_write(output.target, error) from error


def _guard(target: Path, inputs: Sequence[Path]) -> None:
    if target.is_dir():
        raise UsageError(Phrase(f"-o 指向的“{target}”是文件夹，请写文件名", f"-o {target} is a folder; name a file"))
    if not target.absolute().parent.is_dir():
        raise UsageError(Phrase(f"“{target}”所在的文件夹不存在", f"the folder of -o {target} does not exist"))
    if target.exists() and any(path.exists() and path.samefile(target) for path in inputs):
        raise UsageError(
            Phrase(
                f"-o 会覆盖被检查的文件“{target}”，请换一个文件名",
                f"-o {target} would overwrite an input; choose another name",
            )
        )


def write(output: Output, text: str, *, color: bool) -> None:
    """Write one output; a file appears under its name only when it is complete. UsageError if it cannot be written."""
    if output.target is None:
        terminal.put(text, color=color)
        return
    put_bytes(output.target, text.encode("utf-8", "replace"))


def put_bytes(target: Path, data: bytes) -> None:
    """Write a file whole or not at all; UsageError if it cannot be written."""
    try:
        if target.exists() and not target.is_file():  # a device such as /dev/null takes bytes as they come
            target.write_bytes(data)
        else:
            _move_into_place(Path(os.path.realpath(target)), data)
    except OSError as error:
        raise _cannot_write(target, error) from error


def _cannot_write(target: Path, error: OSError) -> UsageError:
    why = error.strerror or type(error).__name__
    return UsageError(Phrase(f"写不了“{target}”（{why}）", f"cannot write {target} ({why})"))


def _move_into_place(target: Path, data: bytes) -> None:
    """Write beside the final name, then rename."""
    draft = target.with_name(f".reportlint-{os.getpid()}.tmp")
    try:
        with draft.open("xb") as stream:
            stream.write(data)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
