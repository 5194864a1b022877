"""Where no word of a person may stand in the group: the conversation goes with the case, and old cases follow, too."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy import select

from casework.cases.assign import Assign, assign
from casework.cases.close import Close, close
from casework.cases.hand_over import HandOver, hand_over
from casework.cases.here import NO_TOPIC, SaidHere, case_here
from casework.cases.release import Release, release
from casework.cases.reopen import Reopen, reopen
from casework.cases.take import Take, take
from casework.context import MACHINE, Actor
from casework.letters import kinds
from casework.letters.sent import topic_late, topic_lost, topic_made
from casework.letters.sights.desks import BriefSight
from casework.staff.disclosure import FollowSetting, follow_setting
from casework.staff.move_group import MoveGroup, move_group
from casework.staff.remove import Remove, remove
from casework.upkeep.forget import Forget, forget
from db.models import Case, Letter, Slot
from db.repositories import queue
from tests.casework.world import CATALOGUE, GROUP, World

SAID = ("Потрібні дрова", "І ще вугілля")
Move = Callable[[World, Case, Actor, Actor, Actor], Awaitable[object]]


@pytest.fixture
def minimal(world: World) -> World:
    world.minimal = True
    return world


async def owned(world: World, olena: Actor, iryna: Actor) -> Case:
    """Ірина has a case on her desk, with words of both sides."""
    case = await world.case(olena, SAID[0])
    await take(world.ctx(iryna), Take(case.id))
    await world.topic(case)
    await world.answers(iryna, case, "Привеземо в середу")
    await world.deliver()
    await world.says(olena, SAID[1], case_id=case.id)
    await world.deliver()
    await world.messages(case)  # as they are now
    return case


async def words_on(world: World, actor: Actor) -> list[str]:
    """The kinds of what waits for somebody's desk in the lane of a case, in its order."""
    return [each.kind for each in await world.waiting(to=actor) if each.lane.startswith("c:")]


async def test_a_new_case_is_a_brief_card_and_not_a_word_of_it_is_written(minimal: World, olena: Actor) -> None:
    await minimal.deliver()
    case = await minimal.case(olena, *SAID)
    assert (case.brief_chat_id, case.topic_chat_id) == (GROUP, None)
    [letter] = [each for each in await minimal.waiting() if each.chat_id == GROUP]
    assert (letter.kind, letter.lane) == ("brief-card", f"b:{case.id}")
    shown = [sight.shows for each, sight in await minimal.deliver() if each.kind == "brief-card"]
    [brief] = [each for each in shown if isinstance(each, BriefSight)]
    assert (brief.number, brief.owner, brief.may_take) == (case.number, None, True)
    assert (await queue.board(minimal.uow.session, GROUP, minimal.now)).new == 1


async def test_whoever_takes_it_gets_all_that_was_said(minimal: World, olena: Actor, iryna: Actor) -> None:
    case = await minimal.case(olena, *SAID)
    await minimal.deliver()
    await take(minimal.ctx(iryna), Take(case.id))
    assert (case.topic_chat_id, case.topic_thread_id) == (iryna.telegram_id, None)
    assert await words_on(minimal, iryna) == ["person-message", "person-message", "card", "topic-head"]
    assert {each.kind for each in await minimal.waiting() if each.chat_id == GROUP} == {"brief-card"}


async def _handed(world: World, case: Case, iryna: Actor, andrii: Actor, lead: Actor) -> object:
    return await hand_over(world.ctx(iryna), HandOver(case.id, andrii.id or 0, None))


async def _assigned(world: World, case: Case, iryna: Actor, andrii: Actor, lead: Actor) -> object:
    return await assign(world.ctx(lead), Assign(case.id, andrii.id or 0, iryna.id or 0))


async def _given_back(world: World, case: Case, iryna: Actor, andrii: Actor, lead: Actor) -> object:
    await release(world.ctx(iryna), Release(case.id))
    assert case.topic_chat_id is None
    return await take(world.ctx(andrii), Take(case.id))


