"""Staff offer times: with whom, how, how long, which ones; then one letter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from secrets import token_hex

from casework.act import act
from casework.appointments.draft import DraftSight, draft_sight
from casework.appointments.practice import openings, practice_of
from casework.appointments.steps import answer_given, case_of, held, move, remind_no_more, unseat
from casework.awaited.unread import due_of
from casework.awaited.want import want_sign
from casework.cases.access import locked
from casework.cases.answering import answered
from casework.cases.history import Event, record
from casework.context import Context
from casework.danger.alarm import note_answered
from casework.errors import CaseClosed, Covered, NoTimes, PlaceNeeded, Stale
from casework.letters import kinds
from casework.letters.write import show_case, tell_person
from casework.staff.team import others_there, there
from casework.talk.waiting import behind_until
from db.models import Appointment, AppointmentTime, Case
from db.repositories import appointments, people, staff
from rules.appointments import LENGTHS, MOST_TIMES, AppointmentState, AppointmentVerb, Way, answer_by
from rules.catalogue import Matter
from rules.local_time import local_date

USUAL_MINUTES = 30


@dataclass(frozen=True, slots=True)
class AskWhom:
    """The case for which times are to be offered."""

    case_id: int


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody whom the person may meet."""

    staff_id: int
    name: str


@dataclass(frozen=True, slots=True)
class Whom:
    """The case, and whom its person may meet."""

    case_id: int
    number: str
    colleagues: Sequence[Colleague]


@act("appointment.whom")
async def ask_whom(ctx: Context, data: AskWhom) -> Whom:
    """The actor first, then all colleagues who are there. CaseClosed."""
    case = await _open(await locked(ctx, data.case_id, "appointment.whom"))
    me = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
    others = await others_there(ctx, case.organisation_id, but=me.id)
    those = (me, *(busy.member for busy in others))
    return Whom(case.id, case.number, [Colleague(each.id, each.work_name) for each in those])


@dataclass(frozen=True, slots=True)
class BeginAppointment:
    """With whom; `replaces`: an appointment for which other times are offered (0: a new one)."""

    case_id: int
    staff_id: int
    replaces: int = 0


@act("appointment.begin")
async def begin_appointment(ctx: Context, data: BeginAppointment) -> DraftSight:
    """A draft of the actor's in this case; what was begun there before is gone. CaseClosed, Stale, ColleagueAway."""
    session = ctx.uow.session
    case = await _open(await locked(ctx, data.case_id, "appointment.begin"))
    before = await held(ctx, case, data.replaces) if data.replaces else None
    staff_id = before.staff_id if before is not None else data.staff_id
    if staff_id != ctx.actor.id:
        await there(ctx, case.organisation_id, staff_id)
    if (old := await appointments.draft_of(session, case.id, ctx.actor.id or 0)) is not None:
        move(old, AppointmentVerb.DROP)
    practice = await practice_of(session, ctx.catalogue, await staff.by_id(session, staff_id), ctx.now)
    usual = Way.PLACE if Way.PLACE in practice.ways() else Way.PHONE
    draft = Appointment(
        organisation_id=case.organisation_id, case_id=case.id, person_id=case.person_id, staff_id=staff_id,
        offered_by=ctx.actor.id or 0, state=AppointmentState.DRAFT.value,
        way=before.way if before is not None else usual.value,
        minutes=before.minutes if before is not None else USUAL_MINUTES,
        uid=f"{token_hex(16)}@suprovid", sequence=0, rounds=0, made_at=ctx.now,
        replaces_id=before.id if before is not None else None,
    )  # fmt: skip
    session.add(draft)
    return await draft_sight(ctx, case, draft)


@dataclass(frozen=True, slots=True)
class ShapeAppointment:
    """How, and how long; None: as it is. `day`: its free times are shown."""

    appointment_id: int
    way: Way | None = None
    minutes: int | None = None
    day: date | None = None


@act("appointment.shape")
async def shape_appointment(ctx: Context, data: ShapeAppointment) -> DraftSight:
    """Sets it. PlaceNeeded where the specialist has none of the kind; other times fit another length."""
    case, draft = await _draft(
        ctx, await locked(ctx, await case_of(ctx, data.appointment_id), "appointment.shape"), data
    )
    if data.way is not None:
        member = await staff.by_id(ctx.uow.session, draft.staff_id)
        practice = await practice_of(ctx.uow.session, ctx.catalogue, member, ctx.now)
        if data.way not in practice.ways():
            raise PlaceNeeded
        draft.way = data.way.value
    if data.minutes is not None and data.minutes != draft.minutes:
        if data.minutes not in LENGTHS:
            raise Stale
        draft.minutes = data.minutes
        await appointments.drop_times(ctx.uow.session, draft.id)
    return await draft_sight(ctx, case, draft, data.day)


