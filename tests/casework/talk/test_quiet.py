"""Silence and spam: nobody is called, nothing is lost, danger is heard."""

from __future__ import annotations

from datetime import timedelta

import pytest

from casework.cases.reopen import Reopen, reopen_own
from casework.cases.show_own import ShowOwn, show_own
from casework.context import Actor
from casework.errors import CaseClosed, CrisisStays, NotOwner, Stale, TakeFirst, TooLate
from casework.letters import kinds
from casework.letters.sights import CardSight, KeptQuietlySight, MyCaseSight, PersonMessageSight
from casework.people.write import Went
from casework.talk.mute import EndMutes, Mute, OfCase, Quiet, ask_mute, end_mutes, mute, unmute
from casework.talk.spam import not_spam, spam
from db.models import Case
from db.repositories.talk import next_mute_over
from tests.casework.world import World, machine

MUCH = ("Чому мовчите?", "Алло", "Ви там є?")
DANGER = "Він мене вб’є, рятуйте"


@pytest.fixture
async def case(world: World, olena: Actor, iryna: Actor) -> Case:
    """Ірина's case in its topic."""
    made = await world.taken(olena, iryna)
    await world.topic(made)
    return made


async def in_topic(world: World) -> list[PersonMessageSight]:
    """The person's words that come into the topic now."""
    return [sight.shows for _, sight in await world.deliver() if isinstance(sight.shows, PersonMessageSight)]


async def card(world: World, case: Case) -> CardSight:
    """What the card of the case shows now."""
    [letter] = await world.waiting(kinds.Card)
    sight = await world.sight(letter)
    assert sight is not None
    assert isinstance(sight.shows, CardSight)
    return sight.shows


async def test_muted_words_come_without_a_notice_and_are_counted(
    world: World, olena: Actor, iryna: Actor, case: Case
) -> None:
    await world.answers(iryna, case, "Приїздіть у вівторок")
    await world.deliver()
    await mute(world.ctx(iryna), Mute(case.id, 3))
    for words in MUCH:
        assert (await world.says(olena, words))[0] is Went.ADDED
    assert (case.unread, case.turn, case.waiting_since) == (3, "person", None)
    shown = await card(world, case)
    assert (shown.unread, shown.muted_until) == (3, case.muted_until)
    assert [(each.text, each.silent) for each in await in_topic(world)] == [(words, True) for words in MUCH]
    screen = await world.screen(olena, f"receipt:{case.id}")
    assert screen == kinds.KeptQuietly(case.id)


