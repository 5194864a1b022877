"""The recreation programme on a lead's desk and on a person's phone."""

from __future__ import annotations

from casework.letters import kinds
from casework.letters.sights import Sight
from casework.letters.sights.recreation import (
    CampaignFieldSight,
    CampaignLine,
    CampaignSight,
    CampaignsSight,
    CampaignVersionLine,
    CategoryLine,
    OwnApplication,
    PaperLine,
    RecreationSight,
    ShiftLine,
    StayLine,
    TemplateLine,
)
from casework.letters.view.look import Look, view
from casework.recreation.entry import may_be_asked
from db.models import Person, StaffMember
from db.repositories import applications, cases, forms, people, recreation, staff
from db.repositories.recreation import Call
from rules.catalogue import Evidence
from rules.local_time import local_date
from rules.recreation.applications import Standing
from rules.recreation.campaigns import CampaignState, by_hand, takes_applications
from rules.recreation.editing import Field, written
from rules.recreation.forms import RECREATION
from rules.recreation.terms import PAPER_ONLY, Paper, Terms
from rules.roles import LEADS

VERSIONS = 3


async def lead_of_campaign(look: Look, staff_id: int, campaign_id: int) -> tuple[StaffMember, Call] | None:
    """The lead, and a campaign of their organisation; None where one of the two is not so (any more)."""
    member = await _lead(look, staff_id)
    call = await _mine(look, member, campaign_id)
    return None if member is None or call is None else (member, call)


async def _lead(look: Look, staff_id: int) -> StaffMember | None:
    member = await staff.by_id(look.uow.session, staff_id)
    return member if member.removed_at is None and member.role in LEADS else None


@view(kinds.recreation.CampaignsScreen)
async def _campaigns(look: Look, letter: kinds.recreation.CampaignsScreen) -> Sight | None:
    member = await _lead(look, letter.staff_id)
    if member is None:
        return None
    language = member.language
    shows = CampaignsSight(
        tuple(
            CampaignLine(call.campaign.id, call.terms.name[language], call.state, call.terms.opens, call.terms.closes)
            for call in await recreation.of_organisation(look.uow.session, member.organisation_id)
        ),
        tuple(
            TemplateLine(each.slug, each.name[language], each.evidence in (Evidence.SOURCED, Evidence.DEPARTMENT))
            for each in look.catalogue.recreation.templates.values()
        ),
    )
    return look.sight(language, shows)


async def _mine(look: Look, member: StaffMember | None, campaign_id: int) -> Call | None:
    call = await recreation.call(look.uow.session, campaign_id)
    if member is None or call is None or call.campaign.organisation_id != member.organisation_id:
        return None
    return call


@view(kinds.recreation.CampaignScreen)
async def _campaign(look: Look, letter: kinds.recreation.CampaignScreen) -> Sight | None:
    member = await _lead(look, letter.staff_id)
    call = await _mine(look, member, letter.campaign_id)
    if member is None or call is None:
        return None
    filed, children = await applications.counted(look.uow.session, call.campaign.id)
    terms, language = call.terms, member.language
    shows = CampaignSight(
        campaign_id=call.campaign.id,
        number=call.version.number,
        name=terms.name[language],
        basis=terms.basis,
        state=call.state,
        state_at=call.campaign.state_at,
        opens=terms.opens,
        closes=terms.closes,
        least_age=terms.ages.least,
        most_age=terms.ages.most,
        age_on=terms.ages.on,
        categories=_categories(look, terms, language),
        asks=terms.asks,
        papers=tuple(_paper(look, each, language) for each in terms.papers),
        stays=tuple(
            StayLine(look.catalogue.recreation.stays[each.kind].name[language], each.least_days) for each in terms.stays
        ),
        shifts=_shifts(look, terms, language),
        signing=terms.signing,
        order=terms.order[language],
        order_confirmed=terms.order_confirmed,
        answer_days=terms.answer_days,
        four_eyes=terms.four_eyes,
        lot=terms.lot,
        filed=filed,
        children=children,
        moves=by_hand(call.state),
        versions=await _versions(look, call.campaign.id),
    )
    return look.sight(language, shows)


def _categories(look: Look, terms: Terms, language: str) -> tuple[CategoryLine, ...]:
    return tuple(
        CategoryLine(
            look.catalogue.categories[each.code].name[language],
            each.weight,
        )
        for each in terms.categories
    )


