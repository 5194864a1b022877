"""Who may do what in the recreation programme but for its places; a part of the table in `rules.permissions`."""

from __future__ import annotations

from rules.roles import LEADS, MACHINE, PERSON, STAFF, Permission, Scope

RECREATION_RIGHTS: dict[str, Permission] = {
    # a person about the recreation programme
    "recreation.show": Permission(PERSON),
    "recreation.tell_me": Permission(PERSON),
    "recreation.begin": Permission(PERSON),
    "recreation.change": Permission(PERSON),
    "recreation.pass_on": Permission(PERSON),
    "recreation.take_up": Permission(PERSON),
    # leads about campaigns of the recreation programme
    "campaign.show": Permission(LEADS),
    "campaign.make": Permission(LEADS),
    "campaign.ask": Permission(LEADS),
    "campaign.change": Permission(LEADS),
    "campaign.choose": Permission(LEADS),
    "campaign.move": Permission(LEADS),
    **{
        f"campaign.{each}": Permission(LEADS)
        for each in ("ask_rows", "send_rows", "import_rows", "drop_rows", "flaws_of_rows", "new_row_links")
    },
    "campaign.by_the_clock": Permission(MACHINE),
    "campaign.tell_changes": Permission(MACHINE),
    "reminder.plan_drafts": Permission(MACHINE),
    # staff check applications
    "review.show": Permission(STAFF),
    "review.open": Permission(STAFF, Scope.ORGANISATION),
    "review.of_case": Permission(STAFF, Scope.ORGANISATION),
    "review.check": Permission(STAFF, Scope.ORGANISATION),
    "review.ask_papers": Permission(STAFF, Scope.ORGANISATION),
    "review.category": Permission(STAFF, Scope.ORGANISATION),
    "review.confirm": Permission(STAFF, Scope.ORGANISATION),
    "review.doubt": Permission(STAFF, Scope.ORGANISATION),
    # whether a place is still needed
    "need.show": Permission(LEADS),
    "need.ask": Permission(LEADS),
    "need.answer": Permission(PERSON, Scope.OWN),
    "need.open": Permission(STAFF, Scope.ORGANISATION),
    "need.record": Permission(STAFF, Scope.ORGANISATION),
    "need.tell": Permission(MACHINE),
    # questions of later steps
    "later.open": Permission(PERSON),
    "later.note": Permission(STAFF, Scope.OWNER),
    "later.ask": Permission(MACHINE),
    # staff about who left for a camp and came back
    "trip.show": Permission(STAFF),
    "trip.send": Permission(STAFF),
    "trip.complete": Permission(STAFF),
    "trip.undo": Permission(STAFF),
    "trip.mark": Permission(STAFF, Scope.ORGANISATION),
    "trip.miss": Permission(STAFF, Scope.ORGANISATION),
    "trip.requeue": Permission(LEADS, Scope.ORGANISATION),
    "trip.tell": Permission(MACHINE),
}
