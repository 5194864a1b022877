"""What becomes of words that wait to be told; whoever calls these steps has locked the case."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from casework.cases.history import Event, record
from casework.context import Context
from casework.letters import kinds
from casework.letters.write import tell_person, tell_topic
from db.models import Case, Person, Telling
from db.repositories import calls, cases, tellings
from rules.calls import CallState, Reason
from rules.passing_on import Way


async def pass_on(ctx: Context, case: Case, those: Sequence[Telling], way: Way) -> None:
    """Notes that these reached the person of a locked case; what staff wrote themselves gets its mark in the topic."""
    for each in those:
        each.ended_at, each.way = ctx.now, way.value
        each.told_by = ctx.actor.id if ctx.actor.is_staff else None
        message = await cases.message(ctx.uow.session, each.facts.get("message_id") or 0)
        if message is not None and message.author_kind == "staff" and message.delivered_at is None:
            message.delivered_at = ctx.now
            await tell_topic(ctx, case, kinds.DeliveryMark(case.id, message.id), key=str(message.id))
    if those:
        record(ctx, case, Event.TOLD, way=way.value, letters=len(those))


async def all_told(ctx: Context, case: Case, way: Way) -> None:
    """Everything that waits in a locked case reached the person."""
    await pass_on(ctx, case, await tellings.waiting(ctx.uow.session, case.id), way)


async def talked_about(ctx: Context, case: Case, letter: type[kinds.Letter]) -> None:
    """What waits to be told of this kind in a locked case was talked about with the person: it is told. A call that was
    only to tell it took place.
    """
    those = [each for each in await tellings.waiting(ctx.uow.session, case.id) if each.kind == letter.kind]
    await pass_on(ctx, case, those, Way.PHONE)
    call = await calls.open_of_case(ctx.uow.session, case.id)
    if those and call is not None and call.reason == Reason.TELL:
        await ctx.uow.session.flush()
        await end_call(ctx, case, Way.PHONE)


async def end_call(ctx: Context, case: Case, way: Way) -> None:
    """Something was told: on the phone it was the call; otherwise none is needed any more, unless newer words or
    another reason want it.
    """
    call = await calls.open_of_case(ctx.uow.session, case.id)
    if call is None or await tellings.count(ctx.uow.session, case.id):
        return
    if way is Way.PHONE:
        call.attempts += 1
        call.state, call.ended_at = CallState.DONE.value, ctx.now
        record(ctx, case, Event.CALL_REACHED, call_id=call.id, attempt=call.attempts)
    else:
        await cancel_call(ctx, case)


async def withdraw(ctx: Context, case: Case, message_ids: Collection[int]) -> None:
    """These answers of a locked case are not to be told any more; nor is anybody phoned for them alone."""
    waiting = await tellings.waiting(ctx.uow.session, case.id)
    gone = [each for each in waiting if each.facts.get("message_id") in message_ids]
    for each in gone:
        each.ended_at = ctx.now
    if gone and len(gone) == len(waiting):
        await cancel_call(ctx, case)


async def cancel_call(ctx: Context, case: Case) -> None:
    """The call that was only to tell it is not needed any more."""
    call = await calls.open_of_case(ctx.uow.session, case.id)
    if call is not None and call.reason == Reason.TELL:
        call.state, call.ended_at = CallState.CANCELLED.value, ctx.now
        record(ctx, case, Event.CALL_CANCELLED, call_id=call.id)


async def send_what_waits(ctx: Context, theirs: Sequence[Case], person: Person) -> None:
    """They use the bot since: what waited to be told in these locked cases is sent there, and no call is needed."""
    for case in theirs:
        those = await tellings.waiting(ctx.uow.session, case.id)
        for each in those:
            key = None if each.key is None else each.key.partition(":")[2]
            await tell_person(ctx, person, kinds.Letter.restore(each.kind, each.facts), case=case, key=key)
            each.ended_at, each.way = ctx.now, Way.TELEGRAM.value
        await cancel_call(ctx, case)
