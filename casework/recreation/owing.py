"""What a family was asked at a later step of its application, what it answered, and what it owes."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Application, ApplicationChild
from db.repositories import applications, recreation
from rules.forms import Answer, Form
from rules.recreation.applications import Standing
from rules.recreation.later import Child, Owed, asked_of, asks_later, key_of, later_form, owed
from rules.recreation.terms import Terms


@dataclass(frozen=True, slots=True)
class Later:
    """Questions of later steps of one application, as its campaign asks them now."""

    terms: Terms
    rows: Sequence[ApplicationChild]
    children: tuple[Child, ...]
    family: Mapping[str, Answer]
    """Answers that are no child's own, those that were sent with the need too."""

    @property
    def owed(self) -> tuple[Owed, ...]:
        """Asked, and not answered."""
        return owed(self.terms, self.family, self.children)

    @property
    def form(self) -> Form:
        """All that was asked."""
        return later_form(self.terms, self.children)

    @property
    def asks(self) -> bool:
        """Whether anything was asked that is asked still."""
        return any(asked_of(self.terms, child) for child in self.children)

    @property
    def answers(self) -> dict[str, Answer]:
        """What is known, by the keys of the form."""
        known = dict(self.family)
        for child in self.children:
            known |= {key_of(child.id, question): answer for question, answer in child.answers.items()}
        return {place.key: known[place.key] for place in self.form.walk({}) if place.key in known}


async def later_of(session: AsyncSession, application: Application) -> Later:
    """Of an application that was sent; by the newest version of its campaign, as documents are."""
    call = await recreation.call(session, application.campaign_id)
    assert call is not None, "a campaign has a version"
    return _later(application, call.terms, await applications.children(session, application.id))


async def owed_by(session: AsyncSession, those: Sequence[tuple[Application, Terms]]) -> dict[int, int]:
    """How many answers these applications owe that were sent, by their ids. Nothing is looked at of campaigns that ask
    nothing behind the need.
    """
    asked = [(each, terms) for each, terms in those if asks_later(terms)]
    rows = await applications.children_of(session, [each.id for each, _ in asked]) if asked else {}
    return {each.id: len(_later(each, terms, rows.get(each.id, ())).owed) for each, terms in asked}


def _later(application: Application, terms: Terms, rows: Sequence[ApplicationChild]) -> Later:
    children = tuple(Child(row.id, row.position, Standing(row.state), row.asked, _read(row.later)) for row in rows)
    return Later(terms, rows, children, {**_read(application.answers), **_read(application.later)})


def _read(kept: str | None) -> dict[str, Answer]:
    answers: dict[str, Answer] = json.loads(kept) if kept else {}
    return answers
