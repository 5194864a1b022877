"""Words that are no request: ratings, complaints, a name; and asking for them again in another language."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.telegram.callbacks import CaseDo, CaseStep, Privacy, PrivacyAction, Rate, RateWords
from casework.cases.show_own import ShowOwn, show_own
from casework.complaints.file import AskComplaint, FileComplaint, ask_complaint, file_complaint
from casework.context import Context
from casework.people.rename import Rename, rename
from casework.people.write import Written, write
from casework.ratings.rate import AskRatingWords, SayBesideRating, ask_rating_words, rate, say_beside_rating
from casework.ratings.rate import Rate as RateCase
from handlers.beneficiary.states import Telling, Writing


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
    return routes


async def _rate(query: CallbackQuery, callback_data: Rate, ctx: Context, state: FSMContext) -> None:
    await rate(ctx, RateCase(callback_data.case, callback_data.mark))
    await state.clear()


async def _ask_rating_words(query: CallbackQuery, callback_data: RateWords, ctx: Context, state: FSMContext) -> None:
    await ask_rating_words(ctx, AskRatingWords(callback_data.case))
    await _expect(state, Telling.rating.state, callback_data.case)


async def _ask_complaint(query: CallbackQuery, callback_data: CaseDo, ctx: Context, state: FSMContext) -> None:
    if await ask_complaint(ctx, AskComplaint(callback_data.case)):
        await _expect(state, Telling.complaint.state, callback_data.case)
    else:
        await state.clear()


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


async def _name(message: Message, ctx: Context, state: FSMContext) -> None:
    if await rename(ctx, Rename(message.text or "")):
        await state.clear()


Again = Callable[[Context, int], Awaitable[object]]

AGAIN: dict[str | None, Again] = {
    Telling.complaint.state: lambda ctx, case_id: ask_complaint(ctx, AskComplaint(case_id)),
    Telling.rating.state: lambda ctx, case_id: ask_rating_words(ctx, AskRatingWords(case_id)),
    Telling.name.state: lambda ctx, _: rename(ctx, Rename()),
    Writing.to_case.state: lambda ctx, case_id: show_own(ctx, ShowOwn(case_id, ask="add")),
}
"""What is asked again when the language changes in the middle."""


async def ask_again(ctx: Context, state: FSMContext, raw_state: str | None) -> None:
    """Puts the open question on the phone once more, if there is one."""
    if raw_state in AGAIN:
        await AGAIN[raw_state](ctx, (await state.get_data()).get("case_id", 0))
