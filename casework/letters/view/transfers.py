"""What is handed to a provider, as its person reads of it."""

from __future__ import annotations

from dataclasses import replace

from casework.letters import kinds
from casework.letters.sights import Sight
from casework.letters.sights.shared import SharedLine
from casework.letters.sights.transfers import TransferNewsSight, TransferSight
from casework.letters.view.look import STAFF_LANGUAGE, Look, view
from casework.transfers.values import frozen, held, picked, whose
from db.models import Case, Provider, Transfer
from db.repositories import providers, transfers
from db.repositories.providers import entry_of
from rules.deadlines import due_at
from rules.providers import ProviderEntry
from rules.transfers import BEFORE_CONSENT, RECEIPT, TransferState

ASKED_ABOUT = frozenset({TransferState.ASKED, *(set(TransferState) - BEFORE_CONSENT)})
"""What its person has heard of."""


def contacts_of(entry: ProviderEntry) -> str:
    """Where to turn, as far as that is known."""
    return ", ".join(filter(None, (entry.phone, entry.email, entry.address)))


async def provider_of(look: Look, row: Transfer) -> Provider:
    """To whom it goes."""
    found = await providers.by_id(look.uow.session, row.provider_id)
    assert found is not None, "providers are never deleted"
    return found


async def transfer_sight(look: Look, case: Case, row: Transfer) -> TransferSight:
    """As things are now; before the question what would be asked."""
    entry = entry_of(await provider_of(look, row))
    values = frozen(row)
    if row.state == TransferState.PICKING:
        values = picked(row, held(look.catalogue, case, await whose(look.uow, case), row))
    hours = (await look.entry(case)).hours
    return TransferSight(
        case_id=case.id,
        transfer_id=row.id,
        round=row.rounds,
        number=case.number,
        state=TransferState(row.state),
        provider=entry.name,
        contacts=contacts_of(entry),
        accepts_until=entry.accepts_until,
        shared=tuple(SharedLine(item, value) for item, value in values.items()),
        by=row.due_at or due_at(look.catalogue.deadline(RECEIPT, look.now), look.now, hours),
        late=row.late_at is not None,
        sent=row.sent_at is not None,
        received_on=row.received_on,
        there=row.received_number,
    )


async def _own(look: Look, case_id: int, transfer_id: int, *states: TransferState) -> Sight | None:
    """Nothing where it stands otherwise or the words are erased. On a phone that somebody else may read: how it stands,
    nothing of what or to whom, and no question at all.
    """
    person, case = await look.person(), await look.case(case_id)
    row = await transfers.by_id(look.uow.session, transfer_id)
    if row is None or row.state not in states or case.erased_at is not None or case.person_id != person.id:
        return None
    shows = await transfer_sight(look, case, row)
    if not person.discreet:
        return look.sight(person.language, shows)
    if row.state == TransferState.ASKED:
        return None
    return look.sight(person.language, replace(shows, provider="", contacts="", shared=(), there=None))


@view(kinds.transfers.TransferAsked)
async def _asked(look: Look, letter: kinds.transfers.TransferAsked) -> Sight | None:
    case, row = await look.case(letter.case_id), await transfers.by_id(look.uow.session, letter.transfer_id)
    if row is None or row.rounds != letter.round or case.closed_at is not None:
        return None
    return await _own(look, letter.case_id, letter.transfer_id, TransferState.ASKED)


@view(kinds.transfers.TransferScreen)
async def _screen(look: Look, letter: kinds.transfers.TransferScreen) -> Sight | None:
    return await _own(look, letter.case_id, letter.transfer_id, *ASKED_ABOUT)


@view(kinds.transfers.TransferGoing)
async def _going(look: Look, letter: kinds.transfers.TransferGoing) -> Sight | None:
    return await _own(look, letter.case_id, letter.transfer_id, TransferState.HANDING)


@view(kinds.transfers.TransferLate)
async def _late(look: Look, letter: kinds.transfers.TransferLate) -> Sight | None:
    return await _own(look, letter.case_id, letter.transfer_id, TransferState.HANDING)


@view(kinds.transfers.TransferReceived)
async def _received(look: Look, letter: kinds.transfers.TransferReceived) -> Sight | None:
    return await _own(look, letter.case_id, letter.transfer_id, TransferState.RECEIVED)


@view(kinds.transfers.TransferTurnedAway)
async def _turned_away(look: Look, letter: kinds.transfers.TransferTurnedAway) -> Sight | None:
    return await _own(look, letter.case_id, letter.transfer_id, TransferState.TURNED_AWAY)


@view(kinds.transfers.TransferStopped)
async def _stopped(look: Look, letter: kinds.transfers.TransferStopped) -> Sight | None:
    return await _own(look, letter.case_id, letter.transfer_id, TransferState.STOPPED)


@view(kinds.transfers.TransferNews)
async def _news(look: Look, letter: kinds.transfers.TransferNews) -> Sight | None:
    return look.sight(STAFF_LANGUAGE, TransferNewsSight(letter.case_id, TransferState(letter.change)))
