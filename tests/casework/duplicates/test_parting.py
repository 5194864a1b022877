"""A merge is taken back, chains come apart, circles do not come about: no words are lost whatever is done."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casework.context import Actor
from casework.duplicates.look import LookForDuplicates, ReadHistory, look_for_duplicates, read_history
from casework.duplicates.unmerge import OfMerged, undo_merge
from casework.errors import CannotMerge, NoSuchCase, NotOwner, Stale, TooLate, WantsLead
from casework.letters import kinds
from casework.letters.sights import MergedNewsSight
from casework.notes.add import AddNote, add_note
from casework.notes.writing import Note
from casework.people.erase import Erase, erase
from casework.people.write import Went
from db.models import CaseNote
from db.repositories import ties
from rules.cases import State, Turn
from rules.duplicates import Why
from tests.casework.duplicates.test_merging import hang_on, merged, two
from tests.casework.world import World


async def test_two_owners_need_a_lead_and_the_former_one_is_told(
    world: World, olena: Actor, iryna: Actor, andrii: Actor, lead: Actor
) -> None:
    hers, his = await world.taken(olena, iryna), await world.taken(olena, andrii, "Ще раз")
    async with world.refused(WantsLead, owner="Андрій"):
        await merged(world, iryna, his, hers)
    await merged(world, lead, his, hers)
    [letter] = await world.waiting(kinds.CaseMergedAway, to=andrii)
    sight = await world.sight(letter)
    assert sight is not None
    assert isinstance(sight.shows, MergedNewsSight)
    assert sight.shows.owner == "Ірина"
    async with world.refused(NotOwner, owner="Ірина"):
        await undo_merge(world.ctx(andrii), OfMerged(his.id))
    await undo_merge(world.ctx(iryna), OfMerged(his.id))
    assert (his.owner_id, his.state) == (andrii.id, State.TAKEN)
    [parted] = await world.waiting(kinds.CasesParted, to=olena)
    assert (await world.sight(parted)) is not None
    assert [each for each in await world.waiting(kinds.CasesMerged) if await world.sight(each)] == []


async def test_no_circle_comes_about(world: World, olena: Actor, iryna: Actor) -> None:
    one, two_ = await two(world, olena, iryna)
    third = await world.taken(olena, iryna, "Третє")
    await merged(world, iryna, one, two_)
    async with world.refused(CannotMerge, why=Why.OVER.value):
        await merged(world, iryna, two_, one)
    await merged(world, iryna, two_, third)
    assert await ties.onward(world.uow.session, one.id) == third.id
    assert await ties.family(world.uow.session, third.id) == sorted([one.id, two_.id, third.id])
    async with world.refused(CannotMerge, why=Why.OVER.value):
        await merged(world, iryna, third, one)
    assert (await world.says(olena, "Пишу в перше", case_id=one.id))[0] is Went.ADDED
    assert (await world.messages(third))[-1].text == "Пишу в перше"


async def test_a_chain_comes_apart_in_any_order(world: World, olena: Actor, iryna: Actor) -> None:
    one, second = await two(world, olena, iryna)
    third = await world.taken(olena, iryna, "Третє")
    thread = await world.topic(one)
    await add_note(world.ctx(iryna), AddNote(thread, Note("Перше", one.topic_chat_id, 78)))
    await merged(world, iryna, one, second)
    await merged(world, iryna, second, third)
    assert await hang_on(world, CaseNote) == [third.id]
    await undo_merge(world.ctx(iryna), OfMerged(one.id))
    assert await hang_on(world, CaseNote) == [one.id]
    await undo_merge(world.ctx(iryna), OfMerged(second.id))
    assert await hang_on(world, CaseNote) == [one.id], "what went back stays there"
    assert [each.closed_at for each in (one, second, third)] == [None] * 3


async def test_undone_twice_too_late_or_after_everything_was_erased(world: World, olena: Actor, iryna: Actor) -> None:
    goes_on, ends = await two(world, olena, iryna)
    await merged(world, iryna, ends, goes_on)
    await undo_merge(world.ctx(iryna), OfMerged(ends.id))
    async with world.refused(Stale):
        await undo_merge(world.ctx(iryna), OfMerged(ends.id))
    shown = await look_for_duplicates(world.ctx(iryna), LookForDuplicates(ends.id))
    assert shown.maybe == (), "the two are not suggested again"
    await merged(world, iryna, ends, goes_on)
    world.wait(days=31)
    async with world.refused(TooLate):
        await undo_merge(world.ctx(iryna), OfMerged(ends.id))
    await erase(world.ctx(olena), Erase())
    async with world.refused(Stale):
        await undo_merge(world.ctx(iryna), OfMerged(ends.id))
    async with world.refused(NoSuchCase):
        await read_history(world.ctx(iryna), ReadHistory(ends.id))


async def test_what_was_written_since_stays_where_it_is(world: World, olena: Actor, iryna: Actor) -> None:
    goes_on, ends = await two(world, olena, iryna)
    await world.topic(goes_on)
    await merged(world, iryna, ends, goes_on)
    await world.says(olena, "Уже разом")
    await world.answers(iryna, goes_on, "Дрова привезуть завтра")
    await undo_merge(world.ctx(iryna), OfMerged(ends.id))
    assert [each.text for each in await world.messages(goes_on)] == [
        "Потрібні дрова",
        "Уже разом",
        "Дрова привезуть завтра",
    ]
    assert (ends.waiting_since, ends.turn) == (None, Turn.STAFF), "she was answered meanwhile"


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2), st.booleans()), min_size=1, max_size=6))
async def test_whatever_is_merged_and_undone_no_words_are_lost_and_no_circle_comes(
    world: World, olena: Actor, lead: Actor, steps: list[tuple[int, int, bool]]
) -> None:
    those = [await world.case(olena, f"Звернення {number}") for number in range(3)]
    said = {case.id: len(await world.messages(case)) for case in those}
    for one, other, undo in steps:
        savepoint = await world.uow.session.begin_nested()
        try:
            if undo:
                await undo_merge(world.ctx(lead), OfMerged(those[one].id))
            else:
                await merged(world, lead, those[one], those[other])
            await savepoint.commit()
        except (CannotMerge, Stale, NoSuchCase):
            await savepoint.rollback()
            for case in those:
                await world.uow.session.refresh(case)
        ends = {await ties.onward(world.uow.session, case.id) for case in those}
        opened = {case.id for case in those if case.closed_at is None}
        assert ends == opened, "whatever she writes into is open"
        assert {case.id for case in those if case.merged_into is None} == opened
    assert {case.id: len(await world.messages(case)) for case in those} == said
