"""A process that builds aiogram's types as it needs them knows the same types as aiogram."""

from __future__ import annotations

import json
import sys
from subprocess import run

import pytest

from tests.house.source_tree import ROOT

SECONDS = 120

IMPORTED = """
import json, sys
from pydantic import BaseModel
before = vars(BaseModel)["model_rebuild"]
from bot.types_as_needed import import_aiogram
import_aiogram()
assert vars(BaseModel)["model_rebuild"] is before
"""

SAME_TYPES = """
from tests.bot.types_of_aiogram import built, described
found = {"first": built(), "types": described(), "then": built()}
print(json.dumps(found))
"""

AT_WORK = """
from aiogram.methods import GetChatAdministrators, Response, SendMessage
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message, Update

chat = {"id": -5, "type": "supergroup", "is_forum": True}
said = {"message_id": 1, "date": 1, "chat": chat, "text": "Добрий день", "reply_to_message": {
    "message_id": 2, "date": 1, "chat": chat, "pinned_message": {"message_id": 3, "date": 1, "chat": chat}}}
update = Update.model_validate({"update_id": 1, "message": said})
assert update.message.reply_to_message.pinned_message.chat.is_forum
answer = Response[Message].model_validate({"ok": True, "result": said})
assert answer.result.chat.id == -5
admins = Response[GetChatAdministrators.__returning__].model_validate({"ok": True, "result": [
    {"status": "creator", "user": {"id": 7, "is_bot": False, "first_name": "Ірина"}, "is_anonymous": False}]})
assert admins.result[0].user.first_name == "Ірина"
keyboard = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Так", callback_data="y")]])
sent = SendMessage(chat_id=5, text="Так?", reply_markup=keyboard)
dumped = sent.model_dump(exclude_none=True)
assert dumped["reply_markup"]["inline_keyboard"] == [[{"text": "Так", "callback_data": "y"}]]
assert CallbackQuery.model_validate({"id": "1", "from": {"id": 7, "is_bot": False, "first_name": "І"},
    "chat_instance": "1", "message": said}).message.text == "Добрий день"
try:
    Update.model_validate({"update_id": "?", "message": said})
except ValueError:
    print(json.dumps("refused"))
"""

BEFORE_US = """
import aiogram
from bot.types_as_needed import import_aiogram
from tests.bot.types_of_aiogram import built
whole = built()
import_aiogram()
import json
print(json.dumps(len(whole) == len(built()) > 400))
"""


def _said(program: str) -> object:
    """What a process of its own prints as JSON."""
    done = run([sys.executable, "-B", "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=SECONDS)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_every_type_and_method_has_the_fields_that_aiogram_gives_it() -> None:
    from tests.bot.types_of_aiogram import described

    found = _said(IMPORTED + SAME_TYPES)
    assert isinstance(found, dict)
    theirs = described()
    assert len(theirs) > 500
    assert found["types"] == theirs
    # They were built because they were asked for, and few of them before.
    assert 3 * len(found["first"]) < len(found["then"])
    assert {"Message", "Update"} <= set(found["first"])


@pytest.mark.parametrize(("program", "told"), [(IMPORTED + AT_WORK, "refused"), (BEFORE_US, True)])
def test_they_are_read_and_written_and_what_was_built_is_left_alone(program: str, told: object) -> None:
    assert _said(program) == told
