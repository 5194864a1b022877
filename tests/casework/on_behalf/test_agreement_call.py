"""The human is phoned and asked: a call task like any other, and what they said decides."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from casework.calls.ask import Ask, ask
from casework.calls.attempt import Tried
from casework.calls.begin import Begin, begin
from casework.calls.number import Number, give_number
from casework.calls.open import OpenCall, open_call
from casework.cases.close import Close, close
from casework.context import Actor
from casework.errors import CaseClosed, NoNumber, NoSuchCase, NotOwner, NotPermitted, Stale
from casework.letters import kinds
from casework.letters.sights import AgreementCallSight, AgreementUnheardSight, CardSight, DeskSight
from casework.on_behalf.by_code import AgreeByCode, agree_by_code
from casework.on_behalf.call import Heard, OpenAgreement, hear_agreement, open_agreement, try_agreement
from casework.people.erase import Erase, erase
from casework.staff.join import ShowDesk, desk
from db.models import Call, Case, OnBehalf, Reading
from rules.calls import Attempt, When, offered, try_again_by, window
from tests.casework.calls.test_asking import asks
from tests.casework.on_behalf.test_on_behalf import GRANDFATHER, REPORT, case_of, identifying, newest, sends
from tests.casework.world import CATALOGUE, ELSEWHERE, WHY, World


@pytest.fixture
async def row(world: World, olena: Actor) -> OnBehalf:
    """Олена wrote for her grandfather, who is to be phoned."""
    sent = await sends(world, olena, GRANDFATHER)
    await world.deliver()
    return sent


async def calls(world: World) -> list[Call]:
    await world.uow.session.flush()
    query = select(Call).order_by(Call.id).execution_options(populate_existing=True)
    return list((await world.uow.session.scalars(query)).all())


async def test_an_agreement_by_call_is_a_call_that_somebody_has_to_make(world: World, row: OnBehalf) -> None:
    [call] = await calls(world)
    due = window(CATALOGUE, When.SOON, world.now)
    assert (call.case_id, call.person_id, call.reason, call.state) == (
        row.case_id, row.beneficiary_id, "agreement", "open",
    )  # fmt: skip
    assert (call.from_at, call.due_by, call.phone) == (due.start, due.end, None), "the number stands in one place"
    assert "call-needed" in await world.history(await case_of(world, row))


@pytest.mark.parametrize("changes", [{"agree": "code"}, {"who": "child"}, {"knows": "no", "where": None}])
async def test_nobody_is_to_be_phoned_where_no_call_was_chosen(
    world: World, olena: Actor, changes: dict[str, str | None]
) -> None:
    await sends(world, olena, {**GRANDFATHER, "reporter": "no", **changes})
    assert await calls(world) == []


async def test_it_stands_on_the_card_and_on_the_desk(world: World, olena: Actor, iryna: Actor) -> None:
    row = await sends(world, olena, GRANDFATHER)
    case = await case_of(world, row)
    case.owner_id, case.state = iryna.id, "taken"
    [letter] = await world.waiting(kinds.Card)
    sight = await world.sight(letter)
    assert sight is not None
    assert isinstance(sight.shows, CardSight)
    assert sight.shows.agreement_call is not None
    assert (sight.shows.call, sight.shows.may_phone) == (None, False), "the helper asked for no call"
    await desk(world.ctx(iryna), ShowDesk())
    [letter] = await world.waiting(kinds.DeskHome, to=iryna)
    sight = await world.sight(letter)
    assert sight is not None
    assert isinstance(sight.shows, DeskSight)
    assert sight.shows.calls is not None
    assert (sight.shows.calls.count, sight.shows.calls.number) == (1, case.number)


async def test_whom_to_ask_is_shown_to_the_one_who_phones_and_the_human_reads_who_looked(
    world: World, iryna: Actor, row: OnBehalf
) -> None:
    shown = await open_agreement(world.ctx(iryna), OpenAgreement(row.case_id))
    assert (shown.name, shown.phone, shown.relation) == ("Іван Петрович", "+380 50 123 45 67", "relative")
    await open_agreement(world.ctx(iryna), OpenAgreement(row.case_id, on_desk=True))
    [letter] = await world.waiting(kinds.DeskAgreement, to=iryna)
    assert kinds.DeskAgreement.policy.protected
    sight = await world.sight(letter)
    assert sight is not None
    assert isinstance(sight.shows, AgreementCallSight)
    assert len(sight.shows.later) >= 3
    readings = list(await world.uow.session.scalars(select(Reading.person_id)))
    assert readings == [row.beneficiary_id], "one look"


async def test_who_agreed_is_written_down_with_who_heard_it_and_it_is_an_answer(
    world: World, olena: Actor, iryna: Actor, row: OnBehalf
) -> None:
    case = await hear_agreement(world.ctx(iryna), Heard(row.case_id, 0, agreed=True))
    assert (row.agreement, row.agreed_at, row.agreed_with) == ("confirmed", world.now, iryna.id)
    assert (case.owner_id, case.first_answered_at, case.waiting_since) == (iryna.id, world.now, None)
    [call] = await calls(world)
    assert (call.state, call.attempts, call.ended_at) == ("done", 1, world.now)
    [event] = [each for each in await world.events(case) if each.kind == "agreed"]
    assert event.facts == {"by": "call"}
    assert "call-reached" in await world.history(case)
    assert "agreement-known" in await world.kinds_to(olena)
    async with world.refused(Stale):
        await hear_agreement(world.ctx(iryna), Heard(row.case_id, 0, agreed=True))


async def test_who_does_not_agree_is_forgotten_and_the_helper_hears_only_that_we_stop(
    world: World, olena: Actor, iryna: Actor, row: OnBehalf
) -> None:
    assert len(await identifying(world)) == 3
    case = await hear_agreement(world.ctx(iryna), Heard(row.case_id, 0, agreed=False))
    assert await identifying(world) == []
    assert ((await newest(world)).agreement, [call.state for call in await calls(world)]) == ("refused", ["done"])
    assert "not-agreed" in await world.history(case)
    assert "agreement-refused" in await world.kinds_to(olena)
    assert "agreement-known" not in await world.kinds_to(olena)
    assert case.closed_at is None, "a human decides what follows"
    async with world.refused(Stale):
        await hear_agreement(world.ctx(iryna), Heard(row.case_id, 1, agreed=True))


async def unheard(world: World, olena: Actor) -> AgreementUnheardSight:
    letter = (await world.waiting(kinds.AgreementUnheard, to=olena))[-1]
    sight = await world.sight(letter)
    assert sight is not None
    assert isinstance(sight.shows, AgreementUnheardSight)
    return sight.shows


async def test_nobody_answered_and_the_helper_hears_when_we_try_again(
    world: World, olena: Actor, iryna: Actor, row: OnBehalf
) -> None:
    case = await try_agreement(world.ctx(iryna), Tried(row.case_id, Attempt.NO_ANSWER, 0))
    [call] = await calls(world)
    again = try_again_by(CATALOGUE, world.now)
    assert (call.state, call.attempts, call.due_by, row.agreement) == ("open", 1, again, "by-call")
    assert case.waiting_since is not None, "nobody talked with them yet"
    told = await unheard(world, olena)
    assert (told.by, told.wrong, told.code) == (again, False, None)


async def test_after_three_tries_in_vain_the_helper_gets_a_code_that_works(
    world: World, olena: Actor, iryna: Actor, row: OnBehalf
) -> None:
    for tries in range(3):
        await try_agreement(world.ctx(iryna), Tried(row.case_id, Attempt.NO_ANSWER, tries))
    assert (row.agreement, [call.state for call in await calls(world)]) == ("by-code", ["done"])
    told = await unheard(world, olena)
    assert (told.by, told.code is not None) == (None, True)
    assert await agree_by_code(world.ctx(await world.newcomer()), AgreeByCode(row.code or ""))
    assert (await newest(world)).agreement == "confirmed"


async def test_a_wrong_number_is_forgotten_and_not_phoned_again(
    world: World, olena: Actor, iryna: Actor, row: OnBehalf
) -> None:
    await try_agreement(world.ctx(iryna), Tried(row.case_id, Attempt.WRONG_NUMBER, 0))
    assert (row.phone, row.agreement) == (None, "by-code")
    assert (await unheard(world, olena)).wrong
    assert (await open_agreement(world.ctx(iryna), OpenAgreement(row.case_id))).phone is None
    async with world.refused(NoNumber):
        await try_agreement(world.ctx(iryna), Tried(row.case_id, Attempt.NO_ANSWER, 1))
    await hear_agreement(world.ctx(iryna), Heard(row.case_id, 1, agreed=True))
    assert row.agreement == "confirmed", "they called back themselves"


async def test_another_time_is_one_that_was_offered(world: World, iryna: Actor, row: OnBehalf) -> None:
    chosen = offered(CATALOGUE, world.now)[When.AFTERNOON]
    day = chosen.day.toordinal()
    for when, named in ((None, 0), (When.OWN, day), (When.AFTERNOON, day - 1)):
        async with world.refused(Stale):
            await try_agreement(world.ctx(iryna), Tried(row.case_id, Attempt.LATER, 0, when, named))
    await try_agreement(world.ctx(iryna), Tried(row.case_id, Attempt.LATER, 0, When.AFTERNOON, day))
    [call] = await calls(world)
    assert (call.from_at, call.due_by, call.state) == (chosen.start, chosen.end, "open")


@pytest.mark.parametrize("tries", [1, 7])
async def test_a_button_of_another_moment_notes_nothing(world: World, iryna: Actor, row: OnBehalf, tries: int) -> None:
    async with world.refused(Stale):
        await hear_agreement(world.ctx(iryna), Heard(row.case_id, tries, agreed=True))
    for what in Attempt:
        async with world.refused(Stale):
            await try_agreement(world.ctx(iryna), Tried(row.case_id, what, tries))


async def test_where_none_is_awaited_nobody_is_asked(world: World, olena: Actor, iryna: Actor) -> None:
    plain = await world.case(olena)
    for case_id in (plain.id, (await sends(world, olena, REPORT)).case_id):
        async with world.refused(Stale):
            await open_agreement(world.ctx(iryna), OpenAgreement(case_id))
        async with world.refused(Stale):
            await hear_agreement(world.ctx(iryna), Heard(case_id, 0, agreed=True))


async def test_only_staff_of_the_organisation_and_who_has_the_case_ask(
    world: World, olena: Actor, iryna: Actor, andrii: Actor, row: OnBehalf
) -> None:
    elsewhere = await world.staff(name="Олег", organisation=ELSEWHERE)
    async with world.refused(NoSuchCase):
        await hear_agreement(world.ctx(elsewhere), Heard(row.case_id, 0, agreed=True))
    async with world.refused(NotPermitted, act="agreement.hear"):
        await hear_agreement(world.ctx(olena), Heard(row.case_id, 0, agreed=True))
    case = await case_of(world, row)
    case.owner_id, case.state = iryna.id, "taken"
    async with world.refused(NotOwner, owner="Ірина"):
        await hear_agreement(world.ctx(andrii), Heard(row.case_id, 0, agreed=True))
    await close(world.ctx(iryna), Close(case.id, "helped"))
    assert [call.state for call in await calls(world)] == ["cancelled"]
    async with world.refused(CaseClosed):
        await hear_agreement(world.ctx(iryna), Heard(row.case_id, 0, agreed=True))


async def test_the_helper_may_ask_for_a_call_in_the_same_case(world: World, olena: Actor, row: OnBehalf) -> None:
    await asks(world, olena)
    assert sorted(call.reason for call in await calls(world) if call.state == "open") == ["agreement", "asked"]


async def test_a_code_that_came_ends_the_call(world: World, olena: Actor, iryna: Actor) -> None:
    row = await sends(world, olena, GRANDFATHER | {"agree": "code"})
    await try_agreement(world.ctx(iryna), Tried(row.case_id, Attempt.NO_ANSWER, 0))
    assert [call.state for call in await calls(world)] == ["open"], "a caseworker's own try"
    assert await agree_by_code(world.ctx(await world.newcomer()), AgreeByCode(row.code or ""))
    assert [call.state for call in await calls(world)] == ["done"]


async def test_erasing_ends_the_call(world: World, olena: Actor, row: OnBehalf) -> None:
    await erase(world.ctx(olena), Erase())
    assert [call.state for call in await calls(world)] == ["cancelled"]
    assert await identifying(world) == []


HER_NUMBER = "+380671112233"


async def texts_to_staff(world: World) -> str:
    """All that leaves for the group and for desks, as sights say it."""
    return repr(
        [sight.shows for letter, sight in await world.deliver() if letter.chat_id < 0 or letter.kind[:4] == "desk"]
    )


async def hidden(world: World, olena: Actor) -> Case:
    """Олена, whose number and places we know from earlier, reports and stays hidden."""
    person = await world.row(olena)
    person.phone, person.registered_place = HER_NUMBER, "UA44120010010051801"
    return await case_of(world, await sends(world, olena, REPORT))


async def test_the_number_of_who_stays_hidden_stands_behind_no_button(
    world: World, olena: Actor, iryna: Actor, lead: Actor
) -> None:
    case = await hidden(world, olena)
    said = await texts_to_staff(world)
    assert "may_phone=False" in said
    assert "may_phone=True" not in said
    assert "1112233" not in said.replace(" ", "")
    assert "Олена" not in said
    for member in (iryna, lead):
        async with world.refused(NoNumber):
            await open_call(world.ctx(member), OpenCall(case.id, WHY))


async def test_a_call_that_was_to_be_made_is_not_made_to_who_hides(world: World, olena: Actor, iryna: Actor) -> None:
    call = await asks(world, olena)
    case = await world.uow.session.get_one(Case, call.case_id)
    await sends(world, olena, REPORT, case)
    assert call.state == "cancelled"
    async with world.refused(NoNumber):
        await open_call(world.ctx(iryna), OpenCall(case.id, WHY))


async def test_who_hides_and_asks_for_a_call_is_phoned_by_who_has_the_case_or_a_lead(
    world: World, olena: Actor, iryna: Actor, andrii: Actor, lead: Actor
) -> None:
    case = await hidden(world, olena)
    case.owner_id, case.state = iryna.id, "taken"
    await begin(world.ctx(olena), Begin())
    await give_number(world.ctx(olena), Number(HER_NUMBER))
    await ask(world.ctx(olena), Ask("Прошу мені подзвонити.", When.SOON))
    async with world.refused(NotOwner, owner="Ірина"):
        await open_call(world.ctx(andrii), OpenCall(case.id, WHY))
    for member in (iryna, lead):
        assert (await open_call(world.ctx(member), OpenCall(case.id, WHY))).phone == "+380 67 111 22 33"
