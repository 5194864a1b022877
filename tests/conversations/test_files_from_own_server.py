"""A Bot API server of the department's own, in its local mode: larger files, from its folder or by HTTP."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.conversations.conftest import hire
from tests.conversations.stage import Stage, open_stage
from tests.conversations.words import piece, text

MEGABYTE = 1024 * 1024
WHY = text("why-over-ours")


@pytest.fixture(params=["shared folder", "by HTTP"])
async def own_server(request: pytest.FixtureRequest, database_url: str, tmp_path: Path) -> AsyncIterator[Stage]:
    """The bot beside such a server: it sees its folder, or it is on another machine."""
    shared = request.param == "shared folder"
    folder = tmp_path / "telegram" if shared else Path("/nowhere/telegram-bot-api")
    async with open_stage(database_url, tmp_path, local=folder) as stage:
        await hire(stage)
        await stage.gather()
        await stage.bind()
        yield stage
    if shared:
        assert [path for path in folder.rglob("*") if path.is_file()] == [], "nothing lies about unsealed"


async def test_what_telegram_itself_would_not_hand_over_is_kept_and_what_is_too_much_is_said(own_server: Stage) -> None:
    olena, _ = await own_server.with_case("Олена", "Потрібні дрова")
    film = {"kind": "video", "name": "дах.mp4", "size": 30 * MEGABYTE}
    await olena.attaches(film)
    await own_server.settled()
    assert await own_server.rows("SELECT state, size FROM files") == [("kept", 30 * MEGABYTE)]
    assert await own_server.count("SELECT count(*) FROM file_chunks") == 120
    await olena.attaches(film | {"size": 46 * MEGABYTE})
    refused = await olena.sees(piece("letter-file-refused"))
    assert WHY in refused.text
    assert await own_server.count("SELECT count(*) FROM files WHERE flaw = 'over-ours'") == 1
