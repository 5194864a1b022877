"""A family that is asked for two numbers, and a caseworker who writes down what it says."""

from __future__ import annotations

import json
from typing import Any

import pytest
from sqlalchemy import func, select

from casework.cases.take import Take, take
from casework.context import Actor
from casework.forms.filling import Pressed, Went
from casework.forms.move import edit
from casework.forms.submit import submit
from casework.letters import kinds
from casework.letters.sights.later import QuestionsSight
from casework.recreation.later_answers import NoteAnswers, note_answers
from db.models import Case, FormDraft
from rules.recreation.editing import Field
from tests.casework.allocation.campaign import Sharing
from tests.casework.allocation.test_later import of, says
from tests.casework.world import World

TWO = "categories need\nperiod need\ntogether need\ntax confirmation\ncertificate confirmation"
EACH_CHILD = "categories need\nperiod need\ntogether need\nsize confirmation"
CERTIFICATE = "1234-1234567890"
PHONE = "+380501234567"


@pytest.fixture
async def family(sharing: Sharing, world: World, iryna: Actor) -> Actor:
    """A family of one child that will be asked for two numbers; Ірина has its case."""
    await sharing.programme.types(Field.ASKS, TWO)
    guardian = await sharing.applies("Олена Коваль")
    await take(world.ctx(iryna), Take(await case_id(sharing)))
    world.wait(minutes=20)
    await world.deliver()
    return guardian


async def case_id(sharing: Sharing) -> int:
    return (await of(sharing)).case_id or 0


async def the_case(sharing: Sharing) -> Case:
    return await sharing.world.uow.session.get_one(Case, await case_id(sharing))


async def without_telegram(world: World, who: Actor) -> None:
    person = await world.row(who)
    person.telegram_id, person.phone = None, PHONE
    await world.uow.session.flush()


async def notes(sharing: Sharing, who: Actor) -> int:
    return await note_answers(sharing.world.ctx(who), NoteAnswers(await case_id(sharing)))


async def writes_down(sharing: Sharing, who: Actor, *words: str) -> int:
    """All that is asked, up to the summary; the form."""
    form_id = await notes(sharing, who)
    for each in words:
        await says(sharing.world, who, form_id, each)
    return form_id


async def stored(sharing: Sharing) -> dict[str, Any]:
    """What stands with the application."""
    found: dict[str, Any] = json.loads((await of(sharing)).later or "{}")
    return found


async def forms(world: World) -> int:
    await world.uow.session.flush()
    return await world.uow.session.scalar(select(func.count()).select_from(FormDraft)) or 0


async def problem(sharing: Sharing, who: Actor, form_id: int) -> str:
    """What the caseworker's summary says is wrong."""
    found = await sharing.world.screen(who, f"noting:{form_id}")
    assert isinstance(found, kinds.noting.NotingSummaryScreen)
    return found.problem


async def corrects(sharing: Sharing, who: Actor, form_id: int, number: int, words: str) -> None:
    """From the summary to an answer, and back."""
    draft = await sharing.programme.draft(form_id)
    assert await edit(sharing.world.ctx(who), Pressed(form_id, draft.revision, number)) is Went.ON
    await says(sharing.world, who, form_id, words)


async def submits(sharing: Sharing, who: Actor, form_id: int) -> Went:
    draft = await sharing.programme.draft(form_id)
    return await submit(sharing.world.ctx(who), Pressed(form_id, draft.revision))


async def copies(world: World, who: Actor) -> list[QuestionsSight]:
    """Letters to the family with what was written down, as they are sent."""
    found = []
    for letter, sight in await world.deliver():
        if letter.kind == kinds.noting.QuestionsNoted.kind and letter.person_id == who.id:
            assert isinstance(sight.shows, QuestionsSight)
            found.append(sight.shows)
    return found
