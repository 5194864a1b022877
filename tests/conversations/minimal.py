"""The department where no word of a person may stand in the group: its desks, and all that the group was ever sent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from aiogram import Bot
from aiogram.client.session.middlewares.base import NextRequestMiddlewareType
from aiogram.methods import AnswerCallbackQuery, TelegramMethod
from aiogram.methods.base import Response

from simulator.client import PeopleClient
from simulator.seen import Shown
from tests.conversations.stage import Stage
from tests.conversations.talkers import GENERAL, Worker
from tests.conversations.words import TAKE


@dataclass
class Overheard:
    """Every call of the bot's that somebody in the group may have seen something of, as it left."""

    group: int
    said: list[str] = field(default_factory=list)

    async def __call__(
        self, make_request: NextRequestMiddlewareType[Any], bot: Bot, method: TelegramMethod[Any]
    ) -> Response[Any]:
        """Notes the call, then lets it go on."""
        if getattr(method, "chat_id", None) == self.group or isinstance(method, AnswerCallbackQuery):
            self.said.append(repr(method))
        return await make_request(bot, method)

    def of(self, *words: str) -> list[str]:
        """What was said of these words, whatever their endings and capitals are."""
        return [each for each in self.said if any(word.casefold() in each.casefold() for word in words)]


def overhear(stage: Stage) -> Overheard:
    """From now on all that the group is sent, shown, whispered or answered is kept."""
    heard = Overheard(stage.group)
    stage.app._bot.session.middleware(heard)
    return heard


@dataclass
class _Desk:
    """A private chat as if it were the group of one."""

    stage: Stage
    people: PeopleClient
    group: int

    async def settled(self) -> None:
        await self.stage.settled()


def at_desk(stage: Stage, worker: Worker) -> Worker:
    """The same staff member on their desk, whose topics are like those of a group."""
    return Worker(_Desk(stage, stage.people, worker.id), worker.id, worker.name)


async def topic_of(stage: Stage, worker: Worker, number: str) -> int | None:
    """The topic of a case on a desk; None where it has none there."""
    await stage.settled()
    found = [each for each in await stage.people.topics(worker.id) if number in str(each["name"])]
    return int(found[-1]["message_thread_id"]) if found else None


async def takes(stage: Stage, worker: Worker, number: str) -> int:
    """Presses «Беру» on the brief card of a case in the group; the topic on their desk."""
    brief = await worker.finds(GENERAL, lambda each: number in each.text and _may_take(each), f"{number} to be taken")
    await stage.people.press(stage.group, brief, worker.id, TAKE)
    thread = await topic_of(stage, worker, number)
    assert thread is not None, "the conversation is on their desk"
    return thread


def _may_take(shown: Shown) -> bool:
    return not shown.deleted and any(each["text"] == TAKE for each in shown.buttons)


async def reads_as(worker: Worker, thread: int, wanted: Callable[[Shown], bool] = lambda _: True) -> list[str]:
    """The texts that stand in a topic of a desk, from the top."""
    return [each.text for each in await worker.seen_in(thread) if wanted(each)]
