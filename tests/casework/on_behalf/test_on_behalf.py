"""Helper and beneficiary are two humans: what is kept of each, who agrees how, who sees whom."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from sqlalchemy import func, select, text

from casework.cases.close import Close, close
from casework.cases.details import ReadDetails, read_details
from casework.cases.facts import RecordFact, record_fact
from casework.context import Actor
from casework.errors import Stale
from casework.forms.answer import AnswerForm, answer
from casework.forms.begin import BeginForm, begin
from casework.forms.filling import Pressed, Went, answers_of
from casework.forms.submit import submit
from casework.forms.words import pass_words
from casework.letters import kinds
from casework.letters.sights import WhomSentSight
from casework.on_behalf.by_code import AgreeByCode, agree_by_code
from casework.people.erase import Erase, erase
from casework.people.send_words import SendWords, send_words
from casework.upkeep.forget import Forget, forget
from db.models import Case, FormDraft, Message, OnBehalf, Person, Reading
from rules.agreements import CODE_VALID_FOR
from rules.deadlines import law_by
from rules.forms import Answer, Said
from rules.forms.for_whom import FOR_WHOM
from tests.casework.world import CATALOGUE, WHY, World, machine

GRANDFATHER: dict[str, Answer] = {
    "who": "relative",
    "name": "Іван Петрович",
    "born": "1951-03-12",
    "knows": "yes",
    "phone": "+380501234567",
    "agree": "call",
}
REPORT: dict[str, Answer] = {
    "who": "report",
    "name": None,
    "born": None,
    "phone": None,
    "where": "Дрогобич, Шевченка 5",
    "reporter": "no",
}


async def sends(world: World, helper: Actor, answers: dict[str, Answer], case: Case | None = None) -> OnBehalf:
    """The form is filled in with these answers and sent; with words that wait, where it is about no case."""
    upto = 0
    if case is None:
        await world.says(helper, "Потрібні дрова", new=True)
        upto = (await world.drafts(helper))[-1].id
    form_id = await begin(world.ctx(helper), BeginForm(FOR_WHOM.slug, case.id if case else None, upto))
    draft = await world.uow.session.get_one(FormDraft, form_id)
    draft.answers, draft.at = json.dumps(answers), ""
    assert answers_of(draft) == answers
    await submit(world.ctx(helper), Pressed(form_id, draft.revision))
    return await newest(world)


async def newest(world: World) -> OnBehalf:
    query = select(OnBehalf).order_by(OnBehalf.id.desc()).limit(1).execution_options(populate_existing=True)
    await world.uow.session.flush()
    return (await world.uow.session.scalars(query)).one()


async def case_of(world: World, row: OnBehalf) -> Case:
    return await world.uow.session.get_one(Case, row.case_id)


async def test_the_words_become_a_case_of_the_helper_for_somebody_else(world: World, olena: Actor) -> None:
    row = await sends(world, olena, GRANDFATHER)
    case, they = await case_of(world, row), await world.uow.session.get_one(Person, row.beneficiary_id)
    assert case.person_id == olena.id != they.id
    assert (they.name, they.telegram_id, they.age_band) == ("Іван Петрович", None, "age-70-plus")
    assert (row.relation, row.agreement, row.phone, row.born) == ("relative", "by-call", "+380501234567", "1951-03-12")
    assert (case.age_band, case.intake_kind) == ("age-70-plus", "consultation")
    assert [message.text for message in await world.messages(case)] == ["Потрібні дрова"]
    assert await world.drafts(olena) == []
    [event] = [each for each in await world.events(case) if each.kind == "for-another"]
    assert (event.kind, event.facts) == ("for-another", {"relation": "relative", "agreement": "by-call"})
    assert await world.screen(olena, "form:whom") == kinds.WhomSentScreen(case.id)


async def test_the_facts_of_the_helper_are_not_counted_for_the_other(world: World, olena: Actor, iryna: Actor) -> None:
    (await world.row(olena)).audience = "displaced"
    row = await sends(world, olena, GRANDFATHER)
    case = await case_of(world, row)
    assert case.audience is None
    await record_fact(world.ctx(iryna), RecordFact(case.id, "audience", "elderly"))
    assert (await world.row(olena)).audience == "displaced"
    assert (await world.uow.session.get_one(Person, row.beneficiary_id)).audience == "elderly"


@pytest.mark.parametrize(
    ("changes", "agreement", "kind"),
    [
        ({}, "by-call", "consultation"),
        ({"agree": "code"}, "by-code", "consultation"),
        ({"who": "child"}, "not-needed", "consultation"),
        ({"knows": "no", "where": "Дрогобич", "reporter": "yes"}, "report", "report"),
        ({"who": "report", "where": None, "reporter": "no"}, "report", "report"),
    ],
)
async def test_who_has_to_agree(
    world: World, olena: Actor, changes: dict[str, Answer], agreement: str, kind: str
) -> None:
    row = await sends(world, olena, GRANDFATHER | changes)
    case = await case_of(world, row)
    assert (row.agreement, case.intake_kind) == (agreement, kind)
    assert case.law_by == law_by(CATALOGUE, kind, world.now)
    assert (row.code is not None) == (agreement == "by-code")


async def test_an_open_case_is_told_to_be_for_another_once(world: World, olena: Actor) -> None:
    case = await world.case(olena)
    row = await sends(world, olena, GRANDFATHER, case)
    assert row.case_id == case.id
    assert [letter.facts["event"] for letter in await world.waiting(kinds.CaseNews)] == ["for-another"]
    async with world.refused(Stale):
        await begin(world.ctx(olena), BeginForm(FOR_WHOM.slug, case.id))


async def test_a_code_ties_the_account_of_the_other_once(world: World, olena: Actor, mykola: Actor) -> None:
    row = await sends(world, olena, GRANDFATHER | {"agree": "code"})
    code, told = row.code or "", row.beneficiary_id
    ivan = await world.newcomer()
    assert await agree_by_code(world.ctx(olena), AgreeByCode(code)) is False, "not the helper's own"
    assert await agree_by_code(world.ctx(ivan), AgreeByCode(code)) is True
    row = await newest(world)
    assert (row.beneficiary_id, row.agreement, row.agreed_with, row.code, row.code_hash) == (
        ivan.id, "confirmed", None, None, None,
    )  # fmt: skip
    account = await world.row(ivan)
    assert (account.name, account.age_band) == ("Іван Петрович", "age-70-plus")
    assert (await world.uow.session.get_one(Person, told)).name is None
    assert await world.kinds_to(ivan) == ["agreed-by-code"]
    assert await agree_by_code(world.ctx(mykola), AgreeByCode(code)) is False


async def test_a_code_of_another_day_or_of_nobody_is_none(world: World, olena: Actor, mykola: Actor) -> None:
    row = await sends(world, olena, GRANDFATHER | {"agree": "code"})
    code = row.code or ""
    before = await world.everything()
    assert await agree_by_code(world.ctx(mykola), AgreeByCode("0" * 12 if code != "0" * 12 else "1" * 12)) is False
    world.now += CODE_VALID_FOR
    assert await agree_by_code(world.ctx(mykola), AgreeByCode(code)) is False
    assert await world.everything() == before
    [letter] = [each for each in await world.waiting(to=olena) if each.kind == "whom-sent"]
    sight = await world.sight(letter)
    assert sight is not None
    assert isinstance(sight.shows, WhomSentSight)
    assert sight.shows.code is None


async def test_on_a_watched_phone_the_name_is_not_kept(world: World, olena: Actor) -> None:
    row = await sends(world, olena, GRANDFATHER | {"agree": "code"})
    ivan = await world.watched()
    assert await agree_by_code(world.ctx(ivan), AgreeByCode(row.code or ""))
    assert (await world.row(ivan)).name is None


async def readings(world: World) -> set[int]:
    await world.uow.session.flush()
    return set(await world.uow.session.scalars(select(Reading.person_id)))


async def test_the_details_tell_both_and_both_are_told_who_looked(world: World, olena: Actor, iryna: Actor) -> None:
    row = await sends(world, olena, GRANDFATHER)
    shown = await read_details(world.ctx(iryna), ReadDetails(row.case_id, WHY))
    assert (shown.name, shown.on_behalf is not None) == ("Олена Коваленко", True)
    assert shown.on_behalf is not None
    assert (shown.on_behalf.name, shown.on_behalf.phone) == ("Іван Петрович", "+380501234567")
    assert await readings(world) == {olena.id, row.beneficiary_id}


@pytest.mark.parametrize("allows", [True, False])
async def test_a_reporter_is_in_the_details_only_where_they_agree(
    world: World, olena: Actor, iryna: Actor, allows: bool
) -> None:
    row = await sends(world, olena, REPORT | {"reporter": "yes" if allows else "no"})
    shown = await read_details(world.ctx(iryna), ReadDetails(row.case_id, WHY))
    assert (shown.name == "Олена Коваленко") is allows
    assert (olena.id in await readings(world)) is allows
    assert row.beneficiary_id in await readings(world)


async def test_dangerous_words_about_the_place_make_a_crisis(world: World, olena: Actor) -> None:
    row = await sends(world, olena, REPORT | {"where": "Шевченка 5, мене там хочуть убити"})
    assert (await case_of(world, row)).crisis
    calm = await sends(world, olena, REPORT)
    assert not (await case_of(world, calm)).crisis


async def identifying(world: World) -> list[object]:
    await world.uow.session.flush()
    columns = "born, on_behalf.phone, whereabouts, code, code_hash, people.name"
    joined = f"SELECT {columns} FROM on_behalf JOIN people ON people.id = beneficiary_id"
    [found] = await world.uow.session.execute(text(joined))
    return [each for each in found if each is not None]


async def test_what_identifies_goes_when_the_helper_has_all_erased(world: World, olena: Actor) -> None:
    await sends(world, olena, GRANDFATHER | {"agree": "code"})
    assert len(await identifying(world)) == 5
    await erase(world.ctx(olena), Erase())
    assert await identifying(world) == []
    assert (await newest(world)).relation == "relative", "what reports count stays"


async def test_what_identifies_goes_with_the_words_of_an_old_case(world: World, olena: Actor, iryna: Actor) -> None:
    row = await sends(world, olena, GRANDFATHER)
    case = await case_of(world, row)
    case.owner_id, case.state = iryna.id, "taken"
    await close(world.ctx(iryna), Close(case.id, "helped"))
    world.now += timedelta(days=CATALOGUE.retention["case"].days, seconds=1)
    assert (await forget(machine(world), Forget())).cases == 1
    assert await identifying(world) == []
    assert await world.uow.session.scalar(select(func.count()).select_from(Message)) == 0


async def test_the_other_has_what_was_told_of_them_erased(world: World, olena: Actor) -> None:
    row = await sends(world, olena, GRANDFATHER | {"agree": "code"})
    ivan = await world.newcomer()
    await agree_by_code(world.ctx(ivan), AgreeByCode(row.code or ""))
    await erase(world.ctx(ivan), Erase())
    assert await identifying(world) == []
    assert (await case_of(world, row)).erased_at is None, "the helper's words are the helper's"


async def test_without_words_nothing_is_sent(world: World, olena: Actor) -> None:
    form_id = await begin(world.ctx(olena), BeginForm(FOR_WHOM.slug))
    draft = await world.uow.session.get_one(FormDraft, form_id)
    draft.answers, draft.at = '{"who": "child", "name": null, "born": null, "phone": null}', ""
    await world.uow.session.flush()
    assert await submit(world.ctx(olena), Pressed(form_id, draft.revision)) is Went.ON
    assert await world.uow.session.scalar(select(func.count()).select_from(Case)) == 0
    screen = await world.screen(olena, f"form:{FOR_WHOM.slug}")
    assert screen == kinds.FormSummaryScreen(form_id, problem="no-words")

    said = AnswerForm(form_id, Said("Потрібні дрова"), olena.telegram_id or 0, 990)
    assert await answer(world.ctx(olena), said) is Went.ON
    assert await pass_words(world.ctx(olena), Pressed(form_id, draft.revision)) is Went.ON
    assert await submit(world.ctx(olena), Pressed(form_id, draft.revision)) is Went.OVER
    [case] = await world.uow.session.scalars(select(Case))
    assert [message.text for message in await world.messages(case)] == ["Потрібні дрова"]


async def test_words_that_went_into_a_case_meanwhile_take_the_form_there(world: World, olena: Actor) -> None:
    older = await world.case(olena)
    await world.says(olena, "Потрібні дрова", new=True)
    upto = (await world.drafts(olena))[-1].id
    form_id = await begin(world.ctx(olena), BeginForm(FOR_WHOM.slug, None, upto))
    case = await send_words(world.ctx(olena), SendWords(upto))
    draft = await world.uow.session.get_one(FormDraft, form_id)
    draft.answers, draft.at = json.dumps(GRANDFATHER), ""
    await submit(world.ctx(olena), Pressed(form_id, draft.revision))
    assert (await newest(world)).case_id == case.id != older.id
