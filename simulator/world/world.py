"""Everything that exists at one moment, and the few lookups everybody needs."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from simulator.signals import EventHub
from simulator.world.callbacks import CallbackDesk
from simulator.world.clock import SimClock
from simulator.world.model import JSON, Chat, Member, Person, StoredFile
from simulator.world.updates import UpdateQueue

FIRST_PERSON_ID = 1001
FIRST_GROUP_ID = -1001
FIRST_SUPERGROUP_ID = -1001000000001


@dataclass
class BotProfile:
    """The bot's own account and what it set about itself."""

    id: int
    username: str
    name: str
    topics_in_private: bool = False
    sees_all_group_messages: bool = True
    commands: dict[str, list[JSON]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    menu_buttons: dict[int, JSON] = field(default_factory=dict)


class World:
    """People, chats and files; who has to be told about a change.

    `keep`: how many messages of a chat are remembered at least, the rest is forgotten; `None` for all.
    """

    def __init__(
        self,
        bot: BotProfile,
        clock: SimClock,
        speed: float = 1.0,
        check: Callable[[JSON], None] | None = None,
        keep: int | None = None,
    ) -> None:
        self.bot = bot
        self.clock = clock
        self.speed = speed
        self.keep = keep
        self.hub = EventHub()
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, StoredFile] = {}
        self.files_by_path: dict[str, StoredFile] = {}
        self.local_folder: Path | None = None
        """Where a server in its local mode puts the bot's files."""
        self._person_ids = count(FIRST_PERSON_ID)
        self._album_ids = count(13_000_000_000)
        self._group_ids = {"group": count(FIRST_GROUP_ID, -1), "supergroup": count(FIRST_SUPERGROUP_ID, -1)}
        self.updates = UpdateQueue(clock, check)
        self.callbacks = CallbackDesk(clock, speed)

    def add_person(self, person: Person) -> Chat:
        """Register a person together with their private chat, which has the person's id."""
        chat = Chat(id=person.id, type="private")
        self.people[person.id] = person
        self.chats[person.id] = chat
        self.hub.publish({"users": True})
        return chat

    def next_person_id(self) -> int:
        """The next id from 1001 on that nobody has."""
        return next(number for number in self._person_ids if number not in self.people)

    def next_album_id(self) -> int:
        """A number that no album of the bot has."""
        return next(self._album_ids)

    def next_group_id(self, kind: str) -> int:
        """A free id for a `group` or a `supergroup`."""
        return next(number for number in self._group_ids[kind] if number not in self.chats)

    def bot_member(self, chat: Chat) -> Member:
        """The bot's place in a group; `left` where it never was."""
        return chat.members.get(self.bot.id) or Member(self.bot.id, "left")

    def add_file(
        self, name: str, size: int, content: bytes | None, kind: str = "document", duration: int = 5
    ) -> StoredFile:
        """Keep a file; equal content gets an own id each time, as in Telegram."""
        number = len(self.files) + 1
        unique = hashlib.sha256(f"{self.bot.id}:{number}".encode()).hexdigest()[:16]
        suffix = name.rsplit(".", 1)[-1].lower() if "." in name else "bin"
        safe = suffix if suffix.isalnum() and suffix.isascii() else "bin"
        path = f"files/file_{number}.{safe}"
        stored = StoredFile(f"SIM{unique}{number}", f"U{unique}", path, size, content, name, kind, duration)
        self.files[stored.file_id] = self.files_by_path[stored.path] = stored
        return stored

    def has_topics(self, chat: Chat) -> bool:
        """Whether messages of this chat may stand in topics."""
        return self.bot.topics_in_private if chat.is_private else chat.is_forum
