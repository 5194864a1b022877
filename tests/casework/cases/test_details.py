"""Who the person is, is shown to the one who asks; that they asked is written down."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from casework.cases.details import ReadDetails, read_details
from casework.cases.facts import RecordFact, record_fact
from casework.context import Actor
from casework.letters import kinds
from casework.letters.sights import DetailsSight
from db.models import Reading
from rules.local_time import local_date
from tests.casework.world import CATALOGUE, WHY, World


async def test_the_one_who_asks_gets_them_and_the_reading_is_kept(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.case(olena)
    await record_fact(world.ctx(iryna), RecordFact(case.id, "audience", "displaced"))
    await world.deliver()
    details = await read_details(world.ctx(iryna), ReadDetails(case.id, WHY))
    assert details == DetailsSight(
        number=case.number,
        name="Олена Коваленко",
        telegram_name_hidden=False,
        audience=CATALOGUE.audiences["displaced"].name["uk"],
        category=None,
        age_band=None,
        household_size=None,
        registered_hromada=None,
        actual_oblast=None,
        consent_on=local_date(world.now),
    )
    [reading] = await world.uow.session.scalars(select(Reading))
    assert (reading.case_id, reading.person_id, reading.staff_id) == (case.id, olena.id, iryna.id)
    assert reading.at == world.now
    assert await world.waiting() == [], "asked in the group: whispered, no letter"


async def test_on_the_desk_it_is_a_letter_that_cannot_be_passed_on(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.case(olena)
    await world.deliver()
    shown = await read_details(world.ctx(iryna), ReadDetails(case.id, WHY, on_desk=True))
    [letter] = await world.waiting()
    assert (letter.kind, letter.chat_id, letter.case_id) == ("desk-details", iryna.telegram_id, case.id)
    assert kinds.DeskDetails.policy.protected
    sight = await world.sight(letter)
    assert sight is not None
    assert sight.shows == shown


async def test_one_look_that_could_not_be_whispered_is_one_reading(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.case(olena)
    await read_details(world.ctx(iryna), ReadDetails(case.id, WHY))
    await read_details(world.ctx(iryna), ReadDetails(case.id, WHY, on_desk=True))
    assert len((await world.uow.session.scalars(select(Reading))).all()) == 1


async def test_of_a_watched_phone_there_is_no_name(world: World, iryna: Actor) -> None:
    case = await world.case(await world.watched())
    details = await read_details(world.ctx(iryna), ReadDetails(case.id, WHY))
    assert (details.name, details.telegram_name_hidden, details.consent_on) == (None, True, None)


@pytest.mark.parametrize(("place", "shown"), [("other", "other"), (None, None)])
async def test_a_place_outside_the_oblast_is_not_named(
    world: World, olena: Actor, iryna: Actor, place: str | None, shown: str | None
) -> None:
    case = await world.case(olena)
    await record_fact(world.ctx(iryna), RecordFact(case.id, "registered_hromada", place))
    details = await read_details(world.ctx(iryna), ReadDetails(case.id, WHY))
    assert details.registered_hromada == shown
