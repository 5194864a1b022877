"""Names, phones, words and the token appear in no log, metric, answer of ours or file name, whatever goes wrong."""

from __future__ import annotations

import asyncio
import json
import signal
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from urllib.parse import quote

import aiohttp
from aiohttp import web
from sqlalchemy import text

from rules.roles import Role
from simulator.attached import media_of
from tests.conversations.talkers import Talker, Worker, offers
from tests.conversations.words import CLOSE, DETAILS, TAKE, label, piece
from tests.faults.chaos import HOOK, free_port, on_killable_postgres
from tests.faults.plants import BREAKS_LETTERS, BREAKS_UPDATES
from tests.faults.world import SETTLE_SECONDS, TOKEN, World, lives

PHONE = "+380501234567"
THEIRS = "+380671112233"
SECRETS = (
    "Олена",
    "Коваленко",
    "olena_k",
    "Ірина",
    "Світлана",
    "Оператор-секрет",
    PHONE.removeprefix("+380"),
    "дрова-секрет",
    "відповідь-секрет",
    "ремарка-секрет",
    "чернетка-секрет",
    "правка-секрет",
    "гачок-секрет",
    "Дідусь-секрет",
    "Соломія",
    "вулиця-секрет",
    "сусіди-секрет",
    "увечері-секрет",
    "двері-секрет",
    THEIRS.removeprefix("+380"),
    "+380 67 111 22 33",
    "1951-03-12",
    "підпис-секрет",
    "вміст-секрет",
    "зразок-секрет",
    BREAKS_UPDATES,
    BREAKS_LETTERS,
    TOKEN,
    TOKEN.partition(":")[2],
)
CHATTY = {
    "log_min_messages": "info",
    "log_min_error_statement": "error",
    "log_error_verbosity": "verbose",
    "log_statement": "all",
    "log_parameter_max_length": "-1",
    "log_parameter_max_length_on_error": "-1",
}
"""A server of somebody else's that logs whatever it can."""
COMMANDS = (
    ["migrate"],
    ["staff", "invite", "--role", "caseworker", "--name", "Оператор-секрет"],
    ["bind-code"],
    ["backup"],
    ["check"],
    ["keys", "rotate"],
    ["keys", "fingerprint"],
    ["jobs"],
)


async def test_nothing_personal_leaves_by_any_way(world: World) -> None:
    async with on_killable_postgres(world) as (moved, _), _heartbeat() as (heartbeat, beats):
        async with moved.database.engine.begin() as connection:
            for name, value in CHATTY.items():
                await connection.execute(text(f"ALTER ROLE CURRENT_USER SET {name} = '{value}'"))
        moved.env |= {"LOG_LEVEL": "DEBUG", "HEARTBEAT_URL": heartbeat, "BACKUP_DIR": str(world.folder / "backups")}
        said = await _by_webhook(moved)
        said += await _by_polling(moved)
        said.append(("commands", await _commands(moved)))
        said.append(("heartbeat", "\n".join(beats)))
        server_log = (world.folder / "postgres" / "pg18").resolve().parent / "postgres.log"
        said.append(("PostgreSQL", server_log.read_text(encoding="utf-8", errors="replace")))
    log = world.log.read_text(encoding="utf-8")
    said.append(("log", log))
    said.append(("file names", "\n".join(str(path) for path in world.folder.rglob("*"))))

    for where, words in said:
        assert words, where
        found = [secret for secret in SECRETS for form in _forms(secret) if form in words]
        assert not found, f"{where}: {found}"
    for line in log.splitlines():
        json.loads(line)
    there = dict(said)
    # What was searched is what should have been: each of these did happen.
    for event in ("update_parked", "letter_parked", "answer_failed", "crashed", "workers_gone", "webhook_set"):
        assert f'"{event}"' in log, event
    assert "INSERT INTO messages" in there["PostgreSQL"]
    assert "violates check constraint" in there["PostgreSQL"]
    assert ".suprovid" in there["file names"] or "backup" in there["file names"]


def _forms(secret: str) -> Iterator[str]:
    """As it is, in JSON, in an address, in bytes as PostgreSQL shows them."""
    yield secret
    yield json.dumps(secret)[1:-1]
    yield quote(secret)
    yield secret.encode().hex()


