"""A bug of the linter in one sentence: what was being checked, what went wrong, and where in our code."""

from __future__ import annotations

from pathlib import Path

from lint.model import Phrase
from lint.reporters.columns import visible


def bug(error: Exception, path: str = "") -> Phrase:
    """Return the sentence for an unforeseen error; `path` is the report it was met in."""
    import traceback  # noqa: PLC0415 - a run without bugs starts faster without it

    rule = next(iter(getattr(error, "__notes__", ())), "")  # the engine notes the code of the rule it was at
    frames = traceback.extract_tb(error.__traceback__)
    where = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    what = visible(f"{type(error).__name__}: {error}")
    place = Phrase(
        "，".join(part for part in (path and f"检查“{path}”", rule and f"规则 {rule}") if part),
        ", ".join(part for part in (path, rule and f"rule {rule}") if part),
    )
    return Phrase(
        (f"{place.zh}：" if place.zh else "")
        + f"程序自身出错，不是报告的问题（{what}，{where}），请把这句话报给维护者",
        (f"{place.en}: " if place.en else "")
        + f"a bug in reportlint, not a fault of the report ({what}, {where}); please report it",
    )
