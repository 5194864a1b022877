"""An answer that staff send by a press: a human answer like any that they type."""

from __future__ import annotations

from datetime import datetime

from casework.cases.answering import answered, take_to_answer
from casework.cases.history import Event, record
from casework.cases.relay import for_person
from casework.context import Context
from casework.danger.alarm import note_answered
from casework.letters import kinds
from casework.letters.write import held_until, show_case, tell_topic
from casework.talk.waiting import album_until, wait_for
from db.models import Case, Person
from db.repositories import said


async def say_prepared(
    ctx: Context, case: Case, person: Person, text: str, **facts: str | int
) -> tuple[int, datetime | None]:
    """Keeps the words as the actor's answer in a locked case and shows them in its topic, where they get the mark; the
    message's id, and the `not_before` of its letters. The caller has it carried to the person.

    Behind an answer that waits for another look it waits as a typed one would, and answers once it has left. `facts`:
    where the words come from, for the history. CaseClosed, NotOwner as for a typed answer.
    """
    await take_to_answer(ctx, case)
    waits = await wait_for(ctx, case, (), None) if held_until(person) is None else None
    kept = (waits[0].value, waits[1]) if waits else None
    message_id = await said.say(ctx.uow.session, case.id, ctx.actor.id or 0, text, ctx.now, waits=kept)
    if waits is None:
        answered(ctx, case)
        await note_answered(ctx, case)
        record(ctx, case, Event.REPLIED, message_id=message_id, **facts)
    else:
        record(ctx, case, Event.REPLY_WAITS, message_id=message_id, why=waits[0].value, **facts)
    for part in range(len(for_person(text))):
        await tell_topic(ctx, case, kinds.canned.StaffSaid(case.id, message_id, part), key=f"{message_id}:{part}")
    await show_case(ctx, case)
    return message_id, waits[1] if waits else await album_until(ctx, case)
