"""Who the person of a case is, shown to the one of staff who asked."""

from __future__ import annotations

from casework.letters import kinds
from casework.letters.sights import DetailsSight, PlacesSight, Sight
from casework.letters.view.applications import child_lines, sent_lines
from casework.letters.view.later import later_lines
from casework.letters.view.look import Look, view
from casework.letters.view.on_behalf import on_behalf_sight
from casework.letters.view.places import places_of
from casework.letters.view.staff import registered_place
from db.models import Case
from db.repositories import applications, people, staff
from db.uow import UnitOfWork
from rules.catalogue import Catalogue
from rules.local_time import local_date


@view(kinds.DeskDetails)
async def _desk_details(look: Look, letter: kinds.DeskDetails) -> Sight | None:
    member = await staff.by_id(look.uow.session, letter.staff_id)
    if member.removed_at is not None:
        return None
    case = await look.case(letter.case_id)
    return look.sight(member.language, await details_of(look.uow, look.catalogue, case, member.language))


async def details_of(uow: UnitOfWork, catalogue: Catalogue, case: Case, language: str) -> DetailsSight:
    """Who the person of a case is, as far as we were told, and for whom they write."""
    other, applied = await on_behalf_sight(uow, case), await applications.of_case(uow.session, case.id)
    shown = other is None or other.writer_shown
    person = await people.by_id(uow.session, case.person_id)
    consent = await people.standing_consent(uow.session, person.id)
    audience = catalogue.audiences.get(case.audience or "")
    category = catalogue.categories.get(case.category or "")
    band = catalogue.age_bands.get(case.age_band or "")
    oblast = catalogue.oblasts.get(case.actual_oblast or "")
    return DetailsSight(
        number=case.number,
        name=person.name if shown else None,
        telegram_name_hidden=person.watched and person.name is None,
        audience=audience.name[language] if audience else None,
        category=category.name[language] if category else None,
        age_band=band.name[language] if band else None,
        household_size=case.household_size,
        registered_hromada=registered_place(catalogue, case),
        actual_oblast=oblast.name[language] if oblast else None,
        consent_on=local_date(consent.given_at) if consent else None,
        places=places_of(catalogue, person, language) if shown else PlacesSight(),
        on_behalf=other,
        applied=() if applied is None else tuple(await sent_lines(uow, catalogue, applied, language)),
        later=() if applied is None else tuple(await later_lines(uow, catalogue, applied, language)),
        children=() if applied is None else await child_lines(uow, catalogue, applied, named=True),
    )
