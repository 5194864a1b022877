"""What is called at Telegram for a letter, by its form."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from aiogram.methods import (
    CloseForumTopic,
    DeleteEphemeralMessage,
    DeleteForumTopic,
    DeleteMessage,
    DeleteMessages,
    EditForumTopic,
    EditMessageCaption,
    ReopenForumTopic,
    SetMessageReaction,
    TelegramMethod,
)
from aiogram.types import (
    InlineKeyboardMarkup,
    ReactionTypeEmoji,
    ReplyParameters,
)

from bot.telegram.calls import REQUEST_SECONDS, Calls
from bot.telegram.expelling import put_out
from bot.telegram.failures import Cause, Refused, Unreadable
from bot.telegram.icons import TopicIcons
from bot.telegram.items import Item, Shown, SlotState
from bot.telegram.media import Contents, send_files
from bot.telegram.rendered import Rendered
from bot.telegram.sending import Change, as_json, send
from casework.letters.policies import Form
from db.cipher import search_hash
from db.repositories.slots import TOPIC_CLOSED, TOPIC_OPEN

Result = TypeVar("Result")

DIGEST = "slots.shown_digest"
MOST_DELETED = 100
"""Messages that one call may delete."""


class Errand:
    """The calls for one letter. The place of the first one in the budget was reserved with the claim."""

    def __init__(self, calls: Calls, chat_id: int, priority: int) -> None:
        self._calls = calls
        self._chat_id = chat_id
        self._priority = priority
        self._reserved = True

    def end(self) -> None:
        """Give the place in the budget back if no call was made."""
        if self._reserved:
            self._reserved = False
            self._calls.pace.give_back(self._chat_id, self._priority)

    async def make(self, method: TelegramMethod[Result], timeout: int = REQUEST_SECONDS) -> Result:
        """As `Calls.make`."""
        reserved, self._reserved = self._reserved, False
        return await self._calls.make(
            method, chat_id=self._chat_id, priority=self._priority, reserved=reserved, timeout=timeout
        )

    async def make_if_needed(self, method: TelegramMethod[Any]) -> None:
        """The same, where "not modified" is as good as done."""
        try:
            await self.make(method)
        except Refused as refusal:
            if refusal.cause is not Cause.NOT_MODIFIED:
                raise
        except Unreadable:
            return


class Gone(Exception):
    """The message that was to be changed is not there."""


async def show(item: Item, errand: Errand, icons: TopicIcons, contents: Contents) -> Shown:
    """Do what the letter's form asks for. `CallFailed` if Telegram does not; `Gone` if there is nothing to change."""
    if item.form is Form.TOPIC:
        return await _show_topic(item, errand, icons)
    if item.form is Form.MESSAGE and item.rendered.files:
        return await _files(item, errand, contents)
    return await _FORMS[item.form](item, errand)


async def _message(item: Item, errand: Errand) -> Shown:
    return Shown(await _send(item, errand), fresh=True)


async def _files(item: Item, errand: Errand, contents: Contents) -> Shown:
    try:
        sent = [each.message_id for each in await send_files(item.rendered, _where(item), errand.make, contents)]
    except Unreadable as answer:
        results = answer.result if isinstance(answer.result, list) else [answer.result]
        sent = [found for found in map(_id_in, results) if found is not None]
    return Shown(sent[0] if sent else None, fresh=True, album=tuple(sent[1:]))


async def _edit(item: Item, errand: Errand) -> Shown:
    if item.edit is None:
        raise Gone
    if item.rendered.gone:
        await errand.make_if_needed(DeleteMessage(chat_id=item.place.chat_id, message_id=item.edit))
    else:
        await _change(item, item.edit, errand)
    return Shown(item.edit)


