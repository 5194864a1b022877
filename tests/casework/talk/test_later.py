"""«/at …»: an answer that leaves at its time, if it is still true then."""

from __future__ import annotations

from datetime import timedelta

import pytest

from casework.cases.close import Close, close
from casework.cases.edit_reply import EditedReply, edit_reply
from casework.cases.withdraw import Withdraw, withdraw
from casework.context import Actor
from casework.errors import NoSuchCase, TimeFar, TimeHeld, TimePast, TimeUnread
from casework.families.fate import FateChanged, FreeLetters, fate_changed, free_letters
from casework.letters import kinds
from casework.letters.sights import Later, LaterAnswerSight, ReplySight, UndeliveredSight
from casework.talk.decide import Decide, make_note, send_now
from casework.talk.later import later
from casework.talk.sending import Reply, Sent
from db.models import Case, Message
from tests.casework.world import GROUP, World

# The world's clock stands at 11:00 in Kyiv.
AT_NOON = "12:00 Приїздіть у вівторок"
WORDS = "Приїздіть у вівторок"


@pytest.fixture
async def case(world: World, olena: Actor, iryna: Actor) -> Case:
    """Ірина's case in its topic."""
    made = await world.taken(olena, iryna)
    await world.topic(made)
    return made


async def says(world: World, member: Actor, case: Case, words: str, number: int = 500) -> Sent:
    """A staff member says `/at words` in the topic."""
    return await later(world.ctx(member), Reply(GROUP, case.topic_thread_id or 0, number, None, words, on_purpose=True))


async def arrived(world: World) -> tuple[list[str], list[object]]:
    """The answers that leave now, and what the topic shows of them."""
    sent = await world.deliver()
    said = [sight.shows.text for _, sight in sent if isinstance(sight.shows, ReplySight) and sight.edit is None]
    return said, [sight.shows for _, sight in sent if isinstance(sight.shows, LaterAnswerSight | UndeliveredSight)]


async def answer(world: World, case: Case) -> Message:
    """The answer of the case."""
    return (await world.messages(case))[-1]


async def test_it_leaves_at_its_time_and_the_topic_shows_it(world: World, iryna: Actor, case: Case) -> None:
    await says(world, iryna, case, AT_NOON)
    noon = world.now + timedelta(hours=1)
    waits = await answer(world, case)
    assert await arrived(world) == ([], [LaterAnswerSight(case.id, waits.id, Later.WAITS, noon)])
    assert case.turn == "staff"
    world.wait(minutes=59)
    assert await arrived(world) == ([], [])
    world.wait(minutes=1)
    assert await arrived(world) == ([WORDS], [LaterAnswerSight(case.id, waits.id, Later.SENT, noon)])
    assert (case.turn, case.waiting_since) == ("person", None)


async def test_what_is_said_meanwhile_does_not_wait(world: World, iryna: Actor, case: Case) -> None:
    await says(world, iryna, case, AT_NOON)
    await world.answers(iryna, case, "Добрий день")
    assert (await arrived(world))[0] == ["Добрий день"]


@pytest.mark.parametrize("how", ["closed", "withdrawn"])
async def test_once_the_case_is_over_it_does_not_go_and_its_author_hears_so(
    world: World, olena: Actor, iryna: Actor, case: Case, how: str
) -> None:
    await says(world, iryna, case, AT_NOON)
    if how == "closed":
        await close(world.ctx(iryna), Close(case.id, "helped"))
    else:
        await withdraw(world.ctx(olena), Withdraw(case.id))
    await world.deliver()
    world.wait(hours=1)
    said, shown = await arrived(world)
    assert said == []
    assert [type(each) for each in shown] == [LaterAnswerSight, UndeliveredSight]
    assert [each.became for each in shown if isinstance(each, LaterAnswerSight)] == [Later.NOT_SENT]
    assert [each.reason for each in shown if isinstance(each, UndeliveredSight)] == [kinds.NOT_TRUE]
    assert (await world.history(case))[-1] == "reply-never-left"
    assert not (await answer(world, case)).is_shown


