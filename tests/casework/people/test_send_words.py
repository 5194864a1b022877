"""The person says where words belong: a case is opened once, with these very words, in order."""

from __future__ import annotations

import asyncio
from collections import Counter

import pytest
from sqlalchemy import func, select

from casework.cases.withdraw import Withdraw, withdraw
from casework.context import Actor
from casework.errors import CaseClosed, NotPermitted, Refusal, Stale
from casework.letters import kinds
from casework.letters.sights import ReceivedSight
from casework.people.send_words import DropWords, SendWords, drop_words, send_words
from db.engine import Database
from db.models import Case, Pair
from rules.catalogue import OWN_WORDS
from rules.deadlines import first_reply_by
from tests.casework.world import CATALOGUE, GROUP, NEXT_DAY, World


async def test_a_case_is_opened_with_these_very_words(world: World, olena: Actor) -> None:
    await world.says(olena, "Живу в Сумах")
    world.wait(minutes=1)
    await world.says(olena, "Потрібна допомога")
    upto = (await world.drafts(olena))[-1].id
    case = await send_words(world.ctx(olena), SendWords(upto))
    assert case.number == f"LUH-{world.now.year}-000001"
    assert (case.state, case.turn, case.crisis, case.owner_id) == ("new", "staff", False, None)
    assert (case.service, case.intake_kind, case.channel) == (OWN_WORDS, "consultation", "telegram")
    assert (case.opened_at, case.waiting_since, case.unread) == (world.now, world.now, 2)
    assert (case.reply_by, case.law_by) == (first_reply_by(CATALOGUE, world.now, crisis=False), None)
    assert case.topic_chat_id == GROUP
    assert [message.text for message in await world.messages(case)] == ["Живу в Сумах", "Потрібна допомога"]
    assert await world.drafts(olena) == []
    assert await world.screen(olena) == kinds.WordsSentScreen(case.id)
    event = (await world.events(case))[0]
    assert (event.kind, event.facts) == ("opened", {"messages": 2, "crisis": False, "channel": "telegram"})


async def test_each_message_is_tied_to_where_it_was_written(world: World, olena: Actor) -> None:
    _, number = await world.says(olena, "Потрібна допомога")
    case = await world.case(olena)
    [first, _] = await world.messages(case)
    [pair] = await world.uow.session.scalars(select(Pair).where(Pair.message_id == first.id))
    assert (pair.side, pair.part, pair.chat_id, pair.telegram_message_id) == ("source", 0, olena.telegram_id, number)


async def test_the_person_is_told_number_and_by_when(world: World, olena: Actor) -> None:
    case = await world.case(olena)
    [letter] = await world.waiting(kinds.CaseReceived)
    sight = await world.sight(letter)
    assert sight is not None
    assert isinstance(sight.shows, ReceivedSight)
    assert (sight.shows.name, sight.shows.number, sight.shows.service) == ("Олена", case.number, None)
    assert sight.shows.reply_by == NEXT_DAY


async def test_staff_get_the_words_the_card_and_the_topic(world: World, olena: Actor) -> None:
    case = await world.case(olena, "раз", "два")
    letters = [letter for letter in await world.waiting() if letter.lane == f"c:{case.id}"]
    assert sorted((letter.kind, letter.priority) for letter in letters) == [
        ("card", 1),
        ("person-message", 2),
        ("person-message", 2),
        ("topic-head", 3),
    ]
    assert {letter.chat_id for letter in letters} == {GROUP}


async def test_without_a_group_the_case_is_kept_and_the_person_is_told(bare: World) -> None:
    ivan = await bare.person()
    case = await bare.case(ivan)
    assert case.topic_chat_id is None
    assert await bare.kinds_to(ivan) == ["words-sent", "case-received"]


async def test_dangerous_words_open_a_crisis(world: World, olena: Actor) -> None:
    case = await world.case(olena, "Допоможіть", "Мені небезпечно")
    assert case.crisis
    assert case.reply_by == first_reply_by(CATALOGUE, world.now, crisis=True)


async def test_a_second_tap_is_stale_and_opens_nothing(world: World, olena: Actor) -> None:
    await world.says(olena, "Потрібна допомога")
    upto = (await world.drafts(olena))[-1].id
    await send_words(world.ctx(olena), SendWords(upto))
    async with world.refused(Stale):
        await send_words(world.ctx(olena), SendWords(upto))
    async with world.refused(Stale):
        await drop_words(world.ctx(olena), DropWords(upto))


