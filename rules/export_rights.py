"""Who may take files out of a campaign; a part of the table in `rules.permissions`."""

from __future__ import annotations

from rules.roles import LEADS, MACHINE, Permission

EXPORT_RIGHTS: dict[str, Permission] = {
    "export.show": Permission(LEADS),
    "export.ask": Permission(LEADS),
    "export.stop": Permission(LEADS),
    "export.work": Permission(MACHINE),
}
