"""Forms on a person's phone, and what comes of the one about another human."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from casework.forms.filling import answers_of, pending_of
from casework.letters import kinds
from casework.letters.sights import (
    AgreedSight,
    AnswerLine,
    FileLine,
    FormAskSight,
    FormSight,
    FormSummarySight,
    OptionLine,
    Sight,
    WhomSentSight,
)
from casework.letters.view.files import arrived, line_of
from casework.letters.view.look import Look, view
from db.models import Draft, File, FormDraft
from db.repositories import files, forms, on_behalf, people
from rules.agreements import grouped_code
from rules.forms import (
    FORMS,
    SUMMARY,
    UNFOUND,
    Answer,
    Answers,
    Birth,
    Choice,
    Day,
    Files,
    Form,
    Place,
    Several,
    Where,
    doubtful,
    options_of,
)
from rules.forms.dates import age_on
from rules.local_time import local_date

KNOWN = 3
"""Answers repeated above a question."""
EXCERPT = 200


@view(kinds.FormScreen)
async def _form(look: Look, letter: kinds.FormScreen) -> Sight | None:
    draft = await _draft(look, letter.form_id)
    if draft is None:
        return None
    form, answers, pending = FORMS[draft.form], answers_of(draft), pending_of(draft)
    places = form.walk(answers)
    at = next((number for number, each in enumerate(places) if each.key == draft.at), None)
    if at is None:
        return None
    place, theirs = places[at], await files.of_form(look.uow.session, draft.id)
    words, word_files = await _waiting_words(look, draft)
    shows = FormSight(
        form_id=draft.id,
        revision=draft.revision,
        form=form.slug,
        step=place.step.slug,
        number=at + 1,
        round=place.round,
        known=tuple(answer_lines(look, form, answers, theirs)[max(0, at - KNOWN) : at]),
        options=_options(look, place, answers, pending),
        several=isinstance(place.step, Several),
        places=isinstance(place.step, Where) and bool(pending),
        optional=place.step.optional,
        first=at == 0,
        problem=letter.problem,
        words=words,
        word_files=word_files,
        takes_files=isinstance(place.step, Files),
        files=tuple(arrived(file, its.text) for file, its in theirs if its.form_key == place.key),
    )
    return look.sight((await look.person()).language, shows)


@view(kinds.FormSummaryScreen)
async def _summary(look: Look, letter: kinds.FormSummaryScreen) -> Sight | None:
    draft = await _draft(look, letter.form_id)
    if draft is None or draft.at != SUMMARY:
        return None
    form, theirs = FORMS[draft.form], await files.of_form(look.uow.session, draft.id)
    words, word_files = await _waiting_words(look, draft)
    shows = FormSummarySight(
        form_id=draft.id,
        revision=draft.revision,
        form=form.slug,
        answers=tuple(answer_lines(look, form, answers_of(draft), theirs)),
        problem=letter.problem,
        words=words,
        word_files=word_files,
    )
    return look.sight((await look.person()).language, shows)


@view(kinds.FormResumeScreen)
async def _resume(look: Look, letter: kinds.FormResumeScreen) -> Sight | None:
    return await _ask(look, letter.form_id)


@view(kinds.FormCancelAskScreen)
async def _cancel_ask(look: Look, letter: kinds.FormCancelAskScreen) -> Sight | None:
    return await _ask(look, letter.form_id)


async def _ask(look: Look, form_id: int) -> Sight | None:
    draft = await _draft(look, form_id)
    if draft is None:
        return None
    answered = len(FORMS[draft.form].asked(answers_of(draft)))
    shows = FormAskSight(draft.id, draft.revision, draft.form, draft.begun_at, answered)
    return look.sight((await look.person()).language, shows)


async def _draft(look: Look, form_id: int) -> FormDraft | None:
    draft = await forms.by_id(look.uow.session, form_id)
    return draft if draft is not None and draft.form in FORMS else None


async def _waiting_words(look: Look, draft: FormDraft) -> tuple[str | None, tuple[FileLine, ...]]:
    """The words that wait beside the form, and what came with them; None and nothing where none do."""
    waiting = [each for each in await people.drafts(look.uow.session, draft.person_id) if each.id > draft.words_upto]
    beside = await files.of_drafts(look.uow.session, draft.person_id)
    lines = tuple(line_of(beside[each.id], named=True) for each in waiting if each.id in beside)
    text = "\n".join(each.text for each in waiting if each.text)
    if not text and not lines:
        return None, ()
    return text if len(text) <= EXCERPT else text[:EXCERPT].rstrip() + "…", lines


def answer_lines(look: Look, form: Form, answers: Answers, theirs: Sequence[tuple[File, Draft]]) -> list[AnswerLine]:
    """Every question that is asked with its answer; those not answered yet as if left out. `theirs`: its files."""
    today = local_date(look.now)
    return [
        _files_line(place, number, answers.get(place.key), theirs)
        if isinstance(place.step, Files)
        else _line(look, place, number, answers.get(place.key), today)
        for number, place in enumerate(form.walk(answers))
    ]


def _files_line(place: Place, number: int, answer: Answer, theirs: Sequence[tuple[File, Draft]]) -> AnswerLine:
    lines = tuple(line_of(file, named=True) for file, its in theirs if str(its.id) in (answer or ()))
    return AnswerLine(place.step.slug, number, place.round, files=lines)


def _line(look: Look, place: Place, number: int, answer: Answer, today: date) -> AnswerLine:
    slug, step, round_ = place.step.slug, place.step, place.round
    if answer is None:
        return AnswerLine(slug, number, round_)
    if isinstance(step, Choice | Several):
        chosen = (answer,) if isinstance(answer, str) else tuple(answer)
        return AnswerLine(slug, number, round_, options=chosen)
    assert isinstance(answer, str), "only choices are lists"
    if isinstance(step, Birth) and answer.isdigit():
        return AnswerLine(slug, number, round_, age=int(answer))
    if isinstance(step, Birth):
        born = date.fromisoformat(answer)
        return AnswerLine(slug, number, round_, day=born, age=age_on(born, today))
    if isinstance(step, Day):
        return AnswerLine(slug, number, round_, day=date.fromisoformat(answer))
    text = _place_name(look, answer) if isinstance(step, Where) else answer
    return AnswerLine(slug, number, round_, text=text, doubtful=doubtful(step, answer))


def _options(look: Look, place: Place, answers: Answers, pending: list[str]) -> tuple[OptionLine, ...]:
    if isinstance(place.step, Where):
        found = enumerate(pending[:-1])
        return tuple(OptionLine(number, name=_place_name(look, code)) for number, code in found)
    return tuple(
        OptionLine(number, option.slug, ticked=option.slug in pending)
        for number, option in enumerate(options_of(place, answers))
    )


def _place_name(look: Look, code: str) -> str:
    """The hromada with its raion; what nobody found stays in the person's own words."""
    hromada = look.catalogue.hromadas.get(code)
    return f"{hromada.name}, {hromada.raion}" if hromada else code.removeprefix(UNFOUND)


