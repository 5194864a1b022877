"""People who file requests and caseworkers who answer, all at once; what each said is kept to be asked for later.

They act over HTTP as everybody does, and wait for what they see; they look at the simulator's world directly, since
fifty who poll over HTTP would be the heaviest load of all. Nobody waits for time to pass, only for something to happen.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Iterator

from simulator.client import RefusedError
from simulator.seen import Shown
from simulator.world.model import StoredMessage
from tests.conversations.talkers import MORE, Worker
from tests.conversations.words import (
    AGREE,
    CLOSE,
    CLOSED,
    NOT_SOLVED,
    OPEN_CASE,
    RECEIVED,
    TAKE,
    TAKEN_BY,
    piece,
)
from tests.faults.talk import Line, Measure, Talk
from tests.faults.world import World

CONSENTED = piece("screen-consent-given")
REOPENED = piece("letter-case-reopened")
PATIENCE_SECONDS = 900.0
"""Only to end a run that hangs: fifty people and twenty kills take a busy machine long."""
MENU_SECONDS = 2.0
"""So long a caseworker looks for a menu that only they would see; it may be lost, then they press again."""
NO_BUTTON = "no such button"
INSIDE = "між нами"
OUTCOME = "Допомогли"


def _with(words: str) -> Callable[[StoredMessage], bool]:
    """Whether these words stand in a message."""
    return lambda each: words in text_of(each)


class Crowd:
    """Everybody. `talk` returns once everything was said and seen."""

    def __init__(self, world: World, workers: list[Worker], measure: Measure, seed: int) -> None:
        self._world = world
        self._measure = measure
        self._chance = random.Random(seed)
        self._workers = workers
        self.talks: list[Talk] = []
        self.said_again = 0
        """Answers to a copy that the bot did not know of: the caseworker saw no mark, and said them another way."""

    async def talk(self) -> None:
        """File, answer, correct, close, ask again."""
        await self._gather()
        async with asyncio.TaskGroup() as everybody:
            for talk in self.talks:
                chance = random.Random(self._chance.random())
                everybody.create_task(self._file(talk, chance))
                everybody.create_task(self._answer(talk, random.Random(chance.random())))

    async def open(self) -> None:
        """File requests of one line each, which wait in their topics."""
        await self._gather()
        async with asyncio.TaskGroup() as everybody:
            for talk in self.talks:
                everybody.create_task(self._begin(talk))
                everybody.create_task(self._find(talk))

    async def burst(self, lines: int, answers: int = 0) -> None:
        """Everybody says so much at once: people their lines, then caseworkers their answers."""
        for _ in range(lines):
            for talk in self.talks:
                talk.lines.append(line := self._line(talk, len(talk.lines)))
                await self._world.people.write(talk.person, talk.person, line.now)
        for _ in range(answers):
            for talk in self.talks:
                talk.answers.append(answer := self._reply(talk, len(talk.answers)))
                await talk.worker.says(talk.thread, f"/a {answer.now}")

    async def say_again(self) -> None:
        """Whoever answered a message and sees no mark at the answer says it again so that it must be understood.

        Nobody can say anything in the topic of a case that is over: such an answer stayed inside, as its whisper said.
        """
        for talk in self.talks:
            for answer in list(talk.answers):
                if answer.by_reply is None or self._marked(answer.by_reply):
                    continue
                self.said_again += 1
                answer.by_reply = None
                talk.answers.remove(answer)
                if talk.closed and not talk.reopened:
                    continue
                # It comes after the others now; a reopened case is its former owner's again, so nobody takes it anew.
                talk.answers.append(answer)
                await talk.worker.says(talk.thread, f"/a {answer.now}")

    async def _gather(self) -> None:
        for number in range(self._measure.people):
            person = await self._world.people.user(f"Людина{number}", language_code="uk")
            worker = self._workers[number % len(self._workers)]
            talk = Talk(number, person, worker)
            talk.lines.append(self._line(talk, 0))
            self.talks.append(talk)

    async def _begin(self, talk: Talk) -> int:
        """From the first word to the number of the case; the id of the message with the first line."""
        people, person = self._world.people, talk.person
        await people.write(person, person, "/start")
        await self._press(person, AGREE)
        await self._sees(person, lambda each: CONSENTED in text_of(each), CONSENTED)
        written = int((await people.write(person, person, talk.lines[0].now))["message_id"])
        await self._press(person, OPEN_CASE, below=written)
        await self._sees(person, lambda each: RECEIVED in text_of(each), RECEIVED)
        return written

    async def _find(self, talk: Talk, line: Line | None = None) -> None:
        """The caseworker sees the topic by a line of the person's, by default the first one."""
        key = line.key if line is not None else talk.first
        shown = await self._sees(self._world.group, _with(key), key)
        assert shown.thread is not None
        talk.places.append((self._world.group, shown.thread))

    async def _file(self, talk: Talk, chance: random.Random) -> None:
        people, person = self._world.people, talk.person
        sources = [await self._begin(talk)]
        for number in range(1, self._measure.lines):
            before = self._calls
            line = self._line(talk, number)
            talk.lines.append(line)
            sources.append(int((await people.write(person, person, line.now))["message_id"]))
            if chance.random() < 0.25:
                which = chance.randrange(len(sources))
                edited = talk.lines[which]
                edited.versions.append(f"{edited.key} і ще раз {len(edited.versions)}")
                await people.edit(person, sources[which], person, edited.now)
            await self._something_happens(before)
            await asyncio.sleep(chance.random() * self._measure.thinking)
        talk.all_said.set()
        await self._sees(person, lambda each: CLOSED in text_of(each), CLOSED)
        talk.closed = True
        if chance.random() < 0.3:
            talk.reopened = True
            await self._press(person, NOT_SOLVED)
            await self._sees(person, lambda each: REOPENED in text_of(each), REOPENED)
            line = self._line(talk, self._measure.lines)
            talk.lines.append(line)
            await people.write(person, person, line.now)

    async def _answer(self, talk: Talk, chance: random.Random) -> None:
        group, worker = self._world.group, talk.worker
        await self._find(talk)
        talk.taken = chance.random() < 0.6
        if talk.taken:
            await self._press(group, TAKE, by=worker, thread=talk.thread)
            await self._sees(talk.person, lambda each: TAKEN_BY in text_of(each), TAKEN_BY)
        await worker.says(talk.thread, f"{INSIDE} {talk.number}")
        for number in range(self._measure.answers):
            before = self._calls
            talk.answers.append(answer := self._reply(talk, number))
            written = await self._says(talk, answer, chance)
            if answer.by_reply is None and chance.random() < 0.25:
                answer.versions.append(f"{answer.key} виправлено")
                await worker.corrects(written, f"/a {answer.now}")
            await self._something_happens(before)
            await asyncio.sleep(chance.random() * self._measure.thinking)
        await talk.all_said.wait()
        await self._reads_all(talk)
        await self._close(talk)

    async def _reads_all(self, talk: Talk) -> None:
        """Nobody closes a case before reading what was said: words that come after have to be asked about."""
        for line in talk.lines:
            await self._sees(self._world.group, _with(line.key), line.key)

    async def _says(self, talk: Talk, answer: Line, chance: random.Random) -> int:
        """As a reply to the person's words or to the card, or behind /a."""
        # The first answer of all takes the case, so it must be one.
        way = chance.choice(("/a", "words", "card")) if talk.taken or len(talk.answers) > 1 else "/a"
        if way == "/a":
            return await talk.worker.says(talk.thread, f"/a {answer.now}")
        said = talk.lines[chance.randrange(len(talk.lines))]
        wanted = said.key if way == "words" else piece("screen-card-how")
        target = next((each for each in self._topic(talk.thread) if wanted in everything(each)), None)
        if target is None:
            return await talk.worker.says(talk.thread, f"/a {answer.now}")
        answer.by_reply = await talk.worker.says(talk.thread, answer.now, to=target.message_id)
        return answer.by_reply

    async def _close(self, talk: Talk) -> None:
        """Press, choose from the menus, again until it is closed: a menu may be lost."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not self._closed(talk):
                seen = self._world.simulator.world.chats[self._world.group].last_ephemeral_id
                card = self._to_close(talk)
                if card is None:
                    await self._group_changes(lambda: self._to_close(talk) is not None)
                    continue
                button = CLOSE if CLOSE in buttons_of(card) else MORE
                if not await self._pressed(self._world.group, card.message_id, talk.worker.id, button):
                    continue
                if button == MORE and not await self._chooses(talk, CLOSE, seen):
                    continue
                if await self._chooses(talk, OUTCOME, seen):
                    await self._world.simulator.world.chats[talk.person].changed.until(
                        lambda: self._closed(talk), MENU_SECONDS
                    )

    async def _chooses(self, talk: Talk, button: str, after: int) -> bool:
        """Press it in the menu that was whispered after this one; False where none came or the button is gone."""

        def menu() -> StoredMessage | None:
            whispers = self._world.simulator.world.chats[self._world.group].ephemeral
            return next(
                (
                    each
                    for id_, each in whispers.items()
                    if id_ > after and each.thread == talk.thread and button in buttons_of(each)
                ),
                None,
            )

        await self._group_changes(lambda: menu() is not None)
        if (found := menu()) is None:
            return False
        whisper = Shown({"message_id": 0, "ephemeral_message_id": found.ephemeral_id}, 0)
        return await self._pressed(self._world.group, whisper, talk.worker.id, button)

    async def _group_changes(self, until: Callable[[], bool]) -> None:
        await self._world.simulator.world.chats[self._world.group].changed.until(until, MENU_SECONDS)

    async def _press(
        self, chat: int, button: str, *, by: Worker | None = None, thread: int | None = None, below: int = 0
    ) -> None:
        """Press the newest such button once; what comes of it is seen later."""

        def wanted(each: StoredMessage) -> bool:
            return each.message_id > below and thread in (None, each.thread) and button in buttons_of(each)

        pressed = False
        while not pressed:
            found = await self._sees(chat, wanted, f"[{button}]")
            pressed = await self._pressed(chat, found.message_id, by.id if by else chat, button)

    async def _pressed(self, chat: int, message: int | Shown, sender: int, button: str) -> bool:
        """Press it; False where the bot took the button away between the look and the press."""
        try:
            await self._world.people.press(chat, message, sender, button, wait=0)
            return True
        except RefusedError as refused:
            if NO_BUTTON not in str(refused):
                raise
            return False

    async def _sees(self, chat: int, wanted: Callable[[StoredMessage], bool], what: str) -> StoredMessage:
        there = self._world.simulator.world.chats[chat]
        if not await there.changed.until(lambda: self._has(chat, wanted), PATIENCE_SECONDS):
            raise AssertionError(f"{chat} never saw {what!r}")
        return next(each for each in self._standing(chat) if wanted(each))

    def _to_close(self, talk: Talk) -> StoredMessage | None:
        return next((each for each in self._topic(talk.thread) if {CLOSE, MORE} & set(buttons_of(each))), None)

    def _closed(self, talk: Talk) -> bool:
        return self._has(talk.person, lambda each: CLOSED in text_of(each))

    def _has(self, chat: int, wanted: Callable[[StoredMessage], bool]) -> bool:
        return any(wanted(each) for each in self._standing(chat))

    def _standing(self, chat: int) -> Iterator[StoredMessage]:
        """What the bot wrote and what stands, the newest first."""
        world = self._world.simulator.world
        return (
            each
            for each in reversed(world.chats[chat].messages)
            if each.sender_id == world.bot.id and not each.deleted and each.ephemeral_to is None
        )

    def _topic(self, thread: int) -> Iterator[StoredMessage]:
        return (each for each in self._standing(self._world.group) if each.thread == thread)

    def _marked(self, message: int) -> bool:
        stored = self._world.simulator.world.chats[self._world.group].find(message)
        return stored is not None and bool(stored.reactions)

    @property
    def _calls(self) -> int:
        """How many calls the bots have made."""
        return self._world.simulator.api.calls.count

    async def _something_happens(self, before: int) -> None:
        """The next line comes once the bot did something: so the talk goes on while bots are killed."""
        await self._world.calls_made(before + 1)

    def _reply(self, talk: Talk, number: int) -> Line:
        key = f"в{talk.number:02}-{number:02}."
        return Line(key, [f"{key} відповідь"])

    def _line(self, talk: Talk, number: int) -> Line:
        key = f"л{talk.number:02}-{number:02}."
        return Line(key, [f"{key} слова"])


def text_of(message: StoredMessage) -> str:
    """Its words, those below a file too."""
    return str(message.body.get("text") or message.body.get("caption") or "")


def buttons_of(message: StoredMessage) -> list[str]:
    """The labels of its inline buttons."""
    rows = (message.markup or {}).get("inline_keyboard", [])
    return [button["text"] for row in rows for button in row]


def everything(message: StoredMessage) -> str:
    """Words and buttons."""
    return " ".join([text_of(message), *buttons_of(message)])
