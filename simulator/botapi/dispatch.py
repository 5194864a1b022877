"""From an HTTP request of the bot to an answer: token, delay, faults, limits, the method itself, the log."""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

from aiohttp import web

from simulator import faults as fault_rules
from simulator.botapi import checks, params
from simulator.botapi.errors import Refusal, too_many_requests
from simulator.botapi.messages import is_ephemeral
from simulator.botapi.params import Params
from simulator.botapi.registry import METHODS, Answer, Call, Method
from simulator.faults import BAD_GATEWAY, Blow, Faults
from simulator.latency import Latency
from simulator.limits import AS_A_MESSAGE, BOT_ONLY, FREE, FloodLimits
from simulator.signals import Signal
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
    changed: Signal = field(default_factory=Signal)

    def add(self, **call: Any) -> None:
        """Note a call that was answered: see `BotApi.handle`."""
        if self.on:
            self.count += 1
            self.calls.append({"n": self.count} | call)
            self.changed.fire()


@dataclass(frozen=True)
class Outcome:
    """Status and body of an answer; status 0 cuts the connection instead. `page`: HTML in place of the body."""

    status: int
    body: JSON
    page: str | None = None

    @property
    def error(self) -> str | None:
        """Telegram's words, if it is a refusal."""
        if self.status == 200:
            return None
        return str(self.body.get("description", "dropped" if self.page is None else "a page of HTML"))

    @property
    def result_id(self) -> int | None:
        """The id of the message or topic in the result; none for an ephemeral message."""
        result = self.body.get("result")
        return (result.get("message_id") or result.get("message_thread_id")) if isinstance(result, dict) else None


DROPPED = Outcome(0, {})
NOT_DONE = Outcome(0, {})
UNAUTHORIZED = Refusal(401, "Unauthorized")


class BotApi:
    """Serves `/bot<token>/<method>`."""

    def __init__(self, token: str, world: World, webhook: WebhookSender, limits: FloodLimits, checked: bool) -> None:
        self.token: str | None = token
        """The valid one; None while it is revoked."""
        self._world = world
        self._webhook = webhook
        self._checked = checked
        self.limits = limits
        self.faults = Faults(world.clock.monotonic)
        self.latency = Latency()
        self.calls = CallLog()
        for family in FAMILIES:
            import_module(f"simulator.botapi.{family}")
        if checked:
            checks.load()

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Answer one call.

        The log says of it: real `time` of its arrival, `method`, `chat`, `thread`, the `status` it was answered with
        (0: dropped) and the `error`; `via` which door it came (`/via/<name>/bot…`, for several processes of a bot);
        whether its work was `done`, be it answered or not, and the `id` in its result.
        """
        delay = self.latency.draw()
        await _pause(delay.up)
        arrived = self._world.clock.wall()
        name = request.match_info["method"]
        if request.match_info["token"] != self.token:
            return _response(UNAUTHORIZED)
        try:
            given = await params.read(request)
        except Refusal as refusal:
            return _response(refusal)
        method = METHODS.get(name.lower())
        shown = method.name if method else name
        chat = given.chat_id()
        blow = self.faults.take(shown, chat, costs=method is not None and method.cost != FREE)
        outcome, done = await _with_fault(blow, lambda: self._run(shown, method, given))
        if request.match_info["token"] != self.token:
            outcome = Outcome(UNAUTHORIZED.code, UNAUTHORIZED.body())
        self.calls.add(
            time=arrived,
            method=shown,
            chat=chat,
            status=outcome.status,
            error=outcome.error,
            via=request.match_info.get("via"),
            thread=given.values.get("message_thread_id"),
            done=done.status == 200,
            id=done.result_id,
        )
        await _pause(delay.down)
        if outcome is DROPPED:
            if request.transport is not None:
                request.transport.abort()
            return web.Response()
        if outcome.page is not None:
            return web.Response(text=outcome.page, status=outcome.status, content_type="text/html")
        return web.json_response(outcome.body, status=outcome.status)

    async def change_token(self, token: str | None) -> None:
        """Revoke the token, or have another one (or the same again) hold from now on.

        As in Telegram a webhook belongs to its token and is gone with it; what waits stays. Who polls with an old
        token is turned away.
        """
        self.token = token
        await self._webhook.remove()
        self._world.updates.end_poll()

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
        wait = self.limits.retry_after(cost, given.chat_id(), paid=given.flag("allow_paid_broadcast"))
        if wait is not None:
            raise too_many_requests(wait)

    def _accepted(self, name: str, result: object) -> Outcome:
        body: JSON = {"ok": True, "result": result}
        if isinstance(result, Answer):
            body = {"ok": True, "result": result.result, "description": result.description}
        if self._checked:
            checks.check_result(name, body["result"])
        return Outcome(200, body)


async def _with_fault(blow: Blow | None, work: Callable[[], Awaitable[Outcome]]) -> tuple[Outcome, Outcome]:
    """What is answered, and what became of the work."""
    if blow is None:
        done = await work()
        return done, done
    before = await work() if blow.fault.after_accepting else None
    if blow.fault.kind == "delay":
        await _pause(blow.fault.seconds)
        done = before or await work()
        return done, done
    return _failed(blow), before or NOT_DONE


def _failed(blow: Blow) -> Outcome:
    if blow.fault.kind == "drop":
        return DROPPED
    if blow.fault.kind == "502":
        return Outcome(502, {}, BAD_GATEWAY)
    return Outcome(*fault_rules.answer_of(blow))


def _response(refusal: Refusal) -> web.Response:
    return web.json_response(refusal.body(), status=refusal.code)


async def _pause(seconds: float) -> None:
    if seconds > 0:
        await asyncio.sleep(seconds)
