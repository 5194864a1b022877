"""Groups: members, rights, topics, and the change into a supergroup."""

from aiohttp import web

from simulator.people import body
from simulator.people.body import Body, PeopleError
from simulator.people.messages import sender
from simulator.world import members, messages, topics, views
from simulator.world.model import JSON, Chat, Member
from simulator.world.world import World

KINDS = frozenset({"group", "supergroup"})


class ChatRoutes:
    """`/sim/chats` except its messages."""

    def __init__(self, world: World) -> None:
        self._world = world

    async def listing(self, _: web.Request) -> web.Response:
        """Every chat with its members."""
        return web.json_response({"chats": [self._chat(chat) for chat in self._world.chats.values()]})

    async def add(self, request: web.Request) -> web.Response:
        """Make a group with its members; the bot is told that it came in."""
        given = await body.read(request)
        kind = given.text("type") or "supergroup"
        if kind not in KINDS:
            raise PeopleError("type must be group or supergroup")
        is_forum = given.flag("is_forum")
        if is_forum and kind == "group":
            raise PeopleError("only a supergroup has topics")
        chat = Chat(id=self._free_id(given, kind), type=kind, title=given.required("title"), is_forum=is_forum)
        for member in _given_members(given):
            self._require_person(member.user_id)
            chat.members[member.user_id] = member
        self._world.chats[chat.id] = chat
        self._bring_bot(chat, given)
        self._world.hub.publish({"users": True})
        return web.json_response(self._chat(chat))

    async def change(self, request: web.Request) -> web.Response:
        """Give a group another title, or switch its topics on or off."""
        chat = self._group(request)
        given = await body.read(request)
        title = given.text("title")
        if title:
            chat.title = title
        if "is_forum" in given.fields:
            if chat.type != "supergroup":
                raise PeopleError("only a supergroup has topics")
            chat.is_forum = given.flag("is_forum")
        messages.touch(self._world, chat, None)
        return web.json_response(self._chat(chat))

    async def remove(self, request: web.Request) -> web.Response:
        """The owner deletes a group; the bot is told that it is out, and every call is refused from then on."""
        chat = self._group(request)
        by = self._somebody_in_charge(chat, self._world.bot.id)
        members.set_status(self._world, chat, self._world.bot.id, "left", {}, by)
        chat.gone = True
        messages.touch(self._world, chat, None)
        return web.json_response({"ok": True})

    async def set_member(self, request: web.Request) -> web.Response:
        """Somebody joins, leaves, is promoted, restricted or removed; the bot too."""
        chat = self._group(request)
        user_id = body.path_number(request, "user")
        given = await body.read(request)
        if user_id != self._world.bot.id:
            self._require_person(user_id)
        former = chat.members.get(user_id)
        status = given.text("status") or (former.status if former else "member")
        if status not in members.STATUSES:
            raise PeopleError("unknown status")
        by = given.integer("by") or self._somebody_in_charge(chat, user_id)
        member = members.set_status(self._world, chat, user_id, status, given.mapping("rights"), by)
        return web.json_response(views.member_json(self._world, member))

    async def upgrade(self, request: web.Request) -> web.Response:
        """The group becomes a supergroup; returns the new chat."""
        chat = self._group(request)
        if chat.type != "group" or chat.migrated_to is not None:
            raise PeopleError("only a group that was not upgraded yet can become a supergroup")
        given = await body.read(request)
        new = members.upgrade(self._world, chat, given.flag("is_forum"))
        return web.json_response(self._chat(new))

    async def topics(self, request: web.Request) -> web.Response:
        """The chat's topics."""
        chat = body.chat_at(self._world, request)
        listed = [
            {
                "message_thread_id": topic.thread_id,
                "name": topic.name,
                "icon_custom_emoji_id": topic.icon_custom_emoji_id,
                "icon_emoji": topics.EMOJI_OF.get(topic.icon_custom_emoji_id or ""),
                "closed": topic.closed,
            }
            for topic in chat.topics.values()
        ]
        return web.json_response({"topics": listed})

    async def add_topic(self, request: web.Request) -> web.Response:
        """Staff open a topic: `{"name": …, "from": …}`; returns its service message's id as `message_thread_id`."""
        chat = body.chat_at(self._world, request)
        given = await body.read(request)
        if not self._world.has_topics(chat):
            raise PeopleError("the chat has no topics")
        author = messages.author_of(self._world, sender(self._world, chat, given).id)
        topic = topics.create(self._world, chat, author, given.required("name"), topics.DEFAULT_ICON_COLOR, None)
        return web.json_response(views.topic_json(topic))

    async def act_on_topic(self, request: web.Request) -> web.Response:
        """Staff delete, close or reopen a topic: `{"delete": true}`, `{"close": true}`, `{"close": false}`."""
        chat = body.chat_at(self._world, request)
        topic = chat.topics.get(body.path_number(request, "thread"))
        if topic is None:
            raise PeopleError("no such topic", 404)
        given = await body.read(request)
        if given.flag("delete"):
            topics.remove(self._world, chat, topic)
        elif "close" in given.fields:
            closed = given.flag("close")
            if closed != topic.closed:
                by = given.integer("from") or self._somebody_in_charge(chat, 0)
                topics.set_closed(self._world, chat, messages.author_of(self._world, by), topic, closed)
        else:
            raise PeopleError("delete or close is needed")
        return web.json_response({"ok": True})

    def _free_id(self, given: Body, kind: str) -> int:
        wanted = given.integer("id")
        if wanted is None:
            return self._world.next_group_id(kind)
        if wanted >= 0 or wanted in self._world.chats:
            raise PeopleError("id must be negative and free")
        return wanted

    def _bring_bot(self, chat: Chat, given: Body) -> None:
        status = given.text("bot_status") or "left"
        if status not in members.STATUSES:
            raise PeopleError("unknown bot_status")
        if status == "left":
            return
        by = self._somebody_in_charge(chat, self._world.bot.id)
        members.set_status(self._world, chat, self._world.bot.id, status, given.mapping("bot_rights") or {}, by)

    def _somebody_in_charge(self, chat: Chat, fallback: int) -> int:
        """Who did it, if the request does not say: the creator, an administrator, the member themselves."""
        if chat.is_private:
            return chat.id
        for status in ("creator", "administrator", "member"):
            for member in chat.members.values():
                if member.status == status and member.user_id != self._world.bot.id:
                    return member.user_id
        return fallback or self._world.bot.id

    def _require_person(self, user_id: int) -> None:
        if user_id not in self._world.people:
            raise PeopleError(f"no such person: {user_id}", 404)

    def _group(self, request: web.Request) -> Chat:
        chat = body.chat_at(self._world, request)
        if chat.is_private:
            raise PeopleError("a private chat has no members to change")
        return chat

    def _chat(self, chat: Chat) -> JSON:
        listed = [
            {"user_id": member.user_id, "status": member.status, "rights": member.rights}
            for member in chat.members.values()
        ]
        shown = views.chat_json(self._world, chat)
        title = chat.title or " ".join(filter(None, (shown.get("first_name"), shown.get("last_name"))))
        more = {"title": title, "is_forum": chat.is_forum, "migrated_to": chat.migrated_to}
        return shown | more | {"revision": chat.revision, "members": listed}


def _given_members(given: Body) -> list[Member]:
    listed = given.fields.get("members") or []
    if not isinstance(listed, list):
        raise PeopleError("members must be a list")
    result = []
    for item in listed:
        fields = Body(item if isinstance(item, dict) else {"user_id": item})
        user_id = fields.integer("user_id")
        status = fields.text("status") or "member"
        if user_id is None or status not in members.STATUSES:
            raise PeopleError("each member needs a user_id and a known status")
        result.append(Member(user_id, status, fields.mapping("rights") or {}))
    return result
