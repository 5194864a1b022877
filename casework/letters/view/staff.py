"""What staff see: in the topic, in the group, on the desk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from casework.cases.due import counts_to_law, due_of
from casework.cases.history import NOT_FOR_STAFF
from casework.cases.places import OTHER_PLACE
from casework.cases.relay import SPAM, for_staff
from casework.letters import kinds
from casework.letters.sights import (
    CardSight,
    DeskSight,
    GroupBoundSight,
    NewsSight,
    OfficeSight,
    Sight,
    StaffJoinedSight,
    SummaryMessage,
    SummarySight,
    TimelineLine,
    TopicSight,
    UndeliveredSight,
)
from casework.letters.view.away import back_on_of
from casework.letters.view.calls import call_line, calls_line, may_phone
from casework.letters.view.files import line_of
from casework.letters.view.groups import away_line, topic_link
from casework.letters.view.look import STAFF_LANGUAGE, Look, view
from casework.letters.view.screens import case_line
from casework.letters.view.talk import is_silent, mark_sight, replied_to, source_of
from casework.letters.view.together import words_at, words_of
from casework.problems.reach import reach
from db.models import Case, Letter, Message
from db.repositories import alarms, cards, cases, files, people, problems, staff
from db.repositories.problems import Reach
from db.uow import UnitOfWork
from rules.areas import area_names
from rules.cases import STEPS, State, Turn, Verb, is_open, may_reopen, verbs_in
from rules.catalogue import Catalogue, Provider
from rules.masking import mask
from rules.recreation.forms import RECREATION
from rules.returning import ReturnState
from rules.roles import LEADS

SUMMARY_MESSAGES = 5
SUMMARY_UNITS = 300
SUMMARY_EVENTS = 10
DESK_CASES = 20
BY_BUTTON = frozenset({Verb.TAKE, Verb.RELEASE, Verb.REOPEN, *STEPS})
"""What the card's buttons do, «Стан» among them."""


def _service(look: Look, case: Case) -> tuple[str, str]:
    """Name and group of the case's service for the staff chat; a sensitive service shows its group only."""
    entry = look.catalogue.services.get(case.service)
    if entry is None:
        return case.service, case.service
    group = entry.group[STAFF_LANGUAGE]
    return (group if entry.sensitive else entry.name[STAFF_LANGUAGE]), group


@view(kinds.Card)
async def _card(look: Look, letter: kinds.Card) -> Sight | None:
    case = await look.case(letter.case_id)
    return None if case.erased_at is not None else look.sight(STAFF_LANGUAGE, await _card_sight(look, case))


async def card_of(uow: UnitOfWork, catalogue: Catalogue, case: Case, now: datetime) -> CardSight:
    """What the card would show at `now` (business time, UTC), for a menu that is no letter."""
    asked = Letter(kind=kinds.Card.kind, facts={"case_id": case.id}, case_id=case.id)
    return await _card_sight(Look(uow, now, catalogue, asked), case)


async def _card_sight(look: Look, case: Case) -> CardSight:
    person = await people.by_id(look.uow.session, case.person_id)
    service, group = _service(look, case)
    by_law, waiting = counts_to_law(case), due_of(case)
    oblast = look.catalogue.oblasts.get(case.actual_oblast or "")
    audience = look.catalogue.audiences.get(case.audience or "")
    band = look.catalogue.age_bands.get(case.age_band or "")
    outcome = look.catalogue.outcomes.get(case.result or "") or look.catalogue.refusals.get(case.result or "")
    beside = await cards.beside(look.uow.session, case.id)
    return CardSight(
        case_id=case.id,
        number=case.number,
        crisis=case.crisis,
        service=service,
        service_group=group,
        state=State(case.state),
        turn=Turn(case.turn),
        deadline_is_law=by_law,
        deadline=waiting if is_open(State(case.state)) else None,
        overdue=waiting is not None and waiting < look.now,
        registered_hromada=registered_place(look.catalogue, case),
        actual_oblast=oblast.name[STAFF_LANGUAGE] if oblast else None,
        audience=audience.name[STAFF_LANGUAGE] if audience else None,
        age_band=band.name[STAFF_LANGUAGE] if band else None,
        household_size=case.household_size,
        channel=case.channel,
        by_telegram=person.telegram_id is not None,
        language=person.language,
        owner=await look.owner(case),
        unread=case.unread,
        watched=person.watched,
        unreachable=person.unreachable_since is not None,
        outcome=outcome.name[STAFF_LANGUAGE] if outcome else None,
        human_only=person.human_only,
        frozen=person.frozen_at is not None,
        **await _alarm_facts(look, case),
        may=frozenset() if beside.goes_on_in else verbs_in(State(case.state), crisis=case.crisis) & BY_BUTTON,
        call=call_line(look, beside.call),
        agreement_call=call_line(look, beside.agreement_call),
        may_phone=may_phone(case, person, beside.call, hidden=beside.hidden),
        files=beside.files,
        documents=beside.documents,
        accepted=beside.accepted,
        to_check=beside.to_check,
        handing=beside.handing,
        relation=beside.relation,
        agreement=beside.agreement,
        returning=ReturnState(beside.returning) if beside.returning else None,
        **_marks(look.catalogue, case),
        notes=beside.notes,
        provider=Provider(case.provider) if case.provider else None,
        may_leave=_may_leave(case),
        deadlines=case.law_by is not None and is_open(State(case.state)),
        muted_until=case.muted_until if is_silent(case, look.now) and case.closed_at is None else None,
        maybe_same=beside.maybe_same,
        tied=tuple(beside.tied or ()),
        taken_in=tuple(beside.taken_in),
        goes_on_in=beside.goes_on_in,
        recreation=case.service == RECREATION,
        spam=case.result == SPAM and case.closed_at is not None and may_reopen(case.closed_at, look.now),
    )