def _shifts(look: Look, terms: Terms, language: str) -> tuple[ShiftLine, ...]:
    return tuple(
        ShiftLine(
            number=each.number,
            camp=each.camp,
            kind=each.kind,
            stay=look.catalogue.recreation.stays[each.kind].name[language],
            first=each.first,
            last=each.last,
            places=each.places,
            transport=each.transport,
        )
        for each in terms.shifts
    )


def _paper(look: Look, paper: Paper, language: str) -> PaperLine:
    name = None if paper.document == PAPER_ONLY else look.catalogue.documents[paper.document].name[language]
    return PaperLine(name, paper.step, paper.per, paper.by, paper.required)


async def _versions(look: Look, campaign_id: int) -> tuple[CampaignVersionLine, ...]:
    lines = []
    for version in await recreation.versions(look.uow.session, campaign_id, VERSIONS):
        who = await staff.by_id(look.uow.session, version.staff_id)
        lines.append(CampaignVersionLine(version.number, version.at, who.work_name))
    return tuple(lines)


@view(kinds.recreation.CampaignFieldScreen)
async def _field(look: Look, letter: kinds.recreation.CampaignFieldScreen) -> Sight | None:
    member = await _lead(look, letter.staff_id)
    call = await _mine(look, member, letter.campaign_id)
    if member is None or call is None:
        return None
    field = Field(letter.field)
    meanings = _meanings(look, call.terms, field, member.language)
    shows = CampaignFieldSight(call.campaign.id, field, written(call.terms, field), meanings)
    return look.sight(member.language, shows)


def _meanings(look: Look, terms: Terms, field: Field, language: str) -> tuple[str, ...]:
    """What the codes of a line mean."""
    if field is Field.CATEGORIES:
        return tuple(each.name for each in _categories(look, terms, language))
    if field is Field.PAPERS:
        return tuple(_paper(look, each, language).name or "" for each in terms.papers)
    return ()


@view(kinds.recreation.RecreationScreen, kinds.recreation.RecreationOpen)
async def _recreation(look: Look, letter: kinds.Letter) -> Sight | None:
    assert isinstance(letter, kinds.recreation.RecreationScreen | kinds.recreation.RecreationOpen)
    person, opening = await look.person(), isinstance(letter, kinds.recreation.RecreationOpen)
    call = await recreation.call(look.uow.session, letter.campaign_id) if letter.campaign_id else None
    if opening and (call is None or not _takes(look, call)):
        return None
    waits = await recreation.waits(look.uow.session, person.id)
    office, may_wait = look.office(person.language), may_be_asked(person)
    if call is None:
        return look.sight(person.language, RecreationSight(office, waits=waits, may_wait=may_wait))
    terms = call.terms
    shows = RecreationSight(
        office=office,
        campaign_id=call.campaign.id,
        state=call.state,
        name=terms.name[person.language],
        basis=terms.basis,
        year=terms.closes.year,
        opens=terms.opens,
        closes=terms.closes,
        least_age=terms.ages.least,
        most_age=terms.ages.most,
        order=terms.order[person.language] if terms.order_confirmed else None,
        answer_days=terms.answer_days,
        takes=_takes(look, call),
        waits=waits,
        may_wait=may_wait and call.state is not CampaignState.OPEN,
        may_apply=not person.watched,
        own=await _own(look, person, call),
        upto=0 if opening else await _waiting(look, person),
    )
    return look.sight(person.language, shows)


async def _waiting(look: Look, person: Person) -> int:
    drafts = await people.drafts(look.uow.session, person.id)
    return drafts[-1].id if drafts else 0


def _takes(look: Look, call: Call) -> bool:
    return takes_applications(call.state, call.terms, local_date(look.now))


async def _own(look: Look, person: Person, call: Call) -> OwnApplication | None:
    session = look.uow.session
    application = await applications.standing_of(session, person.id, call.campaign.id)
    if application is None:
        return None
    case = await cases.by_id(session, application.case_id) if application.case_id is not None else None
    draft = await forms.of_kind(session, person.id, RECREATION)
    waiting = draft is not None and draft.application_id == application.id
    return OwnApplication(
        application_id=application.id,
        standing=Standing(application.state),
        form_id=draft.id if draft is not None and waiting else None,
        case_id=application.case_id,
        number=case.number if case else None,
        children=len(await applications.children(session, application.id)),
        filed_at=application.filed_at,
    )
