"""The keyboard that shares one's own number in one tap. Old clients and computers may show no such button: writing the
number always works.
"""

from __future__ import annotations

from aiogram.types import KeyboardButton, ReplyKeyboardMarkup

from bot.texts.wording import Wording, Words


def ask_contact(t: Words) -> ReplyKeyboardMarkup:
    """Share the number, or no call after all."""
    return _keyboard(t, t.plain("button-call-stop"))


def ask_own_contact(t: Words) -> ReplyKeyboardMarkup:
    """Share the number, or not."""
    return _keyboard(t, t.plain("button-return-stop"))


def _keyboard(t: Words, stop: str) -> ReplyKeyboardMarkup:
    return ReplyKeyboardMarkup(
        keyboard=[
            [KeyboardButton(text=t.plain("button-call-contact"), request_contact=True)],
            [KeyboardButton(text=stop)],
        ],
        resize_keyboard=True,
        one_time_keyboard=True,
        input_field_placeholder=t.plain("button-call-placeholder"),
    )


def stop_labels(wording: Wording) -> frozenset[str]:
    """What the second button sends where a call is asked for, in every language."""
    return frozenset(wording.to(language).plain("button-call-stop") for language in wording.languages)


def return_stop_labels(wording: Wording) -> frozenset[str]:
    """The same where an account is looked for."""
    return frozenset(wording.to(language).plain("button-return-stop") for language in wording.languages)
