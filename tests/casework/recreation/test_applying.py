"""An application: begun, sent, changed, withdrawn; each child goes its way, and nothing is promised."""

from __future__ import annotations

import json
from datetime import timedelta

from sqlalchemy import func, select

from casework.cases.details import ReadDetails, read_details
from casework.cases.withdraw import Withdraw, withdraw
from casework.context import Actor
from casework.errors import NotPermitted, Stale, TooLate
from casework.forms.cancel import CancelForm, cancel, drop
from casework.forms.filling import Pressed, Went
from casework.letters import kinds
from casework.lists.index import IndexSearch, index_search
from casework.people.erase import Erase, erase
from casework.recreation.begin import BeginApplication, ChangeApplication, begin_application, change_application
from casework.recreation.campaigns import MoveCampaign, move_campaign
from casework.recreation.passing import PassOn, pass_on
from casework.upkeep.forget import DropDrafts, drop_drafts
from db.models import Application, ApplicationChild, Case, FormDraft
from db.models.search import name_key
from db.repositories import search
from rules.forms import Problem
from rules.recreation.applications import Standing
from rules.recreation.campaigns import Move
from rules.recreation.editing import Field
from rules.recreation.eligibility import Way
from rules.recreation.passing import Wish
from tests.casework.recreation.programme import LAST_MOMENT, OBLAST, OWN, POLTAVA, Programme, answers, child
from tests.casework.world import World, machine

FORM = "form:recreation"


async def case_of(world: World, application: Application) -> Case:
    return await world.uow.session.get_one(Case, application.case_id, populate_existing=True)


async def count(world: World, model: type[Application | ApplicationChild | FormDraft]) -> int:
    await world.uow.session.flush()
    return await world.uow.session.scalar(select(func.count()).select_from(model)) or 0


async def test_sent_it_is_a_case_with_a_number_and_nobody_waits(
    programme: Programme, world: World, olena: Actor, iryna: Actor
) -> None:
    application = await programme.applies(olena)
    case = await case_of(world, application)
    assert (case.number, case.service, case.waiting_since) == ("LUH-2026-000001", "recreation", None)
    assert (application.state, application.filed_at) == (Standing.SUBMITTED, world.now)
    [one] = await programme.children(application)
    assert (one.name, one.way, one.hromada, one.state) == ("Коваленко Марко", Way.OBLAST, OBLAST[0], "submitted")
    assert (one.categories, one.age_band, one.stay, one.periods) == (["C13", "C06"], "age-7-17", "health", ["july"])
    assert await world.history(case) == ["opened", "applied"]
    assert "application-sent" in await world.kinds_to(olena)
    assert "case-received" not in await world.kinds_to(olena), "no date of an answer is promised"
    assert await count(world, FormDraft) == 0
    shown = await read_details(world.ctx(iryna), ReadDetails(case.id, "standing-in"))
    assert {line.step for line in shown.applied} >= {"name", "phone", "child", "born", "registered", "categories"}
    assert [each.name for each in shown.children] == ["Коваленко Марко"]


async def test_own_words_about_the_time_are_sealed_and_shown_to_staff_and_any_shift_is_open(
    programme: Programme, world: World, olena: Actor, iryna: Actor
) -> None:
    words = "коли бабуся повернеться з лікарні"
    application = await programme.applies(olena, child(period=f"said:{words}"))
    [one] = await programme.children(application)
    assert one.periods == []
    case = await case_of(world, application)
    shown = await read_details(world.ctx(iryna), ReadDetails(case.id, "standing-in"))
    [line] = [each for each in shown.applied if each.step == "period"]
    assert (line.text, line.options, line.unread) == (words, (), True)
    kept = [row for row in await world.everything() if row[0] in ("applications", "application_children")]
    assert kept
    assert "бабуся" not in repr(kept)


