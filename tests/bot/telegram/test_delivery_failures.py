"""What Telegram refuses is mended where it can be, held back where it must be, and put aside where nothing helps."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from bot.telegram import delivery
from casework.letters import kinds
from casework.letters.write import show_case, tell_group, tell_person
from casework.staff.group_away import Away, GroupAway, GroupBack, group_away, group_back
from db.models import Case, Message, Pair, Person, StaffGroup
from db.repositories import people
from tests.bot.telegram.post import NOW, PATIENCE, MakePost, Post, until, until_seen

RIGHTS = {"can_manage_topics": True, "can_pin_messages": True}


async def test_a_flood_wait_holds_one_chat_while_others_go_on(post: Post) -> None:
    slow, other = await post.person(), await post.person()
    await post.folk.fault("429", method="sendMessage", chat=slow, retry_after=2)
    await post.tell(slow, kinds.UpdateParked("1"), key="1")
    await post.tell(slow, kinds.UpdateParked("2"), key="2")
    await post.tell(other, kinds.UpdateParked("3"), key="3")
    async with post.working():
        await post.folk.wait_for(other, lambda shown: "3" in shown.text)
        assert await post.texts(slow) == []
        await post.folk.wait_for(slow, lambda shown: "2" in shown.text)
    first, second = await post.texts(slow)
    assert ("1" in first, "2" in second) == (True, True)
    calls = await post.folk.calls(method="sendMessage", chat=slow)
    assert [call["status"] for call in calls] == [429, 200, 200]
    assert calls[1]["time"] - calls[0]["time"] >= 1.9


async def test_a_flood_wait_is_remembered_over_a_restart(post: Post) -> None:
    person = await post.person()
    await post.folk.fault("429", method="sendMessage", retry_after=3600)
    await post.tell(person, kinds.UpdateParked("1"), key="1")
    async with post.working():
        await until_seen(lambda: _backs_off(post))
    (letter,) = await post.letters()
    assert letter.retry_at is not None
    assert letter.parked_at is None
    post.calls.pace._pauses.clear()
    async with post.working():
        await until(lambda: post.calls.pace.wait(person, 0) > 3500)
    assert await post.texts(person) == []


async def _backs_off(post: Post) -> bool:
    return any(letter.retry_at is not None for letter in await post.letters())


@pytest.mark.parametrize("kind", ["500", "drop"])
async def test_trouble_of_telegram_never_parks(post: Post, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delivery, "FIRST_DELAY", 0.01)
    person = await post.person()
    await post.folk.fault(kind, method="sendMessage", times=6)
    await post.tell(person, kinds.UpdateParked("1"), key="1")
    await post.tell(person, kinds.UpdateParked("2"), key="2")
    await post.deliver()
    first, second = await post.texts(person)
    assert ("1" in first, "2" in second) == (True, True)
    assert all(letter.parked_at is None and letter.tries == 0 for letter in await post.letters())


@pytest.mark.parametrize("kind", ["500", "drop"])
async def test_an_answer_never_seen_repeats_at_most_that_one(
    post: Post, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivery, "FIRST_DELAY", 0.01)
    person = await post.person()
    await post.folk.fault(kind, method="sendMessage", after_accepting=True)
    for number in range(5):
        await post.tell(person, kinds.UpdateParked(str(number)), key=str(number))
    await post.deliver()
    texts = await post.texts(person)
    assert len(texts) == 6
    assert len(set(texts)) == 5


async def test_a_person_who_blocked_the_bot_is_unreachable_and_staff_are_told(post: Post) -> None:
    person, group = await post.person(), await post.group()
    case_id = await post.case(person)
    await post.deliver()
    await post.folk.block(person)
    async with post.database.uow() as uow:
        reply = Message(case_id=case_id, author_kind="staff", author_id=1, text="Так", written_at=NOW)
        uow.session.add(reply)
        await uow.session.flush()
        shown = await post.folk.messages(group, thread=await post.topic_of(case_id))
        source = next(message.id for message in shown.messages if message.pinned)
        uow.session.add(Pair(message_id=reply.id, side="source", part=0, chat_id=group, telegram_message_id=source))
        beneficiary = await people.by_telegram(uow.session, person)
        case = await uow.session.get_one(Case, case_id)
        assert beneficiary is not None
        ctx = post.context(uow)
        await tell_person(ctx, beneficiary, kinds.StaffReply(case_id, reply.id, 0), case=case, key="2:0")
    await post.deliver()
    (letter,) = await post.letters(kind="staff-reply")
    assert (letter.reason, letter.sent_at) == ("blocked", None)
    assert letter.parked_at is not None
    async with post.database.uow() as uow:
        assert (await uow.session.scalars(select(Person.unreachable_since))).one() == NOW
    (told,) = await post.letters(kind="reply-undelivered")
    assert told.sent_at is not None
    assert len(await post.texts(group, thread=await post.topic_of(case_id))) == 3


async def test_a_refusal_that_nothing_cures_parks_the_letter_and_the_lane_goes_on(post: Post) -> None:
    person = await post.person()
    await post.folk.fault("400", method="sendMessage", description="SOMETHING_NEW")
    await post.tell(person, kinds.UpdateParked("1"), key="1")
    await post.tell(person, kinds.UpdateParked("2"), key="2")
    await post.deliver()
    first, second = await post.letters()
    assert (first.reason, first.sent_at) == ("refused", None)
    assert first.parked_at is not None
    assert second.sent_at is not None


async def test_a_deleted_topic_is_made_again_with_summary_and_card_first(post: Post) -> None:
    person, group = await post.person(), await post.group()
    case_id = await post.case(person)
    await post.deliver()
    first = await post.topic_of(case_id)
    assert first is not None
    await post.folk.delete_topic(group, first)
    await post.news(case_id)
    await post.deliver()
    second = await post.topic_of(case_id)
    assert second not in (None, first)
    (topic,) = await post.folk.topics(group)
    assert topic["message_thread_id"] == second
    kinds_in_order = [letter.kind for letter in await post.letters(lane=f"c:{case_id}") if letter.sent_at]
    assert kinds_in_order.count("topic-summary") == 1
    sent = sorted(await post.letters(lane=f"c:{case_id}"), key=lambda letter: letter.telegram_message_id or 0)
    in_second = [letter.kind for letter in sent if letter.sent_at and (letter.telegram_message_id or 0) > second]
    assert in_second[-1] == "case-news"
    assert set(in_second[:-1]) == {"topic-summary", "card"}


async def test_a_topic_that_is_not_found_only_once_is_kept(post: Post) -> None:
    """Topics were switched on again between the refusal and the look at the group."""
    person = await post.person()
    await post.group()
    case_id = await post.case(person)
    await post.deliver()
    first = await post.topic_of(case_id)
    for _ in range(2):
        await post.folk.fault("400", method="sendMessage", description="Bad Request: message thread not found")
        await post.news(case_id)
        await post.deliver()
        assert await post.folk.faults() == []
    assert await post.topic_of(case_id) == first
    assert all(letter.sent_at for letter in await post.letters(lane=f"c:{case_id}"))


async def test_a_closed_topic_is_opened_for_what_must_be_said(post: Post) -> None:
    person, group = await post.person(), await post.group()
    case_id = await post.case(person)
    await post.deliver()
    thread = await post.topic_of(case_id)
    assert thread is not None
    await post.folk.close_topic(group, thread)
    before = len(await post.texts(group, thread=thread))
    await post.folk.fault("400", method="sendMessage", description="TOPIC_CLOSED")
    await post.news(case_id)
    await post.deliver()
    (topic,) = await post.folk.topics(group)
    assert not topic["closed"]
    assert len(await post.texts(group, thread=thread)) == before + 1


async def test_a_topic_opened_for_a_word_about_a_closed_case_is_closed_again(post: Post) -> None:
    person, group = await post.person(), await post.group()
    case_id = await post.case(person)
    await post.deliver()
    async with post.database.uow() as uow:
        case = await uow.session.get_one(Case, case_id)
        case.state, case.turn, case.closed_at, case.result = "closed", "nobody", NOW, "helped"
        await show_case(post.context(uow), case)
    await post.deliver()
    await post.folk.fault("400", method="sendMessage", description="TOPIC_CLOSED")
    await post.news(case_id, "withdrawn")
    await post.deliver()
    (topic,) = await post.folk.topics(group)
    assert topic["closed"]
    assert await post.made("reopenForumTopic") == 1
    assert await post.made("closeForumTopic") == 2


async def test_a_deleted_card_is_sent_anew(post: Post) -> None:
    person, group = await post.person(), await post.group()
    case_id = await post.case(person)
    await post.deliver()
    thread = await post.topic_of(case_id)
    card = next(m for m in (await post.folk.messages(group, thread=thread)).messages if m.pinned)
    await post.folk.delete(group, card.id)
    async with post.database.uow() as uow:
        case = await uow.session.get_one(Case, case_id)
        case.unread += 1
        await show_case(post.context(uow), case)
    await post.deliver()
    (new,) = [m for m in (await post.folk.messages(group, thread=thread)).messages if m.pinned]
    assert new.id > card.id


async def test_a_group_that_was_upgraded_gets_its_letters_under_the_new_id(post: Post) -> None:
    old = await post.group(kind="group", is_forum=False)
    new = await post.folk.upgrade(old, is_forum=True)
    async with post.database.uow() as uow:
        await tell_group(post.context(uow), old, kinds.GroupBound("luhansk"))
    await post.deliver()
    assert len(await post.texts(new)) == 1
    async with post.database.uow() as uow:
        assert (await uow.session.scalars(select(StaffGroup.chat_id))).one() == new


async def test_a_group_without_the_bot_keeps_its_letters_until_it_is_back(make_post: MakePost) -> None:
    async with make_post(speed=30) as post:
        person, group = await post.person(), await post.group()
        await post.folk.set_member(group, 100, "kicked")
        await post.case(person)
        async with post.working():
            await until_seen(lambda: _backs_off(post))
            assert all(letter.parked_at is None for letter in await post.letters(chat_id=group))
            await post.folk.set_member(group, 100, "administrator", RIGHTS)
            await post.folk.wait_for(group, lambda shown: "Потрібна допомога" in shown.text)


async def test_a_group_without_rights_for_topics_keeps_its_letters_until_they_are_given(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivery, "FIRST_DELAY", 0.05)
    person = await post.person()
    group = await post.group(bot_rights={"can_manage_topics": False})
    await post.case(person)
    async with post.working():
        await until_seen(lambda: _backs_off(post))
        await post.folk.set_member(group, 100, "administrator", RIGHTS)
        await post.folk.wait_for(group, lambda shown: "Потрібна допомога" in shown.text)


async def test_a_group_that_is_back_need_not_wait_out_the_minute(post: Post) -> None:
    person, group = await post.person(), await post.group()
    await post.folk.set_member(group, 100, "kicked")
    await post.case(person)
    async with post.working():
        await until_seen(lambda: _backs_off(post))
        (away,) = await post.letters(kind="group-away")
        assert away.facts["reason"] == "removed"
        await post.folk.set_member(group, 100, "administrator", RIGHTS)
        async with post.database.uow() as uow:
            assert await group_back(post.context(uow), GroupBack(group))
        await post.folk.wait_for(group, lambda shown: "Потрібна допомога" in shown.text, timeout=PATIENCE)


async def test_what_was_known_of_a_group_before_a_restart_is_known_after_it(make_post: MakePost) -> None:
    async with make_post(speed=30) as post:
        person, group = await post.person(), await post.group()
        await post.case(person)
        async with post.database.uow() as uow:
            assert await group_away(post.context(uow), GroupAway(group, Away.REMOVED))
        await post.deliver()
        async with post.database.uow() as uow:
            assert (await uow.session.scalars(select(StaffGroup.away_since))).one() is None
        assert len(await post.letters(kind="group-back")) == 1


async def test_our_own_fault_is_tried_three_times_and_then_parked(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    person = await post.person()
    broken = 0

    def words(sight: Any, **_: Any) -> Any:
        nonlocal broken
        if sight.kind == "welcome":
            broken += 1
            raise KeyError("a text without its words")
        return original(sight)

    deliverer = post.deliverer()
    original = deliverer._delivery._render
    monkeypatch.setattr(deliverer._delivery, "_render", words)
    monkeypatch.setattr(post, "deliverer", lambda **_: deliverer)
    await post.tell(person, kinds.Welcome())
    await post.tell(person, kinds.UpdateParked("1"), key="1")
    await post.deliver()
    first, second = await post.letters()
    assert broken == 3
    assert first.reason == "own-failure"
    assert first.parked_at is not None
    assert second.sent_at is not None


async def test_what_changed_while_in_flight_is_shown_as_well(post: Post) -> None:
    person = await post.person()
    await post.folk.fault("delay", method="sendMessage", seconds=0.5)
    await post.screen(person, kinds.HelpScreen())
    async with post.working() as deliverer:
        await until_seen(lambda: _in_flight(post))
        await post.screen(person, kinds.LanguageScreen())
        await until_seen(lambda: _idle(deliverer))
    (shown,) = await post.texts(person)
    letter, new = await post.letters()
    assert letter.sent_at is not None
    assert new.sent_at is not None
    assert letter.telegram_message_id == new.telegram_message_id
    assert await post.made("editMessageText") == 1
    assert "мов" in shown.lower()


async def _in_flight(post: Post) -> bool:
    return any(letter.lease_until is not None for letter in await post.letters())


async def _idle(deliverer: Any) -> bool:
    return bool(deliverer.idle())
