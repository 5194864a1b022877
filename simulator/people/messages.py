"""A person writes, edits, deletes, reacts."""

import base64
import binascii
import random
from typing import Any

from aiohttp import web

from simulator import entities as entity_rules
from simulator.people import body
from simulator.people.body import Body, PeopleError
from simulator.world import media, messages, views
from simulator.world.messages import Author, Outgoing
from simulator.world.model import ANONYMOUS_ADMIN_ID, JSON, Chat, Person, StoredMessage
from simulator.world.world import World

MAX_TEXT = 4096
MOST_IN_ALBUM = 10
ANONYMOUS = "anonymous"


class MessageRoutes:
    """`/sim/chats/{chat}/messages` except reading and pressing."""

    def __init__(self, world: World) -> None:
        self._world = world

    async def write(self, request: web.Request) -> web.Response:
        """The person writes; a text too long for one message goes in parts, as clients do (the first is returned)."""
        chat = body.chat_at(self._world, request)
        given = await body.read(request)
        parts = _contents(self._world, given)
        stored = [say(self._world, chat, given, content) for content in parts]
        return web.json_response(views.message_json(chat, stored[0]))

    async def crowd(self, request: web.Request) -> web.Response:
        """Many people write to the bot at once, for load runs: `{"writes": [[user id, text], …]}`.

        Who is not known yet is registered under this id.
        """
        writes = (await body.read(request)).fields.get("writes")
        if not isinstance(writes, list) or not all(isinstance(each, list) and len(each) == 2 for each in writes):
            raise PeopleError("writes must be a list of pairs")
        for user_id, text in writes:
            if user_id not in self._world.people:
                self._world.add_person(Person(user_id, f"Людина {user_id}"))
            say(self._world, self._world.chats[user_id], Body({"from": user_id}), {"text": text})
        return web.json_response({"ok": True})

    async def edit(self, request: web.Request) -> web.Response:
        """The person changes the words of a message of theirs."""
        chat = body.chat_at(self._world, request)
        stored = body.message_at(chat, request)
        given = await body.read(request)
        _require_own(given, stored)
        name = "text" if "text" in stored.body else "caption"
        words = given.text(name)
        if words is None or (name == "text" and not words.strip()):
            raise PeopleError(f"{name} is missing")
        entities = "entities" if name == "text" else "caption_entities"
        content: JSON = {name: words or None, entities: entity_rules.detect(words, []) or None}
        messages.edit(self._world, chat, stored, content, stored.markup)
        messages.tell_bot(self._world, chat, stored, "edited_message")
        return web.json_response(views.message_json(chat, stored))

    async def delete(self, request: web.Request) -> web.Response:
        """The person deletes a message; the bot is told nothing, as in Telegram."""
        chat = body.chat_at(self._world, request)
        messages.delete(self._world, chat, body.message_at(chat, request))
        return web.json_response({"ok": True})

    async def react(self, request: web.Request) -> web.Response:
        """The person reacts; no emoji, or the same once more, takes the reaction back."""
        chat = body.chat_at(self._world, request)
        stored = body.message_at(chat, request)
        given = await body.read(request)
        person = sender(self._world, chat, given)
        emoji = given.text("emoji") or None
        if emoji is not None and stored.reactions.get(person.id) == emoji:
            emoji = None
        former = messages.react(self._world, chat, stored, person.id, emoji)
        if former != emoji and self._bot_learns_of_reactions(chat):
            self._world.updates.add("message_reaction", self._reaction(chat, stored, person, former, emoji), chat.id)
        return web.json_response({"ok": True})

    def _bot_learns_of_reactions(self, chat: Chat) -> bool:
        return chat.is_private or self._world.bot_member(chat).status == "administrator"

    def _reaction(
        self, chat: Chat, stored: StoredMessage, person: Person, former: str | None, emoji: str | None
    ) -> JSON:
        return {
            "chat": views.chat_json(self._world, chat),
            "message_id": stored.message_id,
            "user": views.person_json(person),
            "date": self._world.clock.date(),
            "old_reaction": _reaction_list(former),
            "new_reaction": _reaction_list(emoji),
        }


