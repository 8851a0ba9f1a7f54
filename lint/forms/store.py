"""Where form data lies: inside an installed package, or beside it in a checkout and an editable install."""

from __future__ import annotations

from pathlib import Path

from lint.errors import UsageError
from lint.model import Phrase

_PACKAGE = Path(__file__).resolve().parent.parent


def rules_folder() -> Path:
    """Return the folder that holds one folder per form; UsageError if the installation has lost it."""
    for folder in (_PACKAGE / "_rules", _PACKAGE.parent / "rules"):
        if folder.is_dir():
            return folder
    raise UsageError(
        Phrase(
            "找不到表单数据（rules 文件夹），请重新安装 reportlint",
            "the form data (rules folder) is missing; install reportlint again",
        )
    )
