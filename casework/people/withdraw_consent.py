"""The person takes the consent back, without having everything erased."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.ending import take_back
from casework.context import Context
from casework.errors import Stale
from casework.letters import kinds
from casework.letters.write import show_person
from casework.people.themselves import themselves
from casework.transfers.ended import void_transfers
from db.repositories import cases, people, reminders, returns


@dataclass(frozen=True, slots=True)
class WithdrawConsent:
    """`confirmed` False: what would follow, and whether they really want it."""

    confirmed: bool = False


@act("person.withdraw_consent")
async def withdraw_consent(ctx: Context, data: WithdrawConsent) -> int:
    """Ends open cases and forgets the name and the words that wait; what was written in cases stays until they have
    it erased or its time is over (Law 2297-VI, art. 8: the right to withdraw). Returns how many cases ended.

    Stale where no consent stands.
    """
    person = await themselves(ctx)
    session = ctx.uow.session
    consent = await people.standing_consent(session, person.id)
    if consent is None:
        raise Stale
    if not data.confirmed:
        await show_person(ctx, person, kinds.ConsentWithdrawAskScreen())
        return 0
    consent.withdrawn_at = ctx.now
    await people.drop_drafts(session, person.id)
    await reminders.forget_of(session, person.id)
    await returns.drop_draft(session, person.id)
    ended = 0
    for known in await cases.open_of(session, person.id):
        case = await cases.lock(session, known.id)
        if case is not None and case.closed_at is None:
            await take_back(ctx, case)
            ended += 1
    for known in await cases.all_of(session, person.id):
        case = await cases.lock(session, known.id)
        if case is not None:
            await void_transfers(ctx, case)
    person.name = None
    await show_person(ctx, person, kinds.ConsentWithdrawnScreen(ended))
    return ended
