"""Who may do what: one table, denied by default.

An act without a line here does not start. `Scope` says which cases: the person's own, those of the staff member's
organisation, or only the owner's
(supervisors and admins stand in for an owner).
"""

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

PERMISSIONS: dict[str, Permission] = {
    # a person about themselves
    "person.meet": Permission(frozenset({Role.STRANGER})),
    "person.start": Permission(PERSON),
    "person.choose_language": Permission(PERSON),
    "person.show_screen": Permission(PERSON),
    "person.agree": Permission(PERSON),
    "person.decline": Permission(PERSON),
    "person.watch": Permission(PERSON),
    "person.write": Permission(PERSON),
    "person.send_words": Permission(PERSON, Scope.OWN),
    "person.drop_words": Permission(PERSON),
    "person.edit_words": Permission(PERSON, Scope.OWN),
    "person.send_other": Permission(PERSON),
    "person.in_danger": Permission(PERSON),
    "person.danger_mistake": Permission(PERSON, Scope.OWN),
    "person.danger_after_all": Permission(PERSON, Scope.OWN),
    "person.choose_way": Permission(PERSON, Scope.OWN),
    "person.speak_freely": Permission(PERSON),
    "person.erase": Permission(PERSON),
    "person.show_places": Permission(PERSON),
    "person.find_place": Permission(PERSON),
    "person.choose_place": Permission(PERSON),
    "person.live_abroad": Permission(PERSON),
    "person.place_not_listed": Permission(PERSON),
    "person.rename": Permission(PERSON),
    "person.withdraw_consent": Permission(PERSON),
    "person.export": Permission(PERSON),
    "person.reachable": Permission(PERSON),
    "life.look": Permission(PERSON),
    "person.agree_by_code": Permission(PERSON),
    # a person who comes back from another account
    "return.begin": Permission(PERSON),
    "return.wrong_contact": Permission(PERSON),
    "return.ask": Permission(PERSON),
    "return.stop": Permission(PERSON),
    # a person in a form of theirs
    "form.begin": Permission(PERSON, Scope.OWN),
    "form.answer": Permission(PERSON),
    "form.choose": Permission(PERSON),
    "form.choose_abroad": Permission(PERSON),
    "form.choose_done": Permission(PERSON),
    "form.back": Permission(PERSON),
    "form.skip": Permission(PERSON),
    "form.edit": Permission(PERSON),
    "form.cancel": Permission(PERSON),
    "form.drop": Permission(PERSON),
    "form.go_on": Permission(PERSON),
    "form.anew": Permission(PERSON),
    "form.remind": Permission(PERSON),
    "form.pass_words": Permission(PERSON),
    "form.take_back_file": Permission(PERSON),
    "form.leave_words": Permission(PERSON),
    "form.submit": Permission(PERSON, Scope.OWN),
    # a person about a case of theirs
    "case.show_own": Permission(PERSON, Scope.OWN),
    "case.open_reply": Permission(PERSON, Scope.OWN),
    "file.list_own": Permission(PERSON, Scope.OWN),
    "file.show_own": Permission(PERSON, Scope.OWN),
    "file.put_away": Permission(PERSON),
    "case.withdraw": Permission(PERSON, Scope.OWN),
    "case.reopen_own": Permission(PERSON, Scope.OWN),
    # a person who wants to be phoned
    "call.begin": Permission(PERSON),
    "call.ask_again": Permission(PERSON),
    "call.choose_case": Permission(PERSON, Scope.OWN),
    "call.is_safe": Permission(PERSON),
    "call.give_number": Permission(PERSON),
    "call.use_known": Permission(PERSON),
    "call.other_number": Permission(PERSON),
    "call.ask": Permission(PERSON, Scope.OWN),
    "call.stop": Permission(PERSON),
    "call.cancel": Permission(PERSON, Scope.OWN),
    "call.say_when_safe": Permission(PERSON, Scope.OWN),
    "rating.give": Permission(PERSON, Scope.OWN),
    "rating.ask_words": Permission(PERSON, Scope.OWN),
    "rating.say": Permission(PERSON, Scope.OWN),
    "complaint.ask": Permission(PERSON, Scope.OWN),
    "complaint.file": Permission(PERSON, Scope.OWN),
    # staff about a case
    "case.take": Permission(STAFF, Scope.ORGANISATION),
    "case.release": Permission(STAFF, Scope.OWNER),
    "case.reply": Permission(STAFF, Scope.ORGANISATION),
    "case.edit_reply": Permission(STAFF, Scope.OWNER),
    "case.ask_outcome": Permission(STAFF, Scope.OWNER),
    "case.close": Permission(STAFF, Scope.OWNER),
    "case.reopen": Permission(STAFF, Scope.ORGANISATION),
    "case.details": Permission(STAFF, Scope.ORGANISATION),
    "case.facts": Permission(STAFF, Scope.ORGANISATION),
    "case.record_fact": Permission(STAFF, Scope.ORGANISATION),
    # staff who phone
    "call.open": Permission(STAFF, Scope.ORGANISATION),
    "call.ask_when": Permission(STAFF, Scope.ORGANISATION),
    "call.attempt": Permission(STAFF, Scope.ORGANISATION),
    "call.done": Permission(STAFF, Scope.ORGANISATION),
    # staff who ask the human for whom somebody writes
    "agreement.open": Permission(STAFF, Scope.ORGANISATION),
    "agreement.hear": Permission(STAFF, Scope.ORGANISATION),
    "agreement.attempt": Permission(STAFF, Scope.ORGANISATION),
    "file.read": Permission(STAFF, Scope.ORGANISATION),
    "file.list": Permission(STAFF, Scope.ORGANISATION),
    # staff about danger, and about people with whom one human speaks
    "danger.see": Permission(STAFF, Scope.ORGANISATION),
    "family.fate_changed": Permission(STAFF, Scope.ORGANISATION),
    "family.free_letters": Permission(STAFF, Scope.ORGANISATION),
    # staff about people who come back from another account
    "return.look": Permission(STAFF, Scope.ORGANISATION),
    "return.name_case": Permission(STAFF, Scope.ORGANISATION),
    "return.confirm": Permission(STAFF, Scope.ORGANISATION),
    "return.refuse": Permission(STAFF, Scope.ORGANISATION),
    "return.undo": Permission(LEADS, Scope.ORGANISATION),
    # staff about their place of work
    "staff.join": Permission(PERSON | STAFF),
    "staff.desk": Permission(STAFF),
    "staff.bind_group": Permission(LEADS),
    "staff.refuse_stranger": Permission(frozenset({Role.STRANGER})),
    "staff.move_group": Permission(MACHINE),
    "staff.group_away": Permission(MACHINE),
    "staff.group_back": Permission(MACHINE),
    # leads about what was put aside after it failed
    "problems.show": Permission(LEADS),
    "problems.ask_drop": Permission(LEADS),
    "problems.run_again": Permission(LEADS),
    "problems.send_again": Permission(LEADS),
    "problems.drop": Permission(LEADS),
    "problems.tell_leads": Permission(MACHINE),
    # leads about what people say of our work
    "rating.show": Permission(LEADS),
    "complaint.show": Permission(LEADS),
    "complaint.ask_answer": Permission(LEADS, Scope.ORGANISATION),
    "complaint.answer": Permission(LEADS, Scope.ORGANISATION),
    "complaint.remind": Permission(MACHINE),
    "danger.watch_over": Permission(MACHINE),
    # what Telegram tells of a topic, whoever did it
    "case.open_topic": Permission(MACHINE),
    # the operator at the command line
    "staff.invite": Permission(OPERATOR),
    "staff.bind_code": Permission(OPERATOR),
    # the machine
    "upkeep.park_update": Permission(MACHINE),
    "file.fetched": Permission(MACHINE),
    "upkeep.drop_drafts": Permission(MACHINE),
    "upkeep.index_phones": Permission(MACHINE),
    "upkeep.forget": Permission(MACHINE),
    "upkeep.note_contact": Permission(MACHINE),
    "promise.keep": Permission(MACHINE),
    "promise.remind": Permission(MACHINE),
}


def permission(act: str) -> Permission | None:
    """The line for an act; None means that nobody may do it."""
    return PERMISSIONS.get(act)


def may(role: Role, act: str) -> bool:
    """Whether somebody of this role may start the act at all."""
    line = permission(act)
    return line is not None and role in line.roles
