"""Updates are handled once, in order, in one transaction each; what fails is tried again, then put aside kindly."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from aiogram import Dispatcher, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, ErrorEvent, InlineKeyboardButton, InlineKeyboardMarkup, Message
from sqlalchemy import text

from bot.middlewares.unit_of_work import UnitOfWorkMiddleware
from bot.telegram import inbox as worker_module
from bot.telegram.answers import Answers
from bot.telegram.gateway import Gateway
from bot.telegram.inbox import InboxWorker
from bot.telegram.rendered import Rendered
from casework.context import Rules
from casework.letters import kinds
from casework.letters.write import tell_person
from db.repositories import cursors, people
from db.repositories import inbox as rows
from db.repositories.inbox import Arrival
from db.uow import UnitOfWork
from tests.bot.telegram.conftest import Post, until, until_seen

Handler = Callable[..., Awaitable[Any]]


@dataclass
class Office:
    """The post office with an inbox worker whose handlers a test writes."""

    post: Post
    router: Router
    worker: InboxWorker
    gateway: Gateway

    async def put(self, *messages: tuple[int, int, str]) -> None:
        """Updates of messages: update id, person, text; in the inbox directly."""
        arrivals = [
            Arrival(number, f"p:{person}", message_json(number, person, words)) for number, person, words in messages
        ]
        async with self.post.database.uow() as uow:
            await rows.add(uow.session, self.post.calls.bot.id, arrivals)
            uow.nudge("inbox")

    async def rows(self) -> list[Any]:
        async with self.post.database.uow() as uow:
            query = text("SELECT id, done_at, parked_at, parked_reason, body, tries, claims FROM inbox ORDER BY id")
            return list(await uow.session.execute(query))

    async def handled(self) -> None:
        """Wait until nothing waits."""
        await until(self.worker.idle)


def message_json(number: int, person: int, words: str) -> str:
    chat = f'{{"id":{person},"type":"private","first_name":"О"}}'
    sender = f'{{"id":{person},"is_bot":false,"first_name":"О"}}'
    body = f'"message_id":{number},"date":1800000000,"chat":{chat},"from":{sender},"text":"{words}"'
    return f'{{"update_id":{number},"message":{{{body}}}}}'


@asynccontextmanager
async def open_office(post: Post, *, polls: bool = False, **options: Any) -> AsyncIterator[Office]:
    dispatcher = Dispatcher(disable_fsm=True)
    dispatcher.update.outer_middleware(UnitOfWorkMiddleware(post.database, lambda: post.now))
    router = Router()
    dispatcher.include_router(router)
    worker = InboxWorker(dispatcher, post.calls, post.database, lambda: post.now, post.catalogue, Rules(), **options)
    gateway = Gateway(post.calls, post.database)
    running = [asyncio.create_task(worker.run())]
    if polls:
        running.append(asyncio.create_task(gateway.run()))
    try:
        yield Office(post, router, worker, gateway)
    finally:
        await gateway.stop()
        await worker.stop()
        await asyncio.gather(*running)


@pytest.fixture
async def office(post: Post) -> AsyncIterator[Office]:
    async with open_office(post) as opened:
        yield opened


@pytest.fixture
async def polling(post: Post) -> AsyncIterator[Office]:
    """With updates from the simulator."""
    async with open_office(post, polls=True) as opened:
        yield opened


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
        await rows.claim(uow.session, limit=1, lease=3600, busy=())
    async with open_office(post) as office:
        await office.handled()
        (row,) = await office.rows()
    assert row.done_at is not None


async def test_a_claim_lost_to_another_process_does_nothing(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    handled = []

    async def handle(message: Message) -> None:
        handled.append(message.message_id)

    original = worker_module.InboxWorker._handle

    async def stolen_first(self: InboxWorker, claimed: rows.ClaimedUpdate) -> bool:
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


async def test_a_press_is_answered_once_even_if_nobody_said_anything(polling: Office) -> None:
    press = await _press_in_private(polling, lambda answers: None)
    assert press.answered
    assert press.text in (None, "")
    assert await polling.post.made("answerCallbackQuery") == 1


async def test_the_last_toast_of_a_press_is_shown(polling: Office) -> None:
    def say(answers: Answers) -> None:
        answers.toast("раз")
        answers.toast("два", alert=True)

    press = await _press_in_private(polling, say)
    assert (press.text, press.show_alert) == ("два", True)
    assert await polling.post.made("answerCallbackQuery") == 1


async def test_a_press_whose_handling_fails_for_good_is_answered_too(polling: Office) -> None:
    def fail(answers: Answers) -> None:
        answers.toast("не буде")
        raise KeyError("our own fault")

    press = await _press_in_private(polling, fail)
    assert press.answered
    assert press.text in (None, "")


async def _press_in_private(office: Office, say: Callable[[Answers], None]) -> Any:
    async def pressed(query: CallbackQuery, answers: Answers) -> None:
        say(answers)

    office.router.callback_query.register(pressed)
    post = office.post
    person = await post.person()
    keyboard = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Так", callback_data="x")]])
    shown = await post.calls.bot.send_message(person, "?", reply_markup=keyboard)
    return await post.folk.press(person, shown.message_id, person, "Так")


async def test_a_whisper_is_seen_by_the_one_who_pressed_and_edited_when_pressed_itself(polling: Office) -> None:
    post = polling.post
    keyboard = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Далі", callback_data="x")]])
    presses = 0

    async def pressed(query: CallbackQuery, answers: Answers) -> None:
        nonlocal presses
        presses += 1
        answers.whisper(Rendered(f"меню {presses}", keyboard))

    polling.router.callback_query.register(pressed)
    first, second = await post.folk.user("А"), await post.folk.user("Б")
    group = await post.folk.group("Штаб", {first: "creator", second: "member"})
    shown = await post.calls.bot.send_message(group, "картка", reply_markup=keyboard)
    await post.folk.press(group, shown.message_id, first, "Далі")
    menu = await post.folk.wait_for(group, lambda m: m.text == "меню 1", reader=first)
    assert "меню 1" not in await post.texts(group, reader=second)
    await post.folk.press(group, menu, first, "Далі")
    await post.folk.wait_for(group, lambda m: m.text == "меню 2", reader=first)
    assert "меню 1" not in await post.texts(group, reader=first)


async def test_where_a_whisper_is_refused_something_else_is_done(polling: Office) -> None:
    post = polling.post
    done: list[bool] = []

    async def otherwise(uow: UnitOfWork) -> None:
        done.append((await uow.session.execute(text("SELECT true"))).scalar_one())

    async def handle(message: Message, answers: Answers) -> None:
        answers.whisper(Rendered("тільки вам"), otherwise=otherwise)

    polling.router.message.register(handle)
    chief = await post.folk.user("А")
    group = await post.folk.group("Штаб", {chief: "creator"})
    await post.folk.fault("400", method="sendMessage")
    await post.folk.write(group, chief, "привіт")
    await until(lambda: done == [True])


async def test_a_whisper_outside_of_groups_is_a_fault_of_ours(polling: Office) -> None:
    post = polling.post
    refused: list[bool] = []

    async def handle(message: Message, answers: Answers) -> None:
        with pytest.raises(ValueError, match="members of a group"):
            answers.whisper(Rendered("тільки вам"))
        refused.append(True)

    polling.router.message.register(handle)
    person = await post.folk.user("А")
    await post.folk.write(person, person, "привіт")
    await until(lambda: refused == [True])


async def test_an_answer_that_comes_too_late_harms_nothing(polling: Office) -> None:
    await polling.post.folk.fault("400", method="answerCallbackQuery", description="query is too old")
    await _press_in_private_unanswered(polling)
    await polling.handled()
    assert [row.parked_at for row in await polling.rows()] == [None, None]
    assert all(row.done_at for row in await polling.rows())


async def _press_in_private_unanswered(office: Office) -> None:
    post = office.post
    person = await post.person()
    keyboard = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Так", callback_data="x")]])
    shown = await post.calls.bot.send_message(person, "?", reply_markup=keyboard)
    await post.folk.press(person, shown.message_id, person, "Так", wait=0)
    await until_seen(lambda: _asked(post))


async def _asked(post: Post) -> bool:
    return bool(await post.folk.calls(method="answerCallbackQuery"))


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
