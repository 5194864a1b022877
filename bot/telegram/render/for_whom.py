"""For whom a case is: on the card only relation and agreement, in the details what identifies."""

from __future__ import annotations

from collections.abc import Mapping

from bot.telegram.render.names import Name, unknown_or
from bot.texts.wording import Markup, Words
from casework.letters.sights import OnBehalfSight
from rules.agreements import Agreement
from rules.phones import spaced

RELATIONS: Mapping[str, Name] = {
    "child": lambda t: t.plain("relation-child"),
    "relative": lambda t: t.plain("relation-relative"),
    "neighbour": lambda t: t.plain("relation-neighbour"),
    "report": lambda t: t.plain("relation-report"),
}
"""Who the beneficiary is to the one who writes, as staff read it."""
AGREEMENTS: Mapping[str, Name] = {
    Agreement.NOT_NEEDED: lambda t: t.plain("agreement-not-needed"),
    Agreement.BY_CALL: lambda t: t.plain("agreement-by-call"),
    Agreement.BY_CODE: lambda t: t.plain("agreement-by-code"),
    Agreement.CONFIRMED: lambda t: t.plain("agreement-confirmed"),
    Agreement.REFUSED: lambda t: t.plain("agreement-refused"),
    Agreement.REPORT: lambda t: t.plain("agreement-report"),
}


def for_whom(relation: str | None, agreement: str | None, t: Words) -> Markup:
    """The line of the card; empty where the case is for the one who writes."""
    if relation is None or agreement is None:
        return Markup()
    return t.get("screen-card-for-whom", relation=RELATIONS[relation](t), agreement=AGREEMENTS[agreement](t))


def details_for_whom(shown: OnBehalfSight | None, t: Words) -> Markup:
    """The block of the details; empty where the case is for the one who writes."""
    if shown is None:
        return Markup()
    agreement = AGREEMENTS[shown.agreement](t)
    return t.get(
        "details-for-whom",
        relation=RELATIONS[shown.relation](t),
        name=unknown_or(shown.name, t),
        born=born(shown, t),
        phone=spaced(shown.phone) if shown.phone else unknown_or(None, t),
        whereabouts=unknown_or(shown.whereabouts, t),
        agreement=t.plain("details-agreed-on", agreement=agreement, on=t.day(shown.agreed_on))
        if shown.agreed_on
        else agreement,
    )


def born(shown: OnBehalfSight, t: Words) -> str:
    """The day of birth, or the age as it was told."""
    if shown.born is not None:
        return t.day(shown.born)
    return t.plain("form-age", age=shown.age) if shown.age is not None else unknown_or(None, t)
