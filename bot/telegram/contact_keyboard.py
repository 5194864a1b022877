"""The keyboard that shares one's own number in one tap. Old clients and computers may show no such button: writing the
number always works.
"""

from __future__ import annotations

from aiogram.types import KeyboardButton, ReplyKeyboardMarkup

from bot.texts.wording import Wording, Words


def ask_contact(t: Words) -> ReplyKeyboardMarkup:
    """Share the number, or no call after all."""
    return ReplyKeyboardMarkup(
        keyboard=[
            [KeyboardButton(text=t.plain("button-call-contact"), request_contact=True)],
            [KeyboardButton(text=t.plain("button-call-stop"))],
        ],
        resize_keyboard=True,
        one_time_keyboard=True,
        input_field_placeholder=t.plain("button-call-placeholder"),
    )


def stop_labels(wording: Wording) -> frozenset[str]:
    """What the second button sends, in every language."""
    return frozenset(wording.to(language).plain("button-call-stop") for language in wording.languages)
