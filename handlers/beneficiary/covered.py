"""A phone that somebody else may read: covered answers, how to clear the chat, writing as usual again."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery

from bot.telegram.callbacks import CoveredReply, OwnPhone, PhonePage
from casework.cases.open_reply import OpenReply, open_reply
from casework.context import Context
from casework.letters import kinds
from casework.people.show_screen import ShowScreen, show_screen
from casework.people.speak_freely import SpeakFreely, speak_freely

PAGES = {
    PhonePage.CLEAR_CHAT: kinds.ClearChatScreen.kind,
    PhonePage.FAMILY_LINES: kinds.FamilyLinesScreen.kind,
}
"""Pages that only show something."""


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="beneficiary.covered")
    routes.callback_query.register(_reply, CoveredReply.filter())
    routes.callback_query.register(_freely, OwnPhone.filter(F.page == PhonePage.FREELY))
    routes.callback_query.register(_page, OwnPhone.filter())
    return routes


async def _reply(query: CallbackQuery, callback_data: CoveredReply, ctx: Context) -> None:
    await open_reply(
        ctx, OpenReply(callback_data.case, callback_data.message, callback_data.part, cover=callback_data.cover)
    )


async def _freely(query: CallbackQuery, ctx: Context) -> None:
    await speak_freely(ctx, SpeakFreely())


async def _page(query: CallbackQuery, callback_data: OwnPhone, ctx: Context) -> None:
    await show_screen(ctx, ShowScreen(PAGES[callback_data.page]))
