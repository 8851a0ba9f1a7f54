"""`reportlint` and `python -m lint`; the version is told before anything else is imported."""

from __future__ import annotations

import gc
import sys

import lint

_INTERRUPTED = 130


def main() -> int:
    """Run the command line given to this process and return its exit status."""
    try:
        if sys.argv[1:] in (["version"], ["--version"], ["-V"]) and sys.stdout is not None:
            return _version()
        # What start-up makes lives to the end; looking through it for garbage costs a tenth of a run over one file.
        gc.disable()
        from lint.cli.app import run  # noqa: PLC0415 - click is not needed to tell the version

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        return _INTERRUPTED


def _version() -> int:
    try:
        sys.stdout.write(f"reportlint {lint.__version__}\n")
        sys.stdout.flush()
    except OSError:  # nobody reads it, or there is no room for it
        sys.stdout = None
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
