"""Who somebody is, and what one line of the table of permissions says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """Who somebody is to the department."""

    STRANGER = "stranger"
    """In a staff group, but not one of us."""
    PERSON = "person"
    CASEWORKER = "caseworker"
    SUPERVISOR = "supervisor"
    ADMIN = "admin"
    OPERATOR = "operator"
    """At the command line of the machine."""
    MACHINE = "machine"


class Scope(StrEnum):
    """Which cases an act may touch."""

    NONE = "none"
    OWN = "own"
    ORGANISATION = "organisation"
    OWNER = "owner"


@dataclass(frozen=True, slots=True)
class Permission:
    """One line of the table."""

    roles: frozenset[Role]
    scope: Scope = Scope.NONE


STAFF = frozenset({Role.CASEWORKER, Role.SUPERVISOR, Role.ADMIN})
LEADS = frozenset({Role.SUPERVISOR, Role.ADMIN})
PERSON = frozenset({Role.PERSON})
MACHINE = frozenset({Role.MACHINE})
OPERATOR = frozenset({Role.OPERATOR})
