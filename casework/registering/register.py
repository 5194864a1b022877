"""What was written down becomes a case, like any other."""

from __future__ import annotations

from dataclasses import dataclass, replace

from casework.act import act
from casework.calls.in_danger import make_urgent
from casework.calls.needed import need_call
from casework.cases.history import Event, record
from casework.cases.opening import open_case
from casework.cases.words import Words, words_of
from casework.context import Context
from casework.danger.alarm import CALL, raise_alarm
from casework.errors import Stale
from casework.letters import kinds
from casework.letters.write import show_on_desk
from casework.registering.begin import empty
from casework.registering.codes import give_code
from casework.registering.going_on import own, step_of
from db.models import Case, Consent, Person, Registration
from db.repositories import people, registering, staff
from rules.calls import Reason
from rules.catalogue import CRISIS
from rules.consent import CONSENT_VERSION
from rules.intake import APPEAL
from rules.local_time import local_date
from rules.registering import AGREED, Step, received_at


@dataclass(frozen=True, slots=True)
class Register:
    """«Зареєструвати» on the preview."""

    registration_id: int


@act("registration.register")
async def register(ctx: Context, data: Register) -> Case:
    """Opens the case; the desk shows its number, the dates and the code to be read out. Stale for a second press, and
    where something is not answered.

    The deadline of law counts from the day on which the request came (Law 393/96, art. 20; Law 2671-VIII, art. 19:
    from its registration, which is due on that day).
    """
    found = await own(ctx, data.registration_id)
    if step_of(found) is not Step.PREVIEW:
        raise Stale
    person, words = await _person(ctx, found), await _words(ctx, found)
    day = found.received_on or local_date(ctx.now)
    assert found.channel is not None, "answered"
    case = await open_case(
        ctx,
        person,
        words,
        service=CRISIS if found.danger else found.service or CRISIS,
        intake=APPEAL if found.formal and not found.danger else None,
        channel=found.channel,
        received=received_at(day, ctx.now),
        receipt=not found.danger,
    )
    await people.drop_drafts(ctx.uow.session, found.person_id)
    record(ctx, case, Event.REGISTERED, channel=found.channel, received=day.isoformat(), ground=found.ground or "")
    if found.danger:
        await _call_at_once(ctx, case, person, found.phone)
    await _note_consent(ctx, found, person)
    if person.telegram_id is None:
        await give_code(ctx, case)
    found.case_id, found.received_on = case.id, day
    empty(ctx, found, registering.REGISTERED)
    member = await staff.by_id(ctx.uow.session, found.staff_id)
    await show_on_desk(ctx, member, kinds.registering.RegisteredScreen(member.id, found.id))
    return case


async def _person(ctx: Context, found: Registration) -> Person:
    """Whose case it is, locked, with what was told of them; who is known keeps what they told us themselves."""
    both = sorted({found.person_id, found.same_as or found.person_id})
    locked = {each: await people.lock(ctx.uow.session, each) for each in both}
    person = locked[found.same_as or found.person_id]
    if found.same_as is None:
        person.language = found.language or person.language
    if not person.watched:
        person.phone = person.phone or found.phone
        person.name = person.name or found.name
        person.registered_hromada = person.registered_hromada or found.hromada
    person.erased_at = None
    return person


async def _words(ctx: Context, found: Registration) -> list[Words]:
    """They stand in no chat of the person's: nobody can change or answer them there."""
    drafts = await people.drafts(ctx.uow.session, found.person_id)
    return [replace(each, chat_id=0, telegram_message_id=0) for each in words_of(drafts)]


async def _call_at_once(ctx: Context, case: Case, person: Person, phone: str | None) -> None:
    """Duty hears of it like of any danger, and has the number from which somebody called."""
    await raise_alarm(ctx, case, cause=CALL)
    call = await need_call(ctx, case, person, Reason.DANGER)
    if call is not None:
        call.phone = phone or call.phone
        make_urgent(ctx, call)


async def _note_consent(ctx: Context, found: Registration, person: Person) -> None:
    if found.ground not in AGREED or await people.standing_consent(ctx.uow.session, person.id) is not None:
        return
    noted = Consent(person_id=person.id, version=CONSENT_VERSION, given_at=ctx.now, way=found.ground)
    noted.noted_by = found.staff_id
    ctx.uow.session.add(noted)
