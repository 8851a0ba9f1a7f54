"""Checks a submitted report against its official form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lint.api import check_bytes as check_bytes
    from lint.api import check_file as check_file
    from lint.api import load_form as load_form

__version__ = "0.1.0"
__all__ = ["__version__", "check_bytes", "check_file", "load_form"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the name stands for
    """Import the interface for programs when it is first asked for: `import lint` alone costs nothing."""
    if name in __all__:
        from lint import api  # noqa: PLC0415

        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
