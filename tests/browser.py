"""A headless Chromium on the simulator's page, and the page's acts in the words of a person.

Everything here blocks: a test whose event loop also runs the simulator or the bot calls it by `asyncio.to_thread`.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Literal, TypeVar

import pytest
from selenium.common.exceptions import StaleElementReferenceException, WebDriverException
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.select import Select

Pane = Literal["person", "group", "desk"]
T = TypeVar("T")

PATIENCE_SECONDS = 15.0
POLL_SECONDS = 0.05
FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
PHONE = (390, 844)
DESKTOP = (1440, 900)


def until(what: str, look: Callable[[], T | None], patience: float = PATIENCE_SECONDS) -> T:
    """Look again and again until the answer is true; returns it. Elements drawn anew meanwhile do not disturb."""
    deadline = time.monotonic() + patience
    while True:
        try:
            found = look()
        except StaleElementReferenceException:
            found = None
        if found:
            return found
        if time.monotonic() > deadline:
            raise AssertionError(f"not within {patience:g} s: {what}")
        time.sleep(POLL_SECONDS)


def start_chromium(profile: str) -> Chrome:
    """A headless Chromium with a fresh profile; without one on this machine the test fails with one line."""
    browser, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if browser is None or driver is None:
        pytest.fail("no chromium or chromedriver here: install Debian's chromium and chromium-driver", pytrace=False)
    options = ChromeOptions()
    options.binary_location = browser
    for flag in (*FLAGS, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    return Chrome(options=options, service=Service(executable_path=driver))


def chromium_for_a_while() -> Iterator[Chrome]:
    """The body of a fixture: one headless Chromium, closed at the end; each test opens the page anew."""
    profile = tempfile.mkdtemp(prefix="suprovid-chromium-")
    driver = start_chromium(profile)
    try:
        yield driver
    finally:
        driver.quit()
        shutil.rmtree(profile, ignore_errors=True)


class Stand:
    """The simulator's page. `url` is the simulator's address, `size` the view in CSS pixels."""

    def __init__(self, driver: Chrome, url: str, size: tuple[int, int] = DESKTOP, dark: bool = False) -> None:
        """Open the page and wait until it has heard of the people."""
        self.driver = driver
        self.acts: Counter[Pane] = Counter()
        """Taps on the bot's buttons and messages sent, in each pane."""
        self.resize(size, dark)
        driver.get(url)
        driver.execute_script("sessionStorage.clear()")
        driver.refresh()
        until("people to choose from", lambda: self.find_all("#person-select option, #staff-select option"))

    def resize(self, size: tuple[int, int], dark: bool = False) -> None:
        """Another width and height; under 1100 px the page shows one pane at a time."""
        width, height = size
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [scheme]})

    def choose_person(self, name: str) -> None:
        """Be this beneficiary."""
        self.show("person")
        self._choose("#person-select", name)

    def choose_staff(self, name: str) -> None:
        """Be this staff member, in the group and on the desk."""
        if not self.find("#staff-select").is_displayed():
            self.show("group")
        self._choose("#staff-select", name)

    def show(self, pane: Pane) -> None:
        """Bring a pane into sight where only one has room."""
        for tab in self.find_all(f'.tabs [data-tab="{pane}"]'):
            if tab.is_displayed():
                tab.click()

    def say(self, pane: Pane, text: str) -> None:
        """Write a message in the open chat or topic and send it."""
        self.show(pane)
        self._type(pane, text)
        self._send(pane)

    def speak(self, pane: Pane) -> None:
        """Send a voice message."""
        self.show(pane)
        self._click(f'[data-pane="{pane}"] button[data-act="speak"]')
        self.acts[pane] += 1

    def send_files(self, pane: Pane, paths: Sequence[Path], caption: str = "") -> None:
        """Choose files and send them at once, with words below them."""
        self.show(pane)
        picker = self.find(f'[data-pane="{pane}"] input[type=file]')
        picker.send_keys("\n".join(map(str, paths)))
        until("files chosen", lambda: len(self.find_all(f'[data-pane="{pane}"] .files li')) == len(paths))
        self._type(pane, caption)
        self._send(pane)

    def press(self, pane: Pane, button_text: str) -> None:
        """Press the newest button with this text: under a message or on the bot's keyboard."""
        self.show(pane)
        self._click(f'[data-pane="{pane}"] [data-button="{button_text}"]')
        self.acts[pane] += 1

    def offers(self, pane: Pane, button_text: str) -> bool:
        """Whether such a button stands there now."""
        try:
            found = self.find_all(f'[data-pane="{pane}"] [data-button="{button_text}"]')
            return any(node.is_displayed() for node in found)
        except StaleElementReferenceException:
            return self.offers(pane, button_text)

    def open_topic(self, title_part: str) -> None:
        """Open the topic of the staff group whose title holds these words."""
        self.show("group")
        for back in self.find_all('[data-pane="group"] .back'):
            if back.is_displayed():
                self.driver.execute_script("arguments[0].click()", back)
        until(f"a topic like {title_part!r}", lambda: self._click_topic(title_part))

    def choose_message(self, pane: Pane, message_part: str) -> None:
        """Select the newest message with these words: what can be done with it appears."""
        self.show(pane)
        until(f"a message like {message_part!r}", lambda: self._open_menu(pane, message_part))

    def do(self, pane: Pane, act: str) -> None:
        """Press what the selected message offers: reply, edit, copy, delete."""
        self._click(f'[data-pane="{pane}"] .message-bar [data-act="{act}"]')

    def react(self, pane: Pane, message_part: str, emoji: str) -> None:
        """Put a reaction on the newest message with these words."""
        self.choose_message(pane, message_part)
        self._click(f'[data-pane="{pane}"] .message-bar [data-emoji="{emoji}"]')

    def reply(self, pane: Pane, message_part: str, text: str) -> None:
        """Answer the newest message with these words."""
        self.choose_message(pane, message_part)
        self.do(pane, "reply")
        self.say(pane, text)

    def edit(self, pane: Pane, message_part: str, text: str) -> None:
        """Change an own message."""
        self.choose_message(pane, message_part)
        self.do(pane, "edit")
        self.say(pane, text)

    def text(self, pane: Pane) -> str:
        """What stands in the open chat or topic of a pane."""
        return str(self.find(f'[data-pane="{pane}"] .messages').get_property("textContent"))

    def wait_text(self, pane: Pane, text: str, patience: float = PATIENCE_SECONDS) -> None:
        """Wait until these words stand in the pane."""
        try:
            until(f"{text!r} in {pane}", lambda: text in self.text(pane), patience)
        except AssertionError as missed:
            raise AssertionError(f"{missed}; there stands: {self.text(pane)!r}") from None

    def wait_gone(self, pane: Pane, text: str) -> None:
        """Wait until these words stand in the pane no more."""
        until(f"{text!r} gone from {pane}", lambda: text not in self.text(pane))

    def screenshot(self, path: Path) -> None:
        """Save what is seen as a PNG, after fonts are there and animations have ended."""
        fonts = "return document.fonts.status === 'loaded'"
        until("fonts", lambda: self.driver.execute_script(fonts))
        moving = "return document.getAnimations().some(a => a.playState === 'running')"
        until("a still picture", lambda: not self.driver.execute_script(moving))
        path.write_bytes(self.driver.get_screenshot_as_png())

    def complaints(self) -> list[str]:
        """Errors that the page's scripts wrote to the console; a lost connection to the simulator is none."""
        entries: list[dict[str, Any]] = self.driver.get_log("browser")  # type: ignore[no-untyped-call]  # selenium's own gap
        severe = (str(entry["message"]) for entry in entries if entry["level"] == "SEVERE")
        return [line for line in severe if "net::ERR_" not in line and "Failed to load resource" not in line]

    def find(self, css: str) -> WebElement:
        """The first element."""
        return self.driver.find_element(By.CSS_SELECTOR, css)

    def find_all(self, css: str) -> list[WebElement]:
        """All elements."""
        return self.driver.find_elements(By.CSS_SELECTOR, css)

    def _choose(self, css: str, name: str) -> None:
        until(f"{name!r} to choose", lambda: name in [item.text for item in Select(self.find(css)).options])
        Select(self.find(css)).select_by_visible_text(name)

    def _send(self, pane: Pane) -> None:
        self.find(f'[data-pane="{pane}"] button[data-act="send"]').click()
        self.acts[pane] += 1

    def _type(self, pane: Pane, text: str) -> None:
        # chromedriver cannot type characters outside the basic plane, so the words are put in and announced
        field = self.find(f'[data-pane="{pane}"] textarea[name=text]')
        put_in = "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', {bubbles: true}))"
        self.driver.execute_script(put_in, field, text)

    def _click(self, css: str) -> None:
        def try_once() -> bool:
            seen = [node for node in self.find_all(css) if node.is_displayed()]
            if not seen:
                return False
            self.driver.execute_script("arguments[0].scrollIntoView({block: 'nearest'})", seen[-1])
            try:
                seen[-1].click()
            except StaleElementReferenceException:
                return False
            except WebDriverException as refusal:
                if "intercepted" in str(refusal):
                    return False
                raise
            return True

        until(f"a press on {css}", try_once)

    def _click_topic(self, title_part: str) -> bool:
        for topic in self.find_all('[data-pane="group"] .topic'):
            if topic.is_displayed() and title_part in topic.find_element(By.CSS_SELECTOR, ".topic-name").text:
                topic.click()
                return True
        return False

    def _open_menu(self, pane: Pane, message_part: str) -> bool:
        for bubble in reversed(self.find_all(f'[data-pane="{pane}"] .bubble')):
            more = bubble.find_elements(By.CSS_SELECTOR, ".more")
            # What only one person sees can't be answered.
            if more and message_part in str(bubble.get_property("textContent")):
                self.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", bubble)
                more[0].click()
                return True
        return False
