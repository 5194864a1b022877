"""Whatever breaks between Telegram's answer and our commit: nothing is lost, and nothing is repeated needlessly."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import text

from bot.presence import Presence
from bot.telegram import delivery, forms, ledger
from bot.telegram import topics as topics_module
from bot.telegram.forms import Errand
from bot.telegram.icons import TopicIcons
from bot.telegram.items import Item, Shown
from bot.telegram.media import Contents
from casework.letters import kinds
from db.by_hand import Statement, Where, ask
from db.models import Case
from db.repositories import cases, finishing, letters
from db.repositories.letters import ClaimedLetter
from db.uow import UnitOfWork
from tests.bot.telegram.post import Post, until, until_seen

AFTER_THE_ANSWER = [
    (finishing, "finish", False),
    (finishing, "finish", True),
    (ledger, "letter_sent", True),
]
"""What breaks, and whether more follows from the letter than that it was sent."""
KILL = Statement("SELECT pg_terminate_backend(pg_backend_pid())")


async def killed_after_the_answer(post: Post, monkeypatch: pytest.MonkeyPatch, kind: str | None = None) -> None:
    """A deliverer dies when Telegram has answered and the letter (of this kind; None: whichever is the first) is not
    marked as sent.
    """
    reached = asyncio.Event()

    async def never(_: Any, claimed: ClaimedLetter, *rest: Any) -> None:
        if kind in (None, claimed.kind):
            reached.set()
        await asyncio.Event().wait()

    deliverer = post.deliverer()
    with monkeypatch.context() as patched:
        patched.setattr(finishing, "finish", never)
        running = asyncio.create_task(deliverer.run())
        await reached.wait()
        for task in list(deliverer._crew._tasks.values()):
            task.cancel()
        running.cancel()
        await asyncio.gather(running, *deliverer._crew._tasks.values(), return_exceptions=True)


def fail_once(monkeypatch: pytest.MonkeyPatch, place: Any, name: str, error: Callable[[], BaseException]) -> list[int]:
    """The function raises at its first call instead of working; returns a list that grows with its calls."""
    original = getattr(place, name)
    calls: list[int] = []

    async def sometimes(*args: Any, **kwargs: Any) -> Any:
        calls.append(len(calls))
        if len(calls) == 1:
            raise error()
        return await original(*args, **kwargs)

    monkeypatch.setattr(place, name, sometimes)
    return calls


@pytest.mark.parametrize(("place", "name", "more"), AFTER_THE_ANSWER)
@pytest.mark.parametrize("error", [ConnectionResetError, KeyError])
async def test_a_failure_after_the_answer_repeats_nothing(
    post: Post, monkeypatch: pytest.MonkeyPatch, place: Any, name: str, more: bool, error: type[Exception]
) -> None:
    monkeypatch.setattr(ledger, "has_consequences", lambda _: more)
    person = await post.person()
    await post.tell(person, kinds.UpdateParked("1"), key="1")
    await post.tell(person, kinds.UpdateParked("2"), key="2")
    calls = fail_once(monkeypatch, place, name, error)
    await post.deliver()
    assert len(calls) > 1
    assert await post.made("sendMessage") == 2
    assert all(letter.sent_at for letter in await post.letters())


@pytest.mark.parametrize("more", [False, True])
async def test_a_connection_killed_in_the_finishing_transaction_repeats_nothing(
    post: Post, monkeypatch: pytest.MonkeyPatch, more: bool
) -> None:
    person = await post.person()
    await post.tell(person, kinds.UpdateParked("1"), key="1")
    original, killed = finishing.finish, False

    async def kill(where: Where, *rest: Any) -> bool:
        nonlocal killed
        if not killed:
            killed = True
            await ask(where, KILL, {})
        return await original(where, *rest)

    monkeypatch.setattr(ledger, "has_consequences", lambda _: more)
    monkeypatch.setattr(finishing, "finish", kill)
    await post.deliver()
    assert killed
    assert await post.made("sendMessage") == 1


async def test_a_killed_process_repeats_at_most_the_letter_in_flight(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = await post.person()
    for number in range(3):
        await post.tell(person, kinds.UpdateParked(str(number)), key=str(number))
    await killed_after_the_answer(post, monkeypatch)
    (first, *_) = await post.letters()
    assert (first.sent_at, first.claims) == (None, 1)
    await Presence(post.database, []).join()
    await post.deliver()
    texts = await post.texts(person)
    assert len(texts) == 4
    assert len(set(texts)) == 3


async def test_the_topic_of_a_case_is_made_once_though_the_database_stumbles(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    person, group = await post.person(), await post.group()
    calls = fail_once(monkeypatch, topics_module, "topic_made", ConnectionResetError)
    case_id = await post.case(person)
    await post.deliver()
    assert len(calls) == 2
    (topic,) = await post.folk.topics(group)
    assert topic["message_thread_id"] == await post.topic_of(case_id)


async def test_a_crash_after_a_topic_was_made_leaves_one_empty_topic_at_most(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    person, group = await post.person(), await post.group()
    with monkeypatch.context() as patched:
        fail_once(patched, topics_module, "topic_made", KeyError)
        case_id = await post.case(person)
        await post.deliver()
    thread = await post.topic_of(case_id)
    assert len(await post.folk.topics(group)) == 2
    assert len(await post.texts(group, thread=thread)) == 2


async def test_a_slot_lost_between_answer_and_commit_is_shown_once_more_at_most(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = await post.person()
    await post.screen(person, kinds.LanguageScreen())
    calls = fail_once(monkeypatch, finishing, "finish", KeyError)
    await post.deliver()
    assert len(calls) == 2
    assert await post.made("sendMessage") == 1
    assert len(await post.texts(person)) == 1


async def test_a_dead_database_stops_nothing_for_good(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    person = await post.person()
    async with post.working() as deliverer:
        await until(deliverer.idle)
        with monkeypatch.context() as patched:
            failing = fail_once(patched, letters, "lock_heads", ConnectionRefusedError)
            await post.tell(person, kinds.UpdateParked("1"), key="1")
            await until(lambda: len(failing) > 1)
        await post.folk.wait_for(person, lambda shown: "1" in shown.text)


async def test_a_lease_left_by_a_dead_process_is_taken_over_when_it_runs_out(post: Post) -> None:
    person = await post.person()
    await post.tell(person, kinds.UpdateParked("1"), key="1")
    async with post.database.uow() as uow:
        await uow.session.execute(
            text("UPDATE letters SET claims = 1, lease_until = clock_timestamp() + interval '1 second'")
        )
    async with post.working():
        await until_seen(lambda: _sent(post))
    (letter,) = await post.letters()
    assert letter.claims == 2


async def _sent(post: Post) -> bool:
    return all(letter.sent_at is not None for letter in await post.letters())


async def test_two_deliverers_at_once_send_every_letter_once(post: Post) -> None:
    persons = [await post.person() for _ in range(4)]
    for number in range(5):
        for person in persons:
            await post.tell(person, kinds.UpdateParked(f"{number}"), key=f"{person}:{number}")
    async with post.working() as first, post.working() as second:
        await until(lambda: first.idle() and second.idle())
    for person in persons:
        texts = await post.texts(person)
        assert len(texts) == 5
        assert len(set(texts)) == 5


async def test_words_erased_while_they_were_on_the_way_are_not_kept(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    person, _ = await post.person(), await post.group()
    case_id = await post.case(person)
    original = forms.show

    async def show(item: Item, errand: Errand, icons: TopicIcons, contents: Contents) -> Shown:
        shown = await original(item, errand, icons, contents)
        if "Потрібна допомога" in item.rendered.text:
            async with post.database.uow() as uow:
                (await uow.session.get_one(Case, case_id)).erased_at = post.now
                await cases.erase_words(uow.session, [case_id])
        return shown

    monkeypatch.setattr(delivery, "show", show)
    await post.deliver()
    (carried,) = await post.letters(kind="person-message")
    assert (carried.sent_at is not None, carried.rendered) == (True, None)


async def test_words_erased_while_their_end_waited_for_the_case_are_not_kept(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    person, _ = await post.person(), await post.group()
    case_id = await post.case(person)
    original, waited = finishing.finish, 0

    async def finish_late(where: Where, claimed: ClaimedLetter, *rest: Any) -> bool:
        nonlocal waited
        if claimed.kind != "person-message" or waited:
            return await original(where, claimed, *rest)
        async with post.database.uow() as uow:
            (await uow.session.get_one(Case, case_id, with_for_update=True)).erased_at = post.now
            await uow.session.flush()
            ending = asyncio.create_task(original(where, claimed, *rest))
            async with post.database.uow() as watching:
                await until_seen(lambda: _waits_for_a_lock(watching))
            waited += 1
        return await ending

    monkeypatch.setattr(finishing, "finish", finish_late)
    await post.deliver()
    (carried,) = await post.letters(kind="person-message")
    assert (waited, carried.sent_at is not None, carried.rendered) == (1, True, None)


async def _waits_for_a_lock(uow: UnitOfWork) -> bool:
    here = "datname = current_database() AND wait_event_type = 'Lock'"
    return bool(await uow.session.scalar(text(f"SELECT count(*) FROM pg_stat_activity WHERE {here}")))
