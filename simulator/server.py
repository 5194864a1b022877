"""The simulator as one HTTP server: embed it, or run it alone with `python -m simulator`."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from aiohttp import web

from simulator.botapi.checks import check_update
from simulator.botapi.dispatch import BotApi
from simulator.botapi.files import file_at
from simulator.limits import FloodLimits
from simulator.people.routes import PeopleApi
from simulator.world.clock import SimClock
from simulator.world.webhook import WebhookSender
from simulator.world.world import BotProfile, World

PAGE = Path(__file__).parent / "page"
MAX_BODY_BYTES = 60 * 1024 * 1024
SHUTDOWN_SECONDS = 1.0


class Simulator:
    """A Telegram for one bot, whose id is the number before the colon of `token`.

    `speed` divides every window of the flood limits, their `retry_after`, the 15 seconds for callback answers and the
    pauses between a webhook's tries. `limits` switches flood limits on, `checks` the comparison with aiogram's types.
    `on_clock` is awaited with the whole offset in seconds whenever somebody advances business time, before that call
    is answered. `private_topics` gives the bot topics in private chats; `clock` may be replaced in tests.
    `local`: the folder of a server in its local mode, which names files by where they lie in it.
    With `keep` a chat forgets all but about so many messages, for runs with hundreds of thousands of people.
    """

    def __init__(
        self,
        token: str,
        bot_username: str = "suprovid_demo_bot",
        bot_name: str = "Супровід",
        speed: float = 1.0,
        limits: bool = True,
        checks: bool = True,
        on_clock: Callable[[float], Awaitable[None]] | None = None,
        private_topics: bool = False,
        clock: SimClock | None = None,
        keep: int | None = None,
        local: Path | None = None,
    ) -> None:
        bot_id = token.partition(":")[0]
        if not bot_id.isdigit():
            msg = "the token must begin with the bot's id and a colon"
            raise ValueError(msg)
        if keep is not None and keep < 1:
            msg = "at least one message of a chat must be kept"
            raise ValueError(msg)
        if speed <= 0:
            msg = "the speed must be positive"
            raise ValueError(msg)
        self._runner: web.AppRunner | None = None
        self._url = ""
        clock = clock or SimClock()
        profile = BotProfile(int(bot_id), bot_username, bot_name, topics_in_private=private_topics)
        self.world = World(profile, clock, speed, check_update if checks else None, keep)
        if local is not None:
            self.world.local_folder = local / token
        self._webhook = WebhookSender(self.world.updates, clock, speed)
        flood = FloodLimits(clock.monotonic, speed, limits)
        self.api = BotApi(token, self.world, self._webhook, flood, checks)
        self._people = PeopleApi(self.world, self.api, on_clock)

    @property
    def url(self) -> str:
        """Where it listens, without a slash at the end."""
        if not self._url:
            msg = "the simulator has not been started"
            raise RuntimeError(msg)
        return self._url

    async def start(self, host: str = "127.0.0.1", port: int = 0) -> None:
        """Listen on `host` and `port` (0: any free one)."""
        app = web.Application(client_max_size=MAX_BODY_BYTES)
        app.router.add_route("*", "/bot{token:[^/]+}/{method}", self.api.handle)
        app.router.add_route("*", "/via/{via}/bot{token:[^/]+}/{method}", self.api.handle)
        app.router.add_get("/file/bot{token:[^/]+}/{path:.+}", self._serve_file)
        app.router.add_get("/via/{via}/file/bot{token:[^/]+}/{path:.+}", self._serve_file)
        app.router.add_routes(self._people.routes())
        app.router.add_get("/", _index)
        app.router.add_get("/page/{name:.+}", _page_file)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=SHUTDOWN_SECONDS)
        await self._runner.setup()
        site = web.TCPSite(self._runner, host, port)
        await site.start()
        bound = self._runner.addresses[0]
        self._url = f"http://{host}:{bound[1]}"

    async def stop(self) -> None:
        """End every wait and stop listening."""
        self.world.updates.close()
        self.world.hub.close()
        await self._webhook.remove()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def _serve_file(self, request: web.Request) -> web.StreamResponse:
        stored = file_at(self.world, request.match_info["path"])
        if request.match_info["token"] != self.api.token or stored is None:
            raise web.HTTPNotFound
        return web.Response(body=stored.read(), content_type="application/octet-stream")


async def _index(_: web.Request) -> web.StreamResponse:
    return _static("index.html")


async def _page_file(request: web.Request) -> web.StreamResponse:
    return _static(request.match_info["name"])


def _static(name: str) -> web.StreamResponse:
    path = (PAGE / name).resolve()
    if not path.is_relative_to(PAGE.resolve()) or not path.is_file():
        raise web.HTTPNotFound
    return web.FileResponse(path, headers={"Cache-Control": "no-cache"})
