"""Words that tell somebody who reads the phone what it is about."""

from __future__ import annotations

import re

GIVE_AWAY = {
    "uk": (
        "небезпе", "насильств", "б’є", "б’ють", "погро", "кривд", "знуща", "зґвалт", "вбив", "поліці", "полиці",
        "притул", "кризов", "термінов", "в біді", "біда", "чергов", "боїтес", "рятів", "жертв", "102", "112", "1547",
        "зник", "полон", "загин", "перевір", "обшук", "схова",
    ),
    "en": (
        "danger", "violen", "beat", "threat", "abus", "rape", "kill", "police", "shelter", "crisis", "urgent",
        "on duty", "afraid", "rescue", "victim", "102", "112", "1547", "missing", "captur", "fallen", "search", "check",
    ),
}  # fmt: skip
"""Beginnings of words, by language; the phone's owner may see none of them once they chose to be silent."""


def giveaways(text: str, language: str = "uk") -> list[str]:
    """The words of the table that a text holds."""
    plain = text.casefold().replace("'", "’")
    return [word for word in GIVE_AWAY[language] if re.search(rf"(?<!\w){re.escape(word)}", plain)]
