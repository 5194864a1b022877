"""Names, phones, words and the token appear in no log line, no metric and no file name, whatever goes wrong."""

from __future__ import annotations

import json
import signal
import socket

import aiohttp

from rules.permissions import Role
from tests.conversations.talkers import Worker, offers
from tests.conversations.words import CLOSE, DETAILS, TAKE
from tests.faults.world import TOKEN, World

PHONE = "+380501234567"
SECRETS = (
    "Олена",
    "Коваленко",
    "Ірина",
    "Світлана",
    PHONE.removeprefix("+380"),
    "дрова-секрет",
    "відповідь-секрет",
    "ремарка-секрет",
    "чернетка-секрет",
    "правка-секрет",
    TOKEN,
    TOKEN.partition(":")[2],
)


async def test_nothing_personal_leaves_by_logs_metrics_or_file_names(world: World) -> None:
    port = _free_port()
    own = {"LOG_LEVEL": "DEBUG", "HTTP_PORT": str(port)}
    pid = world.start_bot(**own)
    iryna, svitlana = await world.worker("Ірина"), await world.worker("Світлана", Role.SUPERVISOR)
    await world.bind(svitlana, iryna)
    await _talk(world, iryna)
    metrics = await _get(f"http://127.0.0.1:{port}/metrics")
    health = await _get(f"http://127.0.0.1:{port}/healthz")
    await world.end(pid, signal.SIGKILL)
    pid = world.start_bot(**own)
    await world.settled()
    await world.end(pid, signal.SIGTERM)

    log = world.log.read_text(encoding="utf-8")
    names = "\n".join(str(path) for path in world.folder.rglob("*"))
    assert "suprovid" in metrics or "updates" in metrics
    assert len(log.splitlines()) > 5
    for where, said in (("log", log), ("metrics", metrics), ("health", health), ("file names", names)):
        found = [secret for secret in SECRETS if secret in said or json.dumps(secret)[1:-1] in said]
        assert not found, f"{where}: {found}"
    for line in log.splitlines():
        json.loads(line)


async def _talk(world: World, iryna: Worker) -> None:
    """The usual way with everything that may go wrong on it, refusals that repeat the words included."""
    words = f"дрова-секрет, тел. {PHONE}"
    olena = await world.with_case("Олена", words, last_name="Коваленко", phone=PHONE)
    thread = await world.thread_of("дрова-секрет")
    for kind in ("400", "500", "429", "403"):
        said = f"can't parse Олена Коваленко {words}"
        await world.people.fault(kind, method="sendMessage", chat=olena.id, description=said, retry_after=1)
        await iryna.says(thread, f"/a відповідь-секрет {kind}")
    await world.people.fault("drop", method="getUpdates")
    await world.people.fault("500", method="getUpdates", after_accepting=True)
    await iryna.says(thread, "ремарка-секрет")
    await iryna.clicks(thread, DETAILS)
    message = await olena.send("ще дрова-секрет")
    await olena.edits(message, "правка-секрет")
    card = await iryna.finds(thread, lambda each: offers(each, CLOSE) or offers(each, TAKE), "the card")
    for data in ("cb:1:take", "oc:1:дрова-секрет", "zz:Олена", "mc:+380501234567"):
        await iryna.forges_in(card, data)
    await world.people.block(olena.id)
    await iryna.says(thread, "/a відповідь-секрет знову")
    await world.people.unblock(olena.id)
    await olena.send("/language")
    await olena.send("чернетка-секрет")
    await world.settled()


async def _get(url: str) -> str:
    async with aiohttp.ClientSession() as session, session.get(url) as answer:
        return await answer.text()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
