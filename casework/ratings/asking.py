"""Which closings may be rated, once each."""

from __future__ import annotations

from datetime import date

from casework.context import Context
from casework.errors import Stale, TooLate
from db.cipher import search_hash
from db.models import Case, Person
from rules.cases import State, may_reopen, reopen_by
from rules.catalogue import Catalogue
from rules.local_time import local_date
from rules.ratings import may_ask

TICKET = "rating_tickets.ticket"


def is_asked(catalogue: Catalogue, case: Case, person: Person) -> bool:
    """Whether the person of a closed case is asked how it was."""
    service = catalogue.services.get(case.service)
    sensitive = service is not None and service.sensitive
    return may_ask(crisis=case.crisis, sensitive=sensitive, watched=person.discreet or person.human_only)


def require_rateable(ctx: Context, case: Case, person: Person) -> None:
    """Stale where this closing is not asked about, TooLate once its thirty days are over."""
    if case.state != State.CLOSED or case.closed_at is None or case.erased_at is not None:
        raise Stale
    if not is_asked(ctx.catalogue, case, person):
        raise Stale
    if not may_reopen(case.closed_at, ctx.now):
        raise TooLate


def ticket_of(case: Case, purpose: str) -> bytes:
    """The one-time ticket of this closing: a keyed hash, of which nobody can tell the case without the key."""
    return search_hash(TICKET, f"{purpose}:{case.id}:{case.closed_at.isoformat() if case.closed_at else ''}")


def last_day(case: Case) -> date:
    """Until when the ticket means something."""
    assert case.closed_at is not None, "only what is closed is rated"
    return local_date(reopen_by(case.closed_at))
