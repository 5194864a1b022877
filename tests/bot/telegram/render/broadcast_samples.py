"""Plausible sights of broadcasts."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import product

from bot.telegram.render.broadcast_run import WHY
from casework.broadcasts.menu import CHOICES, TEXTS, Menu
from casework.letters import sights as s
from rules.broadcast_words import AREA, TYPED, Variable, Way
from rules.broadcasts import KEEPS, OVER, SEEN_DAYS, Every, Kind, Progress, RecipientState, Repeat, State
from rules.cases import State as CaseState
from rules.files import FileKind, FileState
from rules.languages import LANGUAGES
from rules.segments import Dimension
from tests.bot.telegram.render.given import NOON

BUTTONS = (
    s.BroadcastButton("https://example.org/a?b=1", "Сайт"),
    *(s.BroadcastButton(way.value, None) for way in Way),
    s.BroadcastButton(f"{AREA}home", "Житло"),
)
PROGRESS = Progress(3000, 1200, 7, 3, 1790, 28.4, NOON + timedelta(minutes=1))
OURS = {
    Menu.STATE: tuple(each.value for each in CaseState),
    Menu.LANGUAGE: LANGUAGES,
    Menu.SEEN: tuple(str(days) for days in SEEN_DAYS),
    Menu.MISSING: ("yes",),
    Menu.ABOUT: tuple(each.value for each in Kind),
    Menu.KEEP: tuple(str(hours) for hours in KEEPS),
    Menu.BEFORE: ("1", "14"),
    Menu.WHEN: ("now", "once", "week", "month", "rule"),
    Menu.WHOM: tuple(each.value for each in Dimension),
    Menu.BUTTONS: tuple(each.value for each in Way),
}
"""Values whose names are words of ours."""


def letter(words: str, **changes: object) -> s.BroadcastLetterSight:
    """`words`: of the department, and what a variable reads."""
    shown = s.BroadcastLetterSight(
        html="<b>{програма}</b>\nДо {дата}. {днів}. {місце} {години} {документ} {телефон}",
        typed={each: words for each in TYPED if each is not Variable.DATE},
        on=NOON.date(),
        days=3,
        phone="0 800 123 456",
        buttons=BUTTONS[:2],
        about=Kind.PROGRAMME,
    )
    return replace(shown, **changes)  # type: ignore[arg-type]  # names of fields are checked by dataclass itself


def letters(words: str) -> list[object]:
    """The same."""
    file = s.FileToSend(1, 0, FileKind.PHOTO, "file", None, None, "")
    return [
        letter(words),
        *(letter(words, buttons=(each,)) for each in BUTTONS),
        *(letter(words, days=days, about=kind) for days, kind in zip((0, 1, 2, 5, 21, 100), Kind, strict=True)),
        letter(words, html="Без змінних", typed={}, on=None, days=None, buttons=()),
        letter(words, file=file),
    ]


def run(words: str, **changes: object) -> s.RunSight:
    """`words`: of whoever wrote it."""
    shown = s.RunSight(
        run_id=1,
        title=words,
        about=Kind.PROGRAMME,
        state=State.DRAFT,
        author=words,
        confirmed_by=None,
        is_author=True,
        languages=LANGUAGES,
        begins=words,
        file=None,
        file_state=None,
        buttons=BUTTONS,
        segment=(),
        to_type=TYPED,
        typed={Variable.PROGRAMME: words},
        gets=120,
        unreachable=4,
        stopped=3,
        other_language=0,
        due_at=None,
        expires_at=None,
        keep_hours=24,
        repeat=Repeat(),
        by_rule=False,
        repeats_ended=False,
        is_again=False,
        second=True,
        stars=0,
        until_morning=False,
    )
    return replace(shown, **changes)  # type: ignore[arg-type]  # names of fields are checked by dataclass itself


def drafts(words: str) -> list[object]:
    """Before it begins."""
    segment = tuple(s.SegmentLine(each, OURS.get(Menu(each.value), (words,))) for each in Dimension)
    line = s.FileLine(FileKind.PHOTO)
    before = Repeat(Every.BEFORE, (1, 7, 14), NOON.date())
    repeats = [Repeat(Every.WEEK), Repeat(Every.MONTH), before]
    return [
        run(words),
        run("", begins="", languages=(), buttons=(), to_type=(), typed={}),
        run(words, segment=segment, other_language=2, due_at=NOON, file=line, file_state=FileState.KEPT),
        run(words, file=line, file_state=FileState.REFUSED, is_again=True),
        run(words, sure=True, stars=12, until_morning=True),
        run(words, sure=True, second=False, gets=5),
        *(run(words, repeat=each, by_rule=rule) for each, rule in product(repeats, (True, False))),
        run(words, repeat=Repeat(Every.WEEK), repeats_ended=True),
        *(run(words, state=state, due_at=NOON) for state in (State.AWAITING, State.SCHEDULED)),
        run(words, state=State.AWAITING, is_author=False, until_morning=True),
        run(words, state=State.STOPPED),
    ]


def begun(words: str) -> list[s.RunSight]:
    """Under way, and over."""
    over = replace(PROGRESS, left=0, speed=0.0, ends_at=None)
    why = tuple(s.WhyLine(RecipientState.FAILED, each, 2) for each in (*WHY, "too-long"))
    return [
        run(words, state=State.RUNNING, progress=PROGRESS, confirmed_by=words),
        run(words, state=State.RUNNING, progress=replace(PROGRESS, speed=0.0, ends_at=None), until_morning=True),
        run(words, state=State.PAUSED, progress=PROGRESS, repeat=Repeat(Every.WEEK), stars=300),
        *(run(words, state=state, progress=over, why=why) for state in sorted(OVER)),
        run(words, state=State.STOPPED, progress=PROGRESS),
    ]


def menus(words: str) -> list[object]:
    """Every page of a draft."""
    found: list[object] = []
    for menu in Menu:
        named = menu in CHOICES and menu not in OURS
        values = OURS.get(menu, ("1", "2") if named else ())
        options = tuple(
            s.BroadcastOption(value, words if named else None, on=place == 0) for place, value in enumerate(values)
        )
        if menu is Menu.BUTTONS:
            options = (*options, s.BroadcastOption(f"{AREA}home", words, on=False))
        now = "<b>Увага</b>" if menu in TEXTS else words if menu.value in set(Variable) else ""
        found.append(s.BroadcastMenuSight(1, menu.value, options, gets=120, now=now, more=named))
        found.append(s.BroadcastMenuSight(1, menu.value, page=1 if named else 0))
    return found


def to_person(words: str) -> dict[str, list[object]]:
    """What people get."""
    return {
        "broadcast": letters(words),
        "broadcast-stopped": [s.StoppedNewsSight(kind, stopped) for kind, stopped in product(Kind, (True, False))],
    }


def to_staff(words: str) -> dict[str, list[object]]:
    """What leads see."""
    lines = tuple(s.RunLine(1, words, state, NOON) for state in State)
    ready = (s.ReadyLine("hub-visit", words),)
    waits = [each for each in drafts(words) if isinstance(each, s.RunSight) and each.state is State.AWAITING]
    return {
        "broadcasts": [
            s.BroadcastsSight(lines, None),
            s.BroadcastsSight((), None),
            s.BroadcastsSight((s.RunLine(1, "", State.DRAFT, None),), None),
            s.BroadcastsSight(lines, ready),
        ],
        "broadcast-run": [*drafts(words), *begun(words)],
        "broadcast-menu": menus(words),
        "broadcast-preview": letters(words),
        "broadcast-to-confirm": [*waits],
        "broadcast-answered": [
            s.BroadcastAnsweredSight(1, title, words, confirmed, due)
            for title, confirmed, due in product((words, ""), (True, False), (NOON, None))
        ],
        "broadcast-progress": [*begun(words)],
        "broadcast-result": [*begun(words), run(words, state=State.EXPIRED)],
    }
