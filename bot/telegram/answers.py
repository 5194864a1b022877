"""Direct answers to one update: a toast on the pressed button, words that only one member of a group sees.

They are collected while the update is handled and leave after its commit. They may be lost (a crash, a slow network, an
old press): whatever must arrive is a letter.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from copy import copy
from dataclasses import dataclass
from typing import Any

import structlog
from aiogram.methods import (
    AnswerCallbackQuery,
    EditEphemeralMessageText,
    EditMessageText,
    SendDocument,
    SendMessage,
    TelegramMethod,
)
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    EphemeralMessageParameters,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
    Update,
)

from bot.telegram.calls import Calls
from bot.telegram.failures import CallFailed
from bot.telegram.media import known_as, method_for
from bot.telegram.rendered import Rendered
from casework.letters.policies import Priority
from db.engine import Database
from db.uow import UnitOfWork

log = structlog.get_logger(__name__)

PATIENCE_SECONDS = 10.0
"""Telegram takes answers to a press for 15 seconds."""

Otherwise = Callable[[UnitOfWork], Awaitable[None]]
Hide = Callable[[UnitOfWork, int], Awaitable[None]]
"""Given where the whisper stands: its number as an ephemeral message, in a private chat that of the message."""


@dataclass(frozen=True, slots=True)
class _Whisper:
    rendered: Rendered
    otherwise: Otherwise | None
    hide: Hide | None


class Answers:
    """What is answered at once to `update`."""

    def __init__(self, update: Update) -> None:
        self._press: CallbackQuery | None = update.callback_query
        self._message: Message | None = update.message or update.edited_message
        self._toast: tuple[str, bool] | None = None
        self._whispers: list[_Whisper] = []
        self._calls: list[TelegramMethod[Any]] = []
        self._said: list[Rendered] = []
        self._files: list[SendDocument] = []
        self.keep_out_of_groups = False
        """Nothing is whispered in groups: it comes to the private chat of the one who pressed or wrote."""

    def toast(self, text: str, *, alert: bool = False) -> None:
        """A short plain line on the pressed button, or a window to be closed; the last one counts.

        Nothing happens where no button was pressed.
        """
        self._toast = (text, alert)

    def whisper(self, rendered: Rendered, *, otherwise: Otherwise | None = None, hide: Hide | None = None) -> None:
        """Words for the one who pressed or wrote, unseen by the rest of the group; on a desk nobody else reads.

        Pressed on such words, they take their place; what is protected does so only where the words before were.
        `otherwise`: work in a transaction of its own that is done if
        Telegram refuses, for instance writing a letter to the desk; without it words that are no menu are said in the
        private chat. `hide`: the same once it stands, so that it is taken away again. ValueError where nobody is.
        """
        if self._chat_id() is None or self._receiver() is None:
            raise ValueError("nobody is here to be whispered to")
        self._whispers.append(_Whisper(rendered, otherwise, hide))

    def menu(self, rendered: Rendered) -> None:
        """A menu that was opened by a press: whispered, but on a desk in the place of the one that was pressed, since a
        choice among many would fill the chat.
        """
        pressed = self._press.message if self._press else None
        if not isinstance(pressed, Message) or pressed.chat.id < 0 or self._in_private_topic:
            self.whisper(rendered)
            return
        keyboard = rendered.keyboard if isinstance(rendered.keyboard, InlineKeyboardMarkup) else None
        self.call(
            EditMessageText(
                chat_id=pressed.chat.id,
                message_id=pressed.message_id,
                text=rendered.text,
                parse_mode="HTML",
                reply_markup=keyboard,
                link_preview_options=LinkPreviewOptions(is_disabled=True),
            )
        )

    def say(self, rendered: Rendered) -> None:
        """Words into the private chat of the one who wrote there. They may be lost: what must arrive is a letter."""
        self._said.append(rendered)

    def send_file(self, content: bytes, name: str, caption: str) -> None:
        """A file made for the one who pressed, into their private chat; `name`: nothing of people. It may be lost:
        whoever wants it presses again, and it is made anew.
        """
        file = BufferedInputFile(content, name)
        self._files.append(SendDocument(chat_id=self.private_chat, document=file, caption=caption))

    def call(self, method: TelegramMethod[Any]) -> None:
        """A call that only makes things nicer; no harm is done where Telegram refuses it."""
        self._calls.append(method)

    @property
    def silent(self) -> bool:
        """Whether there is nothing to be sent."""
        return self._press is None and not (self._whispers or self._calls or self._said or self._files)

    @property
    def toasted(self) -> str | None:
        """The line on the button, as it stands so far."""
        return self._toast[0] if self._toast else None

    @property
    def whispered(self) -> list[Rendered]:
        """What is to be whispered, as it stands so far."""
        return [each.rendered for each in self._whispers]

    @property
    def private_chat(self) -> int:
        """The private chat of the one who pressed or wrote."""
        return self._receiver() or 0

    def only_press(self) -> Answers:
        """The bare answer to the press, for an update that could not be handled."""
        bare = copy(self)
        bare._toast, bare._whispers, bare._calls, bare._said, bare._files = None, [], [], [], []
        return bare

    async def send(self, calls: Calls, database: Database) -> None:
        """Send all of it. The press is answered in any case, exactly once. Failures are logged and go no further."""
        if self._press is not None:
            text, alert = self._toast or ("", False)
            answer = AnswerCallbackQuery(callback_query_id=self._press.id, text=text or None, show_alert=alert or None)
            await _try(calls, answer, None)
        for whisper in self._whispers:
            if self.keep_out_of_groups and (self._chat_id() or 0) < 0:
                await self._to_desk(whisper, calls, database)
                continue
            method = self._shown_file(whisper.rendered) if whisper.rendered.files else self._method(whisper.rendered)
            if (result := await _try(calls, method, self._chat_id())) is not None:
                await self._hide(whisper, method, result, database)
            elif whisper.otherwise is not None:
                async with database.uow() as uow:
                    await whisper.otherwise(uow)
            elif whisper.rendered.keyboard is None:
                # In a closed topic nothing is whispered; a menu would not work in the private chat.
                await _try(calls, self._private(whisper.rendered), self._receiver())
        for method in self._calls:
            await _try(calls, method, None)
        # Several in a row wait for their turn in the chat: sent at once, Telegram would refuse the fourth.
        for rendered in self._said:
            await _try(calls, self._private(rendered), self._receiver())
        for file in self._files:
            await _try(calls, file, self._receiver())

    async def _to_desk(self, whisper: _Whisper, calls: Calls, database: Database) -> None:
        if whisper.otherwise is not None:
            async with database.uow() as uow:
                await whisper.otherwise(uow)
        elif not whisper.rendered.files:
            await _try(calls, self._private(whisper.rendered), self._receiver())

    async def _hide(self, whisper: _Whisper, method: TelegramMethod[Any], result: Any, database: Database) -> None:
        stands_at = method.ephemeral_message_id if isinstance(method, EditEphemeralMessageText) else None
        stands_at = method.message_id if isinstance(method, EditMessageText) else stands_at
        if isinstance(result, Message):
            stands_at = result.ephemeral_message_id or result.message_id
        if whisper.hide is not None and stands_at:
            async with database.uow() as uow:
                await whisper.hide(uow, stands_at)

    def _method(self, rendered: Rendered) -> TelegramMethod[Any]:
        keyboard = rendered.keyboard if isinstance(rendered.keyboard, InlineKeyboardMarkup) else None
        pressed = self._press.message if self._press else None
        # An edit can't protect: details in the place of an open menu could be passed on.
        fits = isinstance(pressed, Message) and (bool(pressed.has_protected_content) or not rendered.protect)
        if fits and isinstance(pressed, Message) and pressed.ephemeral_message_id is not None:
            return EditEphemeralMessageText(
                chat_id=pressed.chat.id,
                receiver_user_id=self._receiver() or 0,
                ephemeral_message_id=pressed.ephemeral_message_id,
                text=rendered.text,
                parse_mode="HTML",
                reply_markup=keyboard,
                link_preview_options=LinkPreviewOptions(is_disabled=True),
            )
        if self._in_private_topic and isinstance(pressed, Message) and pressed.has_protected_content:
            # There what is whispered is protected and nothing else: one menu takes the place of the other.
            return EditMessageText(
                chat_id=pressed.chat.id,
                message_id=pressed.message_id,
                text=rendered.text,
                parse_mode="HTML",
                reply_markup=keyboard,
                link_preview_options=LinkPreviewOptions(is_disabled=True),
            )
        return SendMessage(
            chat_id=self._chat_id() or 0,
            message_thread_id=self._thread_id(),
            text=rendered.text,
            parse_mode="HTML",
            reply_markup=keyboard,
            protect_content=rendered.protect or self._in_private_topic or None,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
            ephemeral_message_parameters=self._to_the_one(),
        )

    def _shown_file(self, rendered: Rendered) -> TelegramMethod[Any]:
        """A file for one member of the group, by the number that Telegram knows it by: there is no time for more."""
        [each] = rendered.files
        where = {
            "chat_id": self._chat_id() or 0,
            "message_thread_id": self._thread_id(),
            "protect_content": rendered.protect or None,
            "ephemeral_message_parameters": self._to_the_one(),
        }
        return method_for(each, known_as(each.file) or "", where)

    def _to_the_one(self) -> EphemeralMessageParameters | None:
        if (self._chat_id() or 0) > 0:
            return None
        return EphemeralMessageParameters(
            receiver_user_id=self._receiver() or 0, callback_query_id=self._press.id if self._press else None
        )

    def _private(self, rendered: Rendered) -> SendMessage:
        return SendMessage(
            chat_id=self._receiver() or 0,
            message_thread_id=self._thread_id() if self._in_private_topic else None,
            text=rendered.text,
            parse_mode="HTML",
            protect_content=rendered.protect or None,
            reply_markup=rendered.keyboard if isinstance(rendered.keyboard, InlineKeyboardMarkup) else None,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
        )

    def _chat_id(self) -> int | None:
        where = self._press.message if self._press else self._message
        return where.chat.id if where is not None else None

    def _thread_id(self) -> int | None:
        where = self._press.message if self._press else self._message
        return where.message_thread_id if isinstance(where, Message) and where.is_topic_message else None

    @property
    def _in_private_topic(self) -> bool:
        """On a desk, in the topic of a case."""
        return (self._chat_id() or 0) > 0 and self._thread_id() is not None

    def _receiver(self) -> int | None:
        sender = self._press.from_user if self._press else self._message.from_user if self._message else None
        return sender.id if sender else None


async def _try(calls: Calls, method: TelegramMethod[Any], chat_id: int | None) -> Any:
    """What Telegram answered; None where it refused."""
    try:
        return await calls.make(method, chat_id=chat_id, priority=Priority.CRISIS, patience=PATIENCE_SECONDS)
    except CallFailed as failure:
        log.info("answer_not_sent", method=method.__api_method__, reason=failure.word)
        return None
