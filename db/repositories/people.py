"""People, their consents and the words that wait."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, exists, func, or_, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.by_hand import Statement, ask
from db.models import Case, Consent, Draft, Letter, Message, Person, Reading
from db.repositories import talk
from db.session import get_row, lock_row, note_locked, one_row, rows

ABOUT_A_CASE = 2
"""The priority from which on a letter is about a case, and no answer to a press (`casework.letters.policies`)."""
TAKEN_BACK = "taken-back"
"""Why a letter was dropped: a human decided so."""


# Every update of a person passes here.
_PEOPLE = rows(Person)
_LOCK = Statement(f"SELECT {_PEOPLE.columns()} FROM people WHERE telegram_id = :account FOR NO KEY UPDATE")
_NOTE = Statement(
    f"UPDATE people SET last_wrote_at = :wrote_at WHERE telegram_id = :account RETURNING {_PEOPLE.columns()}"
)
_ADDRESSEES = text(
    "SELECT id, telegram_id, watched, human_only, frozen_at, unreachable_since FROM people WHERE id = ANY(:ids)"
)


async def by_telegram(session: AsyncSession, telegram_id: int) -> Person | None:
    """The person behind a Telegram account, if we have met."""
    return await session.scalar(select(Person).where(Person.telegram_id == telegram_id))


async def by_id(session: AsyncSession, person_id: int) -> Person:
    """The person of a row that must exist."""
    return await one_row(session, Person, person_id)


async def by_ids(session: AsyncSession, ids: Collection[int]) -> dict[int, Person]:
    """Several people by their ids."""
    return {each.id: each for each in await _PEOPLE.by_ids(session, ids)}


@dataclass(frozen=True, slots=True)
class Addressee:
    """What has to be known of a person to write to them; fields as in `db.models.Person`, nothing is opened."""

    id: int
    telegram_id: int | None
    watched: bool
    human_only: bool
    frozen_at: datetime | None
    unreachable_since: datetime | None


async def addressees(session: AsyncSession, ids: Collection[int]) -> dict[int, Addressee]:
    """Many people to whom letters are to be written."""
    rows = await session.execute(_ADDRESSEES, {"ids": list(ids)})
    return {row[0]: Addressee(*row) for row in rows}


async def lock(session: AsyncSession, person_id: int) -> Person:
    """The same, locked until the transaction ends."""
    person = await lock_row(session, Person, person_id)
    assert person is not None, "people are never deleted"
    return person


async def lock_by_telegram(session: AsyncSession, telegram_id: int, wrote_at: datetime | None) -> Person | None:
    """The person behind a Telegram account, locked until the transaction ends, if we have met.

    `wrote_at`: they wrote something now (business time), which is noted in the same statement.
    """
    if wrote_at is None:
        found = await ask(session, _LOCK, {"account": telegram_id})
    else:
        found = await ask(session, _NOTE, {"account": telegram_id, "wrote_at": wrote_at})
    if not found:
        return None
    person = _PEOPLE.of(session, found[0], anew=True)
    note_locked(session, person, person.id)
    return person


async def standing_consent(session: AsyncSession, person_id: int) -> Consent | None:
    """The consent that has not been withdrawn."""
    return await session.scalar(select(Consent).where(Consent.person_id == person_id, Consent.withdrawn_at.is_(None)))


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a person's words may go."""

    agreed: bool
    """Their consent stands."""
    drafts: bool
    """Earlier words wait for their word where they belong."""
    open_cases: tuple[int, ...]
    of_danger: int | None
    """The newest open case that they opened by saying that they are in danger."""


_STANDING = Statement(
    """
    SELECT EXISTS (SELECT FROM consents WHERE person_id = :person_id AND withdrawn_at IS NULL),
           EXISTS (SELECT FROM drafts WHERE person_id = :person_id AND form_id IS NULL),
           ARRAY (SELECT id FROM cases WHERE person_id = :person_id AND closed_at IS NULL),
           (SELECT max(cases.id) FROM cases JOIN alarms ON alarms.case_id = cases.id
            WHERE cases.person_id = :person_id AND cases.closed_at IS NULL AND alarms.opened_case)
    """
)


async def standing(session: AsyncSession, person_id: int) -> Standing:
    """What decides where a person's words go, in one look: every message asks for it."""
    [(agreed, drafts, open_cases, of_danger)] = await ask(session, _STANDING, {"person_id": person_id})
    return Standing(agreed, drafts, tuple(open_cases), of_danger)