async def test_children_whose_hromada_takes_applications_are_never_refused(
    programme: Programme, world: World, olena: Actor
) -> None:
    application = await programme.applies(olena, child(), child("Коваленко Ганна", registered=OWN[0]))
    assert [(each.way, each.state) for each in await programme.children(application)] == [
        (Way.OBLAST, "submitted"),
        (Way.HROMADA, "submitted"),
    ]
    slot = f"pass:{application.id}:{OWN[0]}"
    assert await world.screen(olena, slot) == kinds.recreation.OwnHromadaScreen(application.id, OWN[0])
    assert await pass_on(world.ctx(olena), PassOn(application.id, OWN[0], Wish.PASS)) == 1
    case = await case_of(world, application)
    assert case.waiting_since == world.now, "somebody has to act"
    [_, passed] = await programme.children(application)
    assert (passed.passing, passed.passing_at, passed.state) == ("pass", world.now, "submitted")
    [told] = [each for each in await world.events(case) if each.kind == "passing-told"]
    assert told.facts == {"wish": "pass", "hromada": OWN[0], "children": 1}
    async with world.refused(Stale):
        await pass_on(world.ctx(olena), PassOn(application.id, OWN[0], Wish.SELF))


async def test_whoever_turns_to_the_hromada_themselves_is_done_with_us(
    programme: Programme, world: World, olena: Actor
) -> None:
    application = await programme.applies(olena, child(registered=OWN[0]))
    await pass_on(world.ctx(olena), PassOn(application.id, OWN[0], Wish.SELF))
    [one] = await programme.children(application)
    assert (one.state, (await programme.application(olena)).state) == ("handed-over", "handed-over")
    assert (await case_of(world, application)).waiting_since is None


async def test_nobody_answers_for_somebody_elses_children(
    programme: Programme, world: World, olena: Actor, mykola: Actor
) -> None:
    application = await programme.applies(olena, child(registered=OWN[0]))
    async with world.refused(Stale):
        await pass_on(world.ctx(mykola), PassOn(application.id, OWN[0], Wish.PASS))
    async with world.refused(Stale):
        await change_application(world.ctx(mykola), ChangeApplication(application.id))


async def test_a_child_without_a_registered_place_waits_for_a_human(
    programme: Programme, world: World, olena: Actor
) -> None:
    application = await programme.applies(
        olena, child(registered=None), child("Коваленко Ганна", registered="said:десь під Луганськом")
    )
    assert {each.way for each in await programme.children(application)} == {Way.HUMAN}
    assert (await case_of(world, application)).waiting_since == world.now


async def test_of_another_oblast_they_are_told_where_to_turn_and_nothing_is_kept(
    programme: Programme, world: World, olena: Actor
) -> None:
    draft = await programme.begins(olena)
    await programme.fills_in(draft, answers(child(registered=POLTAVA), child("Ганна К", registered="abroad:PL")))
    assert await programme.sends(olena, draft) is Went.ON
    assert await world.screen(olena, FORM) == kinds.recreation.ElsewhereScreen(draft.id)
    assert await count(world, ApplicationChild) == 0
    assert (await programme.application(olena)).filed_at is None


async def test_beside_a_child_of_ours_one_of_another_oblast_is_not_checked(
    programme: Programme, world: World, olena: Actor
) -> None:
    application = await programme.applies(olena, child(), child("Ганна К", registered=POLTAVA))
    assert [each.state for each in await programme.children(application)] == ["submitted", "handed-over"]
    assert application.state == "submitted"


async def test_the_same_child_by_another_guardian_is_shown_to_staff_alone(
    programme: Programme, world: World, olena: Actor, mykola: Actor
) -> None:
    first = await case_of(world, await programme.applies(olena))
    await world.topic(first)
    second = await case_of(world, await programme.applies(mykola, child("МАРКО  Коваленко")))
    for case, other in ((first, second), (second, first)):
        [seen] = [each for each in await world.events(case) if each.kind == "same-child"]
        assert seen.facts == {"number": other.number}
    told = await world.waiting(kinds.recreation.SameChild)
    assert {each.case_id for each in told} == {first.id, second.id}
    assert all(each.person_id is None for each in told)
    assert {"application-sent"} == {each for each in await world.kinds_to(mykola) if "child" in each or "sent" in each}


