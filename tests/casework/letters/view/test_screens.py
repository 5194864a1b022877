"""What the screens on a person's phone are given."""

from __future__ import annotations

from datetime import timedelta
from typing import TypeVar

import pytest

from casework.cases.close import Close, close
from casework.cases.details import ReadDetails, read_details
from casework.cases.take import Take, take
from casework.context import Actor
from casework.letters import kinds
from casework.letters.kinds import Letter
from casework.letters.sights import (
    AddedSight,
    ChooseSight,
    ConsentSight,
    EraseAskSight,
    InfoOnlySight,
    Kept,
    MyCaseSight,
    MyCasesSight,
    OfferSight,
    PrivacySight,
)
from casework.people.erase import Erase, erase
from db.models import Letter as Row
from rules.cases import Verb, reopen_by
from rules.consent import CONSENT_VERSION
from tests.casework.world import CATALOGUE, WHY, World

Shows = TypeVar("Shows")
CASE = timedelta(days=CATALOGUE.retention["case"].days)
READING = timedelta(days=CATALOGUE.retention["reading"].days)


async def shows(world: World, actor: Actor, screen: Letter, as_what: type[Shows]) -> Shows:
    """What a screen of theirs would show now."""
    letter = Row(kind=screen.kind, facts=screen.facts(), person_id=actor.id, chat_id=actor.telegram_id, lane="p:1")
    sight = await world.sight(letter)
    assert sight is not None
    assert isinstance(sight.shows, as_what)
    return sight.shows


async def test_the_question_says_what_is_kept_meanwhile(bare: World) -> None:
    ivan = await bare.newcomer()
    await bare.says(ivan, "раз")
    await bare.says(ivan, "два")
    for screen in (kinds.ConsentScreen(), kinds.ConsentMoreScreen()):
        assert await shows(bare, ivan, screen, ConsentSight) == ConsentSight(
            CONSENT_VERSION, CATALOGUE.retention["case"].words["uk"], kept_words=2, draft_days=14
        )


async def test_information_only_names_every_number(bare: World) -> None:
    shown = await shows(bare, await bare.newcomer(), kinds.InfoOnlyScreen(), InfoOnlySight)
    assert [line.number for line in shown.hotlines] == [line.number for line in CATALOGUE.danger_hotlines()]


@pytest.mark.parametrize(
    ("words", "excerpt"),
    [
        (["раз", "два"], "раз\nдва"),
        (["ж" * 200], "ж" * 200),
        (["ж" * 201], "ж" * 200 + "…"),
        (["ж" * 199 + " кінець"], "ж" * 199 + "…"),
    ],
)
async def test_an_offer_shows_the_beginning_and_the_newest_draft(
    world: World, olena: Actor, words: list[str], excerpt: str
) -> None:
    for item in words:
        await world.says(olena, item)
    newest = (await world.drafts(olena))[-1].id
    shown = await shows(world, olena, kinds.OfferCaseScreen(), OfferSight)
    assert shown == OfferSight(excerpt, len(words), newest, for_another=True)


async def test_a_choice_names_ones_own_open_cases_newest_first(
    world: World, olena: Actor, mykola: Actor, iryna: Actor
) -> None:
    await world.case(mykola)
    first, second = await world.case(olena), await world.case(olena)
    over = await world.taken(olena, iryna)
    await close(world.ctx(iryna), Close(over.id, "helped"))
    await world.says(olena, "До якого?")
    shown = await shows(world, olena, kinds.ChooseCaseScreen(), ChooseSight)
    assert [line.case_id for line in shown.cases] == [second.id, first.id]


