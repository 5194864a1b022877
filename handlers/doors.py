"""Doors: several routers behind one filter, with everything that they ask about an update answered at once."""

from __future__ import annotations

from typing import Any

from aiogram import Router
from aiogram.dispatcher.event.handler import FilterObject
from aiogram.filters import Filter
from aiogram.filters.logic import _AndFilter, _InvertFilter, _OrFilter


def door(name: str, who: Filter, *inside: Router) -> Router:
    """One door for several routers: who may not enter is asked by none of them.

    Their handlers move into the door, in their order: an update that walks through each router of a hundred pays for
    it. So a router inside has neither routers, filters nor middlewares of its own.
    """
    made = Router(name=name)
    for event in (made.message, made.edited_message, made.callback_query, made.message_reaction):
        event.filter(who)
    for router in inside:
        for event_name, observer in router.observers.items():
            made.observers[event_name].handlers.extend(observer.handlers)
    return made


def answer_at_once(router: Router) -> None:
    """Filters that are no coroutines, as `F` makes them, are asked in the loop.

    aiogram asks each of them on a thread, since it can't know that they never wait; an update passes dozens.
    """
    for each in asked_by(router):
        if not each.awaitable:
            _answer_at_once(each)


def asked_by(router: Router) -> list[FilterObject]:
    """All that its handlers ask about an update, also what stands in an «or», an «and» or a «not»."""
    handlers = (handler for observer in router.observers.values() for handler in observer.handlers)
    found = [each for handler in handlers for each in handler.filters or ()]
    for each in found:
        found += _inside(each.callback)
    return found


def _inside(question: object) -> tuple[FilterObject, ...]:
    if isinstance(question, _InvertFilter):
        return (question.target,)
    return question.targets if isinstance(question, _AndFilter | _OrFilter) else ()


def _answer_at_once(asked: FilterObject) -> None:
    question = asked.callback

    async def answered(*args: Any, **kwargs: Any) -> Any:
        return question(*args, **kwargs)

    asked.callback, asked.awaitable = answered, True
