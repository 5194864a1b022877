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
    taken_anew: bool = False
    """Whether an answer was said again after the person had reopened it: nobody owned it then."""
    lines: list[Line] = field(default_factory=list)
    answers: list[Line] = field(default_factory=list)
    thread: int = 0
    all_said: asyncio.Event = field(default_factory=asyncio.Event)

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