async def _reaction(item: Item, errand: Errand) -> Shown:
    if item.edit is None:
        raise Gone
    emoji = item.rendered.reaction
    reaction: list[Any] = [ReactionTypeEmoji(emoji=emoji)] if emoji else []
    method = SetMessageReaction(chat_id=item.place.chat_id, message_id=item.edit, reaction=reaction)
    try:
        await errand.make_if_needed(method)
    except Refused as refusal:
        if refusal.cause is Cause.OTHER:
            # The chat does not allow this emoji: no human can do anything about that.
            raise Gone from None
        raise
    return Shown(item.edit)


async def _sweep(item: Item, errand: Errand) -> Shown:
    """What Telegram does not let go stays: the person was told that it may."""
    ids = item.rendered.deletes
    for start in range(0, len(ids), MOST_DELETED):
        method = DeleteMessages(chat_id=item.place.chat_id, message_ids=list(ids[start : start + MOST_DELETED]))
        try:
            await errand.make(method)
        except (Refused, Unreadable):
            continue
    return Shown(None)


async def _tidy(item: Item, errand: Errand) -> Shown:
    """What is not there any more counts as taken away: so a repeat after a crash finds the same."""
    left = []
    for message_id in item.rendered.deletes:
        try:
            await errand.make(DeleteMessage(chat_id=item.place.chat_id, message_id=message_id))
        except Refused as refusal:
            if refusal.cause is not Cause.MESSAGE_GONE:
                left.append(message_id)
        except Unreadable:
            continue
    return Shown(None, left=tuple(left))


async def _leave(item: Item, errand: Errand) -> Shown:
    """Whoever blocks the bot, or left no chat to reach, keeps what stands there: nobody can take it away."""
    if item.rendered.leaves is None:
        raise Gone
    await _delete_topic(item.place.chat_id, item.rendered.leaves, errand)
    return Shown(None)


async def _expel(item: Item, errand: Errand) -> Shown:
    if item.rendered.expels is None:
        raise Gone
    return Shown(None, refused=await put_out(item.place.chat_id, item.rendered.expels, errand))


async def _hush(item: Item, errand: Errand) -> Shown:
    """Gone already, or never seen: there is nothing left to be hidden."""
    if item.rendered.hushes is None:
        raise Gone
    receiver, number = item.rendered.hushes
    method = DeleteEphemeralMessage(chat_id=item.place.chat_id, receiver_user_id=receiver, ephemeral_message_id=number)
    try:
        await errand.make(method)
    except Refused as refusal:
        if refusal.cause in (Cause.MESSAGE_GONE, Cause.MESSAGE_STAYS, Cause.OTHER):
            raise Gone from None
        raise
    except Unreadable:
        pass
    return Shown(None)


async def _screen(item: Item, errand: Errand) -> Shown:
    """Edited while it is the newest message of the chat, else sent anew: nobody looks for it further up."""
    slot = _slot(item)
    below = item.place.chat_id > 0 and item.newest is not None and item.newest != slot.message_id
    return await _show_slot(item, slot, errand, anew=below)


async def _card(item: Item, errand: Errand) -> Shown:
    return await _show_slot(item, _slot(item), errand, anew=False)


async def _show_slot(item: Item, slot: SlotState, errand: Errand, *, anew: bool) -> Shown:
    digest = digest_of(item.rendered)
    # A keyboard below the input field comes with a new message only.
    editable = item.rendered.keyboard is None or isinstance(item.rendered.keyboard, InlineKeyboardMarkup)
    if slot.message_id is None or anew or not editable:
        return Shown(await _send(item, errand), fresh=True, digest=digest)
    if digest != slot.digest:
        await _change(item, slot.message_id, errand)
    return Shown(slot.message_id, digest=digest)


