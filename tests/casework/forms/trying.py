"""A person fills in the form of the tests' own by the acts themselves."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

import pytest
from sqlalchemy import select

from casework.context import Actor
from casework.forms.answer import AnswerForm, answer
from casework.forms.begin import BeginForm, begin
from casework.forms.filling import Pressed, Went
from casework.forms.submit import SENDERS
from db.models import Case, FormDraft
from rules.forms import FORMS, Answer, Said
from tests.casework.world import World
from tests.rules.forms.trial import TRIAL


@dataclass
class Trying:
    """One person, one form on its way."""

    world: World
    actor: Actor
    form_id: int = 0
    sent: list[dict[str, Answer]] = field(default_factory=list)
    _messages: Iterator[int] = field(default_factory=lambda: count(500))

    async def begins(self, **about: int) -> int:
        """Or finds it begun."""
        self.form_id = await begin(self.world.ctx(self.actor), BeginForm(TRIAL.slug, **about))
        return self.form_id

    async def says(self, text: str | None, **said: object) -> Went:
        """Writes; `said`: fields of Said."""
        words = Said(text, **said)  # type: ignore[arg-type]  # fields of Said
        chat = self.actor.telegram_id or 0
        return await answer(self.world.ctx(self.actor), AnswerForm(self.form_id, words, chat, next(self._messages)))

    async def draft(self) -> FormDraft:
        """As it is now."""
        await self.world.uow.session.flush()
        found = select(FormDraft).where(FormDraft.id == self.form_id).execution_options(populate_existing=True)
        return (await self.world.uow.session.scalars(found)).one()

    async def button(self, number: int = 0) -> Pressed:
        """A button as it is shown now."""
        return Pressed(self.form_id, (await self.draft()).revision, number)

    async def at(self) -> str:
        """The key of the question that is asked."""
        return (await self.draft()).at

    async def answers(self) -> dict[str, Answer]:
        """What is kept."""
        kept: dict[str, Answer] = json.loads((await self.draft()).answers)
        return kept

    async def stands(self, answers: dict[str, Answer], at: str) -> None:
        """The person has answered so much already."""
        draft = await self.draft()
        draft.answers, draft.at = json.dumps(answers), at


@pytest.fixture
def trying(world: World, olena: Actor, monkeypatch: pytest.MonkeyPatch) -> Trying:
    """Олена and the trial form; what is sent is kept in `sent`."""
    made = Trying(world, olena)

    async def keep(filling: object, case: Case | None) -> Case:
        made.sent.append(await made.answers())
        return case or await world.case(olena)

    monkeypatch.setitem(FORMS, TRIAL.slug, TRIAL)
    monkeypatch.setitem(SENDERS, TRIAL.slug, keep)
    return made
