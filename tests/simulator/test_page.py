"""Both sides meet on the page: what people do reaches the bot, and what the bot does is seen."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from tests.browser import PHONE, Stand, chromium_for_a_while, until
from tests.simulator.page_stage import CASEWORKER, COLLEAGUE, MOTHER, OLD_MAN, Stage

pytestmark = pytest.mark.page

ASK = "Нам ніде жити з понеділка 🏠 <b>дуже</b> & терміново"
TAKE = {"text": "Взяти", "callback_data": "take", "style": "primary"}
DONE = {"text": "Готово", "disabled": {}}


@pytest.fixture(scope="module")
def chromium() -> Iterator[Chrome]:
    """A browser for this file."""
    yield from chromium_for_a_while()


@pytest.fixture(scope="module")
def running() -> Iterator[Stage]:
    """A simulator for this file."""
    stage = Stage()
    yield stage
    stage.close()


@pytest.fixture
def stage(running: Stage) -> Stage:
    """The simulator as new."""
    running.stop()
    running.start()
    return running


@pytest.fixture
def stand(stage: Stage, chromium: Chrome) -> Iterator[Stand]:
    """The page at desktop width; a script's error fails the test."""
    opened = Stand(chromium, stage.url)
    opened.choose_person(MOTHER)
    opened.choose_staff(CASEWORKER)
    opened.complaints()
    yield opened
    assert opened.complaints() == []


def test_words_reach_the_bot_and_its_answer_with_buttons_is_drawn_and_pressed(stage: Stage, stand: Stand) -> None:
    stand.say("person", ASK)
    message = stage.update("message")
    assert (message["from"]["id"], message["text"]) == (stage.mother, ASK)

    keys = {"inline_keyboard": [[TAKE, DONE]]}
    stage.bot("sendMessage", chat_id=stage.mother, text="Запитаємо", reply_markup=keys)
    stand.press("person", "Взяти")
    query = stage.update("callback_query")
    assert (query["from"]["id"], query["data"]) == (stage.mother, "take")
    stage.bot("answerCallbackQuery", callback_query_id=query["id"], text="Прийнято")
    until("the toast", lambda: "Прийнято" in stand.find('[data-pane="person"] .toasts').text)

    styled = stand.find('[data-pane="person"] [data-button="Взяти"]')
    disabled = stand.find('[data-pane="person"] [data-button="Готово"]')
    assert styled.get_attribute("data-style") == "primary"
    assert disabled.get_attribute("aria-disabled") == "true"


def test_an_alert_of_the_bot_waits_to_be_closed(stage: Stage, stand: Stand) -> None:
    stand.say("person", "Вітаю")
    keys = {"inline_keyboard": [[TAKE]]}
    stage.bot("sendMessage", chat_id=stage.mother, text="Запитаємо", reply_markup=keys)
    stand.press("person", "Взяти")
    query = stage.update("callback_query")
    stage.bot("answerCallbackQuery", callback_query_id=query["id"], text="Так не можна", show_alert=True)
    until(
        "the alert", lambda: "Так не можна" in stand.find("#ask[open]").text if stand.find_all("#ask[open]") else None
    )
    stand.driver.switch_to.active_element.send_keys(Keys.ESCAPE)
    until("no alert", lambda: not stand.find_all("#ask[open]"))


def test_markup_in_a_message_stays_text(stage: Stage, stand: Stand) -> None:
    evil = "<img src=x onerror=\"document.title='зламано'\">"
    stand.say("person", evil)
    stand.wait_text("person", evil)
    stage.message_with("<img")
    words = f"жирне {evil} посилання"
    entities = [
        {"type": "bold", "offset": 0, "length": 5},
        {"type": "text_link", "offset": len(words) - 9, "length": 9, "url": "https://example.org/"},
    ]
    stage.bot("sendMessage", chat_id=stage.mother, text=words, entities=entities)
    stand.wait_text("person", words)
    assert stand.find('[data-pane="person"] strong').text == "жирне"
    assert stand.find('[data-pane="person"] .text a').text == "посилання"
    assert stand.find_all('[data-pane="person"] .text img') == []
    assert stand.driver.title == "Супровід — стенд"


def test_emoji_before_an_entity_do_not_shift_it(stage: Stage, stand: Stand) -> None:
    stand.say("person", "Вітаю")
    stage.message_with("Вітаю")
    stage.bot(
        "sendMessage", chat_id=stage.mother, text="🏠👨‍👩‍👧 <b>дім</b> <tg-spoiler>тихо</tg-spoiler>", parse_mode="HTML"
    )
    stand.wait_text("person", "дім")
    assert stand.find('[data-pane="person"] strong').text == "дім"
    hidden = stand.find('[data-pane="person"] .spoiler-text')
    assert hidden.get_property("inert") is True
    stand.find('[data-pane="person"] .spoiler').click()
    assert hidden.get_property("inert") is False


