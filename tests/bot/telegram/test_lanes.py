"""Every update has a lane: a private chat, a topic of a group, else its sender."""

from __future__ import annotations

from typing import Any

import pytest

from bot.telegram.lanes import case_of, lane_of, private_chat

PERSON = {"id": 7, "type": "private"}
GROUP = {"id": -100, "type": "supergroup"}


@pytest.mark.parametrize(
    ("update", "lane"),
    [
        ({"message": {"chat": PERSON}}, "p:7"),
        ({"edited_message": {"chat": PERSON}}, "p:7"),
        ({"callback_query": {"from": {"id": 7}, "message": {"chat": PERSON}}}, "p:7"),
        ({"my_chat_member": {"chat": PERSON, "from": {"id": 7}}}, "p:7"),
        ({"message": {"chat": GROUP}}, "g:-100:0"),
        ({"message": {"chat": GROUP, "message_thread_id": 5, "is_topic_message": True}}, "g:-100:5"),
        ({"message": {"chat": GROUP, "message_thread_id": 5}}, "g:-100:0"),
        (
            {"callback_query": {"message": {"chat": GROUP, "message_thread_id": 5, "is_topic_message": True}}},
            "g:-100:5",
        ),
        ({"callback_query": {"from": {"id": 7}, "inline_message_id": "x"}}, "u:7"),
        ({"something_new": {"whatever": 1}}, "u:0"),
        ({"something_new": 3}, "u:0"),
        ({}, "u:0"),
    ],
)
def test_the_lane_of_an_update(update: dict[str, Any], lane: str) -> None:
    assert lane_of({"update_id": 1} | update) == lane


def test_a_lane_tells_the_chat_or_the_case() -> None:
    assert private_chat("p:7") == 7
    assert private_chat("g:-100:0") is None
    assert case_of("c:12") == 12
    assert case_of("p:7") is None
