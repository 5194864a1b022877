"""Which methods there are: each family's file registers its own with a decorator."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from simulator.botapi.params import Params
from simulator.limits import FREE, Cost
from simulator.world.webhook import WebhookSender
from simulator.world.world import World


@dataclass(frozen=True)
class Call:
    """One call of the bot: its parameters and the world it acts on."""

    world: World
    params: Params
    webhook: WebhookSender


@dataclass(frozen=True)
class Answer:
    """A result with the description that a few methods add to it."""

    result: Any
    description: str


Handler = Callable[[Call], Awaitable[Any]]


@dataclass(frozen=True)
class Method:
    """A supported method: its name in Telegram's spelling, what does it, and what it spends."""

    name: str
    handler: Handler
    cost: Cost


METHODS: dict[str, Method] = {}


def method(name: str, cost: Cost = FREE) -> Callable[[Handler], Handler]:
    """Register the decorated coroutine under a Bot API method's name; names are found in any case."""

    def register(handler: Handler) -> Handler:
        if name.lower() in METHODS:
            msg = f"{name} is registered twice"
            raise ValueError(msg)
        METHODS[name.lower()] = Method(name, handler, cost)
        return handler

    return register
