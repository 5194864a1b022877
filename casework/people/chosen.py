"""What was chosen in the menu of life before the words that wait were written."""

from __future__ import annotations

from collections.abc import Sequence

from db.models import Draft
from rules.catalogue import OWN_WORDS, Area, Catalogue, End


def chosen(catalogue: Catalogue, drafts: Sequence[Draft]) -> Area | End | None:
    """What the words are about by the last choice in the menu of life that its catalogue still knows."""
    found = (catalogue.life.find(draft.about) for draft in reversed(drafts))
    return next((each for each in found if each is not None), None)


def asked_for(catalogue: Catalogue, drafts: Sequence[Draft]) -> str:
    """The service that the words ask for; `OWN_WORDS` where nothing was chosen."""
    about = chosen(catalogue, drafts)
    return OWN_WORDS if about is None else about.service
