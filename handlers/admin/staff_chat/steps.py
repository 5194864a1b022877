"""«Стан»: the next state, a letter to the person and a note, chosen in menus that only the one who pressed sees."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State as Talk
from aiogram.fsm.state import StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.telegram.answers import Answers
from bot.telegram.callbacks import StepDo, StepHow, StepMenu, StepVerb
from bot.telegram.render import render, steps
from bot.telegram.rendered import Rendered
from bot.telegram.staff_words import target_of
from bot.telegram.whispers import toast
from bot.texts.wording import Wording, Words
from casework.cases.refuse import AskReason, LookAtRefusal, Refuse, ask_reason, look_at_refusal, refuse
from casework.cases.step import AskStep, LookAtStep, Step, ask_step, given_for, look_at_step, step
from casework.context import Context
from casework.letters import kinds
from casework.letters.sights import Sight
from casework.notes.writing import Note
from rules.cases import Need, State, needs

NOTE_LASTS = timedelta(minutes=15)
"""So long the next words in a topic are taken for the note that was asked for."""


class Stepping(StatesGroup):
    """The next words in this topic are the note of a step (`step`: its button; `asked_at`)."""

    note = Talk()


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="staff_chat.steps")
    routes.callback_query.register(_menu, StepMenu.filter())
    routes.callback_query.register(_ask_note, StepDo.filter(F.how == StepHow.NOTE))
    routes.callback_query.register(_look, StepDo.filter(F.how == StepHow.LOOK))
    routes.callback_query.register(_do, StepDo.filter())
    routes.message.register(_note, Stepping.note, F.text, ~F.text.startswith("/"), F.message_thread_id)
    return routes


async def _menu(
    query: CallbackQuery, callback_data: StepMenu, ctx: Context, answers: Answers, state: FSMContext, t: Words
) -> None:
    await state.clear()
    found = await ask_step(ctx, AskStep(callback_data.case))
    answers.whisper(steps.which_step(callback_data.case, found.state, found.verbs, t))


async def _look(
    query: CallbackQuery,
    callback_data: StepDo,
    ctx: Context,
    answers: Answers,
    state: FSMContext,
    t: Words,
    wording: Wording,
) -> None:
    await state.set_state(None)
    answers.whisper(await _shown(callback_data, ctx, await _kept_note(state, callback_data), t, wording))


async def _shown(data: StepDo, ctx: Context, note: Note | None, t: Words, wording: Wording) -> Rendered:
    """What is to be chosen next, or the last look."""
    said = note.text if note is not None else None
    if data.step is StepVerb.REFUSE:
        return await _refusal(data, ctx, said, t, wording)
    if not data.given and (fitting := given_for(ctx.catalogue, data.step.verb)):
        names = steps.providers(t) if Need.PROVIDER in needs(data.step.verb) else _outcomes(ctx)
        return steps.which_given(data, {slug: names[slug] for slug in fitting}, t)
    found = await look_at_step(ctx, LookAtStep(data.case, data.step.verb, data.given))
    letter = None
    if found.letter is not None:
        letter = render(Sight(kinds.CaseStep.kind, found.language, found.letter), wording)
    return steps.look(data, letter, t, may_skip=found.may_skip, note=said)


async def _refusal(data: StepDo, ctx: Context, note: str | None, t: Words, wording: Wording) -> Rendered:
    reasons = await ask_reason(ctx, AskReason(data.case))
    if not data.given:
        return steps.which_given(data, reasons, t)
    reason = ctx.catalogue.refusals.get(data.given)
    if reason is not None and reason.refer:
        refer = StepDo(case=data.case, step=StepVerb.WAIT_PROVIDER)
        return steps.which_given(refer, steps.providers(t), t, refer=True)
    found = await look_at_refusal(ctx, LookAtRefusal(data.case, data.given))
    letter = render(Sight(kinds.CaseRefused.kind, found.language, found.letter), wording)
    return steps.look_at_refusal(data, letter, reasons[data.given], t, note=note)


def _outcomes(ctx: Context) -> dict[str, str]:
    return {slug: outcome.name["uk"] for slug, outcome in ctx.catalogue.offered_outcomes().items()}


async def _do(
    query: CallbackQuery, callback_data: StepDo, ctx: Context, answers: Answers, state: FSMContext, t: Words
) -> None:
    data, note = callback_data, await _kept_note(state, callback_data)
    letter = data.how is StepHow.SEND
    if data.step is StepVerb.REFUSE:
        case = await refuse(ctx, Refuse(data.case, data.given, note))
    else:
        case = await step(ctx, Step(data.case, data.step.verb, data.given, letter, note))
    await state.clear()
    answers.toast(toast("saved", t))
    answers.whisper(steps.done(State(case.state), t, letter=letter, note=note is not None))


async def _ask_note(
    query: CallbackQuery, callback_data: StepDo, ctx: Context, answers: Answers, state: FSMContext, t: Words
) -> None:
    await ask_step(ctx, AskStep(callback_data.case))
    await state.set_state(Stepping.note)
    await state.set_data({"step": _at_look(callback_data).pack(), "asked_at": ctx.now.isoformat()})
    answers.whisper(steps.ask_note(callback_data, t))


async def _note(
    message: Message, ctx: Context, answers: Answers, state: FSMContext, t: Words, wording: Wording
) -> None:
    """The note stands in the topic for colleagues; it is kept with the case when the step is done."""
    data = await state.get_data()
    if target_of(message) is not None:
        raise SkipHandler
    if ctx.now - datetime.fromisoformat(data["asked_at"]) > NOTE_LASTS:
        await state.clear()
        raise SkipHandler
    note = Note(message.text or "", message.chat.id, message.message_id)
    await state.set_state(None)
    await state.update_data(note=note.text, chat_id=note.chat_id, message_id=note.telegram_message_id)
    answers.whisper(await _shown(StepDo.unpack(data["step"]), ctx, note, t, wording))


async def _kept_note(state: FSMContext, data: StepDo) -> Note | None:
    """The note that was written for this very step; one for another step is none."""
    kept: dict[str, Any] = await state.get_data()
    if "note" not in kept or kept.get("step") != _at_look(data).pack():
        return None
    return Note(kept["note"], kept["chat_id"], kept["message_id"])


def _at_look(data: StepDo) -> StepDo:
    return StepDo(case=data.case, step=data.step, given=data.given)
