"""One action on many cases: frozen as previewed, each case by itself, exactly once, told, and taken back."""

from __future__ import annotations

from sqlalchemy import select, text

from casework.bulk.choosing import AskChoices, Source, Where, ask_choices
from casework.bulk.preview import OfRun, Preview, confirm, drop, preview, undo
from casework.bulk.work import Work, Worked, work
from casework.cases.release import Release, release
from casework.context import Actor
from casework.errors import EmptyReply, NamesAccount, NoSuchCase, NothingToFind, Stale, TooLate
from casework.letters import kinds
from casework.letters.policies import Priority
from casework.letters.sights import BulkSight
from casework.lists.index import IndexSearch, index_search
from casework.notes.tag import SetTag, set_tag
from casework.staff.remove import Remove, remove
from db.models import BulkItem, BulkRun
from rules.bulk import Action, ItemState, LeftOut, RunState
from rules.cases import State, Turn
from rules.roles import Role
from tests.casework.world import CATALOGUE, ELSEWHERE, World, machine

TAG = next(iter(CATALOGUE.tags))
OUTCOME = next(iter(CATALOGUE.offered_outcomes()))
QUEUE, MINE = Source(Where.QUEUE), Source(Where.MINE)


async def previewed(world: World, member: Actor, source: Source, action: Action, value: str = "") -> BulkSight:
    """What the member is shown before they confirm."""
    return await preview(world.ctx(member), Preview(source, action, value))


async def done(world: World) -> int:
    """The clock works until nothing is left; how many cases it did."""
    count = 0
    while (worked := await work(machine(world), Work())) != Worked():
        count += worked.done
    return count


async def run_of(world: World, member: Actor, source: Source, action: Action, value: str = "") -> BulkRun:
    """Previewed, confirmed, done."""
    shown = await previewed(world, member, source, action, value)
    run = await confirm(world.ctx(member), OfRun(shown.run_id))
    await done(world)
    return run


async def items(world: World, run: BulkRun) -> dict[int, tuple[str, str | None]]:
    """What became of each case of a run."""
    query = select(BulkItem).where(BulkItem.run_id == run.id).execution_options(populate_existing=True)
    return {each.case_id: (each.state, each.why) for each in await world.uow.session.scalars(query)}


async def test_a_preview_says_how_many_whom_and_whom_not(
    world: World, olena: Actor, mykola: Actor, iryna: Actor, lead: Actor
) -> None:
    free, second = await world.case(olena), await world.case(mykola)
    danger = await world.case(olena, "Ще одне")
    danger.crisis = True
    (await world.row(mykola)).unreachable_since = world.now
    shown = await preview(world.ctx(lead), Preview(QUEUE, Action.LETTER, words="Завтра {номер} не працюємо"))
    assert (shown.total, shown.waiting, shown.people) == (3, 1, 1)
    assert shown.numbers == (free.number,)
    assert {(each.why, each.numbers) for each in shown.left_out} == {
        (LeftOut.UNREACHABLE, (second.number,)),
        (LeftOut.DANGER, (danger.number,)),
    }
    assert await world.waiting(kinds.StaffReply) == [], "nothing is done yet"
    theirs = await previewed(world, iryna, QUEUE, Action.TAG, TAG)
    assert theirs.waiting == 0
    assert [each.why for each in theirs.left_out] == [LeftOut.NO_RIGHT]
    async with world.refused(Stale):
        await confirm(world.ctx(iryna), OfRun(theirs.run_id))


async def test_each_case_says_who_did_it_and_by_which_run(
    world: World, olena: Actor, mykola: Actor, lead: Actor
) -> None:
    those = [await world.case(olena), await world.case(mykola)]
    run = await run_of(world, lead, QUEUE, Action.TAG, TAG)
    assert all(case.tags == [TAG] for case in those)
    for case in those:
        [line] = [each for each in await world.events(case) if each.kind == "bulk"]
        assert (line.actor_id, line.facts) == (lead.id, {"run": run.id, "action": "tag"})
    assert run.state == RunState.DONE
    [letter] = await world.waiting(kinds.BulkDone, to=lead)
    sight = await world.sight(letter)
    assert sight is not None
    assert isinstance(sight.shows, BulkSight)
    assert (sight.shows.done, sight.shows.may_undo) == (2, True)
    assert await done(world) == 0, "once is all"