def _may_leave(case: Case) -> bool:
    """Whether «Відповідь не потрібна» is offered: somebody waits, and nobody unanswered may be in danger."""
    owned = case.owner_id is not None and case.closed_at is None
    return owned and case.waiting_since is not None and not (case.crisis and case.first_answered_at is None)


async def _alarm_facts(look: Look, case: Case) -> dict[str, Any]:
    """What the card says about the last alarm: whether it stands, who has seen it, how it is safe to reply."""
    alarm = await alarms.newest(look.uow.session, case.id) if case.crisis and case.closed_at is None else None
    if alarm is None:
        return {}
    stands = alarm.ended_at is None
    seen_by = await staff.by_id(look.uow.session, alarm.seen_by) if stands and alarm.seen_by is not None else None
    return {"alarm": stands, "seen_by": seen_by.work_name if seen_by else None, "way": alarm.way}


def _marks(catalogue: Catalogue, case: Case) -> dict[str, Any]:
    """What staff marked the case with, as far as the catalogue still names it."""
    reason = catalogue.importance_reasons.get(case.priority_reason or "")
    tags = (catalogue.tags.get(slug) for slug in case.tags)
    return {
        "urgent": reason.name[STAFF_LANGUAGE] if reason else case.priority_reason,
        "tags": tuple(tag.name[STAFF_LANGUAGE] for tag in tags if tag is not None),
    }


@view(kinds.TopicHead)
async def _topic_head(look: Look, letter: kinds.TopicHead) -> Sight:
    case = await look.case(letter.case_id)
    shows = TopicSight(
        number=case.number,
        service_group=_service(look, case)[1],
        state=State(case.state),
        turn=Turn(case.turn),
        crisis=case.crisis,
        open=is_open(State(case.state)),
        gone=case.erased_at is not None,
    )
    return look.sight(STAFF_LANGUAGE, shows)


@view(kinds.PersonMessage)
async def _person_message(look: Look, letter: kinds.PersonMessage) -> Sight | None:
    message = await cases.message(look.uow.session, letter.message_id)
    if message is None or letter.part >= len(for_staff(message.text)):
        return None
    if await cases.is_carried(look.uow.session, message.id, letter.part):
        return None
    silent = is_silent(await look.case(letter.case_id), look.now)
    to = await replied_to(look, message) if letter.part == 0 else None
    return look.sight(STAFF_LANGUAGE, words_of(message, letter.part, silent=silent), reply_to=to)


@view(kinds.PersonMessageEdited)
async def _person_message_edited(look: Look, letter: kinds.PersonMessageEdited) -> Sight | None:
    message = await cases.message(look.uow.session, letter.message_id)
    pair = await cases.pair_of(look.uow.session, letter.message_id, "copy", letter.part)
    if message is None or pair is None or message.revision != letter.revision:
        return None
    shows = await words_at(look, message, pair)
    return look.sight(STAFF_LANGUAGE, shows, edit=pair.telegram_message_id)


