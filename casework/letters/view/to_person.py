"""Letters to a person."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TypedDict

from casework.cases.promises import whose_decision
from casework.cases.relay import for_person
from casework.danger.alarm import PRESSED
from casework.letters import kinds
from casework.letters.sights import (
    ClosedSight,
    HotlineLine,
    HotlinesSight,
    NumberSight,
    ParkedSight,
    ReceivedSight,
    ReplySight,
    SentSight,
    Sight,
    TakenSight,
    WelcomeSight,
)
from casework.letters.view.look import Look, view
from casework.letters.view.on_behalf import may_be_for_another
from casework.letters.view.talk import replied_to
from casework.ratings.asking import is_asked
from casework.talk.waiting import may_still_go
from db.models import Case, Message, Person
from db.repositories import alarms, cases, staff
from rules.cases import State, reopen_by
from rules.catalogue import OWN_WORDS, Catalogue, Hotline, Provider
from rules.deadlines import check_by
from rules.duty import Promise, Rung


def service_name(catalogue: Catalogue, service: str, language: str) -> str | None:
    """The name of a service for people; None while nobody has named it, or where the catalogue no longer has it."""
    entry = catalogue.services.get(service)
    return None if service == OWN_WORDS or entry is None else entry.name[language]


def called(person: Person) -> str | None:
    """How we address a person: by the first name that their profile gives."""
    return person.name.split()[0] if person.name and person.name.split() else None


class Decision(TypedDict):
    """Who decides where it is not us, in words or as the service's provider, and when we look; None where we decide,
    or once that is over.
    """

    decides: str | None
    provider: Provider | None
    check_by: datetime | None


async def decision_of(look: Look, case: Case, person: Person) -> Decision:
    """What a person is told about a decision that is not ours, in place of a deadline of law. On a phone that somebody
    else may read nothing: an office says what it is about.
    """
    elsewhere = None if person.discreet else whose_decision(look.catalogue, case)
    if elsewhere is None:
        return Decision(decides=None, provider=None, check_by=None)
    looks = check_by(look.catalogue, elsewhere.check, case.opened_at, organisation=(await look.entry(case)).slug)
    return Decision(
        decides=elsewhere.words[person.language] if elsewhere.words else None,
        provider=elsewhere.provider,
        check_by=looks if looks > look.now else None,
    )


def hotline_lines(look: Look, language: str) -> tuple[HotlineLine, ...]:
    """The numbers to call in danger, the most urgent first."""
    return tuple(hotline_line(line, language) for line in look.catalogue.danger_hotlines())


def hotline_line(line: Hotline, language: str) -> HotlineLine:
    """A number of the catalogue for a reader of this language."""
    return HotlineLine(line.number, line.name[language], line.when[language], line.verified_on)


def own_service_name(look: Look, case: Case, person: Person) -> str | None:
    """What a case is about, as the person reads it: nothing on a phone that somebody else may read."""
    return None if person.discreet else service_name(look.catalogue, case.service, person.language)


@view(kinds.Welcome)
async def _welcome(look: Look, letter: kinds.Welcome) -> Sight:
    language = (await look.person()).language
    return look.sight(language, WelcomeSight(look.office(language)))


@view(kinds.Hotlines)
async def _hotlines(look: Look, letter: kinds.Hotlines) -> Sight:
    person = await look.person()
    language = person.language
    shows = HotlinesSight(hotline_lines(look, language), look.office(language), letter.heard)
    case = await alarms.case_of(look.uow.session, person.id)
    alarm = await alarms.standing(look.uow.session, case.id) if case is not None else None
    if case is not None and alarm is not None:
        shows = replace(
            shows,
            promise=Promise(alarm.promise),
            until=alarm.promised_at,
            case_id=case.id,
            pressed=alarm.cause == PRESSED,
            called=Rung(alarm.rung) if alarm.rung is not None else None,
        )
    return look.sight(language, shows)


@view(kinds.UpdateParked)
async def _update_parked(look: Look, letter: kinds.UpdateParked) -> Sight:
    language = (await look.person()).language
    return look.sight(language, ParkedSight(letter.incident, look.office(language)))


@view(kinds.CaseReceived)
async def _case_received(look: Look, letter: kinds.CaseReceived) -> Sight | None:
    person, case = await look.person(), await look.case(letter.case_id)
    if case.erased_at is not None:
        return None
    language, told = person.language, await look.told_by(case)
    return look.sight(
        language,
        ReceivedSight(
            name=called(person),
            number=case.number,
            service=own_service_name(look, case, person),
            watched=person.watched,
            reply_by=told if told > look.now else None,
            law_by=case.law_by,
            office=look.office(language, await look.entry(case)),
            **await decision_of(look, case, person),
        ),
    )


@view(kinds.CaseTaken)
async def _case_taken(look: Look, letter: kinds.CaseTaken) -> Sight | None:
    case = await look.case(letter.case_id)
    if case.owner_id != letter.staff_id or case.closed_at is not None:
        return None
    owner = await staff.by_id(look.uow.session, letter.staff_id)
    return look.sight((await look.person()).language, TakenSight(case.number, owner.work_name))


async def _reply_sight(look: Look, message: Message, part: int) -> ReplySight:
    parts = for_person(message.text)
    case = await look.case(message.case_id)
    author = await staff.by_id(look.uow.session, message.author_id)
    text = parts[part] if part < len(parts) else ""
    opens = (case.id, message.id) if (await look.person()).discreet and text else None
    return ReplySight(case.number, author.work_name, text, part, len(parts), opens)


@view(kinds.StaffReply)
async def _staff_reply(look: Look, letter: kinds.StaffReply) -> Sight | None:
    message = await cases.message(look.uow.session, letter.message_id)
    if message is None or letter.part >= len(for_person(message.text)):
        return None
    if not may_still_go(await look.case(message.case_id), message):
        return None
    if await cases.is_carried(look.uow.session, message.id, letter.part):
        return None
    shows = await _reply_sight(look, message, letter.part)
    to = await replied_to(look, message) if letter.part == 0 else None
    return look.sight((await look.person()).language, shows, reply_to=to)


@view(kinds.StaffReplyEdited)
async def _staff_reply_edited(look: Look, letter: kinds.StaffReplyEdited) -> Sight | None:
    message = await cases.message(look.uow.session, letter.message_id)
    pair = await cases.pair_of(look.uow.session, letter.message_id, "copy", letter.part)
    if message is None or pair is None or message.revision != letter.revision or message.taken_back_at is not None:
        return None
    shows = await _reply_sight(look, message, letter.part)
    return look.sight((await look.person()).language, shows, edit=pair.telegram_message_id)


@view(kinds.CaseClosed)
async def _case_closed(look: Look, letter: kinds.CaseClosed) -> Sight | None:
    person, case = await look.person(), await look.case(letter.case_id)
    outcome = look.catalogue.outcomes.get(case.result or "")
    if case.state != State.CLOSED or case.closed_at is None or outcome is None or case.erased_at is not None:
        return None
    language = person.language
    return look.sight(
        language,
        ClosedSight(
            case_id=case.id,
            name=called(person),
            number=case.number,
            outcome=outcome.plain[language],
            reopen_by=reopen_by(case.closed_at),
            complaint=(await look.entry(case)).complaint[language],
            asks=is_asked(look.catalogue, case, person),
            bare=case.crisis or person.human_only or person.discreet,
        ),
    )


async def number_sight(look: Look, case_id: int) -> Sight:
    """A case's number and the telephone of its organisation, for the person the letter goes to."""
    case = await look.case(case_id)
    language = (await look.person()).language
    return look.sight(language, NumberSight(case.id, case.number, look.office(language, await look.entry(case))))


