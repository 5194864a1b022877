"""A form: its buttons, and what is written while it asks."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Mapping

from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.telegram.answers import Answers
from bot.telegram.attachments import OTHER_CONTENT, attachment_of, words_of
from bot.telegram.callbacks import FormDo, FormStep
from bot.telegram.render.form_words import options_named
from bot.telegram.whispers import toast
from bot.texts.wording import Words
from casework.context import Context
from casework.errors import Stale
from casework.forms.answer import AnswerForm, answer
from casework.forms.cancel import CancelForm, anew, cancel, drop, go_on
from casework.forms.choose import choose, choose_abroad, choose_done
from casework.forms.files import take_back_file
from casework.forms.filling import Pressed, Went
from casework.forms.move import back, edit, more, skip
from casework.forms.submit import submit
from casework.forms.words import leave_words, pass_words
from handlers.beneficiary.states import Filling, fill, filled, put_away
from handlers.filters import command, own_words
from rules.forms import Said

STEPS: Mapping[FormStep, Callable[[Context, Pressed], Awaitable[Went]]] = {
    FormStep.CHOOSE: choose,
    FormStep.CHOOSE_DONE: choose_done,
    FormStep.ABROAD: choose_abroad,
    FormStep.TAKE_BACK: take_back_file,
    FormStep.BACK: back,
    FormStep.SKIP: skip,
    FormStep.EDIT: edit,
    FormStep.MORE: more,
    FormStep.SUBMIT: submit,
    FormStep.DROP: drop,
    FormStep.GO_ON: go_on,
    FormStep.ANEW: anew,
    FormStep.PASS_WORDS: pass_words,
    FormStep.LEAVE_WORDS: leave_words,
}
"""The act behind each button."""


def router(menu: Mapping[str, str]) -> Router:
    """A fresh router, to be asked before commands and words; `menu`: labels that mean commands and are no answer."""
    routes = Router(name="beneficiary.forms")
    register_steps(routes, menu)
    return routes


def register_steps(routes: Router, menu: Collection[str] = ()) -> None:
    """The buttons and words of a form; without a menu for a desk, where staff write down what somebody says."""
    asks = StateFilter(Filling.form)
    routes.message.register(_cancel, command("cancel"), asks)
    routes.message.register(_answer, asks, own_words(menu))
    routes.message.register(_other, asks, F.checklist | F.func(attachment_of) | F.content_type.in_(OTHER_CONTENT))
    routes.callback_query.register(_ask_drop, FormDo.filter(F.step == FormStep.ASK_DROP))
    routes.callback_query.register(_press, FormDo.filter())


async def _answer(message: Message, ctx: Context, state: FSMContext, t: Words) -> None:
    text = message.text or ""
    await _said(message, ctx, state, Said(text, options=options_named(text, t.wording)))


async def _other(message: Message, ctx: Context, state: FSMContext) -> None:
    await _said(message, ctx, state, Said(contact=message.contact.phone_number if message.contact else None))


async def _said(message: Message, ctx: Context, state: FSMContext, said: Said) -> None:
    form_id = await filled(state)
    below = "" if message.text else words_of(message)
    data = AnswerForm(form_id, said, message.chat.id, message.message_id, below, attachment_of(message))
    if await answer(ctx, data) is Went.OVER:
        await put_away(state, form_id)
        raise SkipHandler


async def _cancel(message: Message, ctx: Context, state: FSMContext) -> None:
    form_id = await filled(state)
    try:
        over = await cancel(ctx, CancelForm(form_id)) is Went.OVER
    except Stale:
        # The form was forgotten meanwhile: the command means what it means without one.
        await put_away(state, form_id)
        raise SkipHandler from None
    if over:
        await put_away(state, form_id)


async def _ask_drop(query: CallbackQuery, callback_data: FormDo, ctx: Context, state: FSMContext) -> None:
    if await cancel(ctx, CancelForm(callback_data.form)) is Went.OVER:
        await put_away(state, callback_data.form)


async def _press(
    query: CallbackQuery, callback_data: FormDo, ctx: Context, state: FSMContext, answers: Answers, t: Words
) -> None:
    pressed = Pressed(callback_data.form, callback_data.rev, callback_data.number)
    went = await STEPS[callback_data.step](ctx, pressed)
    if went is Went.OVER:
        await put_away(state, callback_data.form)
        return
    await fill(state, callback_data.form)
    if went is Went.STALE:
        answers.toast(toast("form-stale", t))
