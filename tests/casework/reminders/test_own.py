"""A person's own reminder, from the words to the letter; later, no more, again; and what is held of it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select, text

from casework.context import Actor
from casework.errors import Stale
from casework.letters import kinds
from casework.letters.sights.reminders import OwnReminderSight, RemindersSight
from casework.people.erase import Erase, erase
from casework.people.withdraw_consent import WithdrawConsent, withdraw_consent
from casework.reminders.own import (
    AskOwn,
    CancelOwn,
    ChooseDay,
    ChooseTime,
    SayOwn,
    ask_own,
    cancel_own,
    choose_day,
    choose_time,
    say_own,
)
from casework.reminders.wishes import LookAt, Snooze, StopKind, look_at, snooze, stop_kind
from casework.reminders.write_due import WriteDue, Wrote, write_due
from casework.upkeep.forget import DropDrafts, Forget, drop_drafts, forget
from db.models import Letter, Reminder
from rules.catalogue import ReminderKind
from rules.local_time import KYIV, local_date
from rules.reminders import LONGEST_WORDS, MOST_OWN
from tests.casework.world import World, machine

WORDS = "Забрати довідку в лікаря"


async def rows(world: World) -> list[Reminder]:
    await world.uow.session.flush()
    query = select(Reminder).order_by(Reminder.id).execution_options(populate_existing=True)
    return list((await world.uow.session.scalars(query)).all())


async def tick(world: World) -> Wrote:
    """The clock's part; what this session holds of reminders is read anew, as any other transaction would."""
    wrote = await write_due(machine(world), WriteDue())
    await rows(world)
    return wrote


async def drafted(world: World, person: Actor, words: str = WORDS) -> Reminder:
    number = next(world._messages)
    assert await say_own(world.ctx(person), SayOwn(words, person.telegram_id or 0, number))
    return (await rows(world))[-1]


async def wanted(world: World, person: Actor, days: int = 1, hour: int = 9) -> Reminder:
    draft = await drafted(world, person)
    day = local_date(world.now).toordinal() + days
    await choose_day(world.ctx(person), ChooseDay(draft.id, day))
    return await choose_time(world.ctx(person), ChooseTime(draft.id, day, hour))


async def page(world: World, person: Actor) -> RemindersSight:
    screen = kinds.RemindersScreen()
    row = Letter(kind=screen.kind, facts={}, person_id=person.id, chat_id=person.telegram_id or 0, lane="p:1")
    sight = await world.sight(row)
    assert sight is not None
    assert isinstance(sight.shows, RemindersSight)
    return sight.shows


async def test_words_day_and_hour_then_the_letter_at_that_hour(world: World, olena: Actor) -> None:
    await ask_own(world.ctx(olena), AskOwn())
    assert await world.screen(olena) == kinds.RemindWordsScreen()
    found = await wanted(world, olena)
    assert await world.screen(olena) == kinds.RemindersScreen()
    assert found.due_at.astimezone(KYIV).strftime("%Y-%m-%d %H:%M") == "2026-03-12 09:00"
    [line] = (await page(world, olena)).coming
    assert (line.words, line.kind) == (WORDS, ReminderKind.OWN)
    await world.deliver()
    world.now = found.due_at - timedelta(seconds=1)
    assert await tick(world) == Wrote(0, 0, 0)
    world.wait(seconds=1)
    assert await tick(world) == Wrote(1, 0, 0)
    [(letter, sight)] = await world.deliver()
    assert (letter.kind, letter.chat_id) == ("remind-own", olena.telegram_id)
    assert isinstance(sight.shows, OwnReminderSight)
    assert sight.shows.words == WORDS
    assert (await page(world, olena)).coming == ()


async def test_the_words_are_sealed_and_stand_in_no_letter(world: World, olena: Actor) -> None:
    found = await wanted(world, olena)
    world.now = found.due_at
    await tick(world)
    [letter] = await world.waiting(kinds.OwnReminder)
    assert set(letter.facts) == {"reminder_id", "times"}
    raw = (await world.uow.session.execute(text("SELECT words FROM reminders"))).scalar_one()
    assert WORDS.encode() not in bytes(raw)


