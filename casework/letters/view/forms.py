"""Forms on a person's phone."""

from __future__ import annotations

from dataclasses import replace

from casework.forms.filling import answers_of, pending_of
from casework.forms.placing import COUNTRIES, SURE
from casework.forms.several import is_ticking, unread
from casework.forms.which import form_of, is_known
from casework.letters import kinds
from casework.letters.sights import (
    FileLine,
    FormAskSight,
    FormSight,
    FormSummarySight,
    OptionLine,
    Sight,
)
from casework.letters.view.files import arrived, line_of
from casework.letters.view.form_answers import answer_lines
from casework.letters.view.form_places import place_options, to_confirm
from casework.letters.view.look import Look, view
from db.models import FormDraft
from db.repositories import applications, files, forms, people
from rules.forms import SUMMARY, Answers, Files, Form, Known, Place, Several, Where, options_of
from rules.local_time import local_date

ABOVE = 3
"""Answers repeated above a question."""
EXCERPT = 200


@view(kinds.FormScreen)
async def _form(look: Look, letter: kinds.FormScreen) -> Sight | None:
    draft = await known_draft(look, letter.form_id)
    if draft is None:
        return None
    person = await look.person()
    shows = await question_of(look, draft, letter.problem, person.language, named=not person.discreet)
    return None if shows is None else look.sight(person.language, shows)


async def question_of(look: Look, draft: FormDraft, problem: str, language: str, *, named: bool) -> FormSight | None:
    """The question that a form asks now, None at its summary. `named`: children may be called by their names."""
    form, answers, pending = await form_of(look.uow.session, draft), answers_of(draft), pending_of(draft)
    places = form.walk(answers)
    at = next((number for number, each in enumerate(places) if each.key == draft.at), None)
    if at is None:
        return None
    place, today = places[at], local_date(look.now)
    theirs = await files.of_form(look.uow.session, draft.id)
    words, word_files = await _waiting(look, draft)
    shows = FormSight(
        form_id=draft.id,
        revision=draft.revision,
        form=form.slug,
        step=place.step.slug,
        number=at + 1,
        round=place.round,
        known=tuple(answer_lines(look.catalogue, form, answers, language, today, theirs)[max(0, at - ABOVE) : at]),
        options=_options(look, place, answers, pending, language),
        several=isinstance(place.step, Several) and is_ticking(place.step, pending),
        places=isinstance(place.step, Where) and bool(pending) and pending != [COUNTRIES],
        optional=place.step.optional,
        first=at == 0,
        problem=problem,
        words=words,
        word_files=word_files,
        takes_files=isinstance(place.step, Files),
        files=tuple(arrived(file, its.text) for file, its in theirs if its.form_key == place.key),
        explained=_explained(look, place, answers, language),
        abroad=isinstance(place.step, Where) and place.step.abroad and pending != [COUNTRIES],
        about=await _about(look, draft, form, place) if named else None,
        may_tick=isinstance(place.step, Several) and not is_ticking(place.step, pending),
        unread=unread(pending) if isinstance(place.step, Several) else None,
    )
    if isinstance(place.step, Where) and pending[:1] == [SURE]:
        return replace(shows, confirm=to_confirm(look.catalogue, pending, language), sought=pending[2])
    return shows


async def _about(look: Look, draft: FormDraft, form: Form, place: Place) -> str | None:
    """Children who are asked about later have names already."""
    known = next((each for each in form.steps if isinstance(each, Known) and place.key.startswith(each.prefix)), None)
    if known is None or known.number is None:
        return None
    rows = await applications.children(look.uow.session, draft.application_id or 0)
    return next((row.name for row in rows if str(row.id) == known.key), None)


@view(kinds.FormSummaryScreen)
async def _summary(look: Look, letter: kinds.FormSummaryScreen) -> Sight | None:
    draft = await known_draft(look, letter.form_id)
    if draft is None or draft.at != SUMMARY:
        return None
    language = (await look.person()).language
    return look.sight(language, await summary_of(look, draft, letter.problem, language))


