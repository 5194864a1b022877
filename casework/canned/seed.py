"""The catalogue's answers come to an organisation that has never had them."""

from __future__ import annotations

from casework.context import Context
from db.repositories import canned
from db.repositories.canned import Draft
from rules.languages import LANGUAGES


async def seed(ctx: Context, organisation_id: int) -> None:
    """Adds what is missing, in every language; what leads deleted stays deleted."""
    session = ctx.uow.session
    known = await canned.seeds(session, organisation_id)
    for entry in ctx.catalogue.canned.values():
        for language in LANGUAGES:
            if (entry.slug, language) not in known:
                draft = Draft(entry.title[language], entry.text[language])
                await canned.add(
                    session, organisation_id, language, entry.group, draft, at=ctx.now, staff_id=None, seed=entry.slug
                )
