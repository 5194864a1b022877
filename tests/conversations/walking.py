"""A person who does anything that can be done, one thing after the other: seeded, so that a walk can be repeated."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.telegram.keyboards import menu
from tests.conversations.oddities import CHECKLIST, FILES, GIFT, SAID, UNREADABLE
from tests.conversations.stage import Stage
from tests.conversations.talkers import Talker
from tests.conversations.words import WORDING

COMMANDS = ("/start", "/request", "/my", "/call", "/danger", "/language", "/privacy", "/help", "/cancel", "/nonsense")
WORDS = (
    "Потрібні дрова на зиму", "75", "12 березня 1951", "32.13.1951", "1234567890", "050 123 45 67", "12",
    "Новопсков", "дякую", "Мене б'ють, рятуйте", "Так, знає", "/ не команда", "👍", "О" * 3000, "<b>&amp;{ $x }",
    "1234 5678 9012", "після шостої вечора", "\u202eназад\u0000", "LUH-2026-000001", "Ні",
)  # fmt: skip
ODD = {**FILES, **SAID, **UNREADABLE, "checklist": CHECKLIST, "gift": GIFT}
NEWEST = 8
"""How far up somebody looks for a button."""


@dataclass
class Walk:
    """One person on a stage, and what they have done so far."""

    stage: Stage
    person: Talker
    chance: random.Random
    done: list[str] = field(default_factory=list)

    async def step(self) -> None:
        """Does something, and makes sure that it was answered. AssertionError with the whole walk else."""
        before = await self._revision()
        quiet = await self._does()
        await self.stage.settled()
        if not quiet:
            page = await self.stage.people.messages(self.person.id, after=before)
            # A letter may be taken away at once, as with danger: that, too, is an answer.
            answered = any(each.sender != self.person.id or each.deleted for each in page.messages)
            assert answered, f"silence after {self.done[-12:]}"

    async def _does(self) -> bool:
        """Whether nothing need be said: a press is answered by itself, and a change of words is carried."""
        match self.chance.choices(("press", "word", "command", "odd", "edit"), (50, 20, 15, 10, 5))[0]:
            case "press":
                return await self._press()
            case "word":
                await self._say(self.chance.choice(WORDS))
            case "command":
                await self._say(self.chance.choice((*COMMANDS, *menu(WORDING))))
            case "odd":
                name = self.chance.choice(sorted(ODD))
                self.done.append(f"sends {name}")
                await self.stage.people.write(self.person.id, self.person.id, **ODD[name])
            case _:
                return await self._edit()
        return False

    async def _say(self, words: str) -> None:
        self.done.append(f"says {words[:30]!r}")
        await self.person.send(words)

    async def _press(self) -> bool:
        shown = [each for each in await self.person.chat() if each.sender != self.person.id][-NEWEST:]
        found = [(each, button) for each in shown for button in each.buttons if button.get("callback_data")]
        if not found:
            await self._say("/start")
            return False
        # Mostly at the newest message, now and then at an older one.
        newest = [(each, button) for each, button in found if each.id == found[-1][0].id]
        each, button = self.chance.choice(newest if self.chance.random() < 0.7 else found)
        self.done.append(f"presses {button['text']!r} {button['callback_data']}")
        pressed = await self.stage.people.press(
            self.person.id, each, self.person.id, data=button["callback_data"], forged=True
        )
        assert pressed.answered, f"no answer to {self.done[-12:]}"
        return True

    async def _edit(self) -> bool:
        own = [each for each in await self.person.chat() if each.sender == self.person.id and "text" in each.message]
        if not own:
            await self._say("/help")
            return False
        self.done.append("edits")
        await self.person.edits(self.chance.choice(own[-5:]).id, f"Інакше: {self.chance.randrange(10**6)}")
        return True

    async def _revision(self) -> int:
        return (await self.stage.people.messages(self.person.id)).revision


def logged_errors(logs: Sequence[Mapping[str, object]]) -> list[object]:
    """What was logged as an error."""
    return [each for each in logs if each.get("log_level") in ("error", "critical")]
