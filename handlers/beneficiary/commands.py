"""Commands, and the buttons that always stand under the chat."""

from __future__ import annotations

from collections.abc import Mapping

from aiogram import F, Router
from aiogram.filters import CommandObject, CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.methods import DeleteMessage
from aiogram.types import CallbackQuery, Message

from bot.telegram.answers import Answers
from bot.telegram.callbacks import Home
from casework.cases.show_own import ShowOwn, show_own
from casework.context import Context
from casework.danger.press import InDanger, in_danger
from casework.letters import kinds
from casework.people.show_screen import ShowScreen, show_screen
from casework.people.start import Start, start
from handlers.beneficiary.states import end_writing
from handlers.beneficiary.waiting_form import remind_of_form
from handlers.filters import COMMAND, command

PLAIN = {
    "language": kinds.LanguageScreen.kind,
    "privacy": kinds.PrivacyScreen.kind,
    "help": kinds.HelpScreen.kind,
    "cancel": kinds.CancelledScreen.kind,
}
"""Commands that only open a screen."""
GOES_ON = {"language"}
"""After these the person goes on with what they were doing: it is asked again by itself."""


def router(menu: Mapping[str, str]) -> Router:
    """The commands; `menu` says which label of the reply keyboard means which command."""
    commands = Router(name="beneficiary.commands")
    means = {
        command: F.text.in_({label for label, meant in menu.items() if meant == command})
        for command in ("my", "danger")
    }
    commands.message.register(_start, CommandStart(ignore_case=True))
    commands.message.register(_my, command("my"))
    commands.message.register(_my, means["my"])
    commands.message.register(_danger, command("danger"))
    commands.message.register(_danger, means["danger"])
    commands.message.register(_plain, command(*PLAIN))
    commands.message.register(_home, F.text.regexp(COMMAND))
    commands.callback_query.register(_home, Home.filter())
    return commands


async def _start(message: Message, ctx: Context, state: FSMContext) -> None:
    await state.clear()
    await start(ctx, Start())


async def _my(message: Message, ctx: Context, state: FSMContext, raw_state: str | None) -> None:
    await end_writing(state)
    await show_own(ctx, ShowOwn())
    await remind_of_form(ctx, state, raw_state)


async def _danger(message: Message, ctx: Context, state: FSMContext, answers: Answers) -> None:
    # What was begun elsewhere is kept; the next words go to whoever helps now.
    await state.set_state(None)
    await in_danger(ctx, InDanger())
    # Somebody else may read the chat: that the person asked for help is not to stand there.
    answers.call(DeleteMessage(chat_id=message.chat.id, message_id=message.message_id))


async def _plain(
    message: Message, command: CommandObject, ctx: Context, state: FSMContext, raw_state: str | None
) -> None:
    name = command.command.lower()
    await show_screen(ctx, ShowScreen(PLAIN[name]))
    if name not in GOES_ON:
        await end_writing(state)
        await remind_of_form(ctx, state, raw_state)


async def _home(event: Message | CallbackQuery, ctx: Context, state: FSMContext, raw_state: str | None) -> None:
    await end_writing(state)
    await show_screen(ctx, ShowScreen(kinds.HelpScreen.kind))
    await remind_of_form(ctx, state, raw_state)
