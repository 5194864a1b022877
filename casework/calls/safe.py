"""Whether a call is safe at all, and when and how it is: asked where somebody else may read or hear."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.calls.asking import Step, go_on
from casework.calls.in_danger import danger_of
from casework.calls.number import LONGEST_WISH
from casework.cases.access import locked
from casework.cases.words import Words, add_words
from casework.context import Context
from casework.danger.ways import SafeWay, take_way
from casework.errors import Stale
from casework.people.themselves import themselves
from db.repositories import alarms, calls
from rules.calls import Reason


@dataclass(frozen=True, slots=True)
class IsSafe:
    """Yes, it is safe to call."""


@act("call.is_safe")
async def is_safe(ctx: Context, data: IsSafe) -> Step:
    """Goes on to the number. In danger that is the way to reply from now on. Stale when nobody is being asked."""
    person = await themselves(ctx)
    draft = await calls.draft_of(ctx.uow.session, person.id)
    if draft is None:
        raise Stale
    case = await danger_of(ctx, draft)
    if case is not None:
        await take_way(ctx, person, case, SafeWay.CALL)
    return await go_on(ctx, person, draft, safe=True)


@dataclass(frozen=True, slots=True)
class SayWhenSafe:
    """When and how it is safe to call, in the person's own words."""

    words: Words


@act("call.say_when_safe")
async def say_when_safe(ctx: Context, data: SayWhenSafe) -> bool:
    """Whoever phones sees it beside the number; it goes to the topic as words, too.

    False, and nothing done, where no call in danger is to be made (any more).
    """
    person = await themselves(ctx)
    found = await alarms.case_of(ctx.uow.session, person.id)
    if found is None:
        return False
    case = await locked(ctx, found.id, "call.say_when_safe")
    call = await calls.open_of_case(ctx.uow.session, case.id)
    if case.closed_at is not None or call is None or call.reason != Reason.DANGER:
        return False
    call.wish = " ".join(part for part in (call.wish, data.words.text) if part)[-LONGEST_WISH:]
    await add_words(ctx, case, person, [data.words])
    return True
