"""The page of one of a person's own cases, in every way that it looks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from casework.letters import sights as s
from casework.letters.view.own_case import TIMELINE
from rules.cases import State, Turn, Verb
from rules.files import FileKind
from tests.bot.telegram.render import duplicate_samples as duplicates
from tests.bot.telegram.render import step_samples as steps
from tests.bot.telegram.render.event_samples import OWN_EVENTS
from tests.bot.telegram.render.file_samples import file_lines
from tests.bot.telegram.render.given import NOON, NUMBER
from tests.bot.telegram.render.own_samples import by_name
from tests.bot.telegram.render.recreation_samples import application
from tests.bot.telegram.render.transfer_samples import own_transfers


def case_line(words: str = "Соціальний супровід сім’ї", **changes: object) -> s.CaseLine:
    line = s.CaseLine(
        case_id=1,
        number=NUMBER,
        service=words,
        state=State.TAKEN,
        turn=Turn.STAFF,
        opened_at=NOON,
        reply_by=NOON + timedelta(days=1),
        owner=words,
        begins=words,
    )
    return replace(line, **changes)  # type: ignore[arg-type]  # names of fields are checked by dataclass itself


def every_case_line(words: str) -> tuple[s.CaseLine, ...]:
    return (
        case_line(words, state=State.NEW, owner=None, service=None),
        case_line(words),
        case_line(words, owner=None),
        case_line(words, turn=Turn.PERSON),
        case_line(words, state=State.CLOSED, turn=Turn.NOBODY),
        case_line(words, state=State.WITHDRAWN, turn=Turn.NOBODY),
        *(case_line(words, state=state, turn=turn) for state, turn in steps.AT_WORK),
        case_line(words, service=None, begins=None, begins_with=s.FileLine(FileKind.VOICE, duration=42)),
    )


def timeline(*events: str) -> tuple[s.TimelineLine, ...]:
    return tuple(s.TimelineLine(NOON, event) for event in events)


def my_case_sights(
    words: str, lines: Sequence[s.CaseLine], verbs: frozenset[Verb], complaints: tuple[s.WaitingComplaint, ...]
) -> list[s.MyCaseSight]:
    """With the lines of cases in every state, the second of which is taken."""
    return [
        *(
            s.MyCaseSight(
                line,
                words,
                NOON,
                overdue,
                timeline(*OWN_EVENTS[:TIMELINE]),
                verbs,
                NOON,
                files=file_lines(words),
                files_of_staff=file_lines(words) if overdue else (),
                for_another=overdue,
                family_lines=overdue,
            )
            for line in lines
            for overdue in (True, False)
        ),
        *(
            s.MyCaseSight(lines[1], words, NOON, False, timeline(*OWN_EVENTS[first : first + TIMELINE]), verbs, NOON)
            for first in range(TIMELINE, len(OWN_EVENTS), TIMELINE)
        ),
        s.MyCaseSight(lines[1], None, None, False, (), verbs, None, decides=words, check_by=NOON, call_by=NOON),
        s.MyCaseSight(lines[1], None, None, False, (), frozenset(), None, goes_on_in=duplicates.OTHER),
        s.MyCaseSight(lines[1], None, None, False, (), verbs, None, transfers=own_transfers(words)),
        s.MyCaseSight(lines[1], None, None, False, (), verbs, None, application=application(words)),
        s.MyCaseSight(
            lines[0],
            None,
            None,
            False,
            by_name(words),
            verbs,
            None,
            messages=21,
            complaints=complaints,
            may_complain=True,
        ),
    ]
