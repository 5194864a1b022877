"""What is said in a case and at its steps, and what staff note."""

from __future__ import annotations

from bot.telegram.render.steps import PROVIDERS, TOLD
from casework.awaited.matters import STEPS as WANTING
from casework.letters import sights as s
from rules.cases import STEPS, State, Turn
from rules.catalogue import Catalogue
from tests.bot.telegram.render.given import NOON, NUMBER

STEP_EVENTS = ("assessing", "planned", "started", "waiting-person", "waiting-provider", "resolved", "refused")
STAFFS_STEP_EVENTS = ("refusal-asked", "note-added", "note-edited", "tag-added", "tag-removed", "priority-set")
AT_WORK = (
    (State.REOPENED, Turn.STAFF),
    (State.ASSESSING, Turn.STAFF),
    (State.PLANNED, Turn.STAFF),
    (State.IN_PROGRESS, Turn.STAFF),
    (State.WAITING_PERSON, Turn.PERSON),
    (State.WAITING_PROVIDER, Turn.PROVIDER),
    (State.RESOLVED, Turn.PERSON),
    (State.REFUSED, Turn.NOBODY),
)
"""The states between taking and closing, each with the turn it usually has."""


def steps_to_person(words: str, language: str, office: s.Office, catalogue: Catalogue) -> dict[str, list[object]]:
    return {
        "case-step": [
            *(s.StepSight(NUMBER, state) for state in TOLD),
            *(s.StepSight(NUMBER, state, sign_in=1) for state in WANTING),
            *(s.StepSight(NUMBER, State.WAITING_PROVIDER, provider=each) for each in PROVIDERS),
            *(
                s.StepSight(NUMBER, State.RESOLVED, outcome=each.plain[language])
                for each in catalogue.offered_outcomes().values()
            ),
        ],
        "case-refused": [
            *(
                s.RefusedSight(
                    1,
                    name,
                    NUMBER,
                    name,
                    each.plain[language],
                    each.basis[language],
                    each.instead[language],
                    NOON,
                    another,
                    catalogue.organisations["luhansk"].complaint[language],
                    office,
                )
                for each in catalogue.refusals.values()
                for name, another in ((words, True), (None, False))
            ),
            s.RefusedSight(1, words, NUMBER, None, None, None, None, NOON, True, words, office),
        ],
    }


def steps_to_staff(words: str) -> dict[str, list[object]]:
    notes = tuple(s.NoteLine(NOON, words, words) for _ in range(3))
    return {"desk-notes": [s.NotesSight(NUMBER, notes), s.NotesSight(NUMBER, ())]}


def marked_cards() -> list[dict[str, object]]:
    """Changes to a card: what staff marked it with, and every state between taking and closing."""
    waiting: list[dict[str, object]] = [
        {"provider": each, "state": State.WAITING_PROVIDER, "turn": Turn.PROVIDER} for each in PROVIDERS
    ]
    working: list[dict[str, object]] = [
        {"state": state, "turn": turn, "may": frozenset(STEPS)} for state, turn in AT_WORK
    ]
    return [
        {"urgent": "Спливає строк", "tags": ("Звертається повторно", "Потрібен перекладач"), "notes": 2},
        *waiting,
        *working,
    ]


def replies(words: str) -> list[object]:
    return [
        s.ReplySight(NUMBER, "Ірина", words, part=0, parts=1),
        s.ReplySight(NUMBER, "Ірина", words, part=1, parts=2),
        s.ReplySight(NUMBER, "Ірина", words, part=0, parts=1, opens=(1, 2)),
    ]
