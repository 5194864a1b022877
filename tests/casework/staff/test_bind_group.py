"""A group becomes a place of work by a one-time code of its own organisation."""

from __future__ import annotations

from dataclasses import replace

import pytest

from casework.cases.withdraw import Withdraw, withdraw
from casework.context import OPERATOR, Actor
from casework.errors import CodeNotValid, GroupTaken, NoTopics
from casework.files.attachment import Attachment
from casework.letters import kinds
from casework.letters.sights import GroupBoundSight
from casework.people.write import Written, write
from casework.staff.bind_group import BindGroup, bind_group
from casework.staff.invite import VALID_FOR, Invite, NewBindCode, invite, new_bind_code
from db.models import StaffGroup
from db.repositories import staff
from rules.files import FileKind
from rules.roles import Role
from tests.casework.world import CATALOGUE, ELSEWHERE, GROUP, HERE, OTHER_GROUP, World


async def bind(world: World, lead: Actor, code: str, chat_id: int = GROUP, *, is_forum: bool = True) -> StaffGroup:
    return await bind_group(world.ctx(lead), BindGroup(chat_id, code, is_forum))


async def new_code(world: World, organisation: str = HERE) -> str:
    return await new_bind_code(replace(world, organisation=organisation).ctx(OPERATOR), NewBindCode())


async def test_the_group_is_bound_and_says_so(bare: World, lead: Actor) -> None:
    await bare.deliver()
    group = await bind(bare, lead, await new_code(bare))
    assert (group.chat_id, group.organisation_id, group.bound_by) == (GROUP, lead.organisation_id, lead.id)
    assert (group.bound_at, group.unbound_at) == (bare.now, None)
    [(letter, sight)] = await bare.deliver()
    assert (letter.kind, letter.lane, letter.chat_id) == ("group-bound", f"g:{GROUP}", GROUP)
    assert sight.shows == GroupBoundSight(CATALOGUE.organisations[HERE].name["uk"])


async def test_a_code_binds_once(bare: World, lead: Actor) -> None:
    code = await new_code(bare)
    await bind(bare, lead, code)
    async with bare.refused(CodeNotValid):
        await bind(bare, lead, code, OTHER_GROUP)


async def test_a_code_of_any_other_kind_or_organisation_is_not_valid(bare: World, lead: Actor) -> None:
    invitation = await invite(bare.ctx(OPERATOR), Invite(Role.ADMIN, "Ірина"))
    for code in (invitation, await new_code(bare, ELSEWHERE), "", "x"):
        async with bare.refused(CodeNotValid):
            await bind(bare, lead, code)


async def test_after_three_days_the_code_is_over(bare: World, lead: Actor) -> None:
    code = await new_code(bare)
    bare.now += VALID_FOR
    async with bare.refused(CodeNotValid):
        await bind(bare, lead, code)


async def test_without_topics_it_is_refused_and_the_code_stays_good(bare: World, lead: Actor) -> None:
    code = await new_code(bare)
    async with bare.refused(NoTopics):
        await bind(bare, lead, code, is_forum=False)
    await bind(bare, lead, code)


async def test_a_bound_group_is_not_taken_over(world: World, lead: Actor) -> None:
    there = await world.staff(Role.SUPERVISOR, "Чужа", ELSEWHERE)
    for member, code in ((lead, await new_code(world)), (there, await new_code(world, ELSEWHERE))):
        async with world.refused(GroupTaken):
            await bind(world, member, code)


async def test_a_group_that_was_let_go_may_be_bound_again(world: World, lead: Actor) -> None:
    group = await staff.group(world.uow.session, GROUP)
    assert group is not None
    group.unbound_at = world.now
    again = await bind(world, lead, await new_code(world))
    assert again is group
    assert again.unbound_at is None


@pytest.mark.parametrize("organisation", [HERE])
async def test_open_cases_come_into_it_with_all_their_words(bare: World, lead: Actor, organisation: str) -> None:
    ivan = await bare.person()
    over = await bare.case(ivan, "Уже не треба")
    await withdraw(bare.ctx(ivan), Withdraw(over.id))
    case = await bare.case(ivan, "раз", "два")
    bare.organisation = ELSEWHERE
    foreign = await bare.case(ivan)
    await bare.deliver()
    await bind(bare, lead, await new_code(bare, organisation))
    assert (case.topic_chat_id, over.topic_chat_id, foreign.topic_chat_id) == (GROUP, None, None)
    sent = [letter.kind for letter, _ in await bare.deliver() if letter.lane == f"c:{case.id}"]
    assert sorted(sent) == ["card", "person-message", "person-message", "topic-head"]
    assert len(await bare.in_topic(case, kinds.PersonMessage)) == 2


async def test_the_first_bound_group_gets_new_cases(world: World, lead: Actor, olena: Actor) -> None:
    await world.bind(lead, OTHER_GROUP)
    assert (await world.case(olena)).topic_chat_id == GROUP


async def test_they_come_with_what_was_sent_beside_words(bare: World, lead: Actor) -> None:
    ivan = await bare.person()
    case = await bare.case(ivan, "раз")
    photo = Attachment(FileKind.PHOTO, "id", "unique", size=900)
    await write(bare.ctx(ivan), Written("", ivan.telegram_id or 0, 900, attached=photo))
    await bare.deliver()
    await bind(bare, lead, await new_code(bare, HERE))
    sent = [letter.kind for letter, _ in await bare.deliver() if letter.lane == f"c:{case.id}"]
    assert sorted(sent) == ["card", "person-files", "person-message", "topic-head"]
