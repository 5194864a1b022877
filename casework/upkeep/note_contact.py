"""Telegram was heard: was it silent for so long that something people wrote is lost?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from casework.act import act
from casework.context import Context
from casework.letters import kinds
from casework.letters.write import arrives, tell_desk
from casework.letters.write_many import tell_people
from db.repositories import contacts, people, staff
from db.repositories.contacts import Heard

MEMORY = timedelta(hours=24)
"""How long Telegram keeps what it could not deliver."""


@dataclass(frozen=True, slots=True)
class NoteContact:
    """The bot that Telegram answered just now."""

    bot_id: int


@dataclass(frozen=True, slots=True)
class Lost:
    """What may be lost: everything written between two moments (real time), and who was asked to write it again."""

    since: datetime
    until: datetime
    restored: bool
    """The database was put back from a backup."""
    asked: int
    missed: int
    """People with open cases who can't be asked: no Telegram, out of reach, or the phone may be searched."""


@act("upkeep.note_contact")
async def note_contact(ctx: Context, data: NoteContact) -> Lost | None:
    """Remembers that Telegram was heard; after a gap asks everybody with an open case to write again, once a gap.

    None where nothing can be lost, which is nearly always and costs two statements. Of several processes the first
    one finds the gap.
    """
    heard = await contacts.hear(ctx.uow.session, data.bot_id)
    gap = _gap(heard)
    if gap is None:
        return None
    since, until = gap
    letter = kinds.MessagesLost(int(since.timestamp()), int(until.timestamp()), heard.restored_at is not None)
    concerned = await people.with_open_cases(ctx.uow.session)
    reachable = {person.id for person in concerned if arrives(person, letter)}
    those = [person for person in concerned if person.id in reachable]
    asked = await tell_people(ctx, those, letter, key=f"{letter.since}-{letter.until}")
    await _report(ctx, letter, reachable)
    return Lost(since, until, letter.restored, asked, len(concerned) - len(those))


def _gap(heard: Heard) -> tuple[datetime, datetime] | None:
    """From when to when what people wrote may be lost; None where nothing can be.

    What came within the last day Telegram still has. After a restore, what came since the backup was acknowledged by a
    database that is gone.
    """
    if heard.before is None:
        return None
    kept_since = heard.now - MEMORY
    until = kept_since if heard.restored_at is None else max(heard.restored_at, kept_since)
    return (heard.before, until) if until > heard.before else None


async def _report(ctx: Context, lost: kinds.MessagesLost, reachable: set[int]) -> None:
    """Tells the leads of each organisation about the people of their own cases."""
    theirs = await people.with_open_cases_by_organisation(ctx.uow.session)
    for member in await staff.leads(ctx.uow.session):
        concerned = theirs.get(member.organisation_id, set())
        asked = len(concerned.intersection(reachable))
        report = kinds.MessagesLostReport(
            member.id, lost.since, lost.until, lost.restored, asked, len(concerned) - asked
        )
        await tell_desk(ctx, member, report)
