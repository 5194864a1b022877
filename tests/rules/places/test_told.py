"""A told place is written down in one word and read back."""

from __future__ import annotations

import pytest

from rules.places import ABROAD, UNLISTED, Told


@pytest.mark.parametrize(
    ("told", "kept", "code"),
    [
        (Told("UA44040030010012509"), "UA44040030010012509", "UA44040030010012509"),
        (Told(ABROAD, "PL"), "abroad:PL", None),
        (Told(UNLISTED), "unlisted", None),
    ],
)
def test_a_told_place_comes_back_as_it_was(told: Told, kept: str, code: str | None) -> None:
    assert str(told) == kept
    assert Told.read(kept) == told
    assert told.code == code
