"""What goes over to the new account, what the former one gets from then on (nothing), and how a mistake is undone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from casework.cases.edit_reply import EditedReply, edit_reply
from casework.cases.show_own import ShowOwn, show_own
from casework.complaints.file import FileComplaint, file_complaint
from casework.context import Actor
from casework.errors import NoSuchCase, Stale, TooLate
from casework.letters import kinds
from casework.letters.write import FROZEN
from casework.people.consent import Agree, agree
from casework.people.erase import Erase, erase
from casework.people.meet import Met, meet
from casework.returning.undo import UndoReturn, undo_return
from casework.upkeep.forget import Forget, forget
from db.models import Case, Complaint, Letter, OnBehalf, Person
from db.repositories import people
from rules.returning import UNDO_FOR
from rules.roles import Role
from tests.casework.returning.returners import PHONE, asks, known, newest, says_yes
from tests.casework.world import World, machine


@pytest.fixture
async def hanna(world: World) -> Actor:
    """Somebody who had an account and lost it."""
    return await known(world, await world.person("Ганна Ткач"))


@pytest.fixture
async def former(world: World, hanna: Actor, iryna: Actor) -> Case:
    """Her open case, with a topic; everything has arrived."""
    case = await world.taken(hanna, iryna, "Потрібні дрова")
    await world.topic(case)
    return case


async def comes_back(world: World, new: Actor, member: Actor, former: Actor) -> Case:
    """The whole way to a yes; the request."""
    request = await asks(world, new)
    check = await says_yes(world, member, request, former)
    assert check.state == "confirmed"
    return request


async def meets(world: World, account: int) -> Actor:
    """Somebody writes from an account of Telegram."""
    met = await meet(world.ctx(Actor(Role.STRANGER)), Met(account, "uk", wrote=True))
    return Actor(Role.PERSON, met.id, None, account)


async def unsent_to(world: World, chat_id: int | None) -> list[str]:
    over = (Letter.sent_at, Letter.dropped_at)
    await world.uow.session.flush()
    query = select(Letter.kind).where(Letter.chat_id == chat_id, *(each.is_(None) for each in over))
    return list(await world.uow.session.scalars(query))


async def test_open_and_closed_cases_go_over_and_the_topics_say_so(
    world: World, olena: Actor, hanna: Actor, iryna: Actor, former: Case
) -> None:
    closed = await world.case(hanna)
    closed.state, closed.turn, closed.closed_at, closed.result = "closed", "nobody", world.now, "helped"
    own = await world.case(olena, "Моє власне")
    request = await comes_back(world, olena, iryna, hanna)
    assert {each.person_id for each in (former, closed, own, request)} == {olena.id}
    assert former.owner_id == iryna.id
    assert (await world.history(former))[-1] == (await world.history(request))[-1] == "return-confirmed"
    assert "return-confirmed" in await world.kinds_to(olena)
    news = {letter.case_id for letter in await world.waiting(kinds.CaseNews)}
    assert news == {former.id, closed.id, request.id}
    assert former.id in {letter.case_id for letter in await world.waiting(kinds.Card)}
    [latest, *_] = await people.last_readings(world.uow.session, olena.id or 0, None)
    assert (latest.what, latest.staff_id) == ("return", iryna.id)


async def test_what_follows_a_case_goes_along(
    world: World, olena: Actor, mykola: Actor, hanna: Actor, iryna: Actor, former: Case
) -> None:
    await file_complaint(world.ctx(hanna), FileComplaint(former.id, "Довго чекаю"))
    of_another = await world.case(mykola)
    row = OnBehalf(case_id=of_another.id, beneficiary_id=hanna.id, relation="neighbour", agreement="confirmed")
    row.reporter_shown = True
    world.uow.session.add(row)
    (await world.row(hanna)).audience = "displaced"
    await world.uow.session.flush()
    request = await comes_back(world, olena, iryna, hanna)
    [complaint] = await world.uow.session.scalars(select(Complaint))
    assert (complaint.person_id, row.beneficiary_id, of_another.person_id) == (olena.id, olena.id, mykola.id)
    assert (await world.row(olena)).audience == "displaced"
    await undo_return(world.ctx(await world.staff(Role.SUPERVISOR, "Оксана")), UndoReturn(request.id))
    assert (complaint.person_id, row.beneficiary_id) == (hanna.id, hanna.id)
    assert (await world.row(olena)).audience is None


async def test_the_former_account_is_a_newcomer_who_gets_nothing(
    world: World, olena: Actor, hanna: Actor, iryna: Actor, former: Case
) -> None:
    await world.answers(iryna, former, "Ще не надіслана відповідь")
    assert "staff-reply" in await unsent_to(world, hanna.telegram_id)
    await comes_back(world, olena, iryna, hanna)
    assert await unsent_to(world, hanna.telegram_id) == []
    assert "staff-reply" in await unsent_to(world, olena.telegram_id)
    stranger = await meets(world, hanna.telegram_id or 0)
    assert stranger.id not in (hanna.id, olena.id)
    row = await world.row(stranger)
    assert (row.name, row.phone, row.welcomed_at) == (None, None, None)
    async with world.refused(NoSuchCase):
        await show_own(world.ctx(stranger), ShowOwn(former.id))


async def test_an_answer_that_found_nobody_at_the_old_account_reaches_the_new_one(
    world: World, olena: Actor, hanna: Actor, iryna: Actor, former: Case
) -> None:
    await world.answers(iryna, former, "Відповідь")
    [reply] = await world.waiting(kinds.StaffReply)
    reply.parked_at, reply.reason = world.now, "deactivated"
    (await world.row(hanna)).unreachable_since = world.now
    await comes_back(world, olena, iryna, hanna)
    [again] = await world.waiting(kinds.StaffReply)
    assert (again.id, again.chat_id, again.lane) == (reply.id, olena.telegram_id, f"p:{olena.telegram_id}")


async def test_what_staff_write_and_change_goes_to_the_new_chat(
    world: World, olena: Actor, hanna: Actor, iryna: Actor, former: Case
) -> None:
    _, number = await world.answers(iryna, former, "Надішліть копію")
    await world.deliver()
    await comes_back(world, olena, iryna, hanna)
    await world.deliver()
    await world.messages(former)
    await edit_reply(world.ctx(iryna), EditedReply(former.topic_chat_id or 0, number, "Надішліть дві копії"))
    await world.answers(iryna, former, "І ще одне")
    sent = [(letter.kind, letter.chat_id, sight) for letter, sight in await world.deliver() if letter.person_id]
    replies = [(kind, chat, getattr(sight.shows, "text", None)) for kind, chat, sight in sent if kind == "staff-reply"]
    assert replies == [
        ("staff-reply", olena.telegram_id, "Надішліть дві копії"),
        ("staff-reply", olena.telegram_id, "І ще одне"),
    ]
    await world.messages(former)
    # Now it stands there: the next change is a change.
    await edit_reply(world.ctx(iryna), EditedReply(former.topic_chat_id or 0, number, "Три копії"))
    sent = [(letter.kind, letter.chat_id, sight) for letter, sight in await world.deliver() if letter.person_id]
    assert [(kind, chat) for kind, chat, _ in sent] == [("staff-reply-edited", olena.telegram_id)]


async def test_letters_of_a_family_stay_frozen_at_the_new_account(
    world: World, olena: Actor, hanna: Actor, iryna: Actor, andrii: Actor, former: Case
) -> None:
    row = await world.row(hanna)
    row.human_only, row.frozen_at, row.frozen_by = True, world.now, andrii.id
    await world.answers(iryna, former, "Зупинений лист")
    request = await asks(world, olena)
    await says_yes(world, iryna, request, hanna)
    await says_yes(world, andrii, request, hanna)
    waits = {letter.kind: letter.not_before for letter in await world.waiting(to=olena) if letter.slot_id is None}
    assert waits["staff-reply"] == waits["return-confirmed"] == FROZEN


async def test_drafts_stay_where_nobody_reads_them(
    world: World, olena: Actor, hanna: Actor, iryna: Actor, former: Case
) -> None:
    await world.says(hanna, "Не надіслане", new=True)
    await comes_back(world, olena, iryna, hanna)
    assert [draft.text for draft in await world.drafts(hanna)] == ["Не надіслане"]
    assert await world.drafts(olena) == []
    assert await world.drafts(await meets(world, hanna.telegram_id or 0)) == []


async def test_a_mistake_is_undone_and_both_are_told(
    world: World, olena: Actor, hanna: Actor, iryna: Actor, lead: Actor, former: Case
) -> None:
    own = await world.case(olena, "Моє власне")
    _, number = await world.answers(iryna, former, "Надішліть копію")
    await world.deliver()
    request = await comes_back(world, olena, iryna, hanna)
    await world.answers(iryna, former, "Слова для Ганни")
    await world.messages(former)
    await undo_return(world.ctx(lead), UndoReturn(request.id))
    assert (former.person_id, own.person_id, request.person_id) == (hanna.id, olena.id, olena.id)
    assert (await world.row(hanna)).telegram_id == hanna.telegram_id
    assert (await world.history(former))[-2:] == ["replied", "return-undone"]
    assert {"staff-reply", "return-restored"} <= set(await world.kinds_to(hanna))
    assert "staff-reply" not in await world.kinds_to(olena)
    assert "return-undone" in await world.kinds_to(olena)
    await edit_reply(world.ctx(iryna), EditedReply(former.topic_chat_id or 0, number, "Надішліть дві копії"))
    sent = {letter.chat_id for letter, _ in await world.deliver() if "staff-reply" in letter.kind}
    assert sent == {hanna.telegram_id}
    async with world.refused(Stale):
        await undo_return(world.ctx(lead), UndoReturn(request.id))


async def test_whoever_met_us_by_the_former_account_meanwhile_is_one_with_it_again(
    world: World, olena: Actor, hanna: Actor, iryna: Actor, lead: Actor, former: Case
) -> None:
    request = await comes_back(world, olena, iryna, hanna)
    again = await meets(world, hanna.telegram_id or 0)
    since = await world.case(await agreed(world, again), "Де моє звернення?")
    (await world.row(again)).covered = True
    await undo_return(world.ctx(lead), UndoReturn(request.id))
    assert {former.person_id, since.person_id} == {hanna.id}
    row = await world.row(hanna)
    assert (row.telegram_id, row.covered, (await world.row(again)).telegram_id) == (hanna.telegram_id, True, None)


async def agreed(world: World, actor: Actor) -> Actor:
    await agree(world.ctx(actor), Agree("Ганна"))
    return actor


async def test_after_its_time_nothing_is_undone_and_the_former_row_is_empty(
    world: World, olena: Actor, hanna: Actor, iryna: Actor, lead: Actor, former: Case
) -> None:
    request = await comes_back(world, olena, iryna, hanna)
    world.wait(seconds=(UNDO_FOR + timedelta(minutes=1)).total_seconds())
    async with world.refused(TooLate):
        await undo_return(world.ctx(lead), UndoReturn(request.id))
    await forget(machine(world), Forget())
    check, row = await newest(world), await world.row(hanna)
    assert (check.state, check.former_account, check.phone, check.moved) == ("settled", None, None, {})
    assert (row.name, row.phone, row.phone_hash) == (None, None, None)
    assert former.person_id == olena.id
    async with world.refused(TooLate):
        await undo_return(world.ctx(lead), UndoReturn(request.id))


async def test_erasing_from_the_new_account_erases_what_the_former_row_holds(
    world: World, olena: Actor, hanna: Actor, iryna: Actor, former: Case
) -> None:
    await comes_back(world, olena, iryna, hanna)
    await erase(world.ctx(olena), Erase())
    assert former.erased_at == world.now
    row = await world.row(hanna)
    assert (row.name, row.phone, await people.standing_consent(world.uow.session, row.id)) == (None, None, None)
    assert (await newest(world)).state == "settled"


async def test_a_second_lost_phone_is_found_by_the_new_row(
    world: World, olena: Actor, mykola: Actor, hanna: Actor, iryna: Actor, lead: Actor, former: Case
) -> None:
    first = await comes_back(world, olena, iryna, hanna)
    await comes_back(world, mykola, lead, olena)
    assert (former.person_id, first.person_id) == (mykola.id, mykola.id)
    assert (await world.uow.session.get_one(Person, mykola.id)).phone == PHONE
    # The first decision can't be undone over the second one's head: its cases are not that person's any more.
    await undo_return(world.ctx(lead), UndoReturn(first.id))
    assert former.person_id == mykola.id
