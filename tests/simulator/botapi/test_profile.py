"""The bot's own account."""

import pytest
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import BotCommand, BotCommandScopeChat, MenuButtonCommands

from tests.simulator.conftest import Desk, Refused


async def test_the_bot_knows_itself(desk: Desk) -> None:
    me = await desk.bot.get_me()
    assert (me.id, me.is_bot, me.username, me.first_name) == (100, True, "suprovid_demo_bot", "Супровід")
    assert (me.can_read_all_group_messages, me.has_topics_enabled) == (True, False)


async def test_commands_are_kept_for_each_scope_and_language(desk: Desk) -> None:
    here = BotCommandScopeChat(chat_id=5)
    await desk.bot.set_my_commands([BotCommand(command="my", description="Мої звернення")])
    await desk.bot.set_my_commands([BotCommand(command="my", description="My cases")], language_code="en")
    await desk.bot.set_my_commands([BotCommand(command="queue", description="Черга", is_ephemeral=True)], scope=here)
    assert [command.description for command in await desk.bot.get_my_commands()] == ["Мої звернення"]
    assert [command.description for command in await desk.bot.get_my_commands(language_code="en")] == ["My cases"]
    assert (await desk.bot.get_my_commands(scope=here))[0].is_ephemeral is True
    await desk.bot.delete_my_commands(scope=here)
    assert await desk.bot.get_my_commands(scope=here) == []


@pytest.mark.parametrize(
    ("command", "description", "words"),
    [("Моя", "x", "BOT_COMMAND_INVALID"), ("my", "", "BOT_COMMAND_DESCRIPTION_INVALID")],
)
async def test_a_wrong_command_is_refused(
    desk: Desk, refused: Refused, command: str, description: str, words: str
) -> None:
    with refused(TelegramBadRequest, f"Bad Request: {words}"):
        await desk.bot.set_my_commands([BotCommand(command=command, description=description)])


async def test_names_and_descriptions_are_kept_for_each_language(desk: Desk) -> None:
    await desk.bot.set_my_name("Супровід Луганщина")
    await desk.bot.set_my_description("Бот департаменту")
    await desk.bot.set_my_description("The department's bot", language_code="en")
    await desk.bot.set_my_short_description("Допомога")
    assert (await desk.bot.get_my_name()).name == "Супровід Луганщина"
    assert (await desk.bot.get_my_description(language_code="en")).description == "The department's bot"
    assert (await desk.bot.get_my_description(language_code="pl")).description == "Бот департаменту"
    assert (await desk.bot.get_my_short_description()).short_description == "Допомога"


async def test_a_description_too_long_is_refused(desk: Desk, refused: Refused) -> None:
    with refused(TelegramBadRequest, "Bad Request: short description is too long"):
        await desk.bot.set_my_short_description("я" * 121)


async def test_the_menu_button_is_kept(desk: Desk) -> None:
    person = await desk.beneficiary()
    assert await desk.bot.set_chat_menu_button(chat_id=person, menu_button=MenuButtonCommands())
    assert (await desk.bot.get_chat_menu_button(chat_id=person)).type == "commands"
