"""What an action does to one locked case, in the name of whoever confirmed it; and back."""

from __future__ import annotations

from casework.bulk.deciding import words_for
from casework.cases.close import close_with
from casework.cases.history import Event
from casework.cases.owning import Why, back_to_queue, give
from casework.cases.relay import carry_to_person, for_person
from casework.context import Context
from casework.errors import Refusal
from casework.letters import kinds
from casework.letters.write import show_case, tell_topic
from casework.notes.prioritise import set_reason
from casework.notes.tag import put_tag
from casework.staff.team import there
from db.models import BulkItem, BulkRun, Case
from db.repositories import people, said
from rules.bulk import Action


async def treat(ctx: Context, run: BulkRun, item: BulkItem, case: Case) -> None:
    """Does it, and writes down what stood there before. The refusals of the single acts."""
    value = run.facts["value"]
    match Action(run.action):
        case Action.TAG:
            await put_tag(ctx, case, value, on=True)
        case Action.PRIORITY:
            item.before = {"reason": case.priority_reason}
            await set_reason(ctx, case, value)
        case Action.ASSIGN:
            item.before = {"owner": case.owner_id}
            await give(ctx, case, await there(ctx, case.organisation_id, int(value)), Event.ASSIGNED)
        case Action.CLOSE:
            await close_with(ctx, case, value)
        case Action.ANSWER | Action.LETTER:
            await _send(ctx, run, case)


async def _send(ctx: Context, run: BulkRun, case: Case) -> None:
    """A letter to many is no answer to one: whoever waits for us waits on, and nobody takes the case by it."""
    person = await people.by_id(ctx.uow.session, case.person_id)
    words = await words_for(ctx, run, case, person)
    assert words is not None, "the action sends words"
    message_id = await said.say(ctx.uow.session, case.id, ctx.actor.id or 0, words[0], ctx.now)
    for part in range(len(for_person(words[0]))):
        await tell_topic(ctx, case, kinds.canned.StaffSaid(case.id, message_id, part), key=f"{message_id}:{part}")
    await carry_to_person(ctx, case, person, message_id, words[0])
    await show_case(ctx, case)


async def take_back(ctx: Context, run: BulkRun, item: BulkItem, case: Case) -> bool:
    """Undoes it where the case is still as the run left it; False: it is not, and stays as it is."""
    value = run.facts["value"]
    if case.closed_at is not None:
        return False
    match Action(run.action):
        case Action.TAG:
            if value not in case.tags:
                return False
            await put_tag(ctx, case, value, on=False)
        case Action.PRIORITY:
            if case.priority_reason != value:
                return False
            await set_reason(ctx, case, item.before["reason"])
        case Action.ASSIGN:
            return await _give_back(ctx, item, case, int(value))
        case _:
            return False
    return True


async def _give_back(ctx: Context, item: BulkItem, case: Case, to: int) -> bool:
    former = item.before["owner"]
    if case.owner_id != to:
        return False
    if former is None:
        await back_to_queue(ctx, case, Why.TAKEN_BACK)
        return True
    try:
        member = await there(ctx, case.organisation_id, former)
    except Refusal:
        return False
    await give(ctx, case, member, Event.ASSIGNED)
    return True
