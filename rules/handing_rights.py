"""Who may do what with providers and what is handed to them: a part of the table in `rules.permissions`."""

from __future__ import annotations

from rules.roles import LEADS, PERSON, STAFF, Permission, Scope

HANDING: dict[str, Permission] = {
    # a person about what is handed over of a case of theirs
    "transfer.show_own": Permission(PERSON, Scope.OWN),
    "transfer.agree": Permission(PERSON, Scope.OWN),
    "transfer.decline": Permission(PERSON, Scope.OWN),
    "transfer.withdraw": Permission(PERSON, Scope.OWN),
    # staff who hand a case to a provider
    "transfer.list": Permission(STAFF, Scope.ORGANISATION),
    "transfer.show": Permission(STAFF, Scope.ORGANISATION),
    "transfer.begin": Permission(STAFF, Scope.OWNER),
    "transfer.pick": Permission(STAFF, Scope.OWNER),
    "transfer.ask_summary": Permission(STAFF, Scope.OWNER),
    "transfer.summarise": Permission(STAFF, Scope.OWNER),
    "transfer.look": Permission(STAFF, Scope.OWNER),
    "transfer.ask": Permission(STAFF, Scope.OWNER),
    "transfer.ask_how": Permission(STAFF, Scope.OWNER),
    "transfer.hear": Permission(STAFF, Scope.OWNER),
    "transfer.sheet": Permission(STAFF, Scope.OWNER),
    "transfer.sent": Permission(STAFF, Scope.OWNER),
    "transfer.ask_who": Permission(STAFF, Scope.OWNER),
    "transfer.confirm": Permission(STAFF, Scope.OWNER),
    "transfer.turn_away": Permission(STAFF, Scope.OWNER),
    "transfer.stop": Permission(STAFF, Scope.OWNER),
    # staff of a provider that works with this bot, about what is handed to them: the act looks whose it is
    "transfer.open_handed": Permission(STAFF),
    "transfer.take_in": Permission(STAFF),
    # the providers that an organisation knows
    "provider.show": Permission(STAFF),
    "provider.begin": Permission(LEADS),
    "provider.write": Permission(LEADS),
    "provider.remove": Permission(LEADS),
    "provider.restore": Permission(LEADS),
    "provider.ask_list": Permission(LEADS),
    "provider.send_list": Permission(LEADS),
    "provider.import": Permission(LEADS),
    "provider.drop_list": Permission(LEADS),
}