async def test_a_receipt_counts_what_was_added_since_the_last_answer(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.taken(olena, iryna, "раз", "два")
    await world.topic(case)
    screen = kinds.WordsAdded(case.id)
    await world.says(olena, "і ще")
    assert (await shows(world, olena, screen, AddedSight)).messages == 1, "what opened the case was not added to it"
    await world.says(olena, "і ще раз")
    assert (await shows(world, olena, screen, AddedSight)).messages == 2
    await world.answers(iryna, case, "Вітаю")
    await world.says(olena, "три")
    shown = await shows(world, olena, screen, AddedSight)
    assert (shown.messages, shown.owner, shown.overdue) == (1, "Ірина", False)
    world.now = case.reply_by
    assert not (await shows(world, olena, screen, AddedSight)).overdue
    world.wait(seconds=1)
    assert (await shows(world, olena, screen, AddedSight)).overdue


@pytest.mark.parametrize(("page", "shown_page", "count"), [(0, 0, 5), (1, 1, 2), (2, 1, 2), (99, 1, 2)])
async def test_cases_come_in_pages_of_five(
    world: World, olena: Actor, mykola: Actor, page: int, shown_page: int, count: int
) -> None:
    await world.case(mykola)
    made = [await world.case(olena) for _ in range(7)]
    shown = await shows(world, olena, kinds.MyCasesScreen(page), MyCasesSight)
    assert (shown.page, shown.pages, len(shown.cases)) == (shown_page, 2, count)
    if page == 0:
        assert [line.case_id for line in shown.cases] == [case.id for case in reversed(made[2:])]


async def test_without_a_case_there_is_one_empty_page(world: World, olena: Actor) -> None:
    assert await shows(world, olena, kinds.MyCasesScreen(3), MyCasesSight) == MyCasesSight((), 0, 1)


async def test_of_a_case_one_sees_what_concerns_oneself(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.case(olena)
    await world.topic(case)
    await take(world.ctx(iryna), Take(case.id))
    shown = await shows(world, olena, kinds.MyCaseScreen(case.id), MyCaseSight)
    assert [line.event for line in shown.timeline] == ["opened", "taken"], "not that a topic was made"
    assert (shown.case.owner, shown.outcome, shown.reopen_by) == ("Ірина", None, None)
    assert shown.may == {Verb.ADD_WORDS, Verb.WITHDRAW}


async def test_a_closed_case_may_be_reopened_for_thirty_days(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.taken(olena, iryna)
    await close(world.ctx(iryna), Close(case.id, "helped"))
    screen = kinds.MyCaseScreen(case.id)
    shown = await shows(world, olena, screen, MyCaseSight)
    assert shown.outcome == CATALOGUE.outcomes["helped"].plain["uk"]
    assert shown.may == {Verb.REOPEN}
    world.now = reopen_by(world.now)
    assert (await shows(world, olena, screen, MyCaseSight)).may == {Verb.REOPEN}
    world.wait(seconds=1)
    assert (await shows(world, olena, screen, MyCaseSight)).may == set()


async def test_a_person_knows_their_cases_apart_by_how_they_begin(world: World, olena: Actor) -> None:
    await world.case(olena, "Немає\nзимового одягу", "і взуття")
    await world.case(olena, "довго " * 30)
    lines = (await shows(world, olena, kinds.MyCasesScreen(), MyCasesSight)).cases
    assert [line.begins for line in lines] == [("довго " * 10).strip() + "…", "Немає зимового одягу"]
    await erase(world.ctx(olena), Erase())
    lines = (await shows(world, olena, kinds.MyCasesScreen(), MyCasesSight)).cases
    assert [line.begins for line in lines] == [None, None]


async def test_a_phone_that_may_be_searched_shows_no_words_of_a_case(world: World) -> None:
    watched = await world.watched()
    await world.case(watched, "Боюся")
    assert (await shows(world, watched, kinds.MyCasesScreen(), MyCasesSight)).cases[0].begins is None


async def test_privacy_counts_what_we_hold_and_names_who_read_it(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.case(olena, "раз", "два")
    await world.says(olena, "три", new=True)
    for _ in range(6):
        world.wait(minutes=1)
        await read_details(world.ctx(iryna), ReadDetails(case.id, WHY))
    shown = await shows(world, olena, kinds.PrivacyScreen(), PrivacySight)
    assert (shown.cases, shown.messages, shown.name_held, shown.watched) == (1, 3, True, False)
    assert [(line.reader, line.number) for line in shown.readings] == [("Ірина", case.number)] * 5
    assert shown.readings[0].at == world.now, "the last five, newest first"


async def test_of_a_watched_phone_no_name_is_held(world: World) -> None:
    shown = await shows(world, await world.watched(), kinds.PrivacyScreen(), PrivacySight)
    assert (shown.name_held, shown.watched, shown.consent_given_at) == (False, True, None)


async def test_before_erasing_one_sees_what_goes(world: World, olena: Actor, iryna: Actor) -> None:
    over = await world.taken(olena, iryna, "раз")
    await close(world.ctx(iryna), Close(over.id, "helped"))
    await world.case(olena, "два", "три")
    await world.says(olena, "чотири", new=True)
    shown = await shows(world, olena, kinds.EraseAskScreen(), EraseAskSight)
    assert (shown.open_cases, shown.messages) == (1, 4)
    assert shown.kept == Kept(cases_until=world.now + CASE, consent_until=world.now + CASE)
    await erase(world.ctx(olena), Erase())
    shown = await shows(world, olena, kinds.EraseAskScreen(), EraseAskSight)
    assert (shown.open_cases, shown.messages) == (0, 0)


async def test_of_what_stays_one_reads_until_when(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.taken(olena, iryna, "раз")
    await read_details(world.ctx(iryna), ReadDetails(case.id, WHY))
    looked_at = world.now
    world.wait(days=3)
    await close(world.ctx(iryna), Close(case.id, "helped"))
    closed_at = world.now
    world.wait(days=10)
    shown = await shows(world, olena, kinds.EraseAskScreen(), EraseAskSight)
    assert shown.kept == Kept(
        cases_until=closed_at + CASE, readings_until=looked_at + READING, consent_until=world.now + CASE
    )


async def test_of_whom_nothing_is_held_nothing_stays(bare: World) -> None:
    shown = await shows(bare, await bare.newcomer(), kinds.EraseAskScreen(), EraseAskSight)
    assert shown.kept == Kept()
