"""A department at work: many people, many caseworkers, Telegram's limits, and all that happens to a group on the way.

The group is upgraded while the first requests wait, topics are closed and deleted, a caseworker is removed from the
group, words are edited, albums are sent on both sides. Moments are counted in what people did, not in seconds.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from enum import Enum, auto
from itertools import cycle
from statistics import quantiles

from casework.context import MACHINE
from casework.staff.move_group import MoveGroup, move_group
from tests.conversations.papers import photo
from tests.conversations.talkers import Worker
from tests.conversations.words import CLOSED, TAKE, TAKEN_BY
from tests.faults.crowd import INSIDE, PATIENCE_SECONDS, Crowd, text_of
from tests.faults.talk import Line, Measure, Talk
from tests.faults.world import World


class Mishap(Enum):
    """What happens to a request on its way."""

    NONE = auto()
    EDITED = auto()
    """The person and the caseworker correct what they wrote."""
    TOPIC_CLOSED = auto()
    TOPIC_DELETED = auto()
    ALBUM = auto()
    """The person and the caseworker send photos, the words below the first."""


@dataclass(frozen=True)
class Day:
    """How much happens. `arriving`: Telegram's seconds in which all people write for the first time."""

    measure: Measure
    workers: int
    arriving: float
    speed: float
    """So much faster Telegram's seconds pass than ours."""
    seed: int


