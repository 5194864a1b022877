"""What the page's tests play on: a simulator in a thread of its own, people, and a bot played by plain HTTP calls."""

from __future__ import annotations

import asyncio
import json
import threading
import time
from collections.abc import Coroutine
from typing import Any
from urllib.request import Request, urlopen

from simulator.server import Simulator

TOKEN = "100:TEST"
MOTHER, OLD_MAN = "Олена Кравчук", "Василь Дмитренко"
CASEWORKER, COLLEAGUE = "Ірина Мельник", "Андрій Ткач"
PATIENCE_SECONDS = 15.0
RIGHTS = {"can_manage_topics": True, "can_pin_messages": True, "can_delete_messages": True}
JSON = dict[str, Any]


class Stage:
    """A running simulator with its people: two beneficiaries, two caseworkers, a staff group with topics."""

    def __init__(self) -> None:
        """Start it on a free port."""
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="simulator", daemon=True)
        self._thread.start()
        self._simulator = _make()
        self._offset = 0
        self.url = ""
        self.start()

    def start(self) -> None:
        """Start a simulator that knows nobody but the usual people; a second time on the same port."""
        port = int(self.url.rpartition(":")[2]) if self.url else 0
        self._simulator = _make()
        self._run(self._simulator.start(port=port))
        self.url = self._simulator.url
        self._people()

    def stop(self) -> None:
        """Stop the simulator; all it knew is gone."""
        self._run(self._simulator.stop())

    def close(self) -> None:
        """Stop for good."""
        self.stop()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def people(self, method: str, path: str, body: JSON | None = None) -> Any:
        """Call the people's side."""
        return _call(method, f"{self.url}/sim/{path}", body)

    def bot(self, method: str, **params: Any) -> Any:
        """Call the Bot API; returns the result."""
        return _call("POST", f"{self.url}/bot{TOKEN}/{method}", params)["result"]

    def update(self, kind: str) -> Any:
        """The next update of this kind as the bot gets it; others before it are passed over."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < deadline:
            for update in self.bot("getUpdates", offset=self._offset, timeout=1, limit=1):
                self._offset = update["update_id"] + 1
                if kind in update:
                    return update[kind]
        raise AssertionError(f"no {kind} came")

    def pass_over(self) -> None:
        """Let the bot take all updates that wait, as if they had been handled."""
        while waiting := self.bot("getUpdates", offset=self._offset, timeout=0):
            self._offset = waiting[-1]["update_id"] + 1

    def message_with(self, part: str) -> Any:
        """The next message to the bot that holds these words."""
        while True:
            message = self.update("message")
            if part in message.get("text", message.get("caption", "")):
                return message

    def message_with_service(self, kind: str) -> Any:
        """The next service message of this kind."""
        while True:
            message = self.update("message")
            if kind in message:
                return message

    def topic(self, name: str) -> int:
        """The bot opens a topic in the staff group; returns its thread id."""
        made: JSON = self.bot("createForumTopic", chat_id=self.group, name=name)
        return int(made["message_thread_id"])

    def _people(self) -> None:
        self._offset = 0
        self.mother = self._person(MOTHER, "мати, переселена з Луганщини", "person", phone="+380501234567")
        self.old_man = self._person(OLD_MAN, "82 роки, живе сам", "person")
        self.caseworker = self._person(CASEWORKER, "фахівець", "staff")
        self.colleague = self._person(COLLEAGUE, "фахівець", "staff")
        staff = [{"user_id": self.caseworker, "status": "creator"}, {"user_id": self.colleague, "status": "member"}]
        group = {"type": "supergroup", "title": "Штаб Луганщина", "is_forum": True, "members": staff}
        bot = {"bot_status": "administrator", "bot_rights": RIGHTS}
        self.group = int(self.people("POST", "chats", group | bot)["id"])
        self.pass_over()

    def _person(self, name: str, about: str, side: str, **more: str) -> int:
        first, last = name.split()
        described = {"first_name": first, "last_name": last, "about": about, "side": side, "language_code": "uk"}
        return int(self.people("POST", "users", described | more)["id"])

    def _run(self, work: Coroutine[Any, Any, None]) -> None:
        asyncio.run_coroutine_threadsafe(work, self._loop).result(PATIENCE_SECONDS)


def _make() -> Simulator:
    return Simulator(TOKEN, limits=False)


def _call(method: str, url: str, body: JSON | None) -> Any:
    content = None if body is None else json.dumps(body).encode()
    request = Request(url, data=content, method=method, headers={"Content-Type": "application/json"})
    with urlopen(request, timeout=PATIENCE_SECONDS) as answer:
        return json.load(answer)
