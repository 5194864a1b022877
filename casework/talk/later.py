"""«/at 9:00 …»: an answer that leaves at a time of its own."""

from __future__ import annotations

from dataclasses import replace

from casework.act import act
from casework.cases.access import locked
from casework.context import Context
from casework.errors import NoSuchCase, TimeFar, TimeHeld, TimePast, TimeUnread
from casework.letters.write import held_until
from casework.talk.sending import Reply, Sent, send
from casework.talk.waiting import show_later
from db.repositories import cases, people
from rules.send_later import Misread, Moment, read

REFUSALS = {Misread.USAGE: TimeUnread, Misread.PAST: TimePast, Misread.FAR: TimeFar}


@act("reply.later")
async def later(ctx: Context, data: Reply) -> Sent:
    """Keeps an answer that leaves at the time with which its words begin (Kyiv), if it is still true then.

    Refused: as `case.reply`; NoSuchCase outside of a case's topic; TimeUnread, TimePast, TimeFar; TimeHeld for somebody
    who gets nothing before they write themselves.
    """
    found = await cases.by_topic(ctx.uow.session, data.chat_id, data.thread_id)
    if found is None:
        raise NoSuchCase
    case = await locked(ctx, found.id, "reply.later")
    moment = moment_of(ctx, data.text or "")
    person = await people.by_id(ctx.uow.session, case.person_id)
    if held_until(person) is not None or person.telegram_id is None:
        raise TimeHeld
    sent = await send(ctx, case, replace(data, text=moment.words), later=moment.at)
    if sent.waits is not None:
        await show_later(ctx, case, sent.waits.message_id, moment.at)
    return sent


def moment_of(ctx: Context, said: str) -> Moment:
    """The moment and the words behind it. TimeUnread, TimePast or TimeFar where there is none to be taken."""
    moment = read(said, ctx.now)
    if isinstance(moment, Misread):
        raise REFUSALS[moment]
    return moment
