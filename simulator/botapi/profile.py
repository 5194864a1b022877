"""The bot's own account: commands, names, descriptions, menu button."""

import json
import re
from typing import Any

from simulator.botapi.errors import bad_request
from simulator.botapi.registry import Call, method
from simulator.world import views
from simulator.world.model import JSON

COMMAND = re.compile(r"/?[a-z0-9_]{1,32}")
MAX_COMMANDS = 100


@method("getMe")
async def get_me(call: Call) -> JSON:
    """The bot's user."""
    return views.bot_me_json(call.world.bot)


@method("setMyCommands")
async def set_my_commands(call: Call) -> bool:
    """Commands for a scope and a language."""
    given = call.params.array("commands") or []
    if len(given) > MAX_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    call.world.bot.commands[_scope_key(call)] = [_command(item) for item in given]
    return True


@method("getMyCommands")
async def get_my_commands(call: Call) -> list[JSON]:
    """Commands that were set for exactly this scope and language."""
    return call.world.bot.commands.get(_scope_key(call), [])


@method("deleteMyCommands")
async def delete_my_commands(call: Call) -> bool:
    """Return a scope and language to the wider ones."""
    call.world.bot.commands.pop(_scope_key(call), None)
    return True


@method("setMyName")
async def set_my_name(call: Call) -> bool:
    """The bot's name in a language."""
    return _set_words(call, call.world.bot.names, "name", 64)


@method("getMyName")
async def get_my_name(call: Call) -> JSON:
    """The bot's name in a language."""
    return {"name": _words(call, call.world.bot.names) or call.world.bot.name}


@method("setMyDescription")
async def set_my_description(call: Call) -> bool:
    """What an empty chat with the bot shows."""
    return _set_words(call, call.world.bot.descriptions, "description", 512)


@method("getMyDescription")
async def get_my_description(call: Call) -> JSON:
    """What an empty chat with the bot shows."""
    return {"description": _words(call, call.world.bot.descriptions)}


@method("setMyShortDescription")
async def set_my_short_description(call: Call) -> bool:
    """What the bot's profile shows."""
    return _set_words(call, call.world.bot.short_descriptions, "short_description", 120)


@method("getMyShortDescription")
async def get_my_short_description(call: Call) -> JSON:
    """What the bot's profile shows."""
    return {"short_description": _words(call, call.world.bot.short_descriptions)}


@method("setChatMenuButton")
async def set_chat_menu_button(call: Call) -> bool:
    """The button beside the input field, for one person or for all."""
    button = call.params.mapping("menu_button") or {"type": "default"}
    call.world.bot.menu_buttons[call.params.chat_id() or 0] = button
    return True


@method("getChatMenuButton")
async def get_chat_menu_button(call: Call) -> JSON:
    """The button beside the input field."""
    buttons = call.world.bot.menu_buttons
    return buttons.get(call.params.chat_id() or 0) or buttons.get(0) or {"type": "commands"}


def _scope_key(call: Call) -> str:
    scope = call.params.mapping("scope") or {"type": "default"}
    return json.dumps([scope, call.params.text("language_code") or ""], sort_keys=True)


def _command(item: Any) -> JSON:
    if not isinstance(item, dict) or not COMMAND.fullmatch(str(item.get("command", ""))):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(str(item.get("description", ""))) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    clean = {key: value for key, value in item.items() if value is not None}
    return clean | {"command": str(item["command"]).removeprefix("/")}


def _set_words(call: Call, words: dict[str, str], name: str, longest: int) -> bool:
    text = call.params.text(name) or ""
    if len(text) > longest:
        raise bad_request(f"{name.replace('_', ' ')} is too long")
    language = call.params.text("language_code") or ""
    if text:
        words[language] = text
    else:
        words.pop(language, None)
    return True


def _words(call: Call, words: dict[str, str]) -> str:
    return words.get(call.params.text("language_code") or "") or words.get("", "")
