"""Where another office decides the person is told who, and by when we look; on that day somebody is reminded."""

from __future__ import annotations

from datetime import timedelta

from casework.context import Actor
from casework.letters import kinds
from casework.letters.sights import CheckDueSight, MyCaseSight, ReceivedSight
from casework.promises.remind import Remind, remind
from db.models import Case
from db.models import Letter as Row
from rules.catalogue import Provider
from rules.deadlines import check_by
from rules.intake import CHECK_OTHERS
from tests.casework.world import CATALOGUE, World, machine

PASSED_ON = "passed-on"
WHO = CATALOGUE.intake_kinds[PASSED_ON].decides


async def test_receipt_and_own_case_say_who_decides_and_by_when_we_look(world: World, olena: Actor) -> None:
    case = await world.case(olena)
    case.intake_kind = PASSED_ON
    looks = check_by(CATALOGUE, CHECK_OTHERS, case.opened_at)
    [letter] = await world.waiting(kinds.CaseReceived)
    received = await world.sight(letter)
    assert received is not None
    assert isinstance(received.shows, ReceivedSight)
    assert WHO is not None
    assert (received.shows.decides, received.shows.check_by, received.shows.law_by) == (WHO.uk, looks, None)
    screen = kinds.MyCaseScreen(case.id)
    own = await world.sight(
        Row(kind=screen.kind, facts=screen.facts(), person_id=olena.id, chat_id=olena.telegram_id or 0, lane="p:1")
    )
    assert own is not None
    assert isinstance(own.shows, MyCaseSight)
    assert (own.shows.decides, own.shows.check_by) == (WHO.uk, looks)
    world.wait(days=30)
    later = await world.sight(
        Row(kind=screen.kind, facts=screen.facts(), person_id=olena.id, chat_id=olena.telegram_id or 0, lane="p:1")
    )
    assert later is not None
    assert isinstance(later.shows, MyCaseSight)
    assert later.shows.check_by is None, "a date that is over is not named"


async def test_on_the_day_the_owner_is_reminded_once(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.taken(olena, iryna)
    case.intake_kind = PASSED_ON
    looks = check_by(CATALOGUE, CHECK_OTHERS, case.opened_at)
    world.now = looks - timedelta(days=1)
    assert await remind(machine(world), Remind()) == 0
    world.now = looks - timedelta(hours=15)
    assert [await remind(machine(world), Remind()) for _ in range(2)] == [1, 0]
    [letter] = await world.waiting(kinds.CheckDue, to=iryna)
    sight = await world.sight(letter)
    assert sight is not None
    assert isinstance(sight.shows, CheckDueSight)
    assert (sight.shows.number, sight.shows.by) == (case.number, looks)
    assert (await world.history(case))[-1] == "check-due"


async def test_where_nobody_has_the_case_leads_are_and_of_our_own_decisions_nobody(
    world: World, olena: Actor, lead: Actor
) -> None:
    case = await world.case(olena)
    world.wait(days=30)
    assert await remind(machine(world), Remind()) == 0
    case.intake_kind = PASSED_ON
    assert await remind(machine(world), Remind()) == 1
    assert await world.waiting(kinds.CheckDue, to=lead)


async def received(world: World, person: Actor, case: Case) -> ReceivedSight:
    row = Row(
        kind="case-received",
        facts={"case_id": case.id},
        person_id=person.id,
        chat_id=person.telegram_id or 0,
        lane="p:1",
    )
    sight = await world.sight(row)
    assert sight is not None
    assert isinstance(sight.shows, ReceivedSight)
    return sight.shows


async def test_a_service_that_a_hromada_decides_says_so_and_somebody_looks(
    world: World, olena: Actor, iryna: Actor
) -> None:
    case = await world.taken(olena, iryna)
    case.service, case.intake_kind = "home-care", "application"
    looks = check_by(CATALOGUE, CHECK_OTHERS, case.opened_at)
    told = await received(world, olena, case)
    assert (told.decides, told.provider, told.check_by, told.law_by) == (None, Provider.HROMADA, looks, None)
    assert told.reply_by is not None, "our own promise stands beside it"
    world.now = looks - timedelta(hours=15)
    assert [await remind(machine(world), Remind()) for _ in range(2)] == [1, 0]
    sight = await world.sight((await world.waiting(kinds.CheckDue, to=iryna))[0])
    assert sight is not None
    assert isinstance(sight.shows, CheckDueSight)
    assert (sight.shows.decides, sight.shows.provider) == (None, Provider.HROMADA)


async def test_where_the_law_set_us_a_date_we_decide_whatever_the_service(
    world: World, olena: Actor, iryna: Actor
) -> None:
    case = await world.taken(olena, iryna)
    case.service, case.law_by = "shelter", case.opened_at + timedelta(hours=24)
    told = await received(world, olena, case)
    assert (told.provider, told.check_by) == (None, None)
    world.wait(days=30)
    assert await remind(machine(world), Remind()) == 0


async def test_on_a_phone_that_others_read_no_office_says_what_it_is_about(
    world: World, olena: Actor, iryna: Actor
) -> None:
    case = await world.taken(olena, iryna)
    case.service = "shelter"
    (await world.row(olena)).covered = True
    told = await received(world, olena, case)
    assert (told.service, told.provider, told.decides) == (None, None, None)