async def _removed(world: World, case: Case, iryna: Actor, andrii: Actor, lead: Actor) -> object:
    await remove(world.ctx(lead), Remove(iryna.id or 0, lost=False))
    assert case.topic_chat_id is None
    return await take(world.ctx(andrii), Take(case.id))


@pytest.mark.parametrize("move", [_handed, _assigned, _given_back, _removed])
async def test_with_its_owner_the_conversation_changes_place_whole_and_in_order(
    minimal: World, olena: Actor, iryna: Actor, andrii: Actor, lead: Actor, move: Move
) -> None:
    case = await owned(minimal, olena, iryna)
    thread = case.topic_thread_id
    await minimal.says(olena, "Це ще в дорозі", case_id=case.id)
    await move(minimal, case, iryna, andrii, lead)
    assert (case.topic_chat_id, case.topic_thread_id) == (andrii.telegram_id, None)
    [left] = await minimal.waiting(kinds.desks.TopicLeft)
    assert (left.chat_id, left.facts) == (iryna.telegram_id, {"case_id": case.id, "thread_id": thread})
    assert await words_on(minimal, iryna) == [], "nothing that waited goes to the former desk"
    carried = [each for each in await words_on(minimal, andrii) if each not in ("card", "topic-head")]
    assert carried == ["person-message", "staff-said-before", "answer-mark", "person-message", "person-message"]
    await minimal.topic(case)
    assert await words_on(minimal, andrii) == []
    assert await minimal.in_topic(case, kinds.TopicSummary) == [], "nothing is told twice"
    assert [each.text for each in await minimal.messages(case)] == [
        SAID[0], "Привеземо в середу", SAID[1], "Це ще в дорозі",
    ]  # fmt: skip


async def test_who_had_it_before_gets_it_anew(minimal: World, olena: Actor, iryna: Actor, andrii: Actor) -> None:
    case = await owned(minimal, olena, iryna)
    await hand_over(minimal.ctx(iryna), HandOver(case.id, andrii.id or 0, None))
    await minimal.topic(case)
    await hand_over(minimal.ctx(andrii), HandOver(case.id, iryna.id or 0, None))
    assert "staff-said-before" in await words_on(minimal, iryna)
    key = Slot.key == f"card:{case.id}"
    query = select(Slot).where(Slot.chat_id == iryna.telegram_id, key).execution_options(populate_existing=True)
    slot = await minimal.uow.session.scalar(query)
    assert slot is not None
    assert slot.message_id is None, "the card of before is gone with its topic"
    assert len(await minimal.waiting(kinds.desks.TopicLeft)) == 1, "one is deleted, one was deleted before"


async def test_closed_it_stays_and_goes_on_on_the_same_desk(minimal: World, olena: Actor, iryna: Actor) -> None:
    case = await owned(minimal, olena, iryna)
    await close(minimal.ctx(iryna), Close(case.id, "helped"))
    await reopen(minimal.ctx(iryna), Reopen(case.id))
    assert case.topic_chat_id == iryna.telegram_id
    assert await minimal.waiting(kinds.desks.TopicLeft) == []


async def test_a_chat_without_topics_loses_each_message_of_the_case(
    minimal: World, olena: Actor, iryna: Actor, andrii: Actor
) -> None:
    case = await minimal.case(olena, SAID[0])
    await take(minimal.ctx(iryna), Take(case.id))
    await topic_made(minimal.uow, case.id, -case.id, minimal.now, CATALOGUE)
    await minimal.deliver()
    assert "topic-made" not in await minimal.history(case)
    await hand_over(minimal.ctx(iryna), HandOver(case.id, andrii.id or 0, None))
    [left] = await minimal.waiting(kinds.desks.PlaceLeft)
    assert left.chat_id == iryna.telegram_id
    stood = {*await minimal.in_topic(case, kinds.Card), *await minimal.in_topic(case, kinds.PersonMessage)}
    assert stood <= set(left.facts["stand"])


