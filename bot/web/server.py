"""The bot's own web server: health and metrics, and the webhook where there is one."""

from __future__ import annotations

from collections.abc import Iterable

from aiohttp import web

STOP_SECONDS = 10.0


class WebServer:
    """Serves these routes, once started."""

    def __init__(self, routes: Iterable[web.RouteDef]) -> None:
        app = web.Application()
        app.add_routes(routes)
        # No access log: addresses of the webhook and of people's proxies are nobody's business.
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=STOP_SECONDS)
        self.port: int | None = None
        """The port that is listened on."""

    async def start(self, host: str, port: int) -> None:
        """Listens; port 0 takes any free one. OSError when the port is taken."""
        await self._runner.setup()
        site = web.TCPSite(self._runner, host, port)
        await site.start()
        self.port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        """Listens no more; requests that are being answered are finished."""
        await self._runner.cleanup()
