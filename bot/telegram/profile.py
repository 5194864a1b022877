"""How the bot shows itself in Telegram: commands and descriptions, set only where they changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from aiogram.methods import SetMyCommands, SetMyDescription, SetMyShortDescription, TelegramMethod
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
)

from bot.texts.wording import FIRST_LANGUAGE, Wording, Words


@dataclass(frozen=True, slots=True)
class ProfilePart:
    """One thing to tell Telegram; `key` and `digest` are what `told_telegram` remembers."""

    key: str
    method: TelegramMethod[bool]

    @property
    def digest(self) -> str:
        """Changes with the words."""
        content = self.method.model_dump_json(exclude_none=True)
        return sha256(content.encode()).hexdigest()


def profile(wording: Wording) -> tuple[ProfilePart, ...]:
    """Everything that holds for all people. Telegram shows the first language to whoever has no list of their own."""
    return tuple(part for language in wording.languages for part in _in(wording.to(language)))


def desk_commands(t: Words, *, leads: bool, chat_id: int = 0) -> SetMyCommands:
    """The commands in one staff member's private chat; `leads`: they are a supervisor or an admin."""
    commands = [
        _command("desk", t.plain("command-desk")),
        *_list_commands(t),
        _command("new", t.plain("command-new")),
        _command("calls", t.plain("command-calls")),
        _command("away", t.plain("command-away")),
        _command("duty", t.plain("command-duty")),
        _command("review", t.plain("command-review")),
        _command("trips", t.plain("command-trips")),
        _command("providers", t.plain("command-providers")),
        _command("agenda", t.plain("command-agenda")),
        _command("hours", t.plain("command-hours")),
        _command("events", t.plain("command-events")),
        _command("practice", t.plain("command-practice")),
    ]
    if leads:
        commands.append(_command("staff", t.plain("command-staff")))
        commands.append(_command("complaints", t.plain("command-complaints")))
        commands.append(_command("ratings", t.plain("command-ratings")))
        commands.append(_command("broadcast", t.plain("command-broadcast")))
        commands.append(_command("answers", t.plain("command-answers")))
        commands.append(_command("pages", t.plain("command-pages")))
        commands.append(_command("campaigns", t.plain("command-campaigns")))
        commands.append(_command("readings", t.plain("command-readings")))
        commands.append(_command("problems", t.plain("command-problems")))
    commands.append(_command("help", t.plain("command-help")))
    return SetMyCommands(commands=commands, scope=BotCommandScopeChat(chat_id=chat_id))


def group_commands(t: Words, *, leads: bool) -> list[BotCommand]:
    """The commands of a staff group; Telegram can't show other ones there to those who lead and those who do not."""
    commands = [
        _command("a", t.plain("command-a")),
        _command("note", t.plain("command-note")),
        *_list_commands(t, seen_by_one=True),
        _command("calls", t.plain("command-calls")).model_copy(update={"is_ephemeral": True}),
        _command("at", t.plain("command-at")),
        _command("del", t.plain("command-del")),
        _command("former", t.plain("command-former")),
        _command("code", t.plain("command-code")),
        _command("same", t.plain("command-same")),
        _command("help", t.plain("command-help")).model_copy(update={"is_ephemeral": True}),
    ]
    return [*commands, _command("bind", t.plain("command-bind"))] if leads else commands


def menu_digest(menu: SetMyCommands) -> str:
    """What is remembered of a menu: the same for all who have the same list, whatever their chat."""
    listed = "\n".join(f"{each.command} {each.description}" for each in menu.commands)
    return sha256(listed.encode()).hexdigest()


def person_commands(t: Words) -> list[BotCommand]:
    """What a person can do by a command, the most needed first."""
    return [
        _command("request", t.plain("command-request")),
        _command("my", t.plain("command-my")),
        _command("call", t.plain("command-call")),
        _command("danger", t.plain("command-danger")),
        _command("recreation", t.plain("command-recreation")),
        _command("meetings", t.plain("command-meetings")),
        _command("reminders", t.plain("command-reminders")),
        _command("help", t.plain("command-help")),
        _command("privacy", t.plain("command-privacy")),
        _command("language", t.plain("command-language")),
        _command("cancel", t.plain("command-cancel")),
        _command("start", t.plain("command-start")),
    ]


def _in(t: Words) -> Iterator[ProfilePart]:
    code = None if t.language == FIRST_LANGUAGE else t.language
    yield ProfilePart(
        f"commands:private:{t.language}",
        SetMyCommands(commands=person_commands(t), scope=BotCommandScopeAllPrivateChats(), language_code=code),
    )
    yield ProfilePart(
        f"commands:group:{t.language}",
        SetMyCommands(
            commands=group_commands(t, leads=True),
            scope=BotCommandScopeAllGroupChats(),
            language_code=code,
        ),
    )
    yield ProfilePart(
        f"description:{t.language}",
        SetMyDescription(description=t.plain("profile-description"), language_code=code),
    )
    yield ProfilePart(
        f"short-description:{t.language}",
        SetMyShortDescription(short_description=t.plain("profile-short"), language_code=code),
    )


def _list_commands(t: Words, *, seen_by_one: bool | None = None) -> list[BotCommand]:
    """`seen_by_one`: where Telegram can, what is typed is shown to nobody else in the group either."""
    found = [
        _command("queue", t.plain("command-queue")),
        _command("mine", t.plain("command-mine")),
        _command("overdue", t.plain("command-overdue")),
        _command("find", t.plain("command-find")),
        _command("case", t.plain("command-case")),
        _command("bulk", t.plain("command-bulk")),
    ]
    return [each.model_copy(update={"is_ephemeral": seen_by_one}) for each in found]


def _command(name: str, description: str) -> BotCommand:
    return BotCommand(command=name, description=description)
