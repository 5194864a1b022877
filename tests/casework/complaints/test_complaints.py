"""A complaint reaches leads who had no hand in the case, nobody else, and is answered by the law's dates."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from casework.cases.close import Close, close
from casework.complaints.answer import Answer, AskAnswer, ShowComplaints, answer, ask_answer, show_complaints
from casework.complaints.file import AskComplaint, FileComplaint, ask_complaint, file_complaint
from casework.complaints.remind import RemindOfComplaints, remind_of_complaints
from casework.context import Actor
from casework.errors import NoSuchCase, NotPermitted, Stale
from casework.letters import kinds
from casework.letters.sights import ComplaintAskSight, ComplaintFiledSight, ComplaintsSight, SummarySight
from casework.people.erase import Erase, erase
from casework.upkeep.forget import Forget, forget
from db.models import Case, Complaint, Letter
from rules.local_time import local_date
from rules.roles import Role
from tests.casework.world import CATALOGUE, ELSEWHERE, World, machine


@pytest.fixture
async def case(world: World, olena: Actor, iryna: Actor) -> Case:
    """Ірина's case in its topic; nothing waits to be sent."""
    made = await world.taken(olena, iryna, "Потрібні дрова")
    await world.topic(made)
    return made


async def complain(world: World, olena: Actor, case: Case, words: str = "Довго чекала") -> Complaint:
    complaint = await file_complaint(world.ctx(olena), FileComplaint(case.id, words))
    assert complaint is not None
    return complaint


async def test_it_is_kept_with_its_dates_and_a_named_reader(
    world: World, olena: Actor, lead: Actor, case: Case
) -> None:
    complaint = await complain(world, olena, case)
    assert (complaint.words, complaint.reviewer_id) == ("Довго чекала", lead.id)
    assert local_date(complaint.simple_by).isoformat() == "2026-03-26"
    assert local_date(complaint.answer_by).isoformat() == "2026-04-11"
    assert (await world.history(case))[-1] == "complained"
    assert await world.kinds_to(olena) == ["my-case", "complaint-received"]


async def test_only_free_leads_hear_of_it(world: World, olena: Actor, lead: Actor, iryna: Actor, case: Case) -> None:
    admin = await world.staff(Role.ADMIN, "Оксана")
    busy = await world.staff(Role.SUPERVISOR, "Галина")
    elsewhere = await world.staff(Role.SUPERVISOR, "Чужа", ELSEWHERE)
    await world.answers(busy, case, "Я допоможу")
    await world.deliver()
    await complain(world, olena, case)
    to = {letter.chat_id for letter in await world.waiting(kinds.ComplaintFiled)}
    assert to == {lead.telegram_id, admin.telegram_id}
    assert {busy.telegram_id, iryna.telegram_id, elsewhere.telegram_id}.isdisjoint(to)
    assert [letter.kind for letter in await world.waiting() if letter.lane.startswith(("c:", "g:"))] == []


async def test_no_view_of_staffs_shows_that_there_is_one(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    await complain(world, olena, case)
    await world.deliver()
    for kind in (kinds.TopicSummary(case.id, 1), kinds.Card(case.id), kinds.TopicHead(case.id),
                 kinds.DeskHome(iryna.id or 0), kinds.DeskDetails(case.id, iryna.id or 0)):  # fmt: skip
        row = Letter(lane="p:1", priority=2, kind=kind.kind, facts=kind.facts(), chat_id=1, written_at=world.now)
        sight = await world.sight(row)
        assert sight is not None
        assert "complain" not in str(sight.shows), kind.kind
        if isinstance(sight.shows, SummarySight):
            assert [line.event for line in sight.shows.events] == ["opened", "taken", "topic-made"]


async def test_where_every_lead_worked_on_it_somebody_outside_is_named(world: World, olena: Actor, lead: Actor) -> None:
    case = await world.taken(olena, lead)
    assert not await ask_complaint(world.ctx(olena), AskComplaint(case.id))
    assert await file_complaint(world.ctx(olena), FileComplaint(case.id, "Довго")) is None
    [letter] = [each for each in await world.waiting(to=olena) if each.kind == "complaint-ask"]
    sight = await world.sight(letter)
    assert sight is not None
    assert isinstance(sight.shows, ComplaintAskSight)
    assert sight.shows.reviewer is None
    assert sight.shows.elsewhere == CATALOGUE.organisations["luhansk"].complaint["uk"]


async def test_words_of_danger_bring_the_hotlines(world: World, olena: Actor, case: Case) -> None:
    await complain(world, olena, case, "Чоловік мене б’є, а ви мовчите")
    assert (await world.kinds_to(olena))[0] == "hotlines"


async def test_the_answer_reaches_the_person_and_counts_once(
    world: World, olena: Actor, lead: Actor, case: Case
) -> None:
    complaint = await complain(world, olena, case)
    await world.deliver()
    await ask_answer(world.ctx(lead), AskAnswer(complaint.id))
    await answer(world.ctx(lead), Answer(complaint.id, "Перепрошуємо"))
    assert (complaint.answer, complaint.answered_by, complaint.answered_at) == ("Перепрошуємо", lead.id, world.now)
    assert (await world.history(case))[-1] == "complaint-answered"
    assert "complaint-answered" in await world.kinds_to(olena)
    for late in (Answer(complaint.id, "Ще раз"), Answer(complaint.id, "Перепрошуємо")):
        async with world.refused(Stale):
            await answer(world.ctx(lead), late)
    async with world.refused(Stale):
        await ask_answer(world.ctx(lead), AskAnswer(complaint.id))


async def test_a_lead_with_a_hand_in_the_case_finds_none(world: World, olena: Actor, case: Case) -> None:
    busy = await world.staff(Role.SUPERVISOR, "Галина")
    await world.answers(busy, case, "Я допоможу")
    complaint = await complain(world, olena, case)
    await show_complaints(world.ctx(busy), ShowComplaints())
    [letter] = await world.waiting(kinds.ComplaintsScreen)
    sight = await world.sight(letter)
    assert sight is not None
    assert sight.shows == ComplaintsSight(())
    async with world.refused(NoSuchCase):
        await ask_answer(world.ctx(busy), AskAnswer(complaint.id))
    async with world.refused(NoSuchCase):
        await answer(world.ctx(busy), Answer(complaint.id, "Нічого не було"))


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.ADMIN])
async def test_another_organisations_leads_find_none(world: World, olena: Actor, case: Case, role: Role) -> None:
    complaint = await complain(world, olena, case)
    stranger = await world.staff(role, "Чужа", ELSEWHERE)
    for complaint_id in (complaint.id, 10**15, 0):
        async with world.refused(NoSuchCase):
            await ask_answer(world.ctx(stranger), AskAnswer(complaint_id))
        async with world.refused(NoSuchCase):
            await answer(world.ctx(stranger), Answer(complaint_id, "Ні"))


