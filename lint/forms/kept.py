"""Form data kept as JSON between runs: TOML takes thirty times as long to read, at every start.

What is kept holds the TOML text it was made from and counts only for exactly that text; it can be deleted at any time.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any


def cache_folder() -> Path:
    """Return the user's folder for what may be kept: REPORTLINT_CACHE_DIR, else the system's own place for caches."""
    named = os.environ.get("REPORTLINT_CACHE_DIR")
    if named:
        return Path(named)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "reportlint"


def kept(name: str, text: str) -> dict[str, Any] | None:
    """Return the data kept for this very text, None if there is none or it cannot be read."""
    try:
        path = cache_folder() / f"{name}.json"
        if not path.is_file():
            return None
        held = json.loads(path.read_bytes())
        return dict(held["data"]) if held["text"] == text else None
    except (OSError, RuntimeError, ValueError, KeyError, TypeError, RecursionError):
        return None


def keep(name: str, text: str, data: dict[str, Any]) -> None:
    """Keep data for the next run; a folder that cannot be written to is no reason to stop."""
    try:
        folder = cache_folder()
        folder.mkdir(parents=True, exist_ok=True)
        beside = folder / f"{name}.{os.getpid()}.tmp"
        beside.write_text(json.dumps({"text": text, "data": data}, ensure_ascii=False), encoding="utf-8")
        try:
            beside.replace(folder / f"{name}.json")
        except OSError:
            beside.unlink(missing_ok=True)
    except (OSError, RuntimeError, TypeError, ValueError):
        return
