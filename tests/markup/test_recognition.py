from __future__ import annotations

import pytest

from lint.markup.recognition import recognised
from lint.markup.words import Words
from tests.markup.blanks import BODY, EDITIONS, template, words


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize(
    ("body", "told"),
    [
        (BODY, True),
        ("青溪县12345热线办", True),
        ("青溪县人民政府办公室（青溪县外事办公室）", True),
        ("Qingxi County Bureau of Finance", True),
        ("青溪县红领巾", False),
        ("青溪县2100年财政局", False),
        ("青" * 40 + "局", False),
        ("共青团，青溪县委", False),
    ],
)
def test_a_check_will_tell_a_body_or_not(edition: str, body: str, *, told: bool) -> None:
    assert recognised(body, template(edition), words()) is told


def test_a_form_without_such_a_title_raises_no_doubt() -> None:
    assert recognised("青溪县红领巾", template("2021")._replace(title=""), words())
    assert recognised("青溪县红领巾", template("2021"), Words(title=("{year}年{title}",)))
