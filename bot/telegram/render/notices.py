"""What staff are reminded of, their morning digest, and the deadlines of a case for the one who pressed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from aiogram.enums import ButtonStyle
from aiogram.types import InlineKeyboardButton

from bot.telegram.callbacks import AskDigest, DeadlineDo, DeadlineStep, DeadlineWhy, DeskRefresh, DigestAt
from bot.telegram.keyboards import button, column, grid
from bot.telegram.render.card_buttons import back_to_menu
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, join, link
from casework.deadlines.manage import DeadlineLine
from casework.letters.sights.reminders import DigestAskSight, DigestSight, NoticeLine, NoticesSight


@shows("notices", of=NoticesSight)
def notices(shown: NoticesSight, t: Words) -> Rendered:
    """Everything that came due, a line each."""
    return Rendered(join([t.get("letter-notices", reader=shown.reader), _lines(shown.lines, t)], "\n\n"))


@shows("notices-urgent", of=NoticesSight)
def urgent(shown: NoticesSight, t: Words) -> Rendered:
    """The same where somebody may be in danger."""
    return Rendered(join([t.get("letter-notices-urgent", reader=shown.reader), _lines(shown.lines, t)], "\n\n"))


def _lines(lines: Sequence[NoticeLine], t: Words) -> Markup:
    return join([_line(each, t) for each in lines])


def _line(line: NoticeLine, t: Words) -> Markup:
    number = link(line.url, line.number) if line.url else line.number
    at = t.day(line.at) if line.whole_day else t.moment(line.at)
    owner = line.owner or t.plain("value-nobody")
    if line.what is None:
        return t.get("notice-unanswered", number=number, at=at, owner=owner)
    if line.over:
        return t.get("notice-deadline-over", number=number, what=line.what, at=at, owner=owner)
    return t.get("notice-deadline", number=number, what=line.what, at=at, owner=owner)


@shows("digest", of=DigestSight)
def digest(shown: DigestSight, t: Words) -> Rendered:
    """What waits this morning; what is none has no line."""
    counts = [
        t.get("digest-waiting", count=shown.waiting) if shown.waiting else Markup(),
        t.get("digest-late", count=shown.late) if shown.late else Markup(),
        t.get("digest-calls", count=shown.calls) if shown.calls else Markup(),
        t.get("digest-unowned", count=shown.unowned) if shown.unowned else Markup(),
        t.get("digest-all-late", count=shown.all_late) if shown.all_late else Markup(),
    ]
    near = join([t.get("digest-near"), _lines(shown.lines, t)]) if shown.lines else Markup()
    return Rendered(
        join([t.get("letter-digest", reader=shown.reader), join(counts), near], "\n\n"),
        keyboard=column(button(t.plain("button-desk"), DeskRefresh()), button(t.plain("button-digest"), AskDigest())),
    )


@shows("digest-ask", of=DigestAskSight)
def digest_ask(shown: DigestAskSight, t: Words) -> Rendered:
    """At which hour, or never."""
    hours = [
        button(f"{hour}:00", DigestAt(hour=hour), ButtonStyle.SUCCESS if hour == shown.hour else None)
        for hour in shown.hours
    ]
    never = button(t.plain("button-digest-never"), DigestAt(hour=0))
    text = t.get("screen-digest-ask-chosen", hour=f"{shown.hour}:00") if shown.hour else t.get("screen-digest-ask")
    return Rendered(text, keyboard=grid([*hours, never, button(t.plain("button-back"), DeskRefresh())]))


def deadlines(case_id: int, lines: Sequence[DeadlineLine], t: Words) -> Rendered:
    """The deadlines of a case, and what can be done with each, to the one who pressed."""
    text = join([_deadline(each, t) for each in lines], "\n\n") or t.get("whisper-deadlines-none")
    buttons = [each for line in lines for each in _steps(case_id, line, t)]
    return Rendered(text, keyboard=grid([*buttons, back_to_menu(case_id, t)], width=1))


def _deadline(line: DeadlineLine, t: Words) -> Markup:
    due = t.moment(line.due_at)
    if line.met_at is not None:
        state = t.get("whisper-deadline-met", what=line.what, at=t.moment(line.met_at), due=due)
    elif not line.open:
        state = t.get("whisper-deadline-ended", what=line.what, due=due)
    elif line.paused:
        state = t.get("whisper-deadline-paused", what=line.what)
    elif line.overdue:
        state = t.get("whisper-deadline-overdue", what=line.what, due=due)
    else:
        state = t.get("whisper-deadline", what=line.what, due=due)
    extended = t.get("whisper-deadline-extended") if line.extended else Markup()
    basis = t.get("whisper-deadline-basis", basis=line.basis) if line.basis else Markup()
    return join([state, extended, basis])


def _steps(case_id: int, line: DeadlineLine, t: Words) -> list[InlineKeyboardButton]:
    def step(label: str, what: DeadlineStep) -> InlineKeyboardButton:
        return button(label, DeadlineDo(case=case_id, deadline=line.id, step=what))

    buttons = [step(t.plain("button-deadline-met", what=line.what), DeadlineStep.MET)] if line.open else []
    if line.may_extend:
        buttons.append(step(t.plain("button-deadline-extend", what=line.what), DeadlineStep.ASK_EXTEND))
    if line.may_pause:
        label = (
            t.plain("button-deadline-resume", what=line.what)
            if line.paused
            else t.plain("button-deadline-pause", what=line.what)
        )
        buttons.append(step(label, DeadlineStep.PAUSE))
    return buttons


def reasons(deadline_id: int, those: Mapping[str, str], t: Words) -> Rendered:
    """Why is it extended? The person reads it."""
    buttons = [button(words, DeadlineWhy(deadline=deadline_id, reason=slug)) for slug, words in those.items()]
    return Rendered(t.get("whisper-deadline-reasons"), keyboard=grid(buttons, width=1))
