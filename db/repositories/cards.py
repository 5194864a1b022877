"""What a case's card shows beside the case itself, in one look: every message of a person changes a card."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from db.by_hand import Statement, ask
from db.models import Call
from db.repositories.ties import COUNT_FOR_CARD, FILES_FOR_CARD, GOES_ON_FOR_CARD, TAKEN_IN_FOR_CARD, TIED_FOR_CARD
from db.session import rows
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


def _documents(states: Collection[DocumentState]) -> str:
    here = ", ".join(f"'{each.value}'" for each in states)
    return f"(SELECT count(*) FROM wanted_documents WHERE case_id = cases.id AND state IN ({here}))"


_CALLS = rows(Call)
_ABOUT = Statement(
    f"""
    SELECT {_CALLS.columns("asked")}, {_CALLS.columns("agreeing")},
           on_behalf.relation, on_behalf.agreement, coalesce(NOT on_behalf.reporter_shown, false), returns.state,
           {FILES_FOR_CARD},
           (SELECT count(*) FROM case_notes WHERE case_id = cases.id),
           {_documents(WANTED)}, {_documents([DocumentState.ACCEPTED])}, {_documents([DocumentState.SENT])},
           (SELECT count(*) FROM transfers WHERE case_id = cases.id AND state = '{TransferState.HANDING.value}'),
           {COUNT_FOR_CARD}, {TIED_FOR_CARD}, {TAKEN_IN_FOR_CARD}, {GOES_ON_FOR_CARD}
    FROM cases
    LEFT JOIN calls AS asked
        ON asked.case_id = cases.id AND asked.state = '{CallState.OPEN.value}'
        AND asked.reason <> '{Reason.AGREEMENT.value}'
    LEFT JOIN calls AS agreeing
        ON agreeing.case_id = cases.id AND agreeing.state = '{CallState.OPEN.value}'
        AND agreeing.reason = '{Reason.AGREEMENT.value}'
    LEFT JOIN on_behalf ON on_behalf.case_id = cases.id
    LEFT JOIN returns ON returns.case_id = cases.id
    WHERE cases.id = :case_id
    """
)


async def beside(session: AsyncSession, case_id: int) -> Beside:
    """What the card of a case that must exist shows beside it."""
    (values,) = await ask(session, _ABOUT, {"case_id": case_id})
    asked, agreeing = values[: _CALLS.width], values[_CALLS.width : 2 * _CALLS.width]
    return Beside(_CALLS.found(session, asked), _CALLS.found(session, agreeing), *values[2 * _CALLS.width :])
