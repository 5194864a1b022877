"""Each form of a letter as people see it: messages, screens, cards, topics, edits, reactions."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select, text, update

from bot.telegram.pace import THRIFTY_FROM
from casework.letters import kinds
from casework.letters.write import show_case, tell_topic
from db.models import Case, Pair, Person, Slot
from tests.bot.telegram.post import NOW, MakePost, Post


async def test_a_letter_reaches_the_person_and_is_kept_with_its_message(post: Post) -> None:
    person = await post.person()
    await post.tell(person, kinds.Welcome())
    await post.deliver()
    (shown,) = await post.texts(person)
    (letter,) = await post.letters()
    assert letter.sent_at is not None
    assert letter.lease_until is None
    assert letter.telegram_message_id == (await post.folk.messages(person)).messages[-1].id
    assert letter.rendered is not None
    assert shown.split("\n")[0] in letter.rendered


async def test_letters_of_a_person_arrive_in_the_order_of_urgency_then_of_writing(post: Post) -> None:
    person = await post.person()
    await post.tell(person, kinds.UpdateParked("00001"), key="1")
    await post.tell(person, kinds.UpdateParked("00002"), key="2")
    await post.tell(person, kinds.Hotlines(heard=True))
    await post.deliver()
    first, second, third = await post.texts(person)
    assert "112" in first
    assert "00001" in second
    assert "00002" in third


async def test_a_screen_that_is_still_the_newest_message_is_edited(post: Post) -> None:
    person = await post.person()
    await post.screen(person, kinds.HelpScreen())
    await post.deliver()
    await post.screen(person, kinds.LanguageScreen())
    await post.deliver()
    assert len(await post.texts(person)) == 1
    assert await post.made("editMessageText") == 1


async def test_a_screen_with_newer_messages_below_is_sent_anew(post: Post) -> None:
    person = await post.person()
    await post.screen(person, kinds.LanguageScreen())
    await post.deliver()
    await post.tell(person, kinds.UpdateParked("1"), key="1")
    await post.deliver()
    await post.screen(person, kinds.LanguageScreen())
    await post.deliver()
    assert len(await post.texts(person)) == 3
    assert await post.made("editMessageText") == 0


async def test_a_screen_that_shows_the_same_already_is_left_alone(post: Post) -> None:
    person = await post.person()
    for _ in range(2):
        await post.screen(person, kinds.LanguageScreen())
        await post.deliver()
    assert await post.made("sendMessage") == 1
    assert await post.made("editMessageText") == 0


async def test_a_screen_whose_message_was_deleted_is_sent_anew(post: Post) -> None:
    person = await post.person()
    await post.screen(person, kinds.LanguageScreen())
    await post.deliver()
    shown = (await post.folk.messages(person)).messages[-1]
    await post.folk.delete(person, shown.id)
    await post.screen(person, kinds.HelpScreen())
    await post.deliver()
    assert len(await post.texts(person)) == 1


async def test_many_changes_of_a_screen_in_one_go_show_the_last(post: Post) -> None:
    person = await post.person()
    for screen in (kinds.HelpScreen(), kinds.PrivacyScreen(), kinds.LanguageScreen()):
        await post.screen(person, screen)
    await post.deliver()
    assert await post.made("sendMessage") == 1
    async with post.database.uow() as uow:
        slot = (await uow.session.scalars(select(Slot))).one()
    assert (slot.kind, slot.wanted_rev, slot.shown_rev) == ("language", 3, 3)


async def test_a_letter_of_the_future_waits_for_business_time(post: Post) -> None:
    person = await post.person()
    await post.tell(person, kinds.Welcome())
    async with post.database.uow() as uow:
        await uow.session.execute(text("UPDATE letters SET not_before = :at"), {"at": NOW + timedelta(days=1)})
    await post.deliver()
    assert await post.texts(person) == []
    post.now = NOW + timedelta(days=1)
    await post.deliver()
    assert len(await post.texts(person)) == 1


async def test_an_expired_letter_is_dropped(post: Post) -> None:
    person = await post.person()
    await post.tell(person, kinds.Welcome())
    async with post.database.uow() as uow:
        await uow.session.execute(text("UPDATE letters SET expires_at = :at"), {"at": NOW})
    await post.deliver()
    (letter,) = await post.letters()
    assert (letter.reason, letter.sent_at) == ("expired", None)
    assert await post.texts(person) == []


async def test_what_is_no_longer_true_is_dropped(post: Post) -> None:
    person = await post.person()
    await post.screen(person, kinds.OfferCaseScreen())
    await post.deliver()
    (letter,) = await post.letters()
    assert letter.reason == "stale"
    assert letter.dropped_at is not None
    assert await post.texts(person) == []


async def test_a_new_case_gets_a_topic_with_card_and_words(post: Post) -> None:
    person, group = await post.person(), await post.group()
    case = await post.case(person, "Потрібен одяг для дитини")
    await post.deliver()
    (topic,) = await post.folk.topics(group)
    thread = topic["message_thread_id"]
    assert await post.topic_of(case) == thread
    assert "LUH-2026-000001" in topic["name"]
    texts = await post.texts(group, thread=thread)
    assert "LUH-2026-000001" in texts[0]
    assert any("Потрібен одяг для дитини" in each for each in texts[1:])
    assert await post.made("editForumTopic") == 0
    page = await post.folk.messages(group, thread=thread)
    assert [message.text for message in page.messages if message.pinned] == [texts[0]]


async def test_a_busy_group_pins_no_card_on_top_but_one_that_came_later(make_post: MakePost) -> None:
    async with make_post(limits=True) as post:
        person, group = await post.person(), await post.group()
        post.calls.pace.remember([(group, 1.0)] * (THRIFTY_FROM - 2))
        case_id = await post.case(person, "Потрібен одяг")
        async with post.working():
            await post.folk.wait_for(group, lambda shown: "Потрібен одяг" in shown.text and shown.thread is not None)
        assert await post.made("pinChatMessage") == 0
        thread = await post.topic_of(case_id)
        card = next(each for each in (await post.folk.messages(group, thread=thread)).messages if each.text)
        await post.folk.delete(group, card.id)
        async with post.database.uow() as uow:
            # It was shown long ago, so that it may be shown again now.
            await uow.session.execute(text("UPDATE slots SET shown_at = shown_at - interval '1 hour'"))
            case = await uow.session.get_one(Case, case_id)
            case.unread += 1
            await show_case(post.context(uow), case, head=False)
        async with post.working():
            again = await post.folk.wait_for(group, lambda shown: shown.pinned)
        assert (again.text.split("\n")[0], again.id > card.id) == (card.text.split("\n")[0], True)


async def test_words_leave_before_the_card_that_tells_of_them(post: Post) -> None:
    person, group = await post.person(), await post.group()
    case_id = await post.case(person)
    await post.deliver()
    before = len(await post.folk.calls(chat=group))
    async with post.database.uow() as uow:
        case = await uow.session.get_one(Case, case_id)
        case.unread += 1
        await show_case(post.context(uow), case)
        await tell_topic(post.context(uow), case, kinds.CaseNews(case_id, "reopened"))
    await post.deliver()
    calls = [call["method"] for call in (await post.folk.calls(chat=group))[before:]]
    assert calls == ["sendMessage", "editMessageText"]


async def test_a_case_without_topic_does_not_keep_the_person_waiting(post: Post) -> None:
    person = await post.person()
    await post.group()
    await post.folk.fault("delay", method="createForumTopic", seconds=1.0)
    await post.case(person)
    async with post.working():
        await post.folk.wait_for(person, lambda shown: "LUH-2026-000001" in shown.text)
        assert await post.made("createForumTopic") == 0


async def test_a_card_is_edited_in_place_and_the_head_follows(post: Post) -> None:
    person, group = await post.person(), await post.group()
    case_id = await post.case(person)
    await post.deliver()
    (before,) = await post.folk.topics(group)
    sent = await post.made("sendMessage", group)
    async with post.database.uow() as uow:
        case = await uow.session.get_one(Case, case_id)
        case.turn = "person"
        case.state = "taken"
        case.owner_id = 1
        await show_case(post.context(uow), case)
    await post.deliver()
    (after,) = await post.folk.topics(group)
    assert await post.made("sendMessage", group) == sent
    assert await post.made("editMessageText", group) == 1
    assert after["name"] != before["name"]
    assert await post.made("editForumTopic", group) == 1


async def test_a_closed_case_closes_its_topic_and_an_unchanged_head_costs_nothing(post: Post) -> None:
    person, group = await post.person(), await post.group()
    case_id = await post.case(person)
    await post.deliver()
    for _ in range(2):
        async with post.database.uow() as uow:
            case = await uow.session.get_one(Case, case_id)
            case.state, case.turn, case.closed_at, case.result = "closed", "nobody", NOW, "helped"
            await show_case(post.context(uow), case)
        await post.deliver()
    (topic,) = await post.folk.topics(group)
    assert topic["closed"]
    assert await post.made("closeForumTopic", group) == 1
    assert await post.made("editForumTopic", group) == 1


async def test_an_erased_case_takes_its_topic_along(post: Post) -> None:
    person, group = await post.person(), await post.group()
    case_id = await post.case(person)
    await post.deliver()
    async with post.database.uow() as uow:
        case = await uow.session.get_one(Case, case_id)
        case.state, case.closed_at, case.erased_at = "withdrawn", NOW, NOW
        await show_case(post.context(uow), case)
    await post.deliver()
    assert await post.folk.topics(group) == []
    assert await post.topic_of(case_id) is None
    assert all(letter.sent_at or letter.dropped_at for letter in await post.letters())


async def test_an_edited_message_is_edited_at_its_copy(post: Post) -> None:
    person, group = await post.person(), await post.group()
    case_id = await post.case(person, "Перші слова")
    await post.deliver()
    thread = await post.topic_of(case_id)
    async with post.database.uow() as uow:
        pair = (await uow.session.scalars(select(Pair).where(Pair.side == "copy"))).one()
        await uow.session.execute(text("UPDATE messages SET revision = 1"))
        case = await uow.session.get_one(Case, case_id)
        edited = kinds.PersonMessageEdited(case_id, pair.message_id, 0, 1)
        await tell_topic(post.context(uow), case, edited, key="1:0:1")
    await post.deliver()
    edited_messages = [m for m in (await post.folk.messages(group, thread=thread)).messages if m.edited]
    assert [message.id for message in edited_messages] == [pair.telegram_message_id]


async def test_a_letter_to_a_watched_person_waits_until_they_write(post: Post) -> None:
    person = await post.person()
    async with post.database.uow() as uow:
        await uow.session.execute(update(Person).values(watched=True))
    await post.tell(person, kinds.UpdateParked("1"), key="1")
    await post.deliver()
    assert await post.texts(person) == []
