"""What is held of a person beside name, places, words and files: line by line, and whole in their file."""

from __future__ import annotations

from collections.abc import Sequence

from bot.telegram.render.for_whom import AGREEMENTS, RELATIONS, born
from bot.telegram.render.form_words import FORM_TITLES
from bot.telegram.render.forms import answer_line
from bot.telegram.render.names import unknown_or
from bot.telegram.render.transfer_desk import STATES as TRANSFER_STATES
from bot.telegram.render.transfers import ITEMS
from bot.texts.wording import Markup, Words
from casework.letters.sights import HeldSight, OtherLine, OwnCall, OwnForm
from casework.letters.sights.shared import OwnTransferLine
from rules.phones import spaced


def held_lines(shown: HeldSight, t: Words) -> list[Markup]:
    """One line for each kind; none where nothing of it is held."""
    lines = [t.get("held-phone")] if shown.phone else []
    if shown.calls:
        lines.append(t.get("held-calls", count=shown.calls))
    lines += [
        t.get("held-form", title=FORM_TITLES[each.form](t), count=each.answers, until=t.day(each.until))
        for each in shown.forms
    ]
    if shown.applications:
        lines.append(t.get("held-applications", count=shown.applications))
    if shown.others:
        lines.append(t.get("held-others", count=shown.others))
    if shown.transfers:
        lines.append(t.get("held-transfers", count=shown.transfers))
    if shown.reminders:
        lines.append(t.get("held-reminders", count=shown.reminders))
    if shown.meetings:
        lines.append(t.get("held-meetings", count=shown.meetings))
    if shown.told:
        lines.append(t.get("held-told", count=shown.told))
    return lines


def held_names(shown: HeldSight, t: Words) -> list[str]:
    """What goes with the rest when everything is erased, in a word or two each."""
    names = {
        t.plain("erased-calls"): shown.calls,
        t.plain("erased-forms"): shown.forms,
        t.plain("erased-applications"): shown.applications,
        t.plain("erased-others"): shown.others,
        t.plain("erased-told"): shown.told,
        t.plain("erased-transfers"): shown.transfers,
        t.plain("erased-reminders"): shown.reminders,
        t.plain("erased-meetings"): shown.meetings,
    }
    return [name for name, held in names.items() if held]


def call_lines(calls: Sequence[OwnCall], t: Words) -> list[Markup]:
    """Each call with its number and own words."""
    lines = []
    for each in calls:
        at, phone = t.stamp(each.at), unknown_or(each.phone, t)
        lines.append(
            t.get("own-file-call-name", at=at, phone=phone, name=each.ask_for)
            if each.ask_for
            else t.get("own-file-call", at=at, phone=phone)
        )
        if each.wish:
            lines.append(t.get("own-file-call-wish", wish=each.wish))
    return lines


def form_lines(form: OwnForm, t: Words) -> list[Markup]:
    """Each answer of a form on its way."""
    return [answer_line(form.form, each, t) for each in form.answers]


def form_head(form: OwnForm, t: Words) -> Markup:
    """Which form, and when it was begun."""
    return t.get("own-file-form", title=FORM_TITLES[form.form](t), begun=t.stamp(form.begun_at))


def other_lines(line: OtherLine, t: Words) -> list[Markup]:
    """What was told of one human."""
    told = line.told
    return [
        t.get("own-file-other-relation", number=line.number, relation=RELATIONS[told.relation](t)),
        t.get("own-file-other-agreement", agreement=AGREEMENTS[told.agreement](t)),
        t.get("own-file-name", name=unknown_or(told.name, t)),
        t.get("own-file-other-born", born=born(told, t)),
        t.get("own-file-phone", phone=spaced(told.phone) if told.phone else unknown_or(None, t)),
        t.get("own-file-other-where", where=unknown_or(told.whereabouts, t)),
    ]


def transfer_lines(line: OwnTransferLine, t: Words) -> list[Markup]:
    """To whom something was handed, how it stands, and every item."""
    state = TRANSFER_STATES[line.state](t)
    head = t.get("own-file-transfer", number=line.number, provider=line.provider, state=state)
    return [head, *(t.get("transfer-item", item=ITEMS[each.item](t), value=each.value) for each in line.shared)]
