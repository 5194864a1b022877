"""What can go wrong with a call of the Bot API, in our own words: no token, no content, no text of Telegram's."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from aiogram import exceptions as client


class Cause(StrEnum):
    """Why Telegram refused a call for good."""

    THREAD_GONE = "thread-gone"
    TOPIC_CLOSED = "topic-closed"
    MESSAGE_GONE = "message-gone"
    MESSAGE_STAYS = "message-stays"
    """It is too old to be taken away."""
    NOT_MODIFIED = "not-modified"
    CHAT_GONE = "chat-gone"
    NO_RIGHTS = "no-rights"
    NO_FORUM = "no-forum"
    IS_ADMIN = "is-admin"
    """Only the owner of a group can do this to one of its administrators."""
    NOT_INSIDE = "not-inside"
    """Nobody of this account is in the group."""
    QUERY_OLD = "query-old"
    TOO_LONG = "too-long"
    BAD_MARKUP = "bad-markup"
    TOO_LARGE = "too-large"
    FILE_GONE = "file-gone"
    UNKNOWN_METHOD = "unknown-method"
    OTHER = "refused"


class CallFailed(Exception):
    """A call of the Bot API failed. `word` says how, in one word of ours."""

    word = "failed"

    def __init__(self) -> None:
        super().__init__(self.word)


class TooFast(CallFailed):
    """429: not before `seconds` have passed."""

    word = "too-fast"

    def __init__(self, seconds: float) -> None:
        super().__init__()
        self.seconds = seconds


class Trouble(CallFailed):
    """Telegram or the way there is in trouble. Whether the call was carried out is not known."""

    word = "trouble"


class Unreachable(CallFailed):
    """403: this chat does not take messages from the bot."""

    word = "unreachable"

    def __init__(self, reason: str) -> None:
        super().__init__()
        self.reason = reason
        """`blocked`, `deactivated`, `cannot-initiate`, `removed` or `forbidden`."""


class Moved(CallFailed):
    """The group became a supergroup with another id."""

    word = "moved"

    def __init__(self, chat_id: int) -> None:
        super().__init__()
        self.chat_id = chat_id


class Refused(CallFailed):
    """400 and the like: the same call would fail again."""

    word = "refused"

    def __init__(self, cause: Cause) -> None:
        super().__init__()
        self.cause = cause


class TokenRefused(CallFailed):
    """401: the token is not valid (any more). Nothing works until a human sets another one."""

    word = "token-refused"


class OtherPoller(CallFailed):
    """409: another process asks for updates with the same token, or a webhook is set."""

    word = "other-poller"

    def __init__(self, webhook: bool) -> None:
        super().__init__()
        self.webhook = webhook


class Unreadable(CallFailed):
    """Telegram accepted the call, but its answer is not what the library knows. `result` is the raw result."""

    word = "unreadable"

    def __init__(self, result: Any) -> None:
        super().__init__()
        self.result = result


# The beginnings and pieces of Telegram's descriptions, in lower case; the first that fits names the cause.
_CAUSES: tuple[tuple[str, Cause], ...] = (
    ("message thread not found", Cause.THREAD_GONE),
    ("topic_id_invalid", Cause.THREAD_GONE),
    ("topic_deleted", Cause.THREAD_GONE),
    ("topic_not_modified", Cause.NOT_MODIFIED),
    ("message is not modified", Cause.NOT_MODIFIED),
    ("topic_closed", Cause.TOPIC_CLOSED),
    ("message to edit not found", Cause.MESSAGE_GONE),
    ("message to react not found", Cause.MESSAGE_GONE),
    ("message to pin not found", Cause.MESSAGE_GONE),
    ("message to delete not found", Cause.MESSAGE_GONE),
    ("message can't be edited", Cause.MESSAGE_GONE),
    ("there is no caption in the message", Cause.MESSAGE_GONE),
    ("message can't be deleted", Cause.MESSAGE_STAYS),
    ("message_id_invalid", Cause.MESSAGE_GONE),
    ("message not found", Cause.MESSAGE_GONE),
    ("query is too old", Cause.QUERY_OLD),
    ("query_id_invalid", Cause.QUERY_OLD),
    ("chat not found", Cause.CHAT_GONE),
    ("peer_id_invalid", Cause.CHAT_GONE),
    ("participant_id_invalid", Cause.NOT_INSIDE),
    ("user_not_participant", Cause.NOT_INSIDE),
    ("user is an administrator", Cause.IS_ADMIN),
    ("can't remove chat owner", Cause.IS_ADMIN),
    ("user not found", Cause.CHAT_GONE),
    ("not enough rights", Cause.NO_RIGHTS),
    ("have no rights", Cause.NO_RIGHTS),
    ("need administrator rights", Cause.NO_RIGHTS),
    ("chat_admin_required", Cause.NO_RIGHTS),
    ("chat_write_forbidden", Cause.NO_RIGHTS),
    ("file is too big", Cause.TOO_LARGE),
    ("invalid file_id", Cause.FILE_GONE),
    ("wrong file", Cause.FILE_GONE),
    ("wrong remote file", Cause.FILE_GONE),
    ("file reference", Cause.FILE_GONE),
    ("not a forum", Cause.NO_FORUM),
    ("channel_forum_missing", Cause.NO_FORUM),
    ("message is too long", Cause.TOO_LONG),
    ("message_too_long", Cause.TOO_LONG),
    ("can't parse entities", Cause.BAD_MARKUP),
    ("reply_markup", Cause.BAD_MARKUP),
    ("button", Cause.BAD_MARKUP),
)

_UNREACHABLE: tuple[tuple[str, str], ...] = (
    ("blocked by the user", "blocked"),
    ("user is deactivated", "deactivated"),
    ("can't initiate", "cannot-initiate"),
    ("kicked", "removed"),
    ("not a member", "removed"),
    ("group chat was deleted", "removed"),
)


def failure_of(error: Exception) -> CallFailed:
    """Our failure for whatever the client raised; raise it `from None`, the original holds content or the token."""
    if isinstance(error, client.TelegramRetryAfter):
        return TooFast(float(error.retry_after))
    if isinstance(error, client.TelegramMigrateToChat):
        return Moved(error.migrate_to_chat_id)
    if isinstance(error, client.TelegramEntityTooLarge):
        return Refused(Cause.TOO_LARGE)
    if isinstance(error, client.TelegramUnauthorizedError):
        return TokenRefused()
    if isinstance(error, client.TelegramConflictError):
        return OtherPoller("webhook" in error.message.lower())
    if isinstance(error, client.TelegramForbiddenError):
        return Unreachable(_word(error.message, _UNREACHABLE, "forbidden"))
    if isinstance(error, client.TelegramNotFound):
        return Refused(Cause.UNKNOWN_METHOD)
    if isinstance(error, client.TelegramBadRequest):
        return Refused(_cause(error.message))
    if isinstance(error, client.ClientDecodeError):
        return _unreadable(error.data)
    return Trouble()


def _cause(description: str) -> Cause:
    said = description.lower()
    return next((cause for piece, cause in _CAUSES if piece in said), Cause.OTHER)


def _word(description: str, words: tuple[tuple[str, str], ...], otherwise: str) -> str:
    said = description.lower()
    return next((word for piece, word in words if piece in said), otherwise)


def _unreadable(answer: Any) -> CallFailed:
    """An answer of Telegram's in an unknown shape was carried out; a page of some proxy says nothing."""
    if isinstance(answer, dict) and answer.get("ok") is True:
        return Unreadable(answer.get("result"))
    return Trouble()
