"""The wish to be phoned as the caseworker reads it: our words, said for the person, in their language."""

from __future__ import annotations

from bot.texts.wording import Words
from rules.calls import When


def call_request(when: When, t: Words, wish: str | None = None) -> str:
    """Plain text; `wish`: when it suits, in the person's own words."""
    if wish:
        return t.plain("call-request-wish", wish=wish)
    return t.plain("call-request-soon") if when is When.SOON else t.plain("call-request")
