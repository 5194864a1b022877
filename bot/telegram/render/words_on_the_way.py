"""A person's words on their way into a case, and what comes back from there."""

from __future__ import annotations

from datetime import datetime

from aiogram.enums import ButtonStyle
from aiogram.types import InlineKeyboardButton

from bot.telegram.callbacks import ForAnother, MyCase, WordsAction
from bot.telegram.callbacks import Words as WordsButton
from bot.telegram.callbacks.recreation import RecreationDo, RecreationStep
from bot.telegram.keyboards import button, column, person_menu
from bot.telegram.render.danger import covered
from bot.telegram.render.file_names import file_lines
from bot.telegram.render.names import own_about, whose_decision
from bot.telegram.render.pages import page_offers
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, html, join
from casework.letters.sights import (
    AddedSight,
    ChooseSight,
    NumberSight,
    OfferSight,
    OfficeSight,
    ReceivedSight,
    ReplySight,
    SentSight,
    TakenSight,
)


@shows("offer-case", of=OfferSight)
def offer(shown: OfferSight, t: Words) -> Rendered:
    """Shall we open a case with these words?"""
    more = [t.get("screen-offer-case-more")]
    if shown.messages > 1:
        more.insert(0, t.get("screen-offer-case-count", count=shown.messages))
    about = t.get("screen-offer-case-about", about=shown.about) if shown.about else Markup()
    return Rendered(
        join([t.get("screen-offer-case", excerpt=_waiting(shown, t)), about, join(more, " ")], "\n\n"),
        keyboard=column(
            button(
                t.plain("button-open-case"),
                WordsButton(action=WordsAction.OPEN, upto=shown.upto),
                ButtonStyle.PRIMARY,
            ),
            _programme(t) if shown.recreation else None,
            *page_offers(shown.pages, shown.upto, t),
            button(t.plain("button-for-another"), ForAnother(upto=shown.upto)) if shown.for_another else None,
            button(t.plain("button-drop"), WordsButton(action=WordsAction.DROP, upto=shown.upto)),
        ),
    )


def _programme(t: Words) -> InlineKeyboardButton:
    return button(t.plain("button-offer-recreation"), RecreationDo(step=RecreationStep.SHOW))


def _waiting(shown: OfferSight | ChooseSight, t: Words) -> Markup:
    """The words, and below them what else waits."""
    return join([html(shown.excerpt), *file_lines(shown.files, t)])


@shows("choose-case", of=ChooseSight)
def choose(shown: ChooseSight, t: Words) -> Rendered:
    """Which of the open cases do these words belong to?"""
    parts = [t.get("screen-choose-case", excerpt=_waiting(shown, t))]
    if shown.messages > 1:
        parts.append(t.get("screen-offer-case-count", count=shown.messages))
    known = [(case.number, own_about(case, t)) for case in shown.cases]
    parts.append(join(t.get("screen-choose-case-line", number=number, about=about) for number, about in known if about))
    return Rendered(
        join(parts, "\n\n"),
        keyboard=column(
            *(
                button(
                    t.plain("button-add-to", number=case.number, opened=t.short_day(case.opened_at)),
                    WordsButton(action=WordsAction.ADD, case=case.case_id, upto=shown.upto),
                )
                for case in shown.cases
            ),
            button(t.plain("button-open-another"), WordsButton(action=WordsAction.OPEN, upto=shown.upto)),
            button(t.plain("button-drop"), WordsButton(action=WordsAction.DROP, upto=shown.upto)),
        ),
    )


@shows("words-sent", of=SentSight)
def sent(shown: SentSight, t: Words) -> Rendered:
    """Stands where the offer stood."""
    return Rendered(
        t.get("screen-words-sent", number=shown.number),
        keyboard=column(
            button(t.plain("button-show-case"), MyCase(case=shown.case_id)),
            button(t.plain("button-for-another"), ForAnother(case=shown.case_id)) if shown.for_another else None,
        ),
    )


@shows("words-dropped", of=OfficeSight)
def dropped(shown: OfficeSight, t: Words) -> Rendered:
    """The words are gone, as the person wished."""
    return Rendered(t.get("screen-words-dropped", phone=shown.office.phone, hours=shown.office.hours))


