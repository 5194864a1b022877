"""From an HTTP request of the bot to an answer: token, delay, faults, limits, the method itself, the log."""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from importlib import import_module

from aiohttp import web

from simulator import faults as fault_rules
from simulator.botapi import checks, params
from simulator.botapi.errors import Refusal, too_many_requests
from simulator.botapi.messages import is_ephemeral
from simulator.botapi.params import Params
from simulator.botapi.registry import METHODS, Answer, Call, Method
from simulator.faults import Fault, Faults
from simulator.latency import Latency
from simulator.limits import AS_A_MESSAGE, BOT_ONLY, FloodLimits
from simulator.world.model import JSON
from simulator.world.webhook import WebhookSender
from simulator.world.world import World

FAMILIES = ("callbacks", "edits", "files", "members", "messages", "profile", "reactions", "topics", "webhooks")
CALLS_KEPT = 200_000

log = logging.getLogger("simulator")


@dataclass
class CallLog:
    """A long ring of the bot's calls, and the methods that were asked for in vain."""

    on: bool = True
    count: int = 0
    calls: deque[JSON] = field(default_factory=lambda: deque(maxlen=CALLS_KEPT))
    unsupported: dict[str, int] = field(default_factory=dict)

    def add(self, time: float, method: str, chat: int | None, status: int, error: str | None) -> None:
        """Note a call that was answered (status 0: dropped); `time` is real time at its arrival."""
        if self.on:
            self.count += 1
            self.calls.append(
                {"n": self.count, "time": time, "method": method, "chat": chat, "status": status, "error": error}
            )


@dataclass(frozen=True)
class Outcome:
    """Status and body of an answer; status 0 cuts the connection instead."""

    status: int
    body: JSON

    @property
    def error(self) -> str | None:
        """Telegram's words, if it is a refusal."""
        return None if self.status == 200 else str(self.body.get("description", "dropped"))


DROPPED = Outcome(0, {})


class BotApi:
    """Serves `/bot<token>/<method>`."""

    def __init__(self, token: str, world: World, webhook: WebhookSender, limits: FloodLimits, checked: bool) -> None:
        self._token = token
        self._world = world
        self._webhook = webhook
        self._checked = checked
        self.limits = limits
        self.faults = Faults()
        self.latency = Latency()
        self.calls = CallLog()
        for family in FAMILIES:
            import_module(f"simulator.botapi.{family}")
        if checked:
            checks.load()

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Answer one call."""
        delay = self.latency.draw()
        await _pause(delay.up)
        arrived = self._world.clock.wall()
        name = request.match_info["method"]
        if request.match_info["token"] != self._token:
            return _response(Refusal(401, "Unauthorized"))
        try:
            given = await params.read(request)
        except Refusal as refusal:
            return _response(refusal)
        method = METHODS.get(name.lower())
        shown = method.name if method else name
        chat = given.chat_id()
        outcome = await self._with_faults(shown, chat, lambda: self._run(shown, method, given))
        self.calls.add(arrived, shown, chat, outcome.status, outcome.error)
        await _pause(delay.down)
        if outcome is DROPPED:
            if request.transport is not None:
                request.transport.abort()
            return web.Response()
        return web.json_response(outcome.body, status=outcome.status)

    async def _with_faults(self, name: str, chat: int | None, work: Callable[[], Awaitable[Outcome]]) -> Outcome:
        fault = self.faults.take(name, chat)
        if fault is None:
            return await work()
        done = await work() if fault.after_accepting else None
        if fault.kind == "delay":
            await _pause(fault.seconds)
            return done or await work()
        return _failed(fault)

    async def _run(self, name: str, method: Method | None, given: Params) -> Outcome:
        try:
            if method is None:
                self.calls.unsupported[name] = self.calls.unsupported.get(name, 0) + 1
                raise Refusal(404, "Not Found: method not found")
            self._check_flood(method, given)
            if self._checked:
                checks.check_params(name, given)
            result = await method.handler(Call(self._world, given, self._webhook))
            return self._accepted(name, result)
        except Refusal as refusal:
            return Outcome(refusal.code, refusal.body())
        except Exception:
            log.exception("the simulator failed in %s", name)
            return Outcome(500, {"ok": False, "error_code": 500, "description": "Internal Server Error: simulator"})

    def _check_flood(self, method: Method, given: Params) -> None:
        cost = BOT_ONLY if method.cost == AS_A_MESSAGE and is_ephemeral(given) else method.cost
        wait = self.limits.retry_after(cost, given.chat_id())
        if wait is not None:
            raise too_many_requests(wait)

    def _accepted(self, name: str, result: object) -> Outcome:
        body: JSON = {"ok": True, "result": result}
        if isinstance(result, Answer):
            body = {"ok": True, "result": result.result, "description": result.description}
        if self._checked:
            checks.check_result(name, body["result"])
        return Outcome(200, body)


def _failed(fault: Fault) -> Outcome:
    return DROPPED if fault.kind == "drop" else Outcome(*fault_rules.answer_of(fault))


def _response(refusal: Refusal) -> web.Response:
    return web.json_response(refusal.body(), status=refusal.code)


async def _pause(seconds: float) -> None:
    if seconds > 0:
        await asyncio.sleep(seconds)
