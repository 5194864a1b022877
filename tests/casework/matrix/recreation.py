"""What is done in the recreation programme: part of the table beside it, and written by hand as that is."""

from __future__ import annotations

from collections.abc import Mapping

from tests.casework.matrix.ways import AT_WORK, BY_ITSELF, LEADING, OURS, OWN, THEMSELVES, Way

RECREATION: Mapping[str, Way] = {
    **{f"recreation.{each}": THEMSELVES for each in ("show", "tell_me", "begin", "change", "pass_on")},
    **{f"campaign.{each}": LEADING for each in ("show", "make", "ask", "change", "choose", "move")},
    "campaign.by_the_clock": BY_ITSELF,
    "review.show": AT_WORK,
    **{f"review.{each}": OURS for each in ("open", "check", "ask_papers", "category", "confirm", "doubt")},
    **{f"place.{each}": OWN for each in ("answer", "choose", "give_back")},
    **{f"place.{each}": OURS for each in ("show", "record")},
    **{f"need.{each}": LEADING for each in ("show", "ask")},
    "need.answer": OWN,
    **{f"need.{each}": OURS for each in ("open", "record")},
    "need.tell": BY_ITSELF,
    **{f"trip.{each}": AT_WORK for each in ("show", "send", "complete", "undo")},
    **{f"trip.{each}": OURS for each in ("mark", "miss")},
    "trip.tell": BY_ITSELF,
    **{f"allocation.{each}": LEADING for each in ("show", "try", "confirm")},
    **{f"allocation.{each}": BY_ITSELF for each in ("move_up", "tell")},
}
