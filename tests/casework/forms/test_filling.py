"""Question by question: what each step keeps, shows and refuses."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from casework.cases.withdraw import Withdraw, withdraw
from casework.context import Actor
from casework.errors import CaseClosed, NoSuchCase, NotPermitted, Stale
from casework.files.attachment import Attachment
from casework.forms.answer import AnswerForm, answer
from casework.forms.begin import BeginForm, begin
from casework.forms.cancel import CancelForm, anew, cancel, drop, go_on
from casework.forms.choose import choose, choose_abroad, choose_done
from casework.forms.filling import Pressed, Went
from casework.forms.move import back, edit, skip
from casework.forms.submit import submit
from casework.forms.words import leave_words, pass_words
from casework.letters import kinds
from casework.people.consent import Decline, Watch, decline, watch
from casework.people.erase import Erase, erase
from casework.people.start import Start, start
from casework.upkeep.forget import DropDrafts, drop_drafts
from db.models import FormDraft
from db.repositories import files
from rules.files import FileKind
from rules.forms import FORMS, SUMMARY, Problem, Said
from tests.casework.forms.trying import Trying
from tests.casework.world import CATALOGUE, World, machine
from tests.rules.forms.trial import FILLED, TRIAL

SLOT = f"form:{TRIAL.slug}"
PRESSES = [choose, choose_abroad, choose_done, back, skip, edit, drop, anew, pass_words, leave_words, submit]


async def shown(trying: Trying) -> kinds.Letter | None:
    return await trying.world.screen(trying.actor, SLOT)


async def test_the_first_question_is_shown(trying: Trying) -> None:
    form_id = await trying.begins()
    assert await trying.at() == "name"
    assert await shown(trying) == kinds.FormScreen(form_id)


async def test_an_answer_is_kept_and_the_next_question_asked(trying: Trying) -> None:
    await trying.begins()
    assert await trying.says("Олена") is Went.ON
    assert (await trying.answers(), await trying.at()) == ({"name": "Олена"}, "tax")


async def test_a_tax_number_with_a_wrong_check_digit_is_said_so_and_asked_again(trying: Trying) -> None:
    await trying.begins()
    await trying.says("Олена")
    await trying.says("1234567890")
    assert await shown(trying) == kinds.FormScreen(trying.form_id, Problem.WRONG_CHECK_DIGIT.value)
    assert (await trying.answers(), await trying.at()) == ({"name": "Олена"}, "tax")
    await trying.says("1234567899")
    assert (await trying.answers())["tax"] == "1234567899"


async def test_several_are_ticked_and_unticked_until_done(trying: Trying) -> None:
    await trying.begins()
    await trying.stands({key: FILLED[key] for key in ("name", "tax", "since", "phone", "paper")}, "needs")
    ctx = trying.world.ctx(trying.actor)
    await choose_done(ctx, await trying.button())
    assert await shown(trying) == kinds.FormScreen(trying.form_id, Problem.NOTHING_CHOSEN.value)
    for number in (0, 1, 2, 0):
        assert await choose(ctx, await trying.button(number)) is Went.ON
    await choose_done(ctx, await trying.button())
    assert (await trying.answers())["needs"] == ["wood", "coal"]
    assert await trying.at() == "home"


async def test_only_what_may_be_left_out_is_left_out(trying: Trying) -> None:
    await trying.begins()
    ctx = trying.world.ctx(trying.actor)
    await skip(ctx, await trying.button())
    assert await trying.at() == "name"
    await trying.says("Олена")
    await skip(ctx, await trying.button())
    assert (await trying.answers(), await trying.at()) == ({"name": "Олена", "tax": None}, "since")


async def test_back_keeps_the_answer_and_the_first_has_nothing_before_it(trying: Trying) -> None:
    await trying.begins()
    ctx = trying.world.ctx(trying.actor)
    await trying.says("Олена")
    await back(ctx, await trying.button())
    assert (await trying.answers(), await trying.at()) == ({"name": "Олена"}, "name")
    await back(ctx, await trying.button())
    assert await trying.at() == "name"


async def test_an_answer_is_changed_from_the_summary_and_what_is_newly_asked_is_asked(trying: Trying) -> None:
    await trying.begins()
    await trying.stands(FILLED | {"children": "no"}, SUMMARY)
    ctx = trying.world.ctx(trying.actor)
    await go_on(ctx, await trying.button())
    assert await shown(trying) == kinds.FormSummaryScreen(trying.form_id)
    await edit(ctx, await trying.button(list(FILLED).index("children")))
    await choose(ctx, await trying.button(0))
    assert await trying.at() == SUMMARY, "what was told of the children before is there again"


@pytest.mark.parametrize("press", PRESSES, ids=lambda each: each.__name__)
async def test_a_button_of_an_earlier_state_changes_nothing_and_shows_what_is(trying: Trying, press: object) -> None:
    await trying.begins()
    old = await trying.button()
    await trying.says("Олена")
    before = (await trying.draft()).revision
    assert await press(trying.world.ctx(trying.actor), old) is Went.STALE  # type: ignore[operator]  # one of the acts
    assert (await trying.answers(), await trying.at()) == ({"name": "Олена"}, "tax")
    assert (await trying.draft()).revision == before
    assert await shown(trying) == kinds.FormScreen(trying.form_id)


@pytest.mark.parametrize("press", [*PRESSES, go_on], ids=lambda each: each.__name__)
async def test_nobody_presses_in_the_form_of_another(trying: Trying, mykola: Actor, press: object) -> None:
    await trying.begins()
    button = await trying.button()
    async with trying.world.refused(Stale):
        await press(trying.world.ctx(mykola), button)  # type: ignore[operator]  # one of the acts


@pytest.mark.parametrize("number", [3, 999])
async def test_a_forged_number_chooses_nothing(trying: Trying, number: int) -> None:
    await trying.begins()
    await trying.stands({key: FILLED[key] for key in ("name", "tax", "since", "phone", "paper")}, "needs")
    ctx = trying.world.ctx(trying.actor)
    await choose(ctx, await trying.button(number))
    await edit(ctx, await trying.button(number + 10))
    assert await trying.at() == "needs"


async def test_it_is_sent_once(trying: Trying) -> None:
    await trying.begins()
    await trying.stands(FILLED, SUMMARY)
    button = await trying.button()
    ctx = trying.world.ctx(trying.actor)
    assert await submit(ctx, button) is Went.OVER
    assert trying.sent == [FILLED]
    async with trying.world.refused(Stale):
        await submit(ctx, button)


async def test_what_is_missing_is_asked_before_it_is_sent(trying: Trying) -> None:
    await trying.begins()
    await trying.stands({key: FILLED[key] for key in FILLED if key != "since"}, SUMMARY)
    assert await submit(trying.world.ctx(trying.actor), await trying.button()) is Went.ON
    assert (trying.sent, await trying.at()) == ([], "since")


async def test_a_form_about_a_case_that_is_over_is_not_sent(trying: Trying, olena: Actor) -> None:
    case = await trying.world.case(olena)
    await trying.begins(case_id=case.id)
    await trying.stands(FILLED, SUMMARY)
    await withdraw(trying.world.ctx(olena), Withdraw(case.id))
    button = await trying.button()
    async with trying.world.refused(CaseClosed):
        await submit(trying.world.ctx(olena), button)
    async with trying.world.refused(CaseClosed):
        await begin(trying.world.ctx(olena), BeginForm(TRIAL.slug, case.id))


async def test_nobody_begins_a_form_about_the_case_of_another(trying: Trying, olena: Actor, mykola: Actor) -> None:
    case = await trying.world.case(olena)
    async with trying.world.refused(NoSuchCase):
        await begin(trying.world.ctx(mykola), BeginForm(TRIAL.slug, case.id))


async def test_before_the_consent_and_on_a_watched_phone_no_form_begins(trying: Trying) -> None:
    for somebody in (await trying.world.newcomer(), await trying.world.watched()):
        async with trying.world.refused(NotPermitted):
            await begin(trying.world.ctx(somebody), BeginForm(TRIAL.slug))


async def test_one_form_of_a_kind_is_on_its_way(trying: Trying) -> None:
    first = await trying.begins()
    await trying.says("Олена")
    assert await trying.begins() == first
    assert await shown(trying) == kinds.FormResumeScreen(first)


async def test_it_is_cancelled_at_once_where_nothing_is_filled_in_and_else_after_a_question(trying: Trying) -> None:
    await trying.begins()
    ctx = trying.world.ctx(trying.actor)
    assert await cancel(ctx, CancelForm(trying.form_id)) is Went.OVER
    assert await shown(trying) == kinds.CancelledScreen()
    await trying.begins()
    await trying.says("Олена")
    assert await cancel(ctx, CancelForm(trying.form_id)) is Went.ON
    assert await shown(trying) == kinds.FormCancelAskScreen(trying.form_id)
    assert await drop(ctx, await trying.button()) is Went.OVER
    async with trying.world.refused(Stale):
        await cancel(ctx, CancelForm(trying.form_id))
    assert await trying.says("Олена") is Went.OVER


async def test_anew_forgets_the_answers(trying: Trying) -> None:
    await trying.begins()
    await trying.says("Олена")
    await anew(trying.world.ctx(trying.actor), await trying.button())
    assert (await trying.answers(), await trying.at()) == ({}, "name")


async def test_start_asks_about_the_form_that_waits(trying: Trying, world: World, olena: Actor) -> None:
    await trying.begins()
    world.wait(days=1)
    await start(world.ctx(olena), Start())
    assert await shown(trying) == kinds.FormResumeScreen(trying.form_id)


async def test_a_new_version_of_the_form_keeps_what_fits_and_makes_old_buttons_stale(
    trying: Trying, monkeypatch: pytest.MonkeyPatch
) -> None:
    await trying.begins()
    await trying.says("Олена")
    await skip(trying.world.ctx(trying.actor), await trying.button())
    old = await trying.button()
    monkeypatch.setitem(FORMS, TRIAL.slug, replace(TRIAL, version=2, steps=TRIAL.steps[:1] + TRIAL.steps[2:]))
    assert await skip(trying.world.ctx(trying.actor), old) is Went.STALE
    assert (await trying.answers(), await trying.at()) == ({"name": "Олена"}, "since")
    assert (await trying.draft()).version == 2


async def test_a_form_that_is_gone_from_the_house_is_over(trying: Trying, monkeypatch: pytest.MonkeyPatch) -> None:
    await trying.begins()
    button = await trying.button()
    monkeypatch.delitem(FORMS, TRIAL.slug)
    async with trying.world.refused(Stale):
        await back(trying.world.ctx(trying.actor), button)
    await start(trying.world.ctx(trying.actor), Start())


async def test_words_that_are_no_answer_wait_and_are_passed_on_or_forgotten(trying: Trying, olena: Actor) -> None:
    await trying.begins()
    await trying.stands({key: FILLED[key] for key in list(FILLED)[:7]}, "children")
    ctx = trying.world.ctx(olena)
    await trying.says("у нас біда")
    [waiting] = await trying.world.drafts(olena)
    assert await shown(trying) == kinds.FormScreen(trying.form_id, Problem.NO_OPTION.value)
    await pass_words(ctx, await trying.button())
    assert (await trying.draft()).words_upto == waiting.id
    await trying.says("і ще одна")
    await leave_words(ctx, await trying.button())
    assert await trying.world.drafts(olena) == [waiting], "what was passed on stays"


async def test_dangerous_words_bring_the_hotlines_first(trying: Trying, olena: Actor) -> None:
    await trying.begins()
    await trying.says("Мене хочуть убити")
    assert "hotlines" in await trying.world.kinds_to(olena)


TERM = timedelta(days=CATALOGUE.retention["form"].days)


@pytest.mark.parametrize(("waited", "gone"), [(TERM, 0), (TERM + timedelta(seconds=1), 1)])
async def test_a_form_that_nobody_touched_is_forgotten(trying: Trying, waited: timedelta, gone: int) -> None:
    await trying.begins()
    trying.world.wait(days=5)
    await trying.says("Олена")
    trying.world.now += waited
    assert await drop_drafts(machine(trying.world), DropDrafts()) == gone


@pytest.mark.parametrize("key", [*FILLED, SUMMARY])
@pytest.mark.parametrize("kind", [FileKind.PHOTO, FileKind.VOICE, FileKind.LOCATION, FileKind.STICKER])
async def test_a_file_at_any_question_waits_beside_the_form(trying: Trying, key: str, kind: FileKind) -> None:
    await trying.begins()
    await trying.stands(FILLED, key)
    before = await trying.draft()
    revision = before.revision
    words = AnswerForm(trying.form_id, Said(None), 1, 700, "під фото", Attachment(kind, "id", "unique"))
    await answer(trying.world.ctx(trying.actor), words)
    after = await trying.draft()
    assert (after.at, await trying.answers(), after.revision) == (key, FILLED, revision + 1)
    [waiting] = await trying.world.drafts(trying.actor)
    assert waiting.text == "під фото"
    file = await files.of_draft(trying.world.uow.session, waiting.id)
    assert file is not None
    assert file.kind == kind


@pytest.mark.parametrize("leaves", ["erases", "declines", "is watched"])
async def test_with_the_consent_the_answers_go(trying: Trying, olena: Actor, leaves: str) -> None:
    await trying.begins()
    await trying.says("Олена")
    ctx = trying.world.ctx(olena)
    match leaves:
        case "erases":
            await erase(ctx, Erase())
        case "declines":
            await decline(ctx, Decline())
        case _:
            await watch(ctx, Watch())
    assert await trying.world.uow.session.get(FormDraft, trying.form_id, populate_existing=True) is None


async def test_what_was_said_is_sealed(trying: Trying) -> None:
    await trying.begins()
    await trying.says("Олена")
    await trying.draft()
    [(answers,)] = await trying.world.uow.session.execute(text("SELECT answers FROM form_drafts"))
    assert b"name" not in bytes(answers)


async def test_a_made_up_revision_is_an_earlier_state(trying: Trying) -> None:
    await trying.begins()
    assert await back(trying.world.ctx(trying.actor), Pressed(trying.form_id, 10**6)) is Went.STALE
