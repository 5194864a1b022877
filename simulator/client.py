"""The people's side for Python: what a person does, as a method each, for tests, the demo and load runs."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Self

import aiohttp

from simulator.attached import media_of
from simulator.seen import JSON, Page, Pressed, Shown, shown

ALL_BOT_RIGHTS: Mapping[str, bool] = {
    "can_manage_chat": True,
    "can_delete_messages": True,
    "can_pin_messages": True,
    "can_manage_topics": True,
    "can_invite_users": True,
    "can_restrict_members": True,
    "can_change_info": True,
}
"""What a staff group gives the bot."""


class RefusedError(Exception):
    """The simulator says that this makes no sense; `status` is 400 or 404."""

    def __init__(self, status: int, words: str) -> None:
        super().__init__(words)
        self.status = status


class PeopleClient:
    """Speaks `/sim/…` of the simulator at `url`. Use it as an async context manager, or `close()` it."""

    def __init__(self, url: str) -> None:
        self._url = url.rstrip("/")
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def me(self) -> JSON:
        """The bot's user."""
        return await self._call("GET", "/sim/me")

    async def user(self, first_name: str, **details: Any) -> int:
        """Register a person (`id`, `last_name`, `username`, `language_code`, `phone`, `about`, `side`); their id."""
        return int((await self._call("POST", "/sim/users", {"first_name": first_name} | details))["id"])

    async def users(self) -> list[JSON]:
        """Everybody."""
        listed: list[JSON] = (await self._call("GET", "/sim/users"))["users"]
        return listed

    async def block(self, user: int) -> None:
        """The person blocks the bot."""
        await self._call("POST", f"/sim/users/{user}/block")

    async def unblock(self, user: int) -> None:
        """The person lets the bot write again."""
        await self._call("POST", f"/sim/users/{user}/unblock")

    async def deactivate(self, user: int) -> None:
        """The person deletes their account."""
        await self._call("POST", f"/sim/users/{user}/deactivate")

    async def group(
        self,
        title: str,
        members: Mapping[int, str] | Sequence[int] = (),
        *,
        is_forum: bool = True,
        kind: str = "supergroup",
        bot_status: str = "administrator",
        bot_rights: Mapping[str, bool] = ALL_BOT_RIGHTS,
        id: int | None = None,  # noqa: A002 - the API's own word
    ) -> int:
        """Make a group of people (ids, or ids with their status) and the bot; its id."""
        statuses = members if isinstance(members, Mapping) else dict.fromkeys(members, "member")
        given: JSON = {
            "title": title,
            "type": kind,
            "is_forum": is_forum and kind == "supergroup",
            "members": [{"user_id": user, "status": status} for user, status in statuses.items()],
            "bot_status": bot_status,
            "bot_rights": dict(bot_rights),
            "id": id,
        }
        return int((await self._call("POST", "/sim/chats", given))["id"])

    async def chats(self) -> list[JSON]:
        """Every chat with its members."""
        listed: list[JSON] = (await self._call("GET", "/sim/chats"))["chats"]
        return listed

    async def change_group(self, chat: int, **changes: Any) -> JSON:
        """Give a group another `title`, or switch `is_forum`."""
        return await self._call("PATCH", f"/sim/chats/{chat}", changes)

    async def set_member(self, chat: int, user: int, status: str, rights: Mapping[str, bool] | None = None) -> JSON:
        """Somebody (the bot too) joins, leaves, is promoted, restricted or removed."""
        given: JSON = {"status": status} | ({} if rights is None else {"rights": dict(rights)})
        return await self._call("PATCH", f"/sim/chats/{chat}/members/{user}", given)

    async def remove_bot(self, chat: int) -> None:
        """The bot is removed from a group."""
        await self.set_member(chat, (await self.me())["id"], "kicked")

    async def admit_bot(
        self, chat: int, status: str = "administrator", rights: Mapping[str, bool] = ALL_BOT_RIGHTS
    ) -> None:
        """The bot comes (back) into a group, or gets other rights there."""
        await self.set_member(chat, (await self.me())["id"], status, rights)

    async def delete_group(self, chat: int) -> None:
        """The owner deletes a group."""
        await self._call("DELETE", f"/sim/chats/{chat}")

    async def upgrade(self, chat: int, *, is_forum: bool = False) -> int:
        """The group becomes a supergroup; the new id."""
        return int((await self._call("POST", f"/sim/chats/{chat}/upgrade", {"is_forum": is_forum}))["id"])

    async def write(
        self,
        chat: int,
        sender: int | str,
        text: str | None = None,
        *,
        reply_to: int | None = None,
        thread: int | None = None,
        **content: Any,
    ) -> JSON:
        """Write a text, or other content (`media`, `caption`, `album`, `contact`, `location`, `poll`, `dice`).

        `raw`: fields of a message as the Bot API has them, for all that has no word of its own here (a story, a gift).
        `sender` may be "anonymous" for an anonymous administrator. Returns the (first) message.
        """
        given = {"from": sender, "text": text, "reply_to": reply_to, "thread": thread} | content
        return await self._call("POST", f"/sim/chats/{chat}/messages", given)

    async def crowd(self, writes: Sequence[tuple[int, str]]) -> None:
        """Many people (id, text) write to the bot at once; who is new is registered."""
        await self._call("POST", "/sim/crowd", {"writes": [list(each) for each in writes]})

    async def send_file(
        self, chat: int, sender: int, kind: str, content: bytes, name: str = "file.bin", **more: Any
    ) -> JSON:
        """Send a photo, document, voice, …."""
        return await self.write(chat, sender, media=media_of(kind, content, name), **more)

    async def send_album(self, chat: int, sender: int, items: Sequence[JSON], **more: Any) -> JSON:
        """Send several files at once, each `{"media": media_of(…), "caption": …}`; returns the first message."""
        return await self.write(chat, sender, items=list(items), **more)

    async def edit(self, chat: int, message: int, sender: int | str, text: str) -> JSON:
        """Change the text of a message of one's own."""
        return await self._call("PATCH", f"/sim/chats/{chat}/messages/{message}", {"from": sender, "text": text})

    async def edit_caption(self, chat: int, message: int, sender: int | str, caption: str) -> JSON:
        """Change the words below a file of one's own."""
        return await self._call("PATCH", f"/sim/chats/{chat}/messages/{message}", {"from": sender, "caption": caption})

    async def delete(self, chat: int, message: int) -> None:
        """Delete a message; the bot is told nothing."""
        await self._call("DELETE", f"/sim/chats/{chat}/messages/{message}")

    async def react(self, chat: int, message: int, sender: int, emoji: str | None) -> None:
        """React, or take the reaction back."""
        await self._call("POST", f"/sim/chats/{chat}/messages/{message}/react", {"from": sender, "emoji": emoji})

    async def press(
        self,
        chat: int,
        message: int | Shown,
        sender: int,
        text: str | None = None,
        *,
        data: str | None = None,
        forged: bool = False,
        wait: float = 15.0,
        age: float = 0.0,
    ) -> Pressed:
        """Press the button with this text or data; `wait` seconds for the bot's answer (0: not at all).

        With `forged` the data need not stand on any button; with `age` the press was made so many seconds ago. For an
        ephemeral message pass what `messages()` showed.
        """
        ephemeral = message.ephemeral_id if isinstance(message, Shown) else None
        message_id = message.id if isinstance(message, Shown) else message
        given = {"from": sender, "text": text, "data": data, "forged": forged, "age": age}
        given["ephemeral_message_id"] = ephemeral
        path = f"/sim/chats/{chat}/messages/{message_id}/press"
        result = await self._call("POST", path, given, {"wait": wait})
        answer = result.get("answer") or {}
        return Pressed(
            answered=bool(result.get("answered")),
            text=answer.get("text"),
            show_alert=bool(answer.get("show_alert")),
            url=answer.get("url"),
            copied=result.get("copied"),
            written=result.get("message"),
        )

    async def messages(
        self,
        chat: int,
        *,
        after: int | None = None,
        thread: int | None = None,
        wait: float | None = None,
        reader: int | None = None,
    ) -> Page:
        """What stands in a chat; with `after` a revision, what changed since, tombstones included.

        `reader` sees their ephemeral messages too; `thread` 0 means outside of any topic; `wait` seconds for a change.
        """
        query = {"after": after, "thread": thread, "wait": wait, "as": reader}
        result = await self._call("GET", f"/sim/chats/{chat}/messages", query=query)
        return Page(result["revision"], [shown(item) for item in result["messages"]])

    async def wait_for(
        self,
        chat: int,
        wanted: Callable[[Shown], bool],
        *,
        timeout: float = 10.0,
        thread: int | None = None,
        reader: int | None = None,
    ) -> Shown:
        """The latest message that stands in the chat and is wanted, as soon as there is one; else `TimeoutError`."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + timeout
        while True:
            page = await self.messages(chat, thread=thread, reader=reader)
            for message in reversed(page.messages):
                if wanted(message):
                    return message
            left = deadline - loop.time()
            if left <= 0:
                msg = f"not seen within {timeout} s among {len(page.messages)} messages"
                raise TimeoutError(msg)
            await self.messages(chat, after=page.revision, wait=left)

    async def topics(self, chat: int) -> list[JSON]:
        """The chat's topics."""
        listed: list[JSON] = (await self._call("GET", f"/sim/chats/{chat}/topics"))["topics"]
        return listed

    async def open_topic(self, chat: int, sender: int, name: str) -> int:
        """Open a topic; its id."""
        result = await self._call("POST", f"/sim/chats/{chat}/topics", {"from": sender, "name": name})
        return int(result["message_thread_id"])

    async def delete_topic(self, chat: int, thread: int) -> None:
        """Staff delete a topic with all it holds; the bot is told nothing."""
        await self._call("POST", f"/sim/chats/{chat}/topics/{thread}", {"delete": True})

    async def close_topic(self, chat: int, thread: int, *, closed: bool = True) -> None:
        """Staff close or reopen a topic."""
        await self._call("POST", f"/sim/chats/{chat}/topics/{thread}", {"close": closed})

    async def fault(
        self,
        kind: str,
        *,
        method: str | None = None,
        chat: int | None = None,
        times: int = 1,
        after_accepting: bool = False,
        **details: Any,
    ) -> None:
        """Make the next matching calls fail: 429, 400, 401, 403, 409, 500, 502, drop, delay.

        `details`: `retry_after` of a 429, `seconds` of a delay, `description` of a refusal; `lasts` so many seconds or
        `until_cleared` in place of `times`.
        """
        given = {
            "kind": kind,
            "method": method,
            "chat": chat,
            "times": times,
            "after_accepting": after_accepting,
        }
        await self._call("POST", "/sim/faults", given | details)

    async def faults(self) -> list[JSON]:
        """What is still to fail."""
        listed: list[JSON] = (await self._call("GET", "/sim/faults"))["faults"]
        return listed

    async def clear_faults(self) -> None:
        """Let nothing fail any more."""
        await self._call("DELETE", "/sim/faults")

    async def outage(self) -> None:
        """Let every call fail as Telegram's frontends do in an outage, until the faults are cleared."""
        await self.fault("502", until_cleared=True)

    async def set_token(self, token: str | None) -> None:
        """BotFather gives the bot this token; `None` revokes the present one. A webhook goes with the token."""
        await self._call("POST", "/sim/token", {"token": token})

    async def clock(self) -> float:
        """How far business time was advanced, in seconds."""
        return float((await self._call("GET", "/sim/clock"))["offset"])

    async def advance(self, seconds: float) -> float:
        """Move business time forward; the whole offset in seconds."""
        return float((await self._call("POST", "/sim/clock", {"advance": seconds}))["offset"])

    async def limits(self, on: bool) -> None:
        """Switch flood limits."""
        await self._call("POST", "/sim/limits", {"on": on})

    async def latency(self, low_ms: float, high_ms: float, uplink_ms: float = 0.0, seed: int = 0) -> None:
        """How long the bot waits for an answer."""
        given = {"low_ms": low_ms, "high_ms": high_ms, "uplink_ms": uplink_ms, "seed": seed}
        await self._call("POST", "/sim/latency", given)

    async def calls(self, after: int = 0, *, method: str | None = None, chat: int | None = None) -> list[JSON]:
        """The bot's calls after number `after`, of one method or chat if wanted."""
        listed: list[JSON] = (await self._call("GET", "/sim/calls", query={"after": after}))["calls"]
        return [call for call in listed if method in (None, call["method"]) and (chat is None or call["chat"] == chat)]

    async def unsupported(self) -> dict[str, int]:
        """Methods that the bot asked for in vain, with how often."""
        asked: dict[str, int] = (await self._call("GET", "/sim/unsupported"))["methods"]
        return asked

    async def _call(
        self, verb: str, path: str, given: Mapping[str, Any] | None = None, query: Mapping[str, Any] | None = None
    ) -> JSON:
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=600))  # a leap: all jobs
        body = None if given is None else {key: value for key, value in given.items() if value is not None}
        params = {key: str(value) for key, value in (query or {}).items() if value is not None}
        async with self._session.request(verb, self._url + path, json=body, params=params) as response:
            result: JSON = await response.json() if response.content_type == "application/json" else {}
            if response.status != 200:
                raise RefusedError(response.status, str(result.get("error", f"status {response.status}")))
            return result
