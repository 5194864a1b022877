"""«Змінилася доля»: all letters to the person wait until a second human says that they may go."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.access import locked, seen
from casework.cases.history import Event, record
from casework.context import Context
from casework.errors import AnotherHuman, Stale
from casework.letters import kinds
from casework.letters.write import FROZEN, HELD, show_case, tell_topic
from db.models import Case, Person
from db.repositories import people


@dataclass(frozen=True, slots=True)
class FateChanged:
    """A case of the person's."""

    case_id: int


@act("family.fate_changed")
async def fate_changed(ctx: Context, data: FateChanged) -> Case:
    """Freezes every letter to the person that has not left, and all that is written from now on; the topic asks a
    second human. Stale for somebody of whom no such thing is known, and where letters are frozen already.
    """
    person = await _person_of(ctx, (await seen(ctx, data.case_id, "family.fate_changed")).person_id)
    case = await locked(ctx, data.case_id, "family.fate_changed")
    if not person.human_only or person.frozen_at is not None:
        raise Stale
    person.frozen_at, person.frozen_by = ctx.now, ctx.actor.id
    await people.hold_letters(ctx.uow.session, person.id, FROZEN, held=HELD)
    record(ctx, case, Event.LETTERS_FROZEN)
    await tell_topic(ctx, case, kinds.LettersFrozen(case.id))
    await show_case(ctx, case)
    return case


@dataclass(frozen=True, slots=True)
class FreeLetters:
    """`send`: what waited is right to be sent; else it never leaves."""

    case_id: int
    send: bool


@act("family.free_letters")
async def free_letters(ctx: Context, data: FreeLetters) -> Case:
    """A second human has looked: letters go again. AnotherHuman for the one who froze them, Stale where none are."""
    person = await _person_of(ctx, (await seen(ctx, data.case_id, "family.free_letters")).person_id)
    case = await locked(ctx, data.case_id, "family.free_letters")
    if person.frozen_at is None:
        raise Stale
    if person.frozen_by == ctx.actor.id:
        raise AnotherHuman
    person.frozen_at = person.frozen_by = None
    if data.send:
        await people.free_letters(ctx.uow.session, person.id, FROZEN, HELD if person.watched else None)
    else:
        await people.drop_letters(ctx.uow.session, person.id, FROZEN)
    ctx.uow.nudge("outbox")
    record(ctx, case, Event.LETTERS_FREED, sent=data.send)
    await tell_topic(ctx, case, kinds.CaseNews(case.id, Event.LETTERS_FREED.value))
    await show_case(ctx, case)
    return case


async def _person_of(ctx: Context, person_id: int) -> Person:
    """Locked before the case, as everywhere."""
    return await people.lock(ctx.uow.session, person_id)
