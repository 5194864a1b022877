"""Numbers of a campaign as small tables."""

from __future__ import annotations

from rules.export_summary import tally


def test_the_most_frequent_stands_first_unless_there_is_an_order() -> None:
    words = ["b", "a", "b", "c", "c"]
    assert tally("T", "H", words).lines == (("b", 2), ("c", 2), ("a", 1))
    assert tally("T", "H", words, ["x", "a"]).lines == (("x", 0), ("a", 1), ("b", 2), ("c", 2))
    assert tally("T", "H", []).lines == ()