async def _show_topic(item: Item, errand: Errand, icons: TopicIcons) -> Shown:
    """Title and icon, open or closed, each only if it changed. Without a topic there is nothing to show."""
    slot, rendered, chat_id, thread_id = _slot(item), item.rendered, item.place.chat_id, item.place.thread_id
    if thread_id is None:
        return Shown(None)
    if rendered.gone:
        return await _delete_topic(chat_id, thread_id, errand)
    head, state = _split(slot.digest)
    digest = topic_digest(rendered)
    new_head, new_state = _split(digest)
    if head != new_head:
        icon = await icons.id_of(rendered.icon)
        await errand.make_if_needed(
            EditForumTopic(chat_id=chat_id, message_thread_id=thread_id, name=rendered.title, icon_custom_emoji_id=icon)
        )
    # Topics of private chats can't be closed: there the title says how the case stands.
    if state != new_state and chat_id < 0:
        method = ReopenForumTopic if rendered.open else CloseForumTopic
        await errand.make_if_needed(method(chat_id=chat_id, message_thread_id=thread_id))
    return Shown(None, digest=digest)


async def _delete_topic(chat_id: int, thread_id: int, errand: Errand) -> Shown:
    try:
        await errand.make_if_needed(DeleteForumTopic(chat_id=chat_id, message_thread_id=thread_id))
    except Refused as refusal:
        if refusal.cause is not Cause.THREAD_GONE:
            raise
    return Shown(None, topic_deleted=True)


async def _send(item: Item, errand: Errand) -> int | None:
    """Send a new message; its id, or None where Telegram's answer could not be read."""
    try:
        return (await errand.make(send(item))).message_id
    except Unreadable as answer:
        return _id_in(answer.result)


def _where(item: Item) -> dict[str, Any]:
    """What all methods that send files share."""
    return {
        "chat_id": item.place.chat_id,
        "message_thread_id": item.place.thread_id,
        "protect_content": item.rendered.protect or None,
        "disable_notification": item.rendered.silent or None,
        "allow_paid_broadcast": item.paid or None,
        "reply_parameters": (
            ReplyParameters(message_id=item.reply_to, allow_sending_without_reply=True) if item.reply_to else None
        ),
    }


async def _change(item: Item, message_id: int, errand: Errand) -> None:
    if item.rendered.files:
        caption = item.rendered.files[0].caption
        await errand.make_if_needed(
            EditMessageCaption(
                chat_id=item.place.chat_id, message_id=message_id, caption=caption or None, parse_mode="HTML"
            )
        )
        return
    keyboard = item.rendered.keyboard
    markup = as_json(keyboard) if isinstance(keyboard, InlineKeyboardMarkup) else None
    await errand.make_if_needed(
        Change(chat_id=item.place.chat_id, message_id=message_id, text=item.rendered.text, reply_markup=markup)
    )


def digest_of(rendered: Rendered) -> str:
    """A keyed hash of what a person would see: equal while nothing changed."""
    return search_hash(DIGEST, f"{rendered.text}\0{as_json(rendered.keyboard) or ''}").hex()


def topic_digest(rendered: Rendered) -> str:
    """The same for a topic: title and icon, then whether it is open."""
    head = search_hash(DIGEST, f"{rendered.title}\0{rendered.icon}").hex()
    return f"{head}:{TOPIC_OPEN if rendered.open else TOPIC_CLOSED}"


def _split(digest: str | None) -> tuple[str, str]:
    """Head and state in a topic's digest; a topic of which nothing is known is taken to be open."""
    head, _, state = (digest or "").partition(":")
    return head, state or TOPIC_OPEN


def _slot(item: Item) -> SlotState:
    if item.slot is None:
        raise ValueError("a letter of this form belongs to a slot")
    return item.slot


def _id_in(result: Any) -> int | None:
    found = result.get("message_id") if isinstance(result, dict) else None
    return found if isinstance(found, int) else None


_FORMS: dict[Form, Callable[[Item, Errand], Awaitable[Shown]]] = {
    Form.MESSAGE: _message,
    Form.EDIT: _edit,
    Form.REACTION: _reaction,
    Form.SCREEN: _screen,
    Form.CARD: _card,
    Form.SWEEP: _sweep,
    Form.TIDY: _tidy,
    Form.RECORD: _card,
    Form.EXPEL: _expel,
    Form.HUSH: _hush,
    Form.LEAVE: _leave,
}