async def drafts(session: AsyncSession, person_id: int, upto: int | None = None) -> Sequence[Draft]:
    """Words that wait, oldest first; `upto` leaves out what was written after that draft."""
    query = select(Draft).where(Draft.person_id == person_id, Draft.form_id.is_(None)).order_by(Draft.id)
    if upto is not None:
        query = query.where(Draft.id <= upto)
    return (await session.scalars(query)).all()


async def unsent(session: AsyncSession, person_id: int) -> Sequence[Draft]:
    """Everything that belongs to no case yet, what answers a form on its way, too; oldest first."""
    return (await session.scalars(select(Draft).where(Draft.person_id == person_id).order_by(Draft.id))).all()


async def draft(session: AsyncSession, draft_id: int) -> Draft | None:
    """Words that belong to no case yet, by their number."""
    return await get_row(session, Draft, draft_id)


async def draft_by_source(session: AsyncSession, chat_id: int, telegram_message_id: int) -> Draft | None:
    """The draft that a Telegram message became."""
    return await session.scalar(
        select(Draft).where(Draft.chat_id == chat_id, Draft.telegram_message_id == telegram_message_id)
    )


async def drop_drafts(session: AsyncSession, person_id: int) -> int:
    """Deletes all words that wait; returns how many there were."""
    gone = await session.scalars(delete(Draft).where(Draft.person_id == person_id).returning(Draft.id))
    return len(gone.all())


async def pass_on(session: AsyncSession, source_id: int, target_id: int) -> None:
    """Two rows of one account become one: words that wait, letters, and the consent where the other has none."""
    for model in (Draft, Letter):
        theirs = update(model).where(model.person_id == source_id).values(person_id=target_id)
        await session.execute(theirs.execution_options(synchronize_session="fetch"))
    if await standing_consent(session, target_id) is None:
        standing = (Consent.person_id == source_id, Consent.withdrawn_at.is_(None))
        await session.execute(update(Consent).where(*standing).values(person_id=target_id))


async def ever_agreed(session: AsyncSession, person_id: int) -> bool:
    """Whether the person ever gave a consent, withdrawn or not."""
    return bool(await session.scalar(select(exists().where(Consent.person_id == person_id))))


async def drop_stale_drafts(session: AsyncSession, before: datetime) -> int:
    """Deletes words written before a moment (business time), but for those that go with a form; returns how many."""
    old = (Draft.written_at < before, Draft.form_id.is_(None))
    gone = await session.scalars(delete(Draft).where(*old).returning(Draft.id))
    return len(gone.all())


async def drop_stale_searches(session: AsyncSession, before: datetime) -> None:
    """Forgets the names of places that were typed by those who have not written since a moment (business time)."""
    left = (Person.place_sought.is_not(None), Person.last_wrote_at < before)
    await session.execute(update(Person).where(*left).values(place_sought=None))


async def release_held_letters(
    session: AsyncSession, person_id: int, held: datetime, *, due: datetime | None = None
) -> bool:
    """Lets letters go that waited for a watched person to write; returns whether there were any.

    An answer with a time of its own waits for that. `due`: the phone is watched still, so that an answer whose time has
    not come by then is held as before.
    """
    held_back = [Letter.person_id == person_id, Letter.not_before == held, Letter.sent_at.is_(None)]
    if due is not None:
        held_back.append(~talk.waits_still(due))
    freed = (await session.scalars(update(Letter).where(*held_back).values(not_before=None).returning(Letter.id))).all()
    if due is None and freed:
        await talk.wait_again(session, person_id)
    return bool(freed)


async def hold_letters(session: AsyncSession, person_id: int, until: datetime, *, held: datetime | None = None) -> None:
    """Letters about cases that could leave to a person wait until a moment, those that were put aside, too; with `held`
    also those that wait until then already.

    Answers to what the person did just now, and screens, are not meant; what is on its way to Telegram can't be held.
    """
    due = or_(Letter.not_before.is_(None), Letter.not_before == held, talk.waits_at_all())
    await session.execute(
        update(Letter)
        .where(Letter.person_id == person_id, Letter.slot_id.is_(None), Letter.priority >= ABOUT_A_CASE, due)
        .where(Letter.sent_at.is_(None), Letter.dropped_at.is_(None), Letter.lease_until.is_(None))
        .values(not_before=until)
    )


