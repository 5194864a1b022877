"""A person presses a button: inline (with the bot's answer) or of the reply keyboard (which writes its text)."""

from typing import Any

from aiohttp import web

from simulator.people import body
from simulator.people.body import Body, PeopleError
from simulator.people.messages import own_contact, say, sender
from simulator.world import views
from simulator.world.callbacks import Press
from simulator.world.model import JSON, Chat, Person, StoredMessage
from simulator.world.world import World

LONGEST_WAIT = 15.0
NOTHING: JSON = {"answer": None, "answered": False}


class PressRoutes:
    """`/sim/chats/{chat}/messages/{message}/press`."""

    def __init__(self, world: World) -> None:
        self._world = world

    async def press(self, request: web.Request) -> web.Response:
        """Press and wait up to `wait` seconds (15 at most, 0 not at all) for the bot's answer.

        With `age` the press was made so many seconds ago, while nobody took the bot's updates.
        """
        chat = body.chat_at(self._world, request)
        given = await body.read(request)
        person = sender(self._world, chat, given)
        stored = _pressed_message(chat, request, given, person)
        wait = body.query_number(request, "wait")
        wait = LONGEST_WAIT if wait is None else min(max(wait, 0.0), LONGEST_WAIT)
        button = _inline_button(stored, given)
        if button is not None and (alone := _without_the_bot(button)) is not None:
            return web.json_response(alone)
        data = button["callback_data"] if button else given.text("data") if given.flag("forged") else None
        if data:
            return web.json_response(await self._call_back(chat, stored, person, data, given, wait))
        return web.json_response(self._press_keyboard(chat, stored, person, given))

    async def _call_back(
        self, chat: Chat, stored: StoredMessage, person: Person, data: str, given: Body, wait: float
    ) -> JSON:
        press = self._world.callbacks.open(person.id, chat.id, stored.message_id, given.number("age", 0.0))
        query = {
            "id": press.id,
            "from": views.person_json(person),
            "message": views.message_json(chat, stored),
            "chat_instance": str(abs(chat.id) * 7919),
            "data": data,
        }
        self._world.updates.add("callback_query", query, chat.id)
        if wait:
            await press.changed.until(_answered(press), wait)
        return {"answer": press.answer, "answered": press.answer is not None}

    def _press_keyboard(self, chat: Chat, stored: StoredMessage, person: Person, given: Body) -> JSON:
        text = given.text("text")
        rows: list[list[JSON]] = (stored.keyboard or {}).get("keyboard", [])
        button = next((button for row in rows for button in row if text and button["text"] == text), None)
        if button is None:
            raise PeopleError("no such button on this message", 404)
        content: JSON = {"contact": own_contact(person)} if button.get("request_contact") else {"text": button["text"]}
        if button.get("request_location"):
            content = {"location": {"latitude": 48.57, "longitude": 39.31}}
        written = say(self._world, chat, given, content)
        return NOTHING | {"message": views.message_json(chat, written)}


def _without_the_bot(button: JSON) -> JSON | None:
    """What comes of pressing an inline button that only the client knows about; None for those the bot answers."""
    if "disabled" in button:
        raise PeopleError("the button is disabled")
    if "copy_text" in button:
        return NOTHING | {"copied": button["copy_text"]["text"]}
    if "url" in button:
        url = button["url"]
        return {"url": url, "answered": False, "answer": {"text": None, "show_alert": False, "url": url}}
    if "callback_data" not in button:
        raise PeopleError("this kind of button can't be pressed here")
    return None


def _answered(press: Press) -> Any:
    return lambda: press.answer is not None


def _pressed_message(chat: Chat, request: web.Request, given: Body, person: Person) -> StoredMessage:
    ephemeral_id = given.integer("ephemeral_message_id")
    if ephemeral_id is None:
        return body.message_at(chat, request)
    stored = chat.find_ephemeral(ephemeral_id)
    if stored is None or stored.ephemeral_to != person.id:
        raise PeopleError("no such message", 404)
    return stored


def _inline_button(stored: StoredMessage, given: Body) -> JSON | None:
    text, data = given.text("text"), given.text("data")
    if text is None and data is None:
        raise PeopleError("text or data is needed")
    rows: list[list[JSON]] = (stored.markup or {}).get("inline_keyboard", [])
    for button in (button for row in rows for button in row):
        if (text is not None and button["text"] == text) or (data is not None and button.get("callback_data") == data):
            return button
    return None
