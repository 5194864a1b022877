"""What can be shared of a case, and about whom it is."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from casework.cases.facts import in_words
from casework.cases.places import OTHER_PLACE
from db.models import Case, OnBehalf, Person, Transfer
from db.repositories import on_behalf, people
from db.uow import UnitOfWork
from rules.agreements import Agreement
from rules.catalogue import OWN_WORDS, Catalogue
from rules.phones import spaced
from rules.transfers import ALWAYS, ITEMS, Item, Subject

LANGUAGE = "uk"
"""The provider reads Ukrainian; the person reads the same words before they agree."""
_FACTS = {
    Item.SERVICE: "service",
    Item.REGISTERED: "registered_hromada",
    Item.ACTUAL: "actual_oblast",
    Item.AUDIENCE: "audience",
    Item.CATEGORY: "category",
    Item.AGE: "age_band",
    Item.HOUSEHOLD: "household_size",
}


@dataclass(frozen=True, slots=True)
class Whose:
    """The human whose data would be shared: the case's own person, or the beneficiary for whom they write."""

    writer: Person
    told: OnBehalf | None
    human: Person

    @property
    def by_button(self) -> bool:
        """Whether a press in Telegram would be their own word: nobody else reads the phone, and nobody else writes for
        them, unless it is a parent for their child.
        """
        own = self.told is None or self.told.agreement == Agreement.NOT_NEEDED
        reached = self.writer.telegram_id is not None and self.writer.unreachable_since is None
        return own and reached and not self.writer.discreet


async def whose(uow: UnitOfWork, case: Case) -> Whose:
    """About whom a case is."""
    writer = await people.by_id(uow.session, case.person_id)
    told = await on_behalf.of_case(uow.session, case.id)
    human = writer if told is None else await people.by_id(uow.session, told.beneficiary_id)
    return Whose(writer, told, human)


def held(catalogue: Catalogue, case: Case, who: Whose, transfer: Transfer) -> dict[Item, str]:
    """Every item of which something is held, in words, in the order in which it is shown."""
    phone = who.told.phone if who.told is not None else who.human.phone
    found: dict[Item, str | None] = {
        Item.NUMBER: case.number,
        Item.NAME: who.human.name,
        Item.PHONE: spaced(phone) if phone else None,
        Item.SUMMARY: transfer.summary,
    }
    for item, name in _FACTS.items():
        value = in_words(catalogue, case, name, LANGUAGE)
        found[item] = None if value == OTHER_PLACE else value
    if case.service == OWN_WORDS or case.service not in catalogue.services:
        found[Item.SERVICE] = None
    return {item: value for item in ITEMS[Subject(transfer.subject)] if (value := found[item])}


def picked(transfer: Transfer, values: Mapping[Item, str]) -> dict[Item, str]:
    """What is shared as things are now: chosen, and held."""
    chosen = ALWAYS | {Item(each) for each in transfer.items}
    return {item: value for item, value in values.items() if item in chosen}


def freeze(values: Mapping[Item, str]) -> str:
    """As it is kept from the question on."""
    return json.dumps({item.value: value for item, value in values.items()}, ensure_ascii=False)


def frozen(transfer: Transfer) -> dict[Item, str]:
    """What the person was asked about; nothing once the words of the case were erased."""
    kept: dict[str, str] = json.loads(transfer.shared or "{}")
    return {item: kept[item.value] for item in Item if item.value in kept}


def names(items: Iterable[Item]) -> str:
    """For the history: what was shared, never what it says."""
    return " ".join(items)
