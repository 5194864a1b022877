"""Who may do what with broadcasts: part of the table in `rules.permissions`."""

from __future__ import annotations

from rules.roles import LEADS, MACHINE, PERSON, Permission

BROADCASTS: dict[str, Permission] = {
    # leads who write to many at once
    "broadcast.list": Permission(LEADS),
    "broadcast.open": Permission(LEADS),
    "broadcast.begin": Permission(LEADS),
    "broadcast.menu": Permission(LEADS),
    "broadcast.preview": Permission(LEADS),
    "broadcast.write_text": Permission(LEADS),
    "broadcast.attach": Permission(LEADS),
    "broadcast.add_button": Permission(LEADS),
    "broadcast.set_value": Permission(LEADS),
    "broadcast.narrow": Permission(LEADS),
    "broadcast.find_hromada": Permission(LEADS),
    "broadcast.choose": Permission(LEADS),
    "broadcast.set_time": Permission(LEADS),
    "broadcast.drop": Permission(LEADS),
    "broadcast.ask_send": Permission(LEADS),
    "broadcast.send": Permission(LEADS),
    "broadcast.confirm": Permission(LEADS),
    "broadcast.decline": Permission(LEADS),
    "broadcast.pause": Permission(LEADS),
    "broadcast.go_on": Permission(LEADS),
    "broadcast.stop": Permission(LEADS),
    "broadcast.resend": Permission(LEADS),
    "broadcast.end_repeat": Permission(LEADS),
    # the clock, and a person who does not want to hear of it
    "broadcast.tick": Permission(MACHINE),
    "broadcast.stop_kind": Permission(PERSON),
}
