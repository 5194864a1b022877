"""A stage for conversations: the simulator and the bot in one loop, people and staff who act over HTTP."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from bot.app import App
from bot.catalogue import load_catalogue
from bot.clock import Clock
from bot.ground import Ground
from bot.operator import JOIN_PREFIX
from bot.settings import Settings, load_settings
from casework.context import OPERATOR, Rules
from casework.staff.invite import Invite, NewBindCode, invite, new_bind_code
from rules.permissions import Role
from simulator.client import PeopleClient
from simulator.seen import Pressed, Shown
from simulator.server import Simulator

TOKEN = "4242:TEST-conversations"
CATALOGUE = load_catalogue()
PATIENCE = 10.0
SETTLE = 20.0
ALL_RIGHTS = {"can_manage_topics": True, "can_delete_messages": True, "can_pin_messages": True}


@dataclass
class Talker:
    """Somebody with a Telegram account. `chat`: where they talk if nothing else is said."""

    stage: Stage
    id: int
    name: str

    async def send(self, text: str, **details: object) -> int:
        """Writes in the private chat with the bot; the message's id."""
        return int((await self.stage.people.write(self.id, self.id, text, **details))["message_id"])  # type: ignore[arg-type]  # the people's side takes what JSON takes

    async def sees(self, text: str) -> Shown:
        """Waits until the newest message with these words stands in the private chat."""
        return await self.stage.people.wait_for(self.id, lambda shown: text in shown.text, timeout=PATIENCE)

    async def press(self, button: str) -> Pressed:
        """Presses the newest button with this label in the private chat."""
        shown = await self.stage.people.wait_for(self.id, lambda each: _offers(each, button), timeout=PATIENCE)
        return await self.stage.people.press(self.id, shown, self.id, button)

    async def phone(self) -> str:
        """Everything that stands in the private chat."""
        return "\n".join(each.text for each in (await self.stage.people.messages(self.id)).messages)


@dataclass
class Worker(Talker):
    """A staff member: talks in topics of the group, too."""

    async def says(self, thread: int, text: str, *, reply_to: int | None = None) -> int:
        """Writes in a topic; the message's id."""
        written = await self.stage.people.write(self.stage.group, self.id, text, thread=thread, reply_to=reply_to)
        return int(written["message_id"])

    async def replies(self, thread: int, to: str, text: str) -> int:
        """Answers the newest message with the words `to` in a topic."""
        target = await self.reads(thread, to)
        return await self.says(thread, text, reply_to=target.id)

    async def reads(self, thread: int, text: str) -> Shown:
        """Waits until a message with these words stands in a topic (0: General)."""
        return await self.stage.people.wait_for(
            self.stage.group, lambda shown: text in shown.text, timeout=PATIENCE, thread=thread, reader=self.id
        )

    async def clicks(self, thread: int, button: str) -> Pressed:
        """Presses the newest button with this label in a topic, whispers included."""
        shown = await self.stage.people.wait_for(
            self.stage.group, lambda each: _offers(each, button), timeout=PATIENCE, thread=thread, reader=self.id
        )
        return await self.stage.people.press(self.stage.group, shown, self.id, button)

    async def topic(self, thread: int) -> str:
        """Everything that this one sees in a topic."""
        page = await self.stage.people.messages(self.stage.group, thread=thread, reader=self.id)
        return "\n".join(each.text for each in page.messages)


@dataclass
class Stage:
    """The world of one conversation."""

    simulator: Simulator
    people: PeopleClient
    app: App
    clock: Clock
    settings: Settings
    group: int = 0
    staff: dict[str, Worker] = field(default_factory=dict)

    async def person(self, name: str, *, language: str = "uk") -> Talker:
        """A new person who has never written to the bot."""
        return Talker(self, await self.people.user(name, language_code=language), name)

    async def worker(self, name: str, role: Role = Role.CASEWORKER) -> Worker:
        """A new staff member, joined by a one-time link and a member of the group."""
        worker = Worker(self, await self.people.user(name, language_code="uk"), name)
        await worker.send(f"/start {JOIN_PREFIX}{await self.invitation(name, role)}")
        await worker.sees("Ваші звернення")
        if self.group:
            await self.people.set_member(self.group, worker.id, "member")
        self.staff[name] = worker
        return worker

    async def invitation(self, name: str, role: Role = Role.CASEWORKER) -> str:
        """The code of a one-time link."""
        async with self.app.database.uow() as uow:
            return await invite(self.app.context(uow, OPERATOR), Invite(role, name))

    async def bind_code(self) -> str:
        """A code that binds a group."""
        async with self.app.database.uow() as uow:
            return await new_bind_code(self.app.context(uow, OPERATOR), NewBindCode())

    async def bind(self, supervisor: Worker) -> None:
        """Makes a staff group with topics and binds it."""
        members = dict.fromkeys([worker.id for worker in self.staff.values()], "administrator")
        self.group = await self.people.group("Звернення", members, bot_rights=ALL_RIGHTS)
        await self.people.write(self.group, supervisor.id, f"/bind {await self.bind_code()}")
        await supervisor.reads(0, "Кожне звернення матиме свою тему")

    async def settled(self) -> None:
        """Waits until everything that was begun has ended: only then "nobody got it" may be said."""
        await self.app.settled(SETTLE)

    async def later(self, span: timedelta) -> None:
        """Business time goes on; jobs that are due in between run."""
        await self.people.advance(span.total_seconds())

    async def agreed(self, name: str) -> Talker:
        """A person who began and gave their consent."""
        person = await self.person(name)
        await person.send("/start")
        await person.press("Погоджуюсь")
        await person.sees("Тепер напишіть своїми словами")
        return person

    async def with_case(self, name: str, words: str) -> tuple[Talker, int]:
        """A person with one open case made of these words, and the thread of its topic."""
        person = await self.agreed(name)
        await person.send(words)
        await person.press("Так, передати фахівцю")
        number = (await person.sees("ми отримали ваше звернення")).text.split("Номер: ")[1].split(".")[0]
        return person, await self.thread(number)

    async def thread(self, number: str) -> int:
        """The topic of a case by its number, once the person's words stand in it."""
        await self.people.wait_for(self.group, lambda shown: number in shown.text, timeout=PATIENCE)
        await self.settled()
        return next(
            int(topic["message_thread_id"])
            for topic in await self.people.topics(self.group)
            if number in str(topic["name"])
        )


@asynccontextmanager
async def open_stage(
    database_url: str, folder: Path, *, limits: bool = False, speed: float = 1.0
) -> AsyncIterator[Stage]:
    """The simulator and the bot on a database of their own; nobody is there yet."""
    clock = Clock()

    async def follow(offset: float) -> None:
        await clock.advance(timedelta(seconds=offset) - clock.offset)

    simulator = Simulator(TOKEN, limits=limits, speed=speed, on_clock=follow)
    await simulator.start()
    settings = load_settings(
        bot_token=TOKEN,
        telegram_api_url=simulator.url,
        data_dir=folder / "data",
        keys_dir=folder / "keys",
        sim_speed=speed,
    )
    app = App(Ground(settings, CATALOGUE, Rules(), database_url, None), clock, health=False)
    try:
        await app.start()
        async with PeopleClient(simulator.url) as people:
            yield Stage(simulator, people, app, clock, settings)
    finally:
        await app.stop()
        await simulator.stop()


def _offers(shown: Shown, button: str) -> bool:
    return any(each["text"] == button for each in shown.buttons)
