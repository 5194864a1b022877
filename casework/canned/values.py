"""What the variables of a canned answer read."""

from __future__ import annotations

from datetime import datetime

from casework.context import Context
from db.models import Case, Organisation, Person, StaffMember
from db.repositories import staff
from rules.canned import Values, Variable
from rules.catalogue import OWN_WORDS, Catalogue
from rules.deadlines import first_reply_by, told_by
from rules.identifiers import case_number
from rules.local_time import local_date
from rules.spoken_time import weekday_moment

EXAMPLE = 123
"""The number of the invented case."""


async def values_in(ctx: Context, case: Case, person: Person) -> Values:
    """For this case now, in the person's language, sent by the actor.

    A date that is over is not named, and no service on a phone that somebody else may read.
    """
    member = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
    organisation = await staff.organisation_by_id(ctx.uow.session, case.organisation_id)
    language = person.language
    told = None
    if case.waiting_since is not None:
        told = told_by(ctx.catalogue, case.reply_by, case.waiting_since, organisation=organisation.slug)
    return _of_organisation(ctx.catalogue, organisation.slug, language) | {
        Variable.NUMBER: case.number,
        Variable.WORKER: member.work_name,
        Variable.DATE: weekday_moment(told, language) if told is not None and told > ctx.now else None,
        Variable.SERVICE: None if person.discreet else _service(ctx.catalogue, case.service, language),
    }


def example_values(
    catalogue: Catalogue, organisation: Organisation, member: StaffMember, now: datetime, group: str, language: str
) -> Values:
    """Made up for a preview on the desk: a case of today (business time, UTC) that the lead themselves answers."""
    reply_by = first_reply_by(catalogue, now, crisis=False, organisation=organisation.slug)
    services = catalogue.services.values()
    service = next((each for each in services if each.group_slug == group and each.slug != OWN_WORDS), None)
    return _of_organisation(catalogue, organisation.slug, language) | {
        Variable.NUMBER: case_number(organisation.prefix, local_date(now).year, EXAMPLE),
        Variable.WORKER: member.work_name,
        Variable.DATE: weekday_moment(reply_by, language),
        Variable.SERVICE: _service(catalogue, service.slug if service else "inform", language),
    }


def _of_organisation(catalogue: Catalogue, slug: str, language: str) -> dict[Variable, str | None]:
    entry = catalogue.organisations[slug]
    return {
        Variable.PHONE: entry.phone,
        Variable.HOURS: entry.hours_text[language],
        Variable.ORGANISATION: entry.name[language],
    }


def _service(catalogue: Catalogue, slug: str, language: str) -> str | None:
    """Its name, for a sensitive one that of its group: the topic shows what was sent."""
    entry = catalogue.services.get(slug)
    if entry is None or slug == OWN_WORDS:
        return None
    return entry.group[language] if entry.sensitive else entry.name[language]
