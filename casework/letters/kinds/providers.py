"""Providers on the desk: the list, one of them, what is typed, and a file with many."""

from __future__ import annotations

from dataclasses import dataclass

from casework.letters.kinds.letter import SCREEN, Letter


@dataclass(frozen=True, slots=True)
class ProvidersScreen(Letter):
    """The providers that the staff member's organisation knows, a page from 0."""

    kind = "providers"
    policy = SCREEN
    staff_id: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class ProviderScreen(Letter):
    """One of them with its contacts and dates; or that it was removed, with the way back."""

    kind = "provider"
    policy = SCREEN
    staff_id: int
    provider_id: int


@dataclass(frozen=True, slots=True)
class ProviderTextScreen(Letter):
    """Type the provider; `provider_id` 0: a new one."""

    kind = "provider-text"
    policy = SCREEN
    staff_id: int
    provider_id: int = 0


@dataclass(frozen=True, slots=True)
class ProviderFileScreen(Letter):
    """Send the list as a file: which columns it has, and what they may hold."""

    kind = "provider-file"
    policy = SCREEN
    staff_id: int


@dataclass(frozen=True, slots=True)
class ProviderImportScreen(Letter):
    """What stands in the file, line by line where something is wrong; nothing is kept before the press."""

    kind = "provider-import"
    policy = SCREEN
    staff_id: int
    upload_id: int


@dataclass(frozen=True, slots=True)
class ProvidersImportedScreen(Letter):
    """It is done: how many are new, changed, as they were."""

    kind = "providers-imported"
    policy = SCREEN
    staff_id: int
    new: int
    changed: int
    same: int
