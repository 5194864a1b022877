"""To whom a case is given: who speaks the language, knows the service and the area, and has the least open work."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from rules.roles import Role

BY_ITSELF = (Role.CASEWORKER, Role.SUPERVISOR)
"""Whom the machine may choose, one role after the other: admins get only what a human gives them."""


@dataclass(frozen=True, slots=True)
class Needs:
    """What a case asks of its owner: the person's language, the group of the service, the oblast they live in now.

    None: not known, anybody will do.
    """

    language: str
    service_group: str | None = None
    area: str | None = None


@dataclass(frozen=True, slots=True)
class Colleague:
    """Who could have a case. Of languages, service groups and areas none means all."""

    id: int
    role: Role
    languages: Collection[str] = ()
    service_groups: Collection[str] = ()
    areas: Collection[str] = ()
    open: int = 0
    """Open cases."""
    ours: int = 0
    """Those of them in which it is our turn."""
    away: bool = False

    def fits(self, needs: Needs) -> bool:
        """Whether they have what the case asks for."""
        return all(
            wanted is None or not have or wanted in have
            for wanted, have in (
                (needs.language, self.languages),
                (needs.service_group, self.service_groups),
                (needs.area, self.areas),
            )
        )


def least_busy(colleagues: Iterable[Colleague], needs: Needs) -> Colleague | None:
    """Who has the least open work of those who fit and are there: a caseworker, else a supervisor; None: nobody does.

    Of equals whoever has less that waits for us, then whoever came first.
    """
    fitting = [each for each in colleagues if not each.away and each.role in BY_ITSELF and each.fits(needs)]
    return min(fitting, key=lambda each: (BY_ITSELF.index(each.role), each.open, each.ours, each.id), default=None)


def may_manage(role: Role, other: Role) -> bool:
    """Whether a lead may remove somebody of this role, and invite them anew: an admin is an admin's business."""
    return role is Role.ADMIN or (role is Role.SUPERVISOR and other is not Role.ADMIN)


def someone_leads(others: Iterable[Role], removed: Role) -> bool:
    """Whether those who stay can go on without the removed one: the last admin stays, and so does the last lead."""
    left = set(others)
    if removed is Role.ADMIN:
        return Role.ADMIN in left
    return removed is Role.CASEWORKER or bool(left & {Role.SUPERVISOR, Role.ADMIN})
