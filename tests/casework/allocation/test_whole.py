"""Whatever families answer, in whatever order: from the trial to the last place, by the acts themselves.

A few examples are tried each time, hundreds with `--hypothesis-profile thorough`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from casework.allocation.answer import GiveBack, give_back
from casework.allocation.gathering import Played, played, read_confirmed
from casework.cases.withdraw import Withdraw, withdraw
from casework.context import Actor
from db.models import Application, ApplicationChild, CampPlace, Case, PlaceOffer
from db.repositories import allocation, recreation
from rules.allocation.answers import Line, Offer
from rules.allocation.hall import hall_of
from rules.allocation.order import PartyId
from rules.recreation.applications import Standing, of_family
from rules.recreation.editing import Field
from rules.recreation.offers import OfferState
from tests.casework.allocation.campaign import Sharing
from tests.casework.recreation.programme import Programme
from tests.casework.world import NOW, World
from tests.rules.allocation.plain_rule import rule

JULY = "Артек; health; 01.07.2026–21.07.2026; {}; автобус"
AUGUST = "Лісова казка; health; 01.08.2026–21.08.2026; {}; потяг"
THOROUGH = settings.get_current_profile_name() == "thorough"
EXAMPLES, STEPS = (200, 24) if THOROUGH else (6, 12)
SURNAMES = ("Коваль", "Мороз", "Шевчук", "Бондар", "Ткач", "Лисенко")
GONE = {Standing.DECLINED, Standing.EXPIRED, Standing.WITHDRAWN}


PERIODS: list[tuple[str, ...]] = [("july",), ("august",), ("july", "august"), ("either",)]


@dataclass(frozen=True)
class Family:
    """`heavy`: its category weighs more. `period`: when its children wish to go."""

    children: int
    heavy: bool
    period: tuple[str, ...]


FAMILY = st.builds(Family, st.integers(1, 3), st.booleans(), st.sampled_from(PERIODS))
SAID = st.tuples(st.integers(0, 5), st.sampled_from(["all", "some", "no", "back", "withdraw", "silence", "look"]))


@dataclass
class Play:
    """One campaign that families answer in."""

    sharing: Sharing
    families: list[tuple[Actor, Application]]
    seen: int = 0
    """Lines that stood in the log when the jobs had looked last."""

    @property
    def world(self) -> World:
        """In which it happens."""
        return self.sharing.world

    async def state(self) -> Played:
        """As the next step would see it."""
        session = self.world.uow.session
        await session.flush()
        row = await allocation.of_campaign(session, self.sharing.programme.id)
        call = await recreation.call(session, self.sharing.programme.id)
        assert row is not None
        assert call is not None
        return played(await read_confirmed(session, row, call, self.world.now))

    async def does(self, family: int, what: str) -> None:
        """One thing that a family does, where it can; or time goes by."""
        guardian, application = self.families[family % len(self.families)]
        if what == "silence":
            self.world.wait(days=6)
        if what in ("silence", "look"):
            await self.looks()
            return
        await WAYS[what](self, guardian, application)

    async def looks(self) -> None:
        """The jobs look; nobody was passed over, as the rule says it once more, plainly and slowly."""
        await self.sharing.clock()
        now = await self.state()
        hall = hall_of(now.ranks, now.shifts, now.log)
        # What the step knew: all that was said, and what was offered before it.
        known = [*now.log[: self.seen], *(line for line in now.log[self.seen :] if not isinstance(line, Offer))]
        self.seen = len(now.log)
        offered: dict[PartyId, dict[str, int]] = {
            party: dict(each.offer.choices) if each.offer else {} for party, each in hall.standings.items()
        }
        assert offered == rule(now.ranks, now.shifts, known, set(hall_of(now.ranks, now.shifts, known).aside))

    async def answers(self, guardian: Actor, *, fewer: bool) -> None:
        """Takes the first choice: for all of whom it is, or for one less."""
        offer = await self.sharing.offer(guardian)
        if offer is None or offer.due_at < self.world.now:
            return
        shift, seats = offer.choices[0]
        wants = sum(state in ("offered", "queued") for state in await self.sharing.states(guardian))
        seats = min(seats, max(1, wants - fewer))
        await self.sharing.says(guardian, shift, 0 if seats == wants else (1 << seats) - 1, rest=fewer)


async def _all(play: Play, guardian: Actor, application: Application) -> None:
    await play.answers(guardian, fewer=False)


async def _some(play: Play, guardian: Actor, application: Application) -> None:
    await play.answers(guardian, fewer=True)


async def _no(play: Play, guardian: Actor, application: Application) -> None:
    offer = await play.sharing.offer(guardian)
    if offer is not None and offer.due_at >= play.world.now:
        await play.sharing.says(guardian, 0)


async def _back(play: Play, guardian: Actor, application: Application) -> None:
    if "accepted" in await play.sharing.states(guardian):
        await give_back(play.world.ctx(guardian), GiveBack(application.case_id or 0, confirmed=True))


async def _withdraw(play: Play, guardian: Actor, application: Application) -> None:
    case = await play.world.uow.session.get_one(Case, application.case_id, populate_existing=True)
    if case.closed_at is None:
        await withdraw(play.world.ctx(guardian), Withdraw(application.case_id or 0))


WAYS: Mapping[str, Callable[[Play, Actor, Application], Awaitable[None]]] = {
    "all": _all,
    "some": _some,
    "no": _no,
    "back": _back,
    "withdraw": _withdraw,
}


async def called(world: World, lead: Actor, those: list[Family], seats: tuple[int, int]) -> Play:
    """Their needs are confirmed, and the lead has shared out."""
    sharing = Sharing(world, lead, Programme(world, lead))
    await sharing.programme.opened()
    await sharing.programme.types(Field.SHIFTS, f"{JULY.format(seats[0])}\n{AUGUST.format(seats[1])}")
    await sharing.programme.types(Field.LOT, "курс НБУ 07.04.2026")
    for number, family in enumerate(those):
        categories = ["C01" if family.heavy else "C13"]
        await sharing.applies(SURNAMES[number], family.children, categories=categories, period=family.period)
    await sharing.closed()
    await sharing.shares()
    return Play(sharing, sharing.families)


async def holds(play: Play, seats: tuple[int, int]) -> None:
    """What must hold at every moment, also between an answer and what follows from it."""
    session = play.world.uow.session
    await session.flush()
    places = (await session.execute(select(CampPlace.shift, CampPlace.offer_id, CampPlace.child_id))).all()
    given = [each.child_id for each in places if each.child_id is not None]
    assert len(given) == len(set(given)), "a child has one place"
    assert Counter(each.shift for each in places) == {1: seats[0], 2: seats[1]}, "none over the quota"
    children: list[Any] = list(
        await session.execute(select(ApplicationChild.id, ApplicationChild.application_id, ApplicationChild.state))
    )
    assert len(children) == sum([len(await play.sharing.programme.children(own)) for _, own in play.families])
    states = Counter(Standing(each.state) for each in children)
    assert sum(states.values()) == len(children)
    assert set(states) <= {Standing.ACCEPTED, Standing.OFFERED, Standing.QUEUED, *GONE}
    assert {each.id for each in children if each.state == Standing.ACCEPTED} == set(given), "accepted is a place"
    for application in await session.scalars(select(Application).execution_options(populate_existing=True)):
        own = [Standing(each.state) for each in children if each.application_id == application.id]
        assert Standing(application.state) is of_family(own)
    await _offers_are_kept(play, [each.offer_id for each in places if each.child_id is None and each.offer_id])
    now = await play.state()
    _seats_of_the_log(now.log, now, places)


async def _offers_are_kept(play: Play, kept: list[int]) -> None:
    """A standing offer keeps exactly the seats of its choices; an offer that is over keeps none."""
    offers = {each.id: each for each in await play.world.uow.session.scalars(select(PlaceOffer))}
    stands = {
        number: sum(seats for _, seats in each.choices)
        for number, each in offers.items()
        if each.state == OfferState.STANDING
    }
    assert Counter(kept) == stands


def _seats_of_the_log(log: tuple[Line, ...], now: Played, places: Any) -> None:
    hall = hall_of(now.ranks, now.shifts, log)
    going = Counter(int(each.shift or 0) for each in hall.standings.values() for _ in each.going)
    assert Counter(each.shift for each in places if each.child_id is not None) == going, "the log says the same"


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    those=st.lists(FAMILY, min_size=2, max_size=6),
    seats=st.tuples(st.integers(1, 4), st.integers(1, 3)),
    script=st.lists(SAID, min_size=4, max_size=STEPS),
)
async def test_no_place_twice_none_over_and_nobody_passed_over(
    world: World, lead: Actor, those: list[Family], seats: tuple[int, int], script: list[tuple[int, str]]
) -> None:
    everything = await world.uow.session.begin_nested()
    world.now = NOW
    try:
        play = await called(world, lead, those, seats)
        await play.looks()
        await holds(play, seats)
        for family, what in script:
            await play.does(family, what)
            await holds(play, seats)
        await play.looks()
        await holds(play, seats)
    finally:
        await everything.rollback()
        world.uow.session.expire_all()
