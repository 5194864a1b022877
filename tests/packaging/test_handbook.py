"""The handbook is true: its pictures are there and made by the script, its commands are those of staff."""

from __future__ import annotations

import re

from bot.telegram.profile import desk_commands, group_commands
from bot.texts.wording import Wording
from tests.house.source_tree import ROOT
from tests.packaging.configuration import read
from tests.packaging.documents import chat_commands
from tests.page.pictures import FOLDER, PICTURES

HANDBOOK = read(ROOT, "docs/handbook.uk.md")
LARGEST = 120_000
"""Bytes of a picture."""
T = Wording().to("uk")


def staffs_commands() -> set[str]:
    """Everything that staff can say, in the group and on the desk."""
    listed = [*group_commands(T, leads=True), *desk_commands(T, leads=True).commands]
    return {each.command for each in listed}


def test_each_picture_is_there_is_shown_and_is_made_by_the_script() -> None:
    shown = re.findall(r"!\[[^\]]+\]\(pictures/(\w+)\.png\)", HANDBOOK)
    assert sorted(shown) == sorted(PICTURES) == sorted(path.stem for path in FOLDER.glob("*"))
    assert all(path.stat().st_size <= LARGEST for path in FOLDER.glob("*"))


def test_each_command_named_is_one_of_staff() -> None:
    # A person's own, named where the handbook says what they can do.
    assert chat_commands(HANDBOOK) - {"privacy", "recreation"} <= staffs_commands()
    assert chat_commands("`/dance`") - staffs_commands() == {"dance"}


def test_all_that_staff_can_say_stands_in_the_handbook() -> None:
    assert staffs_commands() - chat_commands(HANDBOOK) == set()
