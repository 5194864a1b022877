"""What a case's card shows beside the case itself, in one look: every message of a person changes a card."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, Select, bindparam, func, literal_column, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from db.models import Call, Case, CaseNote, OnBehalf, Return, Transfer, WantedDocument
from db.repositories.ties import COUNT_FOR_CARD, FILES_FOR_CARD, GOES_ON_FOR_CARD, TAKEN_IN_FOR_CARD, TIED_FOR_CARD
from rules.calls import CallState, Reason
from rules.documents import WANTED, DocumentState
from rules.transfers import TransferState


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands around a case."""

    call: Call | None
    """The call that is to be made to the person."""
    agreement_call: Call | None
    """The call in which the human for whom somebody writes is to be asked."""
    relation: str | None
    agreement: str | None
    """Who the beneficiary is to the one who writes, and whether they agreed; None: the same human."""
    hidden: bool
    """Who writes reports about somebody, and staff are not to see who they are."""
    returning: str | None
    """What the check says whether this is somebody who comes back from another account, where one was asked for."""
    files: int
    """How many files of the person's came, or will, also in cases for which this one goes on."""
    notes: int
    """How many notes staff wrote for each other."""
    documents: int
    accepted: int
    to_check: int
    """Documents that were asked for, how many of them are good, and how many wait for a look."""
    handing: int
    """How many transfers to providers nobody has confirmed since the person agreed."""
    maybe_same: int
    """How many cases may be the same, as far as the whole group may know of it."""
    tied: Sequence[str] | None
    """Numbers of cases that staff tied to this one, the same way."""
    taken_in: Sequence[str]
    """Numbers of the cases for which this one goes on."""
    goes_on_in: str | None
    """The number of the case that goes on for this one."""


def _open(call: type[Call]) -> ColumnElement[bool]:
    return (call.case_id == Case.id) & (call.state == CallState.OPEN.value)


@cache
def _query() -> Select[Any]:
    """Put together once, which takes longer than PostgreSQL takes to answer, and not before it is needed: SQLAlchemy
    then makes ready all that it knows of tables.
    """
    theirs: ColumnElement[int] = literal_column(FILES_FOR_CARD)
    notes = (
        select(func.count()).select_from(CaseNote).where(CaseNote.case_id == Case.id).correlate(Case).scalar_subquery()
    )
    asked, agreeing = aliased(Call), aliased(Call)
    hidden = func.coalesce(OnBehalf.reporter_shown.is_(False), False)
    counted = [_documents(states) for states in (WANTED, {DocumentState.ACCEPTED}, {DocumentState.SENT})]
    tied: list[ColumnElement[Any]] = [
        literal_column(each) for each in (COUNT_FOR_CARD, TIED_FOR_CARD, TAKEN_IN_FOR_CARD, GOES_ON_FOR_CARD)
    ]
    return (
        select(
            asked,
            agreeing,
            OnBehalf.relation,
            OnBehalf.agreement,
            hidden,
            Return.state,
            theirs,
            notes,
            *counted,
            _handing(),
            *tied,
        )
        .select_from(Case)
        .outerjoin(asked, _open(asked) & (asked.reason != Reason.AGREEMENT.value))
        .outerjoin(agreeing, _open(agreeing) & (agreeing.reason == Reason.AGREEMENT.value))
        .outerjoin(OnBehalf, OnBehalf.case_id == Case.id)
        .outerjoin(Return, Return.case_id == Case.id)
        .where(Case.id == bindparam("case_id"))
    )


def _documents(states: Collection[DocumentState]) -> ScalarSelect[int]:
    here = WantedDocument.state.in_([each.value for each in states])
    return select(func.count()).where(WantedDocument.case_id == Case.id, here).correlate(Case).scalar_subquery()


def _handing() -> ScalarSelect[int]:
    here = Transfer.state == TransferState.HANDING.value
    return select(func.count()).where(Transfer.case_id == Case.id, here).correlate(Case).scalar_subquery()


async def beside(session: AsyncSession, case_id: int) -> Beside:
    """What the card of a case that must exist shows beside it."""
    return Beside(*(await session.execute(_query(), {"case_id": case_id})).one())
