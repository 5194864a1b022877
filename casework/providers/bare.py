"""Providers to whom nothing can be handed, for `check`."""

from __future__ import annotations

from collections.abc import Sequence

from db.repositories import providers, staff
from db.repositories.providers import entry_of
from db.uow import UnitOfWork
from rules.providers import reachable


async def bare_providers_of(uow: UnitOfWork, slug: str) -> Sequence[str]:
    """Their names, as the list of an organisation has them: without the contact that their channel needs."""
    organisation = await staff.organisation_by_slug(uow.session, slug)
    if organisation is None:
        return []
    rows = await providers.of_organisation(uow.session, organisation.id)
    return [each.name for each in rows if not reachable(entry_of(each))]
