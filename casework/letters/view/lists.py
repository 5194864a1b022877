"""A page of cases for staff, and the board of a group."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime

from casework.cases.due import due_of
from casework.letters import kinds
from casework.letters.sights import BoardSight, ListedCase, ListSight, NumberLink, Sight, UnpinnedSight
from casework.letters.view.groups import group_link, topic_link
from casework.letters.view.look import STAFF_LANGUAGE, Look, view
from db.models import Case, StaffMember
from db.repositories import cases, queue, staff
from db.uow import UnitOfWork
from rules.cases import State, Turn
from rules.catalogue import OWN_WORDS, Catalogue
from rules.lists import Listing
from rules.roles import LEADS


async def list_sight(
    uow: UnitOfWork, catalogue: Catalogue, now: datetime, member: StaffMember, page: kinds.CaseListScreen
) -> ListSight:
    """The page as things are at `now` (business time); cases of other organisations are in no list of this one's."""
    found = {case.id: case for case in await cases.of_ids(uow.session, page.case_ids)}
    owners = await staff.work_names(uow.session, [case.owner_id for case in found.values() if case.owner_id])
    lines = [
        _line(catalogue, case, owners.get(case.owner_id or 0), member.language, now)
        for case_id in page.case_ids
        if (case := found.get(case_id)) is not None and case.organisation_id == member.organisation_id
    ]
    may_all = member.role in LEADS or page.which == Listing.MINE
    return ListSight(page.which, tuple(lines), page.before, page.behind, page.clue, may_all=may_all)


def _line(catalogue: Catalogue, case: Case, owner: str | None, language: str, now: datetime) -> ListedCase:
    due = due_of(case) if case.closed_at is None else None
    return ListedCase(
        number=NumberLink(case.number, topic_link(case)),
        crisis=case.crisis,
        first_by_law=case.first_by_law,
        service=_service(catalogue, case, language),
        state=State(case.state),
        turn=Turn(case.turn),
        opened_at=case.opened_at,
        due=due,
        overdue=due is not None and due < now,
        owner=owner,
    )


def _service(catalogue: Catalogue, case: Case, language: str) -> str | None:
    """A sensitive service shows its group only; None where nobody has named one yet."""
    entry = catalogue.services.get(case.service)
    if entry is None:
        return case.service
    if entry.slug == OWN_WORDS:
        return None
    return (entry.group if entry.sensitive else entry.name)[language]


@view(kinds.CaseListScreen)
async def _case_list(look: Look, letter: kinds.CaseListScreen) -> Sight | None:
    member = await staff.by_id(look.uow.session, letter.staff_id)
    if member.removed_at is not None:
        return None
    return look.sight(member.language, await list_sight(look.uow, look.catalogue, look.now, member, letter))


@view(kinds.QueueBoard)
async def _board(look: Look, letter: kinds.QueueBoard) -> Sight | None:
    group = await staff.group(look.uow.session, look.letter.chat_id)
    if group is None or group.unbound_at is not None:
        return None
    figures = await queue.board(look.uow.session, group.chat_id, look.now)
    return look.sight(STAFF_LANGUAGE, BoardSight(**asdict(figures)))


@view(kinds.BoardUnpinned)
async def _unpinned(look: Look, letter: kinds.BoardUnpinned) -> Sight | None:
    member = await staff.by_id(look.uow.session, letter.staff_id)
    if member.removed_at is not None or member.role not in LEADS:
        return None
    group = await staff.group_by_id(look.uow.session, letter.group_id)
    return None if group.unbound_at is not None else look.sight(member.language, UnpinnedSight(group_link(group)))
