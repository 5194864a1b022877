"""The dates that people are told: never one at which nobody is at work."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from casework.letters import kinds
from casework.letters.sights import ReceivedSight
from rules.local_time import KYIV
from tests.casework.world import World

SATURDAY_NIGHT = datetime(2026, 3, 14, 23, 30, tzinfo=UTC)


async def test_in_a_crisis_at_night_the_person_is_told_a_working_hour_and_staff_the_deadline(world: World) -> None:
    natalia = await world.person("Наталія")
    world.now = SATURDAY_NIGHT
    case = await world.case(natalia, "чоловік б’є мене, допоможіть")
    assert case.crisis
    assert case.reply_by == SATURDAY_NIGHT + timedelta(hours=24)

    (letter,) = await world.waiting(kinds.CaseReceived)
    sight = await world.sight(letter)
    assert sight is not None
    assert isinstance(sight.shows, ReceivedSight)
    assert sight.shows.reply_by is not None
    told = sight.shows.reply_by.astimezone(KYIV)
    assert (told.strftime("%A"), told.hour) == ("Tuesday", 9)


async def test_once_the_told_date_is_over_no_date_is_named(world: World) -> None:
    olena = await world.person()
    await world.case(olena, "Потрібна консультація")
    world.wait(days=5)
    (letter,) = await world.waiting(kinds.CaseReceived)
    sight = await world.sight(letter)
    assert sight is not None
    assert isinstance(sight.shows, ReceivedSight)
    assert sight.shows.reply_by is None
