"""Words that come without a notice: kept, carried and counted like all others, but nobody is called."""

from __future__ import annotations

from datetime import datetime

from casework.cases.history import Event, record
from casework.cases.moves import move
from casework.cases.promises import promised_reply
from casework.cases.relay import SPAM
from casework.context import Context
from db.models import Case, Person
from db.repositories import cases, talk
from rules.cases import Verb


def is_muted(case: Case, now: datetime) -> bool:
    """Whether what the person writes in the case comes without a notice now."""
    return case.muted_until is not None and case.muted_until > now


async def case_of_spam(ctx: Context, person: Person) -> Case | None:
    """The case, locked, in which this person's words are kept because it was closed as spam; None: there is none."""
    if person.spam_until is None or person.spam_until <= ctx.now:
        return None
    found = await talk.newest_of_result(ctx.uow.session, person.id, SPAM)
    case = await cases.lock(ctx.uow.session, found) if found is not None else None
    return case if case is not None and case.result == SPAM and case.erased_at is None else None


async def end_mute(ctx: Context, case: Case) -> None:
    """Notices again in a locked case; if something came meanwhile, the person waits for us from now on."""
    case.muted_until = case.muted_by = None
    record(ctx, case, Event.UNMUTED)
    if case.unread and case.closed_at is None and case.waiting_since is None:
        move(case, Verb.ADD_WORDS)
        case.waiting_since = ctx.now
        case.reply_by = await promised_reply(ctx, case.organisation_id, crisis=case.crisis)
