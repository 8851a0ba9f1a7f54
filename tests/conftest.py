"""What every test shares: a cache of its own, so that no test reads or writes the user's."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("cache")
    before = os.environ.get("REPORTLINT_CACHE_DIR")
    os.environ["REPORTLINT_CACHE_DIR"] = str(folder)
    yield folder
    if before is None:
        del os.environ["REPORTLINT_CACHE_DIR"]
    else:
        os.environ["REPORTLINT_CACHE_DIR"] = before
