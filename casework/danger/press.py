"""«Мені небезпечно»: numbers to call at once, a case without a question, staff are told."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.access import locked
from casework.cases.ending import end
from casework.cases.history import Event, record
from casework.cases.moves import move
from casework.cases.opening import open_case
from casework.cases.promises import promised_reply
from casework.context import Context
from casework.danger.alarm import PRESSED, end_alarm, raise_alarm
from casework.errors import Stale
from casework.letters import kinds
from casework.letters.write import show_case, show_person, tell_desk, tell_person, tell_topic
from casework.people.themselves import themselves
from db.models import Alarm, Case
from db.repositories import alarms, cases, staff
from rules.cases import Verb
from rules.catalogue import CRISIS

MISTAKE = "mistake"
"""The result of a case that was opened by mistake; no outcome of the catalogue, so no letter says that it is closed."""


@dataclass(frozen=True, slots=True)
class InDanger:
    """The person says that they are in danger."""


@act("person.in_danger")
async def in_danger(ctx: Context, data: InDanger) -> Case:
    """Sends the numbers ahead of everything else, and makes sure that there is one open case of danger, consent or not.

    Without consent the case holds no name, and only what the person writes from now on. Ground: vital interests of the
    person (Law 2297-VI, art. 11 and 7; Law 2671-VIII, art. 21: urgent, within 24 hours). Pressed twice it is the same
    case.
    """
    person = await themselves(ctx)
    await tell_person(ctx, person, kinds.Hotlines(heard=False))
    found = await alarms.case_of(ctx.uow.session, person.id)
    case = await cases.lock(ctx.uow.session, found.id) if found is not None else None
    if case is None or case.closed_at is not None:
        case = await open_case(ctx, person, (), service=CRISIS)
        await raise_alarm(ctx, case, cause=PRESSED, opened_case=True)
    else:
        await raise_alarm(ctx, case, cause=PRESSED)
    return case


@dataclass(frozen=True, slots=True)
class Mistaken:
    """The case that the button was shown for."""

    case_id: int


@act("person.danger_mistake")
async def mistaken(ctx: Context, data: Mistaken) -> Case:
    """The person pressed by mistake: the case is closed in one tap, staff are told. Stale when nothing stands any more.

    A case that was there before the press, or whose words sounded dangerous by themselves, stays open: a human looks.
    """
    person = await themselves(ctx)
    case = await locked(ctx, data.case_id, "person.danger_mistake")
    alarm = await alarms.newest(ctx.uow.session, case.id)
    if alarm is None or alarm.cause != PRESSED or case.closed_at is not None:
        raise Stale
    await end_alarm(ctx, case, MISTAKE)
    if alarm.opened_case:
        await end(ctx, case, Verb.MISTAKE, MISTAKE)
    await _tell_staff(ctx, case, alarm)
    await show_case(ctx, case)
    await show_person(ctx, person, kinds.MistakeScreen(case.id))
    return case


async def _tell_staff(ctx: Context, case: Case, alarm: Alarm) -> None:
    record(ctx, case, Event.ALARM_MISTAKE)
    await tell_topic(ctx, case, kinds.CaseNews(case.id, Event.ALARM_MISTAKE.value))
    for staff_id in sorted(await alarms.called(ctx.uow.session, alarm.id)):
        member = await staff.by_id(ctx.uow.session, staff_id)
        letter = kinds.AlarmMistaken(member.id, alarm.id)
        await tell_desk(ctx, member, letter, case=case, key=f"{alarm.id}:{member.id}")


@dataclass(frozen=True, slots=True)
class AfterAll:
    """The case that was closed as a mistake."""

    case_id: int


@act("person.danger_after_all")
async def after_all(ctx: Context, data: AfterAll) -> Case:
    """It was no mistake: the same case goes on, staff are told anew, the numbers come again. Stale for a case that was
    no mistake.
    """
    person = await themselves(ctx)
    case = await locked(ctx, data.case_id, "person.danger_after_all")
    opened = case.closed_at is not None
    if not case.crisis or case.erased_at is not None or (opened and case.result != MISTAKE):
        raise Stale
    await tell_person(ctx, person, kinds.Hotlines(heard=False))
    if opened:
        move(case, Verb.REOPEN)
        case.owner_id, case.closed_at, case.waiting_since = None, None, ctx.now
        case.reply_by = await promised_reply(ctx, case.organisation_id, crisis=True)
        record(ctx, case, Event.REOPENED)
    await raise_alarm(ctx, case, cause=PRESSED, opened_case=opened)
    return case
