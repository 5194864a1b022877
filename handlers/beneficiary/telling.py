"""Words that are no request: ratings, complaints, a name; and asking for them again in another language."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.telegram.attachments import OTHER_CONTENT, attachment_of
from bot.telegram.callbacks import CaseDo, CaseStep, Privacy, PrivacyAction, Rate, RateWords
from casework.calls.begin import AskAgain, Begin, begin
from casework.calls.begin import ask_again as call_again
from casework.cases.show_own import ShowOwn, show_own
from casework.complaints.file import AskComplaint, FileComplaint, ask_complaint, file_complaint
from casework.context import Context
from casework.documents.send import Show, ShowDocuments, show_documents
from casework.errors import Refusal
from casework.forms.cancel import go_on
from casework.forms.filling import Pressed
from casework.letters import kinds
from casework.life.look import LookAt, look_at
from casework.people.rename import Rename, rename
from casework.people.show_screen import ShowScreen, Unreadable, answer_unreadable, show_screen
from casework.people.tell_place import ShowPlaces, show_places
from casework.people.write import Written, write
from casework.ratings.rate import AskRatingWords, SayBesideRating, ask_rating_words, rate, say_beside_rating
from casework.ratings.rate import Rate as RateCase
from casework.reminders.own import AskOwn, ask_own
from casework.returning.begin import BeginReturn, begin_return
from handlers.beneficiary.states import (
    Calling,
    ComingBack,
    Filling,
    Placing,
    Reminding,
    Sending,
    Telling,
    Writing,
    end_writing,
)
from rules.places import Which


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="beneficiary.telling")
    routes.callback_query.register(_rate, Rate.filter())
    routes.callback_query.register(_ask_rating_words, RateWords.filter())
    routes.callback_query.register(_ask_complaint, CaseDo.filter(F.verb == CaseStep.COMPLAIN))
    routes.callback_query.register(_ask_name, Privacy.filter(F.action == PrivacyAction.RENAME))
    routes.message.register(_complain, Telling.complaint, F.text)
    routes.message.register(_say_beside_rating, Telling.rating, F.text)
    routes.message.register(_name, Telling.name, F.text)
    # A complaint by voice would otherwise land in the topic of the very case that it is about.
    no_words = F.checklist | F.func(attachment_of) | F.content_type.in_(OTHER_CONTENT)
    routes.message.register(_words_only, Telling.complaint, no_words)
    routes.message.register(_words_only, Telling.rating, no_words)
    return routes


async def _rate(query: CallbackQuery, callback_data: Rate, ctx: Context, state: FSMContext) -> None:
    await rate(ctx, RateCase(callback_data.case, callback_data.mark))
    await end_writing(state)


async def _ask_rating_words(query: CallbackQuery, callback_data: RateWords, ctx: Context, state: FSMContext) -> None:
    await ask_rating_words(ctx, AskRatingWords(callback_data.case))
    await _expect(state, Telling.rating.state, callback_data.case)


async def _ask_complaint(query: CallbackQuery, callback_data: CaseDo, ctx: Context, state: FSMContext) -> None:
    if await ask_complaint(ctx, AskComplaint(callback_data.case)):
        await _expect(state, Telling.complaint.state, callback_data.case)
    else:
        await end_writing(state)


async def _ask_name(query: CallbackQuery, ctx: Context, state: FSMContext) -> None:
    await rename(ctx, Rename())
    await state.set_state(Telling.name)


async def _expect(state: FSMContext, where: str | None, case_id: int) -> None:
    await state.set_state(where)
    await state.update_data(case_id=case_id)


async def _complain(message: Message, ctx: Context, state: FSMContext) -> None:
    case_id = (await state.get_data())["case_id"]
    await state.clear()
    await file_complaint(ctx, FileComplaint(case_id, message.text or ""))


async def _say_beside_rating(message: Message, ctx: Context, state: FSMContext) -> None:
    case_id = (await state.get_data())["case_id"]
    await state.clear()
    words = message.text or ""
    if not await say_beside_rating(ctx, SayBesideRating(case_id, words)):
        await write(ctx, Written(words, message.chat.id, message.message_id))


async def _words_only(message: Message, ctx: Context) -> None:
    await answer_unreadable(ctx, Unreadable("words-only"))


async def _name(message: Message, ctx: Context, state: FSMContext) -> None:
    if await rename(ctx, Rename(message.text or "")):
        await state.clear()


def _asked_for(data: Mapping[str, Any], show: Show) -> ShowDocuments:
    return ShowDocuments(data["case_id"], data["document_id"], show)


Again = Callable[[Context, Mapping[str, Any]], Awaitable[object]]

AGAIN: dict[str | None, Again] = {
    Telling.complaint.state: lambda ctx, data: ask_complaint(ctx, AskComplaint(data["case_id"])),
    Telling.rating.state: lambda ctx, data: ask_rating_words(ctx, AskRatingWords(data["case_id"])),
    Telling.name.state: lambda ctx, _: rename(ctx, Rename()),
    Writing.to_case.state: lambda ctx, data: show_own(ctx, ShowOwn(data["case_id"], ask="add")),
    Writing.new_case.state: lambda ctx, _: show_screen(ctx, ShowScreen(kinds.ConsentGivenScreen.kind)),
    Writing.from_menu.state: lambda ctx, data: look_at(ctx, LookAt(data["about"])),
    Placing.name.state: lambda ctx, data: show_places(ctx, ShowPlaces(Which(data["which"]))),
    Calling.number.state: lambda ctx, _: call_again(ctx, AskAgain()),
    Calling.time.state: lambda ctx, _: call_again(ctx, AskAgain()),
    Sending.page.state: lambda ctx, data: show_documents(ctx, _asked_for(data, Show.SEND)),
    Sending.why.state: lambda ctx, data: show_documents(ctx, _asked_for(data, Show.WHY)),
    ComingBack.number.state: lambda ctx, _: begin_return(ctx, BeginReturn()),
    Calling.safely.state: lambda ctx, _: begin(ctx, Begin()),
    Reminding.words.state: lambda ctx, _: ask_own(ctx, AskOwn()),
    Filling.form.state: lambda ctx, data: go_on(ctx, Pressed(data["form_id"], 0)),
}
"""What is asked again when the language changes in the middle, by where the conversation is."""


async def ask_again(ctx: Context, state: FSMContext, raw_state: str | None) -> None:
    """Puts the open question on the phone once more. What is gone meanwhile is not asked about."""
    if (again := AGAIN.get(raw_state)) is None:
        return
    try:
        await again(ctx, await state.get_data())
    except Refusal:
        await state.clear()
