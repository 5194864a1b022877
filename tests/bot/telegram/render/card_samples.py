"""What staff see of a case at a glance: its card and the head of its topic."""

from __future__ import annotations

from dataclasses import replace

from bot.telegram.render.topic import CARD_WAYS
from casework.letters import sights as s
from rules.cases import State, Turn, Verb
from rules.registering import Channel
from rules.returning import UNDECIDED
from tests.bot.telegram.render.duplicate_samples import cards_beside_others
from tests.bot.telegram.render.form_samples import cards_for_whom
from tests.bot.telegram.render.given import NOON, NUMBER
from tests.bot.telegram.render.samples_calls import card_calls
from tests.bot.telegram.render.step_samples import AT_WORK, marked_cards


def card(words: str, **changes: object) -> s.CardSight:
    shown = s.CardSight(
        case_id=1,
        number=NUMBER,
        crisis=True,
        service=words,
        service_group=words,
        state=State.NEW,
        turn=Turn.STAFF,
        deadline_is_law=False,
        deadline=NOON,
        overdue=False,
        registered_hromada=words,
        actual_oblast=None,
        audience=words,
        age_band=words,
        household_size=5,
        channel="telegram",
        language="uk",
        owner=None,
        unread=2,
        watched=True,
        unreachable=True,
        outcome=words,
        may=frozenset({Verb.TAKE}),
    )
    return replace(shown, **changes)  # type: ignore[arg-type]  # names of fields are checked by dataclass itself


def cards(words: str) -> list[object]:
    may = frozenset({Verb.RELEASE, Verb.CLOSE})
    return [
        card(words),
        card(words, deadline_is_law=True, state=State.TAKEN, owner=words, may=may, watched=False),
        card(words, deadline_is_law=True, overdue=True, crisis=False),
        card(words, files=3, documents=3, accepted=2),
        card(words, documents=3, to_check=1),
        card(words, files=3),
        *(card(words, handing=handing) for handing in (1, 2)),
        card(words, state=State.TAKEN, owner=words, watched=False, may=may, may_leave=True, deadlines=True),
        card(words, overdue=True, household_size=None, audience=None, age_band=None),
        *(card(words, call=call, may_phone=True) for call in card_calls()),
        *(card(words, agreement_call=call) for call in card_calls()[:2]),
        *(card(words, alarm=True, seen_by=who, way=way) for who in (None, words) for way in CARD_WAYS),
        *(card(words, human_only=True, frozen=frozen) for frozen in (True, False)),
        *(card(words, returning=state) for state in UNDECIDED),
        card(words, deadline=None, state=State.CLOSED, turn=Turn.NOBODY, may=frozenset({Verb.REOPEN})),
        *(card(words, channel=channel, by_telegram=there) for channel in Channel for there in (False, True)),
        *(card(words, **changes) for changes in (*cards_for_whom(), *marked_cards(), *cards_beside_others())),
    ]


def heads(words: str) -> list[object]:
    states = [
        (State.NEW, Turn.STAFF, False),
        (State.NEW, Turn.STAFF, True),
        (State.TAKEN, Turn.STAFF, False),
        (State.TAKEN, Turn.PERSON, False),
        (State.CLOSED, Turn.NOBODY, True),
        (State.WITHDRAWN, Turn.NOBODY, False),
        *((state, turn, False) for state, turn in AT_WORK),
    ]
    return [
        s.TopicSight(NUMBER, words, state, turn, crisis=crisis, open=state is State.NEW, gone=False)
        for state, turn, crisis in states
    ]
