"""A trainee without a Telegram: moves are played by the real routers on the real database, nothing is sent."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count

from aiogram import Bot, Dispatcher
from aiogram.fsm.storage.memory import MemoryStorage

from bot.middlewares.refusals import RefusalMiddleware
from bot.telegram.keyboards import menu
from bot.telegram.practice.moves import Doors, Move, buttons_of
from bot.telegram.practice.run import STORIES_IN_ORDER, Run, Scene, play
from bot.telegram.practice.stage import Item
from casework.context import Actor
from handlers.routing import routers
from tests.bot.telegram.render.telegram_html import read
from tests.casework.world import World
from tests.conversations.words import WORDING, label

MORE = label("button-more")


def doors() -> Doors:
    """The routers as the composition hangs them."""
    dispatcher = Dispatcher(disable_fsm=True)
    for event in (dispatcher.message, dispatcher.edited_message, dispatcher.callback_query):
        event.middleware(RefusalMiddleware())
    dispatcher.include_routers(*routers(menu(WORDING)))
    return Doors(dispatcher, Bot("42:TEST-practice"), "trainee", {"bot": Bot("42:TEST-practice")}, MemoryStorage())


@dataclass
class Trainee:
    """Plays one story, a minute a move."""

    world: World
    actor: Actor
    story: str
    run: Run = field(init=False)
    seen: list[Item] = field(default_factory=list)
    praised: list[str] = field(default_factory=list)
    scene: Scene = field(init=False)
    _doors: Doors = field(default_factory=doors)
    _messages: count[int] = field(default_factory=lambda: count(100))

    def __post_init__(self) -> None:
        now = self.world.now.isoformat()
        self.run = Run(now, now, [slug for slug, _ in STORIES_IN_ORDER].index(self.story))

    def wanted(self) -> str | None:
        """The step that is wanted now; None: the story is over."""
        return self.scene.next.slug if self.scene.next is not None else None

    async def begins(self) -> None:
        """The opening."""
        await self._plays()

    async def presses(self, button: str) -> str | None:
        """The newest button with this label, behind «Ще» too; what the toast says."""
        found = self._offering(button)
        if found is None:
            await self.presses(MORE)
            found = self._offering(button)
        assert found is not None, f"no [{button}] in {self.phone()}"
        await self._moves(Move("", found[0], found[1]))
        return self.scene.toast

    async def replies(self, to: str, words: str) -> None:
        """Answers the newest item with the words `to`."""
        target = next(each for each in reversed(self.seen) if to in read(each.rendered.text))
        await self._moves(Move("", target.number, text=words, message=next(self._messages)))

    async def says(self, words: str) -> None:
        """Writes without answering to anything."""
        await self._moves(Move("", text=words, message=next(self._messages)))

    def phone(self) -> str:
        """All that was shown."""
        return "\n".join(
            f"{each.whose}: {read(each.rendered.text)} {[b.text for b in buttons_of(each)]}" for each in self.seen
        )

    def _offering(self, button: str) -> tuple[int, int] | None:
        for item in reversed(self.seen):
            for number, each in enumerate(buttons_of(item)):
                if each.text == button:
                    return item.number, number
        return None

    async def _moves(self, move: Move) -> None:
        self.world.now += timedelta(minutes=1)
        self.run.moves.append(Move(self.world.now.isoformat(), move.item, move.button, move.text, move.message))
        await self._plays()

    async def _plays(self) -> None:
        self.scene = await play(self.world.ctx(self.actor), self.run, self._doors, WORDING)
        self.seen += self.scene.items
        self.praised += [step.slug for step in self.scene.praised]
