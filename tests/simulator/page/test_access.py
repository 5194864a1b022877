"""Everybody can use the page: no finding of axe, all by the keyboard, little movement where that is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver import ActionChains, Chrome
from selenium.webdriver.common.keys import Keys

from tests.axe import findings
from tests.browser import DESKTOP, PHONE, Stand, until
from tests.simulator.page.stage import MOTHER, Stage

pytestmark = pytest.mark.page

CARD = "🟠 LUH-2026-000123 · Житло\nСтан: нове\n" + "Нам ніде жити з понеділка.\n" * 6
STYLED = [
    [{"text": "Взяти", "callback_data": "take", "style": "primary"}],
    [
        {"text": "Готово", "callback_data": "done", "style": "success"},
        {"text": "Закрити", "callback_data": "no", "style": "danger"},
    ],
    [{"text": "LUH-2026-000123", "copy_text": {"text": "LUH-2026-000123"}}, {"text": "Узято", "disabled": {}}],
    [{"text": "Сайт", "url": "https://example.org/"}],
]  # fmt: skip
FORMATTED = (
    "<b>жирне</b> <i>похиле</i> <u>під</u> <s>ні</s> <code>код</code> <a href='https://example.org/'>сайт</a> "
    "<tg-spoiler>тихо</tg-spoiler><pre>рядок</pre><blockquote>слова</blockquote>"
    f"<blockquote expandable>{'довгі слова ' * 30}</blockquote>"
)


@pytest.fixture(scope="module")
def lively() -> Iterator[Stage]:
    """A simulator in which there is something of everything to see."""
    stage = Stage()
    for person in (stage.mother, stage.caseworker):
        stage.people("POST", f"chats/{person}/messages", {"from": person, "text": "/start"})
    keys = {"inline_keyboard": STYLED}
    stage.bot("sendMessage", chat_id=stage.mother, text=FORMATTED, parse_mode="HTML", reply_markup=keys)
    rows = [[{"text": "Мені небезпечно", "style": "danger"}, {"text": "Мої звернення"}]]
    asked = stage.bot("sendMessage", chat_id=stage.mother, text="Меню", reply_markup={"keyboard": rows})
    file = {"kind": "document", "name": "довідка.pdf", "size": 345678}
    answer = {"from": stage.mother, "media": file, "caption": "ось вона", "reply_to": asked["message_id"]}
    sent = stage.people("POST", f"chats/{stage.mother}/messages", answer)
    thumb = [{"type": "emoji", "emoji": "👌"}]
    stage.bot("setMessageReaction", chat_id=stage.mother, message_id=sent["message_id"], reaction=thumb)
    thread = stage.topic("000123 Житло")
    place = {"chat_id": stage.group, "message_thread_id": thread}
    card = stage.bot("sendMessage", **place, text=CARD, reply_markup=keys)
    stage.bot("pinChatMessage", chat_id=stage.group, message_id=card["message_id"])
    for person in (stage.caseworker, stage.colleague):
        spoken = {"from": person, "thread": thread, "text": "беру", "reply_to": card["message_id"]}
        stage.people("POST", f"chats/{stage.group}/messages", spoken)
    reader = {"receiver_user_id": stage.caseworker}
    stage.bot("sendMessage", **place, text="Олена, +380501234567", ephemeral_message_parameters=reader)
    stage.bot("closeForumTopic", chat_id=stage.group, message_thread_id=stage.topic("000119 Протез"))
    stage.bot("sendMessage", chat_id=stage.caseworker, text="Це ваш стіл", protect_content=True)
    commands = [{"command": "start", "description": "Почати"}, {"command": "my", "description": "Мої звернення"}]
    stage.bot("setMyCommands", commands=commands)
    stage.pass_over()
    yield stage
    stage.close()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_at_desktop_width(lively: Stage, chromium: Chrome, dark: bool) -> None:
    stand = Stand(chromium, lively.url, DESKTOP, dark)
    stand.open_topic("000123")
    stand.wait_text("group", "Бачите лише ви")
    stand.choose_message("person", "ось вона")
    assert findings(stand) == []
    stand.find('[data-pane="desk"] textarea').send_keys("/")
    until("commands", lambda: stand.find('[data-pane="desk"] .commands').is_displayed())
    stand.driver.execute_script("document.querySelector('#clock').showPopover()")
    assert findings(stand) == []
    stand.driver.execute_script("document.querySelector('#clock').hidePopover()")
    stand.find('[data-act="calls"]').click()
    until("calls", lambda: stand.find_all("#calls tbody tr"))
    assert findings(stand) == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_at_phone_width(lively: Stage, chromium: Chrome, dark: bool) -> None:
    stand = Stand(chromium, lively.url, PHONE, dark)
    stand.wait_text("person", "ось вона")
    assert findings(stand) == []
    stand.show("group")
    assert findings(stand) == []
    stand.open_topic("000123")
    stand.wait_text("group", "Бачите лише ви")
    assert findings(stand) == []
    stand.show("desk")
    stand.wait_text("desk", "Це ваш стіл")
    assert findings(stand) == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_in_what_comes_and_goes(lively: Stage, chromium: Chrome, dark: bool, tmp_path: Path) -> None:
    stand = Stand(chromium, lively.url, PHONE, dark)
    stand.speak("person")
    until("a voice message", lambda: stand.find_all('[data-pane="person"] audio'))
    stand.choose_message("person", "ось вона")
    assert findings(stand) == [], "what can be done with a message"
    stand.do("person", "reply")
    paper = tmp_path / "довідка.pdf"
    paper.write_bytes(b"%PDF-1.4")
    stand.find('[data-pane="person"] input[type=file]').send_keys(str(paper))
    until("a file chosen", lambda: stand.find_all('[data-pane="person"] .files li'))
    stand.find('[data-pane="person"] [data-act="keyboard"]').click()
    assert findings(stand) == [], "an answer with a file, the bot's keyboard put away"
    stand.driver.execute_script("document.querySelector('#link').hidden = false")
    assert findings(stand) == [], "the simulator does not answer"
    stand.driver.execute_script("document.querySelector('#link').hidden = true")

    stand.open_topic("000123")
    stand.press("group", "LUH-2026-000123")
    until("a passing notice", lambda: stand.find_all('[data-pane="group"] .toast'))
    assert findings(stand) == [], "a passing notice"
    until("the notice gone", lambda: not stand.find_all('[data-pane="group"] .toast'))
    stand.open_topic("000119")
    assert findings(stand) == [], "a closed topic"
    stand.find('[data-pane="group"] [data-act="delete-topic"]').click()
    until("a question", lambda: stand.find_all("#ask[open]"))
    assert findings(stand) == [], "a question before something is lost"
    ActionChains(stand.driver).send_keys(Keys.ESCAPE).perform()


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_nothing_is_wider_than_the_view(lively: Stage, chromium: Chrome, size: tuple[int, int]) -> None:
    stand = Stand(chromium, lively.url, size)
    for pane in ("person", "group", "desk"):
        stand.show(pane)
        assert stand.driver.execute_script("return document.documentElement.scrollWidth") == size[0]
    beyond = """
        const right = (node) => node.getBoundingClientRect().right;
        return [...document.querySelectorAll(".bubble :is(.key, .text, .file-card)")]
            .filter((node) => node.offsetParent && right(node) > right(node.closest(".bubble")))
            .map((node) => node.textContent)"""
    assert stand.driver.execute_script(beyond) == []


def test_the_keyboard_alone_writes_chooses_a_topic_presses_and_replies(lively: Stage, chromium: Chrome) -> None:
    stand = Stand(chromium, lively.url)
    stand.open_topic("000123")
    stand.wait_text("group", "Бачите лише ви")
    stand.driver.execute_script("document.activeElement.blur(); document.querySelector('#person-select').focus()")

    _tab_until(stand, "TEXTAREA", "person")
    _type(stand, "пишу з клавіатури")
    ActionChains(stand.driver).key_down(Keys.SHIFT).send_keys(Keys.ENTER).key_up(Keys.SHIFT).perform()
    _type(stand, "другий рядок", Keys.ENTER)
    assert lively.message_with("клавіатури")["text"] == "пишу з клавіатури\nдругий рядок"

    _tab_until(stand, "BUTTON", "group")
    _type(stand, Keys.END)
    assert _active(stand)["topic"] != "0"
    _type(stand, Keys.HOME, Keys.ENTER)
    until("another topic", lambda: stand.find('[data-pane="group"] .topic-title').text == "Загальна")
    stand.open_topic("000123")

    stand.driver.execute_script("document.querySelector('[data-pane=group] .log').focus()")
    _type(stand, Keys.ARROW_UP, Keys.ARROW_UP)
    _type(stand, Keys.ENTER)
    assert _active(stand)["act"] == "reply"
    _type(stand, Keys.ESCAPE)
    until("the bar gone", lambda: not stand.find_all(".message-bar"))
    _type(stand, Keys.ENTER, Keys.ENTER)
    assert _active(stand)["tag"] == "TEXTAREA"
    _type(stand, "відповідь без миші", Keys.ENTER)
    assert lively.message_with("без миші")["reply_to_message"]["text"] == "беру"

    _tab_until(stand, "BUTTON", "group", "Взяти", backwards=True)
    _type(stand, Keys.SPACE)
    query = lively.update("callback_query")
    assert query["data"] == "take"
    done = {"inline_keyboard": [[{"text": "Взяти", "callback_data": "again"}]]}
    ids = {"chat_id": lively.group, "message_id": query["message"]["message_id"]}
    lively.bot("editMessageText", **ids, text="Картку взято", reply_markup=done)
    lively.bot("answerCallbackQuery", callback_query_id=query["id"])
    stand.wait_text("group", "Картку взято")
    assert _active(stand)["button"] == "Взяти", "the focus is lost when the bot edits the message under it"


def test_the_last_own_message_is_changed_by_arrow_up_and_left_by_escape(lively: Stage, chromium: Chrome) -> None:
    stand = Stand(chromium, lively.url)
    stand.choose_person(MOTHER)
    stand.say("person", "помилкова")
    stand.wait_text("person", "помилкова")
    field = stand.find('[data-pane="person"] textarea')
    field.send_keys(Keys.ARROW_UP)
    assert field.get_property("value") == "помилкова"
    field.send_keys(Keys.ESCAPE)
    assert field.get_property("value") == ""
    field.send_keys(Keys.ARROW_UP, " літера", Keys.ENTER)
    assert lively.update("edited_message")["text"] == "помилкова літера"


def test_little_moves_where_people_ask_for_that(lively: Stage, chromium: Chrome) -> None:
    stand = Stand(chromium, lively.url)
    calm = {"features": [{"name": "prefers-reduced-motion", "value": "reduce"}]}
    stand.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", calm)
    stand.choose_message("person", "ось вона")
    length = "return getComputedStyle(document.querySelector('.message-bar')).animationDuration"
    assert stand.driver.execute_script(length) == "0.001s"


def _type(stand: Stand, *keys: str) -> None:
    ActionChains(stand.driver).send_keys(*keys).perform()


def _active(stand: Stand) -> dict[str, str | None]:
    read = (
        "const a = document.activeElement, d = a.dataset; return {tag: a.tagName, act: d.act, topic: d.topic,"
        " button: d.button, pane: a.closest('[data-pane]')?.dataset.pane}"
    )
    found: dict[str, str | None] = stand.driver.execute_script(read)
    return found


def _tab_until(stand: Stand, tag: str, pane: str, button: str | None = None, backwards: bool = False) -> None:
    """Press Tab until the focus stands on such an element; for BUTTON without a text, on a topic."""
    for _ in range(80):
        if backwards:
            ActionChains(stand.driver).key_down(Keys.SHIFT).send_keys(Keys.TAB).key_up(Keys.SHIFT).perform()
        else:
            _type(stand, Keys.TAB)
        active = _active(stand)
        fits = button is None or active.get("button") == button
        topic = tag != "BUTTON" or button is not None or active.get("topic") is not None
        if active["tag"] == tag and active["pane"] == pane and fits and topic:
            return
    raise AssertionError(f"Tab never came to {tag} {button or ''} in {pane}")
