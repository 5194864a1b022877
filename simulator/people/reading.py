"""What stands in a chat, what changed since, and the stream of changes for the page."""

import asyncio
import json
import mimetypes

from aiohttp import web

from simulator.people import body
from simulator.people.body import PeopleError
from simulator.world import views
from simulator.world.model import JSON, Chat, StoredMessage
from simulator.world.world import World

LONGEST_WAIT = 60.0
HEARTBEAT_SECONDS = 15.0
PLAYED = ("image/", "audio/", "video/")
"""What the page shows or plays; anything else is only for saving."""


class ReadingRoutes:
    """Everything a person looks at."""

    def __init__(self, world: World) -> None:
        self._world = world

    async def messages(self, request: web.Request) -> web.Response:
        """Messages, oldest first: what stands now, or with `after` what changed since that revision."""
        chat = body.chat_at(self._world, request)
        after = body.query_number(request, "after")
        wait = min(body.query_number(request, "wait") or 0.0, LONGEST_WAIT)
        if wait:
            seen = chat.revision if after is None else int(after)
            await chat.changed.until(lambda: chat.revision > seen, wait)
        reader = body.query_number(request, "as")
        thread = body.query_number(request, "thread")
        shown = [
            _shown(chat, stored)
            for stored in chat.messages
            if (not stored.deleted if after is None else stored.revision > after)
            and (stored.ephemeral_to is None or stored.ephemeral_to == reader)
            and (thread is None or (stored.thread or 0) == (0 if thread in (0, 1) else thread))
        ]
        return web.json_response({"revision": chat.revision, "messages": shown})

    async def file(self, request: web.Request) -> web.Response:
        """A file's bytes by its file_id, for the page."""
        stored = self._world.files.get(request.match_info["file"])
        if stored is None:
            raise PeopleError("no such file", 404)
        guessed = mimetypes.guess_type(stored.name)[0] or ""
        played = guessed if guessed.startswith(PLAYED) else "application/octet-stream"
        return web.Response(body=stored.read(), content_type=played)

    async def events(self, request: web.Request) -> web.StreamResponse:
        """Server-sent events: one line of JSON at every change."""
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
        await response.prepare(request)
        queue = self._world.hub.listen()
        try:
            await response.write(b": here\n\n")
            while True:
                try:
                    async with asyncio.timeout(HEARTBEAT_SECONDS):
                        event = await queue.get()
                except TimeoutError:
                    await response.write(b": still here\n\n")
                    continue
                if event is None:
                    return response
                await response.write(f"data: {json.dumps(event)}\n\n".encode())
        except ConnectionResetError:
            return response
        finally:
            self._world.hub.leave(queue)


def _shown(chat: Chat, stored: StoredMessage) -> JSON:
    message = dict(stored.body) if stored.deleted else views.message_json(chat, stored)
    if stored.keyboard:
        message["reply_markup"] = stored.keyboard
    return {
        "revision": stored.revision,
        "deleted": stored.deleted,
        "message": message,
        "reactions": [{"from": user_id, "emoji": emoji} for user_id, emoji in stored.reactions.items()],
        "pinned": stored.pinned,
        "ephemeral_to": stored.ephemeral_to,
        "replaces": stored.replaces,
        "edited": stored.edited,
    }