def test_a_reply_keyboard_sends_its_words_and_the_phone(stage: Stage, stand: Stand) -> None:
    stand.say("person", "Вітаю")
    stage.message_with("Вітаю")
    rows = [[{"text": "Мої звернення"}], [{"text": "Надіслати номер", "request_contact": True}]]
    stage.bot("sendMessage", chat_id=stage.mother, text="Меню", reply_markup={"keyboard": rows})
    stand.press("person", "Мої звернення")
    assert stage.message_with("Мої")["text"] == "Мої звернення"
    stand.press("person", "Надіслати номер")
    assert stage.update("message")["contact"]["phone_number"].endswith("501234567")
    stage.bot("sendMessage", chat_id=stage.mother, text="Годі", reply_markup={"remove_keyboard": True})
    until("no keyboard", lambda: not stand.find('[data-pane="person"] .reply-keyboard').is_displayed())


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


def test_edits_and_deletions_of_both_sides_are_seen(stage: Stage, stand: Stand) -> None:
    stand.say("person", "перше слово")
    stage.message_with("перше")
    stand.edit("person", "перше", "друге слово")
    assert stage.update("edited_message")["text"] == "друге слово"
    stand.wait_text("person", "змінено")
    sent = stage.bot("sendMessage", chat_id=stage.mother, text="чернетка бота")
    ids = {"chat_id": stage.mother, "message_id": sent["message_id"]}
    stage.bot("editMessageText", **ids, text="слово бота")
    stand.wait_text("person", "слово бота")
    stage.bot("deleteMessage", **ids)
    stand.wait_gone("person", "слово бота")
    stand.choose_message("person", "друге")
    stand.do("person", "delete")
    stand.wait_gone("person", "друге слово")


def test_a_reaction_is_put_and_taken_back(stage: Stage, stand: Stand) -> None:
    stand.say("person", "Вітаю")
    stage.message_with("Вітаю")
    stage.bot("sendMessage", chat_id=stage.mother, text="Дякуємо")
    stand.react("person", "Дякуємо", "❤")
    chip = until("the reaction", lambda: stand.find_all('[data-pane="person"] .chip.own'))[0]
    chip.click()
    until("no reaction", lambda: not stand.find_all('[data-pane="person"] .chip'))


def test_a_file_with_a_caption_reaches_the_bot_and_can_be_saved(stage: Stage, stand: Stand, tmp_path: Path) -> None:
    paper = tmp_path / "довідка.txt"
    paper.write_text("довідка", encoding="utf-8")
    stand.find('[data-pane="person"] input[type=file]').send_keys(str(paper))
    stand.say("person", "ось вона")
    message = stage.message_with("ось вона")
    assert message["document"]["file_name"] == "довідка.txt"
    stand.wait_text("person", "довідка.txt")
    read = "fetch(arguments[0]).then(a => a.text()).then(arguments[1])"
    line = stand.find('[data-pane="person"] a.file-card')
    assert stand.driver.execute_async_script(read, line.get_attribute("href")) == "довідка"


def test_a_picture_is_shown(stage: Stage, stand: Stand, tmp_path: Path) -> None:
    picture = tmp_path / "фото.png"
    stand.screenshot(picture)
    stand.find('[data-pane="person"] input[type=file]').send_keys(str(picture))
    stand.say("person", "")
    assert "photo" in stage.update("message")
    wide = "const i = document.querySelector('[data-pane=person] img.picture'); return i && i.naturalWidth"
    until("the picture", lambda: stand.driver.execute_script(wide))


def test_blocking_the_bot_is_told_and_undone(stage: Stage, stand: Stand) -> None:
    stand.say("person", "Вітаю")
    block = stand.find('[data-act="block"]')
    block.click()
    assert stage.update("my_chat_member")["new_chat_member"]["status"] == "kicked"
    until("the way back", lambda: block.text == "Розблокувати")
    stand.say("person", "а так?")
    until("a refusal", lambda: "Не вийшло" in stand.find('[data-pane="person"] .toasts').text)
    assert stand.find('[data-pane="person"] textarea').get_property("value") == "а так?"
    block.click()
    assert stage.update("my_chat_member")["new_chat_member"]["status"] == "member"


