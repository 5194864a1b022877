"""Questions of later steps, as they stand when somebody reads of them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from casework.letters import kinds
from casework.letters.sights import Sight
from casework.letters.sights.forms import AnswerLine
from casework.letters.sights.later import OwedLine, OwnLater, QuestionsSight
from casework.letters.view.form_answers import answer_lines
from casework.letters.view.look import Look, view
from casework.recreation.owing import Later, later_of, owed_for
from db.models import Application
from db.repositories import applications
from db.uow import UnitOfWork
from rules.catalogue import Catalogue
from rules.local_time import local_date


async def own_later(
    uow: UnitOfWork, application: Application, *, named: bool, children: Collection[int] | None = None
) -> OwnLater | None:
    """What a family was asked; None where it was asked nothing. `children`: what it owes for these alone."""
    later = await later_of(uow.session, application)
    return OwnLater(application.id, owed_lines(later, named=named, children=children), named) if later.asks else None


def owed_lines(later: Later, *, named: bool, children: Collection[int] | None = None) -> tuple[OwedLine, ...]:
    """What is not answered, in the order in which it is asked; `children`: for these and their family alone."""
    names = {row.position: row.name for row in later.rows} if named and len(later.rows) > 1 else {}
    return tuple(OwedLine(each.question, each.child, names.get(each.child)) for each in owed_for(later, children))


async def later_lines(
    uow: UnitOfWork, catalogue: Catalogue, application: Application, language: str
) -> list[AnswerLine]:
    """Every question of a later step that was asked, with its answer; none once it is erased."""
    later = await later_of(uow.session, application)
    if application.answers is None or application.filed_at is None or not later.asks:
        return []
    answers = later.answers
    lines = answer_lines(catalogue, later.form, answers, language, local_date(application.filed_at), ())
    keys = [place.key for place in later.form.walk(answers)]
    return [line for line, key in zip(lines, keys, strict=True) if key in answers]


@view(kinds.later.QuestionsAsked, kinds.later.QuestionsAnsweredScreen, kinds.noting.QuestionsNoted)
async def _questions(look: Look, letter: kinds.Letter) -> Sight | None:
    assert isinstance(
        letter, kinds.later.QuestionsAsked | kinds.later.QuestionsAnsweredScreen | kinds.noting.QuestionsNoted
    )
    person, application = await look.person(), await applications.by_id(look.uow.session, letter.application_id)
    if application is None or application.case_id is None or application.person_id != person.id:
        return None
    case = await look.case(application.case_id)
    later = await own_later(look.uow, application, named=not person.discreet)
    if case.closed_at is not None or later is None:
        return None
    if isinstance(letter, kinds.later.QuestionsAsked) and not later.owed:
        return None
    today = local_date(look.now)
    by = application.papers_by if application.papers_by is not None and application.papers_by >= today else None
    office = look.office(person.language, await look.entry(case))
    shows = QuestionsSight(case.id, case.number, later, by, office)
    if isinstance(letter, kinds.noting.QuestionsNoted) and not person.discreet:
        lines = await later_lines(look.uow, look.catalogue, application, person.language)
        shows = replace(shows, answers=tuple(lines))
    return look.sight(person.language, shows)
