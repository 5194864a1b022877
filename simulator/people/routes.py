"""All routes of the people's side in one table."""

from collections.abc import Awaitable, Callable

from aiohttp import web

from simulator.botapi.dispatch import BotApi
from simulator.people.body import answering
from simulator.people.chats import ChatRoutes
from simulator.people.commands import CommandRoutes
from simulator.people.control import ControlRoutes
from simulator.people.messages import MessageRoutes
from simulator.people.press import PressRoutes
from simulator.people.reading import ReadingRoutes
from simulator.people.users import UserRoutes
from simulator.world.world import World

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class PeopleApi:
    """Serves `/sim/…`."""

    def __init__(self, world: World, api: BotApi, on_clock: Callable[[float], Awaitable[None]] | None) -> None:
        self._users = UserRoutes(world)
        self._chats = ChatRoutes(world)
        self._messages = MessageRoutes(world)
        self._press = PressRoutes(world)
        self._reading = ReadingRoutes(world)
        self._commands = CommandRoutes(world)
        self._control = ControlRoutes(world, api, on_clock)

    def routes(self) -> list[web.RouteDef]:
        """Method, path and handler of everything."""
        message = "/sim/chats/{chat}/messages/{message}"
        table: list[tuple[str, str, Handler]] = [
            ("GET", "/sim/me", self._users.me),
            ("GET", "/sim/users", self._users.listing),
            ("POST", "/sim/users", self._users.add),
            ("POST", "/sim/users/{user}/block", self._users.block),
            ("POST", "/sim/users/{user}/unblock", self._users.unblock),
            ("POST", "/sim/users/{user}/deactivate", self._users.deactivate),
            ("GET", "/sim/chats", self._chats.listing),
            ("POST", "/sim/chats", self._chats.add),
            ("PATCH", "/sim/chats/{chat}", self._chats.change),
            ("DELETE", "/sim/chats/{chat}", self._chats.remove),
            ("PATCH", "/sim/chats/{chat}/members/{user}", self._chats.set_member),
            ("POST", "/sim/chats/{chat}/upgrade", self._chats.upgrade),
            ("GET", "/sim/chats/{chat}/topics", self._chats.topics),
            ("POST", "/sim/chats/{chat}/topics", self._chats.add_topic),
            ("POST", "/sim/chats/{chat}/topics/{thread}", self._chats.act_on_topic),
            ("GET", "/sim/chats/{chat}/messages", self._reading.messages),
            ("POST", "/sim/chats/{chat}/messages", self._messages.write),
            ("PATCH", message, self._messages.edit),
            ("DELETE", message, self._messages.delete),
            ("POST", f"{message}/react", self._messages.react),
            ("POST", f"{message}/press", self._press.press),
            ("POST", "/sim/crowd", self._messages.crowd),
            ("GET", "/sim/files/{file}", self._reading.file),
            ("GET", "/sim/events", self._reading.events),
            ("GET", "/sim/commands", self._commands.listing),
            ("GET", "/sim/calls", self._control.calls),
            ("POST", "/sim/calls", self._control.switch_calls),
            ("GET", "/sim/unsupported", self._control.unsupported),
            ("GET", "/sim/faults", self._control.faults),
            ("POST", "/sim/faults", self._control.add_fault),
            ("DELETE", "/sim/faults", self._control.clear_faults),
            ("POST", "/sim/token", self._control.token),
            ("GET", "/sim/clock", self._control.clock),
            ("POST", "/sim/clock", self._control.advance),
            ("POST", "/sim/limits", self._control.limits),
            ("POST", "/sim/latency", self._control.latency),
        ]
        return [web.route(verb, path, answering(handler)) for verb, path, handler in table]
