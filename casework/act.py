"""What makes a function an act: a name, a permission, one transaction around it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import wraps
from typing import Any, TypeVar

from casework.context import Context
from casework.errors import NotPermitted
from rules.permissions import may

Data = TypeVar("Data")
Answer = TypeVar("Answer")

ACTS: dict[str, Callable[..., Awaitable[Any]]] = {}
"""Every act by its name; a test holds this table against the permissions."""


def act(
    name: str,
) -> Callable[[Callable[[Context, Data], Awaitable[Answer]]], Callable[[Context, Data], Awaitable[Answer]]]:
    """Registers an act. It starts only for roles that `rules.permissions` names; everybody else gets `NotPermitted`.

    An act takes the context and one dataclass, writes rows, events, letters and slots, and returns data. It never
    commits and never calls another act.
    """

    def register(
        function: Callable[[Context, Data], Awaitable[Answer]],
    ) -> Callable[[Context, Data], Awaitable[Answer]]:
        if name in ACTS:
            raise TypeError(f"two acts are called {name}")

        @wraps(function)
        async def permitted(ctx: Context, data: Data) -> Answer:
            if not may(ctx.actor.role, name):
                raise NotPermitted(act=name)
            return await function(ctx, data)

        ACTS[name] = permitted
        return permitted

    return register
