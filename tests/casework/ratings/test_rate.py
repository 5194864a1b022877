"""A rating is counted once, and nothing that is kept of it leads back to anybody."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from casework.cases.close import Close, close
from casework.cases.facts import RecordFact, record_fact
from casework.cases.reopen import Reopen, reopen_own
from casework.context import Actor
from casework.errors import AlreadyRated, NotPermitted, Stale, TooLate
from casework.letters import kinds
from casework.letters.sights import ClosedSight, RatingsSight
from casework.people.erase import Erase, erase
from casework.ratings.rate import AskRatingWords, Rate, SayBesideRating, ask_rating_words, rate, say_beside_rating
from casework.ratings.show import ShowRatings, show_ratings
from casework.upkeep.forget import Forget, forget
from db.models import Case, Rating, RatingTicket, RatingWords
from rules.ratings import Mark
from tests.casework.world import CATALOGUE, World, machine


@pytest.fixture
async def closed(world: World, olena: Actor, iryna: Actor) -> Case:
    """A case that Ірина closed just now; all letters are sent."""
    case = await world.taken(olena, iryna)
    await close(world.ctx(iryna), Close(case.id, "helped"))
    return case


async def count(world: World, table: type[Rating | RatingWords | RatingTicket]) -> int:
    return await world.uow.session.scalar(select(func.count()).select_from(table)) or 0


async def test_a_mark_is_counted_in_its_month_without_an_event(world: World, olena: Actor, closed: Case) -> None:
    history = await world.history(closed)
    await rate(world.ctx(olena), Rate(closed.id, Mark.SO_SO))
    [rating] = await world.uow.session.scalars(select(Rating))
    assert (rating.mark, rating.month.isoformat(), rating.organisation_id) == (
        "so-so",
        "2026-03-01",
        closed.organisation_id,
    )
    assert await world.history(closed) == history
    screen = await world.screen(olena)
    assert screen == kinds.RatedScreen(closed.id)
    assert "so-so" not in str(screen.facts())


async def test_one_closing_is_rated_once_and_the_next_one_again(
    world: World, olena: Actor, iryna: Actor, closed: Case
) -> None:
    await rate(world.ctx(olena), Rate(closed.id, Mark.GOOD))
    async with world.refused(AlreadyRated):
        await rate(world.ctx(olena), Rate(closed.id, Mark.BAD))
    world.wait(days=1)
    await reopen_own(world.ctx(olena), Reopen(closed.id))
    async with world.refused(Stale):
        await rate(world.ctx(olena), Rate(closed.id, Mark.BAD))
    await close(world.ctx(iryna), Close(closed.id, "helped"))
    await rate(world.ctx(olena), Rate(closed.id, Mark.BAD))
    assert await count(world, Rating) == 2


async def test_after_thirty_days_it_is_too_late(world: World, olena: Actor, closed: Case) -> None:
    world.wait(days=31)
    async with world.refused(TooLate):
        await rate(world.ctx(olena), Rate(closed.id, Mark.GOOD))


@pytest.mark.parametrize("service", ["crisis", "shelter", "palliative"])
async def test_a_sensitive_matter_is_not_asked_about(world: World, olena: Actor, iryna: Actor, service: str) -> None:
    case = await world.taken(olena, iryna)
    await record_fact(world.ctx(iryna), RecordFact(case.id, "service", service))
    await close(world.ctx(iryna), Close(case.id, "helped"))
    [letter] = await world.waiting(kinds.CaseClosed)
    sight = await world.sight(letter)
    assert sight is not None
    assert isinstance(sight.shows, ClosedSight)
    assert not sight.shows.asks
    async with world.refused(Stale):
        await rate(world.ctx(olena), Rate(case.id, Mark.GOOD))


async def test_nor_is_a_watched_phone_or_danger(world: World, olena: Actor, iryna: Actor, closed: Case) -> None:
    closed.crisis = True
    async with world.refused(Stale):
        await rate(world.ctx(olena), Rate(closed.id, Mark.GOOD))
    closed.crisis = False
    (await world.row(olena)).watched = True
    async with world.refused(Stale):
        await rate(world.ctx(olena), Rate(closed.id, Mark.GOOD))


async def test_words_are_taken_once_after_a_mark(world: World, olena: Actor, closed: Case) -> None:
    async with world.refused(Stale):
        await ask_rating_words(world.ctx(olena), AskRatingWords(closed.id))
    assert not await say_beside_rating(world.ctx(olena), SayBesideRating(closed.id, "Без оцінки"))
    await rate(world.ctx(olena), Rate(closed.id, Mark.GOOD))
    await ask_rating_words(world.ctx(olena), AskRatingWords(closed.id))
    assert await say_beside_rating(world.ctx(olena), SayBesideRating(closed.id, "Дуже уважні"))
    assert not await say_beside_rating(world.ctx(olena), SayBesideRating(closed.id, "Ще раз"))
    async with world.refused(AlreadyRated):
        await ask_rating_words(world.ctx(olena), AskRatingWords(closed.id))
    [said] = await world.uow.session.scalars(select(RatingWords))
    assert said.words == "Дуже уважні"


async def test_erasing_finds_no_rating_since_none_is_anybodys(world: World, olena: Actor, closed: Case) -> None:
    await rate(world.ctx(olena), Rate(closed.id, Mark.GOOD))
    await erase(world.ctx(olena), Erase())
    assert await count(world, Rating) == 1
    async with world.refused(Stale):
        await rate(world.ctx(olena), Rate(closed.id, Mark.BAD))


async def test_words_and_tickets_are_forgotten_and_the_counts_stay(world: World, olena: Actor, closed: Case) -> None:
    await rate(world.ctx(olena), Rate(closed.id, Mark.GOOD))
    await say_beside_rating(world.ctx(olena), SayBesideRating(closed.id, "Дуже уважні"))
    world.wait(days=32)
    assert (await forget(machine(world), Forget())).rating_words == 0
    assert await count(world, RatingTicket) == 0, "nobody can use them any more"
    world.wait(days=CATALOGUE.retention["rating"].days + 31)
    assert (await forget(machine(world), Forget())).rating_words == 1
    assert (await count(world, RatingWords), await count(world, Rating)) == (0, 1)


async def test_leads_see_their_own_organisations_counts(
    world: World, olena: Actor, lead: Actor, iryna: Actor, closed: Case
) -> None:
    await rate(world.ctx(olena), Rate(closed.id, Mark.GOOD))
    await show_ratings(world.ctx(lead), ShowRatings())
    [letter] = await world.waiting(kinds.RatingsScreen)
    sight = await world.sight(letter)
    assert sight is not None
    assert isinstance(sight.shows, RatingsSight)
    first, *others = sight.shows.months
    assert (first.good, first.so_so, first.bad, first.words) == (1, 0, 0, ())
    assert [each.month.isoformat() for each in others] == ["2026-02-01", "2026-01-01"]
    async with world.refused(NotPermitted, act="rating.show"):
        await show_ratings(world.ctx(iryna), ShowRatings())
