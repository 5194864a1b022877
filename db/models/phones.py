"""How a sealed number is found: by a keyed hash beside it, equal for equal numbers, which tells nobody the number."""

from __future__ import annotations

from db.cipher import search_hash

PURPOSE = "phone"


def phone_hash(phone: str | None) -> bytes | None:
    """The hash of a number as `rules.phones.read_phone` writes it; None for none."""
    return None if phone is None else search_hash(PURPOSE, phone)