@shows("words-added", of=AddedSight)
def added(shown: AddedSight, t: Words) -> Rendered:
    """How many messages went into the case, who reads them, by when."""
    who = t.get("screen-words-added-owner", owner=shown.owner) if shown.owner else t.get("screen-words-added-nobody")
    when = _by_when(None if shown.overdue else shown.reply_by, t)
    return Rendered(
        join([t.get("screen-words-added", count=shown.messages, number=shown.number), join([who, when], " ")])
    )


@shows("case-received", of=ReceivedSight)
def received(shown: ReceivedSight, t: Words) -> Rendered:
    """Number, who reads it, by when."""
    head = [
        t.get("letter-case-received", named="yes" if shown.name else "no", name=shown.name or "", number=shown.number)
    ]
    if shown.service:
        head.append(t.get("letter-case-received-about", service=shown.service))
    next_ = t.get("letter-case-received-watched") if shown.watched else t.get("letter-case-received-next")
    then = [next_, _by_when(shown.reply_by, t)]
    if shown.law_by:
        then.append(t.get("letter-case-received-law", law_by=t.day(shown.law_by)))
    then.append(whose_decision(shown, t))
    more = t.get("letter-case-received-more", phone=shown.office.phone, hours=shown.office.hours)
    return Rendered(join([join(head), join(then, " "), more], "\n\n"), keyboard=person_menu(t))


def _by_when(reply_by: datetime | None, t: Words) -> Markup:
    """Our promise; None: it is over, and no other date is ours to name."""
    if reply_by is None:
        return t.get("screen-words-added-late")
    return t.get("screen-words-added-by", reply_by=t.weekday_moment(reply_by))


@shows("case-taken", of=TakenSight)
def taken(shown: TakenSight, t: Words) -> Rendered:
    """A named human has the case."""
    return Rendered(t.get("letter-case-taken", number=shown.number, owner=shown.owner))


@shows("staff-reply", of=ReplySight)
def reply(shown: ReplySight, t: Words) -> Rendered:
    """The human's words first, so that a notification begins with them; the author stands below like a signature.

    Where somebody else may read the phone they stay covered until the person opens them.
    """
    if shown.opens is not None:
        return covered(*shown.opens, shown.part, t)
    if shown.parts > 1:
        return Rendered(
            t.get(
                "letter-staff-reply-part",
                text=shown.text,
                author=shown.author,
                number=shown.number,
                part=str(shown.part + 1),
                parts=str(shown.parts),
            )
        )
    return Rendered(t.get("letter-staff-reply", text=shown.text, author=shown.author, number=shown.number))


@shows("staff-reply-edited", of=ReplySight)
def reply_edited(shown: ReplySight, t: Words) -> Rendered:
    """The same, corrected; a part that is empty now was taken back."""
    if shown.opens is not None:
        return covered(*shown.opens, shown.part, t)
    if not shown.text:
        text: Markup = t.get("letter-staff-reply-gone", author=shown.author, number=shown.number)
    elif shown.parts > 1:
        text = t.get(
            "letter-staff-reply-edited-part",
            text=shown.text,
            author=shown.author,
            number=shown.number,
            part=str(shown.part + 1),
            parts=str(shown.parts),
        )
    else:
        text = t.get("letter-staff-reply-edited", text=shown.text, author=shown.author, number=shown.number)
    return Rendered(text)


@shows("case-withdrawn", of=NumberSight)
def withdrawn(shown: NumberSight, t: Words) -> Rendered:
    """The person took the case back."""
    return Rendered(
        t.get("letter-case-withdrawn", number=shown.number, phone=shown.office.phone, hours=shown.office.hours),
        keyboard=person_menu(t),
    )


@shows("case-reopened", of=NumberSight)
def reopened(shown: NumberSight, t: Words) -> Rendered:
    """We go on with a closed case."""
    return Rendered(
        t.get("letter-case-reopened", number=shown.number, phone=shown.office.phone, hours=shown.office.hours),
        keyboard=person_menu(t),
    )
