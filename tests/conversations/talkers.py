"""Those who talk with the bot: what a person says, presses and sees, as a method each."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol

from bot.telegram.render.card_buttons import LINES
from simulator.client import PeopleClient, RefusedError
from simulator.seen import Pressed, Shown
from tests.bot.telegram.render.card_samples import card
from tests.conversations.words import WHY, WORDING, label

PATIENCE = 20.0
MOST_FILES = 20
LOOKS = 5
"""How often somebody looks behind «Ще», or again for a button that just changed."""
GENERAL = 0
MORE = label("button-more")


class Scene(Protocol):
    """Where talkers meet: the people's side of the simulator, and the staff group."""

    people: PeopleClient
    group: int

    async def settled(self) -> None:
        """Waits until everything that was begun has ended."""


@dataclass
class Talker:
    """Somebody with a Telegram account; talks in the private chat with the bot."""

    scene: Scene
    id: int
    name: str
    patience: float = PATIENCE
    """Seconds to wait for what is to be seen."""

    async def send(self, words: str, **details: Any) -> int:
        """Writes; the message's id."""
        return int((await self.scene.people.write(self.id, self.id, words, **details))["message_id"])

    async def attaches(self, media: dict[str, Any], **details: Any) -> int:
        """Sends a file, maybe with a `caption`; the message's id."""
        return int((await self.scene.people.write(self.id, self.id, media=media, **details))["message_id"])

    async def attaches_album(self, *items: dict[str, Any]) -> int:
        """Sends several files at once, each with its `media` and maybe its `caption`; the first message's id."""
        return int((await self.scene.people.send_album(self.id, self.id, items))["message_id"])

    async def edits(self, message: int, words: str) -> None:
        """Changes a message of their own."""
        await self.scene.people.edit(self.id, message, self.id, words)

    async def sees(self, words: str) -> Shown:
        """Waits until a message with these words stands in the chat; the newest such one."""
        return await self.waits(lambda shown: words in shown.text, words)

    async def sees_new(self, words: str, after: int) -> Shown:
        """The same for a message below the one with the id `after`."""
        return await self.waits(lambda shown: shown.id > after and words in shown.text, words)

    async def waits(self, wanted: Callable[[Shown], bool], what: str) -> Shown:
        """Waits until such a message stands in the chat."""
        try:
            return await self.scene.people.wait_for(self.id, wanted, timeout=self.patience)
        except TimeoutError:
            raise AssertionError(f"{self.name} never saw {what!r} but: {await self.phone()}") from None

    async def press(self, button: str) -> Pressed:
        """Presses the newest button with this label."""
        for _ in range(LOOKS):
            shown = await self.waits(lambda each: offers(each, button), f"[{button}]")
            # Changed between the look and the press: anybody would look again.
            with suppress(RefusedError):
                return await self.scene.people.press(self.id, shown, self.id, button)
        raise AssertionError(f"[{button}] changed each time before {self.name} could press it")

    async def forges(self, data: str, at: Shown | None = None) -> Pressed:
        """Presses made-up data on a message (the newest one), as a changed client can."""
        message = at or (await self.chat())[-1]
        return await self.scene.people.press(self.id, message, self.id, data=data, forged=True)

    async def chat(self) -> list[Shown]:
        """All messages in the chat."""
        page = await self.scene.people.messages(self.id)
        return [each for each in page.messages if not each.deleted]

    async def phone(self) -> str:
        """Every word and button in the chat."""
        return "\n".join(as_read(each) for each in await self.chat())

    async def got(self) -> list[str]:
        """What the bot said, in the order of the chat."""
        return [each.text for each in await self.chat() if each.sender != self.id]