@view(kinds.TopicSummary)
async def _topic_summary(look: Look, letter: kinds.TopicSummary) -> Sight | None:
    case = await look.case(letter.case_id)
    if case.topics_made != letter.topic:
        return None
    events = [event for event in await cases.events(look.uow.session, case.id) if event.kind not in NOT_FOR_STAFF]
    last = await cases.messages(look.uow.session, case.id, SUMMARY_MESSAGES)
    shows = SummarySight(
        number=case.number,
        events=tuple(TimelineLine(event.at, event.kind) for event in events[-SUMMARY_EVENTS:]),
        messages=await summary_messages(look.uow, last),
    )
    return look.sight(STAFF_LANGUAGE, shows)


async def summary_messages(uow: UnitOfWork, those: Sequence[Message]) -> tuple[SummaryMessage, ...]:
    """How these messages of a case begin, masked, and what came beside their words."""
    beside = await files.of_messages(uow.session, [message.id for message in those])
    return tuple(
        SummaryMessage(
            message.written_at,
            message.author_kind == "person",
            _beginning(message.text),
            line_of(beside[message.id]) if message.id in beside else None,
        )
        for message in those
    )


def _beginning(text: str) -> str:
    masked = mask(text)
    return masked if len(masked) <= SUMMARY_UNITS else masked[:SUMMARY_UNITS].rstrip() + "…"


@view(kinds.CaseNews)
async def _case_news(look: Look, letter: kinds.CaseNews) -> Sight | None:
    if (await look.case(letter.case_id)).erased_at is not None:
        return None
    return look.sight(STAFF_LANGUAGE, NewsSight(letter.event))


@view(kinds.DeliveryMark)
async def _delivery_mark(look: Look, letter: kinds.DeliveryMark) -> Sight | None:
    return await mark_sight(look, letter.message_id)


@view(kinds.ReplyUndelivered)
async def _reply_undelivered(look: Look, letter: kinds.ReplyUndelivered) -> Sight | None:
    at = await source_of(look, letter.message_id)
    if at is None:
        return None
    person = await people.by_id(look.uow.session, (await look.case(letter.case_id)).person_id)
    again = (letter.case_id, letter.message_id) if letter.reason != kinds.NOT_TRUE else None
    shows = UndeliveredSight(person.unreachable_since is not None, letter.reason, again)
    return look.sight(STAFF_LANGUAGE, shows, reply_to=at)


@view(kinds.GroupBound)
async def _group_bound(look: Look, letter: kinds.GroupBound) -> Sight:
    entry = look.catalogue.organisations[letter.organisation]
    group = await staff.group(look.uow.session, look.letter.chat_id)
    areas = area_names(look.catalogue, group.areas if group else None, STAFF_LANGUAGE)
    return look.sight(STAFF_LANGUAGE, GroupBoundSight(entry.name[STAFF_LANGUAGE], areas, letter.minimal))


@view(kinds.JoinFailed)
async def _join_failed(look: Look, letter: kinds.JoinFailed) -> Sight:
    return look.sight(letter.language, OfficeSight(look.office(letter.language)))


@view(kinds.StaffJoined)
async def _staff_joined(look: Look, letter: kinds.StaffJoined) -> Sight:
    member = await staff.by_id(look.uow.session, letter.staff_id)
    return look.sight(member.language, StaffJoinedSight(member.work_name, member.role))


@view(kinds.DeskHome)
async def _desk_home(look: Look, letter: kinds.DeskHome) -> Sight | None:
    member = await staff.by_id(look.uow.session, letter.staff_id)
    if member.removed_at is not None:
        return None
    theirs = await cases.open_of_owner(look.uow.session, member.id, DESK_CASES)
    shows = DeskSight(
        work_name=member.work_name,
        role=member.role,
        cases=tuple([await case_line(look, case, member.language) for case in theirs]),
        links=tuple(topic_link(case) for case in theirs),
        calls=await calls_line(look, member),
        back_on=back_on_of(look, member),
    )
    if member.role in LEADS:
        shows = await _with_problems(look, shows, reach(member.organisation_id, unowned=letter.unowned))
    return look.sight(member.language, shows)


async def _with_problems(look: Look, shows: DeskSight, within: Reach) -> DeskSight:
    """What leads see beside their own cases."""
    count, _ = await problems.extent(look.uow.session, within)
    groups = await staff.away_groups(look.uow.session, within.organisation_id)
    return replace(shows, problems=count, away=tuple([await away_line(look, group) for group in groups]))


def registered_place(catalogue: Catalogue, case: Case) -> str | None:
    """The hromada's name; `OTHER_PLACE` stays as it is, for the words to be found."""
    if case.registered_hromada == OTHER_PLACE:
        return OTHER_PLACE
    hromada = catalogue.hromadas.get(case.registered_hromada or "")
    return hromada.name if hromada else None
