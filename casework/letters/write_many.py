"""One automatic letter to many people, or many that differ, in one statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from casework.context import Context
from casework.letters import kinds
from casework.letters.policies import Nature, Priority
from casework.letters.write import held_until, may_be_told, morning_of, private_lane
from db.models import Person
from db.repositories import outbox
from db.repositories.outbox import NewLetter, OneLetter
from db.repositories.people import Addressee


async def tell_people(ctx: Context, those: Sequence[Person], letter: kinds.Letter, *, key: str) -> int:
    """Writes the same automatic letter to many, in one statement; returns to how many it was written.

    The refusals of `tell_person` hold for each. `key` makes it unique for each person.
    """
    policy = letter.policy
    if policy.nature is not Nature.AUTOMATIC:
        raise TypeError(f"a letter of kind {letter.kind} answers one person and is not for many")
    new = [
        NewLetter(private_lane(person.telegram_id), person.telegram_id, person.id, f"{letter.kind}:{key}:{person.id}")
        for person in those
        if person.telegram_id is not None and may_be_told(person, letter)
    ]
    written = await outbox.write_many(
        ctx.uow.session,
        new,
        priority=policy.priority.value,
        kind=letter.kind,
        facts=letter.facts(),
        written_at=ctx.now,
        not_before=morning_of(ctx, letter),
        expires_at=ctx.now + policy.expires_after if policy.expires_after else None,
    )
    ctx.uow.nudge("outbox")
    return written


@dataclass(frozen=True, slots=True)
class ToOne:
    """One of many letters that differ; `key` makes it unique within its kind."""

    person: Person | Addressee
    letter: kinds.Letter
    key: str
    case_id: int | None = None
    priority: Priority | None = None
    """How urgent it is, where that is not as its kind says."""
    until: datetime | None = None
    """Business time from which on it is not said any more."""


async def tell_each(ctx: Context, those: Sequence[ToOne]) -> int:
    """Writes letters that differ, in one statement; returns how many were written.

    The refusals of `tell_person` hold for each, but nobody is told to say it instead: that is the caller's to see to.
    """
    new = [
        OneLetter(
            lane=private_lane(each.person.telegram_id),
            chat_id=each.person.telegram_id,
            person_id=each.person.id,
            case_id=each.case_id,
            unique_key=f"{each.letter.kind}:{each.key}",
            priority=(each.letter.policy.priority if each.priority is None else each.priority).value,
            kind=each.letter.kind,
            facts=each.letter.facts(),
            not_before=held_until(each.person) or morning_of(ctx, each.letter),
            expires_at=each.until,
        )
        for each in those
        if each.person.telegram_id is not None and may_be_told(each.person, each.letter)
    ]
    written = await outbox.write_each(ctx.uow.session, new, written_at=ctx.now)
    ctx.uow.nudge("outbox")
    return written