async def _by_webhook(world: World) -> list[tuple[str, str]]:
    """The usual way and everything that goes wrong on it, with two processes; what they tell whoever asks."""
    ports = free_port(), free_port()
    hook = f"http://127.0.0.1:{ports[0]}{HOOK}"
    tales = ("tell-tales",)
    first = world.start_bot(roles="updates", HTTP_PORT=str(ports[0]), WEBHOOK_URL=hook, plants=tales)
    second = world.start_bot(roles="letters,clock", HTTP_PORT=str(ports[1]), WEBHOOK_URL=hook, plants=tales)
    iryna, svitlana = await world.worker("Ірина"), await world.worker("Світлана", Role.SUPERVISOR)
    await world.bind(svitlana, iryna)
    await _talk(world, iryna, svitlana)
    await _call_and_tell(world, iryna)
    said = [(f"{path} of {port}", await _get(f"http://127.0.0.1:{port}{path}")) for port in ports for path in PAGES]
    said += [("webhook", answer) async for answer in _strangers(hook)]
    await world.end(second, signal.SIGKILL)
    await world.end(first, signal.SIGKILL)
    return said


PAGES = ("/healthz", "/metrics", "/nothing")


async def _by_polling(world: World) -> list[tuple[str, str]]:
    """One process after the two that were killed; then one that crashes, and one without PostgreSQL's goodwill."""
    await world.people.fault("drop", method="getUpdates")
    await world.people.fault("500", method="getUpdates", after_accepting=True)
    async with world.database.engine.begin() as connection:
        await connection.execute(text("ALTER TABLE drafts ADD CONSTRAINT never CHECK (false) NOT VALID"))
    port = free_port()
    pid = world.start_bot(HTTP_PORT=str(port), plants=("tell-tales",))
    person = await world.people.user("Олена", last_name="Коваленко", language_code="uk")
    await world.people.write(person, person, "чернетка-секрет Олена Коваленко")
    await world.settled()
    said = [(f"{path} of {port}", await _get(f"http://127.0.0.1:{port}{path}")) for path in PAGES]
    await world.end(pid, signal.SIGTERM)
    crashed = world.start_bot(plants=("crash-telling-the-token",))
    await _ended(crashed)
    world.bots.pop(crashed)
    return said


APOLOGY = piece("letter-update-parked")


async def _talk(world: World, iryna: Worker, svitlana: Worker) -> None:
    """Refusals that repeat the words included."""
    words = f"дрова-секрет, тел. {PHONE}"
    olena = await world.with_case("Олена", words, last_name="Коваленко", username="olena_k", phone=PHONE)
    thread = await world.thread_of("дрова-секрет")
    for kind in ("400", "500", "502", "429", "403"):
        said = f"can't parse Олена Коваленко {words}"
        await world.people.fault(kind, method="sendMessage", chat=olena.id, description=said, retry_after=1)
        await iryna.says(thread, f"/a відповідь-секрет {kind}")
    await iryna.says(thread, "ремарка-секрет")
    await iryna.clicks(thread, DETAILS)
    message = await olena.send("ще дрова-секрет")
    await olena.edits(message, "правка-секрет")
    await olena.send(f"{BREAKS_UPDATES} Олена Коваленко {PHONE}")
    await olena.sees(APOLOGY)
    await iryna.says(thread, f"/a {BREAKS_LETTERS} відповідь-секрет")
    card = await iryna.finds(thread, lambda each: offers(each, CLOSE) or offers(each, TAKE), "the card")
    for data in ("cb:1:take", "oc:1:дрова-секрет", "zz:Олена", "mc:+380501234567"):
        await iryna.forges_in(card, data)
    await world.people.block(olena.id)
    await iryna.says(thread, "/a відповідь-секрет знову")
    await world.people.unblock(olena.id)
    for said in ("/language", "чернетка-секрет", "/privacy", "/danger", "/my"):
        await olena.send(said)
    await _files(world, olena, iryna, thread)
    await svitlana.send("/problems")
    await world.settled()


