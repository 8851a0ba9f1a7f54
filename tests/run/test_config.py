from __future__ import annotations

import pytest

from lint.config import select_codes, split_list
from lint.errors import UsageError

CODES = ("AR001", "AR002", "ST001", "ST010")


@pytest.mark.parametrize(
    ("select", "ignore", "chosen"),
    [
        pytest.param([], [], set(CODES), id="all by default"),
        pytest.param(["ALL"], [], set(CODES), id="ALL"),
        pytest.param(["st"], [], {"ST001", "ST010"}, id="a group, in any case"),
        pytest.param(["ST00", "AR002"], [], {"ST001", "AR002"}, id="beginnings and codes"),
        pytest.param([], ["ST"], {"AR001", "AR002"}, id="without a group"),
        pytest.param(["ST001"], ["ST"], {"ST001"}, id="the longer selector wins"),
        pytest.param(["ST"], ["ST001"], {"ST010"}, id="the longer one to ignore, too"),
        pytest.param(["ST001"], ["ST001"], set(), id="of equals, ignoring wins"),
        pytest.param([], ["ALL"], set(), id="none at all"),
    ],
)
def test_selection(select: list[str], ignore: list[str], chosen: set[str]) -> None:
    assert select_codes(CODES, select, ignore) == chosen


@pytest.mark.parametrize(("word", "near"), [("ST011", "ST01"), ("AR1", "AR"), ("AL", "ALL"), ("AR01", "AR001")])
def test_an_unknown_selector_names_the_nearest(word: str, near: str) -> None:
    with pytest.raises(UsageError, match=f"did you mean {near}"):
        select_codes(CODES, [word])


def test_lists_are_split_at_commas_of_both_kinds() -> None:
    assert split_list(["ST001, ST002", "AR，TB、PB", " ,"]) == ["ST001", "ST002", "AR", "TB", "PB"]
