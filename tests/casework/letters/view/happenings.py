"""What may happen between the writing of a letter and its sending, so that it is no longer true."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from sqlalchemy import delete, select, update

from casework.cases.close import Close, close
from casework.cases.release import Release, release
from casework.cases.reopen import Reopen, reopen
from casework.cases.withdraw import Withdraw, withdraw
from casework.context import Actor
from casework.letters import kinds
from casework.letters.kinds import Letter
from casework.letters.kinds.files import FILE_PART
from casework.people.erase import Erase, erase
from casework.people.send_words import DropWords, drop_words
from casework.staff.join import ShowDesk, desk
from db.models import Case, Complaint, FormDraft, InboxUpdate, Pair, StaffMember
from db.repositories import staff
from tests.casework.letters.colleagues import OF_COLLEAGUES, OF_ONE_WHO_LEFT, OF_TEAM
from tests.casework.world import GROUP, World

TO_LEADS: set[type[Letter]] = {
    kinds.ProblemsScreen,
    kinds.ProblemDropAskScreen,
    kinds.ProblemsFound,
    kinds.GroupAway,
    kinds.GroupBack,
    kinds.BoardUnpinned,
    kinds.MessagesLostReport,
    kinds.ReadingsScreen,
}


async def file_carried(world: World, message_id: int) -> None:
    pair = Pair(message_id=message_id, side="copy", part=FILE_PART, chat_id=1, telegram_message_id=950)
    world.uow.session.add(pair)


Happening = Callable[[World, Actor, Actor, Case], Awaitable[Any]]


async def _closed(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    await close(world.ctx(iryna), Close(case.id, "helped"))


async def _reopened(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    await close(world.ctx(iryna), Close(case.id, "helped"))
    await reopen(world.ctx(iryna), Reopen(case.id))


async def _withdrawn(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    await withdraw(world.ctx(olena), Withdraw(case.id))


async def _released(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    await release(world.ctx(iryna), Release(case.id))


async def _erased(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    await erase(world.ctx(olena), Erase())


async def _dropped(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    await drop_words(world.ctx(olena), DropWords((await world.drafts(olena))[-1].id))


async def _answered(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    await world.uow.session.execute(update(FormDraft).values(at=""))


async def _unanswered(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    await world.uow.session.execute(update(FormDraft).values(at="name"))


async def _removed(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    await desk(world.ctx(iryna), ShowDesk())
    (await world.uow.session.get_one(StaffMember, iryna.id)).removed_at = world.now


async def _outdated(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    for message in await world.messages(case):
        message.revision = 2


async def _carried(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    for number, message in enumerate(await world.messages(case), start=900):
        world.uow.session.add(Pair(message_id=message.id, side="copy", part=0, chat_id=1, telegram_message_id=number))


async def _the_files_left(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    for message in await world.messages(case):
        if message.author_kind == "staff":
            await file_carried(world, message.id)


async def _remade(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    case.topics_made = 2


async def _demoted(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    (await world.uow.session.get_one(StaffMember, iryna.id)).role = "caseworker"


async def _decided(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    await world.uow.session.execute(delete(InboxUpdate))


async def _other_episode(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    group = await staff.group(world.uow.session, GROUP)
    assert group is not None
    group.away_since, group.away_reason = world.now, "no-rights"


async def _complaint_answered(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    [complaint] = await world.uow.session.scalars(select(Complaint))
    complaint.answered_at = world.now


async def _leads_took_it(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    case.owner_id = (await world.uow.session.scalars(select(Complaint.reviewer_id))).one()


async def _leads_stepped_down(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    for member in await staff.leads(world.uow.session):
        member.role = "caseworker"


NO_LONGER_TRUE: list[tuple[Happening, str]] = [
    (_decided, "problem-drop-ask"),
    (_decided, "problems-found"),
    (_other_episode, "group-away"),
    (_other_episode, "group-back"),
    (_closed, "messages-lost"),
    *((_demoted, kind.kind) for kind in sorted(TO_LEADS, key=lambda each: each.kind)),
    (_released, "case-taken"),
    (_closed, "case-taken"),
    (_closed, "words-added"),
    (_closed, "case-reopened"),
    (_withdrawn, "words-added"),
    (_withdrawn, "case-closed"),
    (_reopened, "case-closed"),
    (_dropped, "offer-case"),
    (_dropped, "choose-case"),
    (_answered, "form"),
    (_unanswered, "form-summary"),
    (_carried, "staff-reply"),
    (_carried, "person-message"),
    (_outdated, "staff-reply-edited"),
    (_outdated, "person-message-edited"),
    (_closed, "not-solved-yet"),
    *((_complaint_answered, kind) for kind in ("complaint-due", "complaint-answer-ask")),
    *((_leads_took_it, kind) for kind in ("complaint-filed", "complaint-due", "complaint-answer-ask")),
    *((_leads_stepped_down, kind) for kind in ("complaint-filed", "complaint-due", "complaints", "ratings")),
    (_remade, "topic-summary"),
    (_the_files_left, "staff-file"),
    (_outdated, "staff-file-edited"),
    (_removed, "desk-file"),
    (_removed, "desk-home"),
    (_removed, "case-list"),
    (_removed, "desk-details"),
    (_removed, "desk-return"),
    (_removed, "desk-notes"),
    *((happening, "case-step") for happening in (_closed, _withdrawn, _released, _erased)),
    (_erased, "case-refused"),
    (_removed, "return-matched"),
    *((_removed, kind.kind) for kind in sorted(OF_COLLEAGUES - OF_ONE_WHO_LEFT, key=lambda each: each.kind)),
    *((_demoted, kind.kind) for kind in sorted(OF_TEAM, key=lambda each: each.kind)),
    *((_released, kind) for kind in ("cases-assigned", "case-handed-over", "case-came-back", "one-human-away")),
    *((_closed, kind) for kind in ("cases-assigned", "case-handed-over", "handover-ask", "case-came-back")),
    (_erased, "handover-note"),
    *((_closed, kind) for kind in ("return-received", "return-waiting", "return-matched")),
    *((_erased, kind) for kind in ("return-contact", "return-received", "return-waiting", "return-confirmed")),
    *((_removed, kind) for kind in ("desk-call", "desk-agreement")),
    *((_closed, kind) for kind in ("danger-call", "desk-agreement", "agreement-unheard")),
    *((_erased, kind) for kind in ("call-safe", "agreement-refused")),
    *((_closed, kind) for kind in ("call-wanted", "desk-call", "promise-late", "promise-late-crisis")),
    *((_closed, kind) for kind in ("promise-missed", "promise-escalated", "promise-missed-crisis")),
    *((_erased, kind) for kind in ("call-known", "call-number-kept", "call-time", "call-unanswered")),
    *((_erased, kind) for kind in ("call-case", "call-number", "call-wrong-number", "promise-late")),
    *(
        (_erased, kind)
        for kind in (
            "case-received", "case-taken", "case-closed", "case-reopened", "words-added", "staff-reply",
            "staff-reply-edited", "person-message", "person-message-edited", "card", "offer-case", "choose-case",
            "delivery-mark", "reply-undelivered", "not-solved-yet", "complaint-received", "complaint-answered",
            "complaint-filed", "complaint-due", "complaint-answer-ask",
            "delivery-mark", "reply-undelivered", "person-files", "staff-file", "staff-file-edited",
            "staff-file-refused", "desk-file",
            "delivery-mark", "reply-undelivered", "form", "form-summary", "form-resume", "form-cancel-ask", "whom-sent",
            "form-waits", "agreed-by-code", "agreement-known",
        )
    ),
]  # fmt: skip
