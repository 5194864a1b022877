"""A campaign's version as plain JSON and back: the way it is kept."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from rules.allocation.asked import Counted, Criterion
from rules.languages import Words
from rules.recreation.columns import USUAL, Column
from rules.recreation.terms import (
    Ages,
    Ask,
    By,
    CategoryTerm,
    Paper,
    Per,
    Question,
    Ranking,
    Shift,
    Signing,
    Stay,
    StayKind,
    Step,
    Terms,
)


def as_facts(terms: Terms) -> dict[str, Any]:
    """Dates in ISO, words by language, everything else by its slug."""
    facts = _plain(asdict(terms))
    assert isinstance(facts, dict), "terms have fields"
    return facts


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def read_terms(facts: Mapping[str, Any]) -> Terms:
    """Back from how it is kept. KeyError or ValueError for what `as_facts` never wrote."""
    ages = facts["ages"]
    return Terms(
        name=Words(**facts["name"]),
        basis=facts["basis"],
        opens=date.fromisoformat(facts["opens"]),
        closes=date.fromisoformat(facts["closes"]),
        ages=Ages(ages["least"], ages["most"], date.fromisoformat(ages["on"]) if ages["on"] else None),
        categories=tuple(
            CategoryTerm(each["code"], each["weight"], tuple(each["proofs"])) for each in facts["categories"]
        ),
        asks=tuple(Ask(Question(each["question"]), Step(each["step"]), each.get("days")) for each in facts["asks"]),
        papers=tuple(_paper(each) for each in facts["papers"]),
        stays=tuple(Stay(StayKind(each["kind"]), each["least_days"]) for each in facts["stays"]),
        shifts=tuple(_shift(each) for each in facts["shifts"]),
        shifts_made=facts["shifts_made"],
        signing=Signing(facts["signing"]),
        order=Words(**facts["order"]),
        order_confirmed=facts["order_confirmed"],
        answer_days=facts["answer_days"],
        four_eyes=facts["four_eyes"],
        lot=facts["lot"],
        # Versions from before campaigns said it themselves mean what they said in words.
        ranking=_ranking(facts["ranking"]) if "ranking" in facts else Ranking(),
        columns=tuple(Column(each) for each in facts["columns"]) if "columns" in facts else USUAL,
    )


def _ranking(facts: Mapping[str, Any]) -> Ranking:
    until = facts["papers_until"]
    return Ranking(
        tuple(Criterion(each) for each in facts["criteria"]),
        Counted(facts["counted"]),
        date.fromisoformat(until) if until else None,
    )


def _paper(facts: Mapping[str, Any]) -> Paper:
    return Paper(facts["document"], Step(facts["step"]), Per(facts["per"]), By(facts["by"]), facts["required"])


def _shift(facts: Mapping[str, Any]) -> Shift:
    return Shift(
        number=facts["number"],
        camp=facts["camp"],
        kind=StayKind(facts["kind"]),
        first=date.fromisoformat(facts["first"]),
        last=date.fromisoformat(facts["last"]),
        places=facts["places"],
        transport=facts["transport"],
    )
