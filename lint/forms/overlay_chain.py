"""The path of a form's file → the overlays it is made of, down to the form, template or document that they extend."""

import os
from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import Any, NamedTuple

from lint.errors import PackError, UsageError
from lint.forms import names_a_file, pack_names
from lint.forms.fields import load_toml, nearest
from lint.forms.overlay import Overlay, overlay_of
from lint.model import Phrase


class Chain(NamedTuple):
    """Overlays, the one named by the user last, and what the first extends: a shipped form, or a file.

    `data` is what a template's file holds, None where the file is a document; `shown` is how errors name the file.
    """

    overlays: tuple[Overlay, ...]
    files: tuple[Path, ...]  # all that were read, the document too
    form: str = ""  # "name" or "name/edition"
    data: dict[str, Any] | None = None
    shown: str = ""


def follow(path: Path) -> Chain:
    """Follow `extends` from file to file; UsageError if there is no such file, PackError for a circle or a dead end."""
    missing = _missing(path, str(path))
    if missing is not None:
        raise UsageError(missing)
    shown, overlays, files = path.as_posix(), list[Overlay](), list[Path]()
    while True:
        _refuse_circle(path, files, overlays)
        files.append(path)
        if path.suffix.lower() != ".toml":
            return Chain(tuple(reversed(overlays)), tuple(files), shown=shown)
        data = load_toml(path)
        if "extends" not in data:
            return Chain(tuple(reversed(overlays)), tuple(files), data=_template(data, shown), shown=shown)
        overlay = overlay_of(data, shown)
        overlays.append(overlay)
        reference = overlay.extends.replace("\\", "/")  # written on Windows, read elsewhere
        if not names_a_file(reference):
            _refuse_unknown(overlay, reference)
            return Chain(tuple(reversed(overlays)), tuple(files), form=reference)
        path, shown = path.parent / reference, os.path.normpath(PurePath(shown).parent / reference).replace("\\", "/")
        missing = _missing(path, reference)
        if missing is not None:
            raise overlay.error("extends", missing.zh, missing.en)


def _template(data: dict[str, Any], shown: str) -> dict[str, Any]:
    """Return the data of a template; PackError for a file that is neither template nor overlay."""
    if not data.keys() & {"form", "section", "table"}:
        zh = "看不出是什么文件：补充规定要写 extends，完整的表单要写 form"
        en = "is neither an overlay, which has `extends`, nor a template, which has `form`"
        raise PackError(shown, "", "extends", Phrase(zh, en))
    return data


def _missing(path: Path, shown: str) -> Phrase | None:
    """Return what is wrong with a path that is to be a file, None if nothing is."""
    if not os.path.exists(path):  # noqa: PTH110 - Path.exists raises for a name too long, or with a sign no name may have
        return Phrase(f"找不到表单文件“{shown}”", f"there is no form file {shown}")
    if path.is_dir():
        return Phrase(f"“{shown}”是文件夹，请写其中的表单文件", f"{shown} is a folder; name the form file in it")
    if not path.is_file():  # a pipe might never end
        return Phrase(f"“{shown}”不是普通文件，不能作表单", f"{shown} is no regular file, so it is no form")
    return None


def _refuse_circle(path: Path, files: Sequence[Path], overlays: Sequence[Overlay]) -> None:
    real = os.path.realpath(path)
    seen = [os.path.realpath(file) for file in files]
    if real in seen:
        first = seen.index(real)
        names = [overlay.file for overlay in overlays[first:]]
        trail = " → ".join([*names, names[0]])
        zh, en = f"几个文件互相引用，绕成了圈：{trail}", f"the files extend each other in a circle: {trail}"
        raise overlays[-1].error("extends", zh, en)


def _refuse_unknown(overlay: Overlay, reference: str) -> None:
    """Refuse the name of a form that is not shipped; whether it has the edition is seen when it is loaded."""
    name = reference.partition("/")[0]
    if name not in pack_names():
        near = nearest(name, pack_names())
        zh = f"没有名为“{name}”的表单{f'，是否想写 {near}' if near else ''}；引用文件要写文件名，如 ../市级.toml"
        en = f"there is no form “{name}”{f'; did you mean {near}' if near else ''} (a file is named as ../city.toml)"
        raise overlay.error("extends", zh, en)
