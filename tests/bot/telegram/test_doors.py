"""What stands behind a door is asked in its order, and in the loop."""

from __future__ import annotations

import threading
from typing import Any

from aiogram import Router
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.filters import Filter, and_f, invert_f, or_f
from aiogram.types import TelegramObject

from bot.telegram.keyboards import menu
from bot.texts.wording import Wording
from handlers.doors import answer_at_once, asked_by, door
from handlers.routing import routers


class Opens(Filter):
    """A door that says what it was told to."""

    def __init__(self, *, lets_in: bool) -> None:
        self._lets_in = lets_in

    async def __call__(self, _: TelegramObject) -> bool:
        """Whether somebody enters."""
        return self._lets_in


def asking(name: str, asked: list[str], *, takes: bool) -> Router:
    """A router that notes where it was asked, and answers or not."""
    router = Router(name=name)

    def wanted(_: TelegramObject) -> bool:
        asked.append(f"{name} in {threading.current_thread().name}")
        return takes

    async def answer(_: TelegramObject) -> str:
        return name

    router.message.register(answer, wanted)
    return router


async def through(made: Router) -> Any:
    """What comes of a message there."""
    answer_at_once(made)
    return await made.propagate_event("message", TelegramObject())


async def test_those_inside_are_asked_in_order_until_one_answers_and_never_on_another_thread() -> None:
    asked: list[str] = []
    inside = [asking(name, asked, takes=name == "second") for name in ("first", "second", "third")]
    assert await through(door("door", Opens(lets_in=True), *inside)) == "second"
    here = threading.current_thread().name
    assert asked == [f"first in {here}", f"second in {here}"]


async def test_what_stands_in_an_or_an_and_or_a_not_is_never_asked_on_another_thread() -> None:
    asked: list[str] = []

    def wanted(_: TelegramObject) -> bool:
        asked.append(threading.current_thread().name)
        return True

    async def answer(_: TelegramObject) -> str:
        return "answered"

    router = Router()
    router.message.register(answer, or_f(invert_f(wanted), and_f(wanted, or_f(wanted))))
    assert await through(router) == "answered"
    assert asked == [threading.current_thread().name] * 3


async def test_who_may_not_enter_is_asked_by_none_of_them() -> None:
    asked: list[str] = []
    assert await through(door("door", Opens(lets_in=False), asking("inside", asked, takes=True))) is UNHANDLED
    assert asked == []


def test_no_router_of_the_bot_asks_on_a_thread() -> None:
    for router in routers(menu(Wording())):
        assert router.sub_routers == []
        assert all(each.awaitable for each in asked_by(router))
