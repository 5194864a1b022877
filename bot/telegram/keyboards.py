"""Keyboards: for a person one plain button a row, for staff two."""

from __future__ import annotations

from collections.abc import Sequence

from aiogram.enums import ButtonStyle
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton, ReplyKeyboardMarkup

from bot.telegram.callbacks import ButtonData
from bot.texts.wording import Wording, Words

MENU_COMMANDS = ("request", "my", "call", "danger")


def button(text: str, data: ButtonData, style: ButtonStyle | None = None) -> InlineKeyboardButton:
    """One inline button; `text` is plain."""
    return InlineKeyboardButton(text=text, callback_data=data.pack(), style=style.value if style else None)


def column(*buttons: InlineKeyboardButton | None) -> InlineKeyboardMarkup | None:
    """One button a row, those that are there; None where nothing is left to press."""
    return grid([each for each in buttons if each is not None], width=1)


def grid(buttons: Sequence[InlineKeyboardButton], width: int = 2) -> InlineKeyboardMarkup | None:
    """Rows of `width` buttons; None where there are none."""
    if not buttons:
        return None
    rows = [list(buttons[start : start + width]) for start in range(0, len(buttons), width)]
    return InlineKeyboardMarkup(inline_keyboard=rows)


def person_menu(t: Words) -> ReplyKeyboardMarkup:
    """The big buttons that always stand under a person's chat, words only: a screen reader reads them as they are.

    A label becomes a message in the chat, and somebody else may read the phone: «Мені небезпечно» was «Телефони
    допомоги» for that reason, until the bot took away the message with which it was pressed.
    """
    keys = [
        KeyboardButton(text=label, style=ButtonStyle.DANGER.value if command == "danger" else None)
        for label, command in zip(_menu_labels(t), MENU_COMMANDS, strict=True)
    ]
    return ReplyKeyboardMarkup(
        keyboard=[keys[:2], keys[2:]],
        resize_keyboard=True,
        is_persistent=True,
        input_field_placeholder=t.plain("button-menu-placeholder"),
    )


def menu(wording: Wording) -> dict[str, str]:
    """What the buttons of `person_menu` send, in every language, and the command meant: «Мої звернення» → `my`.

    Phones go on showing the labels of before until a letter brings the new ones.
    """
    spoken = [wording.to(language) for language in wording.languages]
    meant = {label: command for t in spoken for label, command in zip(_menu_labels(t), MENU_COMMANDS, strict=True)}
    return meant | {t.plain("button-menu-danger-before"): "danger" for t in spoken}


def _menu_labels(t: Words) -> tuple[str, ...]:
    return (
        t.plain("button-menu-request"),
        t.plain("button-menu-my"),
        t.plain("button-menu-call"),
        t.plain("button-menu-danger"),
    )
