"""Who looked at whose data: written down with each look, listed for the supervisor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Reading


@dataclass(frozen=True, slots=True)
class Asked:
    """Which readings of an organisation: all, of a case, of a colleague, of a span (UTC), or only the unusual ones.

    `many`: into how many cases within the hour up to it a reader looked before it is unusual.
    """

    organisation_id: int
    many: int
    case_id: int | None = None
    staff_id: int | None = None
    since: datetime | None = None
    before: datetime | None = None
    unusual: bool = False


# One look of one colleague may have several rows: an album, two people of one case. A file that a lead took out of a
# campaign has a row for each family: it stands in the list of a case, and in that of files where it was asked for.
_LOOKS = """
    WITH looks AS (
        SELECT reading.case_id, reading.staff_id, reading.at, reading.what, reading.reason, reading.not_theirs,
               max(reading.id) AS id, min(staff.role) AS role,
               (SELECT count(DISTINCT other.case_id) FROM readings AS other
                WHERE other.staff_id = reading.staff_id AND other.what <> 'exported' AND other.at <= reading.at
                  AND other.at > reading.at - interval '1 hour') AS cases
        FROM readings AS reading
        JOIN cases ON cases.id = reading.case_id
        JOIN staff ON staff.id = reading.staff_id
        WHERE cases.organisation_id = :organisation_id
          AND (reading.what <> 'exported' OR CAST(:case_id AS bigint) IS NOT NULL)
          AND (CAST(:case_id AS bigint) IS NULL OR reading.case_id = :case_id)
          AND (CAST(:staff_id AS bigint) IS NULL OR reading.staff_id = :staff_id)
          AND (CAST(:since AS timestamptz) IS NULL OR reading.at >= :since)
          AND (CAST(:before AS timestamptz) IS NULL OR reading.at < :before)
        GROUP BY reading.case_id, reading.staff_id, reading.at, reading.what, reading.reason, reading.not_theirs
    )
    SELECT {what} FROM looks
    WHERE NOT :unusual OR not_theirs OR cases >= :many
       OR NOT extract(hour FROM at AT TIME ZONE 'Europe/Kyiv') BETWEEN 8 AND 20
"""
_PAGE = text(_LOOKS.format(what="*") + " ORDER BY at DESC, id DESC OFFSET :offset LIMIT :limit")
_COUNT = text(_LOOKS.format(what="count(*)"))
_READERS = text(
    _LOOKS.format(what="staff_id, count(*) AS looks, max(at) AS at") + " GROUP BY staff_id ORDER BY 2 DESC, 1"
)


def _given(asked: Asked) -> dict[str, Any]:
    return {name: getattr(asked, name) for name in Asked.__slots__}


async def page(session: AsyncSession, asked: Asked, offset: int, limit: int) -> Sequence[Row[Any]]:
    """Looks, the newest first: `case_id`, `staff_id`, `at`, `what`, `reason`, `not_theirs`, and into how many `cases`
    the reader looked within the hour up to it.
    """
    return (await session.execute(_PAGE, {**_given(asked), "offset": offset, "limit": limit})).all()


async def count(session: AsyncSession, asked: Asked) -> int:
    """How many looks there are."""
    return int((await session.execute(_COUNT, _given(asked))).scalar_one())


async def readers(session: AsyncSession, asked: Asked) -> Sequence[Row[Any]]:
    """Who looked, who most often first: `staff_id`, `looks`."""
    return (await session.execute(_READERS, _given(asked))).all()


async def last_reason(
    session: AsyncSession, case_id: int, staff_id: int, since: datetime, among: Sequence[str]
) -> str | None:
    """The reason that somebody gave last since then (business time) for looking into this case."""
    return await session.scalar(
        select(Reading.reason)
        .where(
            Reading.case_id == case_id,
            Reading.staff_id == staff_id,
            Reading.at > since,
            Reading.reason.in_(among),
        )
        .order_by(Reading.id.desc())
        .limit(1)
    )
