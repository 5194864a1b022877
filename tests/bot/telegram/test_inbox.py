"""Updates are handled once, in order, in one transaction each; what fails is tried again, then put aside kindly."""

from __future__ import annotations

import asyncio
import random

import pytest
from aiogram.fsm.context import FSMContext
from aiogram.types import ErrorEvent, Message
from sqlalchemy import text
from structlog.testing import capture_logs

from bot.presence import Presence
from bot.telegram import inbox as worker_module
from bot.telegram.inbox import InboxWorker
from casework.letters import kinds
from casework.letters.write import tell_person
from casework.not_yet import NotYet
from db.by_hand import Where
from db.repositories import cursors, people
from db.repositories import inbox as rows
from db.repositories.inbox import Arrival
from db.uow import UnitOfWork
from tests.bot.telegram.office import Office, message_json, open_office
from tests.bot.telegram.post import Post, until


async def test_an_update_and_what_its_handler_wrote_commit_together(office: Office) -> None:
    async def handle(message: Message, uow: UnitOfWork) -> None:
        await cursors.raise_to(uow.session, 77, message.message_id)

    office.router.message.register(handle)
    await office.put((5, 1, "Вітаю"))
    await office.handled()
    async with office.post.database.uow() as uow:
        assert await cursors.newest(uow.session, 77) == 5
    (row,) = await office.rows()
    assert row.done_at is not None
    assert row.body is None


async def test_an_update_that_nobody_handles_is_done(office: Office) -> None:
    await office.put((5, 1, "Вітаю"))
    await office.handled()
    (row,) = await office.rows()
    assert row.done_at is not None


async def test_a_message_in_a_private_chat_raises_its_cursor(office: Office) -> None:
    await office.put((5, 1, "Вітаю"))
    await office.handled()
    async with office.post.database.uow() as uow:
        assert await cursors.newest(uow.session, 1) == 5


async def test_a_failed_try_leaves_nothing_behind_and_is_tried_again(office: Office) -> None:
    seen: list[int] = []

    async def handle(message: Message, uow: UnitOfWork, state: FSMContext) -> None:
        seen.append(message.message_id)
        await state.set_state(f"try-{len(seen)}")
        await uow.session.execute(text("INSERT INTO chat_cursors VALUES (77, 1)"))
        if len(seen) < 3:
            raise KeyError("our own fault")

    office.router.message.register(handle)
    await office.put((5, 1, "Вітаю"))
    await office.handled()
    assert seen == [5, 5, 5]
    (row,) = await office.rows()
    assert (row.tries, row.parked_at) == (2, None)
    assert row.done_at is not None
    async with office.post.database.uow() as uow:
        assert (await uow.session.execute(text("SELECT state FROM conversations"))).scalar_one() == "try-3"


async def test_after_three_tries_an_update_is_parked_with_an_apology_and_its_lane_goes_on(post: Post) -> None:
    person = await post.person()
    handled = []

    async def handle(message: Message) -> None:
        if message.text == "зламай":
            raise KeyError("our own fault")
        handled.append(message.text)

    async with open_office(post) as office:
        office.router.message.register(handle)
        await office.put((5, person, "зламай"), (6, person, "далі"))
        await office.handled()
        parked, done = await office.rows()
    assert handled == ["далі"]
    assert (parked.parked_reason, parked.done_at, parked.tries) == ("own-failure", None, 2)
    assert parked.body is not None
    assert done.done_at is not None
    await post.deliver()
    (apology,) = await post.texts(person)
    assert f"{parked.id:05d}" in apology


async def test_an_error_that_somebody_swallowed_is_a_failed_try_all_the_same(office: Office) -> None:
    async def handle(message: Message) -> None:
        raise KeyError("our own fault")

    async def swallow(event: ErrorEvent) -> None:
        """As a careless error handler would."""

    office.router.message.register(handle)
    office.router.error.register(swallow)
    await office.put((5, 1, "Вітаю"))
    await office.handled()
    (row,) = await office.rows()
    assert (row.done_at, row.parked_reason) == (None, "own-failure")


