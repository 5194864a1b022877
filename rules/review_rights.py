"""Who may do what when applications are checked: part of the table of permissions."""

from __future__ import annotations

from rules.roles import STAFF, Permission, Scope

REVIEW_RIGHTS: dict[str, Permission] = {
    "review.show": Permission(STAFF),
    "review.open": Permission(STAFF, Scope.ORGANISATION),
    "review.check": Permission(STAFF, Scope.ORGANISATION),
    "review.ask_papers": Permission(STAFF, Scope.ORGANISATION),
    "review.category": Permission(STAFF, Scope.ORGANISATION),
    "review.confirm": Permission(STAFF, Scope.ORGANISATION),
    "review.doubt": Permission(STAFF, Scope.ORGANISATION),
}