@view(kinds.CaseWithdrawn)
async def _case_withdrawn(look: Look, letter: kinds.CaseWithdrawn) -> Sight:
    return await number_sight(look, letter.case_id)


async def _number_while_open(look: Look, case_id: int) -> Sight | None:
    return await number_sight(look, case_id) if (await look.case(case_id)).closed_at is None else None


@view(kinds.CaseReopened)
async def _case_reopened(look: Look, letter: kinds.CaseReopened) -> Sight | None:
    return await _number_while_open(look, letter.case_id)


@view(kinds.NotSolvedYet)
async def _not_solved_yet(look: Look, letter: kinds.NotSolvedYet) -> Sight | None:
    return await _number_while_open(look, letter.case_id)


@view(kinds.WordsSentScreen)
async def _words_sent(look: Look, letter: kinds.WordsSentScreen) -> Sight:
    person, case = await look.person(), await look.case(letter.case_id)
    for_another = not person.discreet and await may_be_for_another(look.uow, person, case)
    return look.sight(person.language, SentSight(case.id, case.number, for_another))


@view(kinds.AddToCaseScreen)
async def _add_to_case(look: Look, letter: kinds.AddToCaseScreen) -> Sight:
    return await number_sight(look, letter.case_id)


@view(kinds.WithdrawAskScreen)
async def _withdraw_ask(look: Look, letter: kinds.WithdrawAskScreen) -> Sight:
    return await number_sight(look, letter.case_id)