async def test_an_update_that_cannot_be_parsed_is_parked_and_not_lost(office: Office) -> None:
    async with office.post.database.uow() as uow:
        await rows.add(uow.session, 100, [Arrival(1, "p:1", '{"update_id": 1, "message": {"new": "shape"}}')])
        uow.nudge("inbox")
    await office.handled()
    (row,) = await office.rows()
    assert row.parked_reason == "own-failure"
    assert row.body is not None


async def test_passing_trouble_of_the_database_is_no_try(office: Office) -> None:
    tries = 0

    async def handle(message: Message, uow: UnitOfWork) -> None:
        nonlocal tries
        tries += 1
        if tries <= 5:
            await uow.session.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))

    office.router.message.register(handle)
    await office.put((5, 1, "Вітаю"))
    await office.handled()
    (row,) = await office.rows()
    assert tries == 6
    assert row.done_at is not None
    assert (row.tries, row.claims) == (0, 1)


async def test_an_update_that_came_a_moment_too_early_waits_and_its_lane_with_it(office: Office) -> None:
    seen: list[int] = []

    async def handle(message: Message, uow: UnitOfWork) -> None:
        # Would stand in the way of the next try, were it not taken back.
        await uow.session.execute(text("INSERT INTO chat_cursors VALUES (:id, 1)"), {"id": 1000 + message.message_id})
        seen.append(message.message_id)
        if message.message_id == 5 and seen.count(5) <= worker_module.TRIES:
            raise NotYet

    office.router.message.register(handle)
    await office.put((5, 1, "Вітаю"), (6, 2, "Здрастуйте"), (7, 1, "Ще одне"))
    with pytest.MonkeyPatch.context() as patched, capture_logs() as logs:
        patched.setattr(worker_module, "RETRY_SECONDS", 0.01)
        await office.handled()
    assert [each for each in seen if each != 6] == [5, 5, 5, 5, 7]
    assert [(row.tries, row.parked_at) for row in await office.rows()] == [(0, None)] * 3
    assert "update_failed" not in {each["event"] for each in logs}


async def test_an_update_that_never_came_to_an_end_is_parked_after_ten_claims(post: Post) -> None:
    handled = []

    async def handle(message: Message) -> None:
        handled.append(message.text)

    async with post.database.uow() as uow:
        await rows.add(uow.session, 100, [Arrival(n, f"p:{n}", message_json(n, n, str(n))) for n in (1, 2)])
        await uow.session.execute(text("UPDATE inbox SET claims = CASE update_id WHEN 1 THEN 10 ELSE 9 END"))
    async with open_office(post) as office:
        office.router.message.register(handle)
        await until(lambda: handled == ["2"])
        await office.handled()
        killer, other = await office.rows()
    assert killer.parked_reason == "unfinished"
    assert other.done_at is not None


async def test_leases_of_a_killed_process_are_worked_on_at_once(post: Post) -> None:
    async with post.database.uow() as uow:
        await rows.add(uow.session, 100, [Arrival(1, "p:1", message_json(1, 1, "так"))])
        await rows.claim(uow.session, limit=1, lease=3600, busy=(), worker=12345)
    await Presence(post.database, []).join()
    async with open_office(post) as office:
        await office.handled()
        (row,) = await office.rows()
    assert row.done_at is not None


