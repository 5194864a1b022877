"""`/help` names what there is: each command has a handler behind the door where it is named, and no role gets more."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from aiogram import Router
from aiogram.filters import Command

from bot.telegram.keyboards import menu
from bot.telegram.profile import person_commands
from bot.telegram.render.staff_help import staff_help
from bot.texts.wording import Wording
from handlers.routing import routers
from rules.roles import LEADS, STAFF, Role
from tests.bot.telegram.render.telegram_html import read

WORDING = Wording()
T = WORDING.to("uk")
ROUTERS = {each.name: each for each in routers(menu(WORDING))}
NAMED = re.compile(r"^/(\w+) – ", re.MULTILINE)
OF_LEADS = {
    "staff",
    "complaints",
    "ratings",
    "broadcast",
    "answers",
    "pages",
    "campaigns",
    "readings",
    "problems",
    "bind",
}


def handled(router: Router) -> Iterator[str]:
    """The commands that a router or one inside it answers."""
    for handler in router.message.handlers:
        for each in handler.filters or ():
            if isinstance(each.callback, Command):
                yield from (str(name) for name in each.callback.commands)
    for inside in router.sub_routers:
        yield from handled(inside)


def parts(role: Role) -> tuple[set[str], set[str]]:
    """The commands named for the group, and those for the desk."""
    group, desk = read(staff_help(role, None, T).text).split(read(T.get("help-on-desk")))
    return set(NAMED.findall(group)), set(NAMED.findall(desk))


@pytest.mark.parametrize("role", sorted(STAFF))
def test_every_command_named_is_answered_where_it_is_named(role: Role) -> None:
    group, desk = parts(role)
    assert group - {"bind"} <= set(handled(ROUTERS["staff_chat"]))
    # The desk itself answers every other word.
    assert desk - {"desk"} <= set(handled(ROUTERS["desk"]))


@pytest.mark.parametrize("role", sorted(STAFF))
def test_a_role_is_told_all_that_it_has_and_no_more(role: Role) -> None:
    group, desk = parts(role)
    assert (group | desk) & OF_LEADS == (OF_LEADS if role in LEADS else set())
    # What means something only while something is written there is said there.
    mine = set(handled(ROUTERS["desk"])) - OF_LEADS - {"a", "note", "at", "del", "cancel"}
    assert mine <= desk


def test_the_handbook_is_named_where_there_is_one() -> None:
    assert "https://example.org/handbook" in staff_help(Role.CASEWORKER, "https://example.org/handbook", T).text
    assert read(T.get("help-handbook", page="")).strip() not in read(staff_help(Role.CASEWORKER, None, T).text)


@pytest.mark.parametrize("language", ["uk", "en"])
def test_a_persons_help_names_only_commands_of_a_person(language: str) -> None:
    t = WORDING.to(language)
    named = set(re.findall(r"/(\w+)", read(t.get("screen-help", phone="", hours=""))))
    assert named
    assert named <= {each.command for each in person_commands(t)}
