"""Reminders for people; where the machine may not or cannot say it, a human is told to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from casework.calls.needed import need_call
from casework.context import Context
from casework.letters import kinds
from casework.letters.write import arrives, tell_person
from casework.letters.write_many import ToOne, tell_each
from db.models import Person
from db.repositories import cases, people, reminders
from db.repositories.reminders import Due
from rules.calls import Reason
from rules.catalogue import ReminderKind

LETTERS: Mapping[str, Callable[[Due], kinds.Letter]] = {
    ReminderKind.QUESTION: lambda due: kinds.QuestionReminder(due.case_id or 0, due.id, due.snoozed),
    ReminderKind.DOCUMENT: lambda due: kinds.DocumentReminder(due.case_id or 0, due.id, due.snoozed),
    ReminderKind.OWN: lambda due: kinds.OwnReminder(due.id, due.snoozed),
}


async def remind_people(ctx: Context, due: Sequence[Due]) -> set[int]:
    """Writes a letter for each that holds still; returns those that do not."""
    if not due:
        return set()
    session = ctx.uow.session
    holding = await reminders.holding(session, [each.id for each in due])
    those = await people.addressees(session, {each.person_id for each in due if each.person_id is not None})
    letters = []
    for each in due:
        if each.id not in holding or each.person_id is None:
            continue
        person, letter = those[each.person_id], LETTERS[each.kind](each)
        if arrives(person, letter):
            letters.append(ToOne(person, letter, f"{each.id}:{each.snoozed}", each.case_id))
        else:
            await _human_instead(ctx, await people.by_id(session, person.id), letter, each)
    await tell_each(ctx, letters)
    return {each.id for each in due} - holding


async def _human_instead(ctx: Context, person: Person, letter: kinds.Letter, due: Due) -> None:
    """A call takes the place of the letter, where somebody may phone; whoever has the case is told to say it. What
    somebody wanted to remember for themselves is nobody else's business.
    """
    case = await cases.lock(ctx.uow.session, due.case_id) if due.case_id is not None else None
    if case is None or case.closed_at is not None:
        return
    if person.unreachable_since is not None:
        await need_call(ctx, case, person, Reason.UNREACHABLE)
        return
    await need_call(ctx, case, person, Reason.REMIND)
    await tell_person(ctx, person, letter, case=case, key=f"{due.id}:{due.snoozed}")