async def free_letters(session: AsyncSession, person_id: int, held: datetime, until: datetime | None) -> None:
    """Letters that wait until `held` wait until another moment instead, or not at all."""
    await session.execute(
        update(Letter)
        .where(Letter.person_id == person_id, Letter.not_before == held, Letter.sent_at.is_(None))
        .values(not_before=until)
    )
    if until is None:
        await talk.wait_again(session, person_id)


async def drop_letters(session: AsyncSession, person_id: int, held: datetime) -> None:
    """Letters that wait until `held` will never leave."""
    await session.execute(
        update(Letter)
        .where(Letter.person_id == person_id, Letter.not_before == held, Letter.sent_at.is_(None))
        .values(dropped_at=func.clock_timestamp(), reason=TAKEN_BACK)
    )


async def forget_rendered(session: AsyncSession, person_id: int) -> None:
    """Empties the kept texts of everything the person was sent: offers, too, repeat their words."""
    await session.execute(update(Letter).where(Letter.person_id == person_id).values(rendered=None))


async def with_open_cases(session: AsyncSession) -> Sequence[Person]:
    """Everybody who has an open case, wherever."""
    has_one = exists().where(Case.person_id == Person.id, Case.closed_at.is_(None))
    return (await session.scalars(select(Person).where(has_one).order_by(Person.id))).all()


async def with_open_cases_by_organisation(session: AsyncSession) -> dict[int, set[int]]:
    """Whose cases are open in which organisation: its id, and the people's."""
    found: dict[int, set[int]] = {}
    pairs = select(Case.organisation_id, Case.person_id).where(Case.closed_at.is_(None))
    for organisation_id, person_id in await session.execute(pairs):
        found.setdefault(organisation_id, set()).add(person_id)
    return found


async def count_messages(session: AsyncSession, case_ids: Sequence[int]) -> int:
    """How many messages these cases hold."""
    return await session.scalar(select(func.count()).where(Message.case_id.in_(case_ids))) or 0


async def consents(session: AsyncSession, person_id: int) -> Sequence[Consent]:
    """Every consent that the person ever gave, oldest first."""
    return (await session.scalars(select(Consent).where(Consent.person_id == person_id).order_by(Consent.id))).all()


async def last_readings(session: AsyncSession, person_id: int, limit: int | None) -> Sequence[Reading]:
    """Who looked at the person's details, newest first; all of them without a limit."""
    return (
        await session.scalars(
            select(Reading).where(Reading.person_id == person_id).order_by(Reading.id.desc()).limit(limit)
        )
    ).all()


# What stands in the chat goes along: its number is the person's in Telegram.
_FORGET_ERASED = text(
    """
    WITH gone AS (
        SELECT id, telegram_id FROM people
        WHERE telegram_id IS NOT NULL AND erased_at < :before
          AND (last_wrote_at IS NULL OR last_wrote_at < :before)
          AND NOT EXISTS (
              SELECT FROM cases WHERE person_id = people.id AND (closed_at IS NULL OR closed_at >= :before)
          )
          AND NOT EXISTS (SELECT FROM consents WHERE person_id = people.id AND withdrawn_at IS NULL)
        ORDER BY id
        LIMIT :limit
        FOR UPDATE SKIP LOCKED
    ),
    no_consents AS (DELETE FROM consents USING gone WHERE consents.person_id = gone.id),
    no_letters AS (DELETE FROM letters USING gone WHERE letters.person_id = gone.id),
    no_slots AS (DELETE FROM slots USING gone WHERE slots.chat_id = gone.telegram_id),
    no_cursors AS (DELETE FROM chat_cursors USING gone WHERE chat_cursors.chat_id = gone.telegram_id)
    UPDATE people SET telegram_id = NULL FROM gone WHERE people.id = gone.id
    RETURNING people.id
    """
)


async def forget_erased(session: AsyncSession, before: datetime, limit: int) -> int:
    """Who had everything erased before a moment (business time), and has no case that was closed later, is nobody's
    any more: account, consents and letters go, the numbers that reports count stay. Returns how many.
    """
    return len((await session.execute(_FORGET_ERASED, {"before": before, "limit": limit})).all())


async def forget_readings(session: AsyncSession, before: datetime) -> int:
    """Deletes the records of readings made before a moment (business time); returns how many."""
    gone = await session.scalars(delete(Reading).where(Reading.at < before).returning(Reading.id))
    return len(gone.all())