async def test_what_changed_since_the_preview_is_left_out_and_said(
    world: World, olena: Actor, mykola: Actor, iryna: Actor, lead: Actor
) -> None:
    answered, writes = await world.taken(olena, iryna), await world.taken(mykola, iryna)
    for case in (answered, writes):
        case.waiting_since, case.unread, case.turn = None, 0, Turn.PERSON
    shown = await previewed(world, iryna, MINE, Action.CLOSE, OUTCOME)
    assert shown.waiting == 2
    await world.says(mykola, "Ще не привезли")
    run = await confirm(world.ctx(iryna), OfRun(shown.run_id))
    await done(world)
    assert answered.closed_at is not None
    assert writes.closed_at is None
    assert await items(world, run) == {
        answered.id: (ItemState.DONE, None),
        writes.id: (ItemState.LEFT_OUT, LeftOut.CHANGED),
    }
    [closed] = await world.waiting(kinds.CaseClosed)
    assert closed.priority == Priority.BROADCAST


async def test_a_letter_to_many_lets_everything_else_pass_and_answers_nobody(
    world: World, olena: Actor, lead: Actor
) -> None:
    case = await world.case(olena)
    await world.topic(case)
    waited = case.waiting_since
    shown = await preview(world.ctx(lead), Preview(QUEUE, Action.LETTER, words="Завтра не працюємо. Номер {номер}"))
    run = await confirm(world.ctx(lead), OfRun(shown.run_id))
    kept = (await world.uow.session.execute(text("SELECT words FROM bulk_runs"))).scalar_one()
    assert "Завтра".encode() not in kept
    await done(world)
    [letter] = await world.waiting(kinds.StaffReply, to=olena)
    assert letter.priority == Priority.BROADCAST
    assert (await world.messages(case))[-1].text == f"Завтра не працюємо. Номер {case.number}"
    assert (case.waiting_since, case.owner_id, case.state) == (waited, None, State.NEW)
    assert run.words is None
    cards = [each for each in await world.waiting(kinds.Card) if each.facts["case_id"] == case.id]
    assert [each.priority for each in cards] == [Priority.BROADCAST]
    await world.says(olena, "Терміново", case_id=case.id)
    cards = [each for each in await world.waiting(kinds.Card) if each.facts["case_id"] == case.id]
    assert cards[-1].priority < Priority.BROADCAST, "her word brings the card forward"


async def test_a_canned_answer_goes_in_the_readers_language_or_not_at_all(
    world: World, olena: Actor, lead: Actor
) -> None:
    case, english = await world.case(olena), await world.case(await world.person("Jane Doe", "en"))
    [answer, *_] = await ask_choices(world.ctx(lead), AskChoices(Action.ANSWER))
    shown = await previewed(world, lead, QUEUE, Action.ANSWER, answer.value)
    assert shown.total == 2
    assert english.number not in shown.numbers
    run = await confirm(world.ctx(lead), OfRun(shown.run_id))
    await done(world)
    told = await items(world, run)
    assert told[english.id] == (ItemState.LEFT_OUT, LeftOut.BLANK)
    assert told[case.id][0] in (ItemState.DONE, ItemState.LEFT_OUT)


async def test_cases_are_handed_over_and_come_back(
    world: World, olena: Actor, mykola: Actor, iryna: Actor, andrii: Actor, lead: Actor
) -> None:
    hers, free = await world.taken(olena, iryna), await world.case(mykola)
    await set_tag(world.ctx(iryna), SetTag(hers.id, TAG, on=True))
    await set_tag(world.ctx(iryna), SetTag(free.id, TAG, on=True))
    run = await run_of(world, lead, Source(Where.TAG, tag=TAG), Action.ASSIGN, str(andrii.id))
    assert (hers.owner_id, free.owner_id) == (andrii.id, andrii.id)
    [told] = await world.waiting(kinds.CasesAssigned, to=andrii)
    assert told.facts["case_ids"] == [hers.id, free.id]
    async with world.refused(NoSuchCase):
        await undo(world.ctx(iryna), OfRun(run.id))
    await undo(world.ctx(lead), OfRun(run.id))
    await done(world)
    assert (hers.owner_id, free.owner_id, free.state) == (iryna.id, None, State.NEW)
    assert run.state == RunState.UNDONE
    async with world.refused(Stale):
        await undo(world.ctx(lead), OfRun(run.id))


