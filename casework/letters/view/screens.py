"""Screens on a person's phone."""

from __future__ import annotations

from dataclasses import replace

from casework.cases.history import FOR_THE_PERSON
from casework.letters import kinds
from casework.letters.sights import (
    AddedSight,
    CaseLine,
    ChooseSight,
    ConsentSight,
    EraseAskSight,
    ErasedSight,
    InfoOnlySight,
    LanguageSight,
    MyCaseSight,
    MyCasesSight,
    OfferSight,
    OfficeSight,
    PrivacySight,
    ReadingLine,
    Sight,
    TimelineLine,
)
from casework.letters.view.look import Look, view
from casework.letters.view.to_person import hotline_lines, own_service_name, service_name
from db.models import Case, Person
from db.repositories import cases, people, staff
from rules.cases import State, Turn, Verb, may_reopen, reopen_by, verbs_in
from rules.consent import CONSENT_VERSION

EXCERPT = 200
BEGINS = 60
PAGE = 5
READINGS = 5
TIMELINE = 12
RETAINED = "case"
"""The entry of the catalogue's retention that says what stays of a case after erasing."""


def retention_words(look: Look, language: str) -> str:
    """How long the law keeps number, dates and result of a case."""
    return look.catalogue.retention[RETAINED].words[language]


async def case_line(look: Look, case: Case, language: str) -> CaseLine:
    """A case as it stands in a list."""
    return CaseLine(
        case_id=case.id,
        number=case.number,
        service=service_name(look, case.service, language),
        state=State(case.state),
        turn=Turn(case.turn),
        opened_at=case.opened_at,
        reply_by=await look.told_by(case),
        owner=await look.owner(case),
    )


async def _own_line(look: Look, case: Case, person: Person) -> CaseLine:
    """A case in the person's own list, with what it is about and how it begins: neither on a phone that somebody else
    may read, where the chat may be deleted already; and not after erasing.
    """
    line = replace(await case_line(look, case, person.language), service=own_service_name(look, case, person))
    if person.discreet or case.erased_at is not None:
        return line
    first = await cases.first_message(look.uow.session, case.id)
    return replace(line, begins=_cut(" ".join(first.text.split()), BEGINS) or None) if first and first.text else line


def _cut(words: str, longest: int) -> str:
    return words if len(words) <= longest else words[:longest].rstrip() + "…"


@view(
    kinds.ConsentGivenScreen,
    kinds.WordsDroppedScreen,
    kinds.HelpScreen,
    kinds.CancelledScreen,
    kinds.WatchedScreen,
)
async def _office(look: Look, letter: kinds.Letter) -> Sight:
    language = (await look.person()).language
    return look.sight(language, OfficeSight(look.office(language)))


@view(kinds.ConsentScreen, kinds.ConsentMoreScreen)
async def _consent(look: Look, letter: kinds.Letter) -> Sight:
    person = await look.person()
    waiting = await people.drafts(look.uow.session, person.id)
    shows = ConsentSight(
        version=CONSENT_VERSION,
        retention=retention_words(look, person.language),
        kept_words=len(waiting),
        draft_days=look.catalogue.retention["draft"].days,
    )
    return look.sight(person.language, shows)


@view(kinds.InfoOnlyScreen)
async def _info_only(look: Look, letter: kinds.InfoOnlyScreen) -> Sight:
    language = (await look.person()).language
    return look.sight(language, InfoOnlySight(hotline_lines(look, language), look.office(language)))


async def _waiting_words(look: Look, person: Person) -> tuple[str, int, int] | None:
    drafts = await people.drafts(look.uow.session, person.id)
    if not drafts:
        return None
    excerpt = "…" if person.discreet else "\n".join(draft.text for draft in drafts)
    return _cut(excerpt, EXCERPT), len(drafts), drafts[-1].id


@view(kinds.OfferCaseScreen)
async def _offer_case(look: Look, letter: kinds.OfferCaseScreen) -> Sight | None:
    person = await look.person()
    waiting = await _waiting_words(look, person)
    return look.sight(person.language, OfferSight(*waiting)) if waiting else None


@view(kinds.ChooseCaseScreen)
async def _choose_case(look: Look, letter: kinds.ChooseCaseScreen) -> Sight | None:
    person = await look.person()
    waiting = await _waiting_words(look, person)
    if waiting is None:
        return None
    open_cases = await cases.open_of(look.uow.session, person.id)
    lines = tuple([await _own_line(look, case, person) for case in open_cases])
    return look.sight(person.language, ChooseSight(*waiting, lines))


