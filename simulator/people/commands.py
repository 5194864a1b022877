"""The bot's commands as one person's app offers them in one chat."""

import json
from collections.abc import Iterator

from aiohttp import web

from simulator.people import body
from simulator.people.body import PeopleError
from simulator.world.model import JSON, Chat
from simulator.world.world import World

IN_CHARGE = frozenset({"creator", "administrator"})


class CommandRoutes:
    """`/sim/commands`."""

    def __init__(self, world: World) -> None:
        self._world = world

    async def listing(self, request: web.Request) -> web.Response:
        """`?user=&chat=`: the commands of the narrowest scope that has any, in the person's language first."""
        chat = self._chat(request)
        person = self._world.people.get(int(body.query_number(request, "user") or 0))
        if person is None:
            raise PeopleError("no such person", 404)
        languages = [person.language_code, ""] if person.language_code else [""]
        found: list[JSON] = []
        for scope in _scopes(chat, person.id):
            for language in languages:
                found = found or self._world.bot.commands.get(json.dumps([scope, language], sort_keys=True), [])
        return web.json_response({"commands": found})

    def _chat(self, request: web.Request) -> Chat:
        chat = self._world.chats.get(int(body.query_number(request, "chat") or 0))
        if chat is None:
            raise PeopleError("no such chat", 404)
        return chat


def _scopes(chat: Chat, user_id: int) -> Iterator[JSON]:
    """Telegram's order of scopes, narrowest first."""
    if chat.is_private:
        yield {"type": "chat", "chat_id": chat.id}
        yield {"type": "all_private_chats"}
        yield {"type": "default"}
        return
    member = chat.members.get(user_id)
    in_charge = member is not None and member.status in IN_CHARGE
    yield {"type": "chat_member", "chat_id": chat.id, "user_id": user_id}
    if in_charge:
        yield {"type": "chat_administrators", "chat_id": chat.id}
    yield {"type": "chat", "chat_id": chat.id}
    if in_charge:
        yield {"type": "all_chat_administrators"}
    yield {"type": "all_group_chats"}
    yield {"type": "default"}
