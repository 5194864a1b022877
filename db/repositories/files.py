"""Files: whose they are, their content, and the claims of those who fetch them.

Claims are rows, as those of letters: the moment a lease ends is its token, too; who holds an older one has lost it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, insert, or_, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from db.models import Case, Draft, File, FileChunk, Message, Pair, WantedDocument
from db.models.files import WAITING_FILE
from db.repositories.talk import SHOWN
from db.session import lock_row, row_now
from rules.documents import DocumentState

CHUNK_BYTES = 256 * 1024

_FREE = f"{WAITING_FILE} AND (lease_until IS NULL OR lease_until <= clock_timestamp())"
_CLAIM = text(
    f"""
    UPDATE files
    SET claims = claims + 1, worker_id = CAST(:worker AS bigint),
        lease_until = clock_timestamp() + CAST(:lease AS double precision) * interval '1 second'
    WHERE id IN (
        SELECT id FROM files
        WHERE {_FREE} AND (retry_at IS NULL OR retry_at <= clock_timestamp())
        ORDER BY id LIMIT :limit FOR UPDATE SKIP LOCKED
    )
    RETURNING id, lease_until, claims, tries
    """
)
_PUT_BACK = text(
    """
    UPDATE files
    SET lease_until = NULL, tries = tries + :tries,
        retry_at = clock_timestamp() + CAST(:delay AS double precision) * interval '1 second'
    WHERE id = :id AND lease_until = :lease RETURNING id
    """
)
_BACKLOG = text(
    f"""
    SELECT count(*), coalesce(extract(epoch FROM
               min(coalesce(greatest(lease_until, retry_at), clock_timestamp())) - clock_timestamp()), 0)
    FROM files WHERE {WAITING_FILE}
    """
)


@dataclass(frozen=True, slots=True)
class ClaimedFile:
    """A file that this process may fetch until `lease` (PostgreSQL's time), which is the claim's token too."""

    id: int
    lease: datetime
    claims: int
    tries: int


@dataclass(frozen=True, slots=True)
class Backlog:
    """How many files wait to be fetched, and in how many seconds the next one can be claimed."""

    waiting: int
    next_in: float


async def claim(session: AsyncSession, *, limit: int, lease: float, worker: int | None) -> list[ClaimedFile]:
    """Claim the files that have waited longest, for so many seconds."""
    rows = await session.execute(_CLAIM, {"limit": limit, "lease": lease, "worker": worker})
    return sorted((ClaimedFile(*row) for row in rows), key=lambda each: each.id)


async def put_back(session: AsyncSession, claimed: ClaimedFile, *, delay: float, failed: bool = False) -> None:
    """Give the claim back; `failed` counts a try of our own code."""
    values = {"id": claimed.id, "lease": claimed.lease, "delay": delay, "tries": int(failed)}
    await session.execute(_PUT_BACK, values)


async def backlog(session: AsyncSession) -> Backlog:
    """What waits to be fetched."""
    waiting, next_in = (await session.execute(_BACKLOG)).one()
    return Backlog(waiting, max(0.0, float(next_in)))


async def by_id(session: AsyncSession, file_id: int) -> File | None:
    """A file as it is now."""
    return await row_now(session, File, file_id)


async def lock(session: AsyncSession, file_id: int) -> File | None:
    """The same, locked until the transaction ends: after its person and its case, where they are locked, too."""
    return await lock_row(session, File, file_id)


async def person_of(session: AsyncSession, file_id: int) -> int | None:
    """The person to whom a file belongs, whoever sent it; None where the file is gone."""
    owner = func.coalesce(Case.person_id, Draft.person_id)
    query = (
        select(owner)
        .select_from(File)
        .outerjoin(Message, Message.id == File.message_id)
        .outerjoin(Case, Case.id == Message.case_id)
        .outerjoin(Draft, Draft.id == File.draft_id)
    )
    return await session.scalar(query.where(File.id == file_id))


async def of_message(session: AsyncSession, message_id: int) -> File | None:
    """What a message carries beside its words."""
    return await session.scalar(select(File).where(File.message_id == message_id))


async def of_messages(session: AsyncSession, message_ids: Sequence[int]) -> dict[int, File]:
    """The same for several, by message."""
    found = await session.scalars(select(File).where(File.message_id.in_(message_ids)))
    return {file.message_id: file for file in found if file.message_id is not None}


async def of_draft(session: AsyncSession, draft_id: int) -> File | None:
    """What a draft carries beside its words."""
    return await session.scalar(select(File).where(File.draft_id == draft_id))


async def of_drafts(session: AsyncSession, person_id: int) -> dict[int, File]:
    """What the drafts of a person carry, by draft."""
    query = select(File).join(Draft, Draft.id == File.draft_id).where(Draft.person_id == person_id)
    return {file.draft_id: file for file in await session.scalars(query) if file.draft_id is not None}


async def of_form(session: AsyncSession, form_id: int) -> list[tuple[File, Draft]]:
    """What answers the questions of a form on its way, with the words beside it; oldest first."""
    query = select(File, Draft).join(Draft, Draft.id == File.draft_id).where(Draft.form_id == form_id)
    return [(file, words) for file, words in await session.execute(query.order_by(Draft.id))]


async def give_to_message(session: AsyncSession, draft_id: int, message_id: int) -> File | None:
    """The draft became a message: what it carries goes along and is returned."""
    moved = update(File).where(File.draft_id == draft_id).values(message_id=message_id, draft_id=None).returning(File)
    as_it_is = {"populate_existing": True}
    return await session.scalar(moved.execution_options(synchronize_session=False, **as_it_is))


async def album_of(session: AsyncSession, case_id: int, author_kind: str, album: str) -> Sequence[tuple[File, Message]]:
    """The items of an album of one side of a case that are here, in the order in which they were sent."""
    query = (
        select(File, Message)
        .join(Message, Message.id == File.message_id)
        .where(File.album == album, Message.case_id == case_id, Message.author_kind == author_kind)
        .order_by(Message.id)
    )
    return [(file, message) for file, message in await session.execute(query)]


async def with_messages(session: AsyncSession, case_id: int) -> list[tuple[File, Message]]:
    """Every file of a case that its person may see, with its message, of both sides, oldest first."""
    query = select(File, Message).join(Message, Message.id == File.message_id).where(Message.case_id == case_id, SHOWN)
    return [(file, message) for file, message in await session.execute(query.order_by(Message.id))]


async def sources_to_tidy(session: AsyncSession, message_ids: Sequence[int], chat_id: int) -> dict[int, int]:
    """Where the kept files of these messages stand in a chat, by file; without those we tried to take away already."""
    query = (
        select(File.id, Pair.telegram_message_id)
        .join(Pair, Pair.message_id == File.message_id)
        .where(File.message_id.in_(message_ids), File.state == "kept", File.in_chat.is_(None))
        .where(Pair.side == "source", Pair.chat_id == chat_id)
        .order_by(Pair.telegram_message_id)
    )
    return {row.id: row.telegram_message_id for row in await session.execute(query)}


async def note_in_chat(session: AsyncSession, file_ids: Sequence[int], became: str) -> None:
    """What became of the messages that brought these files: of `rules.files.InChat`."""
    await session.execute(update(File).where(File.id.in_(file_ids)).values(in_chat=became))


async def count_tidied(session: AsyncSession, case_id: int) -> dict[str, int]:
    """How many files of a case became what in the chat."""
    query = (
        select(File.in_chat, func.count())
        .join(Message, Message.id == File.message_id)
        .where(Message.case_id == case_id, File.in_chat.is_not(None))
        .group_by(File.in_chat)
    )
    return {became: count for became, count in await session.execute(query) if became is not None}


async def of_case(session: AsyncSession, case_id: int) -> Sequence[File]:
    """What the person sent beside words in a case, oldest first."""
    query = (
        select(File)
        .join(Message, Message.id == File.message_id)
        .where(Message.case_id == case_id, Message.author_kind == "person")
    )
    return (await session.scalars(query.order_by(File.message_id))).all()


async def of_both_sides(session: AsyncSession, case_id: int) -> Sequence[tuple[File, str]]:
    """Files of a case that came, or will, each with its author's kind; oldest first."""
    query = (
        select(File, Message.author_kind)
        .join(Message, Message.id == File.message_id)
        .where(Message.case_id == case_id, File.state != "refused", SHOWN)
        .order_by(Message.id)
    )
    return [(file, author_kind) for file, author_kind in await session.execute(query)]


async def count_of_cases(session: AsyncSession, case_ids: Sequence[int]) -> int:
    """How many files these cases hold, of both sides; what never came does not count."""
    query = (
        select(func.count())
        .select_from(File)
        .join(Message, Message.id == File.message_id)
        .where(Message.case_id.in_(case_ids), File.state != "refused")
    )
    return await session.scalar(query) or 0


async def write_content(session: AsyncSession, file_id: int, content: bytes) -> None:
    """Keep a file's content, in place of any that was kept: a piece at a time, so that it is sealed in pieces, too."""
    await drop_content(session, file_id)
    for number, start in enumerate(range(0, len(content), CHUNK_BYTES)):
        values = {"file_id": file_id, "number": number, "content": content[start : start + CHUNK_BYTES]}
        await session.execute(insert(FileChunk).values(values))


async def drop_content(session: AsyncSession, file_id: int) -> None:
    """Forget a file's content."""
    await session.execute(delete(FileChunk).where(FileChunk.file_id == file_id))


async def content(session: AsyncSession, file_id: int) -> bytes | None:
    """A kept file's content; None where none is kept."""
    query = select(FileChunk.content).where(FileChunk.file_id == file_id).order_by(FileChunk.number)
    pieces = (await session.scalars(query)).all()
    return b"".join(pieces) or None


async def count_pieces(session: AsyncSession, file_id: int) -> int:
    """In how many pieces a file's content is kept."""
    return await session.scalar(select(func.count()).where(FileChunk.file_id == file_id)) or 0


async def piece(session: AsyncSession, file_id: int, number: int) -> bytes | None:
    """One piece of a kept file's content, counted from 0."""
    query = select(FileChunk.content).where(FileChunk.file_id == file_id, FileChunk.number == number)
    return await session.scalar(query)


async def held_of(session: AsyncSession, person_id: int) -> Sequence[File]:
    """Every file of a person's cases, whoever sent it, and of what they have not sent yet; oldest first."""
    query = (
        select(File)
        .outerjoin(Message, Message.id == File.message_id)
        .outerjoin(Case, Case.id == Message.case_id)
        .outerjoin(Draft, Draft.id == File.draft_id)
        .where(func.coalesce(Case.person_id, Draft.person_id) == person_id, SHOWN)
    )
    return (await session.scalars(query.order_by(File.id))).all()


async def forget_of_closed(session: AsyncSession, closed_before: datetime, limit: int) -> int:
    """Delete files of cases closed before a moment (business time); returns how many. Pages that a caseworker accepted
    once more in another case are needed as long as those of that case.
    """
    serving, later = aliased(WantedDocument), aliased(Case)
    serves_again = (
        select(serving.id)
        .join(later, later.id == serving.case_id)
        .where(serving.state == DocumentState.ACCEPTED.value, serving.case_id != Case.id)
        .where(serving.album == File.album, or_(later.closed_at.is_(None), later.closed_at >= closed_before))
        .exists()
    )
    over = (
        select(File.id)
        .join(Message, Message.id == File.message_id)
        .join(Case, Case.id == Message.case_id)
        .where(Case.closed_at < closed_before, ~serves_again)
        .order_by(File.id)
        .limit(limit)
    )
    gone = await session.scalars(delete(File).where(File.id.in_(over)).returning(File.id))
    return len(gone.all())
