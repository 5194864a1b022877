"""Who is it? Every update gets its actor, the context of its acts, and the words in the reader's language."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

from aiogram import BaseMiddleware
from aiogram.enums import ChatType
from aiogram.types import Chat, TelegramObject, Update, User

from bot.texts.wording import Wording
from casework.context import Actor, Context, Rules
from casework.people.meet import Met, meet
from db.models import Person, StaffMember
from db.repositories import staff
from db.uow import UnitOfWork
from rules.catalogue import Catalogue, Sign
from rules.roles import Role

STRANGER = Actor(Role.STRANGER)
GROUP_LANGUAGE = "uk"

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class ActorMiddleware(BaseMiddleware):
    """Runs inside the unit of work. Adds `actor`, `ctx`, `t` and, for what others will read, `wording` to what handlers
    are given.
    """

    def __init__(self, catalogue: Catalogue, rules: Rules, wording: Wording) -> None:
        self._catalogue = catalogue
        self._rules = rules
        self._wording = wording

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Finds the actor of an update, then lets it go on."""
        assert isinstance(event, Update)
        actor, language = await self._recognise(event, data["uow"], data["now"], data["is_staff"])
        data["actor"] = actor
        data["ctx"] = self.context(data["uow"], actor, data["now"])
        data["answers"].keep_out_of_groups = self._rules.minimal
        data["t"] = self._wording.to(language)
        data["wording"] = self._wording
        return await handler(event, data)

    def context(self, uow: UnitOfWork, actor: Actor, now: datetime) -> Context:
        """The context of an act."""
        return Context(uow=uow, actor=actor, now=now, catalogue=self._catalogue, rules=self._rules)

    async def _recognise(self, update: Update, uow: UnitOfWork, now: datetime, is_staff: bool) -> tuple[Actor, str]:
        chat, user = _who(update)
        if chat is None or user is None or user.is_bot:
            return STRANGER, GROUP_LANGUAGE
        member = await staff.active_by_telegram(uow.session, user.id) if is_staff else None
        if chat.type == ChatType.PRIVATE:
            if member is not None:
                return _staff_actor(member), member.language
            person = await self._met(update, uow, now, user)
            return _person_actor(person), person.language
        if member is None or _anonymous(update):
            return STRANGER, GROUP_LANGUAGE
        group = await staff.group(uow.session, chat.id)
        if group is not None and group.unbound_at is None and group.organisation_id != member.organisation_id:
            return STRANGER, GROUP_LANGUAGE
        return _staff_actor(member), GROUP_LANGUAGE

    async def _met(self, update: Update, uow: UnitOfWork, now: datetime, user: User) -> Person:
        # A reaction needs no open chat: it does not say that nobody else reads the phone.
        wrote = update.my_chat_member is None and update.message_reaction is None
        met = Met(telegram_id=user.id, language_code=user.language_code, wrote=wrote, touched=_touched(update))
        return await meet(self.context(uow, STRANGER, now), met)


def _who(update: Update) -> tuple[Chat | None, User | None]:
    if update.callback_query is not None:
        message = update.callback_query.message
        return (message.chat if message else None), update.callback_query.from_user
    said = update.message or update.edited_message
    if said is not None:
        return said.chat, said.from_user
    if update.message_reaction is not None:
        return update.message_reaction.chat, update.message_reaction.user
    if update.my_chat_member is not None:
        return update.my_chat_member.chat, update.my_chat_member.from_user
    return None, None


def _touched(update: Update) -> tuple[int, Sign] | None:
    """The message below which somebody pressed, that they replied to, or on which they set a reaction."""
    if update.callback_query is not None and update.callback_query.message is not None:
        return update.callback_query.message.message_id, Sign.PRESS
    if update.message is not None and update.message.reply_to_message is not None:
        return update.message.reply_to_message.message_id, Sign.REPLY
    if update.message_reaction is not None:
        return update.message_reaction.message_id, Sign.PRESS
    return None


def _anonymous(update: Update) -> bool:
    """Who writes as the group or as a channel can't be recognised."""
    said = update.message or update.edited_message
    return said is not None and said.sender_chat is not None


def _staff_actor(member: StaffMember) -> Actor:
    return Actor(Role(member.role), member.id, member.organisation_id, member.telegram_id)


def _person_actor(person: Person) -> Actor:
    return Actor(Role.PERSON, person.id, None, person.telegram_id)