async def test_undoing_leaves_alone_what_somebody_changed_since(
    world: World, olena: Actor, mykola: Actor, iryna: Actor, lead: Actor
) -> None:
    kept, back = await world.taken(olena, iryna), await world.taken(mykola, iryna)
    run = await run_of(world, iryna, MINE, Action.PRIORITY, "deadline")
    assert (kept.priority, back.priority) == (1, 1)
    kept.priority_reason = "other"
    await world.uow.session.flush()
    await undo(world.ctx(lead), OfRun(run.id))
    await done(world)
    assert (kept.priority_reason, back.priority_reason) == ("other", None)
    assert (await items(world, run))[kept.id] == (ItemState.LEFT_OUT, LeftOut.CHANGED)
    world.wait(days=2)
    second = await run_of(world, iryna, MINE, Action.TAG, TAG)
    world.wait(days=2)
    async with world.refused(TooLate):
        await undo(world.ctx(iryna), OfRun(second.id))


async def test_a_preview_holds_ten_minutes_for_the_one_who_made_it(world: World, olena: Actor, lead: Actor) -> None:
    await world.case(olena)
    other = await world.staff(Role.ADMIN, "Тарас")
    shown = await previewed(world, lead, QUEUE, Action.TAG, TAG)
    async with world.refused(NoSuchCase):
        await confirm(world.ctx(other), OfRun(shown.run_id))
    world.wait(minutes=11)
    async with world.refused(TooLate):
        await confirm(world.ctx(lead), OfRun(shown.run_id))
    again = await previewed(world, lead, QUEUE, Action.TAG, TAG)
    await confirm(world.ctx(lead), OfRun(again.run_id))
    async with world.refused(Stale):
        await confirm(world.ctx(lead), OfRun(again.run_id))
    async with world.refused(Stale):
        await drop(world.ctx(lead), OfRun(again.run_id))


async def test_whoever_left_meanwhile_does_nothing(
    world: World, olena: Actor, iryna: Actor, lead: Actor, bare: World
) -> None:
    case = await world.taken(olena, iryna)
    shown = await previewed(world, iryna, MINE, Action.TAG, TAG)
    run = await confirm(world.ctx(iryna), OfRun(shown.run_id))
    await remove(world.ctx(lead), Remove(iryna.id or 0, lost=False))
    await done(world)
    assert case.tags == []
    assert (await items(world, run))[case.id][0] == ItemState.LEFT_OUT


async def test_what_was_found_is_a_list_too_but_not_by_phone(world: World, olena: Actor, lead: Actor) -> None:
    case = await world.case(olena, "Потрібні дрова")
    await world.case(olena, "Потрібне вугілля")
    await index_search(machine(world), IndexSearch())
    shown = await previewed(world, lead, Source(Where.FOUND, "дрова"), Action.TAG, TAG)
    assert (shown.total, shown.numbers) == (1, (case.number,))
    for typed in ("0501234567", "?"):
        async with world.refused(NothingToFind):
            await previewed(world, lead, Source(Where.FOUND, typed), Action.TAG, TAG)


async def test_what_is_offered_by_nobody_is_refused(world: World, olena: Actor, lead: Actor) -> None:
    await world.case(olena)
    stranger = await world.staff(Role.CASEWORKER, "Чужа", ELSEWHERE)
    for action, value in (
        (Action.TAG, "no-such"),
        (Action.PRIORITY, ""),
        (Action.CLOSE, "RF1"),
        (Action.ASSIGN, str(stranger.id)),
        (Action.ANSWER, "999"),
        (Action.ANSWER, "x"),
    ):
        async with world.refused(Stale):
            await previewed(world, lead, QUEUE, action, value)
    async with world.refused(EmptyReply):
        await preview(world.ctx(lead), Preview(QUEUE, Action.LETTER, words="  "))
    async with world.refused(NamesAccount):
        words = "Пишіть мені: @svitlana_k"
        await preview(world.ctx(lead), Preview(QUEUE, Action.LETTER, words=words, account="svitlana_k"))


async def test_nobody_acts_on_another_organisations_cases(world: World, olena: Actor, lead: Actor) -> None:
    await world.case(olena)
    there = await world.staff(Role.SUPERVISOR, "Чужа", ELSEWHERE)
    shown = await previewed(world, there, QUEUE, Action.TAG, TAG)
    assert shown.total == 0


async def test_released_meanwhile_is_left_out(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.taken(olena, iryna)
    shown = await previewed(world, iryna, MINE, Action.TAG, TAG)
    run = await confirm(world.ctx(iryna), OfRun(shown.run_id))
    await release(world.ctx(iryna), Release(case.id))
    await done(world)
    assert (await items(world, run))[case.id] == (ItemState.LEFT_OUT, LeftOut.CHANGED)