def test_the_clock_goes_forward(stage: Stage, stand: Stand) -> None:
    stand.find('.quick [data-advance="3600"]').click()
    until("an hour", lambda: stage.people("GET", "clock")["offset"] == 3600)
    stand.find('[popovertarget="clock"]').click()
    stand.find('#clock-form input[name="count"]').clear()
    stand.find('#clock-form input[name="count"]').send_keys("2")
    stand.find("#clock-form button").click()
    until("two days", lambda: stage.people("GET", "clock")["offset"] == 3600 + 2 * 86400)
    until("the words", lambda: "2 дн. 1 год" in stand.find("#clock-offset").text)


def test_the_bots_commands_are_offered_after_a_slash(stage: Stage, stand: Stand) -> None:
    commands = [{"command": "start", "description": "Почати"}, {"command": "my", "description": "Мої звернення"}]
    stage.bot("setMyCommands", commands=commands)
    field = stand.find('[data-pane="person"] textarea')
    field.send_keys("/")
    until("the list", lambda: len(stand.find_all('[data-pane="person"] .commands li')) == 2)
    field.send_keys(Keys.ARROW_DOWN, Keys.ENTER)
    assert stage.message_with("/")["text"] == "/my"


def test_links_to_the_bot_start_it_and_others_are_only_shown(stage: Stage, stand: Stand) -> None:
    stand.say("person", "Вітаю")
    stage.message_with("Вітаю")
    keys = [
        [{"text": "Почати", "url": "https://t.me/suprovid_demo_bot?start=case7"}],
        [{"text": "Сайт", "url": "https://example.org/"}],
    ]
    stage.bot("sendMessage", chat_id=stage.mother, text="Посилання", reply_markup={"inline_keyboard": keys})
    stand.press("person", "Почати")
    assert stage.message_with("/start")["text"] == "/start case7"
    stand.press("person", "Сайт")
    until("the address", lambda: stand.find_all('#ask[open] a[href="https://example.org/"]'))
    assert len(stand.driver.window_handles) == 1


def test_what_the_simulator_cannot_do_is_listed(stage: Stage, stand: Stand) -> None:
    with pytest.raises(OSError, match="404"):
        stage.bot("sendGame", chat_id=stage.mother)
    stand.find('[data-act="calls"]').click()
    until("the method", lambda: "sendGame" in stand.find("#calls .unsupported").text)
    until("the call", lambda: "sendGame" in stand.find("#calls tbody").text)


def test_people_keep_their_own_chats(stage: Stage, stand: Stand) -> None:
    stand.say("person", "таємне слово")
    stand.wait_text("person", "таємне слово")
    stand.choose_person(OLD_MAN)
    stand.wait_gone("person", "таємне слово")
    stand.say("person", "від Василя")
    assert stage.message_with("від Василя")["from"]["id"] == stage.old_man


def test_what_comes_unseen_is_counted_at_phone_width(stage: Stage, stand: Stand) -> None:
    stand.resize(PHONE)
    stand.show("person")
    thread = stage.topic("000123 Житло")
    stage.bot("sendMessage", chat_id=stage.group, message_thread_id=thread, text="Картка звернення")
    until("a count on the tab", lambda: stand.find('.tabs [data-tab="group"] .count').text == "2")
    stand.open_topic("000123")
    stand.wait_text("group", "Картка звернення")
    until("no count", lambda: not stand.find('.tabs [data-tab="group"] .count').is_displayed())


def test_the_page_comes_back_after_the_simulator_restarts(stage: Stage, stand: Stand) -> None:
    stand.say("person", "до перерви")
    stand.wait_text("person", "до перерви")
    stage.stop()
    until("a word about it", lambda: stand.find("#link").is_displayed())
    stage.start()
    until("the link again", lambda: not stand.find("#link").is_displayed())
    stand.wait_gone("person", "до перерви")
    stand.say("person", "після перерви")
    assert stage.message_with("після")["from"]["id"] == stage.mother
    stage.bot("sendMessage", chat_id=stage.mother, text="чуємо вас")
    stand.wait_text("person", "чуємо вас")


def test_a_new_message_is_announced_and_nothing_leaves_the_machine(stage: Stage, stand: Stand) -> None:
    stand.say("person", "Вітаю")
    stage.message_with("Вітаю")
    stage.bot("sendMessage", chat_id=stage.mother, text="чуємо вас")
    until("an announcement", lambda: "Супровід: чуємо вас" in str(stand.find("#announcer").get_property("textContent")))
    loaded = stand.driver.execute_script(
        "return JSON.stringify(performance.getEntriesByType('resource').map(e => e.name))"
    )
    assert all(address.startswith(stage.url) for address in json.loads(loaded))
    assert stand.driver.find_elements(By.CSS_SELECTOR, "style, [style*=url]") == []
