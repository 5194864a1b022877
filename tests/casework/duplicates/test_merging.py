"""Two cases become one, and apart again: nothing of either is lost, nobody in danger is put aside, one letter goes."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import text

from casework.cases.close import Close, close
from casework.cases.reopen import Reopen, reopen, reopen_own
from casework.context import Actor
from casework.deadlines.running import begin
from casework.duplicates.look import LookForDuplicates, ReadHistory, look_for_duplicates, read_history
from casework.duplicates.merge import ask_merge, merge
from casework.duplicates.tie import TwoCases
from casework.duplicates.unmerge import OfMerged, undo_merge
from casework.errors import CannotMerge, GoesOnElsewhere, NoSuchCase, Stale
from casework.files.read import ListFiles, list_files
from casework.letters import kinds
from casework.letters.sights import CardSight, MergedNewsSight, MergedSight, MyCaseSight
from casework.notes.add import AddNote, add_note
from casework.notes.prioritise import SetPriority, set_priority
from casework.notes.tag import SetTag, set_tag
from casework.notes.writing import Note
from casework.people.write import Went
from db.models import Alarm, Case, CaseDeadline, CaseNote, WantedDocument
from db.repositories import deadlines
from rules.cases import State, Turn
from rules.catalogue import CaseMoment
from rules.duplicates import Why
from rules.roles import Role
from tests.casework.world import CATALOGUE, World


async def two(world: World, person: Actor, member: Actor) -> tuple[Case, Case]:
    """Two cases of one person: the member has the first, nobody the second."""
    first = await world.taken(person, member, "Потрібні дрова")
    second = await world.case(person, "Ще раз про дрова")
    return first, second


async def merged(world: World, member: Actor, ends: Case, goes_on: Case) -> None:
    """The member makes one of them."""
    await merge(world.ctx(member), TwoCases(ends.id, goes_on.id))


async def test_one_goes_on_the_other_ends_and_points_to_it(world: World, olena: Actor, iryna: Actor) -> None:
    goes_on, ends = await two(world, olena, iryna)
    await world.topic(ends)
    await world.topic(goes_on)
    sure = await ask_merge(world.ctx(iryna), TwoCases(ends.id, goes_on.id))
    assert (sure.ends, sure.goes_on, sure.owner) == (ends.number, goes_on.number, "Ірина")
    await merged(world, iryna, ends, goes_on)
    assert (ends.state, ends.turn, ends.result, ends.merged_into) == (State.CLOSED, Turn.NOBODY, "merged", goes_on.id)
    assert goes_on.closed_at is None
    [letter] = await world.waiting(kinds.CasesMerged, to=olena)
    sight = await world.sight(letter)
    assert sight is not None
    assert sight.shows == MergedSight("Олена", goes_on.number, ends.number)
    assert await world.waiting(kinds.CaseClosed) == [], "her help has not ended"
    [news] = await world.waiting(kinds.MergedNews)
    told = await world.sight(news)
    assert told is not None
    assert isinstance(told.shows, MergedNewsSight)
    assert told.shows.goes_on.number == goes_on.number
    card = [each for each in await world.waiting(kinds.Card) if each.facts["case_id"] == ends.id][-1]
    shown = await world.sight(card)
    assert shown is not None
    assert isinstance(shown.shows, CardSight)
    assert (shown.shows.goes_on_in, shown.shows.may) == (goes_on.number, frozenset())
    assert (await world.history(ends))[-1] == "merged"
    assert (await world.history(goes_on))[-1] == "took-in"


async def test_her_words_go_on_wherever_she_writes_them(world: World, olena: Actor, iryna: Actor) -> None:
    goes_on, ends = await two(world, olena, iryna)
    old = (await world.messages(ends))[0]
    await merged(world, iryna, ends, goes_on)
    assert (await world.says(olena, "У старе", case_id=ends.id))[0] is Went.ADDED
    assert (await world.says(olena, "І просто так"))[0] is Went.ADDED
    assert [each.text for each in await world.messages(goes_on)] == ["Потрібні дрова", "У старе", "І просто так"]
    assert [each.id for each in await world.messages(ends)] == [old.id], "what was said there stays there"
    third = await world.case(olena, "Зовсім інше")
    assert (await world.says(olena, "Знову у старе", case_id=ends.id))[0] is Went.ADDED
    assert len(await world.messages(goes_on)) == 4
    assert len(await world.messages(third)) == 1


async def test_staff_answer_in_the_one_that_goes_on(world: World, olena: Actor, iryna: Actor) -> None:
    goes_on, ends = await two(world, olena, iryna)
    await world.topic(ends)
    await merged(world, iryna, ends, goes_on)
    with pytest.raises(GoesOnElsewhere) as refused:
        await world.answers(iryna, ends, "Добрий день")
    assert refused.value.facts == {"number": goes_on.number}
    async with world.refused(Stale):
        await reopen(world.ctx(iryna), Reopen(ends.id))
    async with world.refused(Stale):
        await reopen_own(world.ctx(olena), Reopen(ends.id))


async def test_her_own_page_says_where_it_goes_on(world: World, olena: Actor, iryna: Actor) -> None:
    goes_on, ends = await two(world, olena, iryna)
    await merged(world, iryna, ends, goes_on)
    [letter] = await world.waiting(kinds.CasesMerged, to=olena)
    letter.kind, letter.facts = kinds.MyCaseScreen.kind, {"case_id": ends.id}
    sight = await world.sight(letter)
    assert sight is not None
    assert isinstance(sight.shows, MyCaseSight)
    assert sight.shows.goes_on_in == goes_on.number
    assert sight.shows.may == frozenset()


async def test_notes_tags_priority_documents_and_waiting_go_over_and_back(
    world: World, olena: Actor, iryna: Actor, lead: Actor
) -> None:
    goes_on, ends = await two(world, olena, iryna)
    thread = await world.topic(ends)
    tags = list(CATALOGUE.tags)
    await set_tag(world.ctx(iryna), SetTag(goes_on.id, tags[0], on=True))
    for tag in tags[:2]:
        await set_tag(world.ctx(iryna), SetTag(ends.id, tag, on=True))
    await set_priority(world.ctx(iryna), SetPriority(ends.id, "deadline"))
    await add_note(world.ctx(iryna), AddNote(thread, Note("Дзвонити після обіду", ends.topic_chat_id, 77)))
    world.uow.session.add(WantedDocument(case_id=ends.id, document="passport", state="asked", changed_at=world.now))
    waited_since = ends.waiting_since
    goes_on.waiting_since = None
    await world.uow.session.flush()
    await merged(world, iryna, ends, goes_on)

    assert goes_on.tags == tags[:2]
    assert (goes_on.priority, goes_on.priority_reason) == (1, "deadline")
    assert (goes_on.waiting_since, goes_on.turn) == (waited_since, Turn.STAFF)
    assert await hang_on(world, CaseNote) == await hang_on(world, WantedDocument) == [goes_on.id]

    await undo_merge(world.ctx(iryna), OfMerged(ends.id))
    assert await hang_on(world, CaseNote) == await hang_on(world, WantedDocument) == [ends.id]
    assert (goes_on.tags, goes_on.priority) == (tags[:1], 0)
    assert (ends.tags, ends.priority_reason) == (tags[:2], "deadline")
    assert (ends.merged_into, ends.closed_at, ends.waiting_since) == (None, None, waited_since)


async def hang_on(world: World, model: type[CaseNote] | type[WantedDocument] | type[CaseDeadline]) -> list[int]:
    """The cases on which the rows of a table hang."""
    await world.uow.session.flush()
    rows = await world.uow.session.execute(text(f"SELECT case_id FROM {model.__tablename__} ORDER BY id"))
    return [row[0] for row in rows]


async def test_the_earliest_deadline_of_law_counts(world: World, olena: Actor, iryna: Actor) -> None:
    goes_on, ends = await two(world, olena, iryna)
    rule = next(iter(CATALOGUE.deadlines_from(CaseMoment.RECEIVED, "application", world.now)))
    goes_on.law_by = ends.law_by = None
    first = await begin(world.ctx(iryna), ends, rule, world.now - timedelta(days=5))
    second = await begin(world.ctx(iryna), goes_on, rule, world.now)
    assert first is not None
    assert second is not None
    ends.law_by, goes_on.law_by, later = first.due_at, second.due_at, second.due_at
    assert first.due_at < later
    await merged(world, iryna, ends, goes_on)
    assert goes_on.law_by == first.due_at
    [running] = await deadlines.open_of_case(world.uow.session, goes_on.id)
    assert running.due_at == first.due_at
    planned = "SELECT count(*) FROM reminders WHERE state = 'waiting' AND deadline_id = :id AND case_id = :case_id"
    of = {"id": running.id, "case_id": goes_on.id}
    assert (await world.uow.session.execute(text(planned), of)).scalar_one() > 0

    await undo_merge(world.ctx(iryna), OfMerged(ends.id))
    assert (goes_on.law_by, ends.law_by) == (later, first.due_at)
    assert [each.id for each in await deadlines.open_of_case(world.uow.session, ends.id)] == [first.id]


async def test_a_deadline_that_only_one_has_runs_on_in_the_other(world: World, olena: Actor, iryna: Actor) -> None:
    goes_on, ends = await two(world, olena, iryna)
    rule = next(iter(CATALOGUE.deadlines_from(CaseMoment.RECEIVED, "application", world.now)))
    deadline = await begin(world.ctx(iryna), ends, rule, world.now)
    assert deadline is not None
    await merged(world, iryna, ends, goes_on)
    assert await hang_on(world, CaseDeadline) == [goes_on.id]
    reminders = "SELECT DISTINCT case_id FROM reminders WHERE state = 'waiting' AND deadline_id = :id"
    of = {"id": deadline.id}
    assert (await world.uow.session.execute(text(reminders), of)).scalars().all() == [goes_on.id]
    await undo_merge(world.ctx(iryna), OfMerged(ends.id))
    assert await hang_on(world, CaseDeadline) == [ends.id]
    assert (await world.uow.session.execute(text(reminders), of)).scalars().all() == [ends.id]


async def test_nobody_in_danger_is_put_aside(world: World, olena: Actor, iryna: Actor, lead: Actor) -> None:
    plain, danger = await two(world, olena, iryna)
    danger.crisis = True
    await world.uow.session.flush()
    async with world.refused(CannotMerge, why=Why.DANGER.value):
        await merged(world, lead, danger, plain)
    await merged(world, lead, plain, danger)
    assert danger.crisis
    assert danger.owner_id == iryna.id, "whoever had the other one has it now"


async def test_an_alarm_that_nobody_answered_stays(world: World, olena: Actor, iryna: Actor, lead: Actor) -> None:
    one, other = await two(world, olena, iryna)
    one.crisis = other.crisis = True
    world.uow.session.add(
        Alarm(
            case_id=other.id,
            cause="words",
            opened_case=False,
            raised_at=world.now,
            promise="nobody",
            promised_at=world.now,
        )
    )
    await world.uow.session.flush()
    async with world.refused(CannotMerge, why=Why.ALARM.value):
        await merged(world, lead, other, one)


async def test_different_people_are_only_linked(world: World, olena: Actor, mykola: Actor, iryna: Actor) -> None:
    hers, his = await world.taken(olena, iryna), await world.taken(mykola, iryna)
    async with world.refused(CannotMerge, why=Why.OTHER_PERSON.value):
        await merged(world, iryna, his, hers)


async def test_what_is_over_is_not_merged(world: World, olena: Actor, iryna: Actor) -> None:
    goes_on, ends = await two(world, olena, iryna)
    await close(world.ctx(iryna), Close(goes_on.id, next(iter(CATALOGUE.offered_outcomes()))))
    for pair in ((ends, goes_on), (goes_on, ends)):
        async with world.refused(CannotMerge, why=Why.OVER.value):
            await merged(world, iryna, *pair)
    async with world.refused(NoSuchCase):
        await merged(world, iryna, goes_on, goes_on)


async def test_the_history_of_the_one_that_ended_is_read_from_the_other(
    world: World, olena: Actor, iryna: Actor
) -> None:
    goes_on, ends = await two(world, olena, iryna)
    for number in range(9):
        await world.says(olena, f"Слово {number}, телефон 0501234567", case_id=ends.id)
    await merged(world, iryna, ends, goes_on)
    shown = await look_for_duplicates(world.ctx(iryna), LookForDuplicates(goes_on.id))
    [taken_in] = shown.taken_in
    assert (taken_in.case_id, taken_in.may_part) == (ends.id, True)
    page = await read_history(world.ctx(iryna), ReadHistory(ends.id))
    assert (page.pages, len(page.shown.messages)) == (2, 8)
    assert page.shown.messages[-1].text.startswith("Слово 8")
    assert "0501234567" not in repr(page)
    assert [each.event for each in page.shown.events][-1] == "merged"
    first = await read_history(world.ctx(iryna), ReadHistory(ends.id, 1))
    assert [each.text[:14] for each in first.shown.messages] == ["Ще раз про дро", "Слово 0, телеф"]
    stranger = await world.staff(Role.CASEWORKER, "Чужа", "sievierodonetsk")
    async with world.refused(NoSuchCase):
        await read_history(world.ctx(stranger), ReadHistory(ends.id))
    assert await list_files(world.ctx(iryna), ListFiles(goes_on.id)) == []
