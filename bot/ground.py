"""The ground everything stands on: keys, catalogue, the department's rules and a database."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

import structlog

from bot.catalogue import load_catalogue
from bot.settings import ConfigurationError, Settings
from casework.context import Rules
from db import cipher
from db.keys import KeyFileError, KeyRing
from db.migrations import run as migrations
from db.running_server import running_server_url
from db.server import EmbeddedServer, start_server
from db.server_place import ServerNotStarted
from db.trouble import is_passing, is_unreachable
from rules.catalogue import Catalogue, CatalogueError
from rules.files import most_bytes

log = structlog.get_logger("bot")

AWAY_SECONDS = 1.0
"""How long to leave a database alone that is away."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What a command of the command line works on. `url` holds a password: never to be shown or logged."""

    settings: Settings
    catalogue: Catalogue
    rules: Rules
    url: str
    server: EmbeddedServer | None

    async def migrate(self, to: str | None = None, *, patience: float = 0.0) -> None:
        """Brings the database to the newest revision, or to one that is known.

        One that is away or just starts is waited for, `patience` seconds long; then ConfigurationError.
        """
        until, said = time.monotonic() + patience, False
        with reached():
            while True:
                try:
                    await migrations.upgrade(self.url) if to is None else await migrations.move(self.url, to)
                    return
                except Exception as error:
                    if not is_passing(error) or time.monotonic() >= until:
                        raise
                    if not said:
                        log.warning("waiting_for_database", seconds=patience)
                        said = True
                await asyncio.sleep(AWAY_SECONDS)

    def leave(self) -> None:
        """Stops the embedded server, if it was started here."""
        if self.server is not None:
            self.server.stop()


def rules_of(settings: Settings) -> Rules:
    """What acts need to know of the settings."""
    return Rules(
        organisation=settings.organisation,
        minimal=settings.staff_chat_disclosure == "minimal",
        handbook=settings.handbook_url,
        inbox_keep=timedelta(hours=settings.inbox_keep_hours),
        most_file_bytes=most_bytes(local=settings.telegram_local),
        paid_broadcast=settings.allow_paid_broadcast,
    )


@contextmanager
def reached() -> Iterator[None]:
    """ConfigurationError, in one line, where work with the database finds no way in."""
    try:
        yield
    except Exception as error:
        if not is_unreachable(error):
            raise
        fix = "start the database, or correct address, name and password"
        raise ConfigurationError(f"DATABASE_URL can't be reached: {fix}") from None


def stand(settings: Settings, *, beside_running: bool = False) -> Ground:
    """Reads keys and catalogue, and starts the embedded PostgreSQL where no DATABASE_URL is set. From the main thread.

    `beside_running`: use the server of a bot that is running, if there is one. ConfigurationError in one line.
    """
    try:
        cipher.install(KeyRing.load_or_make(settings.key_file, outside=settings.data_dir), settings.key_file)
        catalogue = load_catalogue(settings.catalogue_dir)
        if settings.organisation not in catalogue.organisations:
            known = ", ".join(catalogue.organisations)
            raise ConfigurationError(f"ORGANISATION is not in the catalogue: set it to one of {known}")
        server, url = _database(settings, beside_running)
    except (KeyFileError, CatalogueError, ServerNotStarted) as error:
        raise ConfigurationError(str(error)) from None
    rules = rules_of(settings)
    return Ground(settings, catalogue, rules, url, server)


def _database(settings: Settings, beside_running: bool) -> tuple[EmbeddedServer | None, str]:
    if settings.database_url is not None:
        return None, settings.database_url.get_secret_value()
    if beside_running and (url := running_server_url(settings.data_dir)) is not None:
        return None, url
    server = start_server(settings.data_dir)
    return server, server.url()
