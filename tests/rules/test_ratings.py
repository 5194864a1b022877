"""Who is asked how it was."""

import pytest

from rules.ratings import may_ask


@pytest.mark.parametrize(
    ("crisis", "sensitive", "watched", "asked"),
    [
        (False, False, False, True),
        (True, False, False, False),
        (False, True, False, False),
        (False, False, True, False),
        (True, True, True, False),
    ],
)
def test_nobody_is_asked_after_danger_in_what_is_sensitive_or_on_a_watched_phone(
    crisis: bool, sensitive: bool, watched: bool, asked: bool
) -> None:
    assert may_ask(crisis=crisis, sensitive=sensitive, watched=watched) is asked