async def test_caseworkers_may_do_nothing_with_complaints(world: World, iryna: Actor, andrii: Actor) -> None:
    for member in (iryna, andrii):
        async with world.refused(NotPermitted, act="complaint.show"):
            await show_complaints(world.ctx(member), ShowComplaints())
        async with world.refused(NotPermitted, act="complaint.answer"):
            await answer(world.ctx(member), Answer(1, "Ні"))


async def test_leads_are_reminded_once_a_day_near_the_deadline_until_it_is_answered(
    world: World, olena: Actor, lead: Actor, case: Case
) -> None:
    complaint = await complain(world, olena, case)
    world.now = complaint.answer_by
    world.wait(days=-4)
    assert await remind_of_complaints(machine(world), RemindOfComplaints()) == 0
    world.wait(days=2)
    assert await remind_of_complaints(machine(world), RemindOfComplaints()) == 1
    world.wait(hours=1)
    assert await remind_of_complaints(machine(world), RemindOfComplaints()) == 0
    world.wait(days=4)
    assert await remind_of_complaints(machine(world), RemindOfComplaints()) == 1
    await answer(world.ctx(lead), Answer(complaint.id, "Перепрошуємо"))
    world.wait(days=1)
    assert await remind_of_complaints(machine(world), RemindOfComplaints()) == 0


async def test_it_is_erased_with_its_person_and_forgotten_in_time(
    world: World, olena: Actor, mykola: Actor, lead: Actor, iryna: Actor, case: Case
) -> None:
    other = await world.taken(mykola, iryna)
    theirs = await complain(world, mykola, other)
    mine = await complain(world, olena, case)
    await answer(world.ctx(lead), Answer(theirs.id, "Перепрошуємо"))
    await erase(world.ctx(olena), Erase())
    await world.uow.session.refresh(mine)
    assert (mine.words, mine.answer, theirs.words) == (None, None, "Довго чекала")
    world.wait(days=CATALOGUE.retention["complaint"].days - 1)
    assert (await forget(machine(world), Forget())).complaints == 0
    world.wait(days=2)
    assert (await forget(machine(world), Forget())).complaints == 1
    [words] = await world.uow.session.scalars(select(Complaint.words).where(Complaint.id == theirs.id))
    assert words is None


async def test_an_erased_case_takes_no_complaint(world: World, olena: Actor, case: Case) -> None:
    await erase(world.ctx(olena), Erase())
    async with world.refused(Stale):
        await ask_complaint(world.ctx(olena), AskComplaint(case.id))
    assert await file_complaint(world.ctx(olena), FileComplaint(case.id, "Довго")) is None


async def test_a_closed_case_may_be_complained_of(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    await close(world.ctx(iryna), Close(case.id, "helped"))
    assert (await complain(world, olena, case)).case_id == case.id
    assert case.state == "closed"


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=4096))
async def test_whatever_is_written_arrives_whole_on_the_leads_desk(
    world: World, olena: Actor, case: Case, words: str
) -> None:
    await world.deliver()
    complaint = await complain(world, olena, case, words)
    said = [
        sight.shows.text
        for letter, sight in await world.deliver()
        if isinstance(sight.shows, ComplaintFiledSight) and letter.facts["complaint_id"] == complaint.id
    ]
    assert "".join("".join(said).split()) == "".join(words.split())