async def summary_of(look: Look, draft: FormDraft, problem: str, language: str) -> FormSummarySight:
    """Everything that was answered in a form."""
    form = await form_of(look.uow.session, draft)
    theirs = await files.of_form(look.uow.session, draft.id)
    lines = answer_lines(look.catalogue, form, answers_of(draft), language, local_date(look.now), theirs)
    words, word_files = await _waiting(look, draft)
    return FormSummarySight(
        form_id=draft.id,
        revision=draft.revision,
        form=form.slug,
        answers=tuple(lines),
        problem=problem,
        words=words,
        word_files=word_files,
        more=tuple(group for group, _ in form.another(answers_of(draft))),
    )


@view(kinds.FormResumeScreen)
async def _resume(look: Look, letter: kinds.FormResumeScreen) -> Sight | None:
    return await _ask(look, letter.form_id)


@view(kinds.FormWaitsScreen)
async def _waits(look: Look, letter: kinds.FormWaitsScreen) -> Sight | None:
    return await _ask(look, letter.form_id)


@view(kinds.FormCancelAskScreen)
async def _cancel_ask(look: Look, letter: kinds.FormCancelAskScreen) -> Sight | None:
    return await _ask(look, letter.form_id)


async def _ask(look: Look, form_id: int) -> Sight | None:
    draft = await known_draft(look, form_id)
    return None if draft is None else look.sight((await look.person()).language, await ask_of(look, draft))


async def ask_of(look: Look, draft: FormDraft) -> FormAskSight:
    """What is asked about a form as a whole."""
    answered = len((await form_of(look.uow.session, draft)).asked(answers_of(draft)))
    filed = await _filed(look, draft)
    return FormAskSight(draft.id, draft.revision, draft.form, draft.begun_at, answered, filed)


async def _filed(look: Look, draft: FormDraft) -> str | None:
    """The number of the application that the form changes."""
    application = await applications.by_id(look.uow.session, draft.application_id or 0)
    if application is None or application.case_id is None:
        return None
    return (await look.case(application.case_id)).number


async def known_draft(look: Look, form_id: int) -> FormDraft | None:
    """A form on its way of which this version knows what it asks."""
    draft = await forms.by_id(look.uow.session, form_id)
    return draft if draft is not None and is_known(draft.form) else None


async def _waiting(look: Look, draft: FormDraft) -> tuple[str | None, tuple[FileLine, ...]]:
    """Words and files that wait beside the form and are not decided about; None where nothing waits. Nothing does
    beside what staff write down.
    """
    if draft.staff_id is not None:
        return None, ()
    waiting = [each for each in await people.drafts(look.uow.session, draft.person_id) if each.id > draft.words_upto]
    if not waiting:
        return None, ()
    text = "\n".join(each.text for each in waiting if each.text)
    theirs = await files.of_drafts(look.uow.session, draft.person_id)
    lines = tuple(line_of(theirs[each.id], named=True) for each in waiting if each.id in theirs)
    return text if len(text) <= EXCERPT else text[:EXCERPT].rstrip() + "…", lines


def _options(look: Look, place: Place, answers: Answers, pending: list[str], language: str) -> tuple[OptionLine, ...]:
    if isinstance(place.step, Where):
        return place_options(look.catalogue, pending, language)
    named = isinstance(place.step, Several) and place.step.catalogued
    return tuple(
        OptionLine(
            number,
            option.slug,
            name=look.catalogue.categories[option.slug].name[language] if named else None,
            ticked=option.slug in pending,
        )
        for number, option in enumerate(options_of(place, answers))
    )


def _explained(look: Look, place: Place, answers: Answers, language: str) -> tuple[tuple[str, str], ...]:
    """What each option of the catalogue means to a parent."""
    if not (isinstance(place.step, Several) and place.step.catalogued):
        return ()
    known, plain = look.catalogue.categories, look.catalogue.recreation.children
    return tuple(
        (known[option.slug].name[language], plain[option.slug].plain[language]) for option in options_of(place, answers)
    )
