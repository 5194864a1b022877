"""A broadcast is written by a lead, and confirmed by another one where it reaches many."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import text

from casework.broadcasts import content, send
from casework.broadcasts.choose import Choose, FindHromada, Narrow, SetTime, choose, find_hromada, narrow, set_time
from casework.broadcasts.draft import (
    AddButton,
    Attach,
    Begin,
    DropDraft,
    SetValue,
    WriteText,
    add_button,
    attach_file,
    begin,
    drop_draft,
    set_value,
    write_text,
)
from casework.broadcasts.menu import Menu
from casework.broadcasts.send import OfRun, ask_send, confirm, decline
from casework.broadcasts.show import OpenRun, open_run, preview
from casework.context import Actor
from casework.errors import BroadcastFlaw, NamesAccount, NotPermitted, Stale
from casework.files.attachment import Attachment
from casework.files.fetched import Fetched, fetched
from casework.letters import kinds
from casework.letters.sights import BroadcastLetterSight, BroadcastMenuSight, FileToSend, RunSight
from db.models import Broadcast, BroadcastRun, File
from db.repositories import broadcasts, files
from rules import broadcasts as rules
from rules.broadcast_words import Variable
from rules.broadcasts import Every, Kind, State
from rules.files import FileKind, FileState
from rules.roles import Role
from rules.segments import Dimension
from tests.casework.broadcasts.sending import drafted, of, sent
from tests.casework.world import CATALOGUE, ELSEWHERE, World, machine


@pytest.fixture
async def second(world: World) -> Actor:
    """Another lead."""
    return await world.staff(Role.ADMIN, "Тарас")


@pytest.fixture
def many(monkeypatch: pytest.MonkeyPatch) -> None:
    """One is many already."""
    monkeypatch.setattr(rules, "CONFIRM_OVER", 0)


async def run_sight(world: World, member: Actor) -> RunSight:
    """What stands on the member's desk."""
    [letter] = list(await world.waiting(kinds.broadcasts.BroadcastScreen, to=member))[-1:]
    sight = await world.sight(letter)
    assert sight is not None
    assert isinstance(sight.shows, RunSight)
    return sight.shows


async def test_to_few_its_author_sends_it_alone(world: World, olena: Actor, lead: Actor) -> None:
    run = await sent(world, lead)
    assert (run.state, run.confirmed_by, run.asked) == (State.SCHEDULED, lead.id, 1)


async def test_to_many_a_second_person_confirms_it(
    world: World, olena: Actor, lead: Actor, second: Actor, many: None
) -> None:
    run = await sent(world, lead)
    assert (run.state, run.confirmed_by) == (State.AWAITING, None)
    [asked] = await world.waiting(kinds.broadcasts.BroadcastToConfirm)
    assert asked.chat_id == second.telegram_id
    async with world.refused(NotPermitted, act="broadcast.confirm"):
        await confirm(world.ctx(lead), OfRun(run.id))
    await confirm(world.ctx(second), OfRun(run.id))
    assert (run.state, run.confirmed_by) == (State.SCHEDULED, second.id)
    [told] = await world.waiting(kinds.broadcasts.BroadcastAnswered, to=lead)
    assert told.facts["confirmed"] is True
    assert await world.sight(asked) is None, "there is nothing left to confirm"
    async with world.refused(Stale):
        await confirm(world.ctx(second), OfRun(run.id))


async def test_who_declines_gives_it_back_to_be_written(
    world: World, olena: Actor, lead: Actor, second: Actor, many: None
) -> None:
    run = await sent(world, lead)
    async with world.refused(Stale):
        await write_text(world.ctx(lead), WriteText(run.id, "uk", "Інше"))
    await decline(world.ctx(second), OfRun(run.id))
    assert run.state == State.DRAFT
    await write_text(world.ctx(second), WriteText(run.id, "uk", "Інше"))
    await send.send(world.ctx(second), OfRun(run.id))
    assert (await of(world, run)).author_id == second.id
    async with world.refused(NotPermitted, act="broadcast.confirm"):
        await confirm(world.ctx(second), OfRun(run.id))
    await confirm(world.ctx(lead), OfRun(run.id))


async def test_where_nobody_else_leads_nobody_can_confirm(world: World, olena: Actor, lead: Actor, many: None) -> None:
    run = await drafted(world, lead)
    async with world.refused(BroadcastFlaw, why="nobody"):
        await sent(world, lead, run)