@pytest.mark.parametrize("words", ["", "   ", "а" * (LONGEST_WORDS + 1)])
async def test_what_is_no_note_is_asked_for_once_more(world: World, olena: Actor, words: str) -> None:
    assert not await say_own(world.ctx(olena), SayOwn(words, olena.telegram_id or 0, 1))
    assert await world.screen(olena) == kinds.RemindWordsScreen(refused=True)
    assert await rows(world) == []


async def test_dangerous_words_bring_the_numbers_first(world: World, olena: Actor) -> None:
    await drafted(world, olena, "чоловік б’є мене, подзвонити мамі")
    assert kinds.Hotlines.kind in await world.kinds_to(olena)


async def test_buttons_of_another_time_are_refused(world: World, olena: Actor, mykola: Actor) -> None:
    draft = await drafted(world, olena)
    today = local_date(world.now).toordinal()
    for refused in (ChooseDay(draft.id, today - 1), ChooseDay(draft.id, today + 45), ChooseDay(draft.id + 99, today)):
        async with world.refused(Stale):
            await choose_day(world.ctx(olena), refused)
    for hour in (3, 9):  # never at night, and nine is over
        async with world.refused(Stale):
            await choose_time(world.ctx(olena), ChooseTime(draft.id, today, hour))
    async with world.refused(Stale):
        await choose_time(world.ctx(mykola), ChooseTime(draft.id, today, 18))
    await choose_time(world.ctx(olena), ChooseTime(draft.id, today, 18))
    async with world.refused(Stale):
        await choose_time(world.ctx(olena), ChooseTime(draft.id, today, 20))


async def test_a_newer_draft_takes_the_place_of_the_older_one(world: World, olena: Actor) -> None:
    first = (await drafted(world, olena)).id
    second = (await drafted(world, olena, "Інше")).id
    assert [each.id for each in await rows(world)] == [second]
    assert first != second


async def test_no_more_than_so_many_wait(world: World, olena: Actor) -> None:
    for _ in range(MOST_OWN):
        await wanted(world, olena)
    with pytest.raises(Stale):
        await wanted(world, olena)


async def test_put_off_it_comes_again_as_a_letter_of_its_own(world: World, olena: Actor) -> None:
    found = await wanted(world, olena)
    world.now = found.due_at
    await tick(world)
    await world.deliver()
    world.wait(hours=2)
    async with world.refused(Stale):
        await snooze(world.ctx(olena), Snooze(found.id, 5, 0))
    await snooze(world.ctx(olena), Snooze(found.id, 1, 0))
    async with world.refused(Stale):
        await snooze(world.ctx(olena), Snooze(found.id, 1, 0))
    assert found.due_at == world.now + timedelta(days=1)
    world.now = found.due_at
    await world.deliver()
    assert await tick(world) == Wrote(1, 0, 0)
    [(letter, sight)] = await world.deliver()
    assert letter.kind == "remind-own"
    assert isinstance(sight.shows, OwnReminderSight)
    assert sight.shows.times == 1


async def test_put_off_before_it_was_sent_only_the_later_one_comes(world: World, olena: Actor) -> None:
    found = await wanted(world, olena)
    world.now = found.due_at
    await tick(world)
    [letter] = await world.waiting(kinds.OwnReminder)
    await snooze(world.ctx(olena), Snooze(found.id, 3, 0))
    assert await world.sight(letter) is None


async def test_cancelled_its_words_are_gone_at_once(world: World, olena: Actor, mykola: Actor) -> None:
    found = await wanted(world, olena)
    await look_at(world.ctx(olena), LookAt(found.id))
    for refused in (LookAt(found.id), LookAt(found.id + 99)):
        async with world.refused(Stale):
            await look_at(world.ctx(mykola), refused)
    async with world.refused(Stale):
        await cancel_own(world.ctx(mykola), CancelOwn(found.id))
    await cancel_own(world.ctx(olena), CancelOwn(found.id))
    assert (found.state, found.words) == ("cancelled", None)
    world.wait(days=2)
    assert await tick(world) == Wrote(0, 0, 0)


