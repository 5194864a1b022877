"""What staff see: masked words, a card without a name, and only as much as the group may know."""

from __future__ import annotations

from typing import TypeVar

import pytest

from casework.cases.facts import FIELDS, RecordFact, record_fact
from casework.context import Actor
from casework.letters import kinds
from casework.letters.kinds import Letter
from casework.letters.sights import CardSight, DeskSight, PersonMessageSight, SummarySight, TopicSight
from casework.letters.view.groups import topic_link
from db.models import Letter as Row
from rules.cases import STEPS, State, Turn, Verb
from tests.casework.world import CATALOGUE, GROUP, World

Shows = TypeVar("Shows")


async def shows(world: World, letter: Letter, as_what: type[Shows]) -> Shows:
    """What a letter to staff would show now."""
    sight = await world.sight(Row(kind=letter.kind, facts=letter.facts(), chat_id=GROUP, lane="c:1"))
    assert sight is not None
    assert isinstance(sight.shows, as_what)
    return sight.shows


async def test_the_card_says_where_a_case_stands_and_not_who_it_is(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.taken(olena, iryna, "раз", "два")
    for field, value in (("audience", "displaced"), ("household_size", "4"), ("registered_hromada", "other")):
        await record_fact(world.ctx(iryna), RecordFact(case.id, field, value))
    card = await shows(world, kinds.Card(case.id), CardSight)
    assert (card.number, card.state, card.turn, card.owner, card.unread) == (
        case.number,
        State.TAKEN,
        Turn.STAFF,
        "Ірина",
        2,
    )
    assert (card.deadline, card.deadline_is_law, card.overdue) == (case.reply_by, False, False)
    assert card.audience == CATALOGUE.audiences["displaced"].name["uk"]
    assert (card.household_size, card.registered_hromada) == (4, "other")
    assert card.may == {Verb.RELEASE, *STEPS} - {Verb.PLAN, Verb.REFUSE}
    assert "Олена" not in repr(card)


async def test_the_card_counts_the_promise_only_while_somebody_waits(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.taken(olena, iryna)
    await world.topic(case)
    world.now = case.reply_by
    world.wait(seconds=1)
    assert (await shows(world, kinds.Card(case.id), CardSight)).overdue
    await world.answers(iryna, case, "Вітаю")
    card = await shows(world, kinds.Card(case.id), CardSight)
    assert (card.deadline, card.overdue) == (None, False)


SENSITIVE = [service.slug for service in CATALOGUE.services.values() if service.sensitive]
PLAIN = [service.slug for service in CATALOGUE.services.values() if not service.sensitive]


@pytest.mark.parametrize("slug", [*SENSITIVE, *PLAIN])
async def test_a_sensitive_service_is_shown_by_its_group_only(
    world: World, olena: Actor, iryna: Actor, slug: str
) -> None:
    case = await world.case(olena)
    await record_fact(world.ctx(iryna), RecordFact(case.id, "service", slug))
    entry = CATALOGUE.services[slug]
    card = await shows(world, kinds.Card(case.id), CardSight)
    head = await shows(world, kinds.TopicHead(case.id), TopicSight)
    assert card.service == (entry.group["uk"] if entry.sensitive else entry.name["uk"])
    assert head.service_group == entry.group["uk"]


def test_there_are_sensitive_services() -> None:
    assert SENSITIVE
    assert PLAIN
    assert FIELDS


async def test_numbers_of_phones_and_cards_do_not_stand_in_the_group(world: World, olena: Actor) -> None:
    case = await world.case(olena, "Мій номер 050 123 45 67, картка 5168 7427 0000 0003")
    [letter] = [each for each in await world.waiting() if each.kind == "person-message"]
    sight = await world.sight(letter)
    assert sight is not None
    assert isinstance(sight.shows, PersonMessageSight)
    await world.topic(case)
    summary = await shows(world, kinds.TopicSummary(case.id, 1), SummarySight)
    for said in (sight.shows.text, summary.messages[0].text):
        assert said.startswith("Мій номер")
        assert not any(secret in said.replace(" ", "") for secret in ("0501234567", "5168742700000003"))


async def test_the_topics_head_follows_the_case(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.case(olena, "Мені небезпечно")
    head = await shows(world, kinds.TopicHead(case.id), TopicSight)
    assert (head.number, head.state, head.crisis, head.open, head.gone) == (case.number, State.NEW, True, True, False)


async def test_a_summary_is_the_last_few_and_their_beginnings(world: World, olena: Actor) -> None:
    case = await world.case(olena, *(f"слово {number}" for number in range(6)), "ж" * 400)
    await world.topic(case)
    summary = await shows(world, kinds.TopicSummary(case.id, 1), SummarySight)
    assert [item.text for item in summary.messages] == [*(f"слово {number}" for number in range(2, 6)), "ж" * 300 + "…"]
    assert all(item.by_person for item in summary.messages)
    assert [line.event for line in summary.events] == ["opened", "topic-made"]


async def test_the_desk_shows_ones_own_cases_most_urgent_first(
    world: World, olena: Actor, mykola: Actor, iryna: Actor, andrii: Actor
) -> None:
    quiet = await world.taken(olena, iryna)
    await world.taken(olena, andrii)
    crisis = await world.taken(mykola, iryna, "Мені небезпечно")
    await world.topic(quiet)
    assert iryna.id is not None
    desk = await shows(world, kinds.DeskHome(iryna.id), DeskSight)
    assert [line.case_id for line in desk.cases] == [crisis.id, quiet.id]
    assert desk.links == (None, f"https://t.me/c/1000000001/{quiet.topic_thread_id}")


@pytest.mark.parametrize(
    ("chat_id", "thread_id", "link"),
    [
        (-1001234567890, 5, "https://t.me/c/1234567890/5"),
        (-1001234567890, None, None),
        (None, None, None),
        (-4242, 5, None),
    ],
)
async def test_only_a_supergroups_topic_has_a_link(
    world: World, olena: Actor, chat_id: int | None, thread_id: int | None, link: str | None
) -> None:
    case = await world.case(olena)
    case.topic_chat_id, case.topic_thread_id = chat_id, thread_id
    assert topic_link(case) == link