async def test_another_child_or_a_withdrawn_application_is_no_second_time(
    programme: Programme, world: World, olena: Actor, mykola: Actor
) -> None:
    first = await case_of(world, await programme.applies(olena))
    await withdraw(world.ctx(olena), Withdraw(first.id))
    await programme.applies(mykola, child(), child("Коваленко Марко", born="2015-05-21"))
    assert await world.waiting(kinds.recreation.SameChild) == []


async def test_one_child_twice_in_a_form_is_asked_about(programme: Programme, world: World, olena: Actor) -> None:
    draft = await programme.begins(olena)
    await programme.fills_in(draft, answers(child(), child("марко коваленко")))
    assert await programme.sends(olena, draft) is Went.ON
    assert await world.screen(olena, FORM) == kinds.FormSummaryScreen(draft.id, Problem.SAME_CHILD.value)


async def test_changed_it_keeps_number_time_and_version(programme: Programme, world: World, olena: Actor) -> None:
    filed = await programme.applies(olena, child(), child("Коваленко Ганна"))
    case, at, version = filed.case_id, filed.filed_at, filed.version_id
    [marko, _] = await programme.children(filed)
    marko.confirmed, marko.denied = ["C13"], ["C06"]
    await programme.types(Field.ASKS, "lives need")
    world.wait(days=2)
    form_id = await change_application(world.ctx(olena), ChangeApplication(filed.id))
    draft = await programme.draft(form_id)
    kept = json.loads(draft.answers)
    assert kept["children/0/stay"] == "health", "what was asked then is asked now"
    await programme.fills_in(draft, answers(child("Коваленко Іван"), child(period=["july", "august"])))
    assert await programme.sends(olena, draft) is Went.OVER
    changed = await programme.application(olena)
    assert (changed.case_id, changed.filed_at, changed.version_id) == (case, at, version)
    assert changed.changed_at == world.now
    [ivan, again] = await programme.children(changed)
    assert (ivan.name, again.id, again.periods) == ("Коваленко Іван", marko.id, ["july", "august"])
    assert (again.added_at, ivan.added_at) == (at, world.now)
    assert (again.confirmed, again.denied) == ([], []), "what was sent anew is checked anew"
    assert await count(world, ApplicationChild) == 2, "who is in it no more is forgotten"


async def test_a_change_that_is_dropped_leaves_what_was_sent(programme: Programme, world: World, olena: Actor) -> None:
    application = await programme.applies(olena)
    form_id = await change_application(world.ctx(olena), ChangeApplication(application.id))
    await cancel(world.ctx(olena), CancelForm(form_id))
    await drop(world.ctx(olena), Pressed(form_id, (await programme.draft(form_id)).revision))
    assert (await programme.application(olena)).state == "submitted"
    assert await count(world, FormDraft) == 0


async def test_until_the_last_moment_and_not_after(programme: Programme, world: World, olena: Actor) -> None:
    draft = await programme.begins(olena)
    await programme.fills_in(draft, answers())
    world.now = LAST_MOMENT + timedelta(seconds=1)
    assert await programme.sends(olena, draft) is Went.ON, "though the clock has not looked yet"
    assert await world.screen(olena, FORM) == kinds.FormSummaryScreen(draft.id, Problem.NOT_TAKEN.value)
    assert json.loads((await programme.draft(draft.id)).answers) == answers(), "nothing is lost"
    world.now = LAST_MOMENT
    assert await programme.sends(olena, await programme.draft(draft.id)) is Went.OVER
    application = await programme.application(olena)
    world.now = LAST_MOMENT + timedelta(seconds=1)
    async with world.refused(TooLate):
        await change_application(world.ctx(olena), ChangeApplication(application.id))


