"""What reports count about a person, and about a case as it was when it was opened."""

from __future__ import annotations

from sqlalchemy.orm import Mapped

from db.models.base import Word


class Counted:
    """Plain facts, none of which identifies anybody; None until somebody was told."""

    audience: Mapped[Word | None]
    category: Mapped[Word | None]
    age_band: Mapped[Word | None]
    household_size: Mapped[int | None]
    registered_hromada: Mapped[Word | None]
    actual_oblast: Mapped[Word | None]


COUNTED = tuple(Counted.__annotations__)
"""The names of these facts."""
