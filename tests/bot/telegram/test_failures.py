"""Failures of the client become words of ours: no content, no token."""

from __future__ import annotations

import pytest
from aiogram import exceptions as client
from aiogram.methods import SendMessage

from bot.telegram.failures import (
    CallFailed,
    Cause,
    Moved,
    OtherPoller,
    Refused,
    TokenRefused,
    TooFast,
    Trouble,
    Unreachable,
    Unreadable,
    failure_of,
)

SECRET = "Мене звати Олена, 100:AAF-secret"
METHOD = SendMessage(chat_id=1, text=SECRET)


def bad_request(words: str) -> CallFailed:
    return failure_of(client.TelegramBadRequest(METHOD, f"Bad Request: {words}"))


@pytest.mark.parametrize(
    ("words", "cause"),
    [
        ("message thread not found", Cause.THREAD_GONE),
        ("TOPIC_ID_INVALID", Cause.THREAD_GONE),
        ("TOPIC_CLOSED", Cause.TOPIC_CLOSED),
        ("TOPIC_NOT_MODIFIED", Cause.NOT_MODIFIED),
        ("message is not modified: specified new message content is the same", Cause.NOT_MODIFIED),
        ("message to edit not found", Cause.MESSAGE_GONE),
        ("message can't be edited", Cause.MESSAGE_GONE),
        ("message to react not found", Cause.MESSAGE_GONE),
        ("chat not found", Cause.CHAT_GONE),
        ("not enough rights to manage topics", Cause.NO_RIGHTS),
        ("the chat is not a forum", Cause.NO_FORUM),
        ("query is too old and response timeout expired or query ID is invalid", Cause.QUERY_OLD),
        ("message is too long", Cause.TOO_LONG),
        ("can't parse entities: Unclosed start tag", Cause.BAD_MARKUP),
        ("something that was never seen", Cause.OTHER),
    ],
)
def test_a_refusal_has_a_cause(words: str, cause: Cause) -> None:
    failure = bad_request(words)
    assert isinstance(failure, Refused)
    assert failure.cause is cause


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("bot was blocked by the user", "blocked"),
        ("user is deactivated", "deactivated"),
        ("bot can't initiate conversation with a user", "cannot-initiate"),
        ("bot was kicked from the supergroup chat", "removed"),
        ("bot is not a member of the supergroup chat", "removed"),
        ("something new", "forbidden"),
    ],
)
def test_a_chat_that_takes_nothing_says_why(words: str, reason: str) -> None:
    failure = failure_of(client.TelegramForbiddenError(METHOD, f"Forbidden: {words}"))
    assert isinstance(failure, Unreachable)
    assert failure.reason == reason


def test_the_other_classes_are_told_apart() -> None:
    too_fast = failure_of(client.TelegramRetryAfter(METHOD, "Too Many Requests", 17))
    assert isinstance(too_fast, TooFast)
    assert too_fast.seconds == 17
    moved = failure_of(client.TelegramMigrateToChat(METHOD, "upgraded", -1005))
    assert isinstance(moved, Moved)
    assert moved.chat_id == -1005
    assert isinstance(failure_of(client.TelegramUnauthorizedError(METHOD, "Unauthorized")), TokenRefused)
    assert isinstance(failure_of(client.TelegramServerError(METHOD, "Bad Gateway")), Trouble)
    assert isinstance(failure_of(client.TelegramNetworkError(METHOD, "reset")), Trouble)
    assert isinstance(failure_of(ConnectionResetError()), Trouble)
    webhook = failure_of(client.TelegramConflictError(METHOD, "Conflict: can't use getUpdates while webhook is active"))
    assert isinstance(webhook, OtherPoller)
    assert webhook.webhook
    assert isinstance(failure_of(client.TelegramNotFound(METHOD, "Not Found")), Refused)


def test_an_answer_that_cannot_be_read_was_carried_out() -> None:
    answer = {"ok": True, "result": {"message_id": 5, "text": SECRET}}
    failure = failure_of(client.ClientDecodeError("x", ValueError(), answer))
    assert isinstance(failure, Unreadable)
    assert failure.result["message_id"] == 5


def test_a_page_of_a_proxy_says_nothing() -> None:
    assert isinstance(failure_of(client.ClientDecodeError("x", ValueError(), "<html>")), Trouble)


@pytest.mark.parametrize(
    "error",
    [
        client.TelegramBadRequest(METHOD, SECRET),
        client.TelegramForbiddenError(METHOD, SECRET),
        client.TelegramRetryAfter(METHOD, SECRET, 3),
        client.TelegramNetworkError(METHOD, SECRET),
        client.ClientDecodeError(SECRET, ValueError(SECRET), {"ok": True, "result": SECRET}),
        RuntimeError(SECRET),
    ],
)
def test_nothing_of_the_original_stands_in_a_failure(error: Exception) -> None:
    failure = failure_of(error)
    assert "Олена" not in f"{failure} {failure!r}"
    assert "secret" not in f"{failure} {failure!r}"