class Department(Crowd):
    """Everybody on such a day. `lead` stands in for whoever is removed from the group."""

    def __init__(self, world: World, day: Day, workers: list[Worker], lead: Worker) -> None:
        super().__init__(world, workers, day.measure, day.seed)
        self._day = day
        self._lead = lead
        self._all_arrived = asyncio.Event()
        self.waited: list[float] = []
        """Telegram's seconds from somebody's first word until their words stood before the caseworkers."""

    async def talk(self) -> None:
        """The whole day."""
        await self._gather()
        early = self.talks[: max(2, len(self.talks) // 20)]
        await self._move_to_a_plain_group()
        for talk in early:
            await self._begin(talk)
        self._world.group = await self._world.people.upgrade(self._world.group, is_forum=True)
        mishaps = cycle(Mishap)
        async with asyncio.TaskGroup() as everybody:
            for talk in self.talks:
                chance, mishap = random.Random(self._chance.random()), next(mishaps)
                everybody.create_task(self._asks(talk, mishap, chance, everybody, waits=talk in early))
            everybody.create_task(self._remove(self._workers[0]))

    def time_to_caseworker(self) -> str:
        """In Telegram's seconds: the median, what 95 of 100 do not exceed, the longest."""
        cuts = quantiles(self.waited, n=100, method="inclusive")
        return f"p50 {cuts[49]:.0f} s, p95 {cuts[94]:.0f} s, longest {max(self.waited):.0f} s"

    async def _move_to_a_plain_group(self) -> None:
        """Telegram upgrades only groups without topics."""
        members = {worker.id: "administrator" for worker in (*self._workers, self._lead)}
        plain = await self._world.people.group("Звернення", members, kind="group")
        async with self._world.database.uow() as uow:
            await move_group(self._world.context(uow, MACHINE), MoveGroup(self._world.group, plain))
        self._world.group = plain

    async def _asks(
        self, talk: Talk, mishap: Mishap, chance: random.Random, everybody: asyncio.TaskGroup, *, waits: bool
    ) -> None:
        """The person's side: from the first word to the end. `waits`: they wrote before the group could take it."""
        people, person = self._world.people, talk.person
        if not waits:
            await asyncio.sleep(chance.random() * self._day.arriving / self._day.speed)
        begun = self._now()
        if not waits:
            await self._begin(talk)
        await self._find(talk)
        self.waited.append((self._now() - begun) * self._day.speed)
        if len(self.waited) == len(self.talks):
            self._all_arrived.set()
        everybody.create_task(self._works_on(talk, mishap, random.Random(chance.random())))
        for number in range(1, self._measure.lines):
            before = self._calls
            if number == 1 and mishap in (Mishap.TOPIC_CLOSED, Mishap.TOPIC_DELETED):
                await self._lose_topic(talk, mishap)
                continue
            talk.lines.append(line := self._line(talk, number))
            if mishap is Mishap.ALBUM and number == 1:
                await people.send_album(person, person, _album(line))
            else:
                written = int((await people.write(person, person, line.now))["message_id"])
                if mishap is Mishap.EDITED and number == 1:
                    line.versions.append(f"{line.key} виправлено")
                    await people.edit(person, written, person, line.now)
            await self._something_happens(before)
        talk.all_said.set()
        await self._sees(person, lambda each: CLOSED in text_of(each), CLOSED)
        talk.closed = True

    async def _lose_topic(self, talk: Talk, mishap: Mishap) -> None:
        """Somebody closes or deletes the topic; the next words bring it back."""
        people, group = self._world.people, self._world.group
        async with talk.in_group:
            if mishap is Mishap.TOPIC_DELETED:
                # Nobody deletes what they have not seen.
                await self._reads_all(talk)
                talk.in_lost_topic = len(talk.lines)
                await people.delete_topic(group, talk.thread)
            else:
                await people.close_topic(group, talk.thread)
                there = self._world.simulator.world.chats[group]
                topic = there.topics[talk.thread]
                assert await there.changed.until(lambda: not topic.closed, PATIENCE_SECONDS), "the topic stayed closed"
            talk.lines.append(line := self._line(talk, len(talk.lines)))
            await people.write(talk.person, talk.person, line.now)
            if mishap is Mishap.TOPIC_DELETED:
                await self._find(talk, line)

    async def _works_on(self, talk: Talk, mishap: Mishap, chance: random.Random) -> None:
        """The caseworker's side: from the first sight of the topic until it is closed."""
        async with talk.in_group:
            talk.taken = chance.random() < 0.5
            if talk.taken:
                await self._press(self._world.group, TAKE, by=talk.worker, thread=talk.thread)
                await self._sees(talk.person, lambda each: TAKEN_BY in text_of(each), TAKEN_BY)
            await talk.worker.says(talk.thread, f"{INSIDE} {talk.number}")
        for _ in range(self._measure.answers):
            before = self._calls
            async with talk.in_group:
                await self._answers(talk, mishap, chance)
            await self._something_happens(before)
        await talk.all_said.wait()
        async with talk.in_group:
            await self._reads_all(talk)
            await self._close(talk)

    async def _answers(self, talk: Talk, mishap: Mishap, chance: random.Random) -> None:
        talk.answers.append(answer := self._reply(talk, len(talk.answers)))
        if mishap is Mishap.ALBUM and len(talk.answers) == 1:
            await self._world.people.send_album(
                self._world.group, talk.worker.id, _album(Line(answer.key, [f"/a {answer.now}"])), thread=talk.thread
            )
        elif mishap is Mishap.TOPIC_DELETED:
            await talk.worker.says(talk.thread, f"/a {answer.now}")
        else:
            written = await self._says(talk, answer, chance)
            if mishap is Mishap.EDITED and answer.by_reply is None:
                answer.versions.append(f"{answer.key} виправлено")
                await talk.worker.corrects(written, f"/a {answer.now}")

    async def _remove(self, worker: Worker) -> None:
        """Somebody takes a caseworker out of the group once everybody has written; the lead goes on in their cases."""
        await self._all_arrived.wait()
        async with AsyncExitStack() as held:
            mine = [talk for talk in self.talks if talk.worker is worker]
            for talk in mine:
                await held.enter_async_context(talk.in_group)
            await self._world.people.set_member(self._world.group, worker.id, "kicked")
            for talk in mine:
                talk.worker = self._lead

    def _now(self) -> float:
        return self._world.simulator.world.clock.monotonic()


def _album(line: Line) -> Sequence[dict[str, object]]:
    return [{"media": photo(), "caption": line.now}, {"media": photo()}]
