"""The things that exist: people, chats, members, topics, messages, files."""

from dataclasses import dataclass, field
from typing import Any

from simulator.signals import Signal

JSON = dict[str, Any]

ANONYMOUS_ADMIN_ID = 1087968824
"""Telegram's GroupAnonymousBot: `from` of a message that an anonymous administrator wrote."""

INSIDE = frozenset({"creator", "administrator", "member"})


@dataclass(slots=True)
class Person:
    """Somebody who talks to the bot. `wrote` once they did: only then may the bot write to them.

    `deactivated`: the account is deleted.
    """

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    phone: str | None = None
    about: str = ""
    side: str = "person"
    wrote: bool = False
    blocked: bool = False
    deactivated: bool = False
    shown: JSON | None = None
    """The Bot API's User, made when first asked for and shared by all that show it."""


@dataclass(slots=True)
class Member:
    """Somebody's place in a group; `rights` by the Bot API's names (`can_manage_topics`, …)."""

    user_id: int
    status: str
    rights: dict[str, bool] = field(default_factory=dict)

    @property
    def is_inside(self) -> bool:
        """Whether the person is in the group now."""
        return self.status in INSIDE or (self.status == "restricted" and self.rights.get("is_member", True))

    def may(self, right: str) -> bool:
        """Whether the member holds an administrator's right."""
        return self.status == "creator" or (self.status == "administrator" and self.rights.get(right, False))


@dataclass(slots=True)
class Topic:
    """A forum topic; its id is the id of the service message that created it."""

    thread_id: int
    name: str
    icon_color: int
    icon_custom_emoji_id: str | None
    creator_id: int
    closed: bool = False


@dataclass(slots=True, eq=False)
class StoredMessage:
    """A message as it stands now.

    `body` is the Bot API's Message without `reply_markup` and `reply_to_message`; it is replaced, never changed in
    place, so that updates already queued keep what they said. `markup` is an inline keyboard, `keyboard` a reply one.
    """

    message_id: int
    body: JSON
    sender_id: int
    thread: int | None = None
    reply_to: "StoredMessage | None" = None
    markup: JSON | None = None
    keyboard: JSON | None = None
    ephemeral_id: int | None = None
    ephemeral_to: int | None = None
    replaces: int | None = None
    reactions: dict[int, str] = field(default_factory=dict)
    pinned: bool = False
    edited: bool = False
    deleted: bool = False
    revision: int = 0

    @property
    def is_service(self) -> bool:
        """Whether it only reports an event (topic created, member joined, …)."""
        return not (self.body.keys() & CONTENT_KINDS)


CONTENT_KINDS = frozenset(
    {
        "text", "photo", "document", "voice", "video", "video_note", "audio", "animation", "sticker",
        "contact", "location", "poll", "dice", "rich_message",
    }
)  # fmt: skip


@dataclass(slots=True)
class Chat:
    """A private chat, group or supergroup. Every visible change raises `revision`; `gone` once the group is deleted."""

    id: int
    type: str
    title: str | None = None
    is_forum: bool = False
    members: dict[int, Member] = field(default_factory=dict)
    topics: dict[int, Topic] = field(default_factory=dict)
    messages: list[StoredMessage] = field(default_factory=list)
    by_id: dict[int, StoredMessage] = field(default_factory=dict)
    ephemeral: dict[int, StoredMessage] = field(default_factory=dict)
    revision: int = 0
    last_message_id: int = 0
    last_ephemeral_id: int = 0
    migrated_to: int | None = None
    gone: bool = False
    forget_at: int = 0
    changed: Signal = field(default_factory=Signal)

    @property
    def is_private(self) -> bool:
        """Whether it is one person's chat with the bot."""
        return self.type == "private"

    def find(self, message_id: int) -> StoredMessage | None:
        """The message with this id, unless it is gone."""
        stored = self.by_id.get(message_id)
        return None if stored is None or stored.deleted else stored

    def forget(self, keep: int) -> None:
        """Forget all but the last `keep` messages; what opens a topic or is pinned stays.

        Nothing is done until as many more stand there, so that it costs little per message.
        """
        if len(self.messages) < max(2 * keep, self.forget_at):
            return
        old, last = self.messages[:-keep], self.messages[-keep:]
        self.messages = [stored for stored in old if stored.pinned or stored.message_id in self.topics] + last
        self.forget_at = len(self.messages) + keep
        kept = set(self.messages)
        for stored in old:
            if stored not in kept:
                self.by_id.pop(stored.message_id, None)
                self.ephemeral.pop(stored.ephemeral_id or 0, None)
        for stored in self.messages:
            if stored.reply_to not in kept:
                stored.reply_to = None

    def find_ephemeral(self, ephemeral_id: int) -> StoredMessage | None:
        """The ephemeral message with this id, unless it is gone."""
        stored = self.ephemeral.get(ephemeral_id)
        return None if stored is None or stored.deleted else stored


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file's content, or only its size where nobody needs the bytes (zeros are served then)."""

    file_id: str
    unique_id: str
    path: str
    size: int
    content: bytes | None
    name: str = ""
    kind: str = "document"
    duration: int = 5
    """Seconds, where something lasts."""

    def read(self) -> bytes:
        """The bytes to serve."""
        return self.content if self.content is not None else bytes(self.size)
