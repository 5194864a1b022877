"""What is done in the recreation programme: part of the table beside it, and written by hand as that is."""

from __future__ import annotations

from collections.abc import Mapping

from tests.casework.matrix.ways import AT_WORK, BY_ITSELF, LEADING, LEADS_CASE, OURS, OWN, OWNERS, THEMSELVES, Way

RECREATION: Mapping[str, Way] = {
    **{f"recreation.{each}": THEMSELVES for each in ("show", "tell_me", "begin", "change", "pass_on", "take_up")},
    **{f"campaign.{each}": LEADING for each in ("show", "make", "ask", "change", "choose", "move")},
    **{
        f"campaign.{each}": LEADING
        for each in ("ask_rows", "send_rows", "import_rows", "drop_rows", "flaws_of_rows", "new_row_links")
    },
    "campaign.by_the_clock": BY_ITSELF,
    "campaign.tell_changes": BY_ITSELF,
    "reminder.plan_drafts": BY_ITSELF,
    "review.show": AT_WORK,
    **{f"review.{each}": OURS for each in ("open", "of_case", "check", "ask_papers", "category", "confirm", "doubt")},
    **{f"place.{each}": OWN for each in ("answer", "choose", "give_back")},
    **{f"place.{each}": OURS for each in ("show", "record")},
    **{f"need.{each}": LEADING for each in ("show", "ask")},
    "need.answer": OWN,
    **{f"need.{each}": OURS for each in ("open", "record")},
    "need.tell": BY_ITSELF,
    "later.open": THEMSELVES,
    "later.note": OWNERS,
    "later.ask": BY_ITSELF,
    **{f"trip.{each}": AT_WORK for each in ("show", "send", "complete", "undo")},
    **{f"trip.{each}": OURS for each in ("mark", "miss")},
    "trip.requeue": LEADS_CASE,
    "trip.tell": BY_ITSELF,
    **{f"allocation.{each}": LEADING for each in ("show", "try", "confirm")},
    **{f"export.{each}": LEADING for each in ("show", "ask", "stop")},
    "export.work": BY_ITSELF,
    **{
        f"allocation.{each}": BY_ITSELF
        for each in ("read_trial", "keep_trial", "look_ahead", "move_up", "join_late", "tell")
    },
}
