"""Keyboards: for a person one plain button a row, for staff two."""

from __future__ import annotations

from collections.abc import Sequence

from aiogram.enums import ButtonStyle
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton, ReplyKeyboardMarkup

from bot.telegram.callbacks import ButtonData
from bot.texts.wording import Wording, Words

MENU_COMMANDS = ("my", "danger")


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
    """The two big buttons that always stand under a person's chat.

    The second one is neutral on purpose: its label becomes a message in the chat, and somebody else may read the phone.
    """
    return ReplyKeyboardMarkup(
        keyboard=[[KeyboardButton(text=label) for label in _menu_labels(t)]],
        resize_keyboard=True,
        is_persistent=True,
        input_field_placeholder=t.plain("button-menu-placeholder"),
    )


def menu(wording: Wording) -> dict[str, str]:
    """What the buttons of `person_menu` send, in every language, and the command meant: «Мої звернення» → `my`."""
    return {
        label: command
        for language in wording.languages
        for label, command in zip(_menu_labels(wording.to(language)), MENU_COMMANDS, strict=True)
    }


def _menu_labels(t: Words) -> tuple[str, ...]:
    return t.plain("button-menu-my"), t.plain("button-menu-danger")
