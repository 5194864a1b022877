"""That somebody comes back from another account, as the caseworker reads it: our words, said for the person."""

from __future__ import annotations

from bot.texts.wording import Words


def return_request(t: Words, typed: str | None = None) -> str:
    """Plain text in the person's language; `typed`: the number as they wrote it, where Telegram did not share it."""
    return t.plain("return-request-typed", number=typed) if typed else t.plain("return-request")
