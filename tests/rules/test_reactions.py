"""Which reactions one side shows the other."""

import pytest

from rules.reactions import DELIVERED, NEVER_TO_PEOPLE, STANDARD, shown
from simulator.botapi.reactions import EMOJI


def test_they_are_those_that_bots_may_set() -> None:
    assert STANDARD == EMOJI
    assert DELIVERED in STANDARD
    assert NEVER_TO_PEOPLE <= STANDARD


@pytest.mark.parametrize(
    ("emoji", "to_person", "seen"),
    [
        (["❤️"], True, "❤"),
        (["👍"], False, "👍"),
        (["👍", "🙏"], True, "🙏"),
        (["🙏", "🦷"], True, "🙏"),
        (["🦷"], False, None),
        ([], False, None),
        (["💩"], True, None),
        (["💩"], False, "💩"),
        (["👍", "💩"], True, "👍"),
    ],
)
def test_the_newest_that_may_be_shown_is(emoji: list[str], to_person: bool, seen: str | None) -> None:
    assert shown(emoji, to_person=to_person) == seen
