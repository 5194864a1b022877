"""What leads do with broadcasts: part of the table beside it, and written by hand as that is."""

from __future__ import annotations

BROADCASTS = (
    "broadcast.list", "broadcast.open", "broadcast.begin", "broadcast.menu", "broadcast.preview",
    "broadcast.write_text", "broadcast.attach", "broadcast.add_button", "broadcast.set_value", "broadcast.narrow",
    "broadcast.find_hromada", "broadcast.choose", "broadcast.set_time", "broadcast.drop", "broadcast.ask_send",
    "broadcast.send", "broadcast.confirm", "broadcast.decline", "broadcast.pause", "broadcast.go_on",
    "broadcast.stop", "broadcast.resend", "broadcast.end_repeat",
)  # fmt: skip
