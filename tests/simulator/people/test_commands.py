"""The list after a slash holds what Telegram's apps would offer there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.simulator.page.stage import Stage


@pytest.fixture(scope="module")
def stage() -> Iterator[Stage]:
    """A simulator whose bot set commands for everybody, for groups, for those in charge and for one person."""
    opened = Stage()
    _set(opened, "all", {"type": "default"})
    _set(opened, "usi", {"type": "default"}, language="uk")
    _set(opened, "group", {"type": "all_group_chats"})
    _set(opened, "lead", {"type": "all_chat_administrators"})
    _set(opened, "own", {"type": "chat", "chat_id": opened.mother})
    yield opened
    opened.close()


def _set(stage: Stage, command: str, scope: dict[str, Any], language: str = "") -> None:
    given = [{"command": command, "description": command}]
    stage.bot("setMyCommands", commands=given, scope=scope, **({"language_code": language} if language else {}))


def _offered(stage: Stage, user: int, chat: int) -> list[str]:
    return [item["command"] for item in stage.people("GET", f"commands?user={user}&chat={chat}")["commands"]]


def test_the_narrowest_scope_wins(stage: Stage) -> None:
    assert _offered(stage, stage.mother, stage.mother) == ["own"]
    assert _offered(stage, stage.colleague, stage.group) == ["group"]
    assert _offered(stage, stage.caseworker, stage.group) == ["lead"]


def test_within_a_scope_the_persons_language_comes_first(stage: Stage) -> None:
    assert _offered(stage, stage.old_man, stage.old_man) == ["usi"]


def test_nobody_is_offered_nothing(stage: Stage) -> None:
    with pytest.raises(OSError, match="404"):
        _offered(stage, 999_999, stage.group)
