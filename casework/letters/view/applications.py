"""Applications for the recreation programme, on a guardian's phone and for staff."""

from __future__ import annotations

import json
from datetime import date

from casework.forms.which import call_of
from casework.letters import kinds
from casework.letters.sights import Sight
from casework.letters.sights.applications import ApplicationSight, ChildLine
from casework.letters.sights.forms import AnswerLine
from casework.letters.sights.recreation import (
    ApplicationSentSight,
    ElsewhereSight,
    OwnHromadaSight,
    PassingToldSight,
    SameChildSight,
)
from casework.letters.view.allocation import own_places
from casework.letters.view.form_answers import answer_lines
from casework.letters.view.later import own_later
from casework.letters.view.look import STAFF_LANGUAGE, Look, view
from casework.letters.view.still_needed import own_need
from casework.recreation.begin import may_change
from db.models import Application, ApplicationChild, Case, Person
from db.repositories import applications, forms, recreation
from db.repositories.recreation import Call
from db.uow import UnitOfWork
from rules.catalogue import Catalogue
from rules.local_time import local_date
from rules.recreation.applications import Standing
from rules.recreation.campaigns import takes_applications
from rules.recreation.eligibility import Age, Way, age_of
from rules.recreation.forms import need_form
from rules.recreation.passing import CHECK_AFTER_DAYS, SHARED, Wish


@view(kinds.recreation.ElsewhereScreen)
async def _elsewhere(look: Look, letter: kinds.recreation.ElsewhereScreen) -> Sight | None:
    draft, language = await forms.by_id(look.uow.session, letter.form_id), (await look.person()).language
    if draft is None:
        return None
    return look.sight(language, ElsewhereSight(draft.id, draft.revision, look.office(language)))


async def application_of(look: Look, case: Case, person: Person) -> ApplicationSight | None:
    """What the case is about, where it is an application."""
    application = await applications.of_case(look.uow.session, case.id)
    return None if application is None else await _sight(look, application, case, person)


async def _sight(look: Look, application: Application, case: Case, person: Person) -> ApplicationSight:
    newest = await recreation.call(look.uow.session, application.campaign_id)
    assert newest is not None, "a campaign has a version"
    children = await child_lines(look.uow, look.catalogue, application, named=not person.discreet)
    takes = takes_applications(newest.state, newest.terms, local_date(look.now)) and case.closed_at is None
    return ApplicationSight(
        application_id=application.id,
        standing=Standing(application.state),
        children=children,
        waits=case.waiting_since is not None,
        may_change=takes and all(may_change(each.standing) for each in children),
        closes=newest.terms.closes,
        places=await own_places(look, application, person.language, named=not person.discreet),
        case_id=case.id,
        need=await own_need(look.uow, application, named=not person.discreet) if case.closed_at is None else None,
        later=await own_later(look.uow, application, named=not person.discreet) if case.closed_at is None else None,
    )


async def child_lines(
    uow: UnitOfWork, catalogue: Catalogue, application: Application, *, named: bool
) -> tuple[ChildLine, ...]:
    """The children in an application, each with where it stands and what the rule says of it."""
    call = await call_of(uow.session, application)
    children = await applications.children(uow.session, application.id)
    return tuple(_child(catalogue, call, each, named=named) for each in children)


def _child(catalogue: Catalogue, call: Call, child: ApplicationChild, *, named: bool) -> ChildLine:
    hromada = catalogue.hromadas.get(child.hromada or "")
    return ChildLine(
        name=child.name if named else None,
        standing=Standing(child.state),
        way=Way(child.way),
        hromada=hromada.name if hromada else None,
        age=age_of(call.terms, date.fromisoformat(child.born)) if child.born else Age.FITS,
        wish=Wish(child.passing) if child.passing else None,
    )


@view(kinds.recreation.ApplicationSent)
async def _sent(look: Look, letter: kinds.recreation.ApplicationSent) -> Sight | None:
    application, person = await applications.by_id(look.uow.session, letter.application_id), await look.person()
    if application is None or application.case_id is None or application.answers is None:
        return None
    case = await look.case(application.case_id)
    shown = await _sight(look, application, case, person)
    unplaced = any(each.way is Way.HUMAN for each in shown.children)
    proofs = look.catalogue.recreation.unregistered if unplaced else ()
    shows = ApplicationSentSight(
        case_id=case.id,
        number=case.number,
        anew=application.changed_at is not None,
        lines=()
        if person.discreet
        else tuple(await sent_lines(look.uow, look.catalogue, application, person.language)),
        application=shown,
        proofs=tuple(look.catalogue.documents[slug].name[person.language] for slug in proofs),
        office=look.office(person.language, await look.entry(case)),
    )
    return look.sight(person.language, shows)


@view(kinds.recreation.SameChild)
async def _same_child(look: Look, letter: kinds.recreation.SameChild) -> Sight | None:
    case, other = await look.case(letter.case_id), await look.case(letter.other_id)
    if case.erased_at is not None or other.erased_at is not None:
        return None
    return look.sight(STAFF_LANGUAGE, SameChildSight(other.number))


@view(kinds.recreation.PassingTold)
async def _passing_told(look: Look, letter: kinds.recreation.PassingTold) -> Sight | None:
    hromada = look.catalogue.hromadas.get(letter.hromada)
    if (await look.case(letter.case_id)).erased_at is not None or hromada is None:
        return None
    return look.sight(STAFF_LANGUAGE, PassingToldSight(hromada.name, Wish(letter.wish)))


async def sent_lines(
    uow: UnitOfWork, catalogue: Catalogue, application: Application, language: str
) -> list[AnswerLine]:
    """Every answer as it was sent; none once it is erased."""
    if application.answers is None or application.filed_at is None:
        return []
    call = await call_of(uow.session, application)
    form, on = need_form(call.terms, call.version.number), local_date(application.changed_at or application.filed_at)
    return answer_lines(catalogue, form, json.loads(application.answers), language, on, ())


@view(kinds.recreation.OwnHromadaScreen)
async def _own_hromada(look: Look, letter: kinds.recreation.OwnHromadaScreen) -> Sight | None:
    application, person = await applications.by_id(look.uow.session, letter.application_id), await look.person()
    if application is None or application.case_id is None or application.person_id != person.id:
        return None
    children = await applications.children(look.uow.session, application.id)
    those = [each for each in children if each.hromada == letter.hromada]
    case, hromada = await look.case(application.case_id), look.catalogue.hromadas.get(letter.hromada)
    if not those or hromada is None or case.closed_at is not None:
        return None
    entry = await look.entry(case)
    answers = json.loads(application.answers) if application.answers else {}
    call = await call_of(look.uow.session, application)
    asked = {place.step.slug for place in need_form(call.terms, call.version.number).walk(answers)}
    shows = OwnHromadaSight(
        application_id=application.id,
        code=letter.hromada,
        hromada=hromada.name,
        children=() if person.discreet else tuple(each.name for each in those if each.name),
        shared=tuple(slug for slug in SHARED if slug in asked),
        check=local_date(entry.hours.add_working_days(look.now, CHECK_AFTER_DAYS)),
        wish=next((Wish(each.passing) for each in those if each.passing), None),
        number=case.number,
        office=look.office(person.language, entry),
    )
    return look.sight(person.language, shows)