async def test_while_it_is_paused_nobody_applies_and_what_was_begun_waits(
    programme: Programme, world: World, olena: Actor
) -> None:
    draft = await programme.begins(olena)
    await move_campaign(world.ctx(programme.lead), MoveCampaign(programme.id, Move.PAUSE))
    async with world.refused(TooLate):
        await begin_application(world.ctx(olena), BeginApplication(programme.id))
    world.wait(days=20)
    await drop_drafts(machine(world), DropDrafts())
    assert (await programme.draft(draft.id)).application_id is not None


async def test_a_draft_waits_as_long_as_it_can_be_sent(programme: Programme, world: World, olena: Actor) -> None:
    draft = await programme.begins(olena)
    await programme.fills_in(draft, {"name": "Коваленко Олена"})
    world.wait(days=20)
    await drop_drafts(machine(world), DropDrafts())
    assert await programme.begins(olena) is not None
    assert await world.screen(olena, FORM) == kinds.FormResumeScreen(draft.id)
    world.now = LAST_MOMENT + timedelta(days=20)
    await programme.clock()
    await drop_drafts(machine(world), DropDrafts())
    assert (await count(world, FormDraft), await count(world, Application)) == (0, 0)


async def test_taken_back_with_its_case_and_filed_anew(programme: Programme, world: World, olena: Actor) -> None:
    first = await programme.applies(olena, child(), child("Коваленко Ганна", registered=OWN[0]))
    async with world.refused(Stale):
        await begin_application(world.ctx(olena), BeginApplication(programme.id))
    await withdraw(world.ctx(olena), Withdraw(first.case_id or 0))
    assert {each.state for each in await programme.children(first)} == {"withdrawn"}
    assert (await programme.application(olena)).state == "withdrawn"
    second = await programme.applies(olena)
    assert second.id != first.id
    assert second.case_id != first.case_id


async def test_consent_first_and_never_on_a_phone_that_may_be_searched(programme: Programme, world: World) -> None:
    newcomer = await world.newcomer()
    assert await begin_application(world.ctx(newcomer), BeginApplication(programme.id)) == 0
    assert await world.screen(newcomer) == kinds.ConsentScreen()
    watched = await world.watched()
    async with world.refused(NotPermitted):
        await begin_application(world.ctx(watched), BeginApplication(programme.id))


async def test_erased_nothing_of_the_family_is_left_and_the_counts_are(
    programme: Programme, world: World, olena: Actor
) -> None:
    application = await programme.applies(olena)
    await programme.types(Field.AGES, "7–18")
    await erase(world.ctx(olena), Erase())
    application = await programme.application(olena)
    [one] = await programme.children(application)
    assert [application.guardian, application.phone, application.phone_hash, application.answers] == [None] * 4
    assert [one.name, one.born, one.child_hash, one.registered] == [None] * 4
    assert (one.state, one.hromada, one.categories) == ("withdrawn", OBLAST[0], ["C13", "C06"])


async def test_staff_find_it_by_the_childs_name_and_the_guardians_number(
    programme: Programme, world: World, olena: Actor
) -> None:
    application = await programme.applies(olena, child("Шевчук Марко"))
    await index_search(machine(world), IndexSearch())
    case, session = await case_of(world, application), world.uow.session
    for begins in ("шевчук", "марко", "коваленко"):
        key = name_key(case.organisation_id, begins)
        assert await search.by_words(session, case.organisation_id, [[key]], 10**15, 5) == [case.id]
    assert await search.by_phone(session, case.organisation_id, "+380501234567", 10**15, 5) == [case.id]


async def test_a_draft_that_is_erased_goes_whole(programme: Programme, world: World, olena: Actor) -> None:
    await programme.begins(olena)
    await erase(world.ctx(olena), Erase())
    assert (await count(world, FormDraft), await count(world, Application)) == (0, 0)
