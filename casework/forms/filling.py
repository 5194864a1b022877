"""A form on its way, opened for one step: its answers, the question that is asked, and what the step changes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum

from casework.cases.access import locked
from casework.context import Context
from casework.errors import Stale
from casework.forms.which import form_of, is_known
from casework.letters import kinds
from casework.letters.write import show_on_desk, show_person
from casework.people.themselves import themselves
from db.models import FormDraft, Person, StaffMember
from db.repositories import applications, forms, people, staff
from rules.forms import SUMMARY, Answer, Form, Place, Problem
from rules.local_time import local_date


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button of a form: made for its `revision`; `number` names an option, a place or an answer."""

    form_id: int
    revision: int
    number: int = 0


class Went(StrEnum):
    """What became of the step."""

    ON = "on"
    """The form goes on: the next words belong to it."""
    STALE = "stale"
    """The button was made for an earlier state: the present one is shown again."""
    OVER = "over"
    """The form was sent, or is gone."""


@dataclass(slots=True)
class Filling:
    """A form on its way, with the person locked whose answers it holds."""

    ctx: Context
    person: Person
    draft: FormDraft
    form: Form
    answers: dict[str, Answer]
    pending: list[str]
    """What was ticked so far, or the places that may be meant."""
    member: StaffMember | None = None
    """Who writes down what the person says, on their desk; None: the person answers themselves."""

    @property
    def place(self) -> Place | None:
        """The question that is asked now; None at the summary."""
        return self.form.place(self.draft.at, self.answers)

    def move(self, at: str) -> None:
        """Goes to another question, or to the summary; nothing is left to confirm there."""
        self.draft.at = at
        self.pend([])

    def take(self, answer: Answer) -> None:
        """Keeps the answer to the present question and goes to the first that has none."""
        self.put(self.draft.at, answer)
        self.move(self.form.next_open(self.answers))

    def put(self, key: str, answer: Answer) -> None:
        """Keeps an answer to another question than the present one."""
        self.answers[key] = answer
        self.draft.answers = json.dumps(self.answers, ensure_ascii=False)

    def forget(self, key: str) -> None:
        """As if this question had not been answered."""
        self.answers.pop(key, None)
        self.draft.answers = json.dumps(self.answers, ensure_ascii=False)

    def pend(self, pending: list[str]) -> None:
        """What still has to be confirmed. Every button shown so far is stale from now on."""
        self.pending = pending
        self.draft.pending = json.dumps(pending, ensure_ascii=False) if pending else None
        self.draft.revision += 1
        self.draft.touched_at = self.ctx.now

    def clear(self) -> None:
        """As if it had just begun."""
        self.answers = {}
        self.draft.answers = "{}"
        self.move(self.form.next_open({}))

    async def show(self, problem: Problem | None = None) -> None:
        """Shows the present question, or the summary; with what was wrong about the last words."""
        word, whole, form_id = problem.value if problem else "", self.draft.at == SUMMARY, self.draft.id
        screen: kinds.Letter
        if self.member is not None:
            its = kinds.noting.NotingSummaryScreen if whole else kinds.noting.NotingScreen
            screen = its(self.member.id, form_id, word)
        else:
            screen = kinds.FormSummaryScreen(form_id, word) if whole else kinds.FormScreen(form_id, word)
        await self.show_instead(screen)

    async def show_instead(self, screen: kinds.Letter) -> None:
        """Shows something else where the form stands."""
        if self.member is not None:
            await show_on_desk(self.ctx, self.member, screen, slot=f"noting:{self.draft.id}")
        else:
            await show_person(self.ctx, self.person, screen, slot=f"form:{self.form.slug}")


async def opened(ctx: Context, form_id: int) -> Filling:
    """The actor's own form on its way, or that in which they write down what somebody says, brought to the present
    version. Stale where it was sent or is gone; of staff those who may not write it down any more are refused.
    """
    if ctx.actor.is_staff:
        return await _noted(ctx, form_id)
    person = await themselves(ctx)
    draft = await forms.by_id(ctx.uow.session, form_id)
    if draft is None or draft.staff_id is not None or draft.person_id != person.id or not is_known(draft.form):
        raise Stale
    return await _filling(ctx, person, draft)


async def _noted(ctx: Context, form_id: int) -> Filling:
    found = await forms.by_id(ctx.uow.session, form_id)
    if found is None or found.staff_id is None or found.staff_id != ctx.actor.id:
        raise Stale
    application = await applications.by_id(ctx.uow.session, found.application_id or 0)
    assert application is not None, "such a form goes with its application"
    # The person first, as everywhere: a circle of two who wait for each other would end one of them.
    person = await people.lock(ctx.uow.session, application.person_id)
    await locked(ctx, application.case_id or 0, "later.note")
    draft = await forms.lock(ctx.uow.session, form_id)
    if draft is None:
        raise Stale
    return await _filling(ctx, person, draft, await staff.by_id(ctx.uow.session, found.staff_id))


async def _filling(ctx: Context, person: Person, draft: FormDraft, member: StaffMember | None = None) -> Filling:
    form = await form_of(ctx.uow.session, draft)
    filling = Filling(ctx, person, draft, form, answers_of(draft), pending_of(draft), member)
    if draft.version != filling.form.version:
        filling.answers = filling.form.still_fitting(filling.answers, local_date(ctx.now))
        draft.answers = json.dumps(filling.answers, ensure_ascii=False)
        draft.version = filling.form.version
        filling.move(filling.form.next_open(filling.answers))
    return filling


async def pressed(ctx: Context, data: Pressed) -> Filling | None:
    """The form of a button; None for a button of an earlier state, and the present one is shown again.

    Stale where the form was sent or is gone.
    """
    filling = await opened(ctx, data.form_id)
    if filling.draft.revision == data.revision:
        return filling
    await filling.show()
    return None


def answers_of(draft: FormDraft) -> dict[str, Answer]:
    """The answers given so far, by their keys."""
    answers: dict[str, Answer] = json.loads(draft.answers)
    return answers


def pending_of(draft: FormDraft) -> list[str]:
    """What was said to the present question and is not confirmed."""
    return list(json.loads(draft.pending)) if draft.pending else []
