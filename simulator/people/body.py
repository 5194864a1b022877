"""Reading what the people's side sends: typed fields, and refusals as JSON."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from aiohttp import web

from simulator.world.model import JSON, Chat, StoredMessage
from simulator.world.world import World


class PeopleError(Exception):
    """A request of the people's side that makes no sense; 400, or 404 where something does not exist."""

    def __init__(self, words: str, status: int = 400) -> None:
        super().__init__(words)
        self.status = status


@dataclass(frozen=True)
class Body:
    """The fields of a JSON object."""

    fields: JSON

    def text(self, name: str) -> str | None:
        """A string or nothing."""
        value = self.fields.get(name)
        if value is not None and not isinstance(value, str):
            raise PeopleError(f"{name} must be a string")
        return value

    def required(self, name: str) -> str:
        """A string that must not be empty."""
        value = self.text(name)
        if not value:
            raise PeopleError(f"{name} is missing")
        return value

    def integer(self, name: str) -> int | None:
        """A whole number or nothing."""
        value = self.fields.get(name)
        if value is None:
            return None
        if isinstance(value, str) and value.lstrip("-").isdigit():
            return int(value)
        if isinstance(value, bool) or not isinstance(value, int):
            raise PeopleError(f"{name} must be a whole number")
        return value

    def number(self, name: str, default: float) -> float:
        """A number."""
        value = self.fields.get(name, default)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise PeopleError(f"{name} must be a number")
        return float(value)

    def flag(self, name: str, default: bool = False) -> bool:
        """A truth value."""
        value = self.fields.get(name, default)
        if not isinstance(value, bool):
            raise PeopleError(f"{name} must be true or false")
        return value

    def mapping(self, name: str) -> JSON | None:
        """An object or nothing."""
        value = self.fields.get(name)
        if value is not None and not isinstance(value, dict):
            raise PeopleError(f"{name} must be a JSON object")
        return value


async def read(request: web.Request) -> Body:
    """The request's JSON object; nothing at all counts as an empty one."""
    if not await request.read():
        return Body({})
    try:
        fields = await request.json()
    except ValueError:
        raise PeopleError("the body is not JSON") from None
    if not isinstance(fields, dict):
        raise PeopleError("the body is not a JSON object")
    return Body(fields)


def answering(
    handler: Callable[[web.Request], Awaitable[web.StreamResponse]],
) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    """Wrap a handler so that a `PeopleError` becomes `{"error": …}`."""

    async def handle(request: web.Request) -> web.StreamResponse:
        try:
            return await handler(request)
        except PeopleError as error:
            return web.json_response({"error": str(error)}, status=error.status)

    return handle


def path_number(request: web.Request, name: str) -> int:
    """A number in the path."""
    try:
        return int(request.match_info[name])
    except ValueError:
        raise PeopleError(f"{name} must be a whole number") from None


def query_number(request: web.Request, name: str) -> float | None:
    """A number in the query string, if it is there."""
    value = request.query.get(name)
    if value is None or value == "":
        return None
    try:
        return float(value)
    except ValueError:
        raise PeopleError(f"{name} must be a number") from None


def chat_at(world: World, request: web.Request) -> Chat:
    """The chat in the path."""
    chat = world.chats.get(path_number(request, "chat"))
    if chat is None:
        raise PeopleError("no such chat", 404)
    return chat


def message_at(chat: Chat, request: web.Request) -> StoredMessage:
    """The message in the path."""
    stored = chat.find(path_number(request, "message"))
    if stored is None:
        raise PeopleError("no such message", 404)
    return stored
