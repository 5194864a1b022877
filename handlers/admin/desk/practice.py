"""`/practice` on the desk: stories with invented people. Nothing of it is kept but the trainee's own moves, sealed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.methods import SetMessageReaction
from aiogram.types import CallbackQuery, Message, ReactionTypeEmoji

from bot.telegram.answers import Answers
from bot.telegram.callbacks.practice import PracticeDo, PracticePress, PracticeStep
from bot.telegram.practice.moves import Doors, Gone, Move
from bot.telegram.practice.run import Run, Scene, play
from bot.telegram.practice.shown import advice, item_of, nothing_runs, shown, still_inside, summary
from bot.texts.wording import Wording, Words
from casework.context import Context
from casework.errors import Stale
from rules.practice import MOST_MOVES

OF_A_TOPIC = ("a", "note", "at", "del")
"""Commands that are said in a topic in real life."""


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="desk.practice")
    routes.message.register(_practice, Command("practice"))
    routes.callback_query.register(_begin, PracticeDo.filter(F.step == PracticeStep.BEGIN))
    routes.callback_query.register(_again, PracticeDo.filter(F.step == PracticeStep.AGAIN))
    routes.callback_query.register(_next, PracticeDo.filter(F.step == PracticeStep.SKIP))
    routes.callback_query.register(_leave, PracticeDo.filter(F.step == PracticeStep.LEAVE))
    routes.callback_query.register(_pressed, PracticePress.filter())
    routes.message.register(_said, F.text, ~F.text.startswith("/"), _runs)
    routes.message.register(_said, Command(*OF_A_TOPIC), _runs)
    routes.edited_message.register(_edited, F.text, _runs)
    return routes


class _Lesson:
    """One update of a trainee: what its handler was given, and the practice as it is remembered."""

    def __init__(self, given: dict[str, Any]) -> None:
        self._given = given
        self.ctx: Context = given["ctx"]
        self.answers: Answers = given["answers"]
        self.t: Words = given["t"]
        self._wording: Wording = given["wording"]
        state: FSMContext = given["state"]
        # Beside the conversation of the desk, which goes on as always.
        self._memory = FSMContext(state.storage, replace(state.key, destiny="practice"))

    async def run(self) -> Run | None:
        """The practice that runs; one that nobody went on with is forgotten here."""
        kept = await self._memory.get_data()
        run = Run.restore(kept) if kept else None
        if run is not None and run.over(self.ctx.now):
            await self.forget()
            return None
        return run

    async def going_on(self) -> Run:
        """The same; Stale where none runs."""
        run = await self.run()
        if run is None:
            raise Stale
        return run

    async def forget(self) -> None:
        """Nothing of it stays."""
        await self._memory.clear()

    async def keep(self, run: Run) -> None:
        """For the next move."""
        await self._memory.set_data(run.kept())

    async def play(self, run: Run) -> Scene:
        """The story up to its last move; Stale where a move has no place in it any more."""
        root = self._given["event_router"]
        while root.parent_router is not None:
            root = root.parent_router
        account = self._given["event_from_user"].username
        doors = Doors(root, self._given["bot"], account, self._given, MemoryStorage())
        try:
            return await play(self.ctx, run, doors, self._wording)
        except Gone:
            raise Stale from None

    async def note_finished(self, run: Run) -> None:
        """A story that was played to its end counts in the summary."""
        if run.playing is not None and (await self.play(run)).next is None:
            run.finished.append(run.playing[0])

    async def move(self, run: Run, move: Move) -> None:
        """One move more: what came of it is shown."""
        if len(run.moves) >= MOST_MOVES:
            raise Stale
        run.moves.append(move)
        scene = await self.play(run)
        await self.keep(run)
        self.show(run, scene, move)

    def show(self, run: Run, scene: Scene, move: Move | None = None) -> None:
        """What is new, then what was right and what comes next."""
        if scene.toast:
            self.answers.toast(scene.toast)
        for message_id, emoji in scene.reactions:
            mark = SetMessageReaction(
                chat_id=self.answers.private_chat, message_id=message_id, reaction=[ReactionTypeEmoji(emoji=emoji)]
            )
            self.answers.call(mark)
        for item in scene.items:
            self.answers.say(shown(run, item, self.t))
        if move is None or scene.praised:
            self.answers.say(advice(run, scene, self.t))
        elif move.text and not scene.items and scene.next is not None:
            self.answers.say(still_inside(scene, run, self.t))


async def _runs(event: Message, **given: Any) -> bool:
    return await _Lesson(given).run() is not None


async def _practice(message: Message, **given: Any) -> None:
    lesson = _Lesson(given)
    run = await lesson.run()
    if run is None:
        lesson.answers.say(nothing_runs(lesson.t))
    else:
        lesson.answers.say(advice(run, replace(await lesson.play(run), praised=()), lesson.t))


async def _begin(query: CallbackQuery, **given: Any) -> None:
    lesson = _Lesson(given)
    now = lesson.ctx.now.isoformat()
    run = Run(began_at=now, story_at=now)
    lesson.show(run, await lesson.play(run))
    await lesson.keep(run)


async def _again(query: CallbackQuery, **given: Any) -> None:
    lesson = _Lesson(given)
    run = await lesson.going_on()
    run.moves = []
    lesson.show(run, await lesson.play(run))
    await lesson.keep(run)


async def _next(query: CallbackQuery, **given: Any) -> None:
    lesson = _Lesson(given)
    run = await lesson.going_on()
    await lesson.note_finished(run)
    run.next_story(lesson.ctx.now)
    if run.playing is None:
        await _end(lesson, run)
        return
    lesson.show(run, await lesson.play(run))
    await lesson.keep(run)


async def _leave(query: CallbackQuery, **given: Any) -> None:
    lesson = _Lesson(given)
    run = await lesson.going_on()
    await lesson.note_finished(run)
    await _end(lesson, run)


async def _end(lesson: _Lesson, run: Run) -> None:
    lesson.answers.say(summary(run, lesson.t))
    await lesson.forget()


async def _pressed(query: CallbackQuery, callback_data: PracticePress, **given: Any) -> None:
    lesson = _Lesson(given)
    run = await lesson.going_on()
    if (run.number, run.story) != (callback_data.run, callback_data.story):
        raise Stale
    await lesson.move(run, Move(lesson.ctx.now.isoformat(), callback_data.item, callback_data.button))


async def _said(message: Message, **given: Any) -> None:
    await _words(message, _Lesson(given), edited=False)


async def _edited(message: Message, **given: Any) -> None:
    await _words(message, _Lesson(given), edited=True)


async def _words(message: Message, lesson: _Lesson, *, edited: bool) -> None:
    run = await lesson.going_on()
    said = Move(
        lesson.ctx.now.isoformat(),
        item_of(run, message) or 0,
        text=message.text or "",
        message=message.message_id,
        edited=edited,
    )
    await lesson.move(run, said)
