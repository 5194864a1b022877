"""What a family was asked at a later step of its application, what it answered, and what it owes."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Application, ApplicationChild, Case
from db.repositories import applications, recreation
from db.session import get_row
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


@dataclass(frozen=True, slots=True)
class Asked:
    """An application that was sent, what its campaign asks now, and for whom it matters: children's rows, None: all."""

    application: Application
    terms: Terms
    children: frozenset[int] | None = None


async def owed_by(session: AsyncSession, those: Sequence[Asked]) -> dict[int, int]:
    """How many answers these applications owe for those children and for their families, by their ids. Nothing is
    looked at of campaigns that ask nothing behind the need.
    """
    asked = {each.application.id: each for each in those if asks_later(each.terms)}
    rows = await applications.children_of(session, list(asked)) if asked else {}
    return {
        number: len(owed_for(_later(each.application, each.terms, rows.get(number, ())), each.children))
        for number, each in asked.items()
    }


async def owed_in_case(
    session: AsyncSession, case_id: int, children: Collection[int] | None = None
) -> tuple[Owed, ...]:
    """What is owed in the application that an open case is about; nothing in any other case. `children`: for these and
    for their family alone; None: for all.
    """
    application, case = await applications.of_case(session, case_id), await get_row(session, Case, case_id)
    if application is None or case is None or case.closed_at is not None:
        return ()
    return owed_for(await later_of(session, application), children)


def owed_for(later: Later, children: Collection[int] | None) -> tuple[Owed, ...]:
    """What is owed for some children, by their rows, and for their family; None: for all."""
    mine = {0, *(row.position for row in later.rows if children is None or row.id in children)}
    return tuple(each for each in later.owed if each.child in mine)


def _later(application: Application, terms: Terms, rows: Sequence[ApplicationChild]) -> Later:
    children = tuple(Child(row.id, row.position, Standing(row.state), row.asked, _read(row.later)) for row in rows)
    return Later(terms, rows, children, {**_read(application.answers), **_read(application.later)})


def _read(kept: str | None) -> dict[str, Answer]:
    answers: dict[str, Answer] = json.loads(kept) if kept else {}
    return answers
