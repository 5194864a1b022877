"""What a crowd says: lines, requests from the first word to the end, and how much of them."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from tests.conversations.talkers import Worker


@dataclass
class Line:
    """Something said: its `key` stands in every version of it, the last version is how it reads now."""

    key: str
    versions: list[str]
    by_reply: int | None = None
    """The message in the topic that it was written as, where it answers another one."""

    @property
    def now(self) -> str:
        """As it reads now."""
        return self.versions[-1]


@dataclass
class Talk:
    """One person's request, from the first word to the end."""

    number: int
    person: int
    worker: Worker
    taken: bool = False
    """Whether the caseworker takes it by the button; else the first answer does."""
    closed: bool = False
    reopened: bool = False
    lines: list[Line] = field(default_factory=list)
    answers: list[Line] = field(default_factory=list)
    places: list[tuple[int, int]] = field(default_factory=list)
    """Every group and topic in which it stood, the present one last."""
    in_lost_topic: int = 0
    """How many of the lines stood in a topic that somebody deleted."""
    all_said: asyncio.Event = field(default_factory=asyncio.Event)
    in_group: asyncio.Lock = field(default_factory=asyncio.Lock)
    """Held by whoever does something in the topic, and by whoever takes the topic or the caseworker away."""

    @property
    def thread(self) -> int:
        """The topic in which it stands now; 0 as long as it has none."""
        return self.places[-1][1] if self.places else 0

    @property
    def first(self) -> str:
        """The key of the first line: tells its topic from the others."""
        return self.lines[0].key


@dataclass(frozen=True)
class Measure:
    """How much is said: people, lines and answers each, and how long a person may think between two lines."""

    people: int
    lines: int
    answers: int
    thinking: float = 0.0
