"""Buttons of another time: pressed by hand-made data, by the wrong one, or kept from a version that is gone."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.telegram.answers import Answers
from bot.telegram.whispers import toast
from bot.texts.wording import Words


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="stale")
    routes.callback_query.register(_stale)
    return routes


async def _stale(query: CallbackQuery, answers: Answers, t: Words) -> None:
    answers.toast(toast("stale", t), alert=True)
