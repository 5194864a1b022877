"""Looking through the menu of life, and what the words are about that come then."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casework.context import Actor
from casework.letters import kinds
from casework.letters.sights import ReceivedSight
from casework.life.look import LookAt, look_at
from casework.people.send_words import SendWords, send_words
from casework.people.write import CHOICE_HOLDS, Written, write
from db.models import Case
from rules.catalogue import OWN_WORDS, Provider
from rules.deadlines import first_reply_by, law_by
from tests.casework.world import CATALOGUE, World

LIFE = CATALOGUE.life
EVERY_CHOICE = [*LIFE.areas, *LIFE.ends]


@pytest.mark.parametrize(
    ("where", "about", "screen"),
    [
        (LookAt(), None, kinds.RequestScreen()),
        (LookAt(page=1), None, kinds.RequestScreen(1)),
        (LookAt("home"), "home", kinds.AreaScreen("home")),
        (LookAt("care-at-home"), "care-at-home", kinds.EndScreen("care-at-home")),
        (LookAt(tell=True), None, kinds.TellScreen()),
        (LookAt("home", tell=True), "home", kinds.TellScreen("home")),
        (LookAt("gone"), None, kinds.RequestScreen(changed=True)),
        (LookAt("gone", tell=True), None, kinds.RequestScreen(changed=True)),
    ],
)
async def test_each_place_has_its_screen_and_says_what_words_are_about(
    bare: World, where: LookAt, about: str | None, screen: kinds.Letter
) -> None:
    ivan = await bare.newcomer()
    assert await look_at(bare.ctx(ivan), where) == about
    assert await bare.screen(ivan) == screen


async def test_a_screen_of_a_place_that_is_gone_when_it_is_sent_is_not_sent(bare: World) -> None:
    ivan = await bare.newcomer()
    for screen in (kinds.AreaScreen("home"), kinds.EndScreen("care-at-home")):
        await look_at(bare.ctx(ivan), LookAt("home" if isinstance(screen, kinds.AreaScreen) else "care-at-home"))
        [letter] = await bare.waiting()
        letter.facts = dict.fromkeys(letter.facts, "of-last-year")
        assert await bare.sight(letter) is None


SLUGS = st.one_of(st.sampled_from(EVERY_CHOICE), st.from_regex(r"[A-Za-z0-9_.+-]{1,28}", fullmatch=True))


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.one_of(st.none(), SLUGS), page=st.integers(0, 999), tell=st.booleans())
async def test_whatever_a_button_says_something_is_shown(bare: World, at: str | None, page: int, tell: bool) -> None:
    ivan = await bare.newcomer()
    assert await look_at(bare.ctx(ivan), LookAt(at, page, tell)) == (at if at in EVERY_CHOICE else None)
    [letter] = await bare.waiting(to=ivan)
    assert await bare.sight(letter) is not None


async def says_about(world: World, actor: Actor, about: str | None, *, ago: timedelta = timedelta()) -> Case:
    """Words written while the menu stands open at `about`, and the case made of them."""
    _, number = await world.says(actor, "перше", new=True)
    said = Written("Допоможіть", actor.telegram_id or 0, number + 10_000, chosen_at=world.now - ago, about=about)
    await write(world.ctx(actor), said)
    return await send_words(world.ctx(actor), SendWords((await world.drafts(actor))[-1].id))


@pytest.mark.parametrize("about", EVERY_CHOICE)
async def test_whatever_was_chosen_the_case_asks_for_its_service(world: World, olena: Actor, about: str) -> None:
    entry = LIFE.find(about)
    assert entry is not None
    case = await says_about(world, olena, about)
    assert (case.service, case.crisis) == (entry.service, entry.service == "crisis")
    [letter] = await world.waiting(kinds.CaseReceived)
    sight = await world.sight(letter)
    assert sight is not None
    assert isinstance(sight.shows, ReceivedSight)
    named = CATALOGUE.services[entry.service].name.uk
    assert sight.shows.service == named


async def test_what_was_chosen_in_a_menu_of_before_is_not_known(world: World, olena: Actor) -> None:
    assert (await says_about(world, olena, "of-last-year")).service == OWN_WORDS


async def test_the_last_choice_counts(world: World, olena: Actor) -> None:
    for number, about in enumerate(("home", "work", None), start=1):
        said = Written("слова", olena.telegram_id or 0, 50_000 + number, chosen_at=world.now, about=about)
        await write(world.ctx(olena), said)
    case = await send_words(world.ctx(olena), SendWords((await world.drafts(olena))[-1].id))
    assert case.service == "accomp-work"


@pytest.mark.parametrize(("ago", "holds"), [(CHOICE_HOLDS, True), (CHOICE_HOLDS + timedelta(seconds=1), False)])
async def test_a_choice_holds_for_some_hours(world: World, olena: Actor, ago: timedelta, holds: bool) -> None:
    first = await world.case(olena)
    said = Written("Дякую", olena.telegram_id or 0, 90_000, chosen_at=world.now - ago, about="home")
    await write(world.ctx(olena), said)
    assert [draft.about for draft in await world.drafts(olena)] == (["home"] if holds else [])
    assert len(await world.messages(first)) == (1 if holds else 2)


async def test_only_where_the_decision_is_ours_the_law_sets_us_a_date(world: World, olena: Actor) -> None:
    case = await says_about(world, olena, "care-at-home")
    assert (case.intake_kind, case.law_by) == ("application", None), "a hromada decides"

    care = replace(CATALOGUE.services["home-care"], provider=Provider.DEPARTMENT)
    ours = replace(CATALOGUE, services={**CATALOGUE.services, "home-care": care})
    said = Written("І мамі теж", olena.telegram_id or 0, 95_000, chosen_at=world.now, about="care-at-home")
    ctx = replace(world.ctx(olena), catalogue=ours)
    await write(ctx, said)
    case = await send_words(ctx, SendWords((await world.drafts(olena))[-1].id))
    assert case.law_by == law_by(CATALOGUE, "application", world.now) is not None


async def test_who_is_hurt_is_promised_an_answer_sooner(world: World, olena: Actor) -> None:
    world.now += timedelta(days=2, hours=7)  # Friday evening: by Monday at the latest, in a crisis within a day
    case = await says_about(world, olena, "hurt-at-home")
    assert (
        case.reply_by
        == first_reply_by(CATALOGUE, world.now, crisis=True)
        < first_reply_by(CATALOGUE, world.now, crisis=False)
    )