async def test_a_kind_that_was_stopped_is_told_no_more_until_it_is_wanted_again(world: World, olena: Actor) -> None:
    first = await wanted(world, olena)
    await stop_kind(world.ctx(olena), StopKind(ReminderKind.OWN, stop=True))
    await stop_kind(world.ctx(olena), StopKind(ReminderKind.OWN, stop=True))
    shown = await page(world, olena)
    assert (shown.coming, shown.stopped) == ((), (ReminderKind.OWN,))
    world.now = first.due_at
    assert await tick(world) == Wrote(1, 0, 1)
    assert await world.waiting(kinds.OwnReminder) == []
    await stop_kind(world.ctx(olena), StopKind(ReminderKind.OWN, stop=False))
    second = await wanted(world, olena)
    world.now = second.due_at
    assert await tick(world) == Wrote(1, 0, 0)
    async with world.refused(Stale):
        await stop_kind(world.ctx(olena), StopKind(ReminderKind.DEADLINE, stop=True))


@pytest.mark.parametrize("fact", ["watched", "human_only"])
async def test_where_the_machine_does_not_speak_nothing_is_promised(world: World, olena: Actor, fact: str) -> None:
    found = await wanted(world, olena)
    setattr(await world.row(olena), fact, True)
    assert (await page(world, olena)).by_humans_only
    async with world.refused(Stale):
        await ask_own(world.ctx(olena), AskOwn())
    world.now = found.due_at
    await tick(world)
    assert await world.waiting(kinds.OwnReminder) == []
    assert await world.waiting(kinds.SayItYourself) == [], "what they wanted to remember is nobody else's business"


async def test_on_a_covered_phone_the_words_are_not_shown(world: World, olena: Actor) -> None:
    found = await wanted(world, olena)
    (await world.row(olena)).covered = True
    assert [line.words for line in (await page(world, olena)).coming] == [None]
    world.now = found.due_at
    await tick(world)
    [letter] = await world.waiting(kinds.OwnReminder)
    sight = await world.sight(letter)
    assert sight is not None
    assert isinstance(sight.shows, OwnReminderSight)
    assert sight.shows.words is None


async def test_without_a_consent_no_words_are_kept(world: World) -> None:
    nina = await world.newcomer()
    async with world.refused(Stale):
        await ask_own(world.ctx(nina), AskOwn())
    async with world.refused(Stale):
        await say_own(world.ctx(nina), SayOwn(WORDS, nina.telegram_id or 0, 5))


@pytest.mark.parametrize("how", ["erase", "withdraw"])
async def test_with_the_consent_reminders_and_stops_go(world: World, olena: Actor, how: str) -> None:
    await wanted(world, olena)
    await drafted(world, olena)
    await stop_kind(world.ctx(olena), StopKind(ReminderKind.QUESTION, stop=True))
    if how == "erase":
        await erase(world.ctx(olena), Erase())
    else:
        await withdraw_consent(world.ctx(olena), WithdrawConsent(confirmed=True))
    assert await rows(world) == []
    left = await world.uow.session.execute(text("SELECT count(*) FROM reminder_stops"))
    assert left.scalar_one() == 0


async def test_what_was_told_and_what_was_never_finished_is_forgotten(world: World, olena: Actor) -> None:
    found = await wanted(world, olena)
    world.now = found.due_at
    await tick(world)
    await drafted(world, olena)
    world.wait(days=20)
    await drop_drafts(machine(world), DropDrafts())
    assert [each.state for each in await rows(world)] == ["written"]
    world.wait(days=20)
    await forget(machine(world), Forget())
    assert await rows(world) == []