async def _call_and_tell(world: World, iryna: Worker) -> None:
    """A call, a form about somebody else, their agreement, danger; refusals in the middle of it repeat the words."""
    solomiia = await world.with_case("Соломія", "дрова-секрет для дідуся")
    await solomiia.send("/call")
    await solomiia.send("050 12 34")
    await solomiia.send(f"{PHONE}, увечері-секрет")
    await solomiia.send("увечері-секрет")
    await solomiia.sees(piece("screen-call-wanted"))
    await solomiia.send("/my")
    await solomiia.press(label("button-new-case"))
    await solomiia.send("дрова-секрет, вулиця-секрет")
    await solomiia.sees(piece("screen-offer-case"))
    await solomiia.press(label("button-for-another"))
    await solomiia.press(label("form-whom-who-relative"))
    await solomiia.sees(piece("form-whom-name"))
    said = f"can't parse Дідусь-секрет {THEIRS}"
    await world.people.fault("400", method="sendMessage", chat=solomiia.id, description=said)
    await solomiia.send("Дідусь-секрет")
    # Refused is the question that she answers next, and not the one after it, which she has to see.
    await world.settled()
    await solomiia.send("12 березня 1951")
    await solomiia.press(label("form-whom-knows-yes"))
    await solomiia.send("не скажу, двері-секрет зачинено, а номер забули")
    await solomiia.send(THEIRS)
    await solomiia.press(label("form-whom-agree-call"))
    await solomiia.press(label("button-form-submit"))
    await solomiia.sees(piece("whom-sent-call"))
    thread = await world.thread_of("вулиця-секрет")
    await iryna.clicks(thread, label("button-ask-agreement"))
    await iryna.clicks(thread, label("button-call-no-answer"))
    await solomiia.sees(piece("letter-agreement-unheard-again"))
    await iryna.clicks(thread, label("button-ask-agreement"))
    await iryna.clicks(thread, label("button-agreement-heard"))
    await solomiia.send("/danger")
    await solomiia.press(label("button-way-call"))
    await solomiia.send(THEIRS)
    await solomiia.send("сусіди-секрет почують")
    await solomiia.send("/privacy")
    await solomiia.press(label("button-export"))
    await world.settled()
    assert await world.count("SELECT count(*) FROM calls WHERE reason IN ('asked', 'agreement', 'danger')") >= 3


async def _files(world: World, olena: Talker, iryna: Worker, thread: int) -> None:
    """Files both ways, good and bad ones, while Telegram fails with their words in its mouth; the archive of all."""
    whole = b"%PDF-1.4 " + "вміст-секрет".encode() + b" startxref 9 %%EOF"
    name = "дрова-секрет Коваленко.pdf"
    told = f"wrong file {name} підпис-секрет"
    for kind in ("500", "429", "400"):
        await world.people.fault(kind, method="getFile", description=told, retry_after=1)
    for kind in ("500", "400"):
        await world.people.fault(kind, method="deleteMessage", description=told)
        await world.people.fault(kind, method="sendDocument", description=told)
    for content in (whole, whole[:30], "вміст-секрет".encode()):
        await world.people.send_file(olena.id, olena.id, "document", content, name, caption="підпис-секрет")
    media = media_of("document", whole, "зразок-секрет.pdf")
    await iryna.attaches_in(thread, media, caption="/a підпис-секрет")
    await olena.sees(piece("letter-files-tidied"))
    await world.settled()
    await world.people.clear_faults()
    await olena.send("/privacy")
    await olena.press(label("button-export"))
    await olena.waits(lambda each: ".zip" in str(each.message.get("document")), "the archive")


async def _strangers(hook: str) -> AsyncIterator[str]:
    """Whoever finds the webhook and sends it things: what is answered."""
    stolen = json.dumps({"update_id": 1, "message": {"text": "гачок-секрет Олена"}})
    async with aiohttp.ClientSession() as session:
        for secret in (None, TOKEN, "гачок-секрет".encode().decode("latin-1")):
            headers = {} if secret is None else {"X-Telegram-Bot-Api-Secret-Token": secret}
            async with session.post(hook, data=stolen, headers=headers) as answer:
                yield f"{answer.status} {answer.headers} {await answer.text()}"
        async with session.get(f"{hook}/{TOKEN}/гачок-секрет") as answer:
            yield f"{answer.status} {await answer.text()}"


async def _commands(world: World) -> str:
    """What the operator's commands print, beside no bot."""
    output = world.folder / "commands.log"
    away = {"TELEGRAM_API_URL": f"http://127.0.0.1:{free_port()}"}
    wrong = {"BOT_TOKEN": "не-токен-секрет"}
    for command, env in [*((each, {}) for each in COMMANDS), (["check"], away), (["check"], wrong), (["run"], wrong)]:
        pid = world.nursery.fork(command, world.env | env, output, world.folder)
        await _ended(pid)
    return output.read_text(encoding="utf-8")


@asynccontextmanager
async def _heartbeat() -> AsyncIterator[tuple[str, list[str]]]:
    """A watchdog that keeps whatever it is sent."""
    heard: list[str] = []

    async def hear(request: web.Request) -> web.Response:
        heard.append(f"{request.method} {request.raw_path} {request.headers} {await request.text()}")
        return web.Response()

    app = web.Application()
    app.router.add_route("*", "/{rest:.*}", hear)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/beat", heard
    finally:
        await runner.cleanup()


async def _get(url: str) -> str:
    async with aiohttp.ClientSession() as session, session.get(url) as answer:
        return f"{answer.status} {await answer.text()}"


async def _ended(pid: int) -> None:
    async with asyncio.timeout(SETTLE_SECONDS):
        while lives(pid):
            await asyncio.sleep(0.02)