async def test_danger_breaks_through_with_the_hotlines(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    await mute(world.ctx(iryna), Mute(case.id, 30))
    await world.says(olena, DANGER)
    assert (case.crisis, case.muted_until, case.turn) == (True, None, "staff")
    arrived = await world.deliver()
    assert "hotlines" in [letter.kind for letter, _ in arrived]
    assert "alarm-raised" in [letter.kind for letter, _ in arrived]
    [words] = [sight.shows for _, sight in arrived if isinstance(sight.shows, PersonMessageSight)]
    assert not words.silent
    async with world.refused(CrisisStays):
        await mute(world.ctx(iryna), Mute(case.id, 1))
    async with world.refused(CrisisStays):
        await spam(world.ctx(iryna), OfCase(case.id))
    async with world.refused(CrisisStays):
        await ask_mute(world.ctx(iryna), OfCase(case.id))


async def test_once_the_time_is_over_the_person_waits_for_us(
    world: World, olena: Actor, iryna: Actor, case: Case
) -> None:
    await world.answers(iryna, case, "Приїздіть у вівторок")
    await mute(world.ctx(iryna), Mute(case.id, 1))
    await world.says(olena, MUCH[0])
    over = world.now + timedelta(days=1)
    world.wait(hours=23)
    assert await end_mutes(machine(world), EndMutes()) == 0
    assert await next_mute_over(world.uow.session, world.now) is None
    world.wait(hours=1)
    assert await next_mute_over(world.uow.session, world.now) == over
    assert await end_mutes(machine(world), EndMutes()) == 1
    assert await next_mute_over(world.uow.session, world.now) is None
    assert (case.turn, case.waiting_since, case.unread) == ("staff", world.now, 1)
    assert await end_mutes(machine(world), EndMutes()) == 0
    assert [each.facts["event"] for each in await world.waiting(kinds.CaseNews)] == ["unmuted"]


async def test_switched_on_again_before(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    async with world.refused(Stale):
        await unmute(world.ctx(iryna), OfCase(case.id))
    await mute(world.ctx(iryna), Mute(case.id, 7))
    assert await ask_mute(world.ctx(iryna), OfCase(case.id)) == Quiet(case.id, case.muted_until, spam=False)
    await unmute(world.ctx(iryna), OfCase(case.id))
    await world.says(olena, MUCH[0])
    assert case.waiting_since is not None


async def test_only_the_owner_or_a_lead_and_only_for_days_of_the_table(
    world: World, olena: Actor, iryna: Actor, andrii: Actor, lead: Actor, case: Case
) -> None:
    async with world.refused(NotOwner, owner="Ірина"):
        await mute(world.ctx(andrii), Mute(case.id, 1))
    async with world.refused(NotOwner, owner="Ірина"):
        await spam(world.ctx(andrii), OfCase(case.id))
    async with world.refused(Stale):
        await mute(world.ctx(iryna), Mute(case.id, 2))
    await mute(world.ctx(lead), Mute(case.id, 1))
    nobodys = await world.case(olena, "Ще одне")
    async with world.refused(TakeFirst):
        await spam(world.ctx(iryna), OfCase(nobodys.id))


async def test_spam_is_closed_without_a_letter_and_what_follows_is_kept_in_it(
    world: World, olena: Actor, iryna: Actor, case: Case
) -> None:
    await world.deliver()
    await spam(world.ctx(iryna), OfCase(case.id))
    assert (case.state, case.result, case.turn) == ("closed", "spam", "nobody")
    assert await world.kinds_to(olena) == []
    async with world.refused(CaseClosed):
        await spam(world.ctx(iryna), OfCase(case.id))
    await world.deliver()
    for words in MUCH:
        assert (await world.says(olena, words))[0] is Went.KEPT_QUIETLY
    assert await world.drafts(olena) == [], "no new case is offered"
    [letter] = await world.waiting(to=olena)
    sight = await world.sight(letter)
    assert sight is not None
    assert isinstance(sight.shows, KeptQuietlySight)
    assert sight.shows.spam
    assert (await card(world, case)).spam
    assert [(each.text, each.silent) for each in await in_topic(world)] == [(words, True) for words in MUCH]
    assert (case.unread, case.closed_at is not None) == (3, True)


async def test_danger_from_somebody_whose_case_was_spam_goes_the_usual_way(
    world: World, olena: Actor, iryna: Actor, case: Case
) -> None:
    await spam(world.ctx(iryna), OfCase(case.id))
    assert (await world.says(olena, DANGER))[0] is Went.ASKED_WHERE
    assert "hotlines" in await world.kinds_to(olena)


async def test_who_chooses_to_begin_anew_may(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    await spam(world.ctx(iryna), OfCase(case.id))
    assert (await world.case(olena, "Потрібні дрова")).id != case.id


async def test_the_person_cannot_reopen_it_by_a_button(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    await spam(world.ctx(iryna), OfCase(case.id))
    async with world.refused(Stale):
        await reopen_own(world.ctx(olena), Reopen(case.id))

    await show_own(world.ctx(olena), ShowOwn(case.id))
    [sight] = [sight.shows for _, sight in await world.deliver() if isinstance(sight.shows, MyCaseSight)]
    assert not sight.may


async def test_it_is_undone_within_thirty_days_with_all_that_came_since(
    world: World, olena: Actor, iryna: Actor, case: Case
) -> None:
    await spam(world.ctx(iryna), OfCase(case.id))
    await world.says(olena, MUCH[0])
    await world.deliver()
    world.wait(days=29)
    assert (await ask_mute(world.ctx(iryna), OfCase(case.id))).spam
    await not_spam(world.ctx(iryna), OfCase(case.id))
    assert (case.state, case.owner_id, case.result, case.unread) == ("taken", iryna.id, None, 1)
    assert (case.turn, case.waiting_since) == ("staff", world.now)
    assert [each.text for each in await world.messages(case)][-1] == MUCH[0]
    assert await world.kinds_to(olena) == []
    async with world.refused(Stale):
        await not_spam(world.ctx(iryna), OfCase(case.id))
    assert (await world.says(olena, MUCH[1]))[0] is Went.ADDED


async def test_after_thirty_days_it_stays_closed_and_the_person_begins_anew(
    world: World, olena: Actor, iryna: Actor, case: Case
) -> None:
    await spam(world.ctx(iryna), OfCase(case.id))
    world.wait(days=31)
    async with world.refused(TooLate):
        await not_spam(world.ctx(iryna), OfCase(case.id))
    assert (await world.says(olena, MUCH[0]))[0] is Went.ASKED_WHERE
