"""How people become staff and a group becomes theirs; and how neither happens."""

from __future__ import annotations

import asyncio

from bot.telegram.profile import desk_commands
from casework.staff.invite import JOIN_PREFIX
from rules.roles import Role
from tests.conversations.stage import Stage
from tests.conversations.talkers import GENERAL, Worker
from tests.conversations.words import CONSENT, WORDING, label, piece


async def test_a_link_works_once(empty_stage: Stage) -> None:
    code = await empty_stage.invitation("Ірина")
    first, second = await empty_stage.person("Перша"), await empty_stage.person("Друга")
    await first.send(f"/start {JOIN_PREFIX}{code}")
    await first.sees(piece("letter-staff-joined"))
    await second.send(f"/start {JOIN_PREFIX}{code}")
    await second.sees(piece("letter-join-failed"))
    await empty_stage.settled()
    assert await empty_stage.count("SELECT count(*) FROM staff") == 1


async def test_a_link_followed_by_many_at_once_makes_one_staff_member(empty_stage: Stage) -> None:
    code = await empty_stage.invitation("Ірина")
    crowd = [await empty_stage.person(f"Хтось {n}") for n in range(10)]
    await asyncio.gather(*(each.send(f"/start {JOIN_PREFIX}{code}") for each in crowd))
    await empty_stage.settled()
    assert await empty_stage.count("SELECT count(*) FROM staff") == 1


async def test_a_link_that_was_never_given_or_is_old_is_refused_kindly(empty_stage: Stage) -> None:
    code = await empty_stage.invitation("Ірина")
    person = await empty_stage.person("Хтось")
    await person.send(f"/start {JOIN_PREFIX}made-up-code")
    await person.sees(piece("letter-join-failed"))
    await empty_stage.later(days=4)
    at = await person.send(f"/start {JOIN_PREFIX}{code}")
    await person.sees_new(piece("letter-join-failed"), at)
    await empty_stage.settled()
    assert await empty_stage.count("SELECT count(*) FROM staff") == 0


async def test_a_second_link_gives_the_same_person_another_role(staffed: Stage) -> None:
    code = await staffed.invitation("Ірина", Role.SUPERVISOR)
    await staffed.iryna.send(f"/start {JOIN_PREFIX}{code}")
    await staffed.iryna.sees(label("role-supervisor"))
    assert await staffed.count("SELECT count(*) FROM staff") == 3


async def test_a_second_link_brings_the_menu_of_the_new_role(staffed: Stage) -> None:
    def menu() -> list[str]:
        set_for = staffed.simulator.world.bot.commands
        key = next(key for key in set_for if f'"chat_id": {staffed.iryna.id}' in key)
        return [each["command"] for each in set_for[key]]

    def menu_of(*, leads: bool) -> list[str]:
        return [each.command for each in desk_commands(WORDING.to("uk"), leads=leads).commands]

    await staffed.settled()
    assert menu() == menu_of(leads=False)
    code = await staffed.invitation("Ірина", Role.SUPERVISOR)
    await staffed.iryna.send(f"/start {JOIN_PREFIX}{code}")
    await staffed.settled()
    assert menu() == menu_of(leads=True)


async def test_another_payload_is_a_plain_start(empty_stage: Stage) -> None:
    person = await empty_stage.person("Олена")
    await person.send("/start case-1")
    await person.sees(CONSENT)


async def test_only_a_supervisor_binds_a_group(staffed: Stage) -> None:
    await staffed.gather()
    code = await staffed.bind_code()
    await staffed.iryna.says(GENERAL, f"/bind {code}")
    await staffed.iryna.whispered(GENERAL, label("refusal-not-allowed"))
    stranger = await staffed.outsider("Хтось")
    await stranger.says(GENERAL, f"/bind {code}")
    await stranger.whispered(GENERAL, label("whisper-not-staff"))
    await staffed.people.write(staffed.group, "anonymous", f"/bind {code}")
    await staffed.settled()
    assert await staffed.count("SELECT count(*) FROM staff_groups") == 0
    await staffed.svitlana.says(GENERAL, f"/bind {code}")
    await staffed.svitlana.reads(GENERAL, piece("letter-group-bound"))


async def test_a_wrong_a_missing_and_a_spent_code_bind_nothing(staffed: Stage) -> None:
    await staffed.gather()
    svitlana = staffed.svitlana
    await svitlana.says(GENERAL, "/bind")
    await svitlana.whispered(GENERAL, label("whisper-bind-usage"))
    await svitlana.says(GENERAL, "/bind made-up-code")
    await svitlana.whispered(GENERAL, label("refusal-code-not-valid"))
    code = await staffed.bind_code()
    await svitlana.says(GENERAL, f"/bind {code}")
    await svitlana.reads(GENERAL, piece("letter-group-bound"))
    other = Worker(staffed, svitlana.id, svitlana.name)
    first, staffed.group = staffed.group, 0
    await staffed.gather()
    await other.says(GENERAL, f"/bind {code}")
    await other.whispered(GENERAL, label("refusal-code-not-valid"))
    assert [row[0] for row in await staffed.rows("SELECT chat_id FROM staff_groups")] == [first]


async def test_a_bound_group_is_not_bound_again(stage: Stage) -> None:
    await stage.svitlana.says(GENERAL, f"/bind {await stage.bind_code()}")
    await stage.svitlana.whispered(GENERAL, label("refusal-group-taken"))


async def test_a_group_without_topics_is_not_bound_and_says_what_to_do(staffed: Stage) -> None:
    await staffed.gather(is_forum=False)
    await staffed.svitlana.says(GENERAL, f"/bind {await staffed.bind_code()}")
    await staffed.settled()
    assert await staffed.count("SELECT count(*) FROM staff_groups") == 0
    said = await staffed.people.messages(staffed.group, reader=staffed.svitlana.id)
    assert any(label("refusal-no-topics") in each.text for each in said.messages)
