"""`/privacy` says truthfully what is held, the file holds it whole, and after erasing none of it is left."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from casework.calls.begin import Begin, begin
from casework.calls.number import Number, give_number
from casework.context import Actor
from casework.forms.answer import AnswerForm, answer
from casework.forms.begin import BeginForm
from casework.forms.begin import begin as begin_form
from casework.letters import kinds
from casework.letters.sights import EraseAskSight, HeldSight, OwnDataSight, PrivacySight
from casework.on_behalf.by_code import AgreeByCode, agree_by_code
from casework.on_behalf.call import Heard, hear_agreement
from casework.people.erase import Erase, erase
from casework.people.export import Export, export
from casework.people.show_screen import ShowScreen, show_screen
from casework.returning.ask import AskReturn, ask_return
from casework.returning.begin import BeginReturn, begin_return
from casework.upkeep.forget import DropDrafts, drop_drafts
from db.models import Base
from rules.forms import Said
from rules.forms.for_whom import FOR_WHOM
from rules.local_time import local_date
from tests.casework.calls.test_asking import asks
from tests.casework.on_behalf.test_on_behalf import GRANDFATHER, sends
from tests.casework.world import CATALOGUE, World, machine
from tests.house.held import COLUMNS
from tests.house.test_privacy_tables import sealed_columns


async def page(world: World, person: Actor) -> HeldSight:
    await show_screen(world.ctx(person), ShowScreen(kinds.PrivacyScreen.kind))
    letter = (await world.waiting(kinds.PrivacyScreen, to=person))[-1]
    sight = await world.sight(letter)
    assert sight is not None
    assert isinstance(sight.shows, PrivacySight)
    return sight.shows.held


async def everything_told(world: World, olena: Actor) -> None:
    """Олена asked for a call, wrote for her grandfather, and began a form for somebody else."""
    await asks(world, olena)
    await sends(world, olena, GRANDFATHER)
    form_id = await begin_form(world.ctx(olena), BeginForm(FOR_WHOM.slug))
    await answer(world.ctx(olena), AnswerForm(form_id, Said("child", options={"who": "child"}), 1, 990))
    await answer(world.ctx(olena), AnswerForm(form_id, Said("Марко"), 1, 991))


async def test_the_page_counts_what_the_tables_hold(world: World, olena: Actor) -> None:
    assert await page(world, olena) == HeldSight()
    await everything_told(world, olena)
    held = await page(world, olena)
    assert (held.phone, held.calls, held.others, held.told) == (True, 1, 1, 0)
    [form] = held.forms
    kept = CATALOGUE.retention["form"].days
    assert (form.form, form.answers, (form.until - local_date(world.now)).days) == ("whom", 2, kept)


async def test_a_number_to_be_found_by_is_named_lies_in_the_file_and_goes_with_the_rest(
    world: World, olena: Actor
) -> None:
    await begin_return(world.ctx(olena), BeginReturn())
    await ask_return(world.ctx(olena), AskReturn("Знайдіть мої звернення", "+380501234567", proved=True))
    assert (await page(world, olena)).calls == 1
    assert [each.phone for each in (await own_data(world, olena)).calls] == ["+380 50 123 45 67"]
    await erase(world.ctx(olena), Erase())
    assert (await page(world, olena)).calls == 0


async def test_a_form_goes_when_the_page_says(world: World, olena: Actor) -> None:
    await everything_told(world, olena)
    [form] = (await page(world, olena)).forms
    world.wait(days=(form.until - local_date(world.now)).days, seconds=1)
    assert await drop_drafts(machine(world), DropDrafts()) == 1
    assert await rows_with(world, "form_drafts.answers") == 0


async def test_who_was_told_of_reads_that_others_told_and_what_and_not_who(world: World, olena: Actor) -> None:
    row = await sends(world, olena, GRANDFATHER | {"agree": "code"})
    ivan = await world.person("Іван")
    await agree_by_code(world.ctx(ivan), AgreeByCode(row.code or ""))
    assert (await page(world, ivan)).told == 1
    shown = await own_data(world, ivan)
    [line] = shown.told
    assert (line.told.phone, line.told.born is not None) == ("+380501234567", True)
    assert "Олена" not in repr(shown)
    await erase(world.ctx(ivan), Erase())
    assert (await page(world, ivan)).told == 0


async def own_data(world: World, person: Actor) -> OwnDataSight:
    await export(world.ctx(person), Export(confirmed=True))
    letter = (await world.waiting(kinds.OwnData, to=person))[-1]
    sight = await world.sight(letter)
    assert sight is not None
    assert isinstance(sight.shows, OwnDataSight)
    return sight.shows


async def test_the_file_holds_numbers_answers_and_whom_they_told_of(world: World, olena: Actor) -> None:
    await everything_told(world, olena)
    shown = await own_data(world, olena)
    assert shown.phone == "+380 50 123 45 67"
    assert [call.phone for call in shown.calls] == ["+380 50 123 45 67"]
    [form] = shown.forms
    assert [line.text or line.options for line in form.answers][:2] == [("child",), "Марко"]
    [other] = shown.others
    assert (other.told.name, other.told.phone) == ("Іван Петрович", "+380501234567")


async def test_the_question_before_erasing_says_the_same(world: World, olena: Actor) -> None:
    await everything_told(world, olena)
    held = await page(world, olena)
    await show_screen(world.ctx(olena), ShowScreen(kinds.EraseAskScreen.kind))
    letter = (await world.waiting(kinds.EraseAskScreen, to=olena))[-1]
    sight = await world.sight(letter)
    assert sight is not None
    assert isinstance(sight.shows, EraseAskSight)
    assert sight.shows.held == held != HeldSight()


async def test_who_did_not_agree_is_held_no_more(world: World, olena: Actor, iryna: Actor) -> None:
    row = await sends(world, olena, GRANDFATHER)
    assert (await page(world, olena)).others == 1
    await hear_agreement(world.ctx(iryna), Heard(row.case_id, 0, agreed=False))
    assert (await page(world, olena)).others == 0


async def rows_with(world: World, column: str) -> int:
    table, name = column.split(".")
    await world.uow.session.flush()
    found = await world.uow.session.scalar(text(f"SELECT count(*) FROM {table} WHERE {name} IS NOT NULL"))
    return int(found or 0)


async def test_after_erasing_no_sealed_column_holds_anything_of_theirs(world: World, olena: Actor) -> None:
    await everything_told(world, olena)
    await begin(world.ctx(olena), Begin())
    await give_number(world.ctx(olena), Number("050 765 43 21", own=False, name="Сусідка"))
    filled = [column for column in COLUMNS if await rows_with(world, column)]
    assert {"people.phone", "calls.phone", "form_drafts.answers", "on_behalf.phone", "messages.text"} <= set(filled)
    await erase(world.ctx(olena), Erase())
    world.uow.session.expire_all()
    assert [column for column in COLUMNS if await rows_with(world, column)] == []


@pytest.mark.parametrize("column", sorted(COLUMNS))
def test_the_columns_are_those_of_the_tables(column: str) -> None:
    assert column in sealed_columns(Base.metadata)
