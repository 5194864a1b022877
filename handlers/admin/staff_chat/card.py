"""The buttons of a case's card. Buttons never expire: every press looks again at state and rights."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from aiogram import F, Router
from aiogram.types import CallbackQuery

from bot.telegram.answers import Answers
from bot.telegram.callbacks import CaseButton, Details, OutcomeChoice, StaffStep
from bot.telegram.whispers import Option, details, outcomes, toast
from bot.texts.wording import Words
from casework.cases.close import Close, close
from casework.cases.details import ReadDetails, read_details
from casework.cases.release import Release, release
from casework.cases.reopen import Reopen, reopen
from casework.cases.take import Take, take
from casework.context import Context

AnotherTransaction = Callable[[Callable[[Context], Awaitable[object]]], Awaitable[None]]
"""Runs an act of the same actor in a transaction of its own, after this one."""

router = Router(name="staff_chat.card")


@router.callback_query(CaseButton.filter(F.verb == StaffStep.TAKE))
async def _take(query: CallbackQuery, callback_data: CaseButton, ctx: Context, answers: Answers, t: Words) -> None:
    await take(ctx, Take(callback_data.case))
    answers.toast(toast("taken-by-you", t))


@router.callback_query(CaseButton.filter(F.verb == StaffStep.RELEASE))
async def _release(query: CallbackQuery, callback_data: CaseButton, ctx: Context, answers: Answers, t: Words) -> None:
    await release(ctx, Release(callback_data.case))
    answers.toast(toast("released", t))


@router.callback_query(CaseButton.filter(F.verb == StaffStep.REOPEN))
async def _reopen(query: CallbackQuery, callback_data: CaseButton, ctx: Context, answers: Answers, t: Words) -> None:
    await reopen(ctx, Reopen(callback_data.case))
    answers.toast(toast("reopened", t))


@router.callback_query(CaseButton.filter(F.verb == StaffStep.CLOSE))
async def _ask_outcome(
    query: CallbackQuery, callback_data: CaseButton, ctx: Context, answers: Answers, t: Words
) -> None:
    choices = [Option(entry.slug, entry.name[t.language]) for entry in ctx.catalogue.outcomes.values()]
    answers.whisper(outcomes(callback_data.case, choices, t))


@router.callback_query(OutcomeChoice.filter())
async def _close(query: CallbackQuery, callback_data: OutcomeChoice, ctx: Context, answers: Answers, t: Words) -> None:
    await close(ctx, Close(callback_data.case, callback_data.outcome))
    answers.toast(toast("closed", t))


@router.callback_query(Details.filter())
async def _details(
    query: CallbackQuery,
    callback_data: Details,
    ctx: Context,
    answers: Answers,
    t: Words,
    another: AnotherTransaction,
) -> None:
    sight = await read_details(ctx, ReadDetails(callback_data.case))
    on_desk = ReadDetails(callback_data.case, on_desk=True)
    answers.whisper(details(sight, t), otherwise=lambda: another(lambda later: read_details(later, on_desk)))
