"""Trimming texts and finding what clients find in them."""

import pytest

from simulator.entities import detect, trim


def test_white_space_at_the_ends_goes_and_entities_move_with_the_text() -> None:
    bold = {"type": "bold", "offset": 1, "length": 6}
    assert trim("\n слово \n", [bold]) == ("слово", [{"type": "bold", "offset": 0, "length": 5}])


def test_an_entity_of_nothing_but_white_space_is_dropped() -> None:
    assert trim("слово  ", [{"type": "bold", "offset": 5, "length": 2}]) == ("слово", [])


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("/start abc", "bot_command", "/start"),
        ("так /my@suprovid_demo_bot", "bot_command", "/my@suprovid_demo_bot"),
        ("див. https://example.org/a?b=1.", "url", "https://example.org/a?b=1"),
        ("на diia.gov.ua", "url", "diia.gov.ua"),
        ("пишіть olena@example.org", "email", "olena@example.org"),
        ("для @olena_k", "mention", "@olena_k"),
        ("#впо", "hashtag", "#впо"),
        ("дзвоніть +380 50 123 45 67", "phone_number", "+380 50 123 45 67"),
    ],
)
def test_what_clients_mark_is_found(text: str, kind: str, found: str) -> None:
    entities = detect(text, [])
    assert [(entity["type"], text[entity["offset"] :][: entity["length"]]) for entity in entities] == [(kind, found)]


def test_nothing_is_found_inside_code() -> None:
    code = {"type": "code", "offset": 0, "length": 6}
    assert detect("/start", [code]) == [code]
