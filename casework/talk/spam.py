"""A case that is no request: closed without a letter, and undone within thirty days if that was a mistake."""

from __future__ import annotations

from datetime import timedelta

from casework.act import act
from casework.cases.access import locked, seen
from casework.cases.ending import end
from casework.cases.history import Event, record
from casework.cases.moves import move
from casework.cases.promises import promised_reply
from casework.cases.relay import SPAM
from casework.context import Context
from casework.errors import CaseClosed, CrisisStays, Stale, TooLate
from casework.letters import kinds
from casework.letters.write import show_case, tell_topic
from casework.talk.mute import OfCase
from db.models import Case
from db.repositories import people
from rules.cases import REOPEN_DAYS, Verb, may_reopen


@act("case.spam")
async def spam(ctx: Context, data: OfCase) -> Case:
    """Closes the case as spam and tells the person nothing; what they write next is kept in it without a notice.

    CrisisStays where somebody may be in danger, CaseClosed for a second press; NotOwner.
    """
    person = await people.lock(ctx.uow.session, (await seen(ctx, data.case_id, "case.spam")).person_id)
    case = await locked(ctx, data.case_id, "case.spam")
    if case.crisis:
        raise CrisisStays
    if case.closed_at is not None:
        raise CaseClosed
    await end(ctx, case, Verb.SPAM, SPAM)
    case.muted_until = case.muted_by = None
    person.spam_until = ctx.now + timedelta(days=REOPEN_DAYS)
    record(ctx, case, Event.SPAM)
    await show_case(ctx, case)
    return case


@act("case.not_spam")
async def not_spam(ctx: Context, data: OfCase) -> Case:
    """It was a mistake: the case is open again with all that came since. Stale where it is no such case, TooLate after
    thirty days; NotOwner.
    """
    person = await people.lock(ctx.uow.session, (await seen(ctx, data.case_id, "case.not_spam")).person_id)
    case = await locked(ctx, data.case_id, "case.not_spam")
    if case.result != SPAM or case.closed_at is None or case.erased_at is not None:
        raise Stale
    if not may_reopen(case.closed_at, ctx.now):
        raise TooLate
    move(case, Verb.REOPEN)
    if case.owner_id is not None:
        move(case, Verb.TAKE)
    case.closed_at = case.result = person.spam_until = None
    case.waiting_since = ctx.now
    case.reply_by = await promised_reply(ctx, case.organisation_id, crisis=False)
    record(ctx, case, Event.NOT_SPAM)
    await tell_topic(ctx, case, kinds.CaseNews(case.id, Event.NOT_SPAM.value))
    await show_case(ctx, case)
    return case
