"""A person on the page: what they do reaches the bot, and what the bot does is seen."""

from __future__ import annotations

from pathlib import Path

import pytest
from selenium.webdriver.common.keys import Keys

from tests.browser import Stand, until
from tests.simulator.page.stage import Stage

pytestmark = pytest.mark.page

ASK = "Нам ніде жити з понеділка 🏠 <b>дуже</b> & терміново"
TAKE = {"text": "Взяти", "callback_data": "take", "style": "primary"}
DONE = {"text": "Готово", "disabled": {}}


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


def test_a_voice_message_is_one_press_while_nothing_was_begun_and_is_heard(stage: Stage, stand: Stand) -> None:
    speak = stand.find('[data-pane="person"] [data-act="speak"]')
    field = stand.find('[data-pane="person"] textarea')
    field.send_keys("а")
    assert not speak.is_displayed(), "what was begun is sent, not spoken over"
    field.send_keys(Keys.BACKSPACE)
    assert not stand.find('[data-pane="person"] [data-act="send"]').is_displayed()
    stand.speak("person")
    voice = stage.update("message")["voice"]
    assert (voice["duration"], voice["mime_type"]) == (4, "audio/ogg")
    until("the sound", lambda: stand.find_all('[data-pane="person"] audio'))
    plays = """
        const [audio, done] = [document.querySelector("[data-pane=person] audio"), arguments[0]];
        for (const end of ["canplaythrough", "error"]) audio.addEventListener(end, () => done(end));
        audio.preload = "auto";
        audio.load();"""
    assert stand.driver.execute_async_script(plays) == "canplaythrough"


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
