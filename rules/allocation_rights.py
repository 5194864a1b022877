"""Who may do what with the places of a campaign; a part of the table in `rules.permissions`."""

from __future__ import annotations

from rules.roles import LEADS, MACHINE, PERSON, STAFF, Permission, Scope

ALLOCATION_RIGHTS: dict[str, Permission] = {
    # leads share out
    "allocation.show": Permission(LEADS),
    "allocation.try": Permission(LEADS),
    "allocation.confirm": Permission(LEADS),
    # the clock
    "allocation.read_trial": Permission(MACHINE),
    "allocation.keep_trial": Permission(MACHINE),
    "allocation.look_ahead": Permission(MACHINE),
    "allocation.move_up": Permission(MACHINE),
    "allocation.join_late": Permission(MACHINE),
    "allocation.tell": Permission(MACHINE),
    # a family about its own places
    "place.answer": Permission(PERSON, Scope.OWN),
    "place.choose": Permission(PERSON, Scope.OWN),
    "place.give_back": Permission(PERSON, Scope.OWN),
    # staff about those of a case
    "place.show": Permission(STAFF, Scope.ORGANISATION),
    "place.record": Permission(STAFF, Scope.ORGANISATION),
}