@dataclass
class Worker(Talker):
    """A staff member: talks in the topics of the group, too."""

    async def says(self, thread: int, words: str, *, to: int | None = None) -> int:
        """Writes in a topic, as a reply to a message or not; the message's id."""
        where = {"thread": thread} if thread else {}
        written = await self.scene.people.write(self.scene.group, self.id, words, reply_to=to, **where)
        return int(written["message_id"])

    async def replies(self, thread: int, to: str, words: str) -> int:
        """Answers the newest message with the words `to`."""
        return await self.says(thread, words, to=(await self.reads(thread, to)).id)

    async def attaches_in(self, thread: int, media: dict[str, Any], *, to: str | None = None, **details: Any) -> int:
        """Sends a file in a topic, as an answer to the newest message with the words `to` or not; its id."""
        target = (await self.reads(thread, to)).id if to is not None else None
        where = {"thread": thread, "reply_to": target, "media": media} | details
        return int((await self.scene.people.write(self.scene.group, self.id, **where))["message_id"])

    async def corrects(self, message: int, words: str) -> None:
        """Changes a message of their own in the group."""
        await self.scene.people.edit(self.scene.group, message, self.id, words)

    async def reads(self, thread: int, words: str) -> Shown:
        """Waits until a message with these words stands in a topic, whispers included; the newest such one."""
        return await self.finds(thread, lambda shown: words in shown.text, words)

    async def finds(self, thread: int, wanted: Callable[[Shown], bool], what: str) -> Shown:
        """Waits until such a message stands in a topic."""
        try:
            return await self._waits_in(thread, wanted, self.patience)
        except TimeoutError:
            raise AssertionError(f"{self.name} never read {what!r} but: {await self.topic(thread)}") from None

    async def _waits_in(self, thread: int, wanted: Callable[[Shown], bool], patience: float) -> Shown:
        return await self.scene.people.wait_for(
            self.scene.group, wanted, timeout=patience, thread=thread, reader=self.id
        )

    async def whispered(self, thread: int, words: str) -> Shown:
        """Waits for words that only this one sees."""
        return await self.finds(thread, lambda shown: shown.ephemeral_to == self.id and words in shown.text, words)

    async def clicks(self, thread: int, button: str) -> Pressed:
        """Presses the newest button with this label in a topic, whispers included; one of the card behind «Ще», too."""
        for _ in range(LOOKS):
            # A card that changes closes the menu behind «Ще» again.
            await self._looks_behind_more(thread, button)
            with suppress(TimeoutError, RefusedError):
                shown = await self._waits_in(thread, lambda each: offers(each, button), self.patience / LOOKS)
                return await self.scene.people.press(self.scene.group, shown, self.id, button)
        shown = await self.finds(thread, lambda each: offers(each, button), f"[{button}]")
        return await self.scene.people.press(self.scene.group, shown, self.id, button)

    async def looks(self, thread: int, button: str, why: str = WHY) -> Pressed:
        """The same on a button that shows somebody's data in a case that is not theirs: and says why."""
        await self.clicks(thread, button)
        return await self.clicks(thread, why)

    async def _looks_behind_more(self, thread: int, button: str) -> None:
        """Opens the menu where the button stands there; again while things change and it does not stand there yet."""
        for _ in range(LOOKS if button in of_the_card() else 0):
            if any(offers(each, button) for each in await self.seen_in(thread)):
                return
            way = await self.finds(thread, lambda each: offers(each, button) or offers(each, MORE), f"[{button}]")
            if not offers(way, button):
                await self.scene.people.press(self.scene.group, way, self.id, MORE)
            with suppress(TimeoutError):
                await self._waits_in(thread, lambda each: offers(each, button), self.patience / LOOKS)

    async def forges_in(self, message: Shown, data: str) -> Pressed:
        """Presses made-up data on a message of the group."""
        return await self.scene.people.press(self.scene.group, message, self.id, data=data, forged=True)

    async def seen_in(self, thread: int) -> list[Shown]:
        """All messages of a topic that this one sees."""
        page = await self.scene.people.messages(self.scene.group, thread=thread, reader=self.id)
        return [each for each in page.messages if not each.deleted]

    async def topic(self, thread: int) -> str:
        """Every word and button that this one sees in a topic."""
        return "\n".join(as_read(each) for each in await self.seen_in(thread))


@cache
def of_the_card() -> frozenset[str]:
    """Every label that a card may offer, on itself or behind «Ще»."""
    t = WORDING.to("uk")
    cards = [card("", owner=owner, files=files) for owner in (None, "Ірина") for files in range(1, MOST_FILES)]
    return frozenset(line.label(shown, t) for line in LINES for shown in cards)


def offers(shown: Shown, button: str) -> bool:
    """Whether a message that stands carries a button with this label."""
    return not shown.deleted and any(each["text"] == button for each in shown.buttons)


def as_read(shown: Shown) -> str:
    """A message with its buttons."""
    return " ".join([shown.text, *(f"[{button['text']}]" for button in shown.buttons)])
