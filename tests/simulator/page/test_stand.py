"""The stand itself: clock, commands, calls, people kept apart, a lost connection."""

from __future__ import annotations

import json

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from tests.browser import Stand, until
from tests.simulator.page.stage import OLD_MAN, Stage

pytestmark = pytest.mark.page


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
