"""What a person sees, as the people's client returns it."""

from dataclasses import dataclass, field
from typing import Any

JSON = dict[str, Any]


@dataclass(frozen=True)
class Shown:
    """A message as a person sees it: the Bot API's Message and what stands around it."""

    message: JSON
    revision: int
    deleted: bool = False
    reactions: tuple[tuple[int, str], ...] = ()
    pinned: bool = False
    ephemeral_to: int | None = None
    replaces: int | None = None
    edited: bool = False

    @property
    def id(self) -> int:
        """The message's id; 0 for an ephemeral one."""
        return int(self.message["message_id"])

    @property
    def ephemeral_id(self) -> int | None:
        """The id of an ephemeral message."""
        return self.message.get("ephemeral_message_id")

    @property
    def text(self) -> str:
        """Text or caption, empty if there is none."""
        return str(self.message.get("text") or self.message.get("caption") or "")

    @property
    def thread(self) -> int | None:
        """The topic it stands in."""
        return self.message.get("message_thread_id")

    @property
    def sender(self) -> int:
        """The id of the user who sent it."""
        return int(self.message["from"]["id"])

    @property
    def buttons(self) -> list[JSON]:
        """All buttons, inline or of the reply keyboard, row after row."""
        markup = self.message.get("reply_markup") or {}
        rows = markup.get("inline_keyboard") or markup.get("keyboard") or []
        return [button for row in rows for button in row]

    def button(self, text: str) -> JSON:
        """The button whose text holds `text`; `LookupError` if there is none."""
        for button in self.buttons:
            if text in button["text"]:
                return button
        msg = f"no button {text!r}, only {[button['text'] for button in self.buttons]}"
        raise LookupError(msg)


@dataclass(frozen=True)
class Page:
    """What stands in a chat, or what changed in it, at a revision."""

    revision: int
    messages: list[Shown]


@dataclass(frozen=True)
class Pressed:
    """What came of a press: the bot's callback answer, if it answered in time."""

    answered: bool
    text: str | None = None
    show_alert: bool = False
    url: str | None = None
    copied: str | None = None
    written: JSON | None = field(default=None, repr=False)


def shown(item: JSON) -> Shown:
    """One entry of `GET /sim/chats/{chat}/messages`."""
    return Shown(
        message=item["message"],
        revision=item["revision"],
        deleted=item["deleted"],
        reactions=tuple((reaction["from"], reaction["emoji"]) for reaction in item["reactions"]),
        pinned=item["pinned"],
        ephemeral_to=item["ephemeral_to"],
        replaces=item["replaces"],
        edited=item["edited"],
    )
