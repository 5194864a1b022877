"""The page of all screens says what the code says."""

from __future__ import annotations

from casework.letters.kinds import KINDS
from tests.bot.telegram.render.gallery import PAGE, page


def test_the_page_of_all_screens_is_what_people_get() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "make screens"


def test_the_page_names_every_kind() -> None:
    shown = page()
    assert [kind for kind in KINDS if f"\n### {kind}\n" not in shown] == []
