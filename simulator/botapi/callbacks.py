"""Answers to presses of inline buttons."""

from simulator.botapi.errors import bad_request
from simulator.botapi.registry import Call, method

MAX_ANSWER = 200


@method("answerCallbackQuery")
async def answer_callback_query(call: Call) -> bool:
    """Show a toast or an alert to the one who pressed, or open a link for them."""
    press = call.world.callbacks.find(call.params.text("callback_query_id") or "")
    if press is None:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    text = call.params.text("text")
    if text is not None and len(text) > MAX_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    answer = {"text": text or None, "show_alert": call.params.flag("show_alert"), "url": call.params.text("url")}
    call.world.callbacks.answer(press, answer)
    return True
