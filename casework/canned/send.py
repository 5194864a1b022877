"""A staff member chooses a canned answer for a case, reads it as the person will, and sends it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from casework.act import act
from casework.canned.seed import seed
from casework.canned.values import values_in
from casework.cases.access import locked, seen
from casework.cases.prepared import say_prepared
from casework.cases.relay import carry_to_person
from casework.context import Context
from casework.errors import BlankLeft, CaseClosed, Stale
from db.models import CannedAnswer, Case
from db.repositories import canned, cases, people, staff
from db.repositories.canned import Answer
from rules.canned import ANY_GROUP, blanks, fill
from rules.languages import LANGUAGES

NAMED_BLANKS = 60
"""Signs of what is left blank that a refusal repeats."""


@dataclass(frozen=True, slots=True)
class ListAnswers:
    """The case that an answer is chosen for."""

    case_id: int


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One answer to choose."""

    answer_id: int
    title: str


@act("canned.list")
async def list_answers(ctx: Context, data: ListAnswers) -> Sequence[AnswerLine]:
    """The answers of the case's organisation in the person's language, in Ukrainian where there are none: those for
    its group of services first, then those that suit every case. CaseClosed where nothing can be answered.
    """
    case = await seen(ctx, data.case_id, "canned.list")
    if case.closed_at is not None:
        raise CaseClosed
    await seed(ctx, case.organisation_id)
    person = await people.by_id(ctx.uow.session, case.person_id)
    found: Sequence[Answer] = []
    for language in dict.fromkeys((person.language, *LANGUAGES)):
        found = found or await canned.standing(ctx.uow.session, case.organisation_id, language)
    entry = ctx.catalogue.services.get(case.service)
    first = [entry.group_slug if entry else "", ANY_GROUP]
    order = sorted(found, key=lambda each: _place(first, each[0].service_group))
    return [AnswerLine(answer.id, version.title) for answer, version in order]


def _place(first: Sequence[str], group: str) -> int:
    return first.index(group) if group in first else len(first)


@dataclass(frozen=True, slots=True)
class PreviewAnswer:
    """One answer for a case."""

    case_id: int
    answer_id: int


@dataclass(frozen=True, slots=True)
class Preview:
    """The answer as the person will read it, in their language; `blanks`: what would be left blank, so that it can't
    be sent.
    """

    case_id: int
    language: str
    number: str
    answer_id: int
    version: int
    title: str
    text: str
    author: str
    blanks: tuple[str, ...]


@act("canned.preview")
async def preview_answer(ctx: Context, data: PreviewAnswer) -> Preview:
    """Nothing is sent yet. Stale where the answer is deleted."""
    case = await seen(ctx, data.case_id, "canned.preview")
    answer, version = await _found(ctx, case, data.answer_id)
    person = await people.by_id(ctx.uow.session, case.person_id)
    values = await values_in(ctx, case, person)
    member = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
    return Preview(
        case_id=case.id,
        language=person.language,
        number=case.number,
        answer_id=answer.id,
        version=version.number,
        title=version.title,
        text=fill(version.text, values),
        author=member.work_name,
        blanks=blanks(version.text, values),
    )


@dataclass(frozen=True, slots=True)
class SendAnswer:
    """The version of the answer that was read before."""

    case_id: int
    answer_id: int
    version: int


@act("canned.send")
async def send_answer(ctx: Context, data: SendAnswer) -> Case:
    """Sends the answer to the person, as if the staff member had typed it. A case that nobody has is taken by it.

    Refused: Stale where the answer has changed since it was read, or was sent in this case after the person's last
    words already; BlankLeft; CaseClosed and NotOwner as for a typed answer.
    """
    case = await locked(ctx, data.case_id, "canned.send")
    answer, version = await _found(ctx, case, data.answer_id)
    if version.number != data.version:
        raise Stale
    person = await people.by_id(ctx.uow.session, case.person_id)
    values = await values_in(ctx, case, person)
    if left := blanks(version.text, values):
        raise BlankLeft(what=", ".join(left)[:NAMED_BLANKS])
    text = fill(version.text, values)
    last = await cases.messages(ctx.uow.session, case.id, 1)
    if last and last[-1].author_kind == "staff" and last[-1].text == text:
        # The button was pressed twice.
        raise Stale
    message_id, wait = await say_prepared(ctx, case, person, text, canned=answer.id, version=version.number)
    await carry_to_person(ctx, case, person, message_id, text, not_before=wait)
    return case


async def _found(ctx: Context, case: Case, answer_id: int) -> Answer:
    """A standing answer of the case's organisation."""
    found = await canned.find(ctx.uow.session, answer_id)
    if found is None or not _is_theirs(found[0], case.organisation_id):
        raise Stale
    return found


def _is_theirs(answer: CannedAnswer, organisation_id: int) -> bool:
    return answer.organisation_id == organisation_id and answer.removed_at is None
