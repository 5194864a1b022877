"""Plausible sights of one action on many cases."""

from __future__ import annotations

from casework.letters import sights as s
from rules.bulk import Action, LeftOut, RunState
from tests.bot.telegram.render.given import NOON, NUMBER


def run(words: str, action: Action, state: RunState, **changes: object) -> s.BulkSight:
    """`words`: what was chosen, or what the letter says."""
    given: dict[str, object] = {
        "run_id": 1,
        "action": action,
        "what": words,
        "state": state,
        "total": 120,
        "waiting": 100,
        "done": 12,
        "people": 90,
        "numbers": (NUMBER, NUMBER),
        "left_out": tuple(s.LeftOutLine(why, 2, (NUMBER, NUMBER)) for why in LeftOut),
        "until": NOON,
    }
    return s.BulkSight(**(given | changes))  # type: ignore[arg-type]  # names of fields are checked by dataclass itself


def bulk_sights(words: str) -> dict[str, list[object]]:
    """The same."""
    return {
        "bulk-progress": [run(words, action, RunState.CONFIRMED) for action in Action],
        "bulk-done": [
            *(run(words, action, RunState.DONE, may_undo=action is Action.TAG) for action in Action),
            run(words, Action.LETTER, RunState.DONE, left_out=(), what=""),
            run(words, Action.TAG, RunState.UNDONE),
        ],
    }


def previews(words: str) -> list[s.BulkSight]:
    """What is looked at before it is confirmed."""
    return [
        *(run(words, action, RunState.PREVIEW) for action in Action),
        run(words, Action.TAG, RunState.PREVIEW, waiting=0, numbers=(), people=0, more=True),
    ]
