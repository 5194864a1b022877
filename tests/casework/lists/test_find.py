"""What a search finds, for whom, and what is written down of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select, text

from casework.context import Actor
from casework.errors import NoSuchCase, NothingToFind
from casework.letters.sights import ListSight
from casework.lists.find import Find, ShowOne, find, show_one
from casework.lists.index import IndexSearch, MakeStale, index_search, make_stale
from casework.people.edit_words import EditedWords, edit_words
from casework.people.erase import Erase, erase
from casework.people.rename import Rename, rename
from db.models import OnBehalf, Person, Reading, SearchKey
from db.repositories.search import STALE_TABLES
from rules.lists import PAGE
from rules.roles import Role
from tests.casework.world import ELSEWHERE, World, machine

PHONE = "+380501234567"


def shown(sight: ListSight) -> list[str]:
    return [each.number.number for each in sight.cases]


async def found(world: World, who: Actor, typed: str) -> list[str]:
    """By what is indexed now."""
    while not (await index_search(machine(world), IndexSearch())).nothing:
        pass
    return shown(await find(world.ctx(who), Find(typed)))


@pytest.mark.parametrize("typed", ["LUH-2026-000001", "luh 2026 000001", "ЛУХ-2026-1", "1", "№ 000001", "2026-000001"])
async def test_a_case_is_found_by_its_number(world: World, olena: Actor, iryna: Actor, typed: str) -> None:
    case = await world.case(olena)
    other = await world.case(olena)
    wanted = [] if typed.startswith("ЛУХ") else [case.number]
    assert await found(world, iryna, typed) == wanted
    assert other.number not in wanted


@pytest.mark.parametrize("typed", ["0501234567", "+38 (050) 123-45-67", "8 050 123 45 67", "501234567"])
async def test_a_case_is_found_by_a_phone_however_it_is_written(
    world: World, olena: Actor, mykola: Actor, iryna: Actor, typed: str
) -> None:
    case = await world.case(olena)
    await world.case(mykola)
    (await world.row(olena)).phone = PHONE
    assert await found(world, iryna, typed) == [case.number]
    [reading] = (await world.uow.session.scalars(select(Reading))).all()
    assert (reading.person_id, reading.staff_id, reading.what) == (olena.id, iryna.id, "search")


async def test_a_number_left_for_a_call_or_for_the_one_who_needs_help_finds_the_case(
    world: World, olena: Actor, mykola: Actor, iryna: Actor
) -> None:
    case, other = await world.case(olena), await world.case(mykola)
    beneficiary = Person(name="Марія", language="uk", created_at=world.now)
    world.uow.session.add(beneficiary)
    await world.uow.session.flush()
    row = OnBehalf(case_id=other.id, beneficiary_id=beneficiary.id, relation="parent", agreement="by-call")
    row.reporter_shown, row.phone = True, "+380671112233"
    world.uow.session.add(row)
    await world.uow.session.flush()
    assert await found(world, iryna, "067 111 22 33") == [other.number]
    assert await found(world, iryna, "063 111 22 33") == []
    assert case.number not in await found(world, iryna, "марія")
    assert await found(world, iryna, "марія") == [other.number]


@pytest.mark.parametrize("typed", ["Кова", "коваленко", "ОЛЕ", "олена кова", "коваленко дрова"])
async def test_a_case_is_found_by_the_beginning_of_a_name_and_a_whole_word(
    world: World, olena: Actor, mykola: Actor, iryna: Actor, typed: str
) -> None:
    case = await world.case(olena, "Потрібні дрова", "на зиму")
    await world.case(mykola, "Потрібні ліки")
    assert await found(world, iryna, typed) == [case.number]


@pytest.mark.parametrize("typed", ["Коволенко", "дров", "валенко", "Ко", "олена шевчук"])
async def test_no_mistake_is_forgiven_and_no_part_of_a_word_is_enough(
    world: World, olena: Actor, mykola: Actor, iryna: Actor, typed: str
) -> None:
    await world.case(olena, "Потрібні дрова")
    await world.case(mykola, "Потрібні ліки")
    if typed == "Ко":
        with pytest.raises(NothingToFind):
            await found(world, iryna, typed)
    else:
        assert await found(world, iryna, typed) == []
    assert await world.uow.session.scalar(select(func.count()).select_from(Reading)) == 0


async def test_what_is_changed_is_found_as_it_is_now(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.case(olena, "Потрібні дрова")
    assert await found(world, iryna, "дрова") == [case.number]
    [message] = await world.messages(case)
    source = await world.uow.session.scalar(
        text("SELECT telegram_message_id FROM pairs WHERE message_id = :id AND side = 'source'"), {"id": message.id}
    )
    await edit_words(world.ctx(olena), EditedWords("Потрібне вугілля", olena.telegram_id or 0, source))
    await world.says(olena, "І ще ковдри", case_id=case.id)
    assert await found(world, iryna, "дрова") == []
    assert await found(world, iryna, "олена") == [case.number]
    await rename(world.ctx(olena), Rename("Галина"))
    assert await found(world, iryna, "олена") == []
    for typed in ("вугілля", "ковдри", "гали"):
        assert await found(world, iryna, typed) == [case.number]


async def test_what_is_erased_is_found_at_once_by_nothing_but_its_number(
    world: World, olena: Actor, iryna: Actor
) -> None:
    case = await world.case(olena, "Потрібні дрова")
    assert await found(world, iryna, "дрова") == [case.number]
    await erase(world.ctx(olena), Erase())
    assert await world.uow.session.scalar(select(func.count()).select_from(SearchKey)) == 0
    for typed in ("дрова", "коваленко"):
        assert await found(world, iryna, typed) == []
    assert await found(world, iryna, case.number) == [case.number]


async def test_who_reports_and_stays_hidden_is_not_found(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.case(olena, "Сусідку б'є чоловік")
    (await world.row(olena)).phone = PHONE
    assert await found(world, iryna, "коваленко") == [case.number]
    beneficiary = Person(name="Ганна Бойко", language="uk", created_at=world.now)
    world.uow.session.add(beneficiary)
    await world.uow.session.flush()
    hidden = OnBehalf(case_id=case.id, beneficiary_id=beneficiary.id, relation="other", agreement="report")
    hidden.reporter_shown = False
    world.uow.session.add(hidden)
    case.indexed = False
    await world.uow.session.flush()
    assert await found(world, iryna, "коваленко") == []
    assert await found(world, iryna, "0501234567") == []
    assert await found(world, iryna, "ганна") == [case.number]


async def test_the_newest_come_first_page_by_page(world: World, olena: Actor, iryna: Actor) -> None:
    numbers = [(await world.case(olena, "Потрібні дрова")).number for _ in range(PAGE + 2)]
    first = await found(world, iryna, "дрова")
    assert first == list(reversed(numbers))[:PAGE]
    page = await find(world.ctx(iryna), Find("дрова"))
    rest = await find(world.ctx(iryna), Find("дрова", page.behind))
    assert shown(rest) == list(reversed(numbers))[PAGE:]
    assert rest.behind == 0


async def test_one_case_by_its_number(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.case(olena)
    assert shown(await show_one(world.ctx(iryna), ShowOne("1"))) == [case.number]
    async with world.refused(NothingToFind):
        await show_one(world.ctx(iryna), ShowOne("дрова"))
    async with world.refused(NoSuchCase):
        await show_one(world.ctx(iryna), ShowOne("LUH-2026-000002"))
    theirs = await world.staff(Role.ADMIN, "Оксана", ELSEWHERE)
    async with world.refused(NoSuchCase):
        await show_one(world.ctx(theirs), ShowOne(case.number))
    async with world.refused(NothingToFind):
        await find(world.ctx(iryna), Find("ні"))


async def test_everything_is_found_again_after_the_search_key_changed(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.case(olena, "Потрібні дрова")
    (await world.row(olena)).phone = PHONE
    await found(world, iryna, "дрова")
    await world.uow.session.execute(text("UPDATE search_keys SET key = key + 1"))
    await world.uow.session.execute(text("UPDATE people SET phone_hash = 'x'"))
    world.uow.session.expire_all()
    assert await found(world, iryna, "дрова") == []
    operator = replace(machine(world), actor=Actor(Role.OPERATOR))
    for table in STALE_TABLES:
        behind: int | None = 0
        while behind is not None:
            behind = await make_stale(operator, MakeStale(table, behind))
    world.uow.session.expire_all()
    for typed in ("дрова", "0501234567", "кова"):
        assert await found(world, iryna, typed) == [case.number]
    keys = await world.uow.session.scalar(select(func.count()).select_from(SearchKey))
    assert keys == len({"потрібні", "дрова"}) + len("олена") - 2 + len("коваленко") - 2


async def test_only_what_changed_is_indexed_again(world: World, olena: Actor) -> None:
    case = await world.case(olena)
    assert (await index_search(machine(world), IndexSearch())).cases == 1
    assert (await index_search(machine(world), IndexSearch())).nothing
    await world.says(olena, "Ще слова", case_id=case.id)
    assert (await index_search(machine(world), IndexSearch())).cases == 1


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(max_size=60))
async def test_any_question_is_answered_or_refused(world: World, olena: Actor, iryna: Actor, typed: str) -> None:
    try:
        await find(world.ctx(iryna), Find(typed))
    except NothingToFind:
        return
