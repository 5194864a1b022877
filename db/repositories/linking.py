"""Codes that tie the person of a case to an account, and wrong guesses of them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import CodeGuess, LinkCode


async def of_case(session: AsyncSession, case_id: int) -> LinkCode | None:
    """The code of a case, used up or not. Whoever changes it has locked the case."""
    return await session.scalar(select(LinkCode).where(LinkCode.case_id == case_id))


async def by_code(session: AsyncSession, hashed: bytes, now: datetime) -> LinkCode | None:
    """The code that is good at a moment (business time)."""
    good = (LinkCode.code_hash == hashed, LinkCode.expires_at > now)
    return await session.scalar(select(LinkCode).where(*good).execution_options(populate_existing=True))


async def claimed_by(session: AsyncSession, person_id: int, now: datetime) -> LinkCode | None:
    """The code that somebody gave, and which is good still."""
    theirs = (LinkCode.claimed_by == person_id, LinkCode.code_hash.is_not(None), LinkCode.expires_at > now)
    return await session.scalar(select(LinkCode).where(*theirs).order_by(LinkCode.id).limit(1))


async def guesses(session: AsyncSession, person_id: int) -> CodeGuess | None:
    """The wrong codes of somebody. Whoever changes them has locked the person."""
    return await session.get(CodeGuess, person_id)


async def drop_stale(session: AsyncSession, now: datetime) -> None:
    """Codes past their time (business time) are kept nowhere."""
    over = (LinkCode.expires_at <= now, LinkCode.code_hash.is_not(None))
    await session.execute(update(LinkCode).where(*over).values(code=None, code_hash=None, claimed_by=None))
