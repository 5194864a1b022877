"""The knobs: clock, faults, limits, latency, and the log of calls."""

from collections.abc import Awaitable, Callable
from itertools import islice

from aiohttp import web

from simulator.botapi.dispatch import BotApi
from simulator.faults import Fault
from simulator.people import body
from simulator.people.body import PeopleError
from simulator.world.world import World


class ControlRoutes:
    """`/sim/clock`, `/sim/faults`, `/sim/token`, `/sim/limits`, `/sim/latency`, `/sim/calls`, `/sim/unsupported`."""

    def __init__(self, world: World, api: BotApi, on_clock: Callable[[float], Awaitable[None]] | None) -> None:
        self._world = world
        self._api = api
        self._on_clock = on_clock

    async def clock(self, _: web.Request) -> web.Response:
        """How far business time was advanced, in seconds."""
        return web.json_response({"offset": self._world.clock.offset})

    async def advance(self, request: web.Request) -> web.Response:
        """Move business time forward by `advance` seconds."""
        given = await body.read(request)
        seconds = given.number("advance", 0.0)
        try:
            offset = self._world.clock.advance(seconds)
        except ValueError as error:
            raise PeopleError(str(error)) from None
        if self._on_clock is not None:
            await self._on_clock(offset)
        self._world.hub.publish({"clock": offset})
        return web.json_response({"offset": offset})

    async def faults(self, _: web.Request) -> web.Response:
        """What is still to fail."""
        return web.json_response({"faults": self._api.faults.listing()})

    async def add_fault(self, request: web.Request) -> web.Response:
        """Make the next matching calls fail, or all of them for a while."""
        given = await body.read(request)
        fault = Fault(
            kind=str(given.fields.get("kind")),
            times=given.integer("times") or 1,
            method=given.text("method"),
            chat=given.integer("chat"),
            retry_after=given.integer("retry_after") or 1,
            seconds=given.number("seconds", 1.0),
            after_accepting=given.flag("after_accepting"),
            description=given.text("description"),
            lasts=given.number("lasts", 0.0) if given.fields.get("lasts") is not None else None,
            until_cleared=given.flag("until_cleared"),
        )
        try:
            self._api.faults.add(fault)
        except ValueError as error:
            raise PeopleError(str(error)) from None
        return web.json_response({"ok": True})

    async def clear_faults(self, _: web.Request) -> web.Response:
        """Let nothing fail any more."""
        self._api.faults.clear()
        return web.json_response({"ok": True})

    async def token(self, request: web.Request) -> web.Response:
        """BotFather gives the bot the token `token`; without one the token is revoked: every call is unauthorized."""
        token = (await body.read(request)).text("token")
        if token is not None and token.partition(":")[0] != str(self._world.bot.id):
            raise PeopleError("a token begins with the bot's id and a colon")
        await self._api.change_token(token)
        return web.json_response({"ok": True})

    async def limits(self, request: web.Request) -> web.Response:
        """Switch flood limits on or off."""
        self._api.limits.on = (await body.read(request)).flag("on", default=True)
        return web.json_response({"on": self._api.limits.on})

    async def latency(self, request: web.Request) -> web.Response:
        """How long an answer takes, in milliseconds."""
        given = await body.read(request)
        try:
            self._api.latency.set(
                given.number("low_ms", 0.0),
                given.number("high_ms", 0.0),
                given.number("uplink_ms", 0.0),
                given.integer("seed") or 0,
            )
        except ValueError as error:
            raise PeopleError(str(error)) from None
        return web.json_response({"ok": True})

    async def calls(self, request: web.Request) -> web.Response:
        """The bot's calls after number `after`."""
        after = int(body.query_number(request, "after") or 0)
        log = self._api.calls
        skipped = max(0, len(log.calls) - (log.count - after))
        listed = list(islice(log.calls, skipped, None))
        return web.json_response({"next": log.count, "calls": listed})

    async def switch_calls(self, request: web.Request) -> web.Response:
        """Switch the log of calls on or off."""
        self._api.calls.on = (await body.read(request)).flag("on", default=True)
        return web.json_response({"on": self._api.calls.on})

    async def unsupported(self, _: web.Request) -> web.Response:
        """Methods that the bot asked for and the simulator does not have, with how often."""
        return web.json_response({"methods": self._api.calls.unsupported})
