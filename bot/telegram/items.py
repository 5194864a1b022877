"""A letter ready to be shown, and what stands at Telegram of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.telegram.rendered import Rendered
from casework.letters.policies import Form


@dataclass(frozen=True, slots=True)
class Place:
    """Where a letter goes. `thread_id`: the topic, where there is one; `case_id`: the case whose topic it is."""

    chat_id: int
    thread_id: int | None = None
    case_id: int | None = None


@dataclass(frozen=True, slots=True)
class SlotState:
    """A slot as it was when the letter was made ready; `revision` and `kind` are of what will be shown."""

    id: int
    revision: int
    kind: str
    message_id: int | None
    digest: str | None
    first: bool
    """Whether it was never shown before."""
    same_kind: bool = False
    """Whether what stands there is of the kind that will be shown."""


@dataclass(frozen=True, slots=True)
class Also:
    """A letter that leaves inside of another one."""

    letter_id: int
    kind: str
    facts: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Item:
    """One letter ready to be shown."""

    form: Form
    place: Place
    rendered: Rendered
    edit: int | None = None
    """The message that an edit or a reaction means."""
    reply_to: int | None = None
    slot: SlotState | None = None
    newest: int | None = None
    """The newest message known in a private chat."""
    also: tuple[Also, ...] = ()
    """The letters behind it whose words it carries, too."""
    paid: bool = False
    """Whether Telegram may take its price for speed."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands at Telegram now. `fresh`: as a new message."""

    message_id: int | None
    fresh: bool = False
    digest: str | None = None
    topic_deleted: bool = False
    album: tuple[int, ...] = ()
    """The messages behind the first one, where several were sent at once."""
    left: tuple[int, ...] = ()
    """Messages that were to be taken away and that Telegram keeps where they are."""
    refused: str = ""
    """Why somebody could not be taken out of a group."""
