"""The page about a person's own data, and what can be done there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from casework.letters import kinds
from casework.letters.sights import (
    ConsentWithdrawSight,
    EraseAskSight,
    ErasedSight,
    Kept,
    PrivacySight,
    PrivacyWhySight,
    PurposeLine,
    ReadingLine,
    RenameSight,
    Sight,
    SweepSight,
)
from casework.letters.view.files import line_of_kind
from casework.letters.view.held import held_of
from casework.letters.view.look import Look, view
from casework.letters.view.places import places_of
from casework.letters.view.screens import retention_words
from casework.letters.view.to_person import called
from casework.returning.former import CHECKED
from db.models import Person
from db.repositories import cases, complaints, files, people, staff, sweeping
from rules.catalogue import Evidence
from rules.lists import SEARCHED

READINGS = 5
CONFIRMED = frozenset({Evidence.SOURCED, Evidence.DEPARTMENT})


@view(kinds.PrivacyScreen)
async def _privacy(look: Look, letter: kinds.PrivacyScreen) -> Sight:
    person, session = await look.person(), look.uow.session
    theirs = [case.id for case in await cases.all_of(session, person.id)]
    consent = await people.standing_consent(session, person.id)
    shows = PrivacySight(
        consent_given_at=consent.given_at if consent else None,
        name_held=person.name is not None,
        watched=person.watched,
        covered=person.covered,
        cases=len(theirs),
        messages=await people.count_messages(session, theirs) + len(await people.unsent(session, person.id)),
        readings=await _readings(look, person),
        retention=retention_words(look, person.language),
        office=look.office(person.language),
        complaints=await _complaints_held(look, person),
        files=await _count_files(look, person, theirs),
        places=places_of(look.catalogue, person, person.language),
        may_tell_places=consent is not None,
        held=await held_of(look, person),
    )
    return look.sight(person.language, shows)


async def _readings(look: Look, person: Person) -> tuple[ReadingLine, ...]:
    lines = []
    for reading in await people.last_readings(look.uow.session, person.id, READINGS):
        reader = await staff.by_id(look.uow.session, reading.staff_id)
        number = (await look.case(reading.case_id)).number
        file = line_of_kind(reading.what)
        checked, searched = reading.what == CHECKED, reading.what == SEARCHED
        lines.append(ReadingLine(reading.at, reader.work_name, number, file, checked=checked, searched=searched))
    return tuple(lines)


@view(kinds.EraseAskScreen)
async def _erase_ask(look: Look, letter: kinds.EraseAskScreen) -> Sight:
    person, session = await look.person(), look.uow.session
    theirs = await cases.all_of(session, person.id)
    shows = EraseAskSight(
        open_cases=sum(case.closed_at is None for case in theirs),
        messages=await people.count_messages(session, [case.id for case in theirs])
        + len(await people.unsent(session, person.id)),
        complaints=await _complaints_held(look, person),
        files=await _count_files(look, person, [case.id for case in theirs]),
        kept=await _kept(look, person),
        held=await held_of(look, person),
    )
    return look.sight(person.language, shows)


async def _count_files(look: Look, person: Person, case_ids: Sequence[int]) -> int:
    waiting = await files.of_drafts(look.uow.session, person.id)
    return await files.count_of_cases(look.uow.session, case_ids) + len(waiting)


async def _complaints_held(look: Look, person: Person) -> int:
    held = await complaints.of_person(look.uow.session, person.id)
    return sum(each.words is not None for each in held)


@view(kinds.ErasedScreen)
async def _erased(look: Look, letter: kinds.ErasedScreen) -> Sight:
    person = await look.person()
    return look.sight(person.language, ErasedSight(letter.cases, await _kept(look, person)))


async def _kept(look: Look, person: Person) -> Kept:
    """What erasing leaves; what is not closed or answered yet would be by now."""
    session = look.uow.session
    ended = [case.closed_at or look.now for case in await cases.all_of(session, person.id)]
    answered = [each.answered_at or look.now for each in await complaints.of_person(session, person.id)]
    looked = [reading.at for reading in await people.last_readings(session, person.id, 1)]
    agreed = [look.now] if await people.ever_agreed(session, person.id) else []
    return Kept(
        cases_until=_until(look, "case", ended),
        complaints_until=_until(look, "complaint", answered),
        readings_until=_until(look, "reading", looked),
        consent_until=_until(look, "case", [*ended, *agreed]) if agreed else None,
    )


def _until(look: Look, kept: str, since: Sequence[datetime]) -> datetime | None:
    return max(since) + timedelta(days=look.catalogue.retention[kept].days) if since else None


@view(kinds.PrivacyWhyScreen)
async def _privacy_why(look: Look, letter: kinds.PrivacyWhyScreen) -> Sight:
    language = (await look.person()).language
    lines = tuple(
        PurposeLine(
            each.what[language], each.ground[language], each.basis[language] if each.evidence in CONFIRMED else None
        )
        for each in look.catalogue.purposes.values()
    )
    return look.sight(language, PrivacyWhySight(lines))


@view(kinds.RenameScreen)
async def _rename(look: Look, letter: kinds.RenameScreen) -> Sight:
    person = await look.person()
    return look.sight(person.language, RenameSight(person.name, called(person), letter.refused))


@view(kinds.RenamedScreen)
async def _renamed(look: Look, letter: kinds.RenamedScreen) -> Sight:
    person = await look.person()
    return look.sight(person.language, RenameSight(person.name, called(person)))


@view(kinds.ConsentWithdrawAskScreen)
async def _consent_withdraw_ask(look: Look, letter: kinds.ConsentWithdrawAskScreen) -> Sight:
    person = await look.person()
    open_cases = len(await cases.open_of(look.uow.session, person.id))
    return look.sight(person.language, ConsentWithdrawSight(open_cases, look.office(person.language)))


@view(kinds.ConsentWithdrawnScreen)
async def _consent_withdrawn(look: Look, letter: kinds.ConsentWithdrawnScreen) -> Sight:
    language = (await look.person()).language
    return look.sight(language, ConsentWithdrawSight(letter.cases, look.office(language)))


@view(kinds.ChatSweep)
async def _chat_sweep(look: Look, letter: kinds.ChatSweep) -> Sight | None:
    ours = await sweeping.sent_lately(look.uow.session, look.letter.chat_id)
    ids = tuple(sorted({*ours, *letter.ids}))
    return look.sight((await look.person()).language, SweepSight(ids)) if ids else None
