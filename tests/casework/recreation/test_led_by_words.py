"""Whoever writes in their own words that a child wants to go to a camp is led to the programme, beside a human."""

from __future__ import annotations

from datetime import timedelta

import pytest

from casework.context import Actor
from casework.letters import kinds
from casework.letters.sights import OfferSight, Sight
from casework.letters.sights.recreation import RecreationSight
from casework.people.consent import Watch, watch
from casework.recreation.entry import ShowRecreation, show_recreation
from db.models import Letter
from tests.casework.recreation.programme import LAST_MOMENT, Programme
from tests.casework.world import World

CAMP = "Хочу відправити сина в табір"


@pytest.mark.parametrize(
    ("words", "led"),
    [
        (CAMP, True),
        ("чи є ще путівки для дітей", True),
        ("Дитині потрібне оздоровлення", True),
        ("Хочу, щоб діти поїхали на відпочинок", True),
        ("Хотела бы отправить дочку в лагерь", True),
        ("Is there a summer camp for my daughter?", True),
        ("ми поїхали б у табір, якби взяли", True),
        ("Мій син у таборі для військовополонених, дитині потрібна путівка", False),
        ("Чоловіка забрали в табір", False),
        ("Немає дров на зиму", False),
        ("Де мені відпочити", False),
        (f"Він мене б’є. {CAMP}", False),
    ],
)
async def test_words_about_it_lead_there(
    programme: Programme, world: World, olena: Actor, words: str, led: bool
) -> None:
    await world.says(olena, words)
    assert await _led(world, olena) is led


async def test_while_it_is_read_the_words_wait_and_there_is_a_way_back(
    programme: Programme, world: World, olena: Actor
) -> None:
    await show_recreation(world.ctx(olena), ShowRecreation())
    assert (await _call(world, olena)).upto == 0, "nothing waits"
    await world.says(olena, CAMP)
    newest = (await world.drafts(olena))[-1].id
    await show_recreation(world.ctx(olena), ShowRecreation())
    assert (await _call(world, olena)).upto == newest


async def test_where_nothing_automatic_is_to_be_said_words_lead_to_a_human_alone(
    programme: Programme, world: World, olena: Actor
) -> None:
    await world.says(olena, CAMP)
    assert await _led(world, olena)
    row = await world.row(olena)
    for told in ("human_only", "covered"):
        setattr(row, told, True)
        assert not await _led(world, olena), told
        setattr(row, told, False)
    await watch(world.ctx(olena), Watch())
    assert not await _led(world, olena), "watched"


async def test_before_there_is_a_campaign_and_after_its_last_day_they_lead_to_a_human_alone(
    world: World, olena: Actor, lead: Actor
) -> None:
    await world.says(olena, CAMP)
    assert not await _led(world, olena)
    programme = await Programme(world, lead).opened()
    assert await _led(world, olena)
    world.now = LAST_MOMENT + timedelta(seconds=1)
    await programme.clock()
    assert not await _led(world, olena)


async def _led(world: World, person: Actor) -> bool:
    shown = (await _sight(world, person, kinds.OfferCaseScreen())).shows
    assert isinstance(shown, OfferSight)
    return shown.recreation


async def _call(world: World, person: Actor) -> RecreationSight:
    screen = await world.screen(person)
    assert screen is not None
    shown = (await _sight(world, person, screen)).shows
    assert isinstance(shown, RecreationSight)
    return shown


async def _sight(world: World, person: Actor, screen: kinds.Letter) -> Sight:
    letter = Letter(kind=screen.kind, facts=screen.facts(), person_id=person.id, chat_id=person.telegram_id, lane="p:1")
    sight = await world.sight(letter)
    assert sight is not None
    return sight