async def test_a_claim_lost_to_another_process_does_nothing(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    handled = []

    async def handle(message: Message) -> None:
        handled.append(message.message_id)

    original = worker_module.InboxWorker._handle

    async def stolen_first(self: InboxWorker, claimed: rows.ClaimedUpdate) -> rows.ClaimedUpdate | None:
        if not handled:
            async with post.database.uow() as uow:
                steal = text("UPDATE inbox SET done_at = clock_timestamp(), lease_until = NULL WHERE id = :id")
                await uow.session.execute(steal, {"id": claimed.id})
            handled.append(0)
        return await original(self, claimed)

    monkeypatch.setattr(worker_module.InboxWorker, "_handle", stolen_first)
    async with open_office(post) as office:
        office.router.message.register(handle)
        await office.put((5, 1, "Вітаю"), (6, 1, "ще"))
        await office.handled()
    assert handled == [0, 6]


async def test_twenty_people_are_handled_side_by_side_each_in_order(office: Office) -> None:
    chance = random.Random(7)
    seen: dict[int, list[int]] = {}
    together = most = 0

    async def handle(message: Message) -> None:
        nonlocal together, most
        together += 1
        most = max(most, together)
        await asyncio.sleep(chance.uniform(0, 0.02))
        together -= 1
        seen.setdefault(message.chat.id, []).append(message.message_id)

    office.router.message.register(handle)
    messages = [(number, chance.randrange(1, 21), "так") for number in range(1, 301)]
    await office.put(*messages)
    await office.handled()
    for person in range(1, 21):
        assert seen.get(person, []) == [number for number, sender, _ in messages if sender == person]
    assert most > 3


async def test_the_worker_is_not_idle_while_it_has_not_looked_at_what_came_in_the_midst_of_a_look(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    handled: list[int] = []
    comes = [(5, 1, "Вітаю")]
    look = rows.backlog

    async def handle(message: Message) -> None:
        handled.append(message.message_id)

    async def look_and_then_it_comes(where: Where) -> rows.Backlog:
        seen = await look(where)
        while comes:
            await office.put(comes.pop())
        return seen

    office.router.message.register(handle)
    await office.handled()
    monkeypatch.setattr(rows, "backlog", look_and_then_it_comes)
    office.worker.nudge()
    await until(lambda: not comes)
    await office.handled()
    assert handled == [5]


async def test_a_conversation_is_remembered_for_the_next_update_of_this_person_only(office: Office) -> None:
    states = []

    async def handle(message: Message, state: FSMContext, raw_state: str | None) -> None:
        states.append((message.chat.id, raw_state, await state.get_data()))
        await state.set_state("asking")
        await state.update_data(last=message.text)

    office.router.message.register(handle)
    await office.put((1, 1, "так"))
    await office.handled()
    await office.put((2, 1, "ні"), (3, 2, "хто там"))
    await office.handled()
    assert sorted(states, key=str) == [(1, "asking", {"last": "так"}), (1, None, {}), (2, None, {})]


async def test_updates_of_the_simulator_arrive_in_order_and_only_once(polling: Office) -> None:
    people = polling.post.folk
    seen: list[str | None] = []

    async def handle(message: Message) -> None:
        seen.append(message.text)

    polling.router.message.register(handle)
    person = await people.user("Олена")
    for number in range(30):
        await people.write(person, person, str(number))
    await until(lambda: len(seen) == 30)
    assert seen == [str(number) for number in range(30)]


async def test_a_letter_written_by_a_handler_leaves_at_once(post: Post) -> None:
    person = await post.person()

    async def handle(message: Message, uow: UnitOfWork) -> None:
        beneficiary = await people.by_telegram(uow.session, message.chat.id)
        assert beneficiary is not None
        await tell_person(post.context(uow), beneficiary, kinds.Welcome())

    async with open_office(post) as office, post.working():
        office.router.message.register(handle)
        await office.put((50, person, "Вітаю"))
        await post.folk.wait_for(person, lambda shown: shown.sender == 100)


async def test_stopping_finishes_what_is_in_flight_and_takes_nothing_new(post: Post) -> None:
    began = asyncio.Event()
    handled = []

    async def handle(message: Message) -> None:
        began.set()
        await asyncio.sleep(0.2)
        handled.append(message.text)

    async with open_office(post, at_once=1) as office:
        office.router.message.register(handle)
        await office.put((1, 1, "перше"), (2, 1, "друге"))
        await began.wait()
        await office.worker.stop()
    assert handled == ["перше"]
    async with post.database.uow() as uow:
        waiting = await rows.backlog(uow.session)
    assert waiting.waiting == 1