async def test_ten_taps_at_once_open_one_case(database: Database) -> None:
    async with database.uow() as uow:
        world = World(uow)
        ivan = await world.person()
        await world.says(ivan, "Потрібна допомога")
        upto = (await world.drafts(ivan))[-1].id

    async def tap() -> str:
        async with database.uow() as uow:
            try:
                await send_words(World(uow).ctx(ivan), SendWords(upto))
            except Refusal as refusal:
                return refusal.key
            return "sent"

    assert Counter(await asyncio.gather(*(tap() for _ in range(10)))) == {"sent": 1, Stale.key: 9}
    async with database.uow() as uow:
        assert await uow.session.scalar(select(func.count()).select_from(Case)) == 1


async def test_what_was_written_after_the_button_waits_on(world: World, olena: Actor) -> None:
    await world.says(olena, "раз")
    upto = (await world.drafts(olena))[-1].id
    await world.says(olena, "два")
    case = await send_words(world.ctx(olena), SendWords(upto))
    assert [message.text for message in await world.messages(case)] == ["раз"]
    assert [draft.text for draft in await world.drafts(olena)] == ["два"]
    assert await world.screen(olena) == kinds.ChooseCaseScreen(), "and she is asked about it"


async def test_what_was_written_after_the_button_to_drop_is_asked_about(world: World, olena: Actor) -> None:
    await world.says(olena, "раз")
    upto = (await world.drafts(olena))[-1].id
    await world.says(olena, "два")
    await drop_words(world.ctx(olena), DropWords(upto))
    assert [draft.text for draft in await world.drafts(olena)] == ["два"]
    assert await world.screen(olena) == kinds.OfferCaseScreen()


async def test_they_are_added_to_a_chosen_case(world: World, olena: Actor) -> None:
    case = await world.case(olena, "раз")
    await world.says(olena, "два", new=True)
    sent_to = await send_words(world.ctx(olena), SendWords((await world.drafts(olena))[-1].id, case.id))
    assert sent_to is case
    assert [message.text for message in await world.messages(case)] == ["раз", "два"]


async def test_a_chosen_case_that_is_over_gets_nothing_and_nothing_is_lost(world: World, olena: Actor) -> None:
    case = await world.case(olena)
    await world.says(olena, "два", new=True)
    await withdraw(world.ctx(olena), Withdraw(case.id))
    async with world.refused(CaseClosed):
        await send_words(world.ctx(olena), SendWords((await world.drafts(olena))[-1].id, case.id))
    assert [draft.text for draft in await world.drafts(olena)] == ["два"]


async def test_without_a_consent_no_case_is_opened(bare: World) -> None:
    ivan = await bare.newcomer()
    await bare.says(ivan, "Потрібна допомога")
    async with bare.refused(NotPermitted):
        await send_words(bare.ctx(ivan), SendWords((await bare.drafts(ivan))[-1].id))


async def test_words_can_be_dropped(world: World, olena: Actor) -> None:
    await world.says(olena, "Ні, не треба")
    await drop_words(world.ctx(olena), DropWords((await world.drafts(olena))[-1].id))
    assert await world.drafts(olena) == []
    assert await world.screen(olena) == kinds.WordsDroppedScreen()


async def test_nobody_sends_or_drops_the_words_of_another(world: World, olena: Actor, mykola: Actor) -> None:
    await world.says(olena, "Моє")
    upto = (await world.drafts(olena))[-1].id
    async with world.refused(Stale):
        await send_words(world.ctx(mykola), SendWords(upto + 100))
    async with world.refused(Stale):
        await drop_words(world.ctx(mykola), DropWords(upto + 100))


@pytest.mark.parametrize("cases", [3])
async def test_numbers_run_on_without_gaps(world: World, olena: Actor, mykola: Actor, cases: int) -> None:
    numbers = [(await world.case(actor)).number for actor in (olena, mykola, olena)[:cases]]
    assert [number[-6:] for number in numbers] == ["000001", "000002", "000003"]
    world.wait(days=300)
    assert (await world.case(mykola)).number == f"LUH-{world.now.year}-000001", "every year begins anew"


async def test_the_year_of_a_number_is_that_of_kyiv(world: World, olena: Actor) -> None:
    world.now = world.now.replace(month=12, day=31, hour=22, minute=30)
    assert (await world.case(olena)).number == f"LUH-{world.now.year + 1}-000001"
