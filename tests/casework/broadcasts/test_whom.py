"""Whom a broadcast reaches: by plain facts of people and cases, and never those to whom a machine does not speak."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from casework.broadcasts import content
from casework.broadcasts.wishes import StopNews, stop_news
from casework.context import Actor
from casework.danger.press import InDanger, in_danger
from casework.people.consent import Watch, watch
from casework.people.places import take_place
from casework.people.withdraw_consent import WithdrawConsent, withdraw_consent
from casework.reminders.own import ShowReminders, show_reminders
from db.models import WantedDocument
from db.repositories import audience, people
from rules.broadcasts import Kind, Reason, RecipientState, State
from rules.documents import DocumentState
from rules.places import Told, Which
from rules.segments import Dimension, Segment
from tests.casework.broadcasts.sending import drafted, letters, of, recipients, sent, ticks
from tests.casework.world import CATALOGUE, ELSEWHERE, World

DNIPRO, DNIPRO_HROMADA = "UA12020010010037010", "UA12020010000033698"
KREMINNA, KREMINNA_HROMADA = "UA44120030010038707", "UA44120030000094047"
Change = Callable[[World, Actor], Awaitable[None]]


async def reached(world: World, lead: Actor, segment: Segment) -> set[int | None]:
    """Whom a broadcast to the segment is said to, by the rows it makes; the live count says the same."""
    run = await drafted(world, lead, segment=segment)
    whom = await content.audience_of(world.uow, CATALOGUE, await of(world, run), run)
    counted = await audience.reach(world.uow.session, whom, world.now)
    if not counted.gets:
        return set()
    await sent(world, lead, run)
    await ticks(world)
    found = await recipients(world, run)
    assert len(found) == counted.gets
    return set(found)


async def is_watched(world: World, actor: Actor) -> None:
    """The phone may be searched."""
    await watch(world.ctx(actor), Watch())


async def is_watched_and_has_agreed(world: World, actor: Actor) -> None:
    """The mark is enough, whatever consent stands beside it."""
    (await world.row(actor)).watched = True


async def is_covered(world: World, actor: Actor) -> None:
    """In danger they asked for silence."""
    (await world.row(actor)).covered = True


async def is_of_a_family(world: World, actor: Actor) -> None:
    """Missing, captured or fallen: one human speaks with them."""
    (await world.row(actor)).human_only = True


async def is_frozen(world: World, actor: Actor) -> None:
    """Fate has changed: all letters wait."""
    (await world.row(actor)).frozen_at = world.now


async def has_said_danger(world: World, actor: Actor) -> None:
    """They pressed «Мені небезпечно»."""
    await in_danger(world.ctx(actor), InDanger())


async def has_withdrawn(world: World, actor: Actor) -> None:
    """They took their consent back."""
    await withdraw_consent(world.ctx(actor), WithdrawConsent(confirmed=True))


async def has_erased(world: World, actor: Actor) -> None:
    """They had everything erased."""
    (await world.row(actor)).erased_at = world.now


NEVER = [
    is_watched,
    is_watched_and_has_agreed,
    is_covered,
    is_of_a_family,
    is_frozen,
    has_said_danger,
    has_withdrawn,
    has_erased,
]


@pytest.mark.parametrize("change", NEVER)
async def test_who_is_never_written_to_is_not_even_counted(
    world: World, olena: Actor, mykola: Actor, lead: Actor, change: Change
) -> None:
    await change(world, olena)
    assert await reached(world, lead, Segment()) == {mykola.id}


@pytest.mark.parametrize("change", NEVER)
async def test_nor_where_it_happens_while_it_is_under_way(
    world: World, olena: Actor, mykola: Actor, lead: Actor, change: Change
) -> None:
    run = await sent(world, lead)
    await ticks(world)
    [theirs] = [each for each in await letters(world) if each.chat_id == olena.telegram_id]
    await change(world, olena)
    assert await world.sight(theirs) is None
    said = [letter.chat_id for letter, _ in await world.deliver() if letter.kind == "broadcast"]
    assert said == [mykola.telegram_id]
    await ticks(world)
    assert run.state == State.FINISHED
    assert (await recipients(world, run))[olena.id or 0] == (RecipientState.LEFT, Reason.CHANGED)


@pytest.mark.parametrize("change", NEVER)
async def test_nor_where_it_happens_before_their_turn(
    world: World, olena: Actor, mykola: Actor, lead: Actor, change: Change, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("casework.broadcasts.feeding.AHEAD", 0)
    run = await sent(world, lead)
    await ticks(world)
    assert set(await recipients(world, run)) == {olena.id, mykola.id}
    await change(world, olena)
    monkeypatch.setattr("casework.broadcasts.feeding.AHEAD", 10)
    await ticks(world)
    assert [each.chat_id for each in await letters(world)] == [mykola.telegram_id]
    assert (await recipients(world, run))[olena.id or 0] == (RecipientState.LEFT, Reason.CHANGED)


async def test_who_has_not_agreed_or_works_here_gets_nothing(world: World, olena: Actor, lead: Actor) -> None:
    await world.newcomer()
    await world.watched()
    colleague = await world.person("Працівниця")
    (await world.row(colleague)).telegram_id = lead.telegram_id
    await world.uow.session.flush()
    assert await reached(world, lead, Segment()) == {olena.id}


async def test_who_does_not_want_a_kind_does_not_get_it_and_gets_others(
    world: World, olena: Actor, mykola: Actor, lead: Actor
) -> None:
    await stop_news(world.ctx(olena), StopNews(Kind.NEWS, stop=True))
    run = await drafted(world, lead)
    whom = await content.audience_of(world.uow, CATALOGUE, await of(world, run), run)
    counted = await audience.reach(world.uow.session, whom, world.now)
    assert (counted.gets, counted.stopped) == (1, 1)
    assert await reached(world, lead, Segment()) == {mykola.id}
    (await of(world, run)).kind = Kind.VISIT.value
    await sent(world, lead, run)
    await ticks(world)
    assert set(await recipients(world, run)) == {olena.id, mykola.id}
    await show_reminders(world.ctx(olena), ShowReminders())
    await stop_news(world.ctx(olena), StopNews(Kind.NEWS, stop=False))
    assert await reached(world, lead, Segment()) == {olena.id, mykola.id}


async def test_who_stops_a_kind_while_it_is_under_way_is_heard(world: World, olena: Actor, lead: Actor) -> None:
    run = await sent(world, lead)
    await ticks(world)
    await stop_news(world.ctx(olena), StopNews(Kind.NEWS, stop=True))
    assert [letter for letter, _ in await world.deliver() if letter.kind == "broadcast"] == []
    assert (await recipients(world, run))[olena.id or 0] == (RecipientState.LEFT, Reason.STOPPED_KIND)


async def test_who_can_t_be_reached_is_counted_apart(world: World, olena: Actor, mykola: Actor, lead: Actor) -> None:
    (await world.row(olena)).unreachable_since = world.now
    run = await drafted(world, lead)
    whom = await content.audience_of(world.uow, CATALOGUE, await of(world, run), run)
    counted = await audience.reach(world.uow.session, whom, world.now)
    assert (counted.gets, counted.unreachable, counted.by_language) == (1, 1, {"uk": 1})
    assert await reached(world, lead, Segment()) == {mykola.id}


async def test_by_plain_facts(world: World, olena: Actor, mykola: Actor, lead: Actor) -> None:
    row, jane = await world.row(olena), await world.person("Jane Doe", "en")
    category = next(iter(CATALOGUE.categories))
    row.category = category
    row.last_wrote_at, (await world.row(jane)).last_wrote_at = world.now - timedelta(days=60), None
    await world.uow.session.flush()
    assert await reached(world, lead, Segment({Dimension.CATEGORY: (category,)})) == {olena.id}
    assert await reached(world, lead, Segment({Dimension.LANGUAGE: ("en",)})) == {jane.id}
    assert await reached(world, lead, Segment({Dimension.LANGUAGE: ("en", "uk")})) == {olena.id, mykola.id, jane.id}
    both = Segment({Dimension.LANGUAGE: ("en",), Dimension.CATEGORY: (category,)})
    assert await reached(world, lead, both) == set(), "dimensions narrow each other"
    world.wait(days=20)
    assert await reached(world, lead, Segment({Dimension.SEEN: ("30",)})) == {mykola.id}
    world.wait(days=20)
    assert await reached(world, lead, Segment({Dimension.SEEN: ("30",)})) == set()


async def test_by_where_people_are_registered_and_live(world: World, olena: Actor, mykola: Actor, lead: Actor) -> None:
    for actor, which, code in (
        (olena, Which.REGISTERED, KREMINNA),
        (olena, Which.ACTUAL, DNIPRO),
        (mykola, Which.ACTUAL, KREMINNA),
    ):
        person = await people.lock(world.uow.session, actor.id or 0)
        await take_place(world.ctx(actor), person, which, Told(code))
    await ticks(world)
    assert await reached(world, lead, Segment({Dimension.REGISTERED: (KREMINNA_HROMADA,)})) == {olena.id}
    assert await reached(world, lead, Segment({Dimension.HROMADA: (DNIPRO_HROMADA,)})) == {olena.id}
    assert await reached(world, lead, Segment({Dimension.HROMADA: (KREMINNA_HROMADA,)})) == {mykola.id}
    assert await reached(world, lead, Segment({Dimension.OBLAST: ("12", "44")})) == {olena.id, mykola.id}
    person = await people.lock(world.uow.session, olena.id or 0)
    await take_place(world.ctx(olena), person, Which.ACTUAL, Told(KREMINNA))
    assert person.hromada_hash is None, "what was true of the other place is not true of this one"
    await ticks(world)
    assert await reached(world, lead, Segment({Dimension.HROMADA: (KREMINNA_HROMADA,)})) == {olena.id, mykola.id}
    await take_place(world.ctx(olena), person, Which.ACTUAL, Told("abroad", "PL"))
    assert (await ticks(world)).places == 1
    assert (await ticks(world)).places == 0


async def test_by_one_and_the_same_case(world: World, olena: Actor, mykola: Actor, lead: Actor) -> None:
    hers, his = await world.case(olena), await world.case(mykola)
    second = await world.case(mykola, "Ще одне")
    hers.service, his.service, second.service = "housing", "inform", "housing"
    his.state = "taken"
    await world.uow.session.flush()
    housing = Segment({Dimension.SERVICE: ("housing",)})
    assert await reached(world, lead, housing) == {olena.id, mykola.id}
    taken = Segment({Dimension.SERVICE: ("housing",), Dimension.STATE: ("taken",)})
    assert await reached(world, lead, taken) == set(), "service and state are of one case"
    second.organisation_id = (await world.staff(organisation=ELSEWHERE)).organisation_id or 0
    await world.uow.session.flush()
    assert await reached(world, lead, housing) == {olena.id}


async def test_by_a_missing_document(world: World, olena: Actor, mykola: Actor, lead: Actor) -> None:
    hers, his = await world.case(olena), await world.case(mykola)
    for case, state in ((hers, DocumentState.ASKED), (his, DocumentState.ACCEPTED)):
        wanted = WantedDocument(case_id=case.id, document="passport", state=state.value, changed_at=world.now)
        world.uow.session.add(wanted)
    await world.uow.session.flush()
    missing = Segment({Dimension.MISSING: ("yes",)})
    assert await reached(world, lead, missing) == {olena.id}
    hers.closed_at = world.now
    await world.uow.session.flush()
    assert await reached(world, lead, missing) == set()


async def test_another_organisation_reaches_the_people_of_its_cases(
    world: World, olena: Actor, mykola: Actor, lead: Actor
) -> None:
    there = await world.staff(organisation=ELSEWHERE)
    case = await world.case(olena)
    case.organisation_id = there.organisation_id or 0
    await world.uow.session.flush()
    run = await drafted(world, lead)
    (await of(world, run)).organisation_id = there.organisation_id or 0
    await world.uow.session.flush()
    whom = await content.audience_of(world.uow, CATALOGUE, await of(world, run), run)
    assert (await audience.reach(world.uow.session, whom, world.now)).gets == 1
