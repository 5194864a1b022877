"""Screens on a person's phone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from casework.letters import kinds
from casework.letters.sights import (
    AddedSight,
    CaseLine,
    ChooseSight,
    ConsentSight,
    FileLine,
    InfoOnlySight,
    LanguageSight,
    MyCasesSight,
    OfferSight,
    OfficeSight,
    Sight,
)
from casework.letters.sights.pages import PageTitle
from casework.letters.view.appointments import meetings_ahead
from casework.letters.view.files import line_of
from casework.letters.view.look import Look, view
from casework.letters.view.to_person import hotline_lines, own_service_name, service_name
from casework.pages.known import offered
from casework.people.chosen import chosen
from casework.recreation.current import current
from db.models import Case, Draft, File, Person
from db.repositories import applications, calls, cases, files, people
from rules.cases import State, Turn
from rules.consent import CONSENT_VERSION
from rules.danger import sounds_dangerous
from rules.recreation.applications import Standing
from rules.recreation.campaigns import CampaignState

EXCERPT = 200
BEGINS = 60
PAGE = 5
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
        service=service_name(look.catalogue, case.service, language),
        state=State(case.state),
        turn=Turn(case.turn),
        opened_at=case.opened_at,
        reply_by=await look.told_by(case),
        owner=await look.owner(case),
    )


async def own_line(look: Look, case: Case, person: Person) -> CaseLine:
    """A case in the person's own list, with its service and how it begins: neither on a phone that somebody else may
    read, where the chat may be deleted already; after erasing without how it began.
    """
    application = await applications.of_case(look.uow.session, case.id)
    line = replace(
        await case_line(look, case, person.language),
        service=own_service_name(look, case, person),
        standing=Standing(application.state) if application is not None else None,
    )
    if person.discreet or case.erased_at is not None:
        return line
    first = await cases.first_message(look.uow.session, case.id)
    if first is None:
        return line
    if not first.text:
        file = await files.of_message(look.uow.session, first.id)
        return replace(line, begins_with=line_of(file) if file is not None else None)
    return replace(line, begins=_cut(" ".join(first.text.split()), BEGINS) or None)


def _cut(words: str, longest: int) -> str:
    return words if len(words) <= longest else words[:longest].rstrip() + "…"


@view(
    kinds.ConsentGivenScreen,
    kinds.WordsDroppedScreen,
    kinds.HelpScreen,
    kinds.CancelledScreen,
    kinds.WatchedScreen,
    kinds.ThanksScreen,
    kinds.PrivacyWhoScreen,
    kinds.ExportAskScreen,
)
async def _office(look: Look, letter: kinds.Letter) -> Sight:
    language = (await look.person()).language
    return look.sight(language, OfficeSight(look.office(language)))


@view(kinds.ConsentScreen, kinds.ConsentMoreScreen)
async def _consent(look: Look, letter: kinds.Letter) -> Sight:
    person = await look.person()
    session = look.uow.session
    waiting = _as_sent(await people.drafts(session, person.id), await files.of_drafts(session, person.id))
    shows = ConsentSight(
        version=CONSENT_VERSION,
        retention=retention_words(look, person.language),
        kept_words=waiting,
        draft_days=look.catalogue.retention["draft"].days,
        call=await calls.draft_of(session, person.id) is not None,
    )
    return look.sight(person.language, shows)


@view(kinds.InfoOnlyScreen)
async def _info_only(look: Look, letter: kinds.InfoOnlyScreen) -> Sight:
    language = (await look.person()).language
    return look.sight(language, InfoOnlySight(hotline_lines(look, language), look.office(language)))


async def _waiting_words(look: Look, person: Person) -> tuple[str, int, int, tuple[FileLine, ...]] | None:
    drafts = await people.drafts(look.uow.session, person.id)
    if not drafts:
        return None
    theirs = await files.of_drafts(look.uow.session, person.id)
    messages = _as_sent(drafts, theirs)
    if person.discreet:
        return "…", messages, drafts[-1].id, ()
    excerpt = "\n".join(draft.text for draft in drafts if draft.text)
    # What will not come is said apart: it must not look as if it were sent.
    lines = [line_of(theirs[draft.id], named=True) for draft in drafts if draft.id in theirs]
    return _cut(excerpt, EXCERPT), messages, drafts[-1].id, tuple(lines)


def _as_sent(drafts: Sequence[Draft], theirs: Mapping[int, File]) -> int:
    """How many messages the person counts: an album is one."""
    return len({(theirs[each.id].album if each.id in theirs else None) or each.id for each in drafts})


@view(kinds.OfferCaseScreen)
async def _offer_case(look: Look, letter: kinds.OfferCaseScreen) -> Sight | None:
    person = await look.person()
    waiting = await _waiting_words(look, person)
    if waiting is None:
        return None
    excerpt, messages, upto, lines = waiting
    drafts = await people.drafts(look.uow.session, person.id)
    about = None if person.discreet else chosen(look.catalogue, drafts)
    named = about.name[person.language] if about else None
    text = "\n".join(draft.text for draft in drafts)
    beside, programme = await _pages(look, person, text), await _programme(look, person, text)
    shows = OfferSight(excerpt, messages, upto, lines, named, not person.discreet, beside, programme)
    return look.sight(person.language, shows)


def _for_a_human_alone(person: Person) -> bool:
    """Whether nothing automatic is to be said, or somebody else may read the phone: nothing is offered there."""
    return person.discreet or person.human_only


async def _pages(look: Look, person: Person, text: str) -> tuple[PageTitle, ...]:
    if _for_a_human_alone(person):
        return ()
    found = await offered(look.uow, look.catalogue, look.organisation, text, look.now)
    return tuple(PageTitle(page.slug, page.title[person.language]) for page in found)


async def _programme(look: Look, person: Person, text: str) -> bool:
    """Whether the words are about the programme, and there is a campaign to speak of; never beside danger."""
    if _for_a_human_alone(person) or not look.catalogue.recreation.is_meant(text):
        return False
    if sounds_dangerous(text, look.catalogue.danger):
        return False
    call = await current(look.uow.session, look.organisation)
    return call is not None and call.state not in (CampaignState.CLOSED, CampaignState.FINISHED)


@view(kinds.ChooseCaseScreen)
async def _choose_case(look: Look, letter: kinds.ChooseCaseScreen) -> Sight | None:
    person = await look.person()
    waiting = await _waiting_words(look, person)
    if waiting is None:
        return None
    open_cases = await cases.open_of(look.uow.session, person.id)
    excerpt, messages, upto, beside = waiting
    lines = tuple([await own_line(look, case, person) for case in open_cases])
    return look.sight(person.language, ChooseSight(excerpt, messages, upto, lines, beside))


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
    lines = tuple([await own_line(look, case, person) for case in shown])
    return look.sight(person.language, MyCasesSight(lines, page, pages, await meetings_ahead(look, person)))


@view(kinds.LanguageScreen)
async def _language(look: Look, letter: kinds.LanguageScreen) -> Sight:
    language = (await look.person()).language
    return look.sight(language, LanguageSight(language))