async def test_only_leads_of_the_organisation_see_it(
    world: World, olena: Actor, iryna: Actor, lead: Actor, many: None
) -> None:
    run = await drafted(world, lead)
    async with world.refused(NotPermitted, act="broadcast.open"):
        await open_run(world.ctx(iryna), OpenRun(run.id))
    elsewhere = await world.staff(Role.SUPERVISOR, "Чужа", ELSEWHERE)
    for act in (open_run, preview):
        async with world.refused(Stale):
            await act(world.ctx(elsewhere), OpenRun(run.id))
    async with world.refused(Stale):
        await send.send(world.ctx(elsewhere), OfRun(run.id))
    async with world.refused(Stale):
        await begin(world.ctx(elsewhere), Begin(like=run.id))


async def test_words_are_sealed_and_checked(world: World, lead: Actor) -> None:
    run = await begin(world.ctx(lead), Begin())
    for html, why in (("  ", "empty"), ("а" * 3001, "long"), ("Ласкаво просимо, {ім’я}", "unknown")):
        async with world.refused(BroadcastFlaw, why=why):
            await write_text(world.ctx(lead), WriteText(run.id, "uk", html))
    async with world.refused(NamesAccount):
        await write_text(world.ctx(lead), WriteText(run.id, "uk", "Пишіть @svitlana_k", "svitlana_k"))
    await write_text(world.ctx(lead), WriteText(run.id, "uk", "<b>Увага</b>"))
    await write_text(world.ctx(lead), WriteText(run.id, "en", "<b>Note</b>"))
    kept = (await world.uow.session.execute(text("SELECT texts FROM broadcasts"))).scalar_one()
    assert "Увага".encode() not in kept
    await write_text(world.ctx(lead), WriteText(run.id, "en", "-"))
    assert content.texts(await of(world, run)) == {"uk": "<b>Увага</b>"}


async def test_each_reads_it_in_their_language_or_in_ukrainian(world: World, lead: Actor) -> None:
    jane = await world.person("Jane Doe", "en")
    run = await drafted(world, lead, "Завтра")
    await ask_send(world.ctx(lead), OfRun(run.id))
    shown = await run_sight(world, lead)
    assert (shown.gets, shown.other_language, shown.second, shown.sure) == (1, 1, False, True)
    await write_text(world.ctx(lead), WriteText(run.id, "en", "Tomorrow"))
    await preview(world.ctx(lead), OpenRun(run.id))
    said = [await world.sight(each) for each in await world.waiting(kinds.broadcasts.BroadcastPreview, to=lead)]
    assert [each.shows.html for each in said if each and isinstance(each.shows, BroadcastLetterSight)] == [
        "Завтра",
        "Tomorrow",
    ]
    assert [each.language for each in said if each] == ["uk", "en"]
    assert (await run_sight(world, lead)).other_language == 0
    assert jane.id is not None


async def test_a_ready_made_one_asks_for_what_it_needs(world: World, olena: Actor, lead: Actor) -> None:
    run = await begin(world.ctx(lead), Begin(ready="programme-closes"))
    broadcast = await of(world, run)
    assert broadcast.kind == Kind.PROGRAMME
    assert (await run_sight(world, lead)).to_type == (Variable.PROGRAMME, Variable.DATE)
    async with world.refused(BroadcastFlaw, why="blank"):
        await ask_send(world.ctx(lead), OfRun(run.id))
    for typed in ("завтра", "31.02.2027", "01.01.2026", ""):
        async with world.refused(BroadcastFlaw, why="day"):
            await set_value(world.ctx(lead), SetValue(run.id, Variable.DATE, typed))
    async with world.refused(BroadcastFlaw, why="value"):
        await set_value(world.ctx(lead), SetValue(run.id, Variable.PROGRAMME, " "))
    await set_value(world.ctx(lead), SetValue(run.id, Variable.DATE, "14.03.2026"))
    await set_value(world.ctx(lead), SetValue(run.id, Variable.PROGRAMME, "Відпочинок дітей | Children’s holidays"))
    await ask_send(world.ctx(lead), OfRun(run.id))
    await preview(world.ctx(lead), OpenRun(run.id))
    uk, en = await world.waiting(kinds.broadcasts.BroadcastPreview, to=lead)
    ours, theirs = await world.sight(uk), await world.sight(en)
    assert ours is not None
    assert theirs is not None
    assert isinstance(ours.shows, BroadcastLetterSight)
    assert isinstance(theirs.shows, BroadcastLetterSight)
    assert ours.shows.days == 3
    assert ours.shows.typed[Variable.PROGRAMME] == "Відпочинок дітей"
    assert theirs.shows.typed[Variable.PROGRAMME] == "Children’s holidays"
    assert ours.shows.phone == CATALOGUE.organisations["luhansk"].phone