def say(world: World, chat: Chat, given: Body, content: JSON) -> StoredMessage:
    """Post what a person says, with reply and topic from the request, and tell the bot."""
    author = _author(world, chat, given)
    reply_to = _reply_to(chat, given)
    thread = _thread(world, chat, given, reply_to)
    _require_open(world, chat, thread, author)
    if chat.is_private:
        world.people[chat.id].wrote = True
    stored = messages.post(world, chat, author, Outgoing(content, thread=thread, reply_to=reply_to))
    messages.tell_bot(world, chat, stored)
    return stored


def sender(world: World, chat: Chat, given: Body) -> Person:
    """The person who acts; in a group they must be in it, in a private chat it must be theirs."""
    user_id = given.integer("from")
    person = world.people.get(user_id) if user_id is not None else None
    if person is None:
        raise PeopleError("no such person in from", 404)
    if chat.migrated_to is not None:
        raise PeopleError("the group became a supergroup")
    if chat.is_private and chat.id != person.id:
        raise PeopleError("this private chat is somebody else's")
    member = chat.members.get(person.id)
    if not chat.is_private and (member is None or not member.is_inside):
        raise PeopleError("the person is not in this group")
    if chat.is_private and person.blocked:
        raise PeopleError("the person blocked the bot")
    if person.deactivated or chat.gone:
        raise PeopleError("the account or the group is deleted")
    return person


def _author(world: World, chat: Chat, given: Body) -> Author:
    if given.fields.get("from") == ANONYMOUS:
        if chat.is_private:
            raise PeopleError("anonymous administrators write in groups only")
        return messages.anonymous_author(world, chat)
    person = sender(world, chat, given)
    member = chat.members.get(person.id)
    if member is not None and member.status == "restricted" and not member.rights.get("can_send_messages", False):
        raise PeopleError("the person may not write in this group")
    return messages.author_of(world, person.id)


def _reply_to(chat: Chat, given: Body) -> StoredMessage | None:
    message_id = given.integer("reply_to")
    if message_id is None:
        return None
    stored = chat.find(message_id)
    if stored is None:
        raise PeopleError("the message to reply to is gone", 404)
    return stored


def _thread(world: World, chat: Chat, given: Body, reply_to: StoredMessage | None) -> int | None:
    thread = given.integer("thread")
    if thread is None:
        return reply_to.thread if reply_to else None
    if thread in (0, 1):
        return None
    if not world.has_topics(chat) or thread not in chat.topics:
        raise PeopleError("no such topic", 404)
    return thread


def _require_open(world: World, chat: Chat, thread: int | None, author: Author) -> None:
    topic = chat.topics.get(thread) if thread is not None else None
    if topic is None or not topic.closed or author.id == ANONYMOUS_ADMIN_ID or chat.is_private:
        return
    member = chat.members.get(author.id)
    if member is None or not member.may("can_manage_topics"):
        raise PeopleError("the topic is closed")


def _contents(world: World, given: Body) -> list[JSON]:
    """What the message carries; several for a text longer than one message may be."""
    text = given.text("text")
    if text is not None:
        if not text.strip():
            raise PeopleError("the text is empty")
        return [_text(part) for part in _parts(text)]
    attached = given.mapping("media")
    if attached is not None:
        return [_media(world, given, Body(attached))]
    album = given.fields.get("items")
    if isinstance(album, list):
        return _album(world, given, album)
    raw = given.mapping("raw")
    if raw is not None:
        return [raw]
    if given.fields.get("contact") is not None:
        return [{"contact": _contact(world, given)}]
    if isinstance(place := given.fields.get("venue"), dict):
        venue = _venue(Body(place))
        return [{"venue": venue, "location": venue["location"]}]
    for name, make in (("location", _location), ("poll", _poll), ("dice", _dice)):
        value = given.fields.get(name)
        if value is not None:
            return [{name: make(Body(value if isinstance(value, dict) else {}))}]
    raise PeopleError("text, media, items, contact, location, venue, poll or dice is needed")


def _album(world: World, given: Body, items: list[Any]) -> list[JSON]:
    """Several files sent at once; each item has its `media` and maybe its `caption`."""
    if not 2 <= len(items) <= MOST_IN_ALBUM or not all(isinstance(each, dict) for each in items):
        raise PeopleError("an album has two to ten items")
    group = given.text("album") or str(random.getrandbits(53))
    return [_media(world, Body(each | {"album": group}), Body(each.get("media") or {})) for each in items]


