"""The questions of a registration on the desk, what came of it, and codes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from casework.cases.facts import FIELDS
from casework.letters import kinds
from casework.letters.sights import NothingSight, Sight
from casework.letters.sights.life import ChoiceLine
from casework.letters.sights.registering import (
    CaseLinkedSight,
    KnownLine,
    LinkCodeSight,
    LinkedNewsSight,
    LinkRefusedSight,
    RegisteredSight,
    RegistrationSight,
)
from casework.letters.view.look import Look, view
from casework.letters.view.to_person import hotline_lines
from casework.registering.known import known_by
from db.models import Case, Registration, StaffMember
from db.repositories import files, linking, people, registering, staff
from rules.agreements import grouped_code
from rules.cases import State
from rules.catalogue import CRISIS
from rules.local_time import local_date
from rules.phones import spaced
from rules.registering import DAYS_SHOWN, Step, earlier_days, next_step

PAGE = 10
"""Choices on one page."""
EXCERPT = 300
DAYS = "days"
"""The menu of «another day»."""


async def _reader(look: Look, staff_id: int) -> StaffMember | None:
    member = await staff.by_id(look.uow.session, staff_id)
    return member if member.removed_at is None else None


@view(kinds.registering.RegistrationScreen)
async def _registration(look: Look, letter: kinds.registering.RegistrationScreen) -> Sight | None:
    member = await _reader(look, letter.staff_id)
    found = await registering.by_id(look.uow.session, letter.registration_id)
    if member is None or found is None or found.state != registering.OPEN:
        return None
    step = next_step(found.done, danger=found.danger)
    choices = _choices(look, step, letter.menu, member.language)
    shown = choices[letter.page * PAGE : (letter.page + 1) * PAGE]
    days = earlier_days(look.now, letter.page) if letter.menu == DAYS else ()
    known = await known_by(look.uow, found.organisation_id, found.phone) if step is Step.KNOWN else ()
    drafts = await people.drafts(look.uow.session, found.person_id)
    service = look.catalogue.services.get(CRISIS if found.danger else found.service or "")
    shows = RegistrationSight(
        registration_id=found.id,
        step=step,
        channel=found.channel,
        danger=found.danger,
        phone=spaced(found.phone) if found.phone else None,
        name=found.name,
        known=_people(known),
        same_as=await _same_as(look, found),
        service=service.name[member.language] if service is not None else None,
        formal=found.formal,
        hromada=FIELDS["registered_hromada"].choices(look.catalogue, member.language).get(found.hromada or ""),
        language=found.language,
        words=tuple(each.text[:EXCERPT] for each in drafts if each.text),
        files=len(await files.of_drafts(look.uow.session, found.person_id)),
        received_on=found.received_on,
        ground=found.ground,
        menu=letter.menu,
        page=letter.page,
        choices=tuple(shown),
        days=days,
        today=local_date(look.now),
        more=len(choices) > (letter.page + 1) * PAGE or len(days) == DAYS_SHOWN,
    )
    return look.sight(member.language, shows)


def _people(known: Sequence[Case]) -> tuple[KnownLine, ...]:
    return tuple(KnownLine(case.number, State(case.state), case.person_id) for case in known)


async def _same_as(look: Look, found: Registration) -> str | None:
    if found.same_as is None:
        return None
    known = await known_by(look.uow, found.organisation_id, found.phone)
    return next((case.number for case in known if case.person_id == found.same_as), None)


def _choices(look: Look, step: Step, menu: str, language: str) -> list[ChoiceLine]:
    """Groups of services, the services of one, or places; other questions have their few buttons."""
    match step:
        case Step.SERVICE:
            offered = [each for each in look.catalogue.services.values() if each.slug != CRISIS]
            if menu:
                return _lines({each.slug: each.name[language] for each in offered if each.group_slug == menu})
            return _lines({each.group_slug: each.group[language] for each in offered})
        case Step.PLACE:
            return _lines(FIELDS["registered_hromada"].choices(look.catalogue, language))
        case _:
            return []


def _lines(named: Mapping[str, str]) -> list[ChoiceLine]:
    return [ChoiceLine(slug, name) for slug, name in named.items()]


@view(kinds.registering.RegistrationCancelledScreen)
async def _cancelled(look: Look, letter: kinds.registering.RegistrationCancelledScreen) -> Sight | None:
    member = await _reader(look, letter.staff_id)
    return look.sight(member.language, NothingSight()) if member is not None else None


@view(kinds.registering.RegisteredScreen)
async def _registered(look: Look, letter: kinds.registering.RegisteredScreen) -> Sight | None:
    member = await _reader(look, letter.staff_id)
    found = await registering.by_id(look.uow.session, letter.registration_id)
    if member is None or found is None or found.case_id is None or found.channel is None:
        return None
    case = await look.case(found.case_id)
    code = await linking.of_case(look.uow.session, case.id)
    good = code if code is not None and code.code is not None and code.expires_at > look.now else None
    day = found.received_on or local_date(case.opened_at)
    shows = RegisteredSight(
        case_id=case.id,
        number=case.number,
        channel=found.channel,
        reply_by=await look.told_by(case),
        law_by=case.law_by,
        received_on=day,
        code=grouped_code(good.code) if good is not None and good.code is not None else None,
        expires_at=good.expires_at if good is not None else None,
        danger=bool(found.danger),
        consent=found.ground,
        language=(await people.by_id(look.uow.session, case.person_id)).language,
        hotlines=hotline_lines(look, member.language) if found.danger else (),
        office=look.office(member.language, await look.entry(case)),
    )
    return look.sight(member.language, shows)


@view(kinds.registering.LinkCodeLetter)
async def _link_code(look: Look, letter: kinds.registering.LinkCodeLetter) -> Sight | None:
    member, case = await _reader(look, letter.staff_id), await look.case(letter.case_id)
    row = await linking.of_case(look.uow.session, case.id)
    if member is None or row is None or row.code is None or row.expires_at <= look.now:
        return None
    return look.sight(member.language, LinkCodeSight(case.number, grouped_code(row.code), row.expires_at))


@view(kinds.registering.LinkRefused)
async def _link_refused(look: Look, letter: kinds.registering.LinkRefused) -> Sight:
    language = (await look.person()).language
    return look.sight(language, LinkRefusedSight(letter.often, look.office(language)))


@view(kinds.registering.CaseLinked)
async def _case_linked(look: Look, letter: kinds.registering.CaseLinked) -> Sight | None:
    person, case = await look.person(), await look.case(letter.case_id)
    if case.person_id != person.id or case.erased_at is not None:
        return None
    return look.sight(
        person.language, CaseLinkedSight(case.id, case.number, look.office(person.language, await look.entry(case)))
    )


@view(kinds.registering.LinkedNews)
async def _linked_news(look: Look, letter: kinds.registering.LinkedNews) -> Sight | None:
    member, case = await _reader(look, letter.staff_id), await look.case(letter.case_id)
    return look.sight(member.language, LinkedNewsSight(case.number)) if member is not None else None