@view(kinds.WordsAdded)
async def _words_added(look: Look, letter: kinds.WordsAdded) -> Sight | None:
    person, case = await look.person(), await look.case(letter.case_id)
    if case.closed_at is not None:
        return None
    shows = AddedSight(
        number=case.number,
        messages=await cases.count_added(look.uow.session, case.id),
        owner=await look.owner(case),
        reply_by=await look.told_by(case),
        overdue=await look.late(case),
    )
    return look.sight(person.language, shows)


@view(kinds.MyCasesScreen)
async def _my_cases(look: Look, letter: kinds.MyCasesScreen) -> Sight:
    person = await look.person()
    theirs = await cases.all_of(look.uow.session, person.id)
    pages = max(1, -(-len(theirs) // PAGE))
    page = min(letter.page, pages - 1)
    shown = theirs[page * PAGE : (page + 1) * PAGE]
    lines = tuple([await _own_line(look, case, person) for case in shown])
    return look.sight(person.language, MyCasesSight(lines, page, pages))


@view(kinds.MyCaseScreen)
async def _my_case(look: Look, letter: kinds.MyCaseScreen) -> Sight | None:
    person, case = await look.person(), await look.case(letter.case_id)
    if case.person_id != person.id:
        return None
    events = await cases.events(look.uow.session, case.id)
    timeline = [TimelineLine(event.at, event.kind) for event in events if event.kind in FOR_THE_PERSON]
    bare = case.crisis or person.human_only or person.discreet
    outcome = None if bare else look.catalogue.outcomes.get(case.result or "")
    shows = MyCaseSight(
        case=await _own_line(look, case, person),
        outcome=outcome.plain[person.language] if outcome else None,
        law_by=case.law_by,
        overdue=await look.late(case),
        timeline=tuple(timeline[-TIMELINE:]),
        may=_persons_verbs(look, case),
        reopen_by=reopen_by(case.closed_at) if case.closed_at else None,
        family_lines=person.human_only,
    )
    return look.sight(person.language, shows)


def _persons_verbs(look: Look, case: Case) -> frozenset[Verb]:
    verbs = verbs_in(State(case.state)) & {Verb.ADD_WORDS, Verb.WITHDRAW, Verb.REOPEN}
    if case.erased_at is not None or (case.closed_at is not None and not may_reopen(case.closed_at, look.now)):
        verbs -= {Verb.REOPEN}
    return frozenset(verbs)


@view(kinds.LanguageScreen)
async def _language(look: Look, letter: kinds.LanguageScreen) -> Sight:
    language = (await look.person()).language
    return look.sight(language, LanguageSight(language))


@view(kinds.PrivacyScreen)
async def _privacy(look: Look, letter: kinds.PrivacyScreen) -> Sight:
    person, session = await look.person(), look.uow.session
    theirs = [case.id for case in await cases.all_of(session, person.id)]
    consent = await people.standing_consent(session, person.id)
    shows = PrivacySight(
        consent_given_at=consent.given_at if consent else None,
        name_held=person.name is not None,
        watched=person.watched,
        covered=person.covered,
        cases=len(theirs),
        messages=await people.count_messages(session, theirs) + len(await people.drafts(session, person.id)),
        readings=await _readings(look, person),
        retention=retention_words(look, person.language),
        office=look.office(person.language),
    )
    return look.sight(person.language, shows)


async def _readings(look: Look, person: Person) -> tuple[ReadingLine, ...]:
    lines = []
    for reading in await people.last_readings(look.uow.session, person.id, READINGS):
        reader = await staff.by_id(look.uow.session, reading.staff_id)
        lines.append(ReadingLine(reading.at, reader.work_name, (await look.case(reading.case_id)).number))
    return tuple(lines)


@view(kinds.EraseAskScreen)
async def _erase_ask(look: Look, letter: kinds.EraseAskScreen) -> Sight:
    person, session = await look.person(), look.uow.session
    theirs = await cases.all_of(session, person.id)
    shows = EraseAskSight(
        open_cases=sum(case.closed_at is None for case in theirs),
        messages=await people.count_messages(session, [case.id for case in theirs])
        + len(await people.drafts(session, person.id)),
        retention=retention_words(look, person.language),
    )
    return look.sight(person.language, shows)


@view(kinds.ErasedScreen)
async def _erased(look: Look, letter: kinds.ErasedScreen) -> Sight:
    language = (await look.person()).language
    return look.sight(language, ErasedSight(letter.cases, retention_words(look, language)))
