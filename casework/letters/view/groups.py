"""How a staff group is named to leads, and what is wrong there: groups' titles are people's words and not kept."""

from __future__ import annotations

from casework.letters.sights import AwayLine
from casework.letters.view.look import Look
from db.models import Case, StaffGroup
from db.repositories import problems

SUPERGROUP = 1_000_000_000_000
"""Telegram's ids of supergroups are this number and the one in their links, negative."""


def link_into(chat_id: int, message_id: int) -> str | None:
    """The link that opens a message, or a topic by its first one, for members of a supergroup; None for others."""
    return f"https://t.me/c/{-chat_id - SUPERGROUP}/{message_id}" if chat_id <= -SUPERGROUP else None


def group_link(group: StaffGroup) -> str | None:
    """The link that opens the group for its members."""
    return link_into(group.chat_id, 1)


def topic_link(case: Case) -> str | None:
    """The link that opens a case's topic for members of the group; None where there is no topic."""
    if case.topic_chat_id is None or case.topic_thread_id is None:
        return None
    return link_into(case.topic_chat_id, case.topic_thread_id)


async def away_line(look: Look, group: StaffGroup) -> AwayLine:
    """What is wrong in a group that is away, and how much waits for it."""
    waiting = await problems.waiting_for(look.uow.session, group.chat_id)
    return AwayLine(group.away_reason or "", waiting, group_link(group))
