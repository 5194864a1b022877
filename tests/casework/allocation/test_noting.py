"""Who phones: a caseworker writes down what a family says to questions of later steps, and nothing of it is lost."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from sqlalchemy import select, text

from casework.cases.assign import Assign, assign
from casework.cases.close import Close, close
from casework.context import Actor, Context
from casework.errors import CaseClosed, NoSuchCase, NothingAsked, NotOwner, NotPermitted, Stale, TakeFirst
from casework.forms.answer import AnswerForm, answer
from casework.forms.cancel import CancelForm, anew, cancel, drop, go_on
from casework.forms.choose import choose, choose_abroad
from casework.forms.filling import Pressed, Went, answers_of
from casework.forms.move import back, edit, skip
from casework.forms.submit import submit
from casework.letters import kinds
from casework.letters.sights import FormSummarySight
from casework.letters.sights.later import NotedSight, NotingOverSight
from casework.people.erase import Erase, erase
from casework.recreation.later_answers import NoteAnswers, note_answers
from casework.upkeep.forget import DropDrafts, drop_drafts
from db.models import Call, Reading, Reminder, Telling
from rules.catalogue import ReminderKind
from rules.forms import Said
from rules.roles import Role
from tests.casework.allocation.campaign import Sharing
from tests.casework.allocation.noting import (
    CERTIFICATE,
    PHONE,
    case_id,
    copies,
    corrects,
    forms,
    notes,
    stored,
    submits,
    the_case,
    without_telegram,
    writes_down,
)
from tests.casework.allocation.noting import family as family
from tests.casework.allocation.test_later import NUMBER, looks, of, opens, owed_at_home, says, sends, shows
from tests.casework.world import CATALOGUE, ELSEWHERE, World, machine


async def test_what_is_heard_on_the_phone_is_kept_like_the_familys_own_answers(
    sharing: Sharing, world: World, iryna: Actor, family: Actor
) -> None:
    await without_telegram(world, family)
    await looks(world)
    [call] = await world.uow.session.scalars(select(Call))
    assert call.reason == "tell"
    form_id = await writes_down(sharing, iryna, NUMBER, CERTIFICATE)
    assert await stored(sharing) == {}, "nothing counts before it is confirmed"
    screen = await world.screen(iryna, f"noting:{form_id}")
    assert isinstance(screen, kinds.noting.NotingSummaryScreen)
    shown = await shows(world, iryna, screen, NotedSight)
    assert isinstance(shown.shown, FormSummarySight)
    assert (shown.number, len(shown.shown.answers)) == ((await the_case(sharing)).number, 2)
    await sends(sharing, iryna, form_id)
    assert await stored(sharing) == {"tax": NUMBER, "certificate": CERTIFICATE}
    kept = await world.uow.session.scalar(text("SELECT later FROM applications WHERE later IS NOT NULL"))
    assert NUMBER.encode() not in bytes(kept)
    [noted] = [each for each in await world.events(await the_case(sharing)) if each.kind == "questions-noted"]
    assert (noted.actor_id, noted.actor_kind, noted.facts) == (iryna.id, "caseworker", {"count": 2})
    [telling] = await world.uow.session.scalars(select(Telling).execution_options(populate_existing=True))
    assert (telling.way, telling.told_by) == ("phone", iryna.id)
    await world.uow.session.refresh(call)
    assert (call.state, call.attempts) == ("done", 1)
    reminding = select(Reminder.id).where(Reminder.kind == ReminderKind.APPLICATION, Reminder.state == "waiting")
    assert (await world.uow.session.scalars(reminding)).all() == [], "nobody is reminded of what was said"
    assert await forms(world) == 0
    over = await world.screen(iryna, f"noting:{form_id}")
    assert over is not None
    done = await shows(world, iryna, over, NotingOverSight)
    assert (done.noted, done.copied) == (True, False)


async def test_other_words_that_wait_keep_the_call(sharing: Sharing, world: World, iryna: Actor, family: Actor) -> None:
    await without_telegram(world, family)
    case = await the_case(sharing)
    await world.topic(case)
    await world.answers(iryna, case, "Автобус о шостій")
    await looks(world)
    await sends(sharing, iryna, await writes_down(sharing, iryna, NUMBER, CERTIFICATE))
    [call] = await world.uow.session.scalars(select(Call).execution_options(populate_existing=True))
    assert call.state == "open", "the answer about the bus is not told yet"


async def test_a_family_in_telegram_gets_a_copy_and_corrects_it_itself(
    sharing: Sharing, world: World, iryna: Actor, family: Actor
) -> None:
    await looks(world)
    await sends(sharing, iryna, await writes_down(sharing, iryna, NUMBER, CERTIFICATE))
    [copy] = await copies(world, family)
    assert [each.text for each in copy.answers] == [NUMBER, CERTIFICATE]
    assert await owed_at_home(world, family, await of(sharing)) == ()
    form_id = await opens(world, family, await of(sharing))
    await corrects(sharing, family, form_id, 1, "4321-0987654321")
    await sends(sharing, family, form_id)
    assert await stored(sharing) == {"tax": NUMBER, "certificate": "4321-0987654321"}
    assert (await world.history(await the_case(sharing)))[-1] == "questions-answered", "the topic tells it to Ірина"


async def test_where_somebody_else_may_read_the_phone_the_copy_names_nothing(
    sharing: Sharing, world: World, iryna: Actor, family: Actor
) -> None:
    await looks(world)
    (await world.row(family)).covered = True
    await sends(sharing, iryna, await writes_down(sharing, iryna, NUMBER, CERTIFICATE))
    [copy] = await copies(world, family)
    assert copy.answers == ()
    assert not copy.later.named


async def test_who_is_phoned_since_only_a_human_may_write_is_phoned_no_more(
    sharing: Sharing, world: World, iryna: Actor, family: Actor
) -> None:
    person = await world.row(family)
    person.human_only, person.phone = True, PHONE
    await looks(world)
    [call] = await world.uow.session.scalars(select(Call))
    assert (call.reason, call.state) == ("remind", "open")
    await sends(sharing, iryna, await writes_down(sharing, iryna, NUMBER, CERTIFICATE))
    await world.uow.session.refresh(call)
    assert call.state == "cancelled"


async def test_a_form_can_be_left_gone_on_with_and_stopped(
    sharing: Sharing, world: World, iryna: Actor, family: Actor
) -> None:
    await looks(world)
    form_id = await writes_down(sharing, iryna, "12", NUMBER)
    assert await world.drafts(family) == [], "what a caseworker mistypes is nobody's message"
    assert await notes(sharing, iryna) == form_id
    draft = await sharing.programme.draft(form_id)
    assert (draft.at, answers_of(draft)) == ("certificate", {"tax": NUMBER})
    assert await cancel(world.ctx(iryna), CancelForm(form_id)) is Went.ON, "it is asked first"
    asked = await world.screen(iryna, f"noting:{form_id}")
    assert isinstance(asked, kinds.noting.NotingStopAskScreen)
    assert await drop(world.ctx(iryna), Pressed(form_id, draft.revision)) is Went.OVER
    assert (await forms(world), await stored(sharing)) == (0, {})
    over = await world.screen(iryna, f"noting:{form_id}")
    assert isinstance(over, kinds.noting.NotingOverScreen)
    assert not over.noted


async def test_what_was_answered_is_corrected_in_the_same_way(
    sharing: Sharing, world: World, iryna: Actor, family: Actor
) -> None:
    await looks(world)
    own = await opens(world, family, await of(sharing))
    await says(world, family, own, NUMBER)
    await says(world, family, own, CERTIFICATE)
    await sends(sharing, family, own)
    form_id = await notes(sharing, iryna)
    assert answers_of(await sharing.programme.draft(form_id)) == {"tax": NUMBER, "certificate": CERTIFICATE}
    await corrects(sharing, iryna, form_id, 1, "4321-0987654321")
    await sends(sharing, iryna, form_id)
    assert await stored(sharing) == {"tax": NUMBER, "certificate": "4321-0987654321"}
    seen = await world.uow.session.scalars(select(Reading.staff_id).where(Reading.case_id == await case_id(sharing)))
    assert set(seen) == {iryna.id}, "what stood there was seen, and that is written down"


async def test_who_may_write_it_down(
    sharing: Sharing, world: World, iryna: Actor, andrii: Actor, family: Actor
) -> None:
    await looks(world)
    async with world.refused(NotOwner, owner="Ірина"):
        await notes(sharing, andrii)
    for role in (Role.CASEWORKER, Role.SUPERVISOR, Role.ADMIN):
        stranger = await world.staff(role, f"Чужа {role}", ELSEWHERE)
        async with world.refused(NoSuchCase):
            await notes(sharing, stranger)
    async with world.refused(NotPermitted, act="later.note"):
        await notes(sharing, family)
    (await the_case(sharing)).owner_id = None
    async with world.refused(TakeFirst):
        await notes(sharing, andrii)
    await sends(sharing, sharing.lead, await writes_down(sharing, sharing.lead, NUMBER, CERTIFICATE))
    assert await stored(sharing) == {"tax": NUMBER, "certificate": CERTIFICATE}


STEPS: dict[str, Callable[[Context, Pressed], Awaitable[Any]]] = {
    "answer": lambda ctx, at: answer(ctx, AnswerForm(at.form_id, Said(CERTIFICATE), 1, 900)),
    "choose": choose,
    "choose_abroad": choose_abroad,
    "back": back,
    "skip": skip,
    "edit": edit,
    "cancel": lambda ctx, at: cancel(ctx, CancelForm(at.form_id)),
    "drop": drop,
    "go_on": go_on,
    "anew": anew,
    "submit": submit,
}
"""All that can be done to a form that is written down."""


@pytest.mark.parametrize("step", STEPS)
async def test_each_step_asks_whose_form_and_whose_case_it_is(
    sharing: Sharing, world: World, iryna: Actor, andrii: Actor, mykola: Actor, family: Actor, step: str
) -> None:
    await looks(world)
    form_id = await writes_down(sharing, iryna, NUMBER)
    own = await opens(world, family, await of(sharing))
    do, noted, theirs = STEPS[step], await sharing.programme.draft(form_id), await sharing.programme.draft(own)
    at, at_own = Pressed(form_id, noted.revision), Pressed(own, theirs.revision)
    stale: list[tuple[Actor, Pressed]] = [
        (andrii, at), (sharing.lead, at), (family, at), (mykola, at), (iryna, at_own), (iryna, Pressed(0, 0)),
    ]  # fmt: skip
    for who, where in stale:
        before = await world.everything()
        if step == "answer":
            assert await do(world.ctx(who), where) is Went.OVER
        else:
            with pytest.raises(Stale):
                await do(world.ctx(who), where)
        assert set(await world.everything()) == set(before), (who.role, where)
    await assign(world.ctx(sharing.lead), Assign(await case_id(sharing), andrii.id or 0, iryna.id or 0))
    async with world.refused(NotOwner, owner="Андрій"):
        await do(world.ctx(iryna), at)


async def test_nothing_is_written_down_where_nothing_is_asked(
    sharing: Sharing, world: World, iryna: Actor, family: Actor
) -> None:
    async with world.refused(NothingAsked):
        await notes(sharing, iryna)
    other = await world.taken(await world.person("Павло"), iryna)
    async with world.refused(NothingAsked):
        await note_answers(world.ctx(iryna), NoteAnswers(other.id))
    await looks(world)
    form_id = await writes_down(sharing, iryna, NUMBER, CERTIFICATE)
    await close(world.ctx(iryna), Close(await case_id(sharing), "helped"))
    async with world.refused(CaseClosed):
        await notes(sharing, iryna)
    async with world.refused(CaseClosed):
        await submits(sharing, iryna, form_id)


async def test_what_a_caseworker_left_is_forgotten_and_the_familys_own_form_waits(
    sharing: Sharing, world: World, iryna: Actor, family: Actor
) -> None:
    await looks(world)
    await writes_down(sharing, iryna, NUMBER)
    own = await opens(world, family, await of(sharing))
    world.wait(days=CATALOGUE.retention["form"].days + 1)
    await drop_drafts(machine(world), DropDrafts())
    assert await forms(world) == 1
    assert (await sharing.programme.draft(own)).staff_id is None


async def test_a_form_goes_with_all_that_is_held_of_a_family(
    sharing: Sharing, world: World, iryna: Actor, family: Actor
) -> None:
    await looks(world)
    form_id = await writes_down(sharing, iryna, NUMBER)
    await erase(world.ctx(family), Erase())
    assert await forms(world) == 0
    with pytest.raises(Stale):
        await go_on(world.ctx(iryna), Pressed(form_id, 0))
