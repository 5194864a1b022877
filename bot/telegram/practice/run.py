"""A practice as it is remembered, and one story of it played from its first move to the last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from typing import Any

from bot.telegram.practice.moves import Doors, Move
from bot.telegram.practice.stage import Item, Stage
from bot.texts.wording import Wording
from casework.context import Context, Rules
from db.repositories import staff
from rules.practice import LASTS, PREFIX, STORIES, Step, Story
from rules.roles import Role

SLUG = "practice"
STORIES_IN_ORDER: Sequence[tuple[str, Story]] = tuple(STORIES.items())


@dataclass(slots=True)
class Run:
    """`began_at`: when the practice began, `story_at`: when its story did (business time, UTC, ISO)."""

    began_at: str
    story_at: str
    story: int = 0
    moves: list[Move] = field(default_factory=list)
    finished: list[str] = field(default_factory=list)
    """The slugs of the stories played to their end."""

    @property
    def number(self) -> int:
        """What tells it from earlier ones: the second in which it began."""
        return int(datetime.fromisoformat(self.began_at).timestamp())

    @property
    def playing(self) -> tuple[str, Story] | None:
        """The story that is played; None after the last one."""
        return STORIES_IN_ORDER[self.story] if self.story < len(STORIES_IN_ORDER) else None

    def over(self, now: datetime) -> bool:
        """Whether nobody went on with it for too long."""
        last = self.moves[-1].at if self.moves else self.story_at
        return now - datetime.fromisoformat(last) > LASTS

    def next_story(self, now: datetime) -> None:
        """On to the next one."""
        self.story, self.story_at, self.moves = self.story + 1, now.isoformat(), []

    def kept(self) -> dict[str, Any]:
        """As plain JSON values."""
        return asdict(self)

    @classmethod
    def restore(cls, kept: dict[str, Any]) -> Run:
        """From `kept`."""
        return cls(**kept | {"moves": [Move(**each) for each in kept["moves"]]})


@dataclass(frozen=True, slots=True)
class Scene:
    """What came of the last move, or of the opening."""

    items: tuple[Item, ...]
    reactions: tuple[tuple[int, str], ...]
    toast: str | None
    praised: tuple[Step, ...]
    """The steps that the last move did."""
    next: Step | None
    """What is wanted now; None: the story is over."""


async def play(ctx: Context, run: Run, doors: Doors, wording: Wording) -> Scene:
    """The story from its beginning, with real acts, in writes that are taken back at the end. `Gone`."""
    assert run.playing is not None, "a story is played"
    _, story = run.playing
    member = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
    async with ctx.uow.never_kept() as uow:
        invented = replace(ctx, uow=uow, now=datetime.fromisoformat(run.story_at), **_invented(ctx))
        stage = Stage(invented, wording, wording.to("uk"), member.id, Role(member.role), member.work_name)
        await stage.furnish(story.name)
        await stage.plays(story.opening)
        played = _Played(stage, story, len(await stage.happened()))
        for move in run.moves:
            played.begin()
            answers = await doors.answer(stage, move)
            pressed = stage.items[move.item - 1] if move.item else None
            for whispered in answers.whispered:
                await stage.whisper(whispered, pressed)
            played.toast = answers.toasted
            await played.go_on()
        return played.scene()


def _invented(ctx: Context) -> dict[str, Any]:
    """Catalogue and rules in which the practice's organisation is the only one."""
    entry = ctx.catalogue.organisations[ctx.rules.organisation]
    alone = {SLUG: replace(entry, slug=SLUG, prefix=PREFIX)}
    return {"catalogue": replace(ctx.catalogue, organisations=alone), "rules": Rules(organisation=SLUG)}


@dataclass(slots=True)
class _Played:
    stage: Stage
    story: Story
    at: int
    """How much of what happened was looked at."""
    step: int = 0
    toast: str | None = None
    praised: list[Step] = field(default_factory=list)
    _items: int = 0
    _reactions: int = 0

    def begin(self) -> None:
        """What comes from here on is new."""
        self._items, self._reactions = len(self.stage.items), len(self.stage.reactions)
        self.toast, self.praised = None, []

    async def go_on(self) -> None:
        """Steps that are done now, and what the person does after them."""
        while (wanted := self.wanted) is not None:
            happened = await self.stage.happened()
            did = next((n for n in range(self.at, len(happened)) if happened[n] in wanted.done_by), None)
            if did is None:
                return
            self.at, self.step = did + 1, self.step + 1
            self.praised.append(wanted)
            await self.stage.plays(wanted.then)

    @property
    def wanted(self) -> Step | None:
        return self.story.steps[self.step] if self.step < len(self.story.steps) else None

    def scene(self) -> Scene:
        """What is new."""
        return Scene(
            tuple(_latest(self.stage.items[self._items :])),
            tuple(self.stage.reactions[self._reactions :]),
            self.toast,
            tuple(self.praised),
            self.wanted,
        )


def _latest(items: Sequence[Item]) -> list[Item]:
    """What is seen; of several cards of a topic the last one."""
    last = {each.thread: each.number for each in items if each.card}
    return [each for each in items if each.whose and (not each.card or last[each.thread] == each.number)]
