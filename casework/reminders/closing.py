"""A solved case closes by itself: the person is told before, once; whoever can't be told is not closed on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from casework.context import Context
from casework.letters import kinds
from casework.letters.write import arrives
from casework.letters.write_many import ToOne, tell_each
from db.models import Reminder
from db.repositories import cases, people, solved
from db.repositories.reminders import Due


async def tell_of_closing(ctx: Context, due: Sequence[Due]) -> set[int]:
    """Writes a letter for each case that is still solved; returns those that are not, or whose person the machine may
    not or cannot write to. Such a case stays open until its caseworker closes it.
    """
    if not due:
        return set()
    session = ctx.uow.session
    holding = await solved.still_solved(session, [each.id for each in due])
    found = {case.id: case for case in await cases.of_ids(session, [each.case_id for each in due if each.case_id])}
    those = await people.by_ids(session, {case.person_id for case in found.values()})
    letters = []
    for each in due:
        if each.id not in holding or each.case_id is None:
            continue
        person, letter = those[found[each.case_id].person_id], kinds.closing.ClosesItself(each.case_id, each.id)
        if arrives(person, letter):
            letters.append(ToOne(person, letter, str(each.id), each.case_id))
    await tell_each(ctx, letters)
    return {each.id for each in due} - {int(each.key) for each in letters}


def closes_at(told: Reminder) -> datetime:
    """When the case closes: on the planned day, or as much later as the person was told late."""
    assert told.about_at is not None, "such a reminder is about the day of closing"
    since = told.settled_at or told.due_at
    return max(told.about_at, since + (told.about_at - told.due_at))
