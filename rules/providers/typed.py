"""A provider as staff type it: «Назва: …», a line for each column."""

from __future__ import annotations

from collections.abc import Mapping

from rules.providers.cells import CHANNEL_NAMES, KIND_NAMES, entry_of
from rules.providers.columns import HEADERS, Column, Flaw, Known, Wrong
from rules.providers.provider import ProviderEntry, name_key

_LABELS = {name: column for column, names in HEADERS.items() for name in names}


def read_typed(text: str, known: Known) -> ProviderEntry | list[Flaw]:
    """The provider, or all that is wrong, by the numbers of the typed lines' order."""
    cells: dict[Column, str] = {}
    flaws: list[Flaw] = []
    for number, line in enumerate(text.strip().splitlines(), start=1):
        if not line.strip():
            continue
        label, colon, value = line.partition(":")
        column = _LABELS.get(name_key(label))
        if column is None or not colon:
            flaws.append(Flaw(number, Wrong.UNREADABLE, value=line.strip()[:40]))
        elif column in cells:
            flaws.append(Flaw(number, Wrong.TWICE, column, str(number)))
        else:
            cells[column] = value
    found = entry_of(0, cells, known)
    if flaws or isinstance(found, list):
        return [*flaws, *(found if isinstance(found, list) else ())]
    return found


def as_typed(entry: ProviderEntry | None, area_of: Mapping[str, str]) -> str:
    """How somebody would type it: to be copied, changed and sent. `area_of`: names by code. None: a new one."""
    shown: dict[Column, str] = dict.fromkeys(Column, "")
    if entry is not None:
        shown |= {
            Column.NAME: entry.name,
            Column.KIND: KIND_NAMES[entry.kind],
            Column.AREAS: ", ".join(area_of.get(code, code) for code in entry.areas),
            Column.CHANNEL: CHANNEL_NAMES[entry.channel],
            Column.PHONE: entry.phone,
            Column.EMAIL: entry.email,
            Column.ADDRESS: entry.address,
            Column.CONTACT: entry.contact,
            Column.FROM: entry.accepts_from.strftime("%d.%m.%Y") if entry.accepts_from else "",
            Column.UNTIL: entry.accepts_until.strftime("%d.%m.%Y") if entry.accepts_until else "",
            Column.CHAT: entry.chat,
        }
    return "\n".join(f"{HEADERS[column][0].capitalize()}: {value}".rstrip() for column, value in shown.items())
