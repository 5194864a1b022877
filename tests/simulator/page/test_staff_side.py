"""Staff on the page: topics, replies, what one alone sees."""

from __future__ import annotations

import pytest

from tests.browser import PHONE, Stand, until
from tests.simulator.page.stage import CASEWORKER, COLLEAGUE, Stage

pytestmark = pytest.mark.page


def test_a_caseworker_replies_in_a_topic_and_the_bot_sees_to_what(stage: Stage, stand: Stand) -> None:
    thread = stage.topic("000123 Житло")
    card = stage.bot("sendMessage", chat_id=stage.group, message_thread_id=thread, text="Картка звернення")
    stand.open_topic("000123")
    stand.say("group", "внутрішнє")
    stand.reply("group", "Картка", "відповідь людині")
    inner, answer = stage.message_with("внутрішнє"), stage.message_with("відповідь")
    assert inner["reply_to_message"]["message_id"] == thread
    assert answer["reply_to_message"]["message_id"] == card["message_id"]
    assert answer["message_thread_id"] == thread
    stage.bot(
        "setMessageReaction",
        chat_id=stage.group,
        message_id=answer["message_id"],
        reaction=[{"type": "emoji", "emoji": "👌"}],
    )
    until("the delivery mark", lambda: stand.find_all('[data-pane="group"] [data-reaction="👌"]'))


def test_a_title_an_icon_and_closing_of_a_topic_show_in_the_list(stage: Stage, stand: Stand) -> None:
    thread = stage.topic("000123 Житло")
    icon = stage.bot("getForumTopicIconStickers")[0]
    more = {"name": "000123 Житло · наша черга", "icon_custom_emoji_id": icon["custom_emoji_id"]}
    stage.bot("editForumTopic", chat_id=stage.group, message_thread_id=thread, **more)
    topic = until(
        "the new title", lambda: [t for t in stand.find_all('[data-pane="group"] .topic') if "наша" in t.text]
    )[0]
    assert icon["emoji"] in topic.text
    stand.open_topic("наша черга")
    stand.find('[data-pane="group"] [data-act="close-topic"]').click()
    closed = stage.message_with_service("forum_topic_closed")
    assert closed["message_thread_id"] == thread
    until("the lock", lambda: stand.find_all('[data-pane="group"] .topic.closed'))


def test_a_deleted_topic_vanishes_after_a_question(stage: Stage, stand: Stand) -> None:
    stage.topic("000123 Житло")
    stand.open_topic("000123")
    stand.find('[data-pane="group"] [data-act="delete-topic"]').click()
    until("the question", lambda: stand.find_all("#ask[open]"))
    stand.find('#ask button[value="yes"]').click()
    until("no topic", lambda: len(stand.find_all('[data-pane="group"] .topic')) == 1)
    assert stage.people("GET", f"chats/{stage.group}/topics")["topics"] == []


def test_an_ephemeral_message_is_seen_by_one_only_and_its_button_works(stage: Stage, stand: Stand) -> None:
    stage.bot(
        "sendMessage", chat_id=stage.group, text="Олена, +380501234567",
        ephemeral_message_parameters={"receiver_user_id": stage.caseworker},
        reply_markup={"inline_keyboard": [[{"text": "Сховати", "callback_data": "hide"}]]},
    )  # fmt: skip
    stand.wait_text("group", "Олена, +380")
    assert "Бачите лише ви" in stand.text("group")
    stand.press("group", "Сховати")
    query = stage.update("callback_query")
    assert query["message"]["message_id"] == 0
    stage.bot("answerCallbackQuery", callback_query_id=query["id"])

    stage.bot("sendMessage", chat_id=stage.group, text="для всіх")
    stand.choose_staff(COLLEAGUE)
    stand.wait_text("group", "для всіх")
    assert "Олена, +380" not in stand.text("group")

    stand.choose_staff(CASEWORKER)
    stand.wait_text("group", "Олена, +380")
    ids = {"receiver_user_id": stage.caseworker, "ephemeral_message_id": query["message"]["ephemeral_message_id"]}
    stage.bot("deleteEphemeralMessage", chat_id=stage.group, **ids)
    stand.wait_gone("group", "Олена, +380")


def test_what_comes_unseen_is_counted_at_phone_width(stage: Stage, stand: Stand) -> None:
    stand.resize(PHONE)
    stand.show("person")
    thread = stage.topic("000123 Житло")
    stage.bot("sendMessage", chat_id=stage.group, message_thread_id=thread, text="Картка звернення")
    until("a count on the tab", lambda: stand.find('.tabs [data-tab="group"] .count').text == "2")
    stand.open_topic("000123")
    stand.wait_text("group", "Картка звернення")
    until("no count", lambda: not stand.find('.tabs [data-tab="group"] .count').is_displayed())
