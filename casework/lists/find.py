"""Staff look for cases: by number, by phone, by the beginning of a name, by a whole word of the request."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from casework.act import act
from casework.context import Context
from casework.errors import NoSuchCase, NothingToFind
from casework.letters import kinds
from casework.letters.sights import ListSight
from casework.lists.asking import answer
from casework.readings.log import write_down
from db.models import StaffMember
from db.models.search import name_key, word_key
from db.repositories import cases, search, staff
from rules.identifiers import case_number
from rules.lists import PAGE, SEARCHED
from rules.search import Wanted, read_wanted

NEWEST = 2**63 - 1
FOUND, ONE = "found", "one"
"""What stands in the place of a list's name."""


class Clue(StrEnum):
    """By what cases were found."""

    NUMBER = "number"
    PHONE = "phone"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Find:
    """What was typed, and the case behind which the page begins, 0 for the first; `on_desk` as in `ShowList`."""

    typed: str
    behind: int = 0
    on_desk: bool = False


@act("list.find")
async def find(ctx: Context, data: Find) -> ListSight:
    """The cases of the actor's organisation that fit, newest first; nothing but what a list shows is shown of them.

    Whoever knows a number learns here whose it is, so that is written down as a reading, for the person to see.
    NothingToFind where what was typed holds no number and no word of three letters.
    """
    member = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
    wanted = read_wanted(data.typed)
    if wanted.is_nothing:
        raise NothingToFind
    clue, found = await matching(ctx, member, wanted, data.behind or NEWEST, PAGE + 1)
    shown = found[:PAGE]
    if clue is Clue.PHONE and not data.on_desk:
        await _log(ctx, shown)
    behind = shown[-1] if len(found) > PAGE else 0
    page = kinds.CaseListScreen(member.id, FOUND, shown, data.behind, behind, clue.value)
    return await answer(ctx, member, page, on_desk=data.on_desk)


@dataclass(frozen=True, slots=True)
class ShowOne:
    """The number of a case, or only its digits; `on_desk` as in `ShowList`."""

    typed: str
    on_desk: bool = False


@act("list.one")
async def show_one(ctx: Context, data: ShowOne) -> ListSight:
    """How a case of the actor's organisation stands; several where different years have one of these digits.

    NothingToFind where it is no number, NoSuchCase where there is none, also for one of another organisation.
    """
    member = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
    wanted = read_wanted(data.typed)
    if wanted.number is None and wanted.sequence is None:
        raise NothingToFind
    found = await search.by_numbers(ctx.uow.session, member.organisation_id, await _numbers(ctx, member, wanted))
    if not found:
        raise NoSuchCase
    page = kinds.CaseListScreen(member.id, ONE, found[:PAGE], 0, 0)
    return await answer(ctx, member, page, on_desk=data.on_desk)


async def matching(
    ctx: Context, member: StaffMember, wanted: Wanted, before: int, limit: int
) -> tuple[Clue, list[int]]:
    """At most so many, the newest first. Digits that are a case's number and somebody's phone mean the phone if none
    fits.
    """
    session, theirs = ctx.uow.session, member.organisation_id
    if numbers := await _numbers(ctx, member, wanted):
        found = [each for each in await search.by_numbers(session, theirs, numbers) if each < before]
        if found or wanted.phone is None:
            return Clue.NUMBER, found
    if wanted.phone is not None:
        return Clue.PHONE, await search.by_phone(session, theirs, wanted.phone, before, limit)
    keys = [(name_key(theirs, word), word_key(theirs, word)) for word in wanted.words]
    return Clue.WORDS, await search.by_words(session, theirs, keys, before, limit) if keys else []


async def _numbers(ctx: Context, member: StaffMember, wanted: Wanted) -> Sequence[str]:
    """The whole numbers that are meant, of any year where none was told."""
    if wanted.number is not None:
        return [case_number(*wanted.number)]
    if wanted.sequence is None:
        return []
    organisation = await staff.organisation_by_id(ctx.uow.session, member.organisation_id)
    years = [wanted.year] if wanted.year else await search.years(ctx.uow.session, organisation.id)
    return [case_number(organisation.prefix, year, wanted.sequence) for year in years]


async def _log(ctx: Context, case_ids: Sequence[int]) -> None:
    for case_id in case_ids:
        case = await cases.by_id(ctx.uow.session, case_id)
        assert case is not None, "cases are never deleted"
        write_down(ctx, case, case.person_id, what=SEARCHED)
