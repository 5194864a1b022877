"""People and their blocks."""

import pytest

from simulator.client import RefusedError
from tests.simulator.conftest import Desk


async def test_people_get_ids_from_1001_unless_they_bring_one(desk: Desk) -> None:
    assert await desk.people.user("Олена") == 1001
    assert await desk.people.user("Петро", id=5005) == 5005
    assert await desk.people.user("Ірина", side="staff", about="фахівчиня") == 1002
    listed = {user["id"]: user for user in await desk.people.users()}
    assert (listed[1002]["side"], listed[1002]["about"], listed[1001]["side"]) == ("staff", "фахівчиня", "person")


async def test_the_same_id_again_changes_what_is_known(desk: Desk) -> None:
    await desk.people.user("Олена", id=7, language_code="uk")
    await desk.people.user("Олена", id=7, language_code="en", phone="+380501234567")
    (user,) = await desk.people.users()
    assert (user["language_code"], user["phone"]) == ("en", "+380501234567")


@pytest.mark.parametrize("details", [{"id": 100}, {"id": -5}, {"side": "admin"}])
async def test_a_person_that_cannot_be_is_refused(desk: Desk, details: dict[str, object]) -> None:
    with pytest.raises(RefusedError):
        await desk.people.user("Олена", **details)


async def test_the_bot_learns_of_a_block_and_of_its_end(desk: Desk) -> None:
    person = await desk.beneficiary()
    await desk.updates()
    await desk.people.block(person)
    await desk.people.block(person)
    await desk.people.unblock(person)
    changes = [update.my_chat_member for update in await desk.updates()]
    assert [change.new_chat_member.status for change in changes if change] == ["kicked", "member"]
    assert changes[0] is not None
    assert changes[0].chat.type == "private"
    with pytest.raises(RefusedError, match="no such person"):
        await desk.people.block(4711)


async def test_a_person_who_blocked_the_bot_does_not_write_to_it(desk: Desk) -> None:
    person = await desk.beneficiary()
    await desk.people.block(person)
    with pytest.raises(RefusedError, match="blocked"):
        await desk.people.write(person, person, "агов")


async def test_the_bots_own_user_can_be_asked_for(desk: Desk) -> None:
    assert (await desk.people.me())["username"] == "suprovid_demo_bot"
