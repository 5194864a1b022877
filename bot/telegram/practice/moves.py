"""What a trainee does, as it is remembered, and as an update that the conversations of real life are given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from aiogram import Bot, Router
from aiogram.fsm.context import FSMContext
from aiogram.fsm.storage.base import StorageKey
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.types import (
    CallbackQuery,
    Chat,
    ForumTopicCreated,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
    Update,
    User,
)

from bot.telegram.answers import Answers
from bot.telegram.practice.stage import TOPIC, Item, Stage

IN_GROUP, ON_DESK = "staff_chat", "desk"
"""The doors of real life behind which a move is answered."""


@dataclass(frozen=True, slots=True)
class Move:
    """A press (`button` of the item `item`, counted from 0) or words (`text`, in answer to `item` or to nothing).

    `message`: the trainee's own message in the private chat; `edited`: it stood there before with other words.
    """

    at: str
    item: int = 0
    button: int = -1
    text: str = ""
    message: int = 0
    edited: bool = False


class Gone(Exception):
    """The move has no place in the story as it is played now: it was shown by another version of the bot."""


@dataclass(slots=True)
class Doors:
    """Where moves go: the routers of real life, and what they are given beside the event."""

    root: Router
    bot: Bot
    username: str | None
    given: dict[str, Any]
    storage: MemoryStorage

    async def answer(self, stage: Stage, move: Move) -> Answers:
        """One move, answered; what is whispered and toasted stands in the answers. `Gone`."""
        item = _item(stage, move)
        stage.now = datetime.fromisoformat(move.at)
        event, update = self._event(stage, move, item)
        answers = Answers(update)
        key = StorageKey(self.bot.id, _chat_of(event).id, stage.trainee.telegram_id or 0, _thread_of(event))
        state = FSMContext(self.storage, key)
        door = _door(self.root, ON_DESK if item is not None and item.whose == "desk" else IN_GROUP)
        given = self.given | {
            "ctx": stage.as_(stage.trainee),
            "actor": stage.trainee,
            "answers": answers,
            "t": stage.words,
            "wording": stage.wording,
            "state": state,
            "raw_state": await state.get_state(),
            "uow": stage.ctx.uow,
            "now": stage.now,
            "event_update": update,
        }
        await door.propagate_event(update.event_type, event, **given)
        await stage.deliver()
        return answers

    def _event(self, stage: Stage, move: Move, item: Item | None) -> tuple[CallbackQuery | Message, Update]:
        trainee = User(id=stage.trainee.telegram_id or 0, is_bot=False, first_name=stage.name, username=self.username)
        if move.button >= 0:
            assert item is not None, "a press is on something"
            query = CallbackQuery(
                id="0",
                from_user=trainee,
                chat_instance="0",
                data=_data(item, move.button),
                message=self._under(stage, item),
            )
            return query, Update(update_id=0, callback_query=query)
        thread = item.thread if item is not None and item.thread else _newest_thread(stage)
        said = Message(
            message_id=move.message,
            date=stage.now,
            chat=_group(stage),
            from_user=trainee,
            message_thread_id=thread,
            is_topic_message=True,
            text=move.text,
            reply_to_message=self._under(stage, item) if item is not None else _topic_itself(stage, thread),
        )
        if move.edited:
            return said, Update(update_id=0, edited_message=said)
        return said, Update(update_id=0, message=said)

    def _under(self, stage: Stage, item: Item) -> Message:
        """What the trainee pressed on, or answers to."""
        us = User(id=self.bot.id, is_bot=True, first_name="-")
        in_group = item.whose in (TOPIC, "whisper")
        chat = _group(stage) if in_group else Chat(id=stage.trainee.telegram_id or 0, type="private")
        whispered = item.number if item.whose == "whisper" else None
        return Message(
            message_id=0 if whispered else item.message_id,
            ephemeral_message_id=whispered,
            date=stage.now,
            chat=chat,
            from_user=us,
            message_thread_id=item.thread if in_group else None,
            is_topic_message=in_group or None,
            text="-",
        )


def buttons_of(item: Item) -> list[InlineKeyboardButton]:
    """What can be pressed on it, row after row."""
    keyboard = item.rendered.keyboard
    rows = keyboard.inline_keyboard if isinstance(keyboard, InlineKeyboardMarkup) else []
    return [button for row in rows for button in row]


def _item(stage: Stage, move: Move) -> Item | None:
    if not move.item:
        return None
    if move.item > len(stage.items):
        raise Gone
    return stage.items[move.item - 1]


def _data(item: Item, button: int) -> str:
    buttons = buttons_of(item)
    if button >= len(buttons) or buttons[button].callback_data is None:
        raise Gone
    return buttons[button].callback_data or ""


def _newest_thread(stage: Stage) -> int:
    return next((each.thread for each in reversed(stage.items) if each.thread), 0)


def _group(stage: Stage) -> Chat:
    return Chat(id=stage.group, type="supergroup", is_forum=True)


def _topic_itself(stage: Stage, thread: int) -> Message:
    """In a forum every message is a reply to the creation of its topic."""
    made = ForumTopicCreated(name="-", icon_color=0)
    return Message(message_id=thread, date=stage.now, chat=_group(stage), forum_topic_created=made)


def _chat_of(event: CallbackQuery | Message) -> Chat:
    message = event.message if isinstance(event, CallbackQuery) else event
    assert message is not None, "made so above"
    return message.chat


def _thread_of(event: CallbackQuery | Message) -> int | None:
    message = event.message if isinstance(event, CallbackQuery) else event
    return message.message_thread_id if isinstance(message, Message) else None


def _door(root: Router, name: str) -> Router:
    return next(each for each in root.sub_routers if each.name == name)
