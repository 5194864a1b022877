"""Keyboards of a call, checked as Telegram checks them."""

from dataclasses import dataclass
from typing import Any

from simulator.botapi.errors import bad_request
from simulator.botapi.params import Params
from simulator.world.model import JSON

BUTTON_KINDS = frozenset(
    {
        "url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
        "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay", "disabled",
    }
)  # fmt: skip
STYLES = frozenset({"danger", "success", "primary"})
MAX_DATA_BYTES = 64
MAX_COPY_TEXT = 256


@dataclass(frozen=True)
class Markup:
    """An inline keyboard that belongs to the message, or a keyboard (or its removal) for the person's input field."""

    inline: JSON | None = None
    keyboard: JSON | None = None


def of(params: Params) -> Markup:
    """The call's `reply_markup`."""
    given = params.mapping("reply_markup")
    if not given:
        return Markup()
    if "inline_keyboard" in given:
        return Markup(inline=_inline(given))
    if "keyboard" in given:
        return Markup(keyboard=_reply_keyboard(given))
    if given.get("remove_keyboard") or given.get("force_reply"):
        return Markup(keyboard={key: value for key, value in given.items() if value is not None})
    raise bad_request("can't parse reply keyboard markup JSON object")


def inline_only(params: Params) -> JSON | None:
    """The call's `reply_markup` where only an inline keyboard may stand: edits."""
    markup = of(params)
    if markup.keyboard:
        raise bad_request("inline keyboard expected")
    return markup.inline


def _rows(value: Any) -> list[list[Any]]:
    if not isinstance(value, list) or not all(isinstance(row, list) for row in value):
        raise bad_request("can't parse reply keyboard markup JSON object")
    return [row for row in value if row]


def _inline(given: JSON) -> JSON | None:
    rows = [[_inline_button(button) for button in row] for row in _rows(given["inline_keyboard"])]
    return {"inline_keyboard": rows} if rows else None


def _inline_button(button: Any) -> JSON:
    if not isinstance(button, dict):
        raise bad_request("can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    clean = {key: value for key, value in button.items() if value is not None}
    if not str(clean.get("text", "")).strip():
        raise bad_request("can't parse inline keyboard button: text is empty")
    kinds = clean.keys() & BUTTON_KINDS
    if not kinds:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if len(kinds) > 1:
        raise bad_request("can't parse inline keyboard button: exactly one type of the button must be used")
    if "style" in clean and clean["style"] not in STYLES:
        raise bad_request("BUTTON_STYLE_INVALID")
    _check_kind(clean)
    return clean


def _check_kind(button: JSON) -> None:
    if "callback_data" in button:
        size = len(str(button["callback_data"]).encode())
        if not 1 <= size <= MAX_DATA_BYTES:
            raise bad_request("BUTTON_DATA_INVALID")
    if "url" in button:
        url = str(button["url"])
        if not url.startswith(("http://", "https://", "tg://")) and "." not in url:
            raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    if "copy_text" in button:
        copied = button["copy_text"].get("text", "") if isinstance(button["copy_text"], dict) else ""
        if not 1 <= len(copied) <= MAX_COPY_TEXT:
            raise bad_request("BUTTON_COPY_TEXT_INVALID")


def _reply_keyboard(given: JSON) -> JSON:
    rows = [[_reply_button(button) for button in row] for row in _rows(given["keyboard"])]
    if not rows:
        raise bad_request("can't parse reply keyboard markup JSON object")
    return {key: value for key, value in given.items() if value is not None} | {"keyboard": rows}


def _reply_button(button: Any) -> JSON:
    clean = {"text": button} if isinstance(button, str) else button
    if not isinstance(clean, dict) or not str(clean.get("text", "")).strip():
        raise bad_request('can\'t parse keyboard button: Field "text" must be non-empty')
    return {key: value for key, value in clean.items() if value is not None}