def _text(text: str) -> JSON:
    text, _ = entity_rules.trim(text, [])
    entities = entity_rules.detect(text, [])
    return {"text": text, "entities": entities} if entities else {"text": text}


def _parts(text: str) -> list[str]:
    parts, rest = [], text
    while rest.strip():
        end = _fitting(rest)
        parts.append(rest[:end])
        rest = rest[end:]
    return parts


def _fitting(text: str) -> int:
    """How many characters fit into one message of 4096 UTF-16 units."""
    units = 0
    for index, char in enumerate(text):
        units += 2 if ord(char) > 0xFFFF else 1
        if units > MAX_TEXT:
            return index
    return len(text)


def _media(world: World, given: Body, attached: Body) -> JSON:
    kind = attached.required("kind")
    if kind not in media.KINDS:
        raise PeopleError(f"kind must be one of {', '.join(sorted(media.KINDS))}")
    encoded = attached.text("content_base64")
    try:
        content = base64.b64decode(encoded, validate=True) if encoded is not None else None
    except binascii.Error:
        raise PeopleError("content_base64 is not base64") from None
    # A file may turn out to be empty, although its sender's app said otherwise.
    size = len(content) if content else attached.integer("size")
    if not size or size < 0:
        raise PeopleError("content_base64 or size is needed")
    name = attached.text("name") or f"{kind}.bin"
    duration = attached.integer("duration") or 5
    result = media.media_content(kind, world.add_file(name, size, content, kind, duration))
    caption = given.text("caption")
    if caption:
        result["caption"] = caption
        entities = entity_rules.detect(caption, [])
        if entities:
            result["caption_entities"] = entities
    album = given.text("album")
    return result | {"media_group_id": album} if album else result


def _contact(world: World, given: Body) -> JSON:
    value = given.fields["contact"]
    person = world.people.get(given.integer("from") or 0)
    if value in ("own", True) and person is not None:
        return own_contact(person)
    if not isinstance(value, dict):
        raise PeopleError('contact must be "own" or an object')
    foreign = Body(value)
    contact: JSON = {"phone_number": foreign.required("phone_number"), "first_name": foreign.required("first_name")}
    optional: dict[str, Any] = {"last_name": foreign.text("last_name"), "user_id": foreign.integer("user_id")}
    return contact | {key: item for key, item in optional.items() if item is not None}


def own_contact(person: Person) -> JSON:
    """The contact that a client sends when somebody shares their own phone."""
    if not person.phone:
        raise PeopleError("the person has no phone")
    contact: JSON = {"phone_number": person.phone, "first_name": person.first_name, "user_id": person.id}
    return contact | {"last_name": person.last_name} if person.last_name else contact


def _location(given: Body) -> JSON:
    return {"latitude": given.number("latitude", 48.57), "longitude": given.number("longitude", 39.31)}


def _venue(given: Body) -> JSON:
    return {
        "location": _location(given),
        "title": given.text("title") or "Місце",
        "address": given.text("address") or "",
    }


def _poll(given: Body) -> JSON:
    options = given.fields.get("options") or ["1", "2"]
    return {
        "id": str(random.getrandbits(60)),
        "question": given.text("question") or "?",
        "options": [
            {"persistent_id": str(index), "text": str(text), "voter_count": 0} for index, text in enumerate(options)
        ],
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": True,
        "type": "regular",
        "allows_multiple_answers": False,
        "members_only": False,
        "allows_revoting": True,
    }


def _dice(given: Body) -> JSON:
    return {"emoji": given.text("emoji") or "🎲", "value": given.integer("value") or random.randint(1, 6)}


def _require_own(given: Body, stored: StoredMessage) -> None:
    wanted = ANONYMOUS_ADMIN_ID if given.fields.get("from") == ANONYMOUS else given.integer("from")
    if wanted != stored.sender_id:
        raise PeopleError("only the author can edit a message")
    if stored.is_service:
        raise PeopleError("a service message can't be edited")


def _reaction_list(emoji: str | None) -> list[JSON]:
    return [{"type": "emoji", "emoji": emoji}] if emoji else []