@dataclass(frozen=True, slots=True)
class ChooseTime:
    """A time: chosen, or not any more."""

    appointment_id: int
    at: datetime


@act("appointment.choose")
async def choose_time(ctx: Context, data: ChooseTime) -> DraftSight:
    """Turns it round. Stale for a time that is not free, or one too many."""
    session = ctx.uow.session
    case, draft = await _draft(
        ctx, await locked(ctx, await case_of(ctx, data.appointment_id), "appointment.choose"), data
    )
    chosen = {each.starts_at: each for each in await appointments.times_of(session, draft.id)}
    at, day = data.at.astimezone(UTC), local_date(data.at)
    if at in chosen:
        await session.delete(chosen[at])
    elif at in (await openings(session, ctx.catalogue, draft, ctx.now)).times(day) and len(chosen) < MOST_TIMES:
        session.add(AppointmentTime(appointment_id=draft.id, starts_at=at))
    else:
        raise Stale
    return await draft_sight(ctx, case, draft, day)


@dataclass(frozen=True, slots=True)
class OfferTimes:
    """The draft that is ready."""

    appointment_id: int


@act("appointment.offer")
async def offer_times(ctx: Context, data: OfferTimes) -> Appointment:
    """Tells the person, who answers by a day; else somebody phones. NoTimes where none that was chosen is ahead,
    Covered where somebody else may read the phone, PlaceNeeded, CaseClosed.
    """
    session = ctx.uow.session
    case, draft = await _draft(
        ctx, await locked(ctx, await case_of(ctx, data.appointment_id), "appointment.offer"), data
    )
    person = await people.by_id(session, case.person_id)
    if person.discreet:
        raise Covered
    times = [each.starts_at for each in await appointments.times_of(session, draft.id) if each.starts_at > ctx.now]
    if not times:
        raise NoTimes
    place = await _place(ctx, draft)
    offered, was = await _offered(ctx, case, draft)
    await appointments.drop_times(session, draft.id)
    await appointments.drop_times(session, offered.id)
    session.add_all(AppointmentTime(appointment_id=offered.id, starts_at=each) for each in times)
    offered.place = place
    offered.rounds += 1
    offered.lapses_at = max(times)
    answered(ctx, case)
    await note_answered(ctx, case)
    record(ctx, case, Event.APPOINTMENT_OFFERED, appointment_id=offered.id, times=len(times))
    await answer_given(ctx, case)
    letter = kinds.appointments.AppointmentOffered(case.id, offered.id, offered.rounds, was)
    key = f"{offered.id}:{offered.rounds}"
    if await tell_person(ctx, person, letter, case=case, key=key, not_before=await behind_until(ctx, case)):
        usual = await due_of(ctx, case, Matter.APPOINTMENT)
        await want_sign(ctx, case, person, letter, by=answer_by(usual, times))
    await show_case(ctx, case)
    return offered


async def _offered(ctx: Context, case: Case, draft: Appointment) -> tuple[Appointment, int]:
    """The appointment that is offered: the draft itself, or the one for which it offers other times; and in seconds
    when that was to be, 0 where it had no time that the person knows.
    """
    if draft.replaces_id is None:
        move(draft, AppointmentVerb.OFFER)
        return draft, 0
    before = await held(ctx, case, draft.replaces_id)
    known = before.state == AppointmentState.CONFIRMED and before.starts_at is not None
    was = int(before.starts_at.timestamp()) if known and before.starts_at is not None else 0
    before.way, before.minutes = draft.way, draft.minutes
    before.sequence += 1 if was else 0
    await remind_no_more(ctx, before)
    unseat(before, AppointmentVerb.OFFER)
    move(draft, AppointmentVerb.DROP)
    return before, was


async def _place(ctx: Context, draft: Appointment) -> str | None:
    """Where, as the specialist says it now. PlaceNeeded."""
    member = await staff.by_id(ctx.uow.session, draft.staff_id)
    practice = await practice_of(ctx.uow.session, ctx.catalogue, member, ctx.now)
    if Way(draft.way) not in practice.ways():
        raise PlaceNeeded
    return practice.places[Way(draft.way)]


async def _draft(
    ctx: Context, case: Case, data: ShapeAppointment | ChooseTime | OfferTimes
) -> tuple[Case, Appointment]:
    draft = await held(ctx, await _open(case), data.appointment_id)
    if draft.state != AppointmentState.DRAFT or draft.offered_by != ctx.actor.id:
        raise Stale
    return case, draft


async def _open(case: Case) -> Case:
    if case.closed_at is not None:
        raise CaseClosed
    return case
