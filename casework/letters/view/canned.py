"""Canned answers on a lead's desk, and in the topic what a staff member sent by a press."""

from __future__ import annotations

from casework.canned.values import example_values
from casework.cases.relay import for_person
from casework.letters import kinds
from casework.letters.sights import ChoiceLine, Sight
from casework.letters.sights.canned import (
    AnswerGroupSight,
    AnswerSight,
    AnswersSight,
    AnswerTextSight,
    AnswerTitle,
    StaffSaidSight,
    VersionLine,
)
from casework.letters.view.look import STAFF_LANGUAGE, Look, view
from db.models import StaffMember
from db.repositories import canned, cases, staff
from db.repositories.canned import Answer
from rules.canned import NAMES, blanks, fill
from rules.languages import LANGUAGES
from rules.roles import LEADS

PAGE = 8
VERSIONS = 3


@view(kinds.canned.StaffSaid)
async def _staff_said(look: Look, letter: kinds.canned.StaffSaid) -> Sight | None:
    message = await cases.message(look.uow.session, letter.message_id)
    if message is None or letter.part >= len(parts := for_person(message.text)):
        return None
    author = await staff.by_id(look.uow.session, message.author_id)
    shows = StaffSaidSight(author.work_name, parts[letter.part], letter.part, len(parts))
    return look.sight(STAFF_LANGUAGE, shows)


async def _lead(look: Look, staff_id: int) -> StaffMember | None:
    member = await staff.by_id(look.uow.session, staff_id)
    return member if member.removed_at is None and member.role in LEADS else None


def _group(look: Look, slug: str, language: str) -> str | None:
    """Its name; None where the answer suits every case."""
    services = look.catalogue.services.values()
    return next((each.group[language] for each in services if each.group_slug == slug), None)


@view(kinds.canned.AnswersScreen)
async def _answers(look: Look, letter: kinds.canned.AnswersScreen) -> Sight | None:
    member = await _lead(look, letter.staff_id)
    if member is None:
        return None
    found = await canned.standing(look.uow.session, member.organisation_id, letter.language)
    pages = max(1, -(-len(found) // PAGE))
    page = min(letter.page, pages - 1)
    lines = [
        AnswerTitle(answer.id, version.title, _group(look, answer.service_group, member.language))
        for answer, version in found[page * PAGE : (page + 1) * PAGE]
    ]
    others = tuple(each for each in LANGUAGES if each != letter.language)
    return look.sight(member.language, AnswersSight(letter.language, others, tuple(lines), page, pages))


async def _found(look: Look, member: StaffMember, answer_id: int) -> Answer | None:
    found = await canned.find(look.uow.session, answer_id)
    return found if found is not None and found[0].organisation_id == member.organisation_id else None


@view(kinds.canned.AnswerScreen)
async def _answer(look: Look, letter: kinds.canned.AnswerScreen) -> Sight | None:
    member = await _lead(look, letter.staff_id)
    found = await _found(look, member, letter.answer_id) if member is not None else None
    if member is None or found is None:
        return None
    answer, version = found
    organisation = await staff.organisation_by_id(look.uow.session, member.organisation_id)
    values = example_values(look.catalogue, organisation, member, look.now, answer.service_group, answer.language)
    shows = AnswerSight(
        answer_id=answer.id,
        language=answer.language,
        title=version.title,
        group=_group(look, answer.service_group, member.language),
        text=fill(version.text, values),
        blanks=blanks(version.text, values),
        versions=await _versions(look, answer.id),
        removed=answer.removed_at is not None,
    )
    return look.sight(member.language, shows)


async def _versions(look: Look, answer_id: int) -> tuple[VersionLine, ...]:
    lines = []
    for version in await canned.versions(look.uow.session, answer_id, VERSIONS):
        by = None if version.staff_id is None else await staff.by_id(look.uow.session, version.staff_id)
        lines.append(VersionLine(version.at, by.work_name if by else None))
    return tuple(lines)


@view(kinds.canned.AnswerGroupScreen)
async def _answer_group(look: Look, letter: kinds.canned.AnswerGroupScreen) -> Sight | None:
    member = await _lead(look, letter.staff_id)
    if member is None:
        return None
    groups = {each.group_slug: each.group[member.language] for each in look.catalogue.services.values()}
    lines = tuple(ChoiceLine(slug, name) for slug, name in groups.items())
    return look.sight(member.language, AnswerGroupSight(letter.language, lines))


@view(kinds.canned.AnswerTextScreen)
async def _answer_text(look: Look, letter: kinds.canned.AnswerTextScreen) -> Sight | None:
    member = await _lead(look, letter.staff_id)
    if member is None:
        return None
    found = await _found(look, member, letter.answer_id) if letter.answer_id else None
    shows = AnswerTextSight(
        language=letter.language,
        answer_id=found[0].id if found else None,
        variables=tuple(words[letter.language] for words in NAMES.values()),
        now=f"{found[1].title}\n{found[1].text}" if found else None,
    )
    return look.sight(member.language, shows)