async def test_of_which_case_something_is_said_on_a_desk(minimal: World, olena: Actor, iryna: Actor) -> None:
    case = await owned(minimal, olena, iryna)
    chat_id, thread = iryna.telegram_id or 0, case.topic_thread_id or 0
    assert await case_here(minimal.ctx(iryna), SaidHere(chat_id, 900, thread, None)) == thread
    assert await case_here(minimal.ctx(iryna), SaidHere(chat_id, 900, thread + 1, None)) is None
    assert await case_here(minimal.ctx(iryna), SaidHere(chat_id, 900, None, None)) is None
    [words, _] = await minimal.in_topic(case, kinds.PersonMessage)
    assert await case_here(minimal.ctx(iryna), SaidHere(chat_id, 900, None, words)) == thread
    assert thread != NO_TOPIC


async def test_a_topic_that_came_too_late_is_deleted_and_one_lost_elsewhere_changes_nothing(
    minimal: World, olena: Actor, iryna: Actor, andrii: Actor
) -> None:
    case = await owned(minimal, olena, iryna)
    before, thread = (iryna.telegram_id or 0, case.topic_thread_id), case.topic_thread_id or 0
    await hand_over(minimal.ctx(iryna), HandOver(case.id, andrii.id or 0, None))
    now = await minimal.topic(case)
    await topic_lost(minimal.uow, case.id, minimal.now, CATALOGUE, place=before)
    assert case.topic_thread_id == now
    await topic_late(minimal.uow, case.id, (iryna.telegram_id or 0, thread + 7), minimal.now, CATALOGUE)
    [left] = await minimal.waiting(kinds.desks.TopicLeft)
    assert (left.chat_id, left.facts["thread_id"]) == (iryna.telegram_id, thread + 7)


async def test_the_setting_brings_every_case_to_the_desks_and_back(world: World, olena: Actor, iryna: Actor) -> None:
    case = await owned(world, olena, iryna)
    assert case.topic_chat_id == GROUP
    assert await follow_setting(world.ctx(MACHINE), FollowSetting()) == 0
    thread, world.minimal = case.topic_thread_id, True
    assert await follow_setting(world.ctx(MACHINE), FollowSetting()) == 1
    assert await follow_setting(world.ctx(MACHINE), FollowSetting()) == 0
    assert (case.brief_chat_id, case.topic_chat_id) == (GROUP, iryna.telegram_id)
    [left] = await world.waiting(kinds.desks.TopicLeft)
    assert (left.chat_id, left.facts["thread_id"]) == (GROUP, thread)
    await world.topic(case)
    world.minimal = False
    assert await follow_setting(world.ctx(MACHINE), FollowSetting()) == 1
    assert (case.brief_chat_id, case.topic_chat_id) == (None, GROUP)
    [card] = await world.waiting(kinds.desks.PlaceLeft)
    assert card.chat_id == GROUP
    await world.topic(case)
    assert await world.sight(Letter(kind="brief-card", facts={"case_id": case.id}, chat_id=GROUP)) is None


async def test_of_a_closed_case_only_what_stands_is_taken_away(world: World, olena: Actor, iryna: Actor) -> None:
    case = await owned(world, olena, iryna)
    await close(world.ctx(iryna), Close(case.id, "helped"))
    await world.deliver()
    world.minimal = True
    assert await follow_setting(world.ctx(MACHINE), FollowSetting()) == 1
    assert (case.brief_chat_id, case.topic_chat_id) == (GROUP, None)
    [left] = [each for each in await world.waiting() if each.chat_id == GROUP]
    assert (left.kind, left.chat_id, left.priority) == ("topic-left", GROUP, 4)
    await reopen(world.ctx(iryna), Reopen(case.id))
    assert "staff-said-before" in await words_on(world, iryna)
    await forget(world.ctx(MACHINE), Forget())


async def test_a_group_that_moved_takes_its_brief_cards_along(minimal: World, olena: Actor) -> None:
    case = await minimal.case(olena, *SAID)
    await move_group(minimal.ctx(MACHINE), MoveGroup(GROUP, GROUP - 77))
    await minimal.uow.session.refresh(case)
    assert case.brief_chat_id == GROUP - 77
    assert {each.chat_id for each in await minimal.waiting(kinds.desks.BriefCard)} == {GROUP - 77}
