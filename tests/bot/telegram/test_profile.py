"""How the bot shows itself, within Telegram's limits; menus are understood in both languages."""

from __future__ import annotations

import re

from aiogram.methods import SetMyCommands, SetMyDescription, SetMyShortDescription

from bot.telegram.keyboards import menu, person_menu
from bot.telegram.profile import desk_commands, menu_digest, person_commands, profile
from bot.texts.wording import Wording
from rules.languages import LANGUAGES

WORDING = Wording()


def test_every_part_is_told_once_and_within_the_limits() -> None:
    parts = profile(WORDING)
    assert len({part.key for part in parts}) == len(parts) == 4 * len(LANGUAGES)
    for part in parts:
        if isinstance(part.method, SetMyDescription):
            assert len(part.method.description or "") <= 512
        if isinstance(part.method, SetMyShortDescription):
            assert len(part.method.short_description or "") <= 120
        if isinstance(part.method, SetMyCommands):
            assert all(len(command.description) <= 256 for command in part.method.commands)


def test_ukrainian_is_what_everybody_sees_who_has_no_other_list() -> None:
    codes = {part.key: getattr(part.method, "language_code", "") for part in profile(WORDING)}
    assert codes["description:uk"] is None
    assert codes["description:en"] == "en"


def test_a_digest_changes_with_the_words_and_only_then() -> None:
    first, again = profile(WORDING), profile(Wording())
    assert [part.digest for part in first] == [part.digest for part in again]
    assert len({part.digest for part in first}) == len(first)


def test_staff_have_their_desk_among_their_commands_and_leads_what_was_put_aside() -> None:
    everybody = [
        "desk", "queue", "mine", "overdue", "find", "case", "bulk", "new", "calls", "away", "duty", "review", "trips",
        "providers",
        "agenda", "hours", "events", "practice",
    ]  # fmt: skip
    leading = [
        *everybody, "staff", "complaints", "ratings", "broadcast", "answers", "pages", "campaigns", "readings",
        "problems",
    ]  # fmt: skip
    for leads, wanted in ((False, everybody), (True, leading)):
        method = desk_commands(WORDING.to("uk"), leads=leads, chat_id=5)
        assert [command.command for command in method.commands] == [*wanted, "help"]


def test_the_digest_of_a_menu_is_of_its_commands_alone() -> None:
    uk, en = WORDING.to("uk"), WORDING.to("en")
    same = {menu_digest(desk_commands(uk, leads=True, chat_id=chat)) for chat in (5, 6)}
    others = {menu_digest(desk_commands(words, leads=leads)) for words in (uk, en) for leads in (False, True)}
    assert (len(same), len(others)) == (1, 4)


def test_the_buttons_under_the_chat_are_understood_in_both_languages() -> None:
    meant = menu(WORDING)
    assert meant["Попросити допомогу"] == meant["Ask for help"] == "request"
    assert meant["Мої звернення"] == meant["My requests"] == "my"
    assert meant["Подзвоніть мені"] == meant["Call me"] == "call"
    assert meant["Мені небезпечно"] == meant["I am in danger"] == "danger"
    for language in LANGUAGES:
        labels = [button.text for row in person_menu(WORDING.to(language)).keyboard for button in row]
        assert [meant[label] for label in labels] == ["request", "my", "call", "danger"]


def test_the_label_of_before_means_the_same_while_phones_show_it() -> None:
    meant = menu(WORDING)
    assert meant["Телефони допомоги"] == meant["Numbers to call"] == "danger"


def test_only_the_button_for_danger_has_a_colour_and_none_has_a_picture() -> None:
    for language in LANGUAGES:
        buttons = [button for row in person_menu(WORDING.to(language)).keyboard for button in row]
        assert [button.style for button in buttons] == [None, None, None, "danger"]
        assert all(re.fullmatch(r"[\w ]+", button.text) for button in buttons), "a screen reader reads words"


def test_the_commands_of_a_person_are_the_buttons_first_and_then_the_rest() -> None:
    for language in LANGUAGES:
        commands = [command.command for command in person_commands(WORDING.to(language))]
        after = ["recreation", "meetings", "reminders", "help", "privacy", "language", "cancel", "start"]
        assert commands == ["request", "my", "call", "danger", *after]
