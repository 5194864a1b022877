"""Two cases that became one, and cases that may be the same."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from casework.letters import kinds
from casework.letters.sights import NumberLink, Sight
from casework.letters.sights.duplicates import (
    DuplicatesSight,
    MergedNewsSight,
    MergedSight,
    OtherCase,
    TakenIn,
)
from casework.letters.view.groups import topic_link
from casework.letters.view.look import STAFF_LANGUAGE, Look, view
from casework.letters.view.to_person import called
from db.models import Case, CaseMerge, Person
from db.repositories import cases, people, staff, ties
from db.uow import UnitOfWork
from rules.cases import State
from rules.catalogue import OWN_WORDS, Catalogue
from rules.duplicates import Shared, Tie, may_know, may_undo
from rules.roles import Role


def link_to(case: Case) -> NumberLink:
    """A case by its number."""
    return NumberLink(case.number, topic_link(case))


async def duplicates_of(
    uow: UnitOfWork, catalogue: Catalogue, now: datetime, case: Case, known: Mapping[int, Case], language: str
) -> DuplicatesSight:
    """What stands beside a case at `now` (business time), as far as the reader may know of it (`known`)."""
    session = uow.session
    maybe = await ties.suggested(session, case.id)
    tied = await ties.of_case(session, case.id, Tie.LINKED)
    shared = {each.case_id: tuple(Shared(what) for what in each.what) for each in maybe}
    into = await cases.by_id(session, case.merged_into) if case.merged_into is not None else None

    async def line(case_id: int, tie: Tie | None) -> OtherCase:
        return await other_case(uow, catalogue, known[case_id], shared.get(case_id, ()), tie, language)

    return DuplicatesSight(
        case_id=case.id,
        number=case.number,
        maybe=tuple([await line(each.case_id, None) for each in maybe if each.case_id in known]),
        tied=tuple([await line(each, Tie.LINKED) for each in tied if each in known]),
        taken_in=tuple(
            [
                TakenIn(each.id, link_to(each), await _may_part(uow, each, now))
                for each in await ties.taken_in(session, case.id)
                if each.erased_at is None
            ]
        ),
        goes_on_in=link_to(into) if into is not None else None,
        may_part=await _may_part(uow, case, now),
    )


async def _may_part(uow: UnitOfWork, case: Case, now: datetime) -> bool:
    done = await ties.standing_merge(uow.session, case.id)
    return done is not None and case.erased_at is None and may_undo(done.at, now)


async def other_case(
    uow: UnitOfWork, catalogue: Catalogue, case: Case, shared: tuple[Shared, ...], tie: Tie | None, language: str
) -> OtherCase:
    """One line of it. A sensitive service shows its group only."""
    entry = catalogue.services.get(case.service)
    service = case.service if entry is None else (entry.group if entry.sensitive else entry.name)[language]
    owner = await staff.by_id(uow.session, case.owner_id) if case.owner_id is not None else None
    return OtherCase(
        case_id=case.id,
        number=link_to(case),
        service=None if case.service == OWN_WORDS else service,
        state=State(case.state),
        opened_at=case.opened_at,
        owner=owner.work_name if owner else None,
        shared=shared,
        tie=tie,
    )


@view(kinds.CasesMerged)
async def _merged(look: Look, letter: kinds.CasesMerged) -> Sight | None:
    done, ended, goes_on = await _both(look, letter.merge_id)
    if done.undone_at is not None or goes_on.erased_at is not None:
        return None
    person = await look.person()
    return look.sight(person.language, MergedSight(_name(person), goes_on.number, ended.number))


@view(kinds.CasesParted)
async def _parted(look: Look, letter: kinds.CasesParted) -> Sight | None:
    done, ended, goes_on = await _both(look, letter.merge_id)
    if done.undone_at is None or ended.erased_at is not None or ended.merged_into is not None:
        return None
    person = await look.person()
    return look.sight(person.language, MergedSight(_name(person), goes_on.number, ended.number))


def _name(person: Person) -> str | None:
    return None if person.discreet else called(person)


@view(kinds.MergedNews)
async def _merged_news(look: Look, letter: kinds.MergedNews) -> Sight | None:
    return await _news(look, letter.merge_id)


@view(kinds.TookInNews)
async def _took_in(look: Look, letter: kinds.TookInNews) -> Sight | None:
    return await _news(look, letter.merge_id)


async def _news(look: Look, merge_id: int) -> Sight | None:
    done, ended, goes_on = await _both(look, merge_id)
    if done.undone_at is not None or ended.erased_at is not None:
        return None
    return look.sight(STAFF_LANGUAGE, MergedNewsSight(link_to(ended), link_to(goes_on), await look.owner(goes_on)))


@view(kinds.PartedNews)
async def _parted_news(look: Look, letter: kinds.PartedNews) -> Sight | None:
    _, ended, goes_on = await _both(look, letter.merge_id)
    if ended.erased_at is not None:
        return None
    return look.sight(STAFF_LANGUAGE, MergedNewsSight(link_to(ended), link_to(goes_on), await look.owner(goes_on)))


@view(kinds.CaseMergedAway)
async def _away(look: Look, letter: kinds.CaseMergedAway) -> Sight | None:
    done, ended, goes_on = await _both(look, letter.merge_id)
    member = await staff.by_id(look.uow.session, letter.staff_id)
    if member.removed_at is not None or done.undone_at is not None:
        return None
    return look.sight(member.language, MergedNewsSight(link_to(ended), link_to(goes_on), await look.owner(goes_on)))


@view(kinds.DeskDuplicates)
async def _desk(look: Look, letter: kinds.DeskDuplicates) -> Sight | None:
    session = look.uow.session
    member, case = await staff.by_id(session, letter.staff_id), await look.case(letter.case_id)
    if member.removed_at is not None or member.organisation_id != case.organisation_id or case.erased_at is not None:
        return None
    beside = [each.case_id for each in await ties.suggested(session, case.id)]
    beside += await ties.of_case(session, case.id, Tie.LINKED)
    found = {each.id: each for each in [case, *await cases.of_ids(session, beside)]}
    known = {
        key: each
        for key, each in found.items()
        if each.erased_at is None
        and may_know(Role(member.role), careful=await careful(look.uow, each), own=each.owner_id == member.id)
    }
    known = known if case.id in known else {}
    sight = await duplicates_of(look.uow, look.catalogue, look.now, case, known, member.language)
    return look.sight(member.language, sight)


async def careful(uow: UnitOfWork, case: Case) -> bool:
    """Whether somebody in danger, or whom we protect, is in the case."""
    person = await people.by_id(uow.session, case.person_id)
    return case.crisis or person.discreet or person.human_only or person.frozen_at is not None


async def _both(look: Look, merge_id: int) -> tuple[CaseMerge, Case, Case]:
    done = await ties.merge_by_id(look.uow.session, merge_id)
    assert done is not None, "merges are never deleted"
    return done, await look.case(done.case_id), await look.case(done.into_id)
