"""Carrying words between the two chats of a case: which parts there are, and the letters that bring them."""

from __future__ import annotations

from casework.context import Context
from casework.letters import kinds
from casework.letters.write import tell_person, tell_topic
from db.models import Case, Message, Person
from rules.masking import mask
from rules.splitting import split

PART_UNITS = 3500
"""UTF-16 units of a part: Telegram's 4096 less room for a heading."""


def for_staff(text: str) -> tuple[str, ...]:
    """A person's words as the topic shows them: masked, in parts; at least one."""
    return split(mask(text), PART_UNITS) or ("",)


def for_person(text: str) -> tuple[str, ...]:
    """A staff member's words as the person gets them, in parts; at least one."""
    return split(text, PART_UNITS) or ("",)


async def carry_to_topic(ctx: Context, case: Case, message_id: int, text: str) -> None:
    """Writes the letters that bring a person's message into the topic."""
    for part in range(len(for_staff(text))):
        await tell_topic(ctx, case, kinds.PersonMessage(case.id, message_id, part), key=f"{message_id}:{part}")


async def carry_to_person(ctx: Context, case: Case, person: Person, message_id: int, text: str) -> None:
    """Writes the letters that bring a staff message to the person."""
    for part in range(len(for_person(text))):
        letter = kinds.StaffReply(case.id, message_id, part)
        await tell_person(ctx, person, letter, case=case, key=f"{message_id}:{part}")


async def carry_edit_to_topic(ctx: Context, case: Case, message: Message, before: str) -> None:
    """Brings the topic up to date after a person changed their message from `before`."""
    stood, stands = len(for_staff(before)), len(for_staff(message.text))
    for part in range(max(stood, stands)):
        key = f"{message.id}:{part}:{message.revision}"
        # Both where the part is new: it may have stood once and been emptied, or been taken back before it left. What
        # is not true of it drops.
        if part >= stood:
            await tell_topic(ctx, case, kinds.PersonMessage(case.id, message.id, part), key=key)
        edit = kinds.PersonMessageEdited(case.id, message.id, part, message.revision)
        await tell_topic(ctx, case, edit, key=key)


async def carry_edit_to_person(ctx: Context, case: Case, person: Person, message: Message, before: str) -> None:
    """Brings the person's chat up to date after a staff member changed their message from `before`."""
    stood, stands = len(for_person(before)), len(for_person(message.text))
    for part in range(max(stood, stands)):
        key = f"{message.id}:{part}:{message.revision}"
        if part >= stood:
            await tell_person(ctx, person, kinds.StaffReply(case.id, message.id, part), case=case, key=key)
        edit = kinds.StaffReplyEdited(case.id, message.id, part, message.revision)
        await tell_person(ctx, person, edit, case=case, key=key)
