"""The answers of «Для кого» become a beneficiary of their own beside the one who writes."""

from __future__ import annotations

from datetime import date

from casework.calls.needed import end_unwanted_call
from casework.calls.phoning import new_call
from casework.cases.history import Event, record
from casework.cases.opening import open_case
from casework.cases.words import Words, raise_crisis, words_of
from casework.context import Context
from casework.errors import Stale
from casework.forms.filling import Filling
from casework.letters import kinds
from casework.letters.write import show_case, tell_topic
from casework.on_behalf.codes import give_code
from casework.people.chosen import asked_for
from db.models import Case, OnBehalf, Person
from db.models.counted import COUNTED
from db.models.search import human_hash
from db.repositories import cases, on_behalf, people, search, staff
from rules.agreements import Agreement
from rules.calls import Reason, When, window
from rules.deadlines import law_by
from rules.forms import Answer, Answers, Problem
from rules.forms.dates import age_on
from rules.forms.for_whom import CHILD, CODE, YES, is_report
from rules.local_time import local_date

REPORT_KIND = "report"


async def open_on_behalf(filling: Filling, case: Case | None) -> Case | Problem:
    """Opens a case with the words that go along, or takes `case`, and writes down for whom it is; the case.

    NO_WORDS where there are neither words nor an open case. Stale where it is known already for whom the case is.
    """
    ctx, answers = filling.ctx, filling.form.asked(filling.answers)
    if case is not None and await on_behalf.of_case(ctx.uow.session, case.id) is not None:
        raise Stale
    opened = await _with_words(filling) if case is None else None
    case = opened or case or await _opened_since(filling)
    if case is None:
        return Problem.NO_WORDS
    beneficiary = await _beneficiary(ctx, filling.person, answers)
    row = _row(ctx, case, beneficiary, answers)
    ctx.uow.session.add(row)
    await ctx.uow.session.flush()
    if row.agreement == Agreement.BY_CALL:
        await _want_call(ctx, case, beneficiary)
    case.indexed = False
    if not row.reporter_shown:
        # Nobody finds the case by the name of somebody who does not want to be seen, not for a moment.
        await search.forget(ctx.uow.session, case.id)
        await end_unwanted_call(ctx, case)
    if opened is not None:
        for fact in COUNTED:
            setattr(case, fact, getattr(beneficiary, fact))
    case.age_band = beneficiary.age_band or case.age_band
    if is_report(answers):
        await _make_report(ctx, case)
    told = answers.get("where")
    if isinstance(told, str):
        await raise_crisis(ctx, case, [Words(told, 0, 0, ctx.now)])
    record(ctx, case, Event.FOR_ANOTHER, relation=row.relation, agreement=row.agreement)
    await ctx.uow.session.flush()
    await show_case(ctx, case)
    if opened is None:
        await tell_topic(ctx, case, kinds.CaseNews(case.id, Event.FOR_ANOTHER.value))
    await filling.show_instead(kinds.WhomSentScreen(case.id))
    return case


async def _with_words(filling: Filling) -> Case | None:
    session = filling.ctx.uow.session
    drafts = await people.drafts(session, filling.person.id, filling.draft.words_upto)
    if not drafts:
        return None
    service = asked_for(filling.ctx.catalogue, drafts)
    case = await open_case(filling.ctx, filling.person, words_of(drafts), service=service)
    for draft in drafts:
        await session.delete(draft)
    return case


async def _opened_since(filling: Filling) -> Case | None:
    """The words went into a case while the form was filled in: the newest open one that is for nobody else yet."""
    session = filling.ctx.uow.session
    for each in await cases.open_of(session, filling.person.id):
        case = await cases.lock(session, each.id)
        if case is not None and case.closed_at is None and await on_behalf.of_case(session, case.id) is None:
            return case
    return None


async def _beneficiary(ctx: Context, writer: Person, answers: Answers) -> Person:
    """A human without an account of Telegram, as far as we know."""
    age = age_told(answers.get("born"), local_date(ctx.now))
    beneficiary = Person(
        name=answers.get("name"),
        language=writer.language,
        watched=False,
        created_at=ctx.now,
        age_band=None if age is None else ctx.catalogue.age_band(age).slug,
    )
    ctx.uow.session.add(beneficiary)
    await ctx.uow.session.flush()
    return beneficiary


def _row(ctx: Context, case: Case, beneficiary: Person, answers: Answers) -> OnBehalf:
    agreement, born = _agreement(answers), answers.get("born")
    row = OnBehalf(
        case_id=case.id,
        beneficiary_id=beneficiary.id,
        relation=answers["who"],
        agreement=agreement.value,
        reporter_shown=not is_report(answers) or answers.get("reporter") == YES,
        born=answers.get("born"),
        human_hash=human_hash(beneficiary.name, born if isinstance(born, str) else None),
        phone=answers.get("phone"),
        whereabouts=answers.get("where"),
    )
    if agreement is Agreement.BY_CODE:
        give_code(row, ctx.now)
    return row


async def _want_call(ctx: Context, case: Case, beneficiary: Person) -> None:
    """Somebody has to phone the human and ask; as soon as a call that a person asks for."""
    organisation = await staff.organisation_by_id(ctx.uow.session, case.organisation_id)
    due = window(ctx.catalogue, When.SOON, ctx.now, organisation=organisation.slug)
    call = await new_call(ctx, case, beneficiary.id, Reason.AGREEMENT, due)
    record(ctx, case, Event.CALL_NEEDED, call_id=call.id, reason=call.reason)


def _agreement(answers: Answers) -> Agreement:
    if is_report(answers):
        return Agreement.REPORT
    if answers["who"] == CHILD:
        return Agreement.NOT_NEEDED
    return Agreement.BY_CODE if answers.get("agree") == CODE else Agreement.BY_CALL


async def _make_report(ctx: Context, case: Case) -> None:
    """A report about somebody in trouble has its own deadline of law (Law 2671-VIII, art. 19–20)."""
    organisation = await staff.organisation_by_id(ctx.uow.session, case.organisation_id)
    case.intake_kind = REPORT_KIND
    case.law_by = law_by(ctx.catalogue, REPORT_KIND, ctx.now, organisation=organisation.slug)


def age_told(born: Answer, today: date) -> int | None:
    """The age behind an answer to "when born, or how old"; None where it is not known."""
    if not isinstance(born, str):
        return None
    return int(born) if born.isdigit() else age_on(date.fromisoformat(born), today)