@pytest.mark.parametrize("slug", CATALOGUE.broadcasts)
async def test_every_ready_made_one_can_be_sent_once_it_is_filled(
    world: World, olena: Actor, lead: Actor, slug: str
) -> None:
    run = await begin(world.ctx(lead), Begin(ready=slug))
    for variable in (await run_sight(world, lead)).to_type:
        typed = "01.04.2026" if variable is Variable.DATE else "Дещо | Something"
        await set_value(world.ctx(lead), SetValue(run.id, variable, typed))
    if CATALOGUE.broadcasts[slug].missing:
        await narrow(world.ctx(lead), Narrow(run.id, Dimension.MISSING, "yes"))
    assert (await send.send(world.ctx(lead), OfRun(run.id))).state == State.SCHEDULED


async def test_buttons_are_links_or_ways_into_the_bot(world: World, lead: Actor) -> None:
    run = await drafted(world, lead)
    for typed in ("Сайт", "Сайт | http://example.org", "Сайт | https://a b.org", "| https://example.org"):
        async with world.refused(BroadcastFlaw, why="link"):
            await add_button(world.ctx(lead), AddButton(run.id, typed=typed))
    async with world.refused(Stale):
        await add_button(world.ctx(lead), AddButton(run.id, way="area:nowhere"))
    await add_button(world.ctx(lead), AddButton(run.id, typed="Сайт | Site | https://example.org/a?b=1"))
    await add_button(world.ctx(lead), AddButton(run.id, way="area:home"))
    await add_button(world.ctx(lead), AddButton(run.id, way="call"))
    async with world.refused(BroadcastFlaw, why="buttons"):
        await add_button(world.ctx(lead), AddButton(run.id, way="my"))
    shown = (await run_sight(world, lead)).buttons
    assert [(each.to, each.label) for each in shown] == [
        ("https://example.org/a?b=1", "Сайт"),
        ("area:home", CATALOGUE.life.areas["home"].name.uk),
        ("call", None),
    ]
    await add_button(world.ctx(lead), AddButton(run.id))
    assert (await run_sight(world, lead)).buttons == ()


async def test_a_photo_or_document_goes_along_and_is_kept(world: World, olena: Actor, lead: Actor) -> None:
    run = await drafted(world, lead)
    for kind in set(FileKind) - {FileKind.PHOTO, FileKind.DOCUMENT}:
        async with world.refused(BroadcastFlaw, why="file"):
            await attach_file(world.ctx(lead), Attach(run.id, Attachment(kind, "f")))
    async with world.refused(BroadcastFlaw, why="large"):
        await attach_file(world.ctx(lead), Attach(run.id, Attachment(FileKind.PHOTO, "f", size=10**9)))
    await attach_file(world.ctx(lead), Attach(run.id, Attachment(FileKind.PHOTO, "file-1", "u-1", size=100)))
    file = await broadcasts.file_of(world.uow.session, run.broadcast_id)
    assert file is not None
    claimed = list(await files.claim(world.uow.session, limit=5, lease=60, worker=None))
    [ours] = [each for each in claimed if each.id == file.id]
    assert await fetched(machine(world), Fetched(file.id, ours.lease, b"photo"))
    assert await files.content(world.uow.session, file.id) == b"photo"
    await preview(world.ctx(lead), OpenRun(run.id))
    [letter] = await world.waiting(kinds.broadcasts.BroadcastPreview, to=lead)
    sight = await world.sight(letter)
    assert sight is not None
    assert isinstance(sight.shows, BroadcastLetterSight)
    assert isinstance(sight.shows.file, FileToSend)
    assert (sight.shows.file.telegram_id, sight.shows.file.kind) == ("file-1", FileKind.PHOTO)
    async with world.refused(BroadcastFlaw, why="long-caption"):
        await write_text(world.ctx(lead), WriteText(run.id, "uk", "а" * 901))
    like = await begin(world.ctx(lead), Begin(like=run.id))
    copied = await broadcasts.file_of(world.uow.session, like.broadcast_id)
    assert copied is not None
    assert (copied.telegram_id, copied.state) == ("file-1", FileState.WAITING)
    await attach_file(world.ctx(lead), Attach(run.id, None))
    assert await broadcasts.file_of(world.uow.session, run.broadcast_id) is None


