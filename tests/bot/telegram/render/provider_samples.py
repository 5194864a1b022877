"""Plausible sights of providers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from casework.letters.sights import providers as p
from rules.catalogue import Provider as ProviderKind
from rules.providers import Channel, Column, Flaw, ProviderEntry, Wrong, as_typed
from rules.providers.columns import HEADERS
from rules.tables import Unfit
from tests.bot.telegram.render.given import NOON


def provider_sights(words: str) -> dict[str, list[object]]:
    entry = ProviderEntry(words, ProviderKind.NGO, Channel.EMAIL, phone="0501112233", email=words, contact=words)
    dated = replace(entry, accepts_from=date(2026, 2, 1), accepts_until=date(2026, 3, 6), address=words)
    one = p.ProviderSight(7, entry, (), False, NOON, words, False, may_change=True)
    lines = (p.ProviderLine(7, words, False), p.ProviderLine(8, words, True))
    file = p.ProviderImportSight(7, False, None, (), (), (), 0, 0, 24, 2, 1, 0)
    return {
        "providers": [
            p.ProvidersSight(lines, 2, 0, 1, may_change=True),
            p.ProvidersSight(lines[:1], 21, 1, 3, may_change=False),
            p.ProvidersSight((), 0, 0, 1, may_change=True),
        ],
        "provider": [
            one,
            *(
                replace(one, entry=replace(dated, kind=kind, channel=channel), areas=(words, words))
                for kind in (ProviderKind.HROMADA, ProviderKind.STATE)
                for channel in Channel
            ),
            replace(one, entry=replace(dated, accepts_from=None), bare=True),
            replace(one, entry=replace(dated, accepts_until=None), removed=True),
            replace(one, may_change=False),
        ],
        "provider-text": [
            p.ProviderTextSight(None, as_typed(None, {})),
            p.ProviderTextSight(7, as_typed(dated, {})),
        ],
        "provider-file": [p.ProviderFileSight(tuple(names[0] for names in HEADERS.values()))],
        "provider-import": [
            file,
            replace(file, bare=2, unknown=("Договір", "Примітка")),
            *(replace(file, flaws=(flaw,), wrong_lines=1) for flaw in flaws()),
            replace(file, flaws=tuple(flaws())[:3], more=5, wrong_lines=3, unknown=("Договір",)),
            *(replace(file, unfit=unfit) for unfit in Unfit),
            replace(file, unfit=Unfit.NO_COLUMNS, columns=(Column.NAME, Column.KIND)),
            replace(file, failed=True),
        ],
        "providers-imported": [p.ProvidersImportedSight(24, 2, 1)],
    }


def flaws() -> list[Flaw]:
    """Everything that can be wrong in a line."""
    columns = [Flaw(3, Wrong.MISSING, each) for each in Column]
    return [*columns, *(Flaw(3, wrong, Column.ADDRESS, "клуб") for wrong in Wrong)]
