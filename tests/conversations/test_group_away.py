"""The bot is removed from its group, or loses its rights: nothing is lost, leads hear what to do, all of it comes."""

from __future__ import annotations

import pytest

from tests.conversations.stage import Stage
from tests.conversations.talkers import Talker
from tests.conversations.words import OPEN_CASE, RECEIVED, piece

BOT = 4242
RIGHTS = {"can_manage_topics": True, "can_delete_messages": True, "can_pin_messages": True}
BACK = piece("letter-group-back")
AWAY = "SELECT away_reason FROM staff_groups"


def what_to_do(reason: str) -> str:
    return piece("group-away-do", reason=reason)


async def opens(person: Talker, words: str) -> None:
    """A person opens a case while the group sees nothing of it."""
    await person.send(words)
    await person.press(OPEN_CASE)
    await person.sees(RECEIVED)


@pytest.mark.parametrize("how", ["kicked", "left"])
async def test_removed_and_added_again(stage: Stage, how: str) -> None:
    olena = await stage.agreed("Олена")
    await stage.settled()
    await stage.people.set_member(stage.group, BOT, how)
    await stage.svitlana.sees(what_to_do("removed"))
    await opens(olena, "Потрібні дрова")
    await stage.svitlana.send("/desk")
    await stage.svitlana.sees(piece("screen-desk-home-away"))
    await stage.people.set_member(stage.group, BOT, "member", {})
    await stage.svitlana.sees(what_to_do("no-rights"))
    await stage.people.set_member(stage.group, BOT, "administrator", RIGHTS)
    await stage.svitlana.sees(BACK)
    await stage.people.wait_for(stage.group, lambda shown: "Потрібні дрова" in shown.text)
    await stage.settled()
    assert piece("screen-desk-home-away") not in "\n".join(await stage.iryna.got())
    assert sum(what_to_do("removed") in said for said in await stage.svitlana.got()) <= 2, "the letter, and the desk"
    assert BACK not in await stage.iryna.phone(), "leads only"


async def test_without_the_right_to_make_topics(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    mykola = await stage.agreed("Микола")
    await stage.settled()
    await stage.people.set_member(stage.group, BOT, "administrator", {**RIGHTS, "can_manage_topics": False})
    await stage.svitlana.sees(what_to_do("no-rights"))
    await opens(mykola, "Потрібна довідка")
    await olena.send("А коли?")
    await stage.iryna.reads(thread, "А коли?")
    assert await stage.rows(AWAY) == [("no-rights",)], "that one topic works says nothing of the right to make others"
    await stage.people.set_member(stage.group, BOT, "administrator", RIGHTS)
    await stage.svitlana.sees(BACK)
    await stage.people.wait_for(stage.group, lambda shown: "Потрібна довідка" in shown.text)
    await stage.settled()
    assert sum(BACK in said for said in await stage.svitlana.got()) == 1


async def test_topics_switched_off_and_on_tells_nobody_but_the_calls(stage: Stage) -> None:
    olena = await stage.agreed("Олена")
    await stage.settled()
    await stage.people.change_group(stage.group, is_forum=False)
    await opens(olena, "Потрібні дрова")
    await stage.svitlana.sees(what_to_do("no-forum"))
    await stage.until(AWAY, "no-forum")
    await stage.people.change_group(stage.group, is_forum=True)
    await stage.svitlana.sees(BACK)
    await stage.people.wait_for(stage.group, lambda shown: "Потрібні дрова" in shown.text)
    await stage.settled()
    assert await stage.rows(AWAY) == [(None,)]


async def test_removed_while_nothing_told_the_bot_is_found_by_the_first_call(stage: Stage) -> None:
    """As after a restart a day later, when Telegram has forgotten what it could not tell."""
    olena = await stage.agreed("Олена")
    await stage.settled()
    await stage.people.fault("403", method="createForumTopic", description="Forbidden: bot was kicked", times=1)
    await opens(olena, "Потрібні дрова")
    await stage.svitlana.sees(what_to_do("removed"))
    await stage.svitlana.sees(BACK)
    await stage.people.wait_for(stage.group, lambda shown: "Потрібні дрова" in shown.text)


async def test_a_group_that_is_not_ours_is_no_news(stage: Stage) -> None:
    other = await stage.people.group("Чужа", [await stage.people.user("Хтось")])
    await stage.people.set_member(other, BOT, "kicked")
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM letters WHERE kind LIKE 'group-%'") == 0
