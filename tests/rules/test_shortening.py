"""Several texts in the room of one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.shortening import ELLIPSIS, shortened
from rules.splitting import units


@pytest.mark.parametrize(
    ("texts", "limit", "expected"),
    [
        ((), 10, ()),
        (("дрова", "вугілля"), 12, ("дрова", "вугілля")),
        # The short one stays whole, the long one takes what is left of twenty.
        (("так", "потрібні дрова на зиму"), 20, ("так", "потрібні дрова…")),
        (("потрібні дрова", "потрібне вугілля"), 20, ("потрібні…", "потрібне…")),
        (("😀😀😀😀😀", "а"), 6, ("😀😀…", "а")),
    ],
)
def test_what_is_long_gives_way(texts: tuple[str, ...], limit: int, expected: tuple[str, ...]) -> None:
    assert shortened(texts, limit) == expected


def test_where_there_is_no_room_it_says_so() -> None:
    with pytest.raises(ValueError, match="no room"):
        shortened(["слово"] * 5, 12)


@given(st.lists(st.text(min_size=1).filter(lambda text: text.strip() == text), min_size=1, max_size=20))
def test_all_fit_in_their_order_and_what_was_cut_says_so(texts: list[str]) -> None:
    limit = 100
    made = shortened(texts, limit)
    assert sum(units(text) for text in made) <= limit
    for text, cut in zip(texts, made, strict=True):
        assert cut == text or (cut.endswith(ELLIPSIS) and text.startswith(cut[:-1]))
