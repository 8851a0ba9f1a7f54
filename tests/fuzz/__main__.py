"""Cases for as long as asked, kind by kind: `python -m tests.fuzz --seconds 300 [--seed N] [--kind html] [--save DIR]`.

Each seed gives the same bytes again. Failing cases are saved, of those that fail in one place the first few, each with
what it raised and the command that repeats it.
"""

from __future__ import annotations

import argparse
import sys
import time
import traceback
from collections import Counter
from pathlib import Path

from lint.run.deadline import within
from tests.fuzz.cases import Case
from tests.fuzz.kinds import KINDS, case_of, judged

LONGEST = 60.0  # seconds for one case, read and checked several times over
KEPT = 3  # cases saved of those that fail in the same place


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--seconds", type=float, default=60, help="time budget in all (default: 60)")
    parser.add_argument("--seed", type=int, default=0, help="first seed (default: 0)")
    parser.add_argument("--cases", type=int, default=sys.maxsize, help="most cases of each kind")
    parser.add_argument("--kind", action="append", choices=sorted(KINDS), help="kinds of case (default: all)")
    parser.add_argument("--office", action="store_true", help="start LibreOffice for what only it reads")
    parser.add_argument("--save", type=Path, default=Path("fuzz-failures"), help="folder for failing cases")
    return parser.parse_args()


def _save(folder: Path, kind: str, seed: int, case: Case, error: BaseException) -> str:
    folder.mkdir(parents=True, exist_ok=True)
    suffix = Path(case.name).suffix or ".bin"
    (folder / f"{kind}-{seed}{suffix}").write_bytes(case.data)
    again = f"python -m tests.fuzz --kind {kind} --seed {seed} --cases 1"
    trace = "".join(traceback.format_exception(error))
    (folder / f"{kind}-{seed}.said.txt").write_text(f"{again}\nname: {case.name!r}\n\n{trace}", encoding="utf-8")
    return again


class Run:
    """Runs cases and keeps count of what fails where."""

    def __init__(self, folder: Path, *, office: bool) -> None:
        self._folder, self._office = folder, office
        self.failures: Counter[str] = Counter()

    def one(self, kind: str, seed: int) -> str:
        """Return what came of a case: what its judge says, or "failed"."""
        case = case_of(kind, seed)
        try:
            return within(LONGEST, lambda: judged(kind, case, office=self._office))
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # noqa: BLE001 - whatever leaves the linter is what is looked for
            where = _where(error)
            self.failures[where] += 1
            if self.failures[where] <= KEPT:
                again = _save(self._folder, kind, seed, case, error)
                sys.stdout.write(f"{again}\n    {where}: {str(error)[:200]}\n")
            return "failed"


def _where(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    return (
        f"{type(error).__name__} in {Path(frames[-1].filename).name}:{frames[-1].lineno}"
        if frames
        else type(error).__name__
    )


def _tell(kind: str, outcomes: Counter[str], seconds: list[float], first: int) -> None:
    if not seconds:
        return
    told = ", ".join(f"{count} {what}" for what, count in sorted(outcomes.items()))
    slowest = max(range(len(seconds)), key=seconds.__getitem__)
    speed = len(seconds) / max(sum(seconds), 1e-9)
    most = f"at most {seconds[slowest]:.1f} s for seed {first + slowest}"
    sys.stdout.write(f"{kind:8} {len(seconds):6} cases {speed:7.1f} a second, {most} ({told})\n")


def main() -> int:
    """Run the cases and print what came of them; status 1 if one failed."""
    options = _options()
    run = Run(options.save, office=options.office)
    names = options.kind or sorted(KINDS)
    results: dict[str, Counter[str]] = {name: Counter() for name in names}
    spent: dict[str, list[float]] = {name: [] for name in names}
    end = time.monotonic() + options.seconds
    number = 0
    try:
        while number < options.cases and time.monotonic() < end:
            for name in names:
                started = time.monotonic()
                results[name][run.one(name, options.seed + number)] += 1
                spent[name].append(time.monotonic() - started)
            number += 1
    except KeyboardInterrupt:
        sys.stdout.write("interrupted\n")
    for name in names:
        _tell(name, results[name], spent[name], options.seed)
    for where, count in run.failures.most_common():
        sys.stdout.write(f"{count:6} times {where}\n")
    return 1 if run.failures else 0


if __name__ == "__main__":
    sys.exit(main())
