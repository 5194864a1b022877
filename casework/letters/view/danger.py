"""What is shown when somebody is in danger, and where one human speaks instead of the machine."""

from __future__ import annotations

from casework.cases.relay import for_person
from casework.letters import kinds
from casework.letters.sights import (
    AlarmConfirmedSight,
    AlarmSight,
    AlarmStepSight,
    AnswerLateSight,
    CaseIdSight,
    CaseToDoSight,
    CoveredSight,
    FamilyLinesSight,
    NothingSight,
    NumberLink,
    OpenedReplySight,
    SafeWaySight,
    Sight,
)
from casework.letters.view.groups import topic_link
from casework.letters.view.look import STAFF_LANGUAGE, Look, view
from casework.letters.view.to_person import hotline_line, hotline_lines
from db.models import Alarm, Case, StaffMember
from db.repositories import alarms, calls, cases, people, staff
from rules.calls import Reason
from rules.duty import Promise, Rung


async def _reader(look: Look, staff_id: int) -> StaffMember | None:
    """The staff member, as long as they work here."""
    member = await staff.by_id(look.uow.session, staff_id)
    return member if member.removed_at is None else None


def _link(case: Case) -> NumberLink:
    return NumberLink(case.number, topic_link(case))


@view(kinds.AlarmRaised)
async def _alarm_raised(look: Look, letter: kinds.AlarmRaised) -> Sight | None:
    alarm = await alarms.by_id(look.uow.session, letter.alarm_id)
    if alarm is None or alarm.ended_at is not None:
        return None
    # A broken promise is told whether somebody has seen the alarm or not.
    if alarm.seen_at is not None and letter.rung != Rung.OVER:
        return None
    return await _alarm(look, letter.staff_id, alarm, Rung(letter.rung))


@view(kinds.AlarmStep)
async def _alarm_step(look: Look, letter: kinds.AlarmStep) -> Sight | None:
    person, alarm = await look.person(), await alarms.by_id(look.uow.session, letter.alarm_id)
    if alarm is None or alarm.ended_at is not None or alarm.seen_at is not None:
        return None
    if (alarm.rounds, alarm.rung) != (letter.rounds, letter.rung):
        return None
    numbers = () if person.discreet else hotline_lines(look, person.language)
    shows = AlarmStepSight(Rung(letter.rung), letter.lost, numbers, person.discreet)
    return look.sight(person.language, shows)


@view(kinds.AlarmConfirmed)
async def _alarm_confirmed(look: Look, letter: kinds.AlarmConfirmed) -> Sight | None:
    person, alarm = await look.person(), await alarms.by_id(look.uow.session, letter.alarm_id)
    if alarm is None or alarm.ended_at is not None or alarm.seen_by != letter.staff_id:
        return None
    who = (await staff.by_id(look.uow.session, letter.staff_id)).work_name
    return look.sight(person.language, AlarmConfirmedSight(who, person.discreet))


@view(kinds.AlarmMistaken)
async def _alarm_mistaken(look: Look, letter: kinds.AlarmMistaken) -> Sight | None:
    alarm = await alarms.by_id(look.uow.session, letter.alarm_id)
    return await _alarm(look, letter.staff_id, alarm) if alarm is not None else None


async def _alarm(look: Look, staff_id: int, alarm: Alarm, rung: Rung = Rung.OVER) -> Sight | None:
    member = await _reader(look, staff_id)
    if member is None:
        return None
    case = await look.case(alarm.case_id)
    shows = AlarmSight(
        case_id=case.id,
        case=_link(case),
        raised_at=alarm.raised_at,
        promised_at=alarm.promised_at,
        cause=alarm.cause,
        call=await _wants_a_call(look, case),
        late=alarm.promised_at <= look.now,
        rung=rung,
        confirm_by=alarm.next_at if rung == alarm.rung and alarm.next_at and alarm.next_at > look.now else None,
    )
    return look.sight(member.language, shows)


async def _wants_a_call(look: Look, case: Case) -> bool:
    call = await calls.open_of_case(look.uow.session, case.id)
    return call is not None and call.reason == Reason.DANGER


@view(kinds.AnswerLate)
async def _answer_late(look: Look, letter: kinds.AnswerLate) -> Sight | None:
    person, alarm = await look.person(), await alarms.by_id(look.uow.session, letter.alarm_id)
    if alarm is None or alarm.ended_at is not None:
        return None
    only_read = alarm.promise == Promise.NOBODY
    return look.sight(person.language, AnswerLateSight(alarm.promised_at, person.discreet, only_read))


@view(kinds.SafeWayScreen)
async def _safe_way(look: Look, letter: kinds.SafeWayScreen) -> Sight:
    return look.sight((await look.person()).language, SafeWaySight(letter.case_id, letter.way))


@view(kinds.MistakeScreen)
async def _mistake(look: Look, letter: kinds.MistakeScreen) -> Sight:
    case = await look.case(letter.case_id)
    return look.sight((await look.person()).language, CaseIdSight(case.id, case.closed_at is not None))


@view(kinds.LettersFrozen)
async def _letters_frozen(look: Look, letter: kinds.LettersFrozen) -> Sight | None:
    case = await look.case(letter.case_id)
    person = await people.by_id(look.uow.session, case.person_id)
    return look.sight(STAFF_LANGUAGE, CaseIdSight(case.id)) if person.frozen_at is not None else None


@view(kinds.ClearChatScreen, kinds.SpeakFreelyScreen)
async def _fixed_words(look: Look, letter: kinds.Letter) -> Sight:
    return look.sight((await look.person()).language, NothingSight())


@view(kinds.OpenedReplyScreen)
async def _opened(look: Look, letter: kinds.OpenedReplyScreen) -> Sight | None:
    message = await cases.message(look.uow.session, letter.message_id)
    if message is None or not message.is_shown:
        return None
    parts = for_person(message.text)
    shows = OpenedReplySight(
        case_id=letter.case_id,
        message_id=message.id,
        part=letter.part,
        number=(await look.case(message.case_id)).number,
        author=(await staff.by_id(look.uow.session, message.author_id)).work_name,
        text=parts[letter.part] if letter.part < len(parts) else "",
    )
    return look.sight((await look.person()).language, shows)


@view(kinds.CoveredScreen)
async def _covered(look: Look, letter: kinds.CoveredScreen) -> Sight:
    return look.sight((await look.person()).language, CoveredSight(letter.case_id, letter.message_id, letter.part))


@view(kinds.SayItYourself)
async def _say_it_yourself(look: Look, letter: kinds.SayItYourself) -> Sight | None:
    member = await _reader(look, letter.staff_id)
    if member is None:
        return None
    return look.sight(member.language, CaseToDoSight(_link(await look.case(letter.case_id)), letter.what))


@view(kinds.OneHumanWanted)
async def _one_human_wanted(look: Look, letter: kinds.OneHumanWanted) -> Sight | None:
    member, case = await _reader(look, letter.staff_id), await look.case(letter.case_id)
    if member is None or case.owner_id is not None or case.closed_at is not None:
        return None
    return look.sight(member.language, CaseToDoSight(_link(case)))


@view(kinds.FamilyLinesScreen)
async def _family_lines(look: Look, letter: kinds.FamilyLinesScreen) -> Sight:
    language = (await look.person()).language
    lines = tuple(hotline_line(line, language) for line in look.catalogue.family_lines())
    return look.sight(language, FamilyLinesSight(lines))
