"""Strangers and anonymous admins in a staff group can do nothing, and hear so at most once an hour."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.telegram.answers import Answers
from bot.telegram.whispers import hint, toast
from bot.texts.wording import Words
from casework.context import Context
from casework.staff.refuse_stranger import RefuseStranger, refuse_stranger


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="staff_chat.strangers")
    routes.message.register(_said)
    routes.edited_message.register(_edited)
    routes.callback_query.register(_pressed)
    return routes


async def _said(message: Message, ctx: Context, answers: Answers, t: Words) -> None:
    said_to_us = bool(message.text and message.text.startswith("/"))
    if not said_to_us or message.from_user is None:
        return
    if await refuse_stranger(ctx, RefuseStranger(message.chat.id, message.from_user.id)):
        answers.whisper(hint("anonymous-admin" if message.sender_chat else "not-staff", t))


async def _edited(message: Message) -> None:
    """Nothing: what a stranger says in the group is not ours."""


async def _pressed(query: CallbackQuery, ctx: Context, answers: Answers, t: Words) -> None:
    if query.message and await refuse_stranger(ctx, RefuseStranger(query.message.chat.id, query.from_user.id)):
        answers.toast(toast("not-allowed", t), alert=True)