@view(kinds.WhomSentScreen)
async def _whom_sent(look: Look, letter: kinds.WhomSentScreen) -> Sight | None:
    case = await look.case(letter.case_id)
    row = await on_behalf.of_case(look.uow.session, case.id)
    if row is None or case.erased_at is not None:
        return None
    good = row.code is not None and row.code_expires_at is not None and row.code_expires_at > look.now
    language = (await look.person()).language
    shows = WhomSentSight(
        case_id=case.id,
        number=case.number,
        agreement=row.agreement,
        code=grouped_code(row.code) if good and row.code else None,
        code_until=row.code_expires_at if good else None,
        reporter_shown=row.reporter_shown,
        office=look.office(language, await look.entry(case)),
    )
    return look.sight(language, shows)


@view(kinds.AgreedByCode)
async def _agreed_by_code(look: Look, letter: kinds.AgreedByCode) -> Sight | None:
    return await _agreed(look, letter.case_id)


@view(kinds.AgreementKnown)
async def _agreement_known(look: Look, letter: kinds.AgreementKnown) -> Sight | None:
    return await _agreed(look, letter.case_id)


async def _agreed(look: Look, case_id: int) -> Sight | None:
    case = await look.case(case_id)
    if case.erased_at is not None:
        return None
    language = (await look.person()).language
    return look.sight(language, AgreedSight(case.number, look.office(language, await look.entry(case))))