async def test_a_draft_goes_with_all_that_belongs_to_it(world: World, lead: Actor) -> None:
    run = await drafted(world, lead)
    await attach_file(world.ctx(lead), Attach(run.id, Attachment(FileKind.DOCUMENT, "file-1", name="a.pdf")))
    await drop_draft(world.ctx(lead), DropDraft(run.id))
    for model in (Broadcast, BroadcastRun, File):
        assert await world.uow.session.scalar(text(f"SELECT count(*) FROM {model.__tablename__}")) == 0


async def test_a_time_is_typed_as_everywhere(world: World, olena: Actor, lead: Actor) -> None:
    run = await drafted(world, lead)
    for typed, why in (("колись", "time"), ("сьогодні 9:00", "past"), ("01.01.2027 9:00", "far")):
        async with world.refused(BroadcastFlaw, why=why):
            await set_time(world.ctx(lead), SetTime(run.id, typed))
    await set_time(world.ctx(lead), SetTime(run.id, "завтра 9:00"))
    assert run.due_at == datetime(2026, 3, 12, 7, 0, tzinfo=UTC)
    await choose(world.ctx(lead), Choose(run.id, Menu.WHEN, "now"))
    assert run.due_at is None


async def test_what_is_not_offered_is_refused(world: World, lead: Actor) -> None:
    run = await drafted(world, lead)
    for menu, value in (
        (Menu.ABOUT, "love"),
        (Menu.KEEP, "1"),
        (Menu.WHEN, "yearly"),
        (Menu.BEFORE, "2"),
        (Menu.WHOM, "category"),
    ):
        async with world.refused(Stale):
            await choose(world.ctx(lead), Choose(run.id, menu, value))
    for dimension, code in (
        (Dimension.CATEGORY, "C99"),
        (Dimension.SERVICE, "crisis-of-others"),
        (Dimension.HROMADA, "UA12020010010037010"),
        (Dimension.SEEN, "1"),
    ):
        async with world.refused(Stale):
            await narrow(world.ctx(lead), Narrow(run.id, dimension, code))
    async with world.refused(BroadcastFlaw, why="date"):
        await choose(world.ctx(lead), Choose(run.id, Menu.BEFORE, "3"))
    await choose(world.ctx(lead), Choose(run.id, Menu.ABOUT, "visit"))
    await choose(world.ctx(lead), Choose(run.id, Menu.KEEP, "72"))
    await choose(world.ctx(lead), Choose(run.id, Menu.WHEN, "week"))
    await choose(world.ctx(lead), Choose(run.id, Menu.WHEN, "rule"))
    broadcast = await of(world, run)
    assert (broadcast.kind, broadcast.keep_hours, broadcast.by_rule) == ("visit", 72, True)
    assert content.repeat(broadcast).every is Every.WEEK


async def test_services_that_are_somebodys_secret_are_in_no_list(world: World, lead: Actor) -> None:
    run = await drafted(world, lead)
    secret = next(slug for slug, service in CATALOGUE.services.items() if service.sensitive)
    async with world.refused(Stale):
        await narrow(world.ctx(lead), Narrow(run.id, Dimension.SERVICE, secret))


async def test_a_hromada_is_found_by_its_name_or_a_place_in_it(world: World, lead: Actor) -> None:
    run = await drafted(world, lead)
    async with world.refused(BroadcastFlaw, why="place"):
        await find_hromada(world.ctx(lead), FindHromada(run.id, "Хххххх"))
    await find_hromada(world.ctx(lead), FindHromada(run.id, "Дніпро"))
    [letter] = await world.waiting(kinds.broadcasts.BroadcastMenuScreen, to=lead)
    sight = await world.sight(letter)
    assert sight is not None
    assert isinstance(sight.shows, BroadcastMenuSight)
    first = sight.shows.options[0]
    assert first.label == "Дніпровська (Дніпропетровська)"
    await narrow(world.ctx(lead), Narrow(run.id, Dimension.HROMADA, first.value))
    assert content.segment(await of(world, run))[Dimension.HROMADA] == (first.value,)
