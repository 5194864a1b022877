"""How a letter behaves: whose word it is, how urgent, how it reaches Telegram."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import IntEnum, StrEnum


class Nature(StrEnum):
    """`ANSWER`: the person did something, or a human decided it. `AUTOMATIC`: the machine speaks by itself."""

    ANSWER = "answer"
    AUTOMATIC = "automatic"


class Priority(IntEnum):
    """The order within a lane and between lanes; lower leaves first."""

    CRISIS = 0
    SCREEN = 1
    CASE = 2
    REMINDER = 3
    BROADCAST = 4
    PAID = 5
    """A broadcast for whose speed we pay: it goes beside the free pace, and behind everything else."""


class Form(StrEnum):
    """What is called at Telegram for a letter of this kind."""

    MESSAGE = "message"
    """A new message."""
    EDIT = "edit"
    """The message that a pair points to is changed."""
    REACTION = "reaction"
    """A reaction is set on the message that a pair points to."""
    SCREEN = "screen"
    """A slot that is sent anew once newer messages stand below it."""
    CARD = "card"
    """A slot that stays where it is and is edited in place."""
    RECORD = "record"
    """A slot that stays where it was sent first, among the messages of its chat, and is edited in place."""
    TOPIC = "topic"
    """A slot that is a topic's title, icon and open or closed state."""
    SWEEP = "sweep"
    """Messages are taken away, as far as Telegram lets bots do that."""
    TIDY = "tidy"
    """The same one by one, so that it is known of each whether it went."""
    EXPEL = "expel"
    """Somebody is taken out of a group."""
    LEAVE = "leave"
    """A topic that its case has left is deleted."""
    HUSH = "hush"
    """What only one member of a group sees is taken away."""


@dataclass(frozen=True, slots=True)
class Policy:
    """What holds for every letter of a kind."""

    nature: Nature = Nature.ANSWER
    priority: Priority = Priority.CASE
    form: Form = Form.MESSAGE
    once: bool = False
    """A second writing with the same unique key is no letter."""
    opt_out: bool = False
    """The person may stop this kind."""
    quiet_hours: bool = False
    """Waits for the morning when written at night (21–8, Kyiv)."""
    expires_after: timedelta | None = None
    """Dropped instead of sent when older."""
    alone: bool = False
    """A screen that stands once in its chat: where it is sent anew, the one above goes."""
    protected: bool = False
    """Telegram is asked not to let it be forwarded or saved."""
    fleeting: bool = False
    """It shows somebody's data, and is gone from the chat `rules.readings.SHOWN_FOR` after it was sent."""
