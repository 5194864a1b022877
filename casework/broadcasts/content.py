"""What a broadcast says and to whom, read from its row and written back."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date

from db.models import Broadcast, BroadcastRun
from db.repositories import staff
from db.repositories.audience import Audience
from db.uow import UnitOfWork
from rules.broadcast_words import Button, Variable
from rules.broadcasts import Every, Kind, Repeat
from rules.catalogue import Catalogue
from rules.languages import LANGUAGES
from rules.segments import Segment

EMPTY = "{}"
NONE = "[]"
Values = dict[str, dict[str, str]]
"""By variable and language, as typed; a date as ISO."""


def texts(broadcast: Broadcast) -> dict[str, str]:
    """Telegram's HTML by language, in the order of LANGUAGES."""
    kept = json.loads(broadcast.texts)
    return {language: kept[language] for language in LANGUAGES if kept.get(language)}


def keep_text(broadcast: Broadcast, language: str, html: str) -> None:
    """One language's text; an empty one goes."""
    broadcast.texts = json.dumps({**texts(broadcast), language: html})


def values(broadcast: Broadcast) -> Values:
    """What the variables read."""
    kept: Values = json.loads(broadcast.variables)
    return kept


def keep_value(broadcast: Broadcast, variable: Variable, by_language: Mapping[str, str]) -> None:
    """One variable, for each language."""
    broadcast.variables = json.dumps({**values(broadcast), variable.value: dict(by_language)})


def values_in(broadcast: Broadcast, language: str) -> dict[str, str]:
    """What the variables read in one language."""
    return {variable: typed[language] for variable, typed in values(broadcast).items()}


def date_of(broadcast: Broadcast) -> date | None:
    """The date that it is about."""
    typed = values(broadcast).get(Variable.DATE.value)
    return date.fromisoformat(next(iter(typed.values()))) if typed else None


def buttons(broadcast: Broadcast) -> list[Button]:
    """In the order in which they stand."""
    return [Button(each["to"], each["label"]) for each in json.loads(broadcast.buttons)]


def keep_buttons(broadcast: Broadcast, those: Sequence[Button]) -> None:
    """All of them."""
    broadcast.buttons = json.dumps([asdict(each) for each in those])


def segment(broadcast: Broadcast) -> Segment:
    """Whom it is for."""
    return Segment.read(broadcast.segment)


def repeat(broadcast: Broadcast) -> Repeat:
    """How often it comes; what comes before a date goes by the date that it is about."""
    kept = broadcast.repeat
    every = Every(kept.get("every", Every.ONCE))
    return Repeat(every, tuple(kept.get("days", ())), date_of(broadcast) if every is Every.BEFORE else None)


def keep_repeat(broadcast: Broadcast, every: Every, days: Sequence[int] = ()) -> None:
    """How often; `days` before the date, for BEFORE."""
    broadcast.repeat = {"every": every.value, "days": sorted(days)}


async def audience_of(uow: UnitOfWork, catalogue: Catalogue, broadcast: Broadcast, run: BroadcastRun) -> Audience:
    """Whom a run is for. The department writes to everybody, another organisation to the people of its cases."""
    organisation = await staff.organisation_by_id(uow.session, broadcast.organisation_id)
    return Audience(
        segment=segment(broadcast),
        organisation_id=broadcast.organisation_id,
        everybody=organisation.slug == next(iter(catalogue.organisations)),
        stop=Kind(broadcast.kind).stop,
        source_id=run.source_id,
    )