async def test_sent_now_or_cancelled_it_is_over(world: World, iryna: Actor, case: Case) -> None:
    await says(world, iryna, case, AT_NOON)
    await send_now(world.ctx(iryna), Decide(case.id, (await answer(world, case)).id))
    said, [*_, shown] = await arrived(world)
    assert said == [WORDS]
    assert isinstance(shown, LaterAnswerSight)
    assert shown.became is Later.SENT

    await says(world, iryna, case, AT_NOON, 501)
    await make_note(world.ctx(iryna), Decide(case.id, (await answer(world, case)).id))
    said, [*_, shown] = await arrived(world)
    assert said == []
    assert isinstance(shown, LaterAnswerSight)
    assert shown.became is Later.CANCELLED
    world.wait(hours=2)
    assert await arrived(world) == ([], [])


async def test_another_time_and_other_words_while_it_waits(world: World, iryna: Actor, case: Case) -> None:
    await says(world, iryna, case, AT_NOON)
    changed = EditedReply(GROUP, 500, "13:00 Приїздіть у середу", timed=True)
    assert await edit_reply(world.ctx(iryna), changed)
    async with world.refused(TimePast):
        await edit_reply(world.ctx(iryna), EditedReply(GROUP, 500, "9:00 Учора", timed=True))
    world.wait(hours=1)
    assert (await arrived(world))[0] == []
    world.wait(hours=1)
    assert (await arrived(world))[0] == ["Приїздіть у середу"]
    await edit_reply(world.ctx(iryna), EditedReply(GROUP, 500, "13:00 Приїздіть у четвер", timed=True))
    [(letter, sight)] = await world.deliver()
    assert isinstance(sight.shows, ReplySight)
    assert (letter.kind, sight.shows.text) == ("staff-reply-edited", "Приїздіть у четвер"), "it left already"


@pytest.mark.parametrize(
    ("words", "refusal"),
    [("9:00 Учора", TimePast), ("20.07 9:00 Улітку", TimeFar), ("Колись", TimeUnread), ("", TimeUnread)],
)
async def test_other_times_are_refused(
    world: World, iryna: Actor, case: Case, words: str, refusal: type[TimePast | TimeFar | TimeUnread]
) -> None:
    async with world.refused(refusal):
        await says(world, iryna, case, words)


async def test_outside_of_a_cases_topic_there_is_nobody_to_answer(world: World, iryna: Actor, case: Case) -> None:
    async with world.refused(NoSuchCase):
        await later(world.ctx(iryna), Reply(GROUP, 1, 500, None, AT_NOON, on_purpose=True))


async def test_nothing_comes_to_a_watched_phone_by_a_clock(world: World, iryna: Actor) -> None:
    case = await world.taken(await world.watched(), iryna)
    await world.topic(case)
    async with world.refused(TimeHeld):
        await says(world, iryna, case, AT_NOON)


async def test_letters_that_were_stopped_meanwhile_and_freed_wait_for_their_time(
    world: World, olena: Actor, iryna: Actor, andrii: Actor, case: Case
) -> None:
    (await world.row(olena)).human_only = True
    await says(world, iryna, case, AT_NOON)
    await fate_changed(world.ctx(iryna), FateChanged(case.id))
    world.wait(minutes=1)
    await free_letters(world.ctx(andrii), FreeLetters(case.id, send=True))
    assert (await arrived(world))[0] == []
    world.wait(hours=1)
    assert (await arrived(world))[0] == [WORDS]


async def test_stopped_it_does_not_go_at_its_time(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    (await world.row(olena)).human_only = True
    await says(world, iryna, case, AT_NOON)
    await fate_changed(world.ctx(iryna), FateChanged(case.id))
    world.wait(hours=2)
    assert (await arrived(world))[0] == []
