"""What every view function is given, and the table they stand in."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from casework.letters.kinds import Letter as Kind
from casework.letters.sights import Office, Sight
from db.models import Case, Letter, Organisation, Person
from db.repositories import cases, people, staff
from db.uow import UnitOfWork
from rules.catalogue import Catalogue
from rules.catalogue import Organisation as CatalogueOrganisation
from rules.deadlines import told_by

STAFF_LANGUAGE = "uk"
"""The language of the staff group."""


@dataclass(frozen=True, slots=True)
class Look:
    """One look at the present state, for one letter."""

    uow: UnitOfWork
    now: datetime
    catalogue: Catalogue
    letter: Letter

    async def person(self) -> Person:
        """The person the letter goes to."""
        assert self.letter.person_id is not None, "a letter to a person names them"
        return await people.by_id(self.uow.session, self.letter.person_id)

    async def case(self, case_id: int) -> Case:
        """A case that must exist: cases are never deleted."""
        case = await cases.by_id(self.uow.session, case_id)
        assert case is not None, "cases are never deleted"
        return case

    async def owner(self, case: Case) -> str | None:
        """The work name of whoever has the case."""
        if case.owner_id is None:
            return None
        return (await staff.by_id(self.uow.session, case.owner_id)).work_name

    async def entry(self, case: Case) -> CatalogueOrganisation:
        """The catalogue's entry of the case's organisation."""
        row: Organisation = await staff.organisation_by_id(self.uow.session, case.organisation_id)
        return self.catalogue.organisations[row.slug]

    async def told_by(self, case: Case) -> datetime:
        """The date that the person is told for our answer."""
        slug = (await self.entry(case)).slug
        since = case.waiting_since or case.opened_at
        return told_by(self.catalogue, case.reply_by, since, organisation=slug)

    @property
    def organisation(self) -> str:
        """The slug of the organisation of whoever has no case yet: the first of the catalogue."""
        return next(iter(self.catalogue.organisations))

    async def late(self, case: Case) -> bool:
        """Whether the person waits for us beyond the date they were told."""
        return case.waiting_since is not None and await self.told_by(case) < self.now

    def office(self, language: str, entry: CatalogueOrganisation | None = None) -> Office:
        """Phone and hours of an organisation, by default the first of the catalogue."""
        chosen = entry or next(iter(self.catalogue.organisations.values()))
        return Office(chosen.phone, chosen.hours_text[language])

    def sight(self, language: str, shows: object, *, edit: int | None = None, reply_to: int | None = None) -> Sight:
        """The finished sight of this letter."""
        return Sight(kind=self.letter.kind, language=language, shows=shows, edit=edit, reply_to=reply_to)


View = Callable[[Look, Any], Awaitable[Sight | None]]
VIEWS: dict[str, View] = {}

Shown = TypeVar("Shown", bound=Kind)


def view(
    *shown: type[Shown],
) -> Callable[[Callable[[Look, Shown], Awaitable[Sight | None]]], Callable[[Look, Shown], Awaitable[Sight | None]]]:
    """Registers the view of a kind of letter, or of several that show the same."""

    def register(
        function: Callable[[Look, Shown], Awaitable[Sight | None]],
    ) -> Callable[[Look, Shown], Awaitable[Sight | None]]:
        VIEWS.update((kind.kind, function) for kind in shown)
        return function

    return register
