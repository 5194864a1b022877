"""What the machine says of itself, or a human in its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from casework.calls.needed import need_call
from casework.context import Context
from casework.letters import kinds
from casework.letters.write import arrives, tell_person
from casework.letters.write_many import ToOne, tell_each
from db.models import Case, Person
from db.repositories import applications, cases, people
from rules.calls import Reason


async def say_or_call(ctx: Context, person: Person, letter: kinds.Letter, key: str, case_id: int | None = None) -> None:
    """By a letter; where the machine may not write, or nothing written arrives, somebody phones about the case (None:
    the person's newest open one), and whoever has it is told to say it. Who has no case can't be phoned; who never told
    us a number of their own is phoned at the one that they named in the application that the case is about.
    """
    session = ctx.uow.session
    if case_id is None:
        newest = next(iter(await cases.open_of(session, person.id)), None)
        case_id = newest.id if newest is not None else None
    case: Case | None = await cases.lock(session, case_id) if case_id is not None else None
    by_letter = person.telegram_id is None or arrives(person, letter)
    if not by_letter and case is not None and case.closed_at is None:
        reason = Reason.UNREACHABLE if person.unreachable_since is not None else Reason.REMIND
        application = await applications.of_case(session, case.id)
        await need_call(ctx, case, person, reason, phone=application.phone if application is not None else None)
    await tell_person(ctx, person, letter, case=case, key=key)


@dataclass(frozen=True, slots=True)
class ToSay:
    """One of many things to be said. `case_id`: in which the letter stands; `call_about`: the case about which somebody
    phones where no letter may go or arrive, None: nobody does.
    """

    person_id: int
    letter: kinds.Letter
    key: str
    case_id: int | None = None
    call_about: int | None = None


async def say_each(ctx: Context, those: Sequence[ToSay]) -> None:
    """The same to many people at once: all letters are one statement, and only whom none reaches is looked at alone."""
    session = ctx.uow.session
    known = await people.addressees(session, {each.person_id for each in those})
    letters = []
    for each in those:
        if arrives(known[each.person_id], each.letter):
            letters.append(ToOne(known[each.person_id], each.letter, each.key, each.case_id))
        elif each.call_about is not None:
            person = await people.by_id(session, each.person_id)
            await say_or_call(ctx, person, each.letter, each.key, each.call_about)
    await tell_each(ctx, letters)
