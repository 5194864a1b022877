"""What staff see: in the topic, in the group, on the desk."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from casework.cases.history import NOT_FOR_STAFF
from casework.cases.places import OTHER_PLACE
from casework.cases.relay import for_staff
from casework.letters import kinds
from casework.letters.sights import (
    CardSight,
    DeskSight,
    DetailsSight,
    GroupBoundSight,
    MarkSight,
    NewsSight,
    OfficeSight,
    PersonMessageSight,
    PlacesSight,
    Sight,
    StaffJoinedSight,
    SummaryMessage,
    SummarySight,
    TimelineLine,
    TopicSight,
    UndeliveredSight,
)
from casework.letters.view.calls import call_line, calls_line, may_phone
from casework.letters.view.files import line_of
from casework.letters.view.groups import away_line, topic_link
from casework.letters.view.look import STAFF_LANGUAGE, Look, view
from casework.letters.view.on_behalf import on_behalf_sight
from casework.letters.view.places import places_of
from casework.letters.view.screens import case_line
from casework.problems.reach import reach
from db.models import Case, Message
from db.repositories import alarms, cards, cases, files, people, problems, staff
from db.repositories.problems import Reach
from db.uow import UnitOfWork
from rules.cases import State, Turn, Verb, is_open, verbs_in
from rules.catalogue import Catalogue
from rules.local_time import local_date
from rules.masking import mask
from rules.permissions import LEADS
from rules.returning import ReturnState

SUMMARY_MESSAGES = 5
SUMMARY_UNITS = 300
SUMMARY_EVENTS = 10
DESK_CASES = 20


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
    if case.erased_at is not None:
        return None
    person = await people.by_id(look.uow.session, case.person_id)
    service, group = _service(look, case)
    by_law = case.law_by is not None and case.first_answered_at is not None
    waiting = case.law_by if by_law else case.reply_by if case.waiting_since is not None else None
    oblast = look.catalogue.oblasts.get(case.actual_oblast or "")
    audience = look.catalogue.audiences.get(case.audience or "")
    band = look.catalogue.age_bands.get(case.age_band or "")
    outcome = look.catalogue.outcomes.get(case.result or "")
    beside = await cards.beside(look.uow.session, case.id)
    shows = CardSight(
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
        registered_hromada=_registered_place(look.catalogue, case),
        actual_oblast=oblast.name[STAFF_LANGUAGE] if oblast else None,
        audience=audience.name[STAFF_LANGUAGE] if audience else None,
        age_band=band.name[STAFF_LANGUAGE] if band else None,
        household_size=case.household_size,
        channel=case.channel,
        language=person.language,
        owner=await look.owner(case),
        unread=case.unread,
        watched=person.watched,
        unreachable=person.unreachable_since is not None,
        outcome=outcome.name[STAFF_LANGUAGE] if outcome else None,
        human_only=person.human_only,
        frozen=person.frozen_at is not None,
        **await _alarm_facts(look, case),
        may=frozenset(verbs_in(State(case.state)) & {Verb.TAKE, Verb.RELEASE, Verb.CLOSE, Verb.REOPEN}),
        call=call_line(look, beside.call),
        agreement_call=call_line(look, beside.agreement_call),
        may_phone=may_phone(case, person, beside.call, hidden=beside.hidden),
        files=beside.files,
        relation=beside.relation,
        agreement=beside.agreement,
        returning=ReturnState(beside.returning) if beside.returning else None,
    )
    return look.sight(STAFF_LANGUAGE, shows)


async def _alarm_facts(look: Look, case: Case) -> dict[str, Any]:
    """What the card says about the last alarm: whether it stands, who has seen it, how it is safe to reply."""
    alarm = await alarms.newest(look.uow.session, case.id) if case.crisis and case.closed_at is None else None
    if alarm is None:
        return {}
    stands = alarm.ended_at is None
    seen_by = await staff.by_id(look.uow.session, alarm.seen_by) if stands and alarm.seen_by is not None else None
    return {"alarm": stands, "seen_by": seen_by.work_name if seen_by else None, "way": alarm.way}


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


def _message_sight(message: Message, part: int) -> PersonMessageSight:
    parts = for_staff(message.text)
    text = parts[part] if part < len(parts) else ""
    return PersonMessageSight(text, part, len(parts), edited=message.revision > 0)


@view(kinds.PersonMessage)
async def _person_message(look: Look, letter: kinds.PersonMessage) -> Sight | None:
    message = await cases.message(look.uow.session, letter.message_id)
    if message is None or letter.part >= len(for_staff(message.text)):
        return None
    if await cases.is_carried(look.uow.session, message.id, letter.part):
        return None
    return look.sight(STAFF_LANGUAGE, _message_sight(message, letter.part))


@view(kinds.PersonMessageEdited)
async def _person_message_edited(look: Look, letter: kinds.PersonMessageEdited) -> Sight | None:
    message = await cases.message(look.uow.session, letter.message_id)
    pair = await cases.pair_of(look.uow.session, letter.message_id, "copy", letter.part)
    if message is None or pair is None or message.revision != letter.revision:
        return None
    return look.sight(STAFF_LANGUAGE, _message_sight(message, letter.part), edit=pair.telegram_message_id)


@view(kinds.TopicSummary)
async def _topic_summary(look: Look, letter: kinds.TopicSummary) -> Sight | None:
    case = await look.case(letter.case_id)
    if case.topics_made != letter.topic:
        return None
    events = [event for event in await cases.events(look.uow.session, case.id) if event.kind not in NOT_FOR_STAFF]
    last = await cases.messages(look.uow.session, case.id, SUMMARY_MESSAGES)
    beside = await files.of_messages(look.uow.session, [message.id for message in last])
    shows = SummarySight(
        number=case.number,
        events=tuple(TimelineLine(event.at, event.kind) for event in events[-SUMMARY_EVENTS:]),
        messages=tuple(
            SummaryMessage(
                message.written_at,
                message.author_kind == "person",
                _beginning(message.text),
                line_of(beside[message.id]) if message.id in beside else None,
            )
            for message in last
        ),
    )
    return look.sight(STAFF_LANGUAGE, shows)


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
    at = await _source_of(look, letter.message_id)
    return look.sight(STAFF_LANGUAGE, MarkSight(), edit=at) if at is not None else None


@view(kinds.ReplyUndelivered)
async def _reply_undelivered(look: Look, letter: kinds.ReplyUndelivered) -> Sight | None:
    at = await _source_of(look, letter.message_id)
    if at is None:
        return None
    person = await people.by_id(look.uow.session, (await look.case(letter.case_id)).person_id)
    return look.sight(STAFF_LANGUAGE, UndeliveredSight(person.unreachable_since is not None), reply_to=at)


async def _source_of(look: Look, message_id: int) -> int | None:
    """Where the staff message stands that was carried to the person."""
    pair = await cases.pair_of(look.uow.session, message_id, "source", 0)
    return pair.telegram_message_id if pair is not None else None


@view(kinds.GroupBound)
async def _group_bound(look: Look, letter: kinds.GroupBound) -> Sight:
    entry = look.catalogue.organisations[letter.organisation]
    return look.sight(STAFF_LANGUAGE, GroupBoundSight(entry.name[STAFF_LANGUAGE]))


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
    )
    if member.role in LEADS:
        shows = await _with_problems(look, shows, reach(member.organisation_id, unowned=letter.unowned))
    return look.sight(member.language, shows)


async def _with_problems(look: Look, shows: DeskSight, within: Reach) -> DeskSight:
    """What leads see beside their own cases."""
    count, _ = await problems.extent(look.uow.session, within)
    groups = await staff.away_groups(look.uow.session, within.organisation_id)
    return replace(shows, problems=count, away=tuple([await away_line(look, group) for group in groups]))


@view(kinds.DeskDetails)
async def _desk_details(look: Look, letter: kinds.DeskDetails) -> Sight | None:
    member = await staff.by_id(look.uow.session, letter.staff_id)
    if member.removed_at is not None:
        return None
    case = await look.case(letter.case_id)
    return look.sight(member.language, await details_of(look.uow, look.catalogue, case, member.language))


def _registered_place(catalogue: Catalogue, case: Case) -> str | None:
    """The hromada's name; `OTHER_PLACE` stays as it is, for the words to be found."""
    if case.registered_hromada == OTHER_PLACE:
        return OTHER_PLACE
    hromada = catalogue.hromadas.get(case.registered_hromada or "")
    return hromada.name if hromada else None


async def details_of(uow: UnitOfWork, catalogue: Catalogue, case: Case, language: str) -> DetailsSight:
    """Who the person of a case is, as far as we were told, and for whom they write."""
    other = await on_behalf_sight(uow, case)
    shown = other is None or other.writer_shown
    person = await people.by_id(uow.session, case.person_id)
    consent = await people.standing_consent(uow.session, person.id)
    audience = catalogue.audiences.get(case.audience or "")
    category = catalogue.categories.get(case.category or "")
    band = catalogue.age_bands.get(case.age_band or "")
    oblast = catalogue.oblasts.get(case.actual_oblast or "")
    return DetailsSight(
        number=case.number,
        name=person.name if shown else None,
        telegram_name_hidden=person.watched and person.name is None,
        audience=audience.name[language] if audience else None,
        category=category.name[language] if category else None,
        age_band=band.name[language] if band else None,
        household_size=case.household_size,
        registered_hromada=_registered_place(catalogue, case),
        actual_oblast=oblast.name[language] if oblast else None,
        consent_on=local_date(consent.given_at) if consent else None,
        places=places_of(catalogue, person, language) if shown else PlacesSight(),
        on_behalf=other,
    )
